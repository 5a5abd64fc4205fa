"""In which order the upright pieces of a channel stand from left to right, so that few lines cross.

A piece has pins to its left and to its right, the heights at which lines come to it. Its price against another
piece is what their order makes cross.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from blackstart.core.drawing.columns import FloatArray, IntArray

KeptPlace = tuple[float, bool]  # x of a piece a moment ago, and whether it must keep its place in the order

SAME_HEIGHT_PRICE = 12.0  # crossings that a run-over at one height is worth
SPAN_GAP = 6.0  # px between two pieces of one lane


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


def price_matrix(pieces: Sequence[Piece]) -> FloatArray:
    """[a, b]: what crosses if piece a stands left of piece b.

    Lines from the right side of a run through b, and lines from the left side of b run through a.
    """
    low, high = _ends(pieces)
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


def _ends(pieces: Sequence[Piece]) -> tuple[FloatArray, FloatArray]:
    return np.array([piece.low for piece in pieces]), np.array([piece.high for piece in pieces])


def _pins(sides: Sequence[Sequence[float]]) -> tuple[FloatArray, IntArray]:
    heights = np.array([height for side in sides for height in side], float)
    return heights, np.repeat(np.arange(len(sides)), [len(side) for side in sides])


def stack(pieces: Sequence[Piece], kept: Sequence[KeptPlace | None] = ()) -> IntArray:
    """Lane of each piece, from 0 at the left: the order that crosses least, then as far left as that order lets it.

    Pieces with a place that is kept stand in the order of those, whatever crosses.
    """
    low, high = _ends(pieces)
    known = {number: each for number, each in enumerate(kept) if each is not None}
    order = sorted(known, key=lambda number: (known[number][0], number))
    loose = [number for number in range(len(pieces)) if number not in known or not known[number][1]]
    if loose:
        price = price_matrix(pieces)
        regret = price - price.T
        order = _inserted(order, loose, regret) if order else _order(low, high, regret)
    lane = np.zeros(len(pieces), np.int64)
    for place, number in enumerate(order):
        before = np.array(order[:place], np.int64)
        clash = before[(low[before] < high[number] + SPAN_GAP) & (low[number] < high[before] + SPAN_GAP)]
        if len(clash):
            lane[number] = lane[clash].max() + 1
    return lane


def _order(low: FloatArray, high: FloatArray, regret: FloatArray) -> list[int]:
    """Order by insertion from several beginnings; regret[a, b] > 0: a would rather stand right of b."""
    count = len(low)
    numbers = np.arange(count)
    by_regret = np.lexsort((numbers, regret.sum(1)))
    by_high = np.argsort(-high, kind="stable")
    by_low = np.argsort(low, kind="stable")
    starts = [by_regret, by_high, by_regret[::-1], by_low, numbers]
    limit = 5 if count <= 14 else 2 if count <= 60 else 1
    tried = (_improved(start, regret) for start in starts[:limit])
    return min(tried, key=lambda order: (float(regret[np.ix_(order, order)][np.triu_indices(count, 1)].sum()), order))


def _inserted(order: list[int], loose: Sequence[int], regret: FloatArray) -> list[int]:
    """Each loose piece put where it crosses least, unless it stands as well; the others keep their order."""
    for number in (*loose, *loose):
        rest = [other for other in order if other != number]
        cost = np.concatenate(([0.0], regret[rest, number].cumsum()))
        best = int(cost.argmin())
        if len(rest) == len(order) or cost[best] < cost[order.index(number)] - 1e-9:
            order = [*rest[:best], number, *rest[best:]]
    return order


def _improved(start: IntArray, regret: FloatArray) -> list[int]:
    order = start.copy()
    places = np.empty_like(order)  # of each piece in the order
    places[order] = np.arange(len(order))
    towards = np.ascontiguousarray(regret.T)
    cost = np.zeros(len(order) + 1)
    for _ in range(4 if len(order) < 150 else 1):
        has_moved = False
        for number in order.tolist():
            at = int(places[number])
            # At place p: what stands left of it. Its own regret is 0, so that one place comes twice: where it stands.
            towards[number].take(order).cumsum(out=cost[1:])
            best = int(cost.argmin())
            if cost[best] < cost[at] - 1e-9:
                _move(order, places, at, best - (best > at))
                has_moved = True
        if not has_moved:
            break
    return [*map(int, order)]


def _move(order: IntArray, places: IntArray, at: int, to: int) -> None:
    number = order[at]
    if to < at:
        order[to + 1 : at + 1] = order[to:at].copy()
    else:
        order[at:to] = order[at + 1 : to + 1].copy()
    order[to] = number
    first, last = min(at, to), max(at, to) + 1
    places[order[first:last]] = np.arange(first, last)
