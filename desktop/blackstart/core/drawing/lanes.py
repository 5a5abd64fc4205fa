"""Upright pieces in the channels: in which order they stand, so that few lines cross, and at which x.

A piece has pins to its left and to its right, the heights at which lines come to it. Its price against another
piece is what their order makes cross.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from blackstart.core.drawing.columns import Columns, FloatArray, IntArray
from blackstart.core.drawing.crossings import Passages
from blackstart.core.drawing.nets import Net, NetKey
from blackstart.core.drawing.ports import Ports, arrival
from blackstart.core.drawing.spacing import LANE_GAP

LaneKey = tuple[int, int, int]  # a net's key, or (gate box, purpose, GATE_WAY): all suppliers of a gate share a piece
GATE_WAY = 2

SAME_HEIGHT_PRICE = 12.0  # crossings that a run-over at one height is worth
LEAST_STEP = 0.5  # px; less is no step, the line goes on straight
SPAN_GAP = 6.0  # px between two pieces of one lane
ARROW_ROOM = 20.0  # px kept before arrowheads where there is room
FIRST_ROOM = 8.0  # px kept after the card on the left
BORDER_GAP = 3.5  # px; a piece nearer to the border of a zone seems to be one with it
MOVE_PRICE = 0.5  # px along a border that a px aside is worth
LEAST_SHARE = 0.75  # of the distance between lanes that is kept when they step aside


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
    """Give every piece its x that is more than a point, or goes round in its column.

    Parameters
    ----------
    frames : sequence of (x, y, width, height)
        Borders along which no piece should run.
    """
    placed = Lanes({}, np.zeros(grid.count + 1, np.int64))
    borders = np.array([(x + side, y, y + height) for x, y, width, height in frames for side in (0.0, width)])
    for channel, pieces in sorted(found.items()):
        keys = [key for key in sorted(pieces) if key[2] == 0 or pieces[key].high - pieces[key].low > LEAST_STEP]
        if keys:
            lane = stack([pieces[key] for key in keys])
            placed.counts[channel] = lane.max() + 1
            spread = _spread(grid, channel, int(lane.max()) + 1)
            if len(borders):
                beside = _beside(lane, [pieces[key] for key in keys], borders)
                spread = _off_borders(spread, beside, borders[:, 0], _room(grid, channel, spread))
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


def _room(grid: Columns, channel: int, spread: FloatArray) -> FloatArray:
    """All x that lanes may have."""
    begin = float(grid.right[channel - 1]) + FIRST_ROOM if channel else spread[0] - 2 * LANE_GAP
    end = float(grid.left[channel]) - ARROW_ROOM if channel < grid.count else spread[-1] + 2 * LANE_GAP
    return np.arange(min(begin, spread[0]), max(end, spread[-1]) + 0.5, 1.0)


def _beside(lane: IntArray, pieces: Sequence[Piece], borders: FloatArray) -> FloatArray:
    """[lane, border]: how many px the pieces of a lane run at the heights of a border."""
    low = np.array([[piece.low] for piece in pieces])
    high = np.array([[piece.high] for piece in pieces])
    found = np.zeros((int(lane.max()) + 1, len(borders)))
    np.add.at(found, lane, np.maximum(np.minimum(high, borders[:, 2]) - np.maximum(low, borders[:, 1]), 0))
    return found


def _off_borders(spread: FloatArray, beside: FloatArray, borders: FloatArray, x: FloatArray) -> FloatArray:
    """Move lanes as little as can be so that they run along no border, by dynamic programming over x.

    They keep their order and most of the distance between them.
    """
    near = (np.abs(x[:, None] - borders) < BORDER_GAP).astype(float)
    price = beside @ near.T + MOVE_PRICE * np.abs(x - spread[:, None])
    apart = np.maximum(1, np.floor(LEAST_SHARE * np.diff(spread))).astype(int)
    best = [price[0]]
    for lane, gap in enumerate(apart, start=1):
        before = np.full(len(x), np.inf)
        before[gap:] = np.minimum.accumulate(best[-1])[:-gap]
        best.append(before + price[lane])
    if not np.isfinite(best[-1].min()):
        return spread
    chosen = [int(np.argmin(best[-1]))]
    for lane in range(len(apart) - 1, -1, -1):
        chosen.append(int(np.argmin(best[lane][: chosen[-1] - apart[lane] + 1])))
    return x[chosen[::-1]]


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
    cost = np.zeros(len(order))
    for _ in range(4 if len(order) < 150 else 1):
        has_moved = False
        for number in list(order):
            at = order.index(number)
            rest = order[:at] + order[at + 1 :]
            cost[1:] = regret[rest, number].cumsum()  # at place p: rest[:p] stand left of it
            best = int(cost.argmin())
            if cost[best] < cost[at] - 1e-9:
                order = [*rest[:best], number, *rest[best:]]
                has_moved = True
        if not has_moved:
            break
    return order
