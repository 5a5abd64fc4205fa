"""A recorded run as it is looked back on: its drill, its journal, and what was decided."""

from dataclasses import dataclass
from pathlib import Path

from blackstart.core.base.ids import RunId
from blackstart.core.base.simtime import Seconds
from blackstart.core.base.text import Text
from blackstart.core.drawing.model import Drawing
from blackstart.core.exercise.model import Drill
from blackstart.core.play.commands import Decide, DecideUnscripted, Entry
from blackstart.core.play.director import Director
from blackstart.core.play.playback import look_back
from blackstart.core.record.library import Library
from blackstart.core.record.rows import RunRow
from blackstart.shell.canvas.faces import Moment, moment
from blackstart.shell.document.opening import Opener
from blackstart.shell.widgets.time_marks import decision_numbers, marks_of
from blackstart.shell.widgets.time_strip import Mark


@dataclass(frozen=True, slots=True)
class Verdict:
    """One decision of the run.

    Attributes
    ----------
    number : int
        From 1, in the order they were put; 0 = nobody had scripted it.
    by : str
        Role id or name; empty = time ran out.
    took_s : int or None
        From being put to being taken.
    """

    number: int
    at: Seconds
    by: str
    what: Text
    why: str
    took_s: int | None


@dataclass(frozen=True, slots=True)
class Recorded:
    """Everything Review needs, read once; any moment is a fold of it."""

    row: RunRow
    drill: Drill
    drawing: Drawing
    entries: tuple[Entry, ...]
    reached: Seconds
    verdicts: tuple[Verdict, ...]
    marks: tuple[Mark, ...]

    def moment_at(self, at: Seconds) -> Moment:
        """Fold the run to the end of a second."""
        director = look_back(self.drill, self.entries, at)
        return moment(self.drill.topology, at, director.simulation.standing)


def read_recorded(library: Path, run: RunId, opener: Opener) -> Recorded:
    """Read a run from the library; opens it anew, so that a worker can do it."""
    store = Library(library)
    try:
        opened = opener.recorded(library, store.find(run))
        found = store.recorded(run, opened.loaded)
    finally:
        store.close()
    drill, entries = found.loaded.drill, found.entries
    reached = Seconds(max(found.reached_s, 0))
    director = look_back(drill, entries, reached)
    return Recorded(
        row=found.row,
        drill=drill,
        drawing=opened.drawing,
        entries=entries,
        reached=reached,
        verdicts=verdicts(director, entries),
        marks=marks_of(director, with_coming=False),
    )


def verdicts(director: Director, entries: tuple[Entry, ...]) -> tuple[Verdict, ...]:
    """Return what was decided, in the order in which it was."""
    numbers = decision_numbers(director)
    said = {entry.seq: entry.command for entry in entries}
    found = []
    for settled in director.decided():
        command = said.get(settled.seq) if settled.seq is not None else None
        why = command.why if isinstance(command, Decide) else ""
        option = next(each for each in settled.decision.options if each.id == settled.option)
        took = settled.at - settled.opened_s
        found.append(Verdict(numbers[settled.decision.id], settled.at, settled.by, option.text, why, took))
    for entry in entries:
        if isinstance(entry.command, DecideUnscripted):
            own = entry.command
            found.append(Verdict(0, entry.at, own.by, Text((("", own.choice),)), own.why, None))
    return tuple(sorted(found, key=lambda each: each.at))
