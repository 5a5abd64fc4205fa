"""Pieces of lines that people put elsewhere, and the pins that hold them there (see pins for what those mean).

A way is the corners of a line; a piece is known by the number of the corner it begins at.
"""

from collections.abc import Sequence

import numpy as np

from blackstart.core.drawing.columns import CLEAR, MARGIN, IntArray
from blackstart.core.drawing.courses import Courses
from blackstart.core.drawing.pins import ARROW_ROOM, LEFT_ROOM, SAME
from blackstart.core.drawing.polylines import Polyline
from blackstart.core.topology.model import Point

KEPT = CLEAR + 1.5  # px from a card within which no line passes

Bends = tuple[Point, ...]


def can_be_bent(courses: Courses, way: Polyline, piece: int) -> bool:
    """Whether a piece can be put elsewhere: an upright one in a channel, or a level one that passes a column."""
    if is_upright(way, piece):
        return _channel(courses, way[piece][0]) is not None
    return len(_passed(courses, way, piece)) > 0


def is_upright(way: Polyline, piece: int) -> bool:
    """Whether a piece goes up or down."""
    return way[piece][0] == way[piece + 1][0]


def nearest_place(courses: Courses, way: Polyline, piece: int, to: Point) -> float:
    """Return where a piece can lie that is dragged to a place: x of an upright one, height of a level one."""
    axis = 0 if is_upright(way, piece) else 1
    now = way[piece][axis]
    if abs(to[axis] - now) < SAME:
        return now
    if axis == 0:
        channel = _channel(courses, now)
        return now if channel is None else _in_channel(courses, channel, round(to[0]))
    return _free_height(courses, _passed(courses, way, piece), round(to[1]))


def bent(courses: Courses, bends: Bends, way: Polyline, piece: int, to: Point) -> Bends:
    """Return the pins of a line after a piece of it was dragged to a place; a piece that cannot be bent stays free."""
    rest = loosened(courses, bends, way, piece)
    if not can_be_bent(courses, way, piece):
        return rest
    place = nearest_place(courses, way, piece, to)
    if is_upright(way, piece):
        height = float(round((way[piece][1] + way[piece + 1][1]) / 2))
        while any(abs(height - y) < 2 * SAME for _, y in rest):
            height += 1.0  # two points at one height would pin a level piece
        return (*rest, (place, height))
    grid, columns = courses.grid, _passed(courses, way, piece)
    ends = dict.fromkeys((int(columns[0]), int(columns[-1])))
    middles = (float(round((grid.left[each] + grid.right[each]) / 2 + courses.origin[0])) for each in ends)
    return (*rest, *((x, place) for x in middles))


def loosened(courses: Courses, bends: Bends, way: Polyline, piece: int) -> Bends:
    """Return the pins of a line without those that hold a piece."""
    if is_upright(way, piece):
        channel = _channel(courses, way[piece][0])
        return tuple(each for each in bends if channel is None or _channel(courses, each[0]) != channel)
    passed, height = set(_passed(courses, way, piece).tolist()), way[piece][1]
    return tuple(
        each for each in bends if not passed & set(_over(courses, each[0]).tolist()) and abs(each[1] - height) >= SAME
    )


def held_pieces(courses: Courses, bends: Bends, way: Polyline) -> tuple[int, ...]:
    """Return the pieces of a line that lie where pins hold them; pins that are passed over hold nothing."""
    return tuple(
        piece
        for piece in range(len(way) - 1)
        if loosened(courses, bends, way, piece) != bends and _is_held(courses, bends, way, piece)
    )


def as_drawn(courses: Courses, way: Polyline) -> Bends:
    """Return pins that hold every piece of a line where it lies."""
    bends: Bends = ()
    for piece in range(len(way) - 1):
        if can_be_bent(courses, way, piece):
            bends = bent(courses, bends, way, piece, way[piece])
    return bends


def nudged(courses: Courses, bends: Bends, by: Point) -> Bends:
    """Return pins moved by some px: those of upright pieces aside, those of level ones up or down."""
    moved = []
    for x, y in bends:
        channel = _channel(courses, x)
        if channel is None:
            moved.append((x, _free_height(courses, _over(courses, x), y + by[1], by[1])))
        else:
            moved.append((_in_channel(courses, channel, x + by[0]), y))
    return tuple(moved)


def _is_held(courses: Courses, bends: Bends, way: Polyline, piece: int) -> bool:
    if not is_upright(way, piece):
        return any(abs(y - way[piece][1]) < 2 * SAME for _, y in bends)
    channel = _channel(courses, way[piece][0])
    pinned = (x for x, _ in bends if channel is not None and _channel(courses, x) == channel)
    return any(abs(_in_channel(courses, channel or 0, x) - way[piece][0]) < 2 * SAME for x in pinned)


def _channel(courses: Courses, x: float) -> int | None:
    """The channel in which an x lies; None = it is over a column."""
    grid, x = courses.grid, x - courses.origin[0]
    channel = int(np.count_nonzero(grid.right < x))
    return channel if channel == grid.count or x < grid.left[channel] else None


def _over(courses: Courses, x: float) -> IntArray:
    grid, x = courses.grid, x - courses.origin[0]
    return np.flatnonzero((grid.left <= x) & (x <= grid.right))


def _passed(courses: Courses, way: Polyline, piece: int) -> IntArray:
    """The columns that a level piece passes whole."""
    grid, shift = courses.grid, courses.origin[0]
    low, high = sorted((way[piece][0] - shift, way[piece + 1][0] - shift))
    return np.flatnonzero((low < grid.left) & (grid.right < high))


def _in_channel(courses: Courses, channel: int, x: float) -> float:
    grid, shift = courses.grid, courses.origin[0]
    least = float(grid.right[channel - 1]) + shift + LEFT_ROOM if channel else -np.inf
    most = float(grid.left[channel]) + shift - ARROW_ROOM if channel < grid.count else np.inf
    return (least + most) / 2 if least > most else min(max(x, least), most)


def _free_height(courses: Courses, columns: Sequence[int] | IntArray, height: float, way: float = 0.0) -> float:
    """The nearest height at which columns can be passed; with a `way` the next one up (below zero) or down."""
    grid, top = courses.grid, courses.origin[1]
    boxes = grid.boxes[[box for column in columns for box in grid.stacks[int(column)]]]
    low, high = boxes[:, 1] + top - KEPT, boxes[:, 1] + boxes[:, 3] + top + KEPT
    bottom = float((grid.boxes[:, 1] + grid.boxes[:, 3]).max()) + top
    height = min(max(height, top - MARGIN + KEPT), bottom + MARGIN - KEPT)
    free = [float(each) for each in (height, *low, *high) if not ((low < each) & (each < high)).any()]
    onward = [each for each in free if way * (each - height) >= 0.0]
    return min(onward or free, key=lambda each: abs(each - height), default=height)
