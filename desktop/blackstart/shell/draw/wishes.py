"""What gestures and keys wish, as deeds of the presenter."""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from blackstart.core.base.ids import ComponentId, ZoneId
from blackstart.core.drawing.model import GateKey, Line
from blackstart.core.topology.model import Box, Point
from blackstart.shell.draw.adding import zone_moved
from blackstart.shell.draw.deeds import Deed, Hand
from blackstart.shell.draw.line_pins import piece_let_go, piece_pinned
from blackstart.shell.draw.presenter import DrawPresenter
from blackstart.shell.draw.selection import Selection


class MapWishes(QObject):
    """Hands what is wished on the map to the presenter."""

    add_wished = Signal(object, object)  # Point, and the ComponentId that it needs or None: ask for a name
    zone_wished = Signal(object)  # Box: ask for a name

    def __init__(self, presenter: DrawPresenter, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._presenter = presenter

    def select(self, selection: Selection) -> None:
        if selection != self._presenter.selection:
            self._presenter.select(selection)
        else:
            self._presenter.light(None)

    def move(self, places: dict[ComponentId, Point], zones: dict[ComponentId, ZoneId | None]) -> None:
        def deed(hand: Hand) -> Deed:
            return hand.move_into(places, zones) if zones else hand.move(dict(places))

        self._presenter.do(deed)

    def copy(self, components: tuple[ComponentId, ...], by: Point) -> None:
        self._presenter.do(lambda hand: hand.duplicate(components, by))

    def link(self, supplier: ComponentId, component: ComponentId) -> None:
        purpose = self._presenter.purpose
        self._presenter.do(lambda hand: hand.connect(supplier, component, purpose))

    def join(self, supplier: ComponentId, gate: GateKey) -> None:
        self._presenter.do(lambda hand: hand.join(supplier, *gate))

    def add_at(self, at: Point, supplier: ComponentId | None) -> None:
        self.add_wished.emit(at, supplier)

    def pin(self, line: Line, piece: int, to: Point) -> None:
        plan = self._presenter.layout.plan
        courses = plan.courses if plan is not None else None
        if courses is not None:
            self._presenter.do(lambda hand: piece_pinned(hand, courses, line, piece, to))

    def let_go(self, line: Line, piece: int) -> None:
        plan = self._presenter.layout.plan
        courses = plan.courses if plan is not None else None
        if courses is not None:
            self._presenter.do(lambda hand: piece_let_go(hand, courses, line, piece))

    def draw_zone(self, box: Box) -> None:
        self.zone_wished.emit(box)

    def move_zone(self, zone: ZoneId, by: Point, inside: ZoneId | None) -> None:
        arrangement = self._presenter.layout.drawing.arrangement
        self._presenter.do(lambda hand: zone_moved(hand, zone, by, arrangement, inside))

    def change_zone(self, zone: ZoneId, box: Box) -> None:
        found = next(each for each in self._presenter.document.topology.zones if each.id == zone)
        self._presenter.do(lambda hand: hand.change_zone(replace(found, box=box)))
