"""What a drawing is made of: places of cards, zones and gates, and the lines between them.

All lengths are canvas pixels; x grows to the right, y downwards. Nothing here is stored in a drill, which keeps
of its drawing only the places that people chose themselves; what a portfolio keeps can be drawn again.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from blackstart.core.base.ids import ComponentId, ZoneId
from blackstart.core.topology.model import Box, Point, Purpose

CARD_WIDTH, CARD_HEIGHT = 140.0, 52.0  # px
GATE_WIDTH, GATE_HEIGHT = 50.0, 20.0  # px
CORNER_RADIUS = 7.0  # px; less where a leg is too short for two

GateKey = tuple[ComponentId, int]  # the component and the number of its need
Source = ComponentId | GateKey  # where a line begins


class Leg(StrEnum):
    """Which part of the way from a supplier to a dependent a line is."""

    WHOLE = "whole"
    INTO_GATE = "into-gate"
    FROM_GATE = "from-gate"


@dataclass(frozen=True, slots=True)
class Arrangement:
    """Where everything stands.

    Attributes
    ----------
    cards : mapping of ComponentId to Box
        Every component of the topology, in its order.
    zones : mapping of ZoneId to Box
        Every zone, in the topology's order.
    gates : mapping of (ComponentId, need number) to Box
        One pill for every need that has more than one supplier. Needs that ask the same of the same suppliers
        share a pill: their boxes are equal.
    """

    cards: Mapping[ComponentId, Box]
    zones: Mapping[ZoneId, Box]
    gates: Mapping[GateKey, Box]


@dataclass(frozen=True, slots=True)
class Line:
    """The way of one supplier to one need, or of a gate to its dependent.

    Attributes
    ----------
    supplier : ComponentId or None
        None on the way from a gate.
    component : ComponentId
        The dependent.
    need_index : int
        Which of its needs.
    purpose : Purpose
        What the need is for.
    points : tuple of Point
        Corners from the supplier's border to the dependent's (or the gate's): right angles only.
    leg : Leg
        Whether the line goes all the way, ends at a gate, or begins there.
    """

    supplier: ComponentId | None
    component: ComponentId
    need_index: int
    purpose: Purpose
    points: tuple[Point, ...]
    leg: Leg = Leg.WHOLE

    @property
    def source(self) -> Source:
        """What the line begins at: a component, or the gate of a need."""
        return (self.component, self.need_index) if self.supplier is None else self.supplier

    @property
    def drawn_as(self) -> Purpose:
        """The stroke it takes: whatever enters a gate is solid, what leaves the gate tells its purpose."""
        return Purpose.RUN if self.leg is Leg.INTO_GATE else self.purpose


@dataclass(frozen=True, slots=True)
class Trunk:
    """All lines of one source and one stroke: drawn at once, every piece in one stroke only.

    Line by line the shared pieces would be stroked several times and look bolder than the rest.

    Attributes
    ----------
    lines : tuple of int
        Numbers of the drawing's lines in it.
    paths : tuple of tuple of Point
        Corners of the strokes. A way that runs along another of the trunk begins where it leaves that, and one
        that joins another before a gate ends there; in either case `CORNER_RADIUS` (or half the leg, if that is
        less) before or after the corner, so that this outermost leg is the round of the corner and no more.
    arrows : tuple of (tip, before)
        For each arrowhead its tip and the corner it comes from.
    """

    source: Source
    purpose: Purpose
    lines: tuple[int, ...]
    paths: tuple[tuple[Point, ...], ...]
    arrows: tuple[tuple[Point, Point], ...]


@dataclass(frozen=True, slots=True)
class Drawing:
    """An arrangement with its lines.

    Attributes
    ----------
    lines : tuple of Line
        In the order of components and needs; a supplier's way into a gate before the gate's way out.
    trunks : tuple of Trunk
        The same lines as they are painted.
    bounds : Box
        Round cards, zones, gates and lines; all zero where there is nothing.
    is_plain : bool
        The map is too large to be routed: each line is a plain Z that may cross cards.
    """

    arrangement: Arrangement
    lines: tuple[Line, ...]
    trunks: tuple[Trunk, ...]
    bounds: Box
    is_plain: bool = False
