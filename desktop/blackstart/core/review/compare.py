"""Several runs of one drill side by side: what they cost, how they decided, where they parted."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from blackstart.core.base.errors import UserError
from blackstart.core.base.ids import DecisionId, DrillId, OptionId, RunId
from blackstart.core.base.simtime import Seconds
from blackstart.core.base.words import said
from blackstart.core.engine.trace import Impact
from blackstart.core.play.decisions import SettledDecision
from blackstart.core.review.curves import Curve
from blackstart.core.review.deeds import decision_numbers
from blackstart.core.review.milestones import Milestones, milestones
from blackstart.core.review.story import Story


@dataclass(frozen=True, slots=True)
class Way:
    """How one run settled one decision; `by` empty = its time ran out."""

    option: OptionId
    at: Seconds
    took_s: int
    by: str


@dataclass(frozen=True, slots=True)
class ComparedRun:
    """One run in the comparison.

    Attributes
    ----------
    until : Seconds
        The last second of it that is compared.
    ways : mapping of DecisionId to Way
        Only of what it settled.
    numbers : mapping of DecisionId to int
        By which that run's own review calls them, from 1.
    """

    run: RunId
    drill: DrillId
    until: Seconds
    impact: Impact
    users: Curve
    milestones: Milestones
    ways: dict[DecisionId, Way]
    numbers: dict[DecisionId, int]

    def lost_until(self, at: Seconds) -> int:
        """Service-seconds lost up to a second, or to its end where it ended before."""
        return self.users.total(at) if at < self.until else self.impact.lost_service_seconds

    @property
    def taken(self) -> int:
        """How many scripted decisions somebody took."""
        return sum(bool(way.by) for way in self.ways.values())

    @property
    def ran_out(self) -> int:
        """How many scripted decisions nobody took in time."""
        return len(self.ways) - self.taken


@dataclass(frozen=True, slots=True)
class Comparison:
    """Runs of one drill.

    Attributes
    ----------
    decisions : tuple of DecisionId
        Scripted ones that any run settled, by the first second in which one did.
    parted : DecisionId or None
        The first of them that they did not settle alike; None = none.
    """

    runs: tuple[ComparedRun, ...]
    decisions: tuple[DecisionId, ...]
    parted: DecisionId | None

    @property
    def shared_until(self) -> Seconds:
        """The end of the shortest: up to there what they lost can be compared."""
        return min((run.until for run in self.runs), default=Seconds(0))

    @property
    def is_uneven(self) -> bool:
        """Whether some went on longer than others, and lost more for that alone."""
        return any(run.until != self.shared_until for run in self.runs)

    def differ(self, decision: DecisionId) -> bool:
        """Whether runs took different options; one that ended before it was settled elsewhere says nothing."""
        first = min(run.ways[decision].at for run in self.runs if decision in run.ways)
        asked = [run.ways.get(decision) for run in self.runs if decision in run.ways or run.until >= first]
        return len({way.option if way is not None else None for way in asked}) > 1


def compare(told: Sequence[tuple[RunId, Story]]) -> Comparison:
    """Compare runs, in the order given; raises what `side_by_side` raises."""
    return side_by_side([compared(run, story) for run, story in told])


def side_by_side(runs: Sequence[ComparedRun]) -> Comparison:
    """Put runs beside each other, in the order given.

    Raises
    ------
    UserError
        If they are of different drills.
    """
    drills = list(dict.fromkeys(run.drill for run in runs))
    if len(drills) > 1:
        raise UserError(said("look-back.different-drills", drills=tuple(drills)))
    firsts: dict[DecisionId, Seconds] = {}
    for run in runs:
        for decision, way in run.ways.items():
            firsts[decision] = min(way.at, firsts.get(decision, way.at))
    decisions = tuple(sorted(firsts, key=lambda decision: firsts[decision]))
    found = Comparison(tuple(runs), decisions, None)
    return replace(found, parted=next((each for each in decisions if found.differ(each)), None))


def compared(run: RunId, story: Story) -> ComparedRun:
    """Return what is compared of a run."""
    ways = {each.decision.id: _way(each) for each in story.director.decided()}
    drill, users, numbers = story.drill.id, story.curves.users, decision_numbers(story.director)
    return ComparedRun(run, drill, story.until, story.impact, users, milestones(story), ways, numbers)


def _way(settled: SettledDecision) -> Way:
    return Way(settled.option, settled.at, settled.at - settled.opened_s, settled.by)
