"""Exchange neighbouring ports of a card where that saves crossings with the pieces as they stand."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from blackstart.core.drawing.columns import Columns, FloatArray, IntArray
from blackstart.core.drawing.crossings import Passages
from blackstart.core.drawing.lanes import Channels, LaneKey, Lanes
from blackstart.core.drawing.nets import Net, NetKey
from blackstart.core.drawing.ports import Ports, arrival
from blackstart.core.drawing.stacking import Piece

ROUNDS = 3


@dataclass(slots=True)
class _Channel:
    """The pieces of a channel as arrays; exchanged pins are written back into the pieces."""

    numbers: dict[LaneKey, int]
    pieces: list[Piece]
    x: FloatArray
    low: FloatArray
    high: FloatArray
    left: FloatArray
    left_owner: IntArray
    right: FloatArray
    right_owner: IntArray
    own: list[slice]  # of each piece its places in `right`


def untangle(
    grid: Columns,
    nets: Mapping[NetKey, Net],
    passed: Passages,
    chosen: Ports,
    found: Channels,
    placed: Lanes,
    fixed: tuple[int, frozenset[NetKey]],
) -> Ports:
    """Return the ports with as many exchanges as pay; `found` is changed along with them.

    `fixed` holds the number of the first box that is a gate, and the nets of which nothing is left to be chosen: a
    side where only such enter stays as it is.
    """
    first_gate, firm = fixed
    enter = dict(chosen.enter)
    entered: dict[int, list[tuple[float, NetKey]]] = {}
    for (key, box), height in enter.items():
        if key[2] > 0 and box < first_gate:  # what comes to a gate joins before it
            entered.setdefault(box, []).append((height, key))
    by_channel: dict[int, list[int]] = {}
    for box, pins in sorted(entered.items()):
        if len(pins) > 1 and not firm.issuperset(key for _, key in pins):
            by_channel.setdefault(int(grid.of[box]), []).append(box)
    for number, boxes in by_channel.items():
        channel = _arrays(number, found[number], placed)
        for box in boxes:
            pins = sorted(entered[box])
            movable = {
                key: abs(arrival(nets[key], number, passed, chosen.leave) - height) >= 1 and key in channel.numbers
                for height, key in pins
            }
            enter.update({(key, box): height for height, key in _exchanged(channel, pins, movable)})
    return Ports(chosen.leave, enter)


def _exchanged(
    channel: _Channel, pins: list[tuple[float, NetKey]], movable: Mapping[NetKey, bool]
) -> list[tuple[float, NetKey]]:
    for _ in range(ROUNDS):
        is_better = False
        for place in range(len(pins) - 1):
            (upper, first), (lower, second) = pins[place], pins[place + 1]
            if not (movable[first] and movable[second]):
                continue
            pair = channel.numbers[first], channel.numbers[second]
            before = _crossed(channel, pair)
            _swap(channel, pair, upper, lower)
            if _crossed(channel, pair) < before:
                pins[place], pins[place + 1] = (upper, second), (lower, first)
                is_better = True
            else:
                _swap(channel, pair, lower, upper)
        if not is_better:
            break
    return pins


def _arrays(number: int, pieces: Mapping[LaneKey, Piece], placed: Lanes) -> _Channel:
    keys = [key for key in sorted(pieces) if (number, key) in placed.x]
    chosen = [pieces[key] for key in keys]
    count = np.arange(len(keys))
    ends = np.cumsum([0, *(len(piece.right) for piece in chosen)]).tolist()
    return _Channel(
        numbers={key: place for place, key in enumerate(keys)},
        pieces=chosen,
        x=np.array([placed.x[number, key] for key in keys]),
        low=np.array([piece.low for piece in chosen]),
        high=np.array([piece.high for piece in chosen]),
        left=np.array([height for piece in chosen for height in piece.left], float),
        left_owner=np.repeat(count, [len(piece.left) for piece in chosen]),
        right=np.array([height for piece in chosen for height in piece.right], float),
        right_owner=np.repeat(count, [len(piece.right) for piece in chosen]),
        own=[slice(first, last) for first, last in pairwise(ends)],
    )


def _swap(channel: _Channel, pair: tuple[int, int], from_height: float, to_height: float) -> None:
    """Exchange the pin of the first piece at one height with that of the second at the other."""
    for number, old, new in ((pair[0], from_height, to_height), (pair[1], to_height, from_height)):
        piece = channel.pieces[number]
        place = piece.right.index(old)
        piece.right[place] = channel.right[channel.own[number].start + place] = new
        channel.low[number], channel.high[number] = piece.low, piece.high


def _crossed(channel: _Channel, pair: tuple[int, int]) -> int:
    """Crossings of two pieces and of the lines that come to them, with everything in the channel."""
    total = 0
    for number in pair:
        own = channel.right[channel.own[number], None]
        low, high = channel.low[number], channel.high[number]
        is_right = channel.x > channel.x[number]
        is_left = channel.x < channel.x[number]
        total += int(np.count_nonzero((channel.low < own) & (own < channel.high) & is_right))
        for heights, owner, beside in (
            (channel.left, channel.left_owner, is_right),
            (channel.right, channel.right_owner, is_left),
        ):
            total += int(np.count_nonzero((low < heights) & (heights < high) & beside[owner]))
    return total
