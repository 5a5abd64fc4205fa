"""Upright pieces in the channels: in which order they stand, so that few lines cross, and at which x.

A piece has pins to its left and to its right, the heights at which lines come to it. Its price against another
piece is what their order makes cross.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from blackstart.core.drawing.columns import Columns, FloatArray, IntArray
from blackstart.core.drawing.crossings import LANE_GAP, Passages
from blackstart.core.drawing.nets import Net, NetKey
from blackstart.core.drawing.ports import Ports, arrival

LaneKey = tuple[int, int, int]  # a net's key, or (gate box, purpose, GATE_WAY): all suppliers of a gate share a piece
GATE_WAY = 2

SAME_HEIGHT_PRICE = 4.0  # crossings that a run-over at one height is worth
SPAN_GAP = 6.0  # px between two pieces of one lane
ARROW_ROOM = 20.0  # px kept before arrowheads where there is room
FIRST_ROOM = 8.0  # px kept after the card on the left
BORDER_GAP = 3.5  # px; a piece nearer to the border of a zone seems to be one with it
STEPS = (0.0, *(float(side * step) for step in range(1, 13) for side in (1, -1)))  # px to step aside


@dataclass(slots=True)
class Piece:
    """An upright piece of a net in a channel."""

    left: list[float] = field(default_factory=list)
    right: list[float] = field(default_factory=list)

    @property
    def low(self) -> float:
        """Its upper end."""
        return min(*self.left, *self.right, np.inf)

    @property
    def high(self) -> float:
        """Its lower end."""
        return max(*self.left, *self.right, -np.inf)


Channels = dict[int, dict[LaneKey, Piece]]


@dataclass(frozen=True, slots=True)
class Lanes:
    """x of every piece, and how many lanes each channel takes."""

    x: dict[tuple[int, LaneKey], float]
    counts: IntArray


def lane_of(net: Net, box: int, first_gate: int) -> LaneKey:
    """Key of the piece by which a net reaches a box."""
    return (box, net.key[1], GATE_WAY) if box >= first_gate and net.way > 0 else net.key


def channels(grid: Columns, nets: Mapping[NetKey, Net], passed: Passages, chosen: Ports, first_gate: int) -> Channels:
    """The pieces of every channel with their pins."""
    found: Channels = {}
    for net in nets.values():
        for column in net.entered:
            channel = found.setdefault(column + (net.way < 0), {})
            come = arrival(net, column, passed, chosen.leave)
            for key, heights in _goings(grid, net, column, passed, chosen, first_gate).items():
                piece = channel.setdefault(key, Piece())
                if net.way > 0:
                    piece.left.append(come)
                    piece.right.extend(heights)
                elif net.way < 0:
                    piece.left.extend(heights)
                    piece.right.append(come)
                else:
                    piece.right.extend([come, *heights])
    return found


def _goings(
    grid: Columns, net: Net, column: int, passed: Passages, chosen: Ports, first_gate: int
) -> dict[LaneKey, list[float]]:
    """Heights at which the net goes on from a channel, by piece."""
    goings: dict[LaneKey, list[float]] = {}
    for box in net.targets.get(column, ()):
        goings.setdefault(lane_of(net, box, first_gate), []).append(chosen.enter[net.key, box])
    if column in passed[net.key]:
        goings.setdefault(net.key, []).append(passed[net.key][column])
    return goings


def lanes(grid: Columns, found: Channels, frames: Sequence[FloatArray] = ()) -> Lanes:
    """Give every piece that is more than a point its x.

    Parameters
    ----------
    frames : sequence of (x, y, width, height)
        Borders along which no piece should run.
    """
    placed = Lanes({}, np.zeros(grid.count + 1, np.int64))
    borders = np.array([(x + side, y, y + height) for x, y, width, height in frames for side in (0.0, width)])
    for channel, pieces in sorted(found.items()):
        keys = [key for key in sorted(pieces) if pieces[key].high - pieces[key].low > 0.5]
        if keys:
            lane = stack([pieces[key] for key in keys])
            placed.counts[channel] = lane.max() + 1
            spread = _spread(grid, channel, int(lane.max()) + 1)
            spread = spread + _step_aside(grid, channel, spread[lane], [pieces[key] for key in keys], borders)
            for key, at in zip(keys, lane, strict=True):
                placed.x[channel, key] = float(spread[at])
    return placed


def _spread(grid: Columns, channel: int, count: int) -> FloatArray:
    """The x of so many lanes, in the middle of the channel where there is room."""
    lane = np.arange(count, dtype=np.float64)
    gap = LANE_GAP
    if channel == 0:
        begin = float(grid.left[0]) - ARROW_ROOM - gap * (count - 1)
    elif channel == grid.count:
        begin = float(grid.right[-1]) + ARROW_ROOM
    else:
        begin, width = float(grid.right[channel - 1]), float(grid.left[channel] - grid.right[channel - 1])
        if width < ARROW_ROOM + FIRST_ROOM - 2:
            gap = min(4.0, 26 / count)
            begin += (width - gap * (count - 1)) / 2
        else:
            gap = min(gap, (width - ARROW_ROOM - 2) / max(1, count - 1))
            taken = gap * (count - 1)
            begin += max(FIRST_ROOM, min((width - taken) / 2, width - ARROW_ROOM - taken))
    return begin + gap * lane


def _step_aside(grid: Columns, channel: int, x: FloatArray, pieces: Sequence[Piece], borders: FloatArray) -> float:
    """How far all pieces of a channel move so that as little as can be runs along a border."""
    if not len(borders):
        return 0.0
    begin = float(grid.right[channel - 1]) + FIRST_ROOM if channel else -np.inf
    end = float(grid.left[channel]) - ARROW_ROOM if channel < grid.count else np.inf
    room = [step for step in STEPS if begin - 0.1 <= x.min() + step and x.max() + step <= end + 0.1]
    low = np.array([[piece.low] for piece in pieces])
    high = np.array([[piece.high] for piece in pieces])
    beside = np.maximum(np.minimum(high, borders[:, 2]) - np.maximum(low, borders[:, 1]), 0)

    def price(step: float) -> float:
        along = np.abs(x[:, None] + step - borders[:, 0]) < BORDER_GAP
        return float((beside * along).sum()) + abs(step)

    return min(room, key=price, default=0.0)


def price_matrix(pieces: Sequence[Piece]) -> FloatArray:
    """[a, b]: what crosses if piece a stands left of piece b.

    Lines from the right side of a run through b, and lines from the left side of b run through a.
    """
    low = np.array([piece.low for piece in pieces])
    high = np.array([piece.high for piece in pieces])
    left, left_owner = _pins([piece.left for piece in pieces])
    right, right_owner = _pins([piece.right for piece in pieces])
    price = np.zeros((len(pieces), len(pieces)))
    np.add.at(price, right_owner, ((right[:, None] > low - 1) & (right[:, None] < high + 1)).astype(float))
    through = np.zeros_like(price)
    np.add.at(through, left_owner, ((left[:, None] > low - 1) & (left[:, None] < high + 1)).astype(float))
    price += through.T
    first, second = np.nonzero(np.abs(right[:, None] - left) < 5)  # they would run over each other at one height
    price[right_owner[first], left_owner[second]] += SAME_HEIGHT_PRICE
    np.fill_diagonal(price, 0)
    return price


def _pins(sides: Sequence[Sequence[float]]) -> tuple[FloatArray, IntArray]:
    heights = np.array([height for side in sides for height in side], float)
    return heights, np.repeat(np.arange(len(sides)), [len(side) for side in sides])


def stack(pieces: Sequence[Piece]) -> IntArray:
    """Lane of each piece, from 0 at the left: the order that crosses least, then as far left as that order lets it."""
    price = price_matrix(pieces)
    order = _order(pieces, price - price.T)
    low = np.array([piece.low for piece in pieces])
    high = np.array([piece.high for piece in pieces])
    lane = np.zeros(len(pieces), np.int64)
    for place, number in enumerate(order):
        before = np.array(order[:place], np.int64)
        clash = before[(low[before] < high[number] + SPAN_GAP) & (low[number] < high[before] + SPAN_GAP)]
        if len(clash):
            lane[number] = lane[clash].max() + 1
    return lane


def _order(pieces: Sequence[Piece], regret: FloatArray) -> list[int]:
    """Order by insertion from several beginnings; regret[a, b] > 0: a would rather stand right of b."""
    count = len(pieces)
    numbers = np.arange(count)
    by_regret = np.lexsort((numbers, regret.sum(1)))
    by_high = np.argsort([-piece.high for piece in pieces], kind="stable")
    by_low = np.argsort([piece.low for piece in pieces], kind="stable")
    starts = [by_regret, by_high, by_regret[::-1], by_low, numbers]
    limit = 5 if count <= 14 else 2 if count <= 60 else 1
    tried = (_improved(start.tolist(), regret) for start in starts[:limit])
    return min(tried, key=lambda order: (float(regret[np.ix_(order, order)][np.triu_indices(count, 1)].sum()), order))


def _improved(order: list[int], regret: FloatArray) -> list[int]:
    for _ in range(4 if len(order) < 150 else 1):
        has_moved = False
        for number in list(order):
            at = order.index(number)
            rest = order[:at] + order[at + 1 :]
            cost = np.concatenate(([0.0], np.cumsum(regret[rest, number])))  # place p: rest[:p] stand left of it
            best = int(np.argmin(cost))
            if cost[best] < cost[at] - 1e-9:
                order = [*rest[:best], number, *rest[best:]]
                has_moved = True
        if not has_moved:
            break
    return order
