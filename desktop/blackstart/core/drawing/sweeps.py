"""The order in the columns: packed again and again by the mean height of the neighbours; the best round is kept."""

from collections.abc import Sequence

import numpy as np

from blackstart.core.drawing.columns import FloatArray, IntArray
from blackstart.core.drawing.layering import Unit
from blackstart.core.drawing.model import CARD_HEIGHT
from blackstart.core.drawing.packing import Packed, Wishes, column_spans, pack
from blackstart.core.drawing.parts import Parts

ROUNDS = 10
RUN_WEIGHT = 2.0  # of a line that is wanted all the time, against 1 of the others
OWN_WEIGHT = 0.3  # of a card's own height among those of its neighbours
CROSSING_PRICE, HEIGHT_PRICE = 25.0, 0.02
MOST_COUNTED = 4000  # flows; beyond that crossings are not counted


def sweep(parts: Parts, grouped: Sequence[Unit], column: Sequence[int], rounds: int = ROUNDS) -> Packed:
    """Pack the map `rounds` times and return the round with the shortest lines and fewest crossings."""
    spans = column_spans(parts, column)
    source, target, weight = _flow_arrays(parts)
    columns = np.array(column, np.int64)
    wishes = _first_wishes(parts)
    best: tuple[float, Packed] | None = None
    for done in range(rounds):
        packed = pack(parts, grouped, column, spans, wishes)
        middle = np.array(packed.cards) + CARD_HEIGHT / 2
        cost = float((weight * np.abs(middle[source] - middle[target])).sum())
        cost += CROSSING_PRICE * _crossings(columns[source], columns[target], middle[source], middle[target])
        cost += HEIGHT_PRICE * packed.heights[0] * len(parts.cards)
        if best is None or cost < best[0]:
            best = (cost, packed)
        takes_all = done % 2 == 1 or done >= rounds - 2  # in turn: from suppliers only, from all neighbours
        used = np.ones(len(source), bool) if takes_all else columns[source] < columns[target]
        ends = (source[used], target[used], weight[used])
        wishes = _wishes(parts, packed, middle, _means(ends, middle, both_ways=takes_all))
    if best is None:
        raise ValueError(f"{rounds} rounds pack nothing; at least 1 is wanted")
    return best[1]


def _flow_arrays(parts: Parts) -> tuple[IntArray, IntArray, FloatArray]:
    source = np.array([flow.source for flow in parts.flows], np.int64)
    target = np.array([flow.target for flow in parts.flows], np.int64)
    weight = np.array([RUN_WEIGHT if flow.is_run else 1.0 for flow in parts.flows])
    return source, target, weight


def _first_wishes(parts: Parts) -> Wishes:
    """Everything in the order of the file, as high as can be."""
    first = [float(len(parts.cards))] * len(parts.around)
    for card in reversed(parts.cards):
        for zone in parts.chain(parts.zone_of[card]):
            first[zone] = float(card)
    as_high = -np.inf
    return Wishes(
        [float(card) for card in parts.cards],
        first,
        [as_high] * len(parts.cards),
        [as_high] * len(parts.around),
        [0.0] * len(parts.around),
    )


def _means(ends: tuple[IntArray, IntArray, FloatArray], middle: FloatArray, *, both_ways: bool) -> FloatArray:
    """For each card the weighted mean height of its suppliers (and dependents); its own where it has none."""
    source, target, weight = ends
    total, count = np.zeros(len(middle)), np.zeros(len(middle))
    np.add.at(total, target, weight * middle[source])
    np.add.at(count, target, weight)
    if both_ways:
        np.add.at(total, source, weight * middle[target])
        np.add.at(count, source, weight)
    mean = (total + OWN_WEIGHT * middle) / (count + OWN_WEIGHT)
    return np.where(count > 0, mean, middle)


def _wishes(parts: Parts, packed: Packed, middle: FloatArray, mean: FloatArray) -> Wishes:
    """Cards wish to stand at the mean of their neighbours, zones to move as their cards do in the mean."""
    count, pull, level = (np.zeros(len(parts.around)) for _ in range(3))
    for card in parts.cards:
        for zone in parts.chain(parts.zone_of[card]):
            count[zone] += 1
            pull[zone] += mean[card] - middle[card]
            level[zone] += 0.7 * mean[card] + 0.3 * (middle[card] - CARD_HEIGHT / 2)
    count = np.maximum(count, 1)
    zone_middle = np.array(packed.zones) + np.array(packed.heights) / 2 + pull / count
    return Wishes(mean.tolist(), (level / count).tolist(), mean.tolist(), zone_middle.tolist(), packed.origin)


def _crossings(from_column: IntArray, to_column: IntArray, from_y: FloatArray, to_y: FloatArray) -> int:
    """Crossings of straight lines between neighbouring columns: a cheap stand-in for those of the routed lines."""
    ahead = from_column < to_column
    begin, end, y, to = from_column[ahead], to_column[ahead], from_y[ahead], to_y[ahead]
    if len(from_column) > MOST_COUNTED or not len(begin):
        return 0
    total = 0
    slope = (to - y) / (end - begin)
    for column in range(int(end.max())):
        met = (begin <= column) & (column < end)
        left = y[met] + slope[met] * (column - begin[met])
        right = left + slope[met]
        total += int(((left[:, None] < left) & (right[:, None] > right)).sum())
    return total
