"""Room for lines: channels and row gaps stretched to what runs through them.

Stretching cuts the map open across its whole width or height, so nothing changes its order, and what stood apart
still does. Cards and pills keep their size; frames of zones keep their distance from what they hold.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from blackstart.core.drawing.columns import Columns, FloatArray
from blackstart.core.drawing.courses import Courses
from blackstart.core.drawing.parts import MAP, Parts
from blackstart.core.drawing.spacing import LANE_GAP
from blackstart.core.topology.model import Box, Point

CHANNEL_SIDES = 26.0  # px of a channel that lanes leave free: for arrowheads, and after the cards
ROW_SIDES = 22.0  # px of a row gap with a single line in it
PILL_SIDE = 8.0  # px between a pill and the card above or below it
NEAR = 1.0  # px; a border so near to a cut counts as on it


@dataclass(frozen=True, slots=True)
class Cuts:
    """Where room is put in: everything from `at` on moves by `by`; sorted by `at`."""

    at: FloatArray
    by: FloatArray

    def shift(self, position: float) -> float:
        """How far something that begins there moves."""
        return float(self.by[: int(np.searchsorted(self.at, position + NEAR))].sum())

    @property
    def total(self) -> float:
        """All the room that is put in."""
        return float(self.by.sum())


@dataclass(frozen=True, slots=True)
class Places:
    """Where cards, zones and pills stand, by number; zone 0, the map, is left out."""

    cards: list[Box]
    zones: Mapping[int, Box]
    gates: list[Box]


def cuts(wanted: Mapping[float, float]) -> Cuts:
    """Cuts from position -> px."""
    places = sorted(at for at, by in wanted.items() if by > 0)
    return Cuts(np.array(places), np.array([wanted[at] for at in places]))


def beside(wanted: Cuts, fixed: Sequence[float]) -> Cuts:
    """The cuts that do not lie between two positions of which neither may move against the other."""
    if not fixed:
        return wanted
    apart = (wanted.at <= min(fixed) + NEAR) | (wanted.at > max(fixed) + NEAR)
    return Cuts(wanted.at[apart], wanted.by[apart])


def channel_cuts(plan: Courses) -> Cuts:
    """What the channels lack for their lanes."""
    grid, wanted = plan.grid, {}
    for channel in range(1, grid.count):
        width = float(grid.left[channel] - grid.right[channel - 1])
        lanes = int(plan.lanes.counts[channel])
        if lanes:
            wanted[float(grid.left[channel]) + plan.origin[0]] = CHANNEL_SIDES + LANE_GAP * lanes - width
    return cuts(wanted)


def row_cuts(plan: Courses, first_gate: int) -> Cuts:
    """What the gaps between the boxes of a column lack for the lines that pass there."""
    grid = plan.grid
    gaps: list[tuple[float, float, float]] = []  # bottom, top, px lacking
    for column in range(grid.count):
        passing = sorted({net[column] for net in plan.passed.values() if column in net})
        for above, below in zip(grid.stacks[column], grid.stacks[column][1:], strict=False):
            top, bottom = float(grid.boxes[below, 1]), float(grid.boxes[above, 1] + grid.boxes[above, 3])
            count = sum(bottom < height < top for height in passing)
            needed = ROW_SIDES + (LANE_GAP - 1) * (count - 1) if count else 0.0
            if max(above, below) >= first_gate:
                needed = max(needed, PILL_SIDE)
            if top > bottom:
                gaps.append((top, bottom, needed - (top - bottom)))
    wanted: dict[float, float] = {}
    for top, bottom, lacking in sorted(gaps):  # a cut inside the gap helps this one too
        had = sum(by for at, by in wanted.items() if bottom < at <= top)
        if lacking - had > 0.5:
            wanted[top] = wanted.get(top, 0.0) + lacking - had
    return cuts({top + plan.origin[1]: by for top, by in wanted.items()})


def stretched(numbered: Parts, places: Places, x_cuts: Cuts, y_cuts: Cuts) -> Places:
    """The same map with the room put in."""
    cards = [_moved(box, x_cuts, y_cuts) for box in places.cards]
    zones: dict[int, Box] = {}
    for zone in numbered.inner_first:
        if zone != MAP:
            old = [places.cards[card] for card in numbered.cards_in[zone]]
            new = [cards[card] for card in numbered.cards_in[zone]]
            old += [places.zones[inner] for inner in numbered.zones_in[zone]]
            new += [zones[inner] for inner in numbered.zones_in[zone]]
            zones[zone] = _framed(places.zones[zone], old, new)
    return Places(cards, zones, [_moved(box, x_cuts, y_cuts) for box in places.gates])


def moved(places: Places, by: Point) -> Places:
    """The same map elsewhere."""
    dx, dy = by
    return Places(
        [(x + dx, y + dy, width, height) for x, y, width, height in places.cards],
        {zone: (x + dx, y + dy, width, height) for zone, (x, y, width, height) in places.zones.items()},
        [(x + dx, y + dy, width, height) for x, y, width, height in places.gates],
    )


def _moved(box: Box, x_cuts: Cuts, y_cuts: Cuts) -> Box:
    x, y, width, height = box
    return (x + x_cuts.shift(x), y + y_cuts.shift(y), width, height)


def _framed(frame: Box, old: Sequence[Box], new: Sequence[Box]) -> Box:
    """The frame as far from its contents as it was."""
    before, after = np.array(old), np.array(new)
    left, top = (after[:, axis].min() - before[:, axis].min() + frame[axis] for axis in (0, 1))
    right, bottom = (
        (after[:, axis] + after[:, axis + 2]).max()
        - (before[:, axis] + before[:, axis + 2]).max()
        + frame[axis]
        + frame[axis + 2]
        for axis in (0, 1)
    )
    return (float(left), float(top), float(right - left), float(bottom - top))


def channel_width(grid: Columns, channel: int) -> float:
    """Width of a channel; without end before the first column and after the last."""
    return float(grid.left[channel] - grid.right[channel - 1]) if 0 < channel < grid.count else np.inf
