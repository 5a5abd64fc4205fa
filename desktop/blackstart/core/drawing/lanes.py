"""Upright pieces in the channels, and at which x they stand."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from blackstart.core.drawing.columns import Columns, FloatArray, IntArray
from blackstart.core.drawing.crossings import Passages
from blackstart.core.drawing.fitting import fitted, held_off
from blackstart.core.drawing.nets import Net, NetKey
from blackstart.core.drawing.ports import Ports, arrival
from blackstart.core.drawing.spacing import LANE_GAP
from blackstart.core.drawing.stacking import KeptPlace, Piece, stack

LaneKey = tuple[int, int, int]  # a net's key, or (gate box, purpose, GATE_WAY): all suppliers of a gate share a piece
Place = tuple[int, LaneKey]  # a channel and a piece in it
GATE_WAY = 2

LEAST_STEP = 0.5  # px; less is no step, the line goes on straight
ARROW_ROOM = 20.0  # px kept before arrowheads where there is room
FIRST_ROOM = 8.0  # px kept after the card on the left
BORDER_GAP = 3.5  # px; a piece nearer to the border of a zone seems to be one with it
MOVE_PRICE = 0.5  # px along a border that a px aside is worth
LEAST_SHARE = 0.75  # of the distance between lanes that is kept when they step aside
DIGITS = 3  # of a pixel that count


Channels = dict[int, dict[LaneKey, Piece]]


@dataclass(frozen=True, slots=True)
class Lanes:
    """x of every piece, and how many lanes each channel takes."""

    x: dict[Place, float]
    counts: IntArray


@dataclass(frozen=True, slots=True)
class Settled:
    """What is settled before the pieces are placed.

    Attributes
    ----------
    x : mapping of (channel, piece) to (float, bool)
        Where pieces stood a moment ago, and whether that is firm: else a piece may leave for a better place.
    pinned : mapping of (channel, piece) to float
        x at which a piece was pinned by hand.
    """

    x: Mapping[Place, KeptPlace] = field(default_factory=dict)
    pinned: Mapping[Place, float] = field(default_factory=dict)


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


def copied(found: Channels) -> Channels:
    """The same pieces once more: of one of the two something may be changed."""
    return {
        channel: {key: Piece(list(piece.left), list(piece.right)) for key, piece in pieces.items()}
        for channel, pieces in found.items()
    }


def lanes(
    grid: Columns,
    found: Channels,
    frames: Sequence[FloatArray] = (),
    settled: Settled | None = None,
    known: tuple[Channels, Lanes] | None = None,
) -> Lanes:
    """Give every piece its x that is more than a point, or goes round in its column.

    Parameters
    ----------
    frames : sequence of (x, y, width, height)
        Borders along which no piece should run.
    known : (Channels, Lanes) or None
        What was found for the same grid, frames and settled places: channels that are the same need not be looked at.
    """
    settled = settled or Settled()
    placed = Lanes({}, np.zeros(grid.count + 1, np.int64))
    borders = np.array([(x + side, y, y + height) for x, y, width, height in frames for side in (0.0, width)])
    borders = borders.reshape(-1, 3)
    for channel, pieces in sorted(found.items()):
        keys = [key for key in sorted(pieces) if key[2] == 0 or pieces[key].high - pieces[key].low > LEAST_STEP]
        if keys and known is not None and known[0].get(channel) == pieces:
            placed.counts[channel] = known[1].counts[channel]
            placed.x.update({(channel, key): known[1].x[channel, key] for key in keys})
        elif keys:
            x = _across(grid, channel, {key: pieces[key] for key in keys}, borders, settled)
            placed.counts[channel] = len(np.unique(np.round(x, DIGITS)))
            placed.x.update({(channel, key): float(at) for key, at in zip(keys, x, strict=True)})
    return placed


def _across(
    grid: Columns, channel: int, pieces: Mapping[LaneKey, Piece], borders: FloatArray, settled: Settled
) -> FloatArray:
    """X of the pieces of a channel: in lanes, or fitted between those that have their place."""
    own, kept = list(pieces.values()), [settled.x.get((channel, key)) for key in pieces]
    x = fitted(own, kept, _room(grid, channel, _spread(grid, channel, 1)), borders) if any(kept) else None
    if x is None:
        x = _stacked(grid, channel, own, kept, borders)
    pins = {at: settled.pinned[channel, key] for at, key in enumerate(pieces) if (channel, key) in settled.pinned}
    if pins:
        x = held_off(x, own, pins, _room(grid, channel, np.sort([*x, *pins.values()])))
    return x


def _stacked(
    grid: Columns, channel: int, pieces: Sequence[Piece], kept: Sequence[KeptPlace | None], borders: FloatArray
) -> FloatArray:
    """X of the pieces of a channel, in lanes."""
    lane = stack(pieces, kept)
    spread = _spread(grid, channel, int(lane.max()) + 1)
    if len(borders):
        spread = _off_borders(spread, _beside(lane, pieces, borders), borders[:, 0], _room(grid, channel, spread))
    return spread[lane]


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
