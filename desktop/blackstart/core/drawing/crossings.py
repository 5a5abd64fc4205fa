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
CROWDED_PRICE, TOUCHING_PRICE = 45.0, 90.0  # within a lane's gap of another line; within 4 px
CONTINUED_PRICE = 12.0  # at the height of another line in the next column: it would look like its continuation
FIRST_REACH = 250.0  # px above and below its ends in which a net is tried first
PULL = 0.6  # px of price for each px that a target lies off the height at which its column is passed


def passages(
    grid: Columns, heights: Heights, nets: Mapping[NetKey, Net], start: Mapping[NetKey, float], first_gate: int
) -> Passages:
    """Choose the heights of all nets; columns that are not passed have no entry.

    `first_gate` is the number of the first box that is a gate.
    """
    used = np.zeros_like(heights.wall)
    chosen: Passages = {}
    for net in sorted(nets.values(), key=lambda net: (net.span, start[net.key], net.key)):
        chosen[net.key] = _cheapest(grid, heights, used, net, start[net.key]) if net.passed else {}
        for column, height in chosen[net.key].items():
            _occupy(heights, used, column, height)
    return relaxed(grid, nets, chosen, start, first_gate)


def _cheapest(grid: Columns, heights: Heights, used: FloatArray, net: Net, start: float) -> dict[int, float]:
    ends = [start, *map(grid.middle, net.boxes)]
    for reach in (FIRST_REACH, np.inf):
        window = heights.between(min(ends) - reach, max(ends) + reach)
        rows = heights.rows[window]
        costs = _costs(grid, net, start, rows, heights.wall[:, window] + used[:, window])
        if costs[-1].min() < BLOCKED:
            break
    at = int(np.argmin(costs[-1]))
    way: dict[int, float] = {}
    for place in reversed(range(len(costs))):
        if place < len(costs) - 1:
            at = int(np.argmin(costs[place] + np.abs(rows - rows[at]) + BEND_PRICE * (rows != rows[at])))
        height = float(rows[at])
        way[net.passed[place]] = start if abs(height - start) < STEP else height
    return way


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
    used[column, heights.between(height - LANE_GAP + 1, height + LANE_GAP - 1)] += CROWDED_PRICE
    used[column, heights.between(height - 4, height + 4)] += TOUCHING_PRICE
    for beside in (column - 1, column + 1):
        if 0 <= beside < len(used):
            used[beside, heights.between(height - 3, height + 3)] += CONTINUED_PRICE
