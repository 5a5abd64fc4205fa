"""Pieces of lines that were put in their place by hand.

A point of a need's `bends` that lies in a channel pins the upright piece of the line there to its x; one that lies over
a column pins the height at which the line passes that column. Two points at one height pin the level piece between
them. A point that the line does not come by any more, or at which a card stands now, is passed over.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

import numpy as np

from blackstart.core.drawing.columns import BLOCKED, Columns, Heights
from blackstart.core.drawing.crossings import Passages
from blackstart.core.drawing.lanes import Place, lane_of
from blackstart.core.drawing.nets import Net, NetKey
from blackstart.core.drawing.wires import Edge, Wires
from blackstart.core.topology.model import Point, Topology

SAME = 0.5  # px; heights that differ less are one
LEFT_ROOM, ARROW_ROOM = 4.0, 10.0  # px that a pinned piece keeps from the cards left and right of it

Pins = Mapping[int, tuple[Point, ...]]  # edge -> points, canvas px


@dataclass(frozen=True, slots=True)
class Pinned:
    """What the pins settle, from the origin of the courses: heights of nets, and x of upright pieces."""

    heights: Passages = field(default_factory=dict)
    x: dict[Place, float] = field(default_factory=dict)


def pins_of(topology: Topology, joined: Wires) -> dict[int, tuple[Point, ...]]:
    """The pins of all edges; where several needs share an edge, those of the first that has any."""
    found: dict[int, tuple[Point, ...]] = {}
    for wire in joined.wires:
        if wire.supplier is not None:
            for bend in topology.component(wire.component).needs[wire.need_index].bends:
                if bend.supplier == wire.supplier and bend.points:
                    found.setdefault(wire.edge, bend.points)
    return found


def pins_by_net(pins: Pins, nets: Mapping[NetKey, Net]) -> dict[NetKey, tuple[Point, ...]]:
    """All pins of each net that has any."""
    gathered = {key: tuple(point for edge in net.edges for point in pins.get(edge, ())) for key, net in nets.items()}
    return {key: points for key, points in gathered.items() if points}


def pinned(
    pins: Pins, origin: Point, priced: Heights, grid: Columns, lines: tuple[Sequence[Edge], Mapping[NetKey, Net], int]
) -> Pinned:
    """Find out what the pins settle.

    Parameters
    ----------
    origin : Point
        From which `grid` and `priced` are measured.
    lines : (edges, nets, first_gate)
        What is to be drawn.
    """
    edges, nets, first_gate = lines
    found = Pinned()
    for net in nets.values():
        for edge in net.edges:
            points = [(x - origin[0], y - origin[1]) for x, y in pins.get(edge, ())]
            for column, height in _heights(grid, points):
                if column in net.passed and _is_free(priced, column, height):
                    found.heights.setdefault(net.key, {}).setdefault(column, height)
            for channel, x in _uprights(grid, points):
                found.x.setdefault((channel, net.key), x)
                if channel == int(grid.of[edges[edge].target]):
                    found.x.setdefault((channel, lane_of(net, edges[edge].target, first_gate)), x)
    return found


def _heights(grid: Columns, points: Sequence[Point]) -> Iterator[tuple[int, float]]:
    for x, y in points:
        yield from ((int(column), y) for column in np.flatnonzero((grid.left <= x) & (x <= grid.right)))
    for (x, y), (to_x, to_y) in pairwise(points):
        if abs(y - to_y) < SAME:
            low, high = min(x, to_x), max(x, to_x)
            yield from ((int(column), y) for column in np.flatnonzero((low < grid.left) & (grid.right < high)))


def _uprights(grid: Columns, points: Sequence[Point]) -> Iterator[tuple[int, float]]:
    for x, _ in points:
        channel = int(np.count_nonzero(grid.right < x))
        if channel == grid.count or x < grid.left[channel]:
            least = float(grid.right[channel - 1]) + LEFT_ROOM if channel else -np.inf
            most = float(grid.left[channel]) - ARROW_ROOM if channel < grid.count else np.inf
            yield channel, (least + most) / 2 if least > most else min(max(x, least), most)


def _is_free(priced: Heights, column: int, height: float) -> bool:
    wall = priced.wall[column, priced.between(height - 1, height + 1)]
    return bool(len(wall)) and float(wall.max()) < BLOCKED
