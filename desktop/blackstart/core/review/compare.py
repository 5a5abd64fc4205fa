"""Several runs of one drill side by side: what they cost, how they decided, where they parted."""

from collections.abc import Sequence
from dataclasses import dataclass

from blackstart.core.base.errors import UserError
from blackstart.core.base.ids import DecisionId, OptionId, RunId
from blackstart.core.base.simtime import Seconds
from blackstart.core.engine.trace import Impact
from blackstart.core.play.decisions import SettledDecision
from blackstart.core.review.curves import Curve
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
    """

    run: RunId
    until: Seconds
    impact: Impact
    users: Curve
    milestones: Milestones
    ways: dict[DecisionId, Way]


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


def compare(told: Sequence[tuple[RunId, Story]]) -> Comparison:
    """Compare runs, in the order given.

    Raises
    ------
    UserError
        If they are of different drills.
    """
    drills = list(dict.fromkeys(story.drill.id for _, story in told))
    if len(drills) > 1:
        raise UserError(f"these runs are of different drills: {', '.join(drills)}; compare runs of one drill")
    runs = tuple(_compared(run, story) for run, story in told)
    firsts: dict[DecisionId, Seconds] = {}
    for run in runs:
        for decision, way in run.ways.items():
            firsts[decision] = min(way.at, firsts.get(decision, way.at))
    decisions = tuple(sorted(firsts, key=lambda decision: firsts[decision]))
    return Comparison(runs, decisions, next((each for each in decisions if _differ(each, runs)), None))


def _compared(run: RunId, story: Story) -> ComparedRun:
    ways = {each.decision.id: _way(each) for each in story.director.decided()}
    return ComparedRun(run, story.until, story.impact, story.curves.users, milestones(story), ways)


def _way(settled: SettledDecision) -> Way:
    return Way(settled.option, settled.at, settled.at - settled.opened_s, settled.by)


def _differ(decision: DecisionId, runs: Sequence[ComparedRun]) -> bool:
    """Whether runs took different options; one that ended before the question was settled elsewhere says nothing."""
    first = min(run.ways[decision].at for run in runs if decision in run.ways)
    asked = [run.ways.get(decision) for run in runs if decision in run.ways or run.until >= first]
    return len({way.option if way is not None else None for way in asked}) > 1
