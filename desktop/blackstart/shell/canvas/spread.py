"""Along which lines a change came, and how much hangs on it: motion follows the trace of the engine."""

from collections import deque
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from heapq import nlargest

import numpy as np

from blackstart.core.base.ids import ComponentId
from blackstart.core.engine.trace import Shown, SupplierCause
from blackstart.core.play.events import Event, Spread
from blackstart.core.topology.model import Component, Need, Purpose, Topology
from blackstart.shell.canvas.links import Links
from blackstart.shell.canvas.moment import Moment, Travelled
from blackstart.shell.canvas.signs import LOUD

MOST_FLOWS = 6
MOST_WEIGHED = 24  # candidates that are weighed with all that hangs on them; of more, those with most users themselves
MOST_VISITED = 2_000  # components that are looked at to weigh one


@dataclass(frozen=True, slots=True)
class Flow:
    """What travels from a supplier to a dependent.

    Attributes
    ----------
    lines : tuple of int
        Numbers of the drawing's lines, one after the other: the whole way, or into a gate and out of it.
    shown : Shown
        State of the supplier, in whose colour it travels.
    """

    lines: tuple[int, ...]
    shown: Shown


def ways_of(events: Iterable[Event]) -> tuple[Travelled, ...]:
    """Return the ways along which changes came, in the order in which they came."""
    rows = (row for event in events if isinstance(event, Spread) for row in event.rows)
    causes = ((row.cause, row.component) for row in rows)
    found = (
        (cause.component, component, cause.need) for cause, component in causes if isinstance(cause, SupplierCause)
    )
    return tuple(dict.fromkeys(found))


def ways_on_reserve(at: Moment) -> tuple[Travelled, ...]:
    """Return the ways by which nothing comes any more to what goes on with what it has."""
    found = []
    levels = _levels(at)
    for component in _on_reserve(at):
        for need in component.needs:
            if need.purpose is Purpose.RUN and need.is_hard and need.survives > 0 and not _is_met(levels, need):
                lost = (each for each in need.on if levels[each] < need.useful)
                found += [(supplier, component.id, need.reference) for supplier in lost]
    return tuple(found)


def _on_reserve(at: Moment) -> list[Component]:
    """Return what goes on with what it has, without asking every component where the signs are read."""
    if at.signs is None:
        return [each for each in at.topology.components if at.standings[each.id].on_reserve_s is not None]
    return [at.topology.components[number] for number in np.flatnonzero(at.signs.cards >= LOUD)]


def _levels(at: Moment) -> Mapping[ComponentId, int]:
    """Return what each component delivers."""
    if at.signs is None:
        return {id_: standing.level for id_, standing in at.standings.items()}
    return dict(zip(at.standings, at.signs.levels.tolist(), strict=True))


class Flows:
    """Finds the flows of one map."""

    def __init__(self, topology: Topology, links: Links) -> None:
        self._topology = topology
        self._links = links
        self._weights: dict[ComponentId, int] = {}

    def heaviest(self, ways: Collection[Travelled], at: Moment) -> tuple[Flow, ...]:
        """Return the flows of at most six of these ways: those on whose dependents most users hang."""
        likely = nlargest(MOST_WEIGHED, ways, key=lambda way: self._topology.component(way[1]).users)
        chosen = nlargest(MOST_FLOWS, likely, key=lambda way: self._weight(way[1]))
        flows = (Flow(self._lines(way), at.standings[way[0]].shown) for way in chosen)
        return tuple(flow for flow in flows if flow.lines)

    def _lines(self, way: Travelled) -> tuple[int, ...]:
        supplier, component, reference = way
        needs = self._topology.component(component).needs
        index = next((index for index, need in enumerate(needs) if need.reference == reference), -1)
        return self._links.way_of_need(supplier, component, index)

    def _weight(self, component: ComponentId) -> int:
        """Return the users of a component and of what hangs on it."""
        if component not in self._weights:
            seen, waiting = {component}, deque([component])
            while waiting and len(seen) < MOST_VISITED:
                fresh = [each for each in self._links.dependents(waiting.popleft(), _RUN) if each not in seen]
                seen.update(fresh)
                waiting.extend(fresh)
            self._weights[component] = sum(self._topology.component(each).users for each in seen)
        return self._weights[component]


_RUN = (Purpose.RUN,)


def _is_met(levels: Mapping[ComponentId, int], need: Need) -> bool:
    """Whether enough suppliers serve; a standby does not tell whether it is armed, and one that is ends the reserve."""
    standby = {each.supplier for each in need.standby}
    serving = (each for each in need.on if each not in standby and levels[each] >= need.useful)
    return sum(1 for _ in serving) >= need.at_least
