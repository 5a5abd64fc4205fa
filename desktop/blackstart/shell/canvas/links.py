"""Which lines of a drawing join which cards: for what is lit, walked along, or travels there."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from blackstart.core.base.ids import ComponentId
from blackstart.core.drawing.model import Drawing, GateKey, Leg, Line
from blackstart.core.topology.model import Purpose


@dataclass(frozen=True, slots=True, eq=False)
class Ends:
    """Lines by what they come to, what they come from, and the gate they come out of."""

    into: Mapping[ComponentId, Sequence[int]]
    out_of: Mapping[ComponentId, Sequence[int]]
    out_of_gate: Mapping[GateKey, int]


class Links:
    """The lines of one drawing, found by what they join; numbers are those of the drawing's lines."""

    def __init__(self, drawing: Drawing) -> None:
        self._lines = drawing.lines
        self._ends: Ends | None = None

    def ends(self) -> Ends:
        """Return them by their ends; looks through all of them the first time, which of many takes long."""
        if self._ends is None:
            self._ends = _ends(self._lines)
        return self._ends

    def way(self, number: int) -> tuple[int, ...]:
        """Return a supplier's line with, where it ends at a gate, the line that goes on from there."""
        line = self._lines[number]
        if line.leg is not Leg.INTO_GATE:
            return (number,)
        onward = self.ends().out_of_gate.get((line.component, line.need_index))
        return (number,) if onward is None else (number, onward)

    def way_of_need(self, supplier: ComponentId, component: ComponentId, need_index: int) -> tuple[int, ...]:
        """Return the lines by which a supplier serves one need; none if it does not."""
        for number in self.ends().into.get(component, ()):
            line = self._lines[number]
            if line.supplier == supplier and line.need_index == need_index:
                return self.way(number)
        return ()

    def needed(self, component: ComponentId) -> tuple[Line, ...]:
        """Return the lines from its suppliers."""
        return tuple(self._lines[number] for number in self.ends().into.get(component, ()))

    def ways_in(self, component: ComponentId, purposes: Iterable[Purpose] = Purpose) -> set[int]:
        """Return all lines by which anything comes to a component."""
        return self._ways(self.ends().into.get(component, ()), frozenset(purposes))

    def ways_out(self, component: ComponentId, purposes: Iterable[Purpose] = Purpose) -> set[int]:
        """Return all lines by which a component serves others."""
        return self._ways(self.ends().out_of.get(component, ()), frozenset(purposes))

    def among(self, components: Collection[ComponentId]) -> set[int]:
        """Return all lines by which some components serve one another."""
        into = (number for each in components for number in self.ends().into.get(each, ()))
        return {each for number in into if self._lines[number].supplier in components for each in self.way(number)}

    def suppliers(self, component: ComponentId, purposes: Iterable[Purpose] = Purpose) -> tuple[ComponentId, ...]:
        """Return what a component needs, once each, in the order of its needs."""
        wanted = frozenset(purposes)
        lines = (self._lines[number] for number in self.ends().into.get(component, ()))
        return tuple(dict.fromkeys(line.supplier for line in lines if line.supplier and line.purpose in wanted))

    def dependents(self, component: ComponentId, purposes: Iterable[Purpose] = Purpose) -> tuple[ComponentId, ...]:
        """Return what needs a component, once each, in the order of the drawing."""
        wanted = frozenset(purposes)
        lines = (self._lines[number] for number in self.ends().out_of.get(component, ()))
        return tuple(dict.fromkeys(line.component for line in lines if line.purpose in wanted))

    def _ways(self, numbers: Iterable[int], purposes: frozenset[Purpose]) -> set[int]:
        return {each for number in numbers if self._lines[number].purpose in purposes for each in self.way(number)}


def _ends(lines: Sequence[Line]) -> Ends:
    into: dict[ComponentId, list[int]] = defaultdict(list)
    out_of: dict[ComponentId, list[int]] = defaultdict(list)
    out_of_gate: dict[GateKey, int] = {}
    for number, line in enumerate(lines):
        if line.supplier is None:
            out_of_gate[line.component, line.need_index] = number
        else:
            into[line.component].append(number)
            out_of[line.supplier].append(number)
    return Ends(into, out_of, out_of_gate)
