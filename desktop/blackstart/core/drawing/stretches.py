"""Nets while some of their ends are dragged: where they leave, pass columns and arrive.

The ends lie anywhere, in a column or between two, so each is known by the columns that lie beside it. What is worked
out here is thrown away with the next step of the mouse.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np

from blackstart.core.drawing.columns import BLOCKED
from blackstart.core.drawing.lift import ROW, Lifted, Standing
from blackstart.core.drawing.nets import OUT_GAP, NetKey
from blackstart.core.drawing.ports import Ports
from blackstart.core.topology.model import Point

TO_RIGHT, TO_LEFT, ROUND_LEFT, ROUND_RIGHT = (
    1,
    -1,
    0,
    2,
)  # ways of a net; only a net that is dragged goes round a right side

LEAST_BETWEEN = 16.0  # px between two boxes that stand side by side; nearer, they are above each other
REACH = 300.0  # px above and below its ends in which a height is looked for first
PORT_GAP, CORNER = 10.0, 7.0  # px between arrowheads, and of a side that stay free at either end


class End(NamedTuple):
    """A box at an end of a line, from the origin of the courses.

    `before` is the last column left of it, `after` the first one right of it, `by` how far it has been dragged;
    None = it stands.
    """

    x: float
    y: float
    width: float
    height: float
    before: int
    after: int
    by: Point | None

    @property
    def right(self) -> float:
        """Its right side."""
        return self.x + self.width

    @property
    def middle(self) -> float:
        """Height of its centre."""
        return self.y + self.height / 2


Ends = Mapping[int, End]  # by the number of the box


@dataclass(slots=True)
class Stretch:
    """A net of which an end is dragged.

    Attributes
    ----------
    targets : dict of int to int
        Edge -> the box that it reaches.
    start : float
        Height at which it leaves.
    heights : dict of int to float
        Column -> height at which it is passed; in order from the source.
    enter : dict of int to float
        Box -> height at which it is reached.
    """

    key: NetKey
    targets: dict[int, int]
    start: float = 0.0
    heights: dict[int, float] = field(default_factory=dict)
    enter: dict[int, float] = field(default_factory=dict)

    @property
    def way(self) -> int:
        """To the right or left, or round the left or right side of both ends."""
        return self.key[2]

    @property
    def is_round(self) -> bool:
        """Whether it leaves and arrives on the same side."""
        return self.way in (ROUND_LEFT, ROUND_RIGHT)

    @property
    def enters_right(self) -> bool:
        """Whether it arrives on the right side of its targets."""
        return self.way in (TO_LEFT, ROUND_RIGHT)

    def arrival(self, end: End) -> float:
        """Height at which it comes into the channel beside a target."""
        column = end.before if self.way == TO_RIGHT else end.after
        return self.start if self.is_round else self.heights.get(column, self.start)


def stretches(lifted: Lifted, standing: Standing, ports: Ports, ends: Ends, numbers: Iterable[int]) -> list[Stretch]:
    """The nets of some edges, with all heights and ports."""
    found: dict[NetKey, Stretch] = {}
    for number in numbers:
        source, target, purpose = lifted.plan.wires.edges[number]
        key = (source, purpose, _way(ends[source], ends[target]))
        found.setdefault(key, Stretch(key, {})).targets[number] = target
    _leave(found, ports, ends)
    for stretch in found.values():
        _pass(stretch, standing, ends)
    _enter(found.values(), ports, ends)
    return list(found.values())


def _way(source: End, target: End) -> int:
    if target.x - source.right >= LEAST_BETWEEN:
        return TO_RIGHT
    if source.x - target.right >= LEAST_BETWEEN:
        return TO_LEFT
    passed_left = abs(source.before - target.before)  # columns that one of the two has to pass
    return ROUND_RIGHT if abs(source.after - target.after) < passed_left else ROUND_LEFT


def _leave(found: Mapping[NetKey, Stretch], ports: Ports, ends: Ends) -> None:
    """Nets leave where they did; new ones round the middle of the side."""
    new: dict[tuple[int, bool], list[Stretch]] = {}
    for key, stretch in found.items():
        end = ends[key[0]]
        if key in ports.leave:
            stretch.start = ports.leave[key] + (end.by[1] if end.by else 0.0)
        else:
            new.setdefault((key[0], key[2] > 0), []).append(stretch)
    for (box, _), leaving in new.items():
        gap = min(OUT_GAP, (ends[box].height - 12) / max(1, len(leaving) - 1))
        for place, stretch in enumerate(leaving):
            stretch.start = ends[box].middle + (place - (len(leaving) - 1) / 2) * gap


def _pass(stretch: Stretch, standing: Standing, ends: Ends) -> None:
    """Along the trunk that stands, then at one height through all columns that are left."""
    source, targets = ends[stretch.key[0]], [ends[box] for box in stretch.targets.values()]
    columns = range(0)
    if stretch.way == TO_RIGHT:
        columns = range(source.after, max(end.before for end in targets) + 1)
    elif stretch.way == TO_LEFT:
        columns = range(source.before, min(end.after for end in targets) - 1, -1)
    trunk = standing.heights.get(stretch.key, {}) if source.by is None else {}
    height = stretch.start
    for place, column in enumerate(columns):
        if column not in trunk:
            goal = sum(end.middle for end in targets) / len(targets)
            free = _height(standing, columns[place:], height, goal)
            stretch.heights.update(dict.fromkeys(columns[place:], free))
            return
        height = stretch.heights[column] = trunk[column]


def _height(standing: Standing, columns: range, start: float, goal: float) -> float:
    """The height at which it costs least to pass some columns on the way from one height to another."""
    low, high = min(columns[0], columns[-1]), max(columns[0], columns[-1])
    for reach in (REACH, np.inf):
        first, last = np.searchsorted(standing.rows, (min(start, goal) - reach, max(start, goal) + reach))
        first = min(first, len(standing.rows) - 1)
        rows = standing.rows[first : max(last, first + 1)]
        price = (standing.price[high + 1] - standing.price[low])[first : first + len(rows)]
        price = price + np.abs(rows - start) + np.abs(rows - goal)
        best = int(price.argmin())
        if price[best] < BLOCKED:
            break
    height = float(rows[best])
    return next((straight for straight in (start, goal) if abs(height - straight) < ROW), height)


def _enter(found: Iterable[Stretch], ports: Ports, ends: Ends) -> None:
    """Lines enter where they did; where new ones come to a dragged side, all of it in the order of their heights."""
    sides: dict[tuple[int, bool], list[tuple[float, int, Stretch]]] = {}
    for number, stretch in enumerate(found):
        for box in stretch.targets.values():
            end = ends[box]
            stretch.enter[box] = ports.enter.get((stretch.key, box), end.middle - _down(end)) + _down(end)
            if end.by is not None:
                sides.setdefault((box, stretch.enters_right), []).append((stretch.arrival(end), number, stretch))
    for (box, _), pins in sides.items():
        end = ends[box]
        if len(pins) == 1 and end.y + CORNER <= pins[0][0] <= end.y + end.height - CORNER:
            pins[0][2].enter[box] = pins[0][0]
        elif any((stretch.key, box) not in ports.enter for _, _, stretch in pins):
            gap = min(PORT_GAP, (end.height - 2 * CORNER) / max(1, len(pins) - 1))
            for place, (_, _, stretch) in enumerate(sorted(pins, key=lambda pin: pin[:2])):
                stretch.enter[box] = end.middle + (place - (len(pins) - 1) / 2) * gap


def _down(end: End) -> float:
    return end.by[1] if end.by else 0.0
