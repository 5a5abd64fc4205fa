"""The measures of objectives, checked against what was recorded, with the entries that show it."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import singledispatch
from itertools import pairwise

from blackstart.core.base.ids import ObjectiveId
from blackstart.core.base.simtime import Seconds
from blackstart.core.exercise.model import DecidedWithin, DoneBy, Measure, SaidEvery, State, StateBy
from blackstart.core.play.events import ActionDone, Decided
from blackstart.core.review.milestones import decision_times, milestones
from blackstart.core.review.story import Story
from blackstart.core.review.timeline import StateSpan


@dataclass(frozen=True, slots=True)
class Checked:
    """How a measure turned out.

    Attributes
    ----------
    is_met : bool or None
        None = the run ended before it could be told, or what is measured never came about.
    value_s : int or None
        When it was done (T+), how long it took, since when it was so, or the longest silence, as the measure has it.
    since_s : Seconds or None
        Where the longest silence began.
    evidence : tuple of int
        Seqs of the entries that show it; a state of the map needs none.
    """

    is_met: bool | None
    value_s: int | None = None
    since_s: Seconds | None = None
    evidence: tuple[int, ...] = ()


def checked(story: Story) -> dict[ObjectiveId, Checked]:
    """Check the measure of every objective that has one."""
    return {each.id: check(each.measure, story) for each in story.exercise.objectives if each.measure is not None}


def check(measure: Measure, story: Story) -> Checked:
    """Check one measure against a run."""
    return _check(measure, story)


@singledispatch
def _check(measure: Measure, story: Story) -> Checked:
    raise TypeError(f"no such measure: {measure!r}")


@_check.register
def _done_by(measure: DoneBy, story: Story) -> Checked:
    done = next(_done(measure, story), None)
    if done is None:
        return Checked(False if story.until >= measure.by else None)
    at, seq = done
    return Checked(at <= measure.by, at, evidence=(seq,))


@_check.register
def _decided_within(measure: DecidedWithin, story: Story) -> Checked:
    times = [each for each in decision_times(story) if each.decision == measure.decision]
    if not times:
        return Checked(None)
    first = times[0]
    if first.took_s is None or first.seq is None:
        return Checked(False if story.until - first.opened_s > measure.within else None)
    return Checked(first.took_s <= measure.within, first.took_s, evidence=(first.seq,))


@_check.register
def _state_by(measure: StateBy, story: Story) -> Checked:
    if story.until < measure.by:
        return Checked(None)
    span = story.timeline.of(measure.component).at(measure.by)
    is_so = _looks(span, measure.state)
    return Checked(is_so, span.start if is_so else None)


@_check.register
def _said_every(measure: SaidEvery, story: Story) -> Checked:
    words = milestones(story).words
    times = [Seconds(0), *(each.at for each in words), story.until]
    length, since = max(((after - before, before) for before, after in pairwise(times)), key=lambda each: each[0])
    is_met = length <= measure.every
    is_known = not is_met or story.until >= measure.every  # a shorter run cannot show it
    return Checked(is_met if is_known else None, length, since, tuple(each.seq for each in words))


def _done(measure: DoneBy, story: Story) -> Iterator[tuple[Seconds, int]]:
    for event in story.events:
        match event:
            case Decided(at, decision, _, seq) if measure.kind == "decision" and decision == measure.id:
                yield at, seq
            case ActionDone(at, action, seq) if measure.kind == "action" and action == measure.id:
                yield at, seq


def _looks(span: StateSpan, state: State) -> bool:
    if state is State.ON_RESERVE:
        return span.is_on_reserve
    return span.shown.value == state.value
