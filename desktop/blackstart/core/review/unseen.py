"""When nothing saw a component any more, so that the participants' display went on to show how it was before."""

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from blackstart.core.base.ids import ComponentId
from blackstart.core.base.simtime import START, Seconds
from blackstart.core.engine.simulation import Opening
from blackstart.core.engine.trace import Change, Shown
from blackstart.core.exercise.model import State
from blackstart.core.play.events import Settled
from blackstart.core.review.story import Story

MONITORED = "visible"  # the display that shows what monitoring shows


@dataclass(frozen=True, slots=True)
class Unseen:
    """Not seen in the seconds [start, until).

    Attributes
    ----------
    state : State
        How it looked in `seen_s`, the last second that it was seen in.
    """

    start: Seconds
    until: Seconds
    state: State
    seen_s: Seconds


def unseen_spans(story: Story) -> Mapping[ComponentId, tuple[Unseen, ...]]:
    """Return them by component, in order of time; none where the display did not depend on monitoring."""
    if story.begin.display != MONITORED:
        return {}
    watch = _Watch(story)
    for event in story.events:
        if isinstance(event, Settled):
            watch.take(event.at, event.changes)
    return {component: tuple(spans) for component, spans in watch.ended().items()}


def unseen_at(spans: tuple[Unseen, ...], t: int) -> Unseen | None:
    """Return the span in which a second lies; None = it was seen."""
    place = bisect_right(spans, t, key=_start)
    last = spans[place - 1] if place else None
    return last if last is not None and t < last.until else None


def state_of(shown: Shown, *, is_on_reserve: bool) -> State:
    """Return the one word for how a component looks."""
    return State.ON_RESERVE if is_on_reserve and shown is Shown.OPERATIONAL else State(shown.value)


class _Watch:
    """Follows what delivers of all that watches."""

    def __init__(self, story: Story) -> None:
        topology = story.drill.topology
        self._story, self._opening = story, Opening(topology)
        self._numbers = {each.id: number for number, each in enumerate(topology.components)}
        self._seen_by = {each.id: each.seen_by for each in topology.components if each.seen_by}
        self._watched: dict[ComponentId, list[ComponentId]] = {}
        for component, monitoring in self._seen_by.items():
            for each in monitoring:
                self._watched.setdefault(each, []).append(component)
        self._levels = {each: int(self._opening.level(self._numbers[each])) for each in self._watched}
        self._since: dict[ComponentId, Seconds] = {}
        self._spans: dict[ComponentId, list[Unseen]] = {}
        self._look(START, self._seen_by)

    def take(self, at: Seconds, changes: Iterable[Change]) -> None:
        """Take in the end of an instant."""
        touched: dict[ComponentId, None] = {}
        for change in changes:
            if change.component in self._watched:
                self._levels[change.component] = int(change.level)
                touched |= dict.fromkeys(self._watched[change.component])
        self._look(at, touched)

    def ended(self) -> dict[ComponentId, list[Unseen]]:
        """Return all spans, those that last to the end with them."""
        for component in tuple(self._since):
            self._end(component, Seconds(self._story.until + 1))
        return self._spans

    def _look(self, at: Seconds, components: Iterable[ComponentId]) -> None:
        for component in components:
            if not any(self._levels[each] > 0 for each in self._seen_by[component]):
                self._since.setdefault(component, at)
            elif component in self._since:
                self._end(component, at)

    def _end(self, component: ComponentId, until: Seconds) -> None:
        start = self._since.pop(component)
        span = Unseen(start, until, self._seen_last(component, start), Seconds(max(start - 1, START)))
        self._spans.setdefault(component, []).append(span)

    def _seen_last(self, component: ComponentId, start: Seconds) -> State:
        if start > 0:
            before = self._story.timeline.of(component).at(start - 1)
            return state_of(before.shown, is_on_reserve=before.is_on_reserve)
        standing = self._opening.standing(self._numbers[component])
        return state_of(standing.shown, is_on_reserve=standing.on_reserve_s is not None)


def _start(span: Unseen) -> Seconds:
    return span.start
