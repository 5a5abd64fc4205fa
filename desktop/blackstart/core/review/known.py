"""What the team knew at any second of a run, beside what was true: what it believed, and what its display showed."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from blackstart.core.base.ids import ComponentId
from blackstart.core.base.simtime import Seconds
from blackstart.core.exercise.model import State
from blackstart.core.play.awareness import fits, usual
from blackstart.core.review.beliefs import Belief, belief_at, beliefs
from blackstart.core.review.story import Story
from blackstart.core.review.timeline import StateSpan
from blackstart.core.review.unseen import Unseen, state_of, unseen_at, unseen_spans

BELIEVED = "believed"  # the display that shows what the team believes

_SERVES = {State.OPERATIONAL: 4, State.ON_RESERVE: 3, State.DEGRADED: 2, State.RECOVERING: 1}


class Parting(StrEnum):
    """How what the team took for true parted from it; the order is that in which it matters."""

    BETTER = "better"  # it believed better than it was
    UNTOLD = "untold"  # it had said nothing, and its display did not show it
    WORSE = "worse"
    OTHERWISE = "otherwise"


@dataclass(frozen=True, slots=True)
class Line:
    """One component at the end of a second.

    Attributes
    ----------
    believed : State or None
        What the team had said last, in `believed_s`; None = nothing, or it was taken back.
    visible : State
        How it looked on the participants' display.
    seen_s : Seconds or None
        The last second that it was seen in; None = it was seen then, or the display did not depend on that.
    true : State
        How it stood, since `true_s` (0 = since the beginning).
    """

    component: ComponentId
    believed: State | None
    believed_s: Seconds | None
    visible: State
    seen_s: Seconds | None
    true: State
    true_s: Seconds


@dataclass(frozen=True, slots=True)
class Parted:
    """A component of which the team was mistaken in one way, in the seconds [start, until).

    Attributes
    ----------
    since_s : Seconds
        Since when it had been mistaken of it, in whatever way.
    """

    component: ComponentId
    how: Parting
    start: Seconds
    until: Seconds
    since_s: Seconds


class Known:
    """What the team of one run knew; any second is looked up, nothing is played again.

    Attributes
    ----------
    display : str
        What the participants' display showed: all, visible or believed.
    beliefs, unseen : mapping
        By component, where there is any.
    partings : tuple of Parted
        All of the run: the ways in their order, within each the one that began first; file order among equals.
    """

    def __init__(self, story: Story) -> None:
        self.display = story.begin.display
        self.story = story
        self.beliefs = beliefs(story)
        self.unseen = unseen_spans(story)
        self._usual = {each.id: State(usual(each).value) for each in story.drill.topology.components}
        ways = list(Parting)
        found = (each for component in self._asked() for each in self._partings(component))
        self.partings = tuple(sorted(found, key=lambda each: (ways.index(each.how), each.since_s)))

    def parted(self, t: int) -> tuple[Parted, ...]:
        """Return of what the team was mistaken at the end of a second, in the order of `partings`."""
        return tuple(each for each in self.partings if each.start <= t < each.until)

    @property
    def mistaken_in_all(self) -> int:
        """How often the team was mistaken of a component, however many ways of that followed one another."""
        return sum(each.start == each.since_s for each in self.partings)

    def believed_at(self, t: int) -> int:
        """Return of how many components it had said what it believes."""
        return sum(belief_at(steps, t) is not None for steps in self.beliefs.values())

    def line(self, component: ComponentId, t: int) -> Line:
        """Return how a component was believed to stand, how it looked, and how it stood."""
        belief, unseen, span = self._belief(component, t), self._unseen_at(component, t), self._true(component, t)
        return Line(
            component=component,
            believed=belief.state if belief is not None else None,
            believed_s=belief.at if belief is not None else None,
            visible=self._visible(component, belief, unseen, span),
            seen_s=unseen.seen_s if unseen is not None else None,
            true=_state(span),
            true_s=self._true_since(component, t),
        )

    def how(self, component: ComponentId, t: int) -> Parting | None:
        """Return how the team was mistaken of a component at the end of a second; None = it was not."""
        belief, unseen, span = self._belief(component, t), self._unseen_at(component, t), self._true(component, t)
        said = belief.state if belief is not None else None
        taken = said or self._visible(component, belief, unseen, span)
        if fits(taken, span.shown, is_on_reserve=span.is_on_reserve):
            return None
        if said is None:
            return Parting.UNTOLD
        more = _SERVES.get(said, 0) - _SERVES.get(_state(span), 0)
        return Parting.BETTER if more > 0 else Parting.WORSE if more < 0 else Parting.OTHERWISE

    def turns(self, component: ComponentId) -> list[Seconds]:
        """Return the seconds from which on anything may be otherwise with a component, rising from 0."""
        times = {Seconds(0)}
        times |= {span.start for span in self.story.timeline.of(component).spans}
        times |= {belief.at for belief in self.beliefs.get(component, ())}
        times |= {time for span in self.unseen.get(component, ()) for time in (span.start, span.until)}
        return sorted(each for each in times if 0 <= each <= self.story.until)

    def _asked(self) -> Iterator[ComponentId]:
        """Yield, in file order, the components of which the team can have been mistaken."""
        for each in self.story.drill.topology.components:
            if self.display == BELIEVED or each.id in self.beliefs or each.id in self.unseen:
                yield each.id

    def _partings(self, component: ComponentId) -> Iterator[Parted]:
        since: Seconds | None = None
        found: Parted | None = None
        end = Seconds(self.story.until + 1)
        for start, until in pairwise([*self.turns(component), end]):
            how = self.how(component, start)
            if found is not None and how is not found.how:
                yield found
                found = None
            if how is None:
                since = None
                continue
            since = start if since is None else since
            found = Parted(component, how, found.start if found is not None else start, until, since)
        if found is not None:
            yield found

    def _visible(self, component: ComponentId, belief: Belief | None, unseen: Unseen | None, span: StateSpan) -> State:
        if self.display == BELIEVED:
            said = belief.state if belief is not None else None
            return said or self._usual[component]
        return unseen.state if unseen is not None else _state(span)

    def _belief(self, component: ComponentId, t: int) -> Belief | None:
        return belief_at(self.beliefs.get(component, ()), t)

    def _unseen_at(self, component: ComponentId, t: int) -> Unseen | None:
        return unseen_at(self.unseen.get(component, ()), t)

    def _true(self, component: ComponentId, t: int) -> StateSpan:
        return self.story.timeline.of(component).at(t)

    def _true_since(self, component: ComponentId, t: int) -> Seconds:
        """Return since when it had been in the state it was in; a reserve of what is down is no state."""
        spans = self.story.timeline.of(component).between(0, t)
        since, state = spans[-1].start, _state(spans[-1])
        for span in reversed(spans):
            if _state(span) is not state:
                break
            since = span.start
        return since


def _state(span: StateSpan) -> State:
    return state_of(span.shown, is_on_reserve=span.is_on_reserve)
