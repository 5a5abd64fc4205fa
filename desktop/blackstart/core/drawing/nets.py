"""Edges that share a trunk, and edges so short that they need none.

A net is every edge of one source and one stroke that leaves in one direction. It is routed and drawn as one.
"""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from blackstart.core.drawing.columns import Columns
from blackstart.core.drawing.wires import Edge

NetKey = tuple[int, int, int]  # source box, purpose number, way: 1 to the right, -1 to the left, 0 in its own column

DIRECT_OVERLAP = 60.0  # px that two boxes above each other must share for a straight line between them
GATE_OVERLAP = 40.0  # px that a pill and a card must share
GATE_GAP = 9.0  # px between them that an arrowhead takes
PILL_GAP = 8.0  # px between a pill and an upright line beside it
DIRECT_GAP = 28.0  # px between several such lines
OUT_GAP = 12.0  # px between the trunks that leave one side


@dataclass(frozen=True, slots=True)
class Net:
    """One trunk.

    Attributes
    ----------
    edges : tuple of int
        Its edges.
    targets : mapping of int to tuple of int
        Column -> boxes to be reached there.
    span : int
        How many columns it goes.
    """

    key: NetKey
    column: int
    edges: tuple[int, ...]
    targets: Mapping[int, tuple[int, ...]]
    span: int

    @property
    def source(self) -> int:
        """The box it begins at."""
        return self.key[0]

    @property
    def way(self) -> int:
        """1 to the right, -1 to the left, 0 within the column."""
        return self.key[2]

    @property
    def passed(self) -> range:
        """The columns it must pass, in order from the source."""
        return range(self.column + self.way, self.column + self.way * self.span, self.way) if self.way else range(0)

    @property
    def entered(self) -> range:
        """The columns it comes to, with the farthest one, in order from the source."""
        if not self.way:
            return range(self.column, self.column + 1)
        return range(self.column + self.way, self.column + self.way * (self.span + 1), self.way)

    @property
    def boxes(self) -> tuple[int, ...]:
        """All boxes it reaches."""
        return tuple(box for boxes in self.targets.values() for box in boxes)


@dataclass(frozen=True, slots=True)
class Direct:
    """A straight upright line between neighbours in a column, the `slot`-th of `slots` from low to high (x)."""

    edge: int
    low: float
    high: float
    slot: int
    slots: int


def gather(grid: Columns, edges: Sequence[Edge], first_gate: int) -> tuple[dict[NetKey, Net], tuple[Direct, ...]]:
    """Sort the edges into nets and direct lines."""
    spans = {number: span for number, edge in enumerate(edges) if (span := _direct_span(grid, edge, first_gate))}
    pairs = Counter(frozenset(edges[number][:2]) for number in spans)
    taken: Counter[frozenset[int]] = Counter()
    directs = []
    for number, span in spans.items():
        pair = frozenset(edges[number][:2])
        directs.append(Direct(number, *span, taken[pair], pairs[pair]))
        taken[pair] += 1
    members: dict[NetKey, list[int]] = {}
    for number in (number for number in range(len(edges)) if number not in spans):
        source, target, purpose = edges[number]
        way = int(grid.of[target] > grid.of[source]) - int(grid.of[target] < grid.of[source])
        members.setdefault((source, purpose, way), []).append(number)
    return {key: _net(grid, edges, key, numbers) for key, numbers in members.items()}, tuple(directs)


def _direct_span(grid: Columns, edge: Edge, first_gate: int) -> tuple[float, float] | None:
    """The x between which an upright line can join two boxes; None if it cannot.

    Pills between two cards are passed on their right.
    """
    if grid.of[edge.source] != grid.of[edge.target]:
        return None
    stack = grid.stacks[int(grid.of[edge.source])]
    upper, lower = sorted((stack.index(edge.source), stack.index(edge.target)))
    joined = [grid.boxes[stack[upper]], grid.boxes[stack[lower]]]
    has_gate = max(edge[:2]) >= first_gate
    low = max(float(box[0]) for box in joined)
    high = min(float(box[0] + box[2]) for box in joined)
    for between in stack[upper + 1 : lower]:
        if between < first_gate or has_gate:
            return None
        low = max(low, float(grid.boxes[between, 0] + grid.boxes[between, 2]) + PILL_GAP)
    gap = float(joined[1][1] - joined[0][1] - joined[0][3])
    wanted = GATE_OVERLAP if has_gate else DIRECT_OVERLAP
    return (low, high) if high - low > wanted and (gap >= GATE_GAP or not has_gate) else None


def _net(grid: Columns, edges: Sequence[Edge], key: NetKey, numbers: Sequence[int]) -> Net:
    targets: dict[int, tuple[int, ...]] = {}
    for number in numbers:
        target = edges[number].target
        column = int(grid.of[target])
        targets[column] = (*targets.get(column, ()), target)
    own = int(grid.of[key[0]])
    return Net(key, own, tuple(numbers), targets, max(abs(column - own) for column in targets))


def thinned(
    grid: Columns, edges: Sequence[Edge], nets: Mapping[NetKey, Net], without: Collection[int]
) -> dict[NetKey, Net]:
    """The nets without some of their edges; those of which nothing is left are left out."""
    left = {key: [number for number in net.edges if number not in without] for key, net in nets.items()}
    return {key: _net(grid, edges, key, numbers) for key, numbers in left.items() if numbers}


def departures(grid: Columns, nets: Mapping[NetKey, Net]) -> dict[NetKey, float]:
    """Heights at which the nets leave: those to the right round the middle of the side, in the order of their goals."""
    start = {key: grid.middle(net.source) for key, net in nets.items()}
    by_source: dict[int, list[Net]] = {}
    for net in nets.values():
        if net.way > 0:
            by_source.setdefault(net.source, []).append(net)
    for source, leaving in by_source.items():
        leaving.sort(key=lambda net: (sum(map(grid.middle, net.boxes)) / len(net.boxes), net.key))
        gap = min(OUT_GAP, (grid.boxes[source, 3] - 12) / max(1, len(leaving) - 1))
        for place, net in enumerate(leaving):
            start[net.key] += (place - (len(leaving) - 1) / 2) * gap
    return start
