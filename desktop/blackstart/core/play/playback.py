"""Looking back: a run folded from its beginning to any time."""

from collections.abc import Iterable
from dataclasses import dataclass

from blackstart.core.base.simtime import Seconds
from blackstart.core.engine.simulation import Opening
from blackstart.core.exercise.model import Drill
from blackstart.core.play.commands import Begin, Entry
from blackstart.core.play.director import Director
from blackstart.core.play.events import Event


@dataclass(frozen=True, slots=True)
class Told:
    """A folded run with everything it told on the way."""

    director: Director
    events: tuple[Event, ...]


def fold(drill: Drill, entries: Iterable[Entry], until: Seconds, opening: Opening | None = None) -> Director:
    """Play a run to the end of `until`, commands of that second included.

    Parameters
    ----------
    entries : iterable of Entry
        A journal; its order is (exercise time, seq), whatever the order given.
    until : Seconds
        Inclusive; the last instant played stays open.
    opening : Opening or None
        That of the drill's map, where it has been worked out already.

    Raises
    ------
    ValueError
        If the journal does not hold exactly one `Begin`.
    UserError
        If the drill has no exercise.
    """
    return tell(drill, entries, until, opening).director


def look_back(drill: Drill, entries: Iterable[Entry], at: Seconds) -> Director:
    """As `fold`, with the last second ended: as it stood for whoever played on; the director is to be read only."""
    director = fold(drill, entries, at)
    director.close()
    return director


def tell(drill: Drill, entries: Iterable[Entry], until: Seconds, opening: Opening | None = None) -> Told:
    """As `fold`, with the events."""
    ordered = sorted(entries, key=lambda entry: (entry.at, entry.seq))
    director = Director(drill, settings(ordered), opening)
    events: list[Event] = []
    for entry in ordered:
        if entry.at <= until and not isinstance(entry.command, Begin):
            events += director.apply(entry)
    events += director.advance(until)
    return Told(director, tuple(events))


def settings(entries: Iterable[Entry]) -> Begin:
    """The settings of a run: the one `Begin` of its journal.

    Raises
    ------
    ValueError
        If there is none, or more than one.
    """
    begins = [entry.command for entry in entries if isinstance(entry.command, Begin)]
    if len(begins) != 1:
        raise ValueError(f"a journal holds one `begin`, this one {len(begins)}")
    return begins[0]
