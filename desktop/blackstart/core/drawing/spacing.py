"""Runs, that is heights at which nets pass columns, moved towards the middle of the gaps they share."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from blackstart.core.drawing.columns import CLEAR, Columns
from blackstart.core.drawing.nets import Net, NetKey

LANE_GAP = 9.0  # px between parallel lines
SMALL_STEP = 8.0  # px
LINE_ROOM = 4.0  # px that a levelled run keeps from lines and cards


@dataclass(slots=True)
class _Run:
    """Neighbouring columns that a net passes at one height."""

    net: NetKey
    columns: list[int]
    height: float
    is_fixed: bool  # it leaves its source straight, or is settled


def relaxed(
    grid: Columns,
    nets: Mapping[NetKey, Net],
    chosen: Mapping[NetKey, Mapping[int, float]],
    start: Mapping[NetKey, float],
    fixed: tuple[int, Mapping[NetKey, Mapping[int, float]]],
) -> dict[NetKey, dict[int, float]]:
    """Spread the lines that pass one gap evenly, and level what then hardly differs.

    Parameters
    ----------
    chosen : mapping of net to column to height
        What is to be spread.
    start : mapping of net to height
        Where the nets leave; runs at that height stay.
    fixed : (int, mapping of net to column to height)
        Number of the first box that is a gate, and what is to stay as it is.
    """
    first_gate, held = fixed
    runs = _runs(nets, chosen, start, held)
    by_column = _by_column(runs)
    for _ in range(4):
        for run, (low, high) in zip(runs, _rooms(grid, runs, by_column), strict=True):
            if not run.is_fixed and high - low < 4 * LANE_GAP:
                run.height = (run.height + low + high) / 3
    _level_with_gates(grid, nets, runs, by_column, first_gate)
    _level_small_steps(grid, runs, by_column)
    spread: dict[NetKey, dict[int, float]] = {key: {} for key in nets}
    for run in runs:
        spread[run.net].update(dict.fromkeys(run.columns, run.height))
    return spread


def _runs(
    nets: Mapping[NetKey, Net],
    chosen: Mapping[NetKey, Mapping[int, float]],
    start: Mapping[NetKey, float],
    held: Mapping[NetKey, Mapping[int, float]],
) -> list[_Run]:
    runs: list[_Run] = []
    for key in nets:
        last: _Run | None = None
        fixed = held.get(key, {})
        for column, height in sorted(chosen[key].items()):
            if last is not None and last.height == height:
                last.columns.append(column)
            else:
                last = _Run(key, [column], height, height == start[key])
                runs.append(last)
            last.is_fixed = last.is_fixed or column in fixed
    return runs


def _level_small_steps(grid: Columns, runs: Sequence[_Run], by_column: Mapping[int, Sequence[int]]) -> None:
    """Two runs of a net that hardly differ become one where there is room for that."""
    for run, after in pairwise(runs):
        if run.net == after.net and 0 < abs(run.height - after.height) < SMALL_STEP:
            for moved, to in ((run, after), (after, run)):
                if not moved.is_fixed and _has_room(grid, runs, by_column, moved, to.height):
                    moved.height = to.height
                    break


def _level_with_gates(
    grid: Columns,
    nets: Mapping[NetKey, Net],
    runs: Sequence[_Run],
    by_column: Mapping[int, Sequence[int]],
    first_gate: int,
) -> None:
    """A run that comes to a gate, which is entered in its middle only, comes straight if it is hardly off."""
    for run in runs:
        net = nets[run.net]
        beyond = max(run.columns) + 1
        for box in net.targets.get(beyond, ()) if net.way > 0 and not run.is_fixed else ():
            middle = grid.middle(box)
            is_off = 0 < abs(run.height - middle) < SMALL_STEP
            if box >= first_gate and is_off and _has_room(grid, runs, by_column, run, middle):
                run.height = middle


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
