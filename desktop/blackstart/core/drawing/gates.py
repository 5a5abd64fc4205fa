"""Where the pills of needs with several suppliers stand.

In a gap between the cards of a column that lies between suppliers and dependents, else in the channel before the
dependents if that is open to pills, else in a gap of the dependents' own column.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
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


class _Shaft(NamedTuple):
    """A column with what a pill in it can meet."""

    x: float
    gaps: list[tuple[float, float]]
    taken: list[float]  # middles of pills that stand here already
    tops: FloatArray  # of cards
    bottoms: FloatArray
    frames: list[Box]


class _Ends(NamedTuple):
    """What a pill joins: the cards, and the columns from the last supplier to the first dependent."""

    suppliers: list[int]
    dependents: list[int]
    last: int
    first: int


def gate_channels(cards: FloatArray, joined: Wires) -> dict[int, float]:
    """Channels that have to hold pills, as no column lies between the ends; with the x they end at."""
    grid = columns(cards)
    return {each.first: float(grid.left[each.first]) for each in _ends(grid, joined) if each.first <= each.last + 1}


def gate_boxes(
    cards: FloatArray,
    joined: Wires,
    zones: Sequence[Box],
    open_channels: Collection[int] | None = None,
    kept: Mapping[int, Box] | None = None,
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
    kept : mapping of int to Box
        Pills, by number, that stand already.
    """
    found = dict(kept or {})
    if len(found) == len(joined.pills):
        return [found[number] for number in range(len(found))]
    grid = columns(cards)
    shafts = [_shaft(grid, column, zones) for column in range(grid.count)]
    for box in found.values():
        _take(shafts, box)
    for number, ends in enumerate(_ends(grid, joined)):
        if number in found:
            continue
        placed = list(found.values())
        goal = float(np.mean([grid.middle(card) for card in (*ends.suppliers, *ends.dependents)]))
        best = _best_between(shafts[ends.last + 1 : ends.first], goal)
        if best is None and (open_channels is None or ends.first in open_channels):
            best = _channel_spot(grid, ends, placed)
        if best is None:
            best = min(_docked_spots(grid, ends, goal, shafts[ends.first]), default=None)
        if best is None:
            best = _last_spot(grid, ends.first, placed)
        found[number] = (best.x, best.middle - GATE_HEIGHT / 2, GATE_WIDTH, GATE_HEIGHT)
        _take(shafts, found[number])
    return [found[number] for number in range(len(joined.pills))]


def _take(shafts: Iterable[_Shaft], box: Box) -> None:
    """Note that a pill stands there."""
    for shaft in shafts:
        if abs(box[0] - shaft.x) < CARD_WIDTH:
            shaft.taken.append(box[1] + GATE_HEIGHT / 2)


def _ends(grid: Columns, joined: Wires) -> list[_Ends]:
    """What each pill joins."""
    suppliers: list[list[int]] = [[] for _ in joined.pills]
    dependents: list[list[int]] = [[] for _ in joined.pills]
    for edge in joined.edges:
        if edge.target >= joined.first_gate:
            suppliers[edge.target - joined.first_gate].append(edge.source)
        if edge.source >= joined.first_gate:
            dependents[edge.source - joined.first_gate].append(edge.target)
    return [
        _Ends(before, behind, int(max(grid.of[before])), int(min(grid.of[behind])))
        for before, behind in zip(suppliers, dependents, strict=True)
    ]


def _shaft(grid: Columns, column: int, zones: Sequence[Box]) -> _Shaft:
    x = float(grid.left[column]) + INSET
    left, top, width, height = grid.boxes.T
    met = (x < left + width) & (x + GATE_WIDTH > left)
    frames = [zone for zone in zones if zone[0] < x + GATE_WIDTH and x < zone[0] + zone[2]]
    return _Shaft(x, list(_gaps(grid, column)), [], top[met], (top + height)[met], frames)


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


def _is_free(shaft: _Shaft, middle: float) -> bool:
    """Whether a pill there lies on no card and keeps off other pills."""
    if any(abs(middle - other) < APART for other in shaft.taken):
        return False
    above = (middle + GATE_HEIGHT / 2 <= shaft.tops) | (middle - GATE_HEIGHT / 2 >= shaft.bottoms)
    return bool(above.all())


def _best_between(shafts: Sequence[_Shaft], goal: float) -> _Spot | None:
    """The cheapest place in the gaps of some columns, of which those next to the suppliers come first.

    Nearest gaps are looked at first: what is farther than the best place is dear costs more anyway.
    """
    best: _Spot | None = None
    for distance, shaft in enumerate(shafts):
        least = COLUMN_PRICE * distance
        if best is not None and least > best.price:
            break
        for far, low, high in sorted((abs((low + high) / 2 - goal), low, high) for low, high in shaft.gaps):
            if best is not None and far + least > best.price:
                break
            known = [best] if best is not None else []
            best = min([*known, *_spots(shaft, (low, high), goal, least)], default=None)
    return best


def _spots(shaft: _Shaft, gap: tuple[float, float], goal: float, least: float) -> Iterable[_Spot]:
    """All places in one gap of a column where none costs less than `least`."""
    low, high = gap
    middle = (low + high) / 2
    reach = (high - low - GATE_HEIGHT) / 2 - 5
    for step in np.arange(-reach, reach + 1, 4.0).tolist() if reach > 0 else (0.0,):
        at = middle + step
        if _is_free(shaft, at):
            price = abs(middle - goal) + 0.5 * abs(step) + least
            yield _Spot(price + _frame_price(shaft, at), shaft.x, at)


def _docked_spots(grid: Columns, ends: _Ends, goal: float, shaft: _Shaft) -> Iterable[_Spot]:
    """Places in the first dependents' column right above or below one of them, so that an arrow just fits between."""
    near = [grid.boxes[card] for card in ends.dependents if grid.of[card] == ends.first]
    docks = {float(box[1]) for box in near} | {float(box[1] + box[3]) for box in near}
    for low, high in shaft.gaps:
        reach = min(DOCK, max(high - low - GATE_HEIGHT - 3, GATE_HEIGHT / 4)) + GATE_HEIGHT / 2
        for at, is_docked in ((low + reach, low in docks), (high - reach, high in docks)):
            if _is_free(shaft, at):
                yield _Spot(abs(at - goal) + _frame_price(shaft, at) + (0.0 if is_docked else FAR_PRICE), shaft.x, at)


def _gaps(grid: Columns, column: int) -> Iterable[tuple[float, float]]:
    boxes = [grid.boxes[box] for box in grid.stacks[column]]
    tops = [float(box[1]) for box in boxes]
    bottoms = [float(box[1] + box[3]) for box in boxes]
    yield tops[0] - 2 * BEYOND, tops[0]
    yield from ((low, high) for low, high in zip(bottoms, tops[1:], strict=False) if high - low >= LEAST_GAP)
    yield max(bottoms), max(bottoms) + 2 * BEYOND


def _frame_price(shaft: _Shaft, middle: float) -> float:
    top, bottom = middle - GATE_HEIGHT / 2 - 3, middle + GATE_HEIGHT / 2 + 3
    price = 0.0
    for left, y, width, height in shaft.frames:
        if top < y + TITLE_HEIGHT and y < bottom and shaft.x < left + width / 2:
            price += TITLE_PRICE
        price += BORDER_PRICE * (top < y < bottom or top < y + height < bottom)
    return price
