"""A way round for lines that run over a card all the same.

Channels need columns. Where cards were dragged so far off them that no channel is left between two columns, the
lines there are found one by one instead: on a grid of levels beside the cards, by relaxing the prices of all
crossing points along rows and columns in turn until nothing gets cheaper.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from blackstart.core.drawing.columns import FloatArray
from blackstart.core.drawing.polylines import Polyline, tidy
from blackstart.core.drawing.wires import Edge

MOST_REPAIRED = 200  # lines; a map with more stays as it is
MOST_LEVELS = 1500  # on either axis; beyond that a line keeps its old way
REACH = 260.0  # px round both ends in which a way is looked for first
LEVELS = (9.0, 17.0)  # px beside a card
PORTS = (0.0, -10.0, 10.0, -18.0, 18.0)  # px off the middle of a side
SLICE = 2000  # legs looked at together
DIGITS = 3  # of a pixel that count
BEND_PRICE = 40.0
ALONG_PRICE = 6.0  # for each px so near to a line of another source that they seem one
NEAR_LINE, NEAR_CARD = 5.0, 4.0  # px
BARRED = 1e7
MOST_BENDS = 16

Axis = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class _Field:
    """Levels, and what it costs to come from the first to each other of them along a row or a column."""

    x: Axis
    y: Axis
    along_x: FloatArray  # [y, x]
    along_y: FloatArray  # [y, x]


def repaired(boxes: FloatArray, edges: Sequence[Edge], lines: Mapping[int, Polyline]) -> dict[int, Polyline]:
    """The lines, those that ran over a box led round where there is a way."""
    found = dict(lines)
    faulty = _over_boxes(boxes, lines)
    if len(faulty) > MOST_REPAIRED:
        return found
    for number in faulty:
        del found[number]
    for number in faulty:
        others = [way for other, way in found.items() if edges[other].source != edges[number].source]
        found[number] = _way_round(boxes, edges[number], _segments(others)) or lines[number]
    return found


def _segments(ways: Sequence[Polyline]) -> FloatArray:
    """Rows of least x, least y, greatest x, greatest y."""
    legs = [(*before, *after) for way in ways for before, after in pairwise(way)]
    ends = np.array(legs, float).reshape(-1, 2, 2)
    return np.concatenate((ends.min(axis=1), ends.max(axis=1)), axis=1)


def _over_boxes(boxes: FloatArray, lines: Mapping[int, Polyline]) -> list[int]:
    """Numbers of the lines that run over a box."""
    owners = np.array([number for number, way in lines.items() for _ in way[1:]], np.int64)
    legs = _segments(list(lines.values()))
    left, top, width, height = boxes.T[:, :, None]
    hit = np.zeros(len(legs), bool)
    for first in range(0, len(legs), SLICE):
        low_x, low_y, high_x, high_y = legs[first : first + SLICE].T
        across = (low_x < left + width - 1) & (left + 1 < high_x)
        hit[first : first + SLICE] = (across & (low_y < top + height - 1) & (top + 1 < high_y)).any(axis=0)
    return sorted(set(owners[hit].tolist()))


def _way_round(boxes: FloatArray, edge: Edge, others: FloatArray) -> Polyline | None:
    ends = boxes[[edge.source, edge.target]]
    low, high = ends[:, :2].min(axis=0), (ends[:, :2] + ends[:, 2:]).max(axis=0)
    for reach in (REACH, np.inf):
        is_near = ((boxes[:, :2] + boxes[:, 2:] > low - reach) & (boxes[:, :2] < high + reach)).all(axis=1)
        x, y = _levels(boxes[is_near], ends)
        if max(len(x), len(y)) > MOST_LEVELS:
            return None
        way = _cheapest(_field(boxes, x, y, others), ends)  # farther boxes bar the way too
        if way is not None:
            return way
    return None


def _levels(boxes: FloatArray, ends: FloatArray) -> tuple[Axis, Axis]:
    levels: tuple[list[FloatArray], list[FloatArray]] = ([], [])
    for axis in (0, 1):
        begin, end = boxes[:, axis], boxes[:, axis] + boxes[:, axis + 2]
        for away in LEVELS:
            levels[axis].extend((begin - away, end + away))
    levels[0].extend((ends[:, 0], ends[:, 0] + ends[:, 2]))
    levels[1].extend(ends[:, 1] + ends[:, 3] / 2 + port for port in PORTS)
    return _sorted(levels[0]), _sorted(levels[1])


def _sorted(levels: list[FloatArray]) -> Axis:
    return np.asarray(np.unique(np.round(np.concatenate(levels), DIGITS)), np.float64)


def _field(boxes: FloatArray, x: Axis, y: Axis, others: FloatArray) -> _Field:
    """Prices from level to level: their distance, more beside other lines, and a bar where a box stands."""
    step_x = np.broadcast_to(np.diff(x), (len(y), len(x) - 1)).copy()
    step_y = np.broadcast_to(np.diff(y)[:, None], (len(y) - 1, len(x))).copy()
    is_near = (others[:, 0] < x[-1]) & (x[0] < others[:, 2]) & (others[:, 1] < y[-1]) & (y[0] < others[:, 3])
    for low_x, low_y, high_x, high_y in others[is_near].tolist():
        if high_y - low_y < 0.01:
            rows, part = _between(y, low_y - NEAR_LINE, low_y + NEAR_LINE), _steps(x, low_x, high_x)
            step_x[rows, part] += ALONG_PRICE * (x[1:] - x[:-1])[part]
        else:
            part, columns = _steps(y, low_y, high_y), _between(x, low_x - NEAR_LINE, low_x + NEAR_LINE)
            step_y[part, columns] += ALONG_PRICE * (y[1:] - y[:-1])[part, None]
    for left, top, width, height in boxes:
        beside = (top - NEAR_CARD, top + height + NEAR_CARD)
        step_x[_between(y, *beside), _steps(x, left, left + width)] = BARRED
        beside = (left - NEAR_CARD, left + width + NEAR_CARD)
        step_y[_steps(y, top, top + height), _between(x, *beside)] = BARRED
    along_x = np.concatenate((np.zeros((len(y), 1)), step_x.cumsum(axis=1)), axis=1)
    along_y = np.concatenate((np.zeros((1, len(x))), step_y.cumsum(axis=0)), axis=0)
    return _Field(x, y, along_x, along_y)


def _between(levels: Axis, low: float, high: float) -> slice:
    """Levels strictly between."""
    return slice(int(levels.searchsorted(low, "right")), int(levels.searchsorted(high, "left")))


def _steps(levels: Axis, low: float, high: float) -> slice:
    """Steps from one level to the next that lie between, even in part."""
    first = int(levels.searchsorted(low + 0.01, "right")) - 1
    return slice(max(0, first), int(levels.searchsorted(high - 0.01, "left")))


def _cheapest(field: _Field, ends: FloatArray) -> Polyline | None:
    """The best way from a side of the first box to a side of the second, through the fixpoint of the prices."""
    starts, goals = (_ports(field, box) for box in ends)
    level = np.full(field.along_x.shape, np.inf)  # least price to be there, going level
    for row, column, price in starts:
        level[row, column] = price
    begin = level.copy()
    upright = np.full_like(level, np.inf)
    for _ in range(MOST_BENDS):
        before = upright
        level = _relaxed(np.minimum(begin, upright + BEND_PRICE), field.along_x, 1)
        upright = _relaxed(level + BEND_PRICE, field.along_y, 0)
        if np.array_equal(before, upright):
            break
    row, column, _ = min(goals, key=lambda goal: (level[goal[0], goal[1]] + goal[2], goal))
    if level[row, column] >= BARRED:
        return None
    return _traced(field, begin, level, upright, (row, column))


def _ports(field: _Field, box: FloatArray) -> list[tuple[int, int, float]]:
    """Row, column and price of the points where a line can leave a box: by its sides, best in their middles."""
    x, y, width, height = box
    rows = np.searchsorted(field.y, np.round(y + height / 2 + np.array(PORTS), DIGITS))
    columns = np.searchsorted(field.x, np.round((x, x + width), DIGITS))
    return [
        (int(row), int(column), abs(port))
        for row, port in zip(rows, PORTS, strict=True)
        if abs(port) < height / 2 - 4
        for column in columns
    ]


def _relaxed(price: FloatArray, along: FloatArray, axis: int) -> FloatArray:
    forward = np.minimum.accumulate(price - along, axis=axis) + along
    back = np.flip(np.minimum.accumulate(np.flip(price + along, axis), axis=axis), axis) - along
    return np.asarray(np.minimum(forward, back), np.float64)


def _traced(
    field: _Field, begin: FloatArray, level: FloatArray, upright: FloatArray, goal: tuple[int, int]
) -> Polyline | None:
    """Walk back from the goal, from corner to corner."""
    row, column = goal
    points = [(float(field.x[column]), float(field.y[row]))]
    for _ in range(MOST_BENDS):
        came = np.abs(field.along_x[row] - field.along_x[row, column])
        starting, turning = begin[row] + came, upright[row] + BEND_PRICE + came
        is_start = bool(starting.min() <= turning.min())
        column = int(np.argmin(starting if is_start else turning))
        points.append((float(field.x[column]), float(field.y[row])))
        if is_start:
            return tidy(points[::-1])
        turning = level[:, column] + BEND_PRICE + np.abs(field.along_y[:, column] - field.along_y[row, column])
        row = int(np.argmin(turning))
        points.append((float(field.x[column]), float(field.y[row])))
    return None
