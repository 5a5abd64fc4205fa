"""At which height each net passes the columns between its ends.

One net after the other, short ones first: the cheapest way through the columns by dynamic programming over
the heights, then all runs are moved towards the middle of the gaps they share.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from blackstart.core.drawing.columns import BLOCKED, CLEAR, STEP, Columns, FloatArray, Heights
from blackstart.core.drawing.nets import Net, NetKey

Passages = dict[NetKey, dict[int, float]]  # net -> column -> height

BEND_PRICE = 34.0  # px of detour that two bends are worth
LANE_GAP = 9.0  # px between parallel lines
CROWDED_PRICE, TOUCHING_PRICE = 45.0, 90.0  # within a lane's gap of another line; within 4 px
CONTINUED_PRICE = 12.0  # at the height of another line in the next column: it would look like its continuation
FIRST_REACH = 250.0  # px above and below its ends in which a net is tried first
SMALL_STEP = 8.0  # px
LINE_ROOM = 4.0  # px that a levelled run keeps from lines and cards
PULL = 0.6  # px of price for each px that a target lies off the height at which its column is passed


def passages(grid: Columns, heights: Heights, nets: Mapping[NetKey, Net], start: Mapping[NetKey, float]) -> Passages:
    """Choose the heights of all nets; columns that are not passed have no entry."""
    used = np.zeros_like(heights.wall)
    chosen: Passages = {}
    for net in sorted(nets.values(), key=lambda net: (net.span, start[net.key], net.key)):
        chosen[net.key] = _cheapest(grid, heights, used, net, start[net.key]) if net.passed else {}
        for column, height in chosen[net.key].items():
            _occupy(heights, used, column, height)
    return _relaxed(grid, nets, chosen, start)


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


@dataclass(slots=True)
class _Run:
    """Neighbouring columns that a net passes at one height."""

    net: NetKey
    columns: list[int]
    height: float
    is_fixed: bool  # it leaves its source straight


def _runs(nets: Mapping[NetKey, Net], chosen: Passages, start: Mapping[NetKey, float]) -> list[_Run]:
    runs: list[_Run] = []
    for key in nets:
        last: _Run | None = None
        for column, height in sorted(chosen[key].items()):
            if last is not None and last.height == height:
                last.columns.append(column)
            else:
                last = _Run(key, [column], height, height == start[key])
                runs.append(last)
    return runs


def _relaxed(grid: Columns, nets: Mapping[NetKey, Net], chosen: Passages, start: Mapping[NetKey, float]) -> Passages:
    """Spread the lines that pass one gap evenly."""
    runs = _runs(nets, chosen, start)
    by_column = _by_column(runs)
    for _ in range(4):
        for run, (low, high) in zip(runs, _rooms(grid, runs, by_column), strict=True):
            if not run.is_fixed and high - low < 4 * LANE_GAP:
                run.height = (run.height + low + high) / 3
    _level_small_steps(grid, runs, by_column)
    spread: Passages = {key: {} for key in nets}
    for run in runs:
        spread[run.net].update(dict.fromkeys(run.columns, run.height))
    return spread


def _level_small_steps(grid: Columns, runs: Sequence[_Run], by_column: Mapping[int, Sequence[int]]) -> None:
    """Two runs of a net that hardly differ become one where there is room for that."""
    for run, after in pairwise(runs):
        if run.net == after.net and 0 < abs(run.height - after.height) < SMALL_STEP:
            for moved, to in ((run, after), (after, run)):
                if not moved.is_fixed and _has_room(grid, runs, by_column, moved, to.height):
                    moved.height = to.height
                    break


def _has_room(
    grid: Columns, runs: Sequence[_Run], by_column: Mapping[int, Sequence[int]], moved: _Run, height: float
) -> bool:
    for column in moved.columns:
        boxes = grid.boxes[list(grid.stacks[column])]
        if ((boxes[:, 1] - CLEAR < height) & (height < boxes[:, 1] + boxes[:, 3] + CLEAR)).any():
            return False
        others = (runs[number] for number in by_column[column])
        if any(other is not moved and abs(other.height - height) < LINE_ROOM for other in others):
            return False
    return True


def _by_column(runs: Sequence[_Run]) -> dict[int, list[int]]:
    """The numbers of the runs through each column."""
    found: dict[int, list[int]] = {}
    for number, run in enumerate(runs):
        for column in run.columns:
            found.setdefault(column, []).append(number)
    return found


def _rooms(grid: Columns, runs: Sequence[_Run], by_column: Mapping[int, Sequence[int]]) -> list[tuple[float, float]]:
    """For each run the nearest card or line above and below it in any of its columns."""
    rooms = [(-np.inf, np.inf)] * len(runs)
    for column, members in by_column.items():
        marks = [(runs[number].height, number) for number in members]
        for box in grid.stacks[column]:  # cards keep 3 px more than lines; -1 is no run
            top, bottom = grid.boxes[box, 1], grid.boxes[box, 1] + grid.boxes[box, 3]
            marks += [(float(top) - 3, -1), (float(bottom) + 3, -1)]
        marks.sort()
        for place, (_, number) in enumerate(marks):
            if number >= 0:
                low, high = rooms[number]
                above = marks[place - 1][0] if place else -np.inf
                below = marks[place + 1][0] if place + 1 < len(marks) else np.inf
                rooms[number] = (max(low, above), min(high, below))
    return rooms
