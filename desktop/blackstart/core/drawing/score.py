"""How good a routed map looks, as one number: crossings, bends, length, and a shape that fits a screen."""

from collections.abc import Sequence
from itertools import pairwise

import numpy as np

from blackstart.core.drawing.columns import FloatArray
from blackstart.core.drawing.courses import Courses
from blackstart.core.drawing.polylines import Polyline
from blackstart.core.drawing.wires import Edge
from blackstart.core.topology.model import Box

CROSSING_PRICE, BEND_PRICE, LENGTH_PRICE = 20.0, 6.0, 0.2
SHAPE_PRICE = 0.5  # for each px that one side is longer than the widest screen has it
WIDEST = 2.0  # width to height, or height to width


def score(plan: Courses, edges: Sequence[Edge], boxes: Sequence[Box]) -> float:
    """Price of a routed map; less is better."""
    ways = list(plan.lines.items())
    bends = sum(len(points) - 2 for _, points in ways)
    length = sum(abs(x - to_x) + abs(y - to_y) for _, points in ways for (x, y), (to_x, to_y) in pairwise(points))
    owners = [edges[number].source * 3 + edges[number].purpose for number, _ in ways]
    crossings = count_crossings([points for _, points in ways], owners)
    spread = np.array(boxes)
    width, height = np.ptp(np.concatenate((spread[:, :2], spread[:, :2] + spread[:, 2:])), axis=0)
    beyond = max(width - WIDEST * height, height - WIDEST * width, 0.0)
    return CROSSING_PRICE * crossings + BEND_PRICE * bends + LENGTH_PRICE * length + SHAPE_PRICE * float(beyond)


def count_crossings(ways: Sequence[Polyline], owners: Sequence[int]) -> int:
    """How often lines of different owners cross; the shared pieces of an owner count once.

    Parameters
    ----------
    ways : sequence of polylines
        With right angles only.
    owners : sequence of int
        What each way belongs to.
    """
    upright: dict[tuple[int, float], list[tuple[float, float]]] = {}
    level: dict[tuple[int, float], list[tuple[float, float]]] = {}
    for way, owner in zip(ways, owners, strict=True):
        for (x, y), (to_x, to_y) in pairwise(way):
            if abs(x - to_x) < abs(y - to_y):
                upright.setdefault((owner, round(x, 2)), []).append((min(y, to_y), max(y, to_y)))
            else:
                level.setdefault((owner, round(y, 2)), []).append((min(x, to_x), max(x, to_x)))
    one, other = _merged(upright), _merged(level)
    if not len(one) or not len(other):
        return 0
    total = 0
    other = other[np.argsort(other[:, 1])]
    for owner, x, low, high in one:
        first, last = np.searchsorted(other[:, 1], (low + 0.5, high - 0.5))
        met = other[first:last]
        total += int(((met[:, 2] < x - 0.5) & (met[:, 3] > x + 0.5) & (met[:, 0] != owner)).sum())
    return total


def _merged(parts: dict[tuple[int, float], list[tuple[float, float]]]) -> FloatArray:
    """Rows of owner, at, low, high; what overlaps is one."""
    rows: list[tuple[float, float, float, float]] = []
    for (owner, at), spans in parts.items():
        spans.sort()
        low, high = spans[0]
        for begin, end in spans[1:]:
            if begin > high + 0.01:
                rows.append((owner, at, low, high))
                low, high = begin, end
            high = max(high, end)
        rows.append((owner, at, low, high))
    return np.array(rows).reshape(-1, 4)
