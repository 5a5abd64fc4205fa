"""A recorded run folded once: what every table and measure of looking back is made from."""

from collections.abc import Iterable
from dataclasses import dataclass

from blackstart.core.base.simtime import Seconds
from blackstart.core.engine.trace import Impact
from blackstart.core.exercise.model import Drill, Exercise
from blackstart.core.play.commands import Begin, Command, Entry
from blackstart.core.play.corrections import corrected
from blackstart.core.play.director import Director
from blackstart.core.play.events import Event
from blackstart.core.play.playback import settings, tell
from blackstart.core.play.stage import script
from blackstart.core.review.curves import Curves
from blackstart.core.review.timeline import Timeline, timeline


@dataclass(frozen=True, slots=True, eq=False)
class Story:
    """One run from its beginning to the end of `until`.

    Attributes
    ----------
    entries : tuple of Entry
        The journal by seq, with the words that count now.
    events : tuple of Event
        Everything the run told, in order.
    director : Director
        As it stood at the end; to be read only.
    """

    drill: Drill
    entries: tuple[Entry, ...]
    until: Seconds
    events: tuple[Event, ...]
    director: Director
    curves: Curves
    timeline: Timeline

    @property
    def exercise(self) -> Exercise:
        """The script."""
        return script(self.drill)

    @property
    def begin(self) -> Begin:
        """The settings of the run."""
        return settings(self.entries)

    @property
    def impact(self) -> Impact:
        """What was lost up to the end."""
        return self.director.simulation.impact()

    def command(self, seq: int) -> Command | None:
        """What an entry says; None = there is no such entry."""
        return self.entries[seq - 1].command if 1 <= seq <= len(self.entries) else None


def story(drill: Drill, entries: Iterable[Entry], until: Seconds) -> Story:
    """Fold a run to the end of `until`.

    Parameters
    ----------
    entries : iterable of Entry
        A whole journal, seq from 1 without gaps.

    Raises
    ------
    ValueError
        If the journal does not hold exactly one `Begin`.
    UserError
        If the drill has no exercise.
    """
    counted = corrected(sorted(entries, key=lambda entry: entry.seq))
    told = tell(drill, counted, until)
    events = (*told.events, *told.director.close())
    curves = Curves(drill.topology)
    curves.take(events)
    return Story(drill, counted, until, events, told.director, curves, timeline(drill.topology, events, until))
