"""Where on the sides of the boxes lines begin and end.

Lines arrive in the order of their heights, straight where they can, never crowded more than the side demands,
and never at the height of a line of another source that passes by: it would seem to end here.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import inf
from typing import NamedTuple

import numpy as np

from blackstart.core.drawing.columns import Columns, FloatArray, Heights
from blackstart.core.drawing.crossings import Passages
from blackstart.core.drawing.model import GATE_HEIGHT
from blackstart.core.drawing.nets import Net, NetKey

PORT_GAP = 10.0  # px between arrowheads
DIGITS = 3  # of a pixel that count
LEAST_GAP = 6.0  # px between arrowheads of lines that come straight
CORNER, GATE_CORNER = 6.0, 2.0  # px of a side that stay free at either end
APART = 7.0  # px from the line of another source
NUDGE = 4.0  # px; a step of less is worth two arrowheads that stand nearer
GATE_GAP = 8.0  # px between ports of a gate
GATE_STEP = 6.0  # px off the middle of a gate
SMALL_STEP = 8.0  # px; a lesser step is not worth two bends

GATE_LEAVING, STRAIGHT, LEAVING, MOVED, FREE = 1e12, 1e6, 1e4, 20.0, 1.0  # how much a port insists on its height


@dataclass(frozen=True, slots=True)
class Ports:
    """Heights at which nets leave their source and enter their targets."""

    leave: dict[NetKey, float]
    enter: dict[tuple[NetKey, int], float]


class _Pin(NamedTuple):
    goal: float
    net: NetKey
    box: int  # -1: here the net leaves
    weight: float


def arrival(net: Net, column: int, passed: Passages, start: Mapping[NetKey, float]) -> float:
    """Height at which a net comes into the channel before a column (behind it, if the net goes left)."""
    return passed[net.key].get(column - net.way, start[net.key])


def ports(
    grid: Columns,
    nets: Mapping[NetKey, Net],
    passed: Passages,
    start: Mapping[NetKey, float],
    first_gate: int,
    held: Ports | None = None,
) -> Ports:
    """Place all ports; those of whole sides may be settled before."""
    chosen = Ports(dict(held.leave), dict(held.enter)) if held else Ports({}, {})
    passing = _passing(nets, passed, start)
    sides = _sides(grid, nets, passed, start, first_gate, chosen)
    for (box, is_right), pins in sides.items():
        pins.sort()
        if len(pins) == 1 and box >= first_gate:
            spots = [grid.middle(box) + _beside_joined(grid, chosen, pins[0], box, is_right=is_right)]
        else:
            others = [] if is_right else passing.get(int(grid.of[box]), [])
            spots = _spots(grid.boxes[box], pins, others)
        for pin, spot in zip(pins, spots, strict=True):
            if pin.box < 0:
                chosen.leave[pin.net] = spot
            else:
                chosen.enter[pin.net, pin.box] = spot
    lone = {side[0] for side, pins in sides.items() if side[1] and len(pins) == 1 and pins[0].box < 0}
    _straighten(nets, passed, chosen, lone, first_gate)
    return chosen


def keep_straight(
    heights: Heights, nets: Mapping[NetKey, Net], passed: Passages, start: Mapping[NetKey, float], chosen: Ports
) -> Passages:
    """Let runs that leave straight follow their port where it came to lie a few pixels off."""
    followed: Passages = {}
    for key, net in nets.items():
        old, new = start[key], chosen.leave[key]
        followed[key] = dict(passed[key])
        if 0 < abs(new - old) < SMALL_STEP:
            for column in net.passed:
                if passed[key][column] != old or heights.wall[column, heights.between(new - 1, new + 1)].max() > 1e5:
                    break
                followed[key][column] = new
    return followed


def _passing(
    nets: Mapping[NetKey, Net], passed: Passages, start: Mapping[NetKey, float]
) -> dict[int, list[tuple[float, NetKey]]]:
    """For each channel the lines that come into it from the left, from top to bottom."""
    found: dict[int, list[tuple[float, NetKey]]] = {}
    for net in nets.values():
        if net.way > 0:
            for column in net.entered:
                found.setdefault(column, []).append((arrival(net, column, passed, start), net.key))
    for lines in found.values():
        lines.sort()
    return found


def _sides(
    grid: Columns,
    nets: Mapping[NetKey, Net],
    passed: Passages,
    start: Mapping[NetKey, float],
    first_gate: int,
    chosen: Ports,
) -> dict[tuple[int, bool], list[_Pin]]:
    """Pins of every side, (box, is it the right side); gates are entered in the middle, that is chosen at once.

    Sides of which the ports are chosen already are left out.
    """
    sides: dict[tuple[int, bool], list[_Pin]] = {}
    settled = Ports(dict(chosen.leave), dict(chosen.enter))
    for key, net in nets.items():
        goal = start[key] if net.way > 0 else float(np.mean([grid.middle(box) for box in net.boxes]))
        firm = GATE_LEAVING if net.source >= first_gate else LEAVING
        leaving = _Pin(goal, key, -1, firm if net.way > 0 else FREE)
        if key not in settled.leave:
            sides.setdefault((net.source, net.way > 0), []).append(leaving)
        for column, boxes in net.targets.items():
            for box in boxes:
                if (key, box) in settled.enter:
                    continue
                if box >= first_gate and net.way > 0:
                    chosen.enter[key, box] = grid.middle(box)
                    continue
                goal = arrival(net, column, passed, start) if net.way else grid.middle(net.source)
                sides.setdefault((box, net.way < 0), []).append(_Pin(goal, key, box, STRAIGHT))
    return sides


def _beside_joined(grid: Columns, chosen: Ports, pin: _Pin, gate: int, *, is_right: bool) -> float:
    """How far the only port on a side of a gate lies off the middle: there lines may join that enter the gate."""
    if is_right or not any(box == gate for _, box in chosen.enter):
        return 0.0
    return GATE_STEP if pin.goal > grid.middle(gate) else -GATE_STEP


def _spots(box: FloatArray, pins: Sequence[_Pin], passing: Sequence[tuple[float, NetKey]]) -> list[float]:
    """Heights of the pins of one side, in their order."""
    top, bottom = float(box[1]), float(box[1] + box[3])
    is_card = bottom - top > 2 * GATE_HEIGHT
    corner = CORNER if is_card else GATE_CORNER
    gap = min(PORT_GAP if is_card else GATE_GAP, (bottom - top - 2 * corner - 2) / max(1, len(pins) - 1))
    wanted, weights = [], []
    for place, pin in enumerate(pins):
        height, weight = pin.goal, pin.weight
        is_inside = top + corner + 1 <= pin.goal <= bottom - corner - 1
        if not is_inside:
            height, weight = (top + bottom) / 2 + (place - (len(pins) - 1) / 2) * gap, FREE
        if not is_inside or pin.weight == FREE:
            moved = _stepped_aside(height, pin, (top + corner + 2, bottom - corner - 1), passing)
            if moved != height:
                height, weight = moved, MOVED
        wanted.append(height)
        weights.append(weight)
    offsets = [0.0]
    for before, after in pairwise(zip(wanted, weights, strict=True)):
        are_straight = min(before[1], after[1]) >= LEAVING and LEAST_GAP <= after[0] - before[0] < gap
        offsets.append(offsets[-1] + (after[0] - before[0] if are_straight else gap))
    level = isotonic([height - offset for height, offset in zip(wanted, offsets, strict=True)], weights)
    high = bottom - corner - offsets[-1]
    low = min(top + corner, high)
    spots = [round(min(max(height, low), high) + offset, DIGITS) for height, offset in zip(level, offsets, strict=True)]
    return _nudged(pins, spots, (top + corner, bottom - corner))


def _nudged(pins: Sequence[_Pin], spots: list[float], room: tuple[float, float]) -> list[float]:
    """Lines that arrive hardly off their port come straight after all, where that brings no two too near."""
    for place, pin in enumerate(pins):
        if abs(pin.goal - spots[place]) < NUDGE and pin.box >= 0 and room[0] <= pin.goal <= room[1]:
            others = spots[:place] + spots[place + 1 :]
            if all(abs(other - pin.goal) >= LEAST_GAP - 0.5 for other in others):
                spots[place] = pin.goal
    return spots


def _stepped_aside(
    height: float, pin: _Pin, room: tuple[float, float], passing: Sequence[tuple[float, NetKey]]
) -> float:
    near = passing[bisect_left(passing, (room[0] - 8,)) : bisect_right(passing, (room[1] + 8, (inf,)))]
    others = np.array([at for at, net in near if net != pin.net])
    if not len(others) or np.abs(others - height).min() >= APART - 1:
        return height
    free = np.arange(room[0], room[1], 2.0)
    free = free[np.abs(free[:, None] - others).min(axis=1) >= APART]
    if not len(free):
        return height
    price = np.abs(free - height) - 2.0 * ((free - height) * (pin.goal - height) > 0)
    return float(free[int(np.argmin(price))])


def _straighten(nets: Mapping[NetKey, Net], passed: Passages, chosen: Ports, lone: set[int], first_gate: int) -> None:
    """A net that is alone on its side leaves at the height of a target that is only a small step away."""
    for key, net in nets.items():
        leave = chosen.leave[key]
        if net.way <= 0 or net.source not in lone or net.source >= first_gate or leave in passed[key].values():
            continue
        goals = [chosen.enter[key, box] for box in net.targets.get(net.column + 1, ())]
        near = min(goals, key=lambda goal: abs(goal - leave), default=leave)
        if abs(near - leave) < SMALL_STEP:
            chosen.leave[key] = near


def isotonic(wanted: Sequence[float], weights: Sequence[float]) -> list[float]:
    """Nearest non-decreasing values, by pooling adjacent violators."""
    pools: list[tuple[float, float, int]] = []
    for value, weight in zip(wanted, weights, strict=True):
        count = 1
        while pools and pools[-1][0] > value:
            before, heavy, many = pools.pop()
            value = (before * heavy + value * weight) / (heavy + weight)
            weight, count = heavy + weight, count + many
        pools.append((value, weight, count))
    return [value for value, _, count in pools for _ in range(count)]
