"""A recorded run as it is looked back on: its drill, its journal, and what was decided."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from blackstart.core.base.ids import RunId
from blackstart.core.base.simtime import Seconds
from blackstart.core.base.text import Text
from blackstart.core.drawing.model import Drawing
from blackstart.core.exercise.model import Drill
from blackstart.core.play.commands import Decide, DecideUnscripted, Entry, Note
from blackstart.core.play.director import Director
from blackstart.core.play.events import HAPPENINGS, Decided, Event
from blackstart.core.record.derived import is_as_played
from blackstart.core.record.library import Library
from blackstart.core.record.rows import RunRow
from blackstart.core.record.tallies import Tally
from blackstart.core.review.curves import Curve
from blackstart.core.review.story import Story, story
from blackstart.core.review.timeline import Timeline
from blackstart.shell.canvas.flat import FlatDrawing, flat
from blackstart.shell.canvas.moment import Travelled
from blackstart.shell.canvas.spread import ways_of
from blackstart.shell.document.opening import Opener
from blackstart.shell.widgets.time_marks import decision_numbers, marks_of
from blackstart.shell.widgets.time_strip import Mark


@dataclass(frozen=True, slots=True)
class Verdict:
    """One decision of the run, or a note.

    Attributes
    ----------
    number : int
        From 1, in the order they were put; 0 = nobody had scripted it.
    at : Seconds
        When it was taken, or its time ran out; when it was put where neither came about.
    by : str or None
        Role id or name; empty = time ran out; None = it was still open, and had time left or no limit.
    what : Text or None
        What was decided, or the words of the note; None = nothing.
    took_s : int or None
        From being put to being taken.
    confidence : str
        low, medium or high; empty = nobody said.
    """

    number: int
    at: Seconds
    by: str | None
    what: Text | None
    why: str
    took_s: int | None
    confidence: str = ""
    is_note: bool = False


@dataclass(frozen=True, slots=True)
class Recorded:
    """Everything Review needs, read once; any moment follows from it.

    Attributes
    ----------
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
    verdicts: tuple[Verdict, ...]
    marks: tuple[Mark, ...]
    story: Story
    happenings: tuple[Seconds, ...]
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


def read_recorded(library: Path, run: RunId, opener: Opener) -> Recorded:
    """Read a run from the library; opens it anew, so that a worker can do it."""
    store = Library(library, is_there=True)
    try:
        opened = opener.recorded(library, store.find(run))
        found = store.recorded(run, opened.loaded)
        tally = store.tallies().get(run, Tally())
    finally:
        store.close()
    drill, entries = found.loaded.drill, found.entries
    reached = Seconds(max(found.reached_s, 0))
    whole = story(drill, entries, reached)
    judged = verdicts(whole.director, entries)
    return Recorded(
        row=found.row,
        drill=drill,
        drawing=opened.drawing,
        entries=entries,
        reached=reached,
        verdicts=judged,
        story=whole,
        marks=marks_of(whole.director, with_coming=False),
        happenings=happenings(whole.events, judged),
        ways=tuple((event.at, ways) for event in whole.events if (ways := ways_of([event]))),
        at_table_s=tally.at_table_s,
        is_as_played=is_as_played(found),
        made=flat(opened.drawing),
        library=library,
    )


def happenings(events: Iterable[Event], verdicts_: tuple[Verdict, ...]) -> tuple[Seconds, ...]:
    """Return the seconds in which anything happened on the map, to the team or by it, or was noted."""
    times = {event.at for event in events if isinstance(event, (*HAPPENINGS, Decided))}
    return tuple(sorted(times | {verdict.at for verdict in verdicts_}))


def verdicts(director: Director, entries: tuple[Entry, ...]) -> tuple[Verdict, ...]:
    """Return what was decided, left undecided and noted, in order of time."""
    numbers = decision_numbers(director)
    said = {entry.seq: entry.command for entry in entries}
    found = []
    for settled in director.decided():
        command = said.get(settled.seq) if settled.seq is not None else None
        why, confidence = (command.why, command.confidence) if isinstance(command, Decide) else ("", "")
        option = next(each for each in settled.decision.options if each.id == settled.option)
        took = settled.at - settled.opened_s
        number = numbers[settled.decision.id]
        found.append(Verdict(number, settled.at, settled.by, option.text, why, took, confidence))
    for waiting in director.open_decisions():
        ran_out = waiting.due_s if waiting.is_overdue else None
        at, by = (waiting.opened_s, None) if ran_out is None else (ran_out, "")
        found.append(Verdict(numbers[waiting.decision.id], at, by, None, "", None))
    found += _unscripted(entries)
    return tuple(sorted(found, key=lambda each: each.at))


def _unscripted(entries: tuple[Entry, ...]) -> Iterator[Verdict]:
    """Yield what was decided and noted without any script."""
    for entry in entries:
        match entry.command:
            case DecideUnscripted() as own:
                yield Verdict(0, entry.at, own.by, Text((("", own.choice),)), own.why, None, own.confidence)
            case Note() as note:
                yield Verdict(0, entry.at, note.by, Text((("", note.text),)), "", None, is_note=True)
