"""A run as it stands beside others of its drill."""

from dataclasses import dataclass
from pathlib import Path

from blackstart.core.base.ids import DecisionId, OptionId, RunId
from blackstart.core.base.simtime import Seconds
from blackstart.core.base.text import Text
from blackstart.core.exercise.model import Exercise
from blackstart.core.record.library import Library
from blackstart.core.record.rows import RunRow
from blackstart.core.review.compare import ComparedRun, Comparison, compared, side_by_side
from blackstart.core.review.story import story
from blackstart.shell.document.opening import Opener

HALF_AN_HOUR_S, HOUR_S = 1800, 3600


@dataclass(frozen=True, slots=True, eq=False)
class Side:
    """One run, with the script that it played."""

    row: RunRow
    exercise: Exercise
    run: ComparedRun

    @property
    def lost_hours(self) -> int:
        """Service-hours, rounded half up; a model estimate."""
        return self.lost_hours_until(self.run.until)

    def lost_hours_until(self, at: Seconds) -> int:
        """Service-hours lost up to a second, rounded half up; a model estimate."""
        return (self.run.lost_until(at) + HALF_AN_HOUR_S) // HOUR_S

    def question(self, decision: DecisionId) -> Text | None:
        """What was asked; None = its script has no such decision."""
        return next((each.question for each in self.exercise.decisions if each.id == decision), None)

    def option(self, decision: DecisionId, option: OptionId) -> Text | None:
        """The words of an option."""
        options = (each.options for each in self.exercise.decisions if each.id == decision)
        return next((each.text for each in next(options, ()) if each.id == option), None)


@dataclass(frozen=True, slots=True, eq=False)
class Compared:
    """What came of comparing.

    Attributes
    ----------
    unread : tuple of (RunRow, str)
        Runs that cannot be read, and why.
    """

    sides: tuple[Side, ...]
    comparison: Comparison
    unread: tuple[tuple[RunRow, str], ...] = ()

    @property
    def until(self) -> Seconds:
        """The end of the longest."""
        return max((each.run.until for each in self.sides), default=Seconds(0))

    @property
    def shared_until(self) -> Seconds:
        """The end of the shortest."""
        return self.comparison.shared_until

    @property
    def is_uneven(self) -> bool:
        """Whether some went on longer than others."""
        return self.comparison.is_uneven

    def question(self, decision: DecisionId) -> Text | None:
        """What was asked, by the first script that has it."""
        return next((found for each in self.sides if (found := each.question(decision)) is not None), None)

    def way_back(self, decision: DecisionId, opened: RunId | None) -> tuple[RunId, Seconds] | None:
        """Return where a decision was settled: in the run that is open if it was there, else in the first."""
        settled = [each.run for each in self.sides if decision in each.run.ways]
        settled.sort(key=lambda run: run.run != opened)
        return (settled[0].run, settled[0].ways[decision].at) if settled else None


def put_together(sides: tuple[Side, ...], unread: tuple[tuple[RunRow, str], ...]) -> Compared:
    """Compare runs that have been read; raises what `side_by_side` raises."""
    return Compared(sides, side_by_side([each.run for each in sides]), unread)


def read_side(library: Path, run: RunId, opener: Opener) -> Side:
    """Read one run; opens the library anew, so that a worker can do it. A text that was read is not read again."""
    store = Library(library, is_there=True)
    try:
        loaded = opener.recorded(library, store.find(run)).loaded
        found = store.recorded(run, loaded)
    finally:
        store.close()
    whole = story(loaded.drill, found.entries, Seconds(max(found.reached_s, 0)))
    return Side(found.row, whole.exercise, compared(run, whole))
