"""Corner points of every edge, from the heights, ports and lanes that were chosen."""

from collections.abc import Iterable, Mapping, Sequence

from blackstart.core.drawing.columns import Columns
from blackstart.core.drawing.crossings import Passages
from blackstart.core.drawing.lanes import LEAST_STEP, Lanes, lane_of
from blackstart.core.drawing.nets import DIRECT_GAP, Direct, Net, NetKey
from blackstart.core.drawing.ports import Ports
from blackstart.core.drawing.wires import Edge
from blackstart.core.topology.model import Point

Polyline = tuple[Point, ...]


def net_lines(
    grid: Columns,
    edges: Sequence[Edge],
    nets: Mapping[NetKey, Net],
    first_gate: int,
    plan: tuple[Passages, Ports, Lanes],
) -> dict[int, Polyline]:
    """Edge number -> corners, for the edges of all nets."""
    return {
        number: _line(grid, net, edges[number].target, first_gate, plan)
        for net in nets.values()
        for number in net.edges
    }


def _line(grid: Columns, net: Net, box: int, first_gate: int, plan: tuple[Passages, Ports, Lanes]) -> Polyline:
    passed, chosen, placed = plan
    height, end = chosen.leave[net.key], chosen.enter[net.key, box]
    x, width = grid.boxes[net.source, 0], grid.boxes[net.source, 2]
    points = [(x + width if net.way > 0 else x, height)]
    goal = int(grid.of[box])
    for column in net.entered:
        to = end if column == goal else passed[net.key][column]
        key = lane_of(net, box, first_gate) if column == goal else net.key
        lane = placed.x.get((column + (net.way < 0), key))
        if lane is not None and (abs(to - height) > LEAST_STEP or net.way == 0):
            points += [(lane, height), (lane, to)]
            height = to
        if column == goal:
            break
    x, width = grid.boxes[box, 0], grid.boxes[box, 2]
    points.append((x + width if net.way < 0 else x, height))
    return tidy(points)


def direct_lines(grid: Columns, edges: Sequence[Edge], directs: Iterable[Direct]) -> dict[int, Polyline]:
    """Edge number -> its two ends, for straight upright lines."""
    found: dict[int, Polyline] = {}
    for direct in directs:
        source, target = (grid.boxes[box] for box in edges[direct.edge][:2])
        gap = min(DIRECT_GAP, (direct.high - direct.low) / direct.slots)
        x = (direct.low + direct.high) / 2 + (direct.slot - (direct.slots - 1) / 2) * gap
        if source[1] < target[1]:
            found[direct.edge] = ((x, float(source[1] + source[3])), (x, float(target[1])))
        else:
            found[direct.edge] = ((x, float(source[1])), (x, float(target[1] + target[3])))
    return found


def tidy(points: Iterable[Point]) -> Polyline:
    """Leave out corners that are none: points twice, and points on the way between their neighbours.

    A line without any length keeps both its ends.
    """
    kept: list[Point] = []
    for point in points:
        x, y = float(point[0]), float(point[1])
        if kept:
            last_x, last_y = kept[-1]
            is_upright, is_level = _is_same(last_x, x), _is_same(last_y, y)
            if is_upright and is_level:
                continue
            if is_upright:
                x = last_x  # a step too small to be drawn must not make the leg slant
            if len(kept) > 1:
                before_x, before_y = kept[-2]
                if (is_upright and _is_same(before_x, last_x)) or (is_level and _is_same(before_y, last_y)):
                    kept.pop()
        kept.append((x, y))
    return tuple(kept if len(kept) > 1 else kept * 2)


def _is_same(first: float, second: float) -> bool:
    return abs(first - second) < 0.01
