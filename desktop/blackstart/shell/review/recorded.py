"""A recorded run as it is looked back on: its drill, its journal, and what was decided."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from blackstart.core.base.ids import RunId
from blackstart.core.base.simtime import Seconds
from blackstart.core.drawing.model import Drawing
from blackstart.core.exercise.model import Drill
from blackstart.core.play.commands import Entry
from blackstart.core.play.events import HAPPENINGS, Decided, Event
from blackstart.core.record.derived import is_as_played
from blackstart.core.record.library import Library
from blackstart.core.record.rows import RunRow
from blackstart.core.record.tallies import Tally
from blackstart.core.review.curves import Curve
from blackstart.core.review.deeds import Deed, deeds, notes
from blackstart.core.review.heard import Heard, heard
from blackstart.core.review.known import Known
from blackstart.core.review.story import Story, story
from blackstart.core.review.timeline import Timeline
from blackstart.shell.canvas.flat import FlatDrawing, flat
from blackstart.shell.canvas.moment import Travelled
from blackstart.shell.canvas.spread import ways_of
from blackstart.shell.document.opening import Opener
from blackstart.shell.document.stages import Tell, to_nobody
from blackstart.shell.widgets.time_marks import marks_of
from blackstart.shell.widgets.time_strip import Mark


@dataclass(frozen=True, slots=True)
class Recorded:
    """Everything Review needs, read once; any moment follows from it.

    Attributes
    ----------
    deeds : tuple of Deed
        What was decided, done and noted, in order of time.
    story : Story
        The run folded once, for everything that is told of it.
    happenings : tuple of Seconds
        When anything happened, in order of time.
    ways : tuple of (Seconds, tuple of Travelled)
        Along which ways changes came, and when; in order of time.
    at_table_s : int
        Real seconds that people spent on it.
    is_as_played : bool
        Whether this program tells the run as it was seen when it was played.
    known, heard : Known, Heard
        What the team knew at any second, and what had reached it.
    made : FlatDrawing or None
        What the drawing is painted by, where it has been made already.
    library : Path or None
        Where it was read.
    """

    row: RunRow
    drill: Drill
    drawing: Drawing
    entries: tuple[Entry, ...]
    reached: Seconds
    deeds: tuple[Deed, ...]
    marks: tuple[Mark, ...]
    story: Story
    happenings: tuple[Seconds, ...]
    known: Known
    heard: Heard
    ways: tuple[tuple[Seconds, tuple[Travelled, ...]], ...] = ()
    at_table_s: int = 0
    is_as_played: bool = True
    made: FlatDrawing | None = None
    library: Path | None = None

    @property
    def timeline(self) -> Timeline:
        return self.story.timeline

    @property
    def users(self) -> Curve:
        """Users cut off."""
        return self.story.curves.users


def read_recorded(library: Path, run: RunId, opener: Opener, tell: Tell = to_nobody) -> Recorded:
    """Read a run from the library, telling how far its drill is; opens it anew, so that a worker can do it."""
    store = Library(library, is_there=True)
    try:
        opened = opener.recorded(library, store.find(run), tell)
        found = store.recorded(run, opened.loaded)
        tally = store.tallies().get(run, Tally())
    finally:
        store.close()
    drill, entries = found.loaded.drill, found.entries
    reached = Seconds(max(found.reached_s, 0))
    whole = story(drill, entries, reached)
    done = tuple(sorted((*deeds(whole), *notes(whole)), key=lambda each: (each.at, each.seq or 0)))
    return Recorded(
        row=found.row,
        drill=drill,
        drawing=opened.drawing,
        entries=entries,
        reached=reached,
        deeds=done,
        story=whole,
        marks=marks_of(whole.director, with_coming=False),
        happenings=happenings(whole.events, done),
        known=Known(whole),
        heard=heard(whole),
        ways=tuple((event.at, ways) for event in whole.events if (ways := ways_of([event]))),
        at_table_s=tally.at_table_s,
        is_as_played=is_as_played(found),
        made=flat(opened.drawing),
        library=library,
    )


def happenings(events: Iterable[Event], done: tuple[Deed, ...]) -> tuple[Seconds, ...]:
    """Return the seconds in which anything happened on the map, to the team or by it, or was noted."""
    times = {event.at for event in events if isinstance(event, (*HAPPENINGS, Decided))}
    return tuple(sorted(times | {each.at for each in done}))
