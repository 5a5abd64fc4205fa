"""The needs of a topology as numbered boxes and edges: what the router works on.

Boxes are numbered: components first, in the topology's order, then the pills of needs with several suppliers.
"""

from dataclasses import dataclass
from typing import NamedTuple

from blackstart.core.base.ids import ComponentId
from blackstart.core.drawing.model import GateKey, Leg
from blackstart.core.topology.model import Need, Purpose, Topology

PURPOSES = (Purpose.RUN, Purpose.START, Purpose.RESPOND)


class Edge(NamedTuple):
    """One line to be drawn, from box to box; `purpose` is a number in `PURPOSES`."""

    source: int
    target: int
    purpose: int


@dataclass(frozen=True, slots=True)
class Wire:
    """A need's part in an edge; several needs can share one edge."""

    edge: int
    supplier: ComponentId | None
    component: ComponentId
    need_index: int
    purpose: Purpose
    leg: Leg


@dataclass(frozen=True, slots=True)
class Wires:
    """Everything that is to be joined.

    Attributes
    ----------
    components : tuple of ComponentId
        Box numbers from 0.
    pills : tuple of tuple of GateKey
        Box numbers after those of the components; the needs that share each pill.
    edges : tuple of Edge
        No two alike, none from a box to itself.
    wires : tuple of Wire
        In the order of components and needs.
    """

    components: tuple[ComponentId, ...]
    pills: tuple[tuple[GateKey, ...], ...]
    edges: tuple[Edge, ...]
    wires: tuple[Wire, ...]

    @property
    def first_gate(self) -> int:
        """Box number of the first pill."""
        return len(self.components)


def shared_pills(topology: Topology) -> tuple[tuple[GateKey, ...], ...]:
    """Needs with several suppliers, those together that ask exactly the same and so always agree.

    A need with a standby stands alone: its standby is armed for it only.
    """
    groups: dict[object, list[GateKey]] = {}
    for component in topology.components:
        for index, need in enumerate(component.needs):
            if is_gated(need, topology):
                key: object = (component.id, index)
                if not need.standby:
                    key = (frozenset(need.on), need.at_least, need.useful, need.survives, need.rejoin, need.name)
                groups.setdefault(key, []).append((component.id, index))
    return tuple(tuple(keys) for keys in groups.values())


def is_gated(need: Need, topology: Topology) -> bool:
    """Whether the need is drawn with a pill: it has more than one supplier on the map."""
    return sum(supplier in topology for supplier in need.on) > 1


def wires(topology: Topology) -> Wires:
    """Number the boxes and gather the edges; suppliers that are not on the map are passed over."""
    numbers = {component.id: number for number, component in enumerate(topology.components)}
    pills = shared_pills(topology)
    gate_of = {key: len(numbers) + number for number, keys in enumerate(pills) for key in keys}
    edges: dict[Edge, int] = {}
    found: list[Wire] = []

    def join(source: int, target: int, stroke: Purpose, wire: tuple[ComponentId | None, GateKey, Purpose, Leg]) -> None:
        if source != target:
            supplier, (component, index), purpose, leg = wire
            edge = edges.setdefault(Edge(source, target, PURPOSES.index(stroke)), len(edges))
            found.append(Wire(edge, supplier, component, index, purpose, leg))

    for component in topology.components:
        for index, need in enumerate(component.needs):
            key = (component.id, index)
            gate = gate_of.get(key)
            end, stroke, leg = numbers[component.id], need.purpose, Leg.WHOLE
            if gate is not None:  # what enters a gate is solid, whatever the need is for
                end, stroke, leg = gate, Purpose.RUN, Leg.INTO_GATE
            for supplier in need.on:
                if supplier in numbers:
                    join(numbers[supplier], end, stroke, (supplier, key, need.purpose, leg))
            if gate is not None:
                join(gate, numbers[component.id], need.purpose, (None, key, need.purpose, Leg.FROM_GATE))
    return Wires(tuple(numbers), pills, tuple(edges), tuple(found))
