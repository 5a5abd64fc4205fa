"""The courses of all lines between numbered boxes, and what is settled of them beforehand."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from blackstart.core.drawing.columns import Columns
from blackstart.core.drawing.crossings import Passages
from blackstart.core.drawing.lanes import Lanes, Settled
from blackstart.core.drawing.nets import Direct, Net, NetKey
from blackstart.core.drawing.polylines import Polyline
from blackstart.core.drawing.ports import Ports
from blackstart.core.topology.model import Point


@dataclass(frozen=True, slots=True)
class Courses:
    """Everything that was chosen for the lines between numbered boxes.

    All but `lines` and `pins` is measured from `origin`, the upper left corner of the boxes: so the same map gives the
    same lines wherever it lies.
    """

    origin: Point
    grid: Columns
    nets: Mapping[NetKey, Net]
    directs: tuple[Direct, ...]
    passed: Passages
    ports: Ports
    lanes: Lanes
    lines: Mapping[int, Polyline]
    pins: Mapping[NetKey, tuple[Point, ...]]
    borders: tuple[float, ...]  # x of the upright borders of frames
    loose: frozenset[int] = frozenset()  # boxes without lines that came to a map that was drawn: they cut no column


@dataclass(frozen=True, slots=True)
class Before:
    """The courses of a moment ago.

    Attributes
    ----------
    numbers : mapping of int to int
        Number of a box then -> its number now; boxes that are gone are left out.
    """

    courses: Courses
    numbers: Mapping[int, int]


@dataclass(frozen=True, slots=True)
class Held:
    """What is settled before anything is chosen, measured from the origin of the courses to be found.

    Attributes
    ----------
    heights : mapping of net to column to height
        Where nets pass columns.
    ports : Ports
        Of whole sides of boxes.
    lanes : Settled
        Of the upright pieces.
    firm : frozenset of NetKey
        Nets of which nothing is left to be chosen.
    """

    heights: Passages = field(default_factory=dict)
    ports: Ports = field(default_factory=lambda: Ports({}, {}))
    lanes: Settled = field(default_factory=Settled)
    firm: frozenset[NetKey] = frozenset()
