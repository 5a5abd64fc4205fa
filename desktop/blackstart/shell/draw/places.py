"""Where a new card goes: beside another, or round a place that was pointed at, but never over a card."""

from collections.abc import Iterable
from enum import StrEnum

from blackstart.core.drawing.model import CARD_HEIGHT, CARD_WIDTH
from blackstart.core.drawing.snapping import GRID
from blackstart.core.topology.model import Box, Point

APART_X, APART_Y = 240.0, 100.0  # from corner to corner of cards that are added one after the other
LEAST_GAP = 20.0
MOST_STEPS = 400


class Way(StrEnum):
    """In which direction of a card another one is added."""

    RIGHT = "right"
    LEFT = "left"
    UP = "up"
    DOWN = "down"


_STEPS = {Way.RIGHT: (APART_X, 0.0), Way.LEFT: (-APART_X, 0.0), Way.UP: (0.0, -APART_Y), Way.DOWN: (0.0, APART_Y)}


def beside(card: Box, way: Way, cards: Iterable[Box]) -> Point:
    """Return the corner of a new card in a direction of one that is there."""
    by_x, by_y = _STEPS[way]
    return free_place((card[0] + by_x, card[1] + by_y), cards, is_across=way in (Way.UP, Way.DOWN))


def round_place(middle: Point, cards: Iterable[Box] = ()) -> Point:
    """Return the corner, on the grid, of a new card round a place."""
    x, y = middle[0] - CARD_WIDTH / 2, middle[1] - CARD_HEIGHT / 2
    return free_place((round(x / GRID) * GRID, round(y / GRID) * GRID), cards)


def right_of_place(end: Point, cards: Iterable[Box] = ()) -> Point:
    """Return the corner, on the grid, of a new card to which a line was drawn that ends at a place."""
    return round_place((end[0] + CARD_WIDTH / 2, end[1]), cards)


def free_place(wanted: Point, cards: Iterable[Box], *, is_across: bool = False) -> Point:
    """Return the nearest corner where a card lies on no other: up or down from the one wanted, or to its sides."""
    taken = list(cards)
    step = APART_X if is_across else APART_Y
    for number in range(MOST_STEPS):
        away = (number + 1) // 2 * (step if number % 2 else -step)
        found = (wanted[0] + away, wanted[1]) if is_across else (wanted[0], wanted[1] + away)
        if not any(_touch(found, each) for each in taken):
            return found
    return wanted


def _touch(corner: Point, card: Box) -> bool:
    return (
        abs(corner[0] - card[0]) < (CARD_WIDTH + card[2]) / 2 + LEAST_GAP
        and abs(corner[1] - card[1]) < (CARD_HEIGHT + card[3]) / 2 + LEAST_GAP
    )
