"""Lines of cards while they are dragged: along the trunks that stand, in the first cheap place, good for a moment.

Each step is a function of where the cards are now. When they are dropped the map is routed again.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from blackstart.core.base.ids import ComponentId
from blackstart.core.drawing.columns import Columns, FloatArray
from blackstart.core.drawing.courses import Courses
from blackstart.core.drawing.lanes import GATE_WAY, LEAST_STEP, LaneKey, Place
from blackstart.core.drawing.lift import STEP, TOUCH, Alley, Lifted, Standing
from blackstart.core.drawing.model import Line
from blackstart.core.drawing.nets import DIRECT_OVERLAP
from blackstart.core.drawing.plain import plain_lines
from blackstart.core.drawing.polylines import Polyline, tidy
from blackstart.core.drawing.route import box_array
from blackstart.core.drawing.stretches import TO_RIGHT, End, Ends, Stretch, stretches
from blackstart.core.topology.model import Point

Fresh = dict[int, list[tuple[float, float, float]]]  # channel -> x, upper and lower end of pieces placed in this step

LEAVE_ROOM, ARROW_ROOM = 6.0, 12.0  # px between a dragged card and an upright piece
TOUCH_PRICE = 6.0  # crossings that a step along another piece is worth
BESIDE = 14.0  # px between upright lines of two purposes


@dataclass(slots=True)
class _Piece:
    """An upright piece to be placed: the heights at which the line comes to it and goes on, and where it can stand."""

    come: float
    goings: list[float] = field(default_factory=list)
    least: float = -np.inf
    most: float = np.inf


def dragged(lifted: Lifted, positions: Mapping[ComponentId, Point]) -> tuple[Line, ...]:
    """Draw the lines of lifted cards, with the cards anywhere.

    Parameters
    ----------
    positions : mapping of ComponentId to Point
        Upper left corners of the lifted cards in canvas px; one that is left out is where it was.

    Returns
    -------
    tuple of Line
        One for each of ``lifted.lines``, in their order.
    """
    plan = lifted.plan
    cards = plan.drawing.arrangement.cards
    by = {
        component: (positions[component][0] - cards[component][0], positions[component][1] - cards[component][1])
        for component in set(lifted.boxes.values())
        if component in positions
    }
    shifts = {box: by.get(component, (0.0, 0.0)) for box, component in lifted.boxes.items()}
    ways = _plain(lifted, shifts)
    if lifted.standing is not None and plan.courses is not None:
        ways = _routed(lifted, lifted.standing, plan.courses, shifts)
    wires = (plan.wires.wires[number] for number in lifted.lines)
    return tuple(
        Line(wire.supplier, wire.component, wire.need_index, wire.purpose, ways[wire.edge], wire.leg) for wire in wires
    )


def _plain(lifted: Lifted, shifts: Mapping[int, Point]) -> dict[int, Polyline]:
    boxes = box_array(lifted.plan.wires, lifted.plan.drawing.arrangement)
    for box, by in shifts.items():
        boxes[box, :2] += by
    found = plain_lines(boxes, [lifted.plan.wires.edges[number] for number in lifted.edges])
    return {lifted.edges[place]: way for place, way in found.items()}


def _routed(lifted: Lifted, standing: Standing, courses: Courses, shifts: Mapping[int, Point]) -> dict[int, Polyline]:
    edges = lifted.plan.wires.edges
    (dx, dy), *others = set(shifts.values()) or {(0.0, 0.0)}
    inner = [number for number in lifted.edges if edges[number].source in shifts and edges[number].target in shifts]
    ways: dict[int, Polyline] = {}
    if not others:  # what lies between cards that go together goes with them
        ways = {number: tuple((x + dx, y + dy) for x, y in courses.lines[number]) for number in inner}
    rest = [number for number in lifted.edges if number not in ways]
    ends = _ends(courses.grid, {box for number in rest for box in edges[number][:2]}, shifts)
    fresh: Fresh = {}
    left, top = courses.origin
    for stretch in stretches(lifted, standing, courses.ports, ends, rest):
        goals = {box: _goal(stretch, ends, box, lifted.plan.wires.first_gate) for box in stretch.targets.values()}
        pieces = _pieces(stretch, ends, goals)
        found = ((place, _x(standing, stretch, place, piece, fresh)) for place, piece in pieces.items())
        placed = {place: x for place, x in found if x is not None}
        for number, box in stretch.targets.items():
            way = _straight(courses.grid, shifts, stretch, (ends[stretch.key[0]], ends[box]))
            way = way or _way(stretch, (ends[stretch.key[0]], ends[box]), stretch.enter[box], goals[box], placed)
            ways[number] = tuple((x + left, y + top) for x, y in way)
    return ways


def _ends(grid: Columns, boxes: Collection[int], shifts: Mapping[int, Point]) -> dict[int, End]:
    ends = {}
    for box in boxes:
        x, y, width, height = grid.boxes[box].tolist()
        by = shifts.get(box)
        if by is None:
            column = int(grid.of[box])
            ends[box] = End(x, y, width, height, column - 1, column + 1, None)
        else:
            x, y = x + by[0], y + by[1]
            before = int(np.count_nonzero(grid.right <= x)) - 1
            after = grid.count - int(np.count_nonzero(grid.left >= x + width))
            ends[box] = End(x, y, width, height, before, after, by)
    return ends


def _goal(stretch: Stretch, ends: Ends, box: int, first_gate: int) -> Place:
    """Channel and key of the piece by which a box is reached."""
    source, end, way = ends[stretch.key[0]], ends[box], stretch.way
    if stretch.is_round:
        both = (source, *(ends[other] for other in stretch.targets.values()))
        channel = max(each.after for each in both) if stretch.enters_right else min(each.before for each in both) + 1
        return channel, stretch.key
    key: LaneKey = (box, stretch.key[1], GATE_WAY) if box >= first_gate and way == TO_RIGHT else stretch.key
    return (end.before + 1 if way == TO_RIGHT else end.after), key


def _pieces(stretch: Stretch, ends: Ends, goals: Mapping[int, Place]) -> dict[Place, _Piece]:
    """The upright pieces of a net, by channel and key, in order from the source."""
    source, way = ends[stretch.key[0]], stretch.way
    if stretch.is_round:
        both = (source, *(ends[box] for box in goals))
        piece = _Piece(stretch.start, list(stretch.enter.values()))
        if stretch.enters_right:
            piece.least = max(end.right for end in both) + ARROW_ROOM
        else:
            piece.most = min(end.x for end in both) - ARROW_ROOM
        return dict.fromkeys(goals.values(), piece)
    found: dict[Place, _Piece] = {}
    come = stretch.start
    for column, height in stretch.heights.items():
        found[column + (way < 0), stretch.key] = _Piece(come, [height])
        come = height
    for box in stretch.targets.values():
        end = ends[box]
        piece = found.setdefault(goals[box], _Piece(stretch.arrival(end)))
        piece.goings.append(stretch.enter[box])
        if end.by is not None and way > 0:
            piece.most = min(piece.most, end.x - ARROW_ROOM)
        elif end.by is not None:
            piece.least = max(piece.least, end.right + ARROW_ROOM)
    first = source.after if way > 0 else source.before + 1
    for (channel, _), piece in found.items():
        if channel == first and way > 0:
            piece.least = source.right + LEAVE_ROOM
        elif channel == first:
            piece.most = source.x - LEAVE_ROOM
    return found


def _x(
    standing: Standing,
    stretch: Stretch,
    place: Place,
    piece: _Piece,
    fresh: dict[int, list[tuple[float, float, float]]],
) -> float | None:
    """Where the trunk stands, or the cheapest place for a new piece; None where the line goes straight on."""
    low, high = min(piece.come, *piece.goings), max(piece.come, *piece.goings)
    if high - low <= LEAST_STEP and not stretch.is_round:
        return None
    stood = standing.x.get(place)
    if stood is not None and piece.least <= stood <= piece.most:
        return stood
    alley = standing.alleys[place[0]]
    first, last = 0, len(alley.x)
    if piece.least > -np.inf:
        first = int(alley.x.searchsorted(piece.least))
    if piece.most < np.inf:
        last = int(alley.x.searchsorted(piece.most, "right"))
    if first >= last:
        least, most = max(piece.least, piece.most - BESIDE), min(piece.most, piece.least + BESIDE)
        return (least + most) / 2
    price = _price(standing, alley, piece, stretch, (low, high))[first:last]
    for at, upper, lower in fresh.get(place[0], ()):
        if upper < high and low < lower:
            price = price + 2 * TOUCH_PRICE * (np.abs(alley.x[first:last] - at) < TOUCH)
    chosen = float(alley.x[first + int(price.argmin())])
    fresh.setdefault(place[0], []).append((chosen, low, high))
    return chosen


def _price(standing: Standing, alley: Alley, piece: _Piece, stretch: Stretch, span: Point) -> FloatArray:
    """What crosses or touches for each x of a channel."""
    last = len(alley.total) - 1

    def row(height: float) -> int:
        return min(max(int((height - standing.top) / STEP), 0), last)

    left = ([piece.come] if stretch.way > 0 else []) + (piece.goings if stretch.enters_right else [])
    right = ([] if stretch.way > 0 else [piece.come]) + ([] if stretch.enters_right else piece.goings)
    price = TOUCH_PRICE * (alley.touched[row(span[1])] - alley.touched[row(span[0])])
    for height in left:
        price = price + alley.left[row(height)]
    for height in right:
        price = price + (alley.total[row(height)] - alley.left[row(height)])
    return np.asarray(price)


def _straight(grid: Columns, shifts: Mapping[int, Point], stretch: Stretch, pair: tuple[End, End]) -> Sequence[Point]:
    """An upright line between two boxes above each other with nothing between them; () if there is none."""
    upper, lower = sorted(pair, key=lambda end: end.y)
    low, high = max(end.x for end in pair), min(end.right for end in pair)
    if not stretch.is_round or high - low < DIRECT_OVERLAP or lower.y <= upper.y + upper.height:
        return ()
    x = (low + high) / 2 + BESIDE * (stretch.key[1] - 1)
    standing = np.delete(grid.boxes, list(shifts), axis=0)
    across = (standing[:, 0] < x) & (x < standing[:, 0] + standing[:, 2])
    if (across & (standing[:, 1] < lower.y) & (upper.y + upper.height < standing[:, 1] + standing[:, 3])).any():
        return ()
    ends = (x, upper.y + upper.height), (x, lower.y)
    return ends if pair[0] is upper else ends[::-1]


def _way(stretch: Stretch, pair: tuple[End, End], enter: float, goal: Place, placed: Mapping[Place, float]) -> Polyline:
    (source, end), height, way = pair, stretch.start, stretch.way
    points = [(source.right if way > 0 else source.x, height)]
    last = end.before if way > 0 else end.after
    for column, to in stretch.heights.items():
        if (column - last) * way > 0:
            break
        x = placed.get((column + (way < 0), stretch.key))
        if x is not None and abs(to - height) > LEAST_STEP:
            points += [(x, height), (x, to)]
            height = to
    x = placed.get(goal)
    if x is not None and (abs(enter - height) > LEAST_STEP or stretch.is_round):
        points += [(x, height), (x, enter)]
        height = enter
    points.append((end.right if stretch.enters_right else end.x, height))
    return tidy(points)
