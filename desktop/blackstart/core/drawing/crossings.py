"""At which height each net passes the columns between its ends.

One net after the other, short ones first: the cheapest way through the columns by dynamic programming over
the heights, then all runs are moved towards the middle of the gaps they share.
"""

from collections.abc import Mapping

import numpy as np

from blackstart.core.drawing.columns import BLOCKED, STEP, Columns, FloatArray, Heights
from blackstart.core.drawing.nets import Net, NetKey
from blackstart.core.drawing.spacing import LANE_GAP, relaxed

Passages = dict[NetKey, dict[int, float]]  # net -> column -> height

BEND_PRICE = 34.0  # px of detour that two bends are worth
# px around another line's height, price, columns aside: in a lane's gap, so near that they touch, and at its height in
# the next column, where it would look like its continuation
NEAR_LINE = ((LANE_GAP - 1, 45.0, 0), (4.0, 90.0, 0), (3.0, 12.0, -1), (3.0, 12.0, 1))
_REACHES = np.array([reach for reach, _, _ in NEAR_LINE])
FIRST_REACH = 250.0  # px above and below its ends in which a net is tried first
PULL = 0.6  # px of price for each px that a target lies off the height at which its column is passed


def passages(
    grid: Columns,
    heights: Heights,
    nets: Mapping[NetKey, Net],
    start: Mapping[NetKey, float],
    first_gate: int,
    held: Passages | None = None,
) -> Passages:
    """Choose the heights of all nets; columns that are not passed have no entry.

    Parameters
    ----------
    first_gate : int
        Number of the first box that is a gate.
    held : mapping of net to column to height
        Heights that are settled; they cost nothing, and what is chosen keeps off them.
    """
    held = held or {}
    chosen = {key: dict(held.get(key, {})) for key in nets}
    loose = [net for key, net in nets.items() if len(chosen[key]) < len(net.passed)]
    if loose:
        used = occupied(heights, chosen)
        for net in sorted(loose, key=lambda net: (net.span, start[net.key], net.key)):
            fixed = chosen[net.key]
            chosen[net.key] = _cheapest(grid, heights, used, net, (start[net.key], fixed))
            for column in chosen[net.key].keys() - fixed.keys():
                _occupy(heights, used, column, chosen[net.key][column])
        chosen = relaxed(grid, nets, chosen, start, (first_gate, held))
    return chosen


def occupied(heights: Heights, passed: Passages) -> FloatArray:
    """[column, row]: what it costs to pass beside the nets that pass there, px."""
    count, rows = heights.wall.shape
    steps = np.zeros((count + 2, rows + 1))  # what the price rises by from row to row; one column more on either side
    places = [(column, height) for way in passed.values() for column, height in way.items()]
    column, height = np.array(places).reshape(-1, 2).T
    for reach, price, aside in NEAR_LINE:
        first = np.searchsorted(heights.rows, height - reach)
        last = np.searchsorted(heights.rows, height + reach + 0.1)
        at = column.astype(int) + 1 + aside
        np.add.at(steps, (at, first), price)
        np.add.at(steps, (at, last), -price)
    return np.asarray(steps.cumsum(axis=1)[1:-1, :-1])


def _cheapest(
    grid: Columns, heights: Heights, used: FloatArray, net: Net, fixed: tuple[float, Mapping[int, float]]
) -> dict[int, float]:
    """The cheapest heights, given that at which it leaves and some that are settled."""
    start, held = fixed
    ends = [start, *map(grid.middle, net.boxes), *held.values()]
    for reach in (FIRST_REACH, np.inf):
        window = heights.between(min(ends) - reach, max(ends) + reach)
        rows = heights.rows[window]
        price = heights.wall[:, window] + used[:, window]
        for column, height in held.items():
            price[column] = np.where(np.arange(len(rows)) == np.abs(rows - height).argmin(), 0.0, np.inf)
        costs = _costs(grid, net, start, rows, price)
        if costs[-1].min() < BLOCKED:
            break
    at = int(np.argmin(costs[-1]))
    way: dict[int, float] = {}
    for place in reversed(range(len(costs))):
        if place < len(costs) - 1:
            at = int(np.argmin(costs[place] + np.abs(rows - rows[at]) + BEND_PRICE * (rows != rows[at])))
        height = float(rows[at])
        way[net.passed[place]] = start if abs(height - start) < STEP else height
    return way | dict(held)


def _costs(grid: Columns, net: Net, start: float, rows: FloatArray, price: FloatArray) -> list[FloatArray]:
    """For each passed column the least price of having come to each height of it."""
    costs: list[FloatArray] = []
    for column in net.passed:
        if costs:
            before = costs[-1]  # a change of height costs its length and two bends: a distance transform
            down = np.minimum.accumulate(before - rows) + rows
            up = np.minimum.accumulate((before + rows)[::-1])[::-1] - rows
            cost = np.minimum(before, np.minimum(down, up) + BEND_PRICE)
        else:
            cost = np.abs(rows - start) + BEND_PRICE * (np.abs(rows - start) >= STEP)
        for near in (column, column + net.way):
            if near in net.targets:
                goals = [grid.middle(box) for box in net.targets[near]]
                cost = cost + PULL * (np.maximum(min(goals) - rows, 0) + np.maximum(rows - max(goals), 0))
        costs.append(cost + price[column])
    return costs


def _occupy(heights: Heights, used: FloatArray, column: int, height: float) -> None:
    firsts = heights.rows.searchsorted(height - _REACHES).tolist()
    lasts = heights.rows.searchsorted(height + _REACHES + 0.1).tolist()  # as `Heights.between` has them
    for (_, price, aside), first, last in zip(NEAR_LINE, firsts, lasts, strict=True):
        if 0 <= column + aside < len(used):
            used[column + aside, first:last] += price
