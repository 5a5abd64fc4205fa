"""Where the pills of needs with several suppliers stand.

In a gap between the cards of a column that lies between suppliers and dependents, else in the channel before the
dependents where that is wide enough, else in a gap of the dependents' own column.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np

from blackstart.core.drawing.columns import Columns, FloatArray, columns
from blackstart.core.drawing.model import CARD_WIDTH, GATE_HEIGHT, GATE_WIDTH
from blackstart.core.drawing.wires import Wires
from blackstart.core.topology.model import Box

INSET = 15.0  # px from a column's left side
BEFORE_ARROW = 28.0  # px between a pill in a channel and the cards right of it
APART = 30.0  # px between the middles of two pills
LEAST_GAP = GATE_HEIGHT + 4  # px between two cards with a pill between them
BEYOND = 30.0  # px from the first or last card of a column to the middle of a pill outside
TITLE_HEIGHT = 34.0  # px

COLUMN_PRICE = 60.0  # px of distance that standing one column nearer to the suppliers is worth
TITLE_PRICE, BORDER_PRICE = 150.0, 40.0


class _Spot(NamedTuple):
    price: float
    x: float
    middle: float


def gate_boxes(cards: FloatArray, joined: Wires, zones: Sequence[Box], channels: str = "wide") -> list[Box]:
    """Place the pills.

    Parameters
    ----------
    cards : array (n, 4)
        The cards, in the order of the components; more may follow.
    zones : sequence of Box
        Frames whose titles and borders pills should keep off.
    channels : {"wide", "any"}
        Whether pills may stand in channels that are wide enough, or in any because they are yet to be widened.
    """
    if not joined.pills:
        return []
    grid = columns(cards)
    placed: list[Box] = []
    for gate in range(joined.first_gate, joined.first_gate + len(joined.pills)):
        suppliers = [edge.source for edge in joined.edges if edge.target == gate]
        dependents = [edge.target for edge in joined.edges if edge.source == gate]
        goal = float(np.mean([grid.middle(card) for card in (*suppliers, *dependents)]))
        last = max(int(grid.of[card]) for card in suppliers)
        first = min(int(grid.of[card]) for card in dependents)
        spots = list(_spots(grid, range(last + 1, first), goal, placed, zones))
        if not spots and (channels == "any" or _channel_width(grid, first) >= GATE_WIDTH + 2 * BEFORE_ARROW):
            spots = [_channel_spot(grid, first, goal, placed)]
        if not spots:
            spots = list(_spots(grid, [first], goal, placed, zones))
        best = min(spots)
        placed.append((best.x, best.middle - GATE_HEIGHT / 2, GATE_WIDTH, GATE_HEIGHT))
    return placed


def _channel_width(grid: Columns, channel: int) -> float:
    return float(grid.left[channel] - grid.right[channel - 1]) if channel else np.inf


def _channel_spot(grid: Columns, channel: int, goal: float, placed: Sequence[Box]) -> _Spot:
    x = float(grid.left[channel]) - BEFORE_ARROW - GATE_WIDTH
    taken = [y + GATE_HEIGHT / 2 for left, y, _, _ in placed if abs(left - x) < GATE_WIDTH + 10]
    middle = goal
    while any(abs(middle - other) < APART for other in taken):
        middle += APART
    return _Spot(0.0, x, middle)


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
                if all(abs(at - other) >= APART for other in taken):
                    price = abs(middle - goal) + 0.5 * abs(float(step)) + COLUMN_PRICE * distance
                    yield _Spot(price + _frame_price(x, at, zones), x, at)


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
