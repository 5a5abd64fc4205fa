"""The states of all components over a run, one strip each, in the order in which they failed."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from blackstart.core.base.ids import ComponentId
from blackstart.core.base.simtime import Seconds
from blackstart.core.engine.simulation import Opening
from blackstart.core.engine.trace import Shown
from blackstart.core.exercise.model import Drill
from blackstart.core.play.commands import Entry
from blackstart.core.play.events import Event, Settled
from blackstart.core.play.playback import tell
from blackstart.core.topology.model import Topology


@dataclass(frozen=True, slots=True)
class StateSpan:
    """How one component looked for a while, in the seconds [start, until)."""

    start: Seconds
    until: Seconds
    shown: Shown
    is_on_reserve: bool


@dataclass(frozen=True, slots=True)
class Strip:
    """One component over the whole run.

    Attributes
    ----------
    left_s : Seconds or None
        When it first ceased to be operational; None = it never did, or never was.
    spans : tuple of StateSpan
        Without gaps from second 0 to the end of the last one; each looks other than the one before.
    """

    component: ComponentId
    left_s: Seconds | None
    spans: tuple[StateSpan, ...]

    def at(self, t: int) -> StateSpan:
        """The span in which a second lies; the first or last one where it lies outside."""
        return self.spans[self._place(t)]

    def between(self, first: int, last: int) -> tuple[StateSpan, ...]:
        """The spans in which the seconds `first` .. `last` lie."""
        return self.spans[self._place(first) : self._place(last) + 1]

    def _place(self, t: int) -> int:
        return max(bisect_right(self.spans, t, key=_start) - 1, 0)


@dataclass(frozen=True)
class Timeline:
    """All components over a run of the seconds 0 .. `until`.

    Attributes
    ----------
    strips : tuple of Strip
        The one first that left operational first; file order among equals, and among those that never did, at the
        end.
    """

    until: Seconds
    strips: tuple[Strip, ...]

    @cached_property
    def _by_component(self) -> dict[ComponentId, Strip]:
        return {strip.component: strip for strip in self.strips}

    def of(self, component: ComponentId) -> Strip:
        """The strip of a component; KeyError if there is none."""
        return self._by_component[component]

    def at(self, t: int) -> dict[ComponentId, StateSpan]:
        """How everything looked at the end of a second."""
        return {strip.component: strip.at(t) for strip in self.strips}


def timeline(topology: Topology, events: Iterable[Event], until: Seconds) -> Timeline:
    """Gather what a run told into strips.

    Parameters
    ----------
    events : iterable of Event
        All of a run from its beginning to the end of `until`, the last second ended (`Director.close`).
    """
    opening = Opening(topology)
    making = {each.id: _Making(opening, i) for i, each in enumerate(topology.components)}
    for event in events:
        if isinstance(event, Settled):
            for change in event.changes:
                making[change.component].take(event.at, change.shown, change.is_on_reserve)
    strips = [Strip(id_, each.left_s, tuple(each.spans(until))) for id_, each in making.items()]
    strips.sort(key=lambda strip: until + 1 if strip.left_s is None else strip.left_s)
    return Timeline(until, tuple(strips))


def timeline_of(drill: Drill, entries: Iterable[Entry], until: Seconds) -> Timeline:
    """Fold a recorded run to the end of `until`, for its strips.

    Raises
    ------
    ValueError
        If the journal does not hold exactly one `Begin`.
    UserError
        If the drill has no exercise.
    """
    told = tell(drill, entries, until)
    return timeline(drill.topology, (*told.events, *told.director.close()), until)


class _Making:
    """One strip in the making: from when on it looked how."""

    def __init__(self, opening: Opening, number: int) -> None:
        standing = opening.standing(number)
        self.left_s: Seconds | None = None
        self._looks: list[tuple[Seconds, Shown, bool]] = [
            (Seconds(0), standing.shown, standing.on_reserve_s is not None)
        ]

    def take(self, at: Seconds, shown: Shown, is_on_reserve: bool) -> None:
        start, before, was_on_reserve = self._looks[-1]
        if (shown, is_on_reserve) == (before, was_on_reserve):
            return
        if before is Shown.OPERATIONAL and shown is not before and self.left_s is None:
            self.left_s = at
        if start == at:
            self._looks.pop()  # it began and ended with the same second: nobody saw it
        self._looks.append((at, shown, is_on_reserve))

    def spans(self, until: Seconds) -> Iterator[StateSpan]:
        ends = [start for start, _, _ in self._looks[1:]] + [Seconds(until + 1)]
        for (start, shown, is_on_reserve), end in zip(self._looks, ends, strict=True):
            yield StateSpan(start, end, shown, is_on_reserve)


def _start(span: StateSpan) -> Seconds:
    return span.start
