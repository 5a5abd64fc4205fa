"""What follows from a journal, written beside it for other readers; this program never reads it back."""

from collections.abc import Iterable
from dataclasses import dataclass

from blackstart.core.base.simtime import Seconds
from blackstart.core.exercise.model import Drill
from blackstart.core.play.commands import Entry
from blackstart.core.play.events import Event
from blackstart.core.play.playback import tell
from blackstart.core.record.journal import Journal
from blackstart.core.record.recorded import Recorded
from blackstart.core.record.rows import trace_digest


@dataclass(frozen=True, slots=True)
class Derived:
    """The events of a run; with a digest of them if it was played by this program."""

    events: tuple[Event, ...]
    digest: str | None


def derived(drill: Drill, entries: Iterable[Entry], reached_s: Seconds, with_digest: bool) -> Derived:
    """Fold a run to what it reached; needs no library, and takes long where much happens on a large map."""
    events = tell(drill, entries, reached_s).events
    return Derived(events, trace_digest(events) if with_digest else None)


def rebuild(journal: Journal, drill: Drill, reached_s: Seconds, with_digest: bool) -> None:
    """Fold a run to what it reached, and write down its events; with a digest of them if it was played just now.

    The digest of a run that an earlier program played stays: it is how one sees that today's trace differs.
    """
    found = derived(drill, journal.entries(drill.topology), reached_s, with_digest)
    journal.derive(found.events, found.digest)


def is_as_played(recorded: Recorded) -> bool:
    """Whether this program tells a run as it was played; if not, it was played with an earlier model.

    A run that was killed has no digest to compare with, and is believed.
    """
    row = recorded.row
    if row.digest is None:
        return True
    return trace_digest(tell(recorded.loaded.drill, recorded.entries, recorded.reached_s).events) == row.digest
