"""What a routing keeps of the one before: heights of untouched nets, ports of untouched sides, the order of lanes.

A box is untouched if it is still there and stands where it stood. What was chosen between untouched boxes stays as
it was, unless a card came to stand in its way; only the rest is chosen anew, round it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

import numpy as np

from blackstart.core.drawing.columns import Columns
from blackstart.core.drawing.courses import Before, Held
from blackstart.core.drawing.crossings import Passages
from blackstart.core.drawing.fitting import BORDER_GAP
from blackstart.core.drawing.lanes import GATE_WAY, LaneKey, Place, Settled
from blackstart.core.drawing.nets import Net, NetKey
from blackstart.core.drawing.pins import Pinned
from blackstart.core.drawing.ports import Ports
from blackstart.core.topology.model import Point

SAME_PLACE = 0.5  # px; a box that moved less stands where it stood
CARD_ROOM = 6.0  # px that a kept line must have from a card that moved


class _Side(NamedTuple):
    box: int
    is_right: bool


_Pins = frozenset[tuple[NetKey, int]]  # net, and the box it enters; -1: here it leaves


@dataclass(frozen=True, slots=True)
class _Then:
    """The courses before in the numbers, columns and coordinates of now; what has no counterpart is left out."""

    targets: Mapping[NetKey, frozenset[int]]
    passed: Passages
    ports: Ports
    x: Mapping[Place, float]
    pins: Mapping[NetKey, tuple[Point, ...]]


def keep(
    before: Before,
    origin: Point,
    grid: Columns,
    nets: Mapping[NetKey, Net],
    given: tuple[Mapping[NetKey, tuple[Point, ...]], Sequence[float]],
) -> Held:
    """Return what stays as it was.

    Parameters
    ----------
    origin : Point
        From which `grid` is measured.
    grid, nets
        The map as it is now.
    given : (pins, borders)
        Nets that are pinned otherwise than before are chosen anew; upright pieces beside which the border of a frame
        has come to lie may step aside.
    """
    pins, borders = given
    dx, dy = (then - now for then, now in zip(before.courses.origin, origin, strict=True))
    still = _untouched(before, grid, (dx, dy))
    then = _translated(before, grid, still, (dx, dy))
    ports = _ports(nets, then, still)
    same = {key: net for key, net in nets.items() if pins.get(key) == then.pins.get(key)}
    heights = {key: _heights(grid, net, then, ports, still) for key, net in same.items()}
    firm = frozenset(
        key
        for key, net in same.items()
        if key in ports.leave
        and then.targets.get(key) == still.intersection(net.boxes) == set(net.boxes)
        and len(heights[key]) == len(net.passed)
    )
    fresh = np.array(
        [at for at in borders if not any(abs(at - was - dx) < SAME_PLACE for was in before.courses.borders)]
    )
    x = {
        place: (at, _is_firm(place[1], firm, still) and not bool((np.abs(fresh - at) < BORDER_GAP).any()))
        for place, at in then.x.items()
    }
    return Held(heights, ports, Settled(x), firm)


def with_pins(held: Held, pinned: Pinned) -> Held:
    """The same, and what was pinned by hand; that goes before what was kept."""
    heights = dict(held.heights)
    for key, way in pinned.heights.items():
        heights[key] = {**heights.get(key, {}), **way}
    return replace(held, heights=heights, lanes=replace(held.lanes, pinned=pinned.x))


def _is_firm(piece: LaneKey, firm: frozenset[NetKey], still: frozenset[int]) -> bool:
    """Whether a piece stays where it is among the others; that before a gate does while the gate stays."""
    return piece[0] in still if piece[2] == GATE_WAY else piece in firm


def _untouched(before: Before, grid: Columns, shift: Point) -> frozenset[int]:
    """Numbers of now of the boxes that stand where they stood."""
    old = np.array(list(before.numbers), np.int64)
    new = np.array(list(before.numbers.values()), np.int64)
    if not len(old):
        return frozenset()
    moved = np.abs(before.courses.grid.boxes[old] + (*shift, 0.0, 0.0) - grid.boxes[new]).max(axis=1)
    return frozenset(new[moved < SAME_PLACE].tolist())


def _translated(before: Before, grid: Columns, still: frozenset[int], shift: Point) -> _Then:
    dx, dy = shift
    numbers, old = before.numbers, before.courses
    columns = _columns(before, grid, still)
    channels = {column + 1: to + 1 for column, to in columns.items()} | columns

    def net(key: NetKey) -> NetKey | None:
        return (numbers[key[0]], key[1], key[2]) if key[0] in numbers else None

    targets, passed = {}, {}
    for old_key, old_net in old.nets.items():
        key = net(old_key)
        if key is not None:
            targets[key] = frozenset(numbers[box] for box in old_net.boxes if box in numbers)
            way = old.passed[old_key]
            passed[key] = {columns[column]: height + dy for column, height in way.items() if column in columns}
    ports = Ports(
        {key: height + dy for old_key, height in old.ports.leave.items() if (key := net(old_key))},
        {
            (key, numbers[box]): height + dy
            for (old_key, box), height in old.ports.enter.items()
            if (key := net(old_key)) and box in numbers
        },
    )
    pieces: dict[Place, float] = {}
    for (channel, old_piece), x in old.lanes.x.items():
        piece: LaneKey | None = net(old_piece)
        if piece and channel in channels:
            pieces[channels[channel], piece] = x + dx
    pins = {key: points for old_key, points in old.pins.items() if (key := net(old_key))}
    return _Then(targets, passed, ports, pieces, pins)


def _columns(before: Before, grid: Columns, still: frozenset[int]) -> dict[int, int]:
    """Column then -> column now, where all untouched boxes of the one stand in the other."""
    found: dict[int, set[int]] = {}
    for old, new in before.numbers.items():
        if new in still:
            found.setdefault(int(before.courses.grid.of[old]), set()).add(int(grid.of[new]))
    return {column: min(now) for column, now in sorted(found.items()) if len(now) == 1}


def _sides(targets: Mapping[NetKey, frozenset[int]]) -> dict[_Side, _Pins]:
    """What begins and ends on each side of each box."""
    pins: dict[_Side, set[tuple[NetKey, int]]] = {}
    for key, boxes in targets.items():
        pins.setdefault(_Side(key[0], key[2] > 0), set()).add((key, -1))
        for box in boxes:
            pins.setdefault(_Side(box, key[2] < 0), set()).add((key, box))
    return {side: frozenset(each) for side, each in pins.items()}


def _ports(nets: Mapping[NetKey, Net], then: _Then, still: frozenset[int]) -> Ports:
    """The ports of untouched boxes, of sides on which the same lines begin and end."""
    before = _sides(then.targets)
    kept = Ports({}, {})
    for side, pins in _sides({key: frozenset(net.boxes) for key, net in nets.items()}).items():
        if side.box in still and pins == before.get(side):
            for key, box in pins:
                if box < 0:
                    kept.leave[key] = then.ports.leave[key]
                else:
                    kept.enter[key, box] = then.ports.enter[key, box]
    return kept


def _heights(grid: Columns, net: Net, then: _Then, ports: Ports, still: frozenset[int]) -> dict[int, float]:
    """Heights of an untouched source, as far as its lines go on to an untouched target, from where it turns."""
    kept: dict[int, float] = {}
    was = then.passed.get(net.key)
    if was is None or net.source not in still:
        return kept
    reached = still & then.targets[net.key]
    goals = [column for column, boxes in net.targets.items() if reached.intersection(boxes)]
    goes_straight = net.key not in ports.leave  # where it leaves has to be chosen, so has how far it goes straight
    for column in net.passed:
        height = was.get(column)
        goes_straight = goes_straight and height == then.ports.leave[net.key]
        is_needed = any((goal - column) * net.way > 0 for goal in goals)
        if height is not None and is_needed and not goes_straight and _is_free(grid, column, height, still):
            kept[column] = height
    return kept


def _is_free(grid: Columns, column: int, height: float, still: frozenset[int]) -> bool:
    """Whether no card that moved stands there now; those that did not stood there before."""
    moved = [box for box in grid.stacks[column] if box not in still]
    boxes = grid.boxes[moved]
    return not ((boxes[:, 1] - CARD_ROOM < height) & (height < boxes[:, 1] + boxes[:, 3] + CARD_ROOM)).any()
