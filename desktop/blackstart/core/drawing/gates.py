"""Where the pills of needs with several suppliers stand.

In a gap between the cards of a column that lies between suppliers and dependents, else in the channel before the
dependents if that is open to pills, else in a gap of the dependents' own column.
"""

from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

import numpy as np

from blackstart.core.drawing.columns import Columns, FloatArray, columns
from blackstart.core.drawing.model import CARD_WIDTH, GATE_HEIGHT, GATE_WIDTH
from blackstart.core.drawing.wires import Wires
from blackstart.core.topology.model import Box

INSET = 15.0  # px from a column's left side
LEFT_SHARE = 0.4  # of a channel's free width that lies left of a pill in it
LEAST_LEFT = 16.0  # px of it
OUTSIDE = 36.0  # px between a pill left of everything and the first column
APART = 30.0  # px between the middles of two pills
LEAST_GAP = GATE_HEIGHT + 4  # px between two cards with a pill between them
BEYOND = 30.0  # px from the first or last card of a column to the middle of a pill outside
TITLE_HEIGHT = 34.0  # px
DOCK = 14.0  # px between a pill and the card above or below that it leads to

FAR_PRICE = 400.0  # px of distance that standing next to a dependent is worth
COLUMN_PRICE = 60.0  # px of distance that standing one column nearer to the suppliers is worth
TITLE_PRICE, BORDER_PRICE = 150.0, 40.0


class _Spot(NamedTuple):
    price: float
    x: float
    middle: float


class _Ends(NamedTuple):
    """What a pill joins: the cards, and the columns from the last supplier to the first dependent."""

    suppliers: list[int]
    dependents: list[int]
    last: int
    first: int


def gate_channels(cards: FloatArray, joined: Wires) -> dict[int, float]:
    """Channels that have to hold pills, as no column lies between the ends; with the x they end at."""
    grid = columns(cards)
    ends = (_ends(grid, joined, gate) for gate in _gates(joined))
    return {each.first: float(grid.left[each.first]) for each in ends if each.first <= each.last + 1}


def gate_boxes(
    cards: FloatArray, joined: Wires, zones: Sequence[Box], open_channels: Collection[int] | None = None
) -> list[Box]:
    """Place the pills.

    Parameters
    ----------
    cards : array (n, 4)
        The cards, in the order of the components; more may follow.
    zones : sequence of Box
        Frames whose titles and borders pills should keep off.
    open_channels : collection of int or None
        Channels that have room for pills; None = all.
    """
    placed: list[Box] = []
    grid = columns(cards)
    for gate in _gates(joined):
        ends = _ends(grid, joined, gate)
        goal = float(np.mean([grid.middle(card) for card in (*ends.suppliers, *ends.dependents)]))
        spots = list(_spots(grid, range(ends.last + 1, ends.first), goal, placed, zones))
        if not spots and (open_channels is None or ends.first in open_channels):
            spots = [_channel_spot(grid, ends, placed)]
        if not spots:
            spots = list(_docked_spots(grid, ends, goal, placed, zones))
        best = min(spots) if spots else _last_spot(grid, ends.first, placed)
        placed.append((best.x, best.middle - GATE_HEIGHT / 2, GATE_WIDTH, GATE_HEIGHT))
    return placed


def _gates(joined: Wires) -> range:
    return range(joined.first_gate, joined.first_gate + len(joined.pills))


def _ends(grid: Columns, joined: Wires, gate: int) -> _Ends:
    suppliers = [edge.source for edge in joined.edges if edge.target == gate]
    dependents = [edge.target for edge in joined.edges if edge.source == gate]
    last, first = max(grid.of[suppliers]), min(grid.of[dependents])
    return _Ends(suppliers, dependents, int(last), int(first))


def _channel_spot(grid: Columns, ends: _Ends, placed: Sequence[Box]) -> _Spot:
    """A place in the channel before the first dependents, at their height: from there the line goes straight on."""
    channel = ends.first
    if channel == 0:
        x = float(grid.left[0]) - OUTSIDE - GATE_WIDTH
    else:
        begin = float(grid.right[channel - 1])
        x = begin + max(LEAST_LEFT, LEFT_SHARE * (float(grid.left[channel]) - begin - GATE_WIDTH))
    taken = [y + GATE_HEIGHT / 2 for left, y, _, _ in placed if abs(left - x) < GATE_WIDTH + 10]
    near = [grid.middle(card) for card in ends.dependents if grid.of[card] == channel]
    middle = sum(near) / len(near)
    while any(abs(middle - other) < APART for other in taken):
        middle += APART
    return _Spot(0.0, x, middle)


def _last_spot(grid: Columns, column: int, placed: Sequence[Box]) -> _Spot:
    """The first free place below everything."""
    x = float(grid.left[column]) + INSET
    middle = float((grid.boxes[:, 1] + grid.boxes[:, 3]).max()) + BEYOND
    taken = [y + GATE_HEIGHT / 2 for left, y, _, _ in placed if abs(left - x) < CARD_WIDTH]
    while any(abs(middle - other) < APART for other in taken):
        middle += APART
    return _Spot(0.0, x, middle)


def _is_clear(grid: Columns, x: float, middle: float) -> bool:
    """Whether a pill there lies on no card."""
    left, top, width, height = grid.boxes.T
    beside = (x >= left + width) | (x + GATE_WIDTH <= left)
    above = (middle + GATE_HEIGHT / 2 <= top) | (middle - GATE_HEIGHT / 2 >= top + height)
    return bool((beside | above).all())


def _spots(
    grid: Columns, between: Iterable[int], goal: float, placed: Sequence[Box], zones: Sequence[Box]
) -> Iterable[_Spot]:
    """All places in the gaps of some columns, the columns next to the suppliers first."""
    for distance, column in enumerate(between):
        x = float(grid.left[column]) + INSET
        taken = [y + GATE_HEIGHT / 2 for left, y, _, _ in placed if abs(left - x) < CARD_WIDTH]
        for low, high in _gaps(grid, column):
            middle = (low + high) / 2
            reach = (high - low - GATE_HEIGHT) / 2 - 5
            for step in np.arange(-reach, reach + 1, 4.0) if reach > 0 else (0.0,):
                at = middle + float(step)
                if all(abs(at - other) >= APART for other in taken) and _is_clear(grid, x, at):
                    price = abs(middle - goal) + 0.5 * abs(float(step)) + COLUMN_PRICE * distance
                    yield _Spot(price + _frame_price(x, at, zones), x, at)


def _docked_spots(
    grid: Columns, ends: _Ends, goal: float, placed: Sequence[Box], zones: Sequence[Box]
) -> Iterable[_Spot]:
    """Places in the first dependents' column right above or below one of them, so that an arrow just fits between."""
    column = ends.first
    x = float(grid.left[column]) + INSET
    taken = [y + GATE_HEIGHT / 2 for left, y, _, _ in placed if abs(left - x) < CARD_WIDTH]
    docks = {float(grid.boxes[card, 1]) for card in ends.dependents if grid.of[card] == column}
    docks |= {float(grid.boxes[card, 1] + grid.boxes[card, 3]) for card in ends.dependents if grid.of[card] == column}
    for low, high in _gaps(grid, column):
        reach = min(DOCK, max(high - low - GATE_HEIGHT - 3, GATE_HEIGHT / 4)) + GATE_HEIGHT / 2
        for at, is_docked in ((low + reach, low in docks), (high - reach, high in docks)):
            if all(abs(at - other) >= APART for other in taken) and _is_clear(grid, x, at):
                price = abs(at - goal) + _frame_price(x, at, zones) + (0.0 if is_docked else FAR_PRICE)
                yield _Spot(price, x, at)


def _gaps(grid: Columns, column: int) -> Iterable[tuple[float, float]]:
    boxes = [grid.boxes[box] for box in grid.stacks[column]]
    tops = [float(box[1]) for box in boxes]
    bottoms = [float(box[1] + box[3]) for box in boxes]
    yield tops[0] - 2 * BEYOND, tops[0]
    yield from ((low, high) for low, high in zip(bottoms, tops[1:], strict=False) if high - low >= LEAST_GAP)
    yield max(bottoms), max(bottoms) + 2 * BEYOND


def _frame_price(x: float, middle: float, zones: Sequence[Box]) -> float:
    top, bottom = middle - GATE_HEIGHT / 2 - 3, middle + GATE_HEIGHT / 2 + 3
    price = 0.0
    for left, y, width, height in zones:
        if left < x + GATE_WIDTH and x < left + width:
            if top < y + TITLE_HEIGHT and y < bottom and x < left + width / 2:
                price += TITLE_PRICE
            price += BORDER_PRICE * (top < y < bottom or top < y + height < bottom)
    return price
