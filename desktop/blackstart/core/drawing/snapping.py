"""Where a dragged card comes to lie: in line with others, else on the grid; and selections put in line on request."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from blackstart.core.base.ids import ComponentId
from blackstart.core.drawing.model import CARD_HEIGHT, CARD_WIDTH
from blackstart.core.topology.model import Box, Point

GRID = 20.0  # px between the dots of the canvas
REACH = 6.0  # px within which a card is drawn into line with another

Places = Mapping[ComponentId, Point]  # upper left corners


@dataclass(frozen=True, slots=True)
class Guide:
    """A line that shows what a dragged card is in line with.

    Attributes
    ----------
    at : float
        x of a vertical line, y of a level one.
    start, end : float
        From the first to the last of the cards that it joins.
    """

    is_vertical: bool
    at: float
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Snapped:
    """How far to move, and the lines that tell why."""

    by: Point
    guides: tuple[Guide, ...] = ()


@dataclass(frozen=True, slots=True)
class Neighbours:
    """The cards that stay while others are dragged, sorted so that each step is quick.

    Attributes
    ----------
    lefts, tops : tuple of (float, Box)
        By left edge and by upper edge, ascending.
    """

    lefts: tuple[tuple[float, Box], ...]
    tops: tuple[tuple[float, Box], ...]


def neighbours(boxes: Sequence[Box]) -> Neighbours:
    """Sort the cards that stay."""
    return Neighbours(
        tuple(sorted(((box[0], box) for box in boxes), key=lambda each: each[0])),
        tuple(sorted(((box[1], box) for box in boxes), key=lambda each: each[0])),
    )


def snapped(card: Box, by: Point, around: Neighbours, reach: float = REACH) -> Snapped:
    """Return where a card goes that is dragged by some px: in line with others, each axis by itself, else on the grid.

    Cards are of one size, so that left edges in line are centres and right edges in line as well.
    """
    x, y = card[0] + by[0], card[1] + by[1]
    at_x, beside = _nearest(around.lefts, x, reach)
    at_y, level = _nearest(around.tops, y, reach)
    x = at_x if at_x is not None else round(x / GRID) * GRID
    y = at_y if at_y is not None else round(y / GRID) * GRID
    there = (x, y, card[2], card[3])
    guides = []
    if beside:
        guides.append(_guide(there, beside, is_vertical=True))
    if level:
        guides.append(_guide(there, level, is_vertical=False))
    return Snapped((x - card[0], y - card[1]), tuple(guides))


class Side(StrEnum):
    """To which edge, or along which middle, cards are aligned."""

    LEFT = "left"
    RIGHT = "right"
    TOP = "top"
    BOTTOM = "bottom"
    CENTRE = "centre"
    MIDDLE = "middle"


def aligned(places: Places, side: Side) -> dict[ComponentId, Point]:
    """Return cards put in line with the outermost of them, or along their common middle."""
    if not places:
        return {}
    xs, ys = [x for x, _ in places.values()], [y for _, y in places.values()]
    to: dict[Side, tuple[float | None, float | None]] = {
        Side.LEFT: (min(xs), None),
        Side.RIGHT: (max(xs), None),
        Side.CENTRE: ((min(xs) + max(xs)) / 2, None),
        Side.TOP: (None, min(ys)),
        Side.BOTTOM: (None, max(ys)),
        Side.MIDDLE: (None, (min(ys) + max(ys)) / 2),
    }
    new_x, new_y = to[side]
    return {id_: (x if new_x is None else new_x, y if new_y is None else new_y) for id_, (x, y) in places.items()}


def distributed(places: Places, *, is_across: bool) -> dict[ComponentId, Point]:
    """Return cards with even gaps between the outermost, which stay: from left to right, or from top to bottom.

    Cards that have no room between those stand edge to edge from the first on.
    """
    axis = 0 if is_across else 1
    size = CARD_WIDTH if is_across else CARD_HEIGHT
    order = sorted(places, key=lambda id_: (places[id_][axis], places[id_][1 - axis]))
    if len(order) < 3:
        return dict(places)
    first, last = places[order[0]][axis], places[order[-1]][axis]
    step = max((last - first) / (len(order) - 1), size)
    found = {}
    for number, id_ in enumerate(order):
        x, y = places[id_]
        along = first + number * step
        found[id_] = (along, y) if is_across else (x, along)
    return found


def _nearest(sorted_at: Sequence[tuple[float, Box]], wanted: float, reach: float) -> tuple[float | None, list[Box]]:
    """The edge nearest to what is wanted, if it is within reach, and all cards whose edge it is."""
    middle = bisect_left(sorted_at, wanted, key=lambda each: each[0])
    ends = [each for each, _ in sorted_at[max(middle - 1, 0) : middle + 1]]
    best = min(ends, key=lambda each: abs(each - wanted), default=None)
    if best is None or abs(best - wanted) > reach:
        return None, []
    first = bisect_left(sorted_at, best, key=lambda each: each[0])
    found = []
    for at, box in sorted_at[first:]:
        if at != best:
            break
        found.append(box)
    return best, found


def _guide(card: Box, others: Sequence[Box], *, is_vertical: bool) -> Guide:
    along, size = (1, 3) if is_vertical else (0, 2)
    boxes = [card, *others]
    start, end = min(box[along] for box in boxes), max(box[along] + box[size] for box in boxes)
    return Guide(is_vertical, card[0] if is_vertical else card[1], start, end)
