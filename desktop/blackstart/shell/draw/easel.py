"""What gestures are told of the map that is drawn, and what they wish."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QPointF, QRectF

from blackstart.core.base.ids import ComponentId, ZoneId
from blackstart.core.drawing.courses import Courses
from blackstart.core.drawing.model import Drawing, GateKey, Line
from blackstart.core.drawing.route import Plan
from blackstart.core.topology.model import Box, Point, Purpose, Topology
from blackstart.shell.canvas.flat import LeftOut
from blackstart.shell.canvas.geometry import rect
from blackstart.shell.canvas.picture import Face
from blackstart.shell.canvas.reach import around, neighbourhood
from blackstart.shell.canvas.snapshot import QUIET_LINES_FROM
from blackstart.shell.draw.layout import NOTHING
from blackstart.shell.draw.selection import Selection

REACH_PX = 5.0  # on screen, within which of a line it is grabbed
TITLE_PX = 40.0  # canvas px of a zone's head, by which it is grabbed


@dataclass
class Easel:
    """The map as gestures see it; all places are of the canvas.

    Attributes
    ----------
    card_at : callable
        Which card of what is shown lies at a place.
    lines_near : callable
        Numbers of the lines that come within so many canvas px of a place, the nearest first.
    leave_out : callable
        Show the map without what is being dragged; None = whole again.
    face : callable
        What a card shows.
    plan : Plan or None
        What the drawing was routed with; None = not known yet.
    named : QRectF or None
        The frame of a zone whose name is being asked for: it is not on the map yet.
    """

    card_at: Callable[[QPointF], ComponentId | None]
    lines_near: Callable[[QPointF, float], Sequence[int]]
    leave_out: Callable[[LeftOut | None], None]
    face: Callable[[ComponentId], Face]
    topology: Topology = Topology()
    drawing: Drawing = NOTHING
    plan: Plan | None = None
    selection: Selection = Selection()
    purpose: Purpose = Purpose.RUN
    named: QRectF | None = None

    def zone_at(self, at: QPointF, but: Collection[ZoneId] = ()) -> ZoneId | None:
        """Return the innermost zone at a place, but for some."""
        zones = self.drawing.arrangement.zones
        found = [(box, zone) for zone, box in zones.items() if zone not in but and rect(box).contains(at)]
        return min(found, key=lambda each: each[0][2] * each[0][3])[1] if found else None

    def titled_at(self, at: QPointF) -> ZoneId | None:
        """Return the zone on whose name a place lies."""
        zone = self.zone_at(at)
        is_head = zone is not None and at.y() <= self.drawing.arrangement.zones[zone][1] + TITLE_PX
        return zone if is_head else None

    def gate_at(self, at: QPointF) -> GateKey | None:
        """Return a need whose group's pill lies at a place."""
        gates = self.drawing.arrangement.gates.items()
        return next((key for key, box in gates if rect(box).contains(at)), None)

    def need_at(self, at: QPointF, scale: float) -> GateKey | None:
        """Return the need of a line that is seen near to a place; that of the one that is chosen before others."""
        if scale < QUIET_LINES_FROM:
            return None
        lines = (self.drawing.lines[number] for number in self.lines_near(at, REACH_PX / scale))
        needs = [(line.component, line.need_index) for line in lines]
        return self.selection.need if self.selection.need in needs else next(iter(needs), None)

    @property
    def courses(self) -> Courses | None:
        """By what the lines were routed; None = not known yet, or they are not routed at all."""
        return self.plan.courses if self.plan is not None else None

    def take_purpose(self, purpose: Purpose) -> None:
        """Take in what needs are drawn for."""
        self.purpose = purpose

    def chosen_box(self) -> Box | None:
        """Tell how far reaches what is chosen: one card with what it is joined to, or what is chosen itself."""
        zone, need, components = self.selection.zone, self.selection.need, self.selection.components
        if zone is not None:
            return self.drawing.arrangement.zones.get(zone)
        if need is not None:
            component, index = need
            components = (component, *self.topology.component(component).needs[index].on)
        elif len(components) == 1:
            return neighbourhood(self.drawing, components[0])
        return around(self.drawing, components)

    def box_of(self, component: ComponentId | None) -> Box | None:
        """Return where a card lies; None = it is not on the map."""
        return self.drawing.arrangement.cards.get(component) if component is not None else None


class Wishes(Protocol):
    """What is to be done when a gesture ends."""

    def select(self, selection: Selection) -> None: ...
    def move(self, places: dict[ComponentId, Point], zones: dict[ComponentId, ZoneId | None]) -> None: ...
    def copy(self, components: tuple[ComponentId, ...], by: Point) -> None: ...
    def link(self, supplier: ComponentId, component: ComponentId) -> None: ...
    def join(self, supplier: ComponentId, gate: GateKey) -> None: ...
    def add_at(self, at: Point, supplier: ComponentId | None) -> None: ...
    def pin(self, line: Line, piece: int, to: Point) -> None: ...
    def let_go(self, line: Line, piece: int) -> None: ...
    def draw_zone(self, box: Box) -> None: ...
    def move_zone(self, zone: ZoneId, by: Point, inside: ZoneId | None) -> None: ...
    def change_zone(self, zone: ZoneId, box: Box) -> None: ...
