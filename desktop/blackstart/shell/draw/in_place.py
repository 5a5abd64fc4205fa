"""What is typed on the map itself: new components one after the other, names of cards and zones."""

from collections.abc import Callable
from dataclasses import replace
from functools import reduce

from PySide6.QtCore import QCoreApplication, QObject, QPointF, QRectF
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QWidget

from blackstart.core.base.ids import ComponentId, ZoneId
from blackstart.core.drawing.model import GateKey
from blackstart.core.drawing.packing import ZONE_HEAD, ZONE_SIDE
from blackstart.core.topology.model import Box, Point
from blackstart.shell.canvas.geometry import rect
from blackstart.shell.canvas.reach import around
from blackstart.shell.canvas.view import MapView
from blackstart.shell.draw.adding import Place, add_at, named_at_once, zone_at, zone_of, zone_round
from blackstart.shell.draw.connect_field import ConnectField
from blackstart.shell.draw.deeds import Deed, Hand, in_language
from blackstart.shell.draw.drawn_map import DrawnMap
from blackstart.shell.draw.name_field import NameField
from blackstart.shell.draw.places import Way, beside, right_of_place, round_place
from blackstart.shell.draw.presenter import DrawPresenter
from blackstart.shell.draw.quick_add import QuickAdd
from blackstart.shell.draw.selection import Selection
from blackstart.shell.support.look import Look
from blackstart.shell.support.theme import SPACE_28

translate = QCoreApplication.translate

BESIDE_PX = 12.0  # canvas px between a card and what is asked about it


class InPlace(QObject):
    """Opens one field at a time over the map, and does what was typed."""

    def __init__(self, view: DrawnMap, presenter: DrawPresenter, look: Look) -> None:
        super().__init__(view)
        self._view, self._presenter, self._look = view, presenter, look
        self.field: QWidget | None = None  # what is open

    def add_wished(self, at: Point, supplier: ComponentId | None) -> None:
        """Ask what is to be added round a place, or where a line from a supplier ends."""
        corner = round_place(at) if supplier is None else right_of_place(at, self._cards())
        self._ask(Place(corner, self._zone_at(at), supplier))

    def add_here(self) -> None:
        """Ask what is to be added: what needs the chosen card, or anything in the middle of what is seen."""
        if self._presenter.selection.current is not None:
            self.add_beside(Way.RIGHT)
            return
        middle = middle_of(self._view)
        self._ask(Place(round_place(middle, self._cards()), self._zone_at(middle)))

    def add_beside(self, way: Way) -> None:
        """Ask what is to be added in a direction of the chosen card, connected to it."""
        current = self._presenter.selection.current
        box = self._view.easel.box_of(current)
        if current is not None and box is not None:
            zone = self._presenter.document.topology.component(current).zone
            self._ask(Place(beside(box, way, self._cards()), zone, current, way))

    def add_kind(self, kind: str, at: Point | None = None) -> None:
        """Add a component of a kind round a place, or in the middle of what is seen; then ask for its name."""
        middle = at if at is not None else middle_of(self._view)
        cards = self._cards() if at is None else []
        place = Place(round_place(middle, cards), self._zone_at(middle))
        name = self._look.words.say(f"kind.{kind}")
        if self._presenter.do(lambda hand: add_at(hand, kind, name, place, self._presenter.purpose)):
            made = self._presenter.selection.current
            if made is not None:
                self._name_new(made)

    def rename(self, component: ComponentId) -> None:
        """Ask for another name of a card."""
        self._ask_component(component, lambda hand, name: hand.rename(component, name))

    def _name_new(self, component: ComponentId) -> None:
        """Ask for the name of a card that was put on the map a moment ago."""
        self._ask_component(component, lambda hand, name: named_at_once(hand, component, name))

    def _ask_component(self, component: ComponentId, make: Callable[[Hand, str], Deed]) -> None:
        box = self._view.easel.box_of(component)
        if box is None:
            return
        name = self._presenter.document.topology.component(component).label(self._look.language)

        def take(typed: str) -> None:
            if typed and typed != name:
                self._presenter.do(lambda hand: make(hand, typed))

        self._ask_name(rect(box), name, translate("Draw", "Name of the component"), take)

    def rename_chosen(self) -> None:
        """Ask for another name of what is chosen: a card or a zone."""
        chosen = self._presenter.selection
        if chosen.current is not None:
            self.rename(chosen.current)
        elif chosen.zone is not None:
            self._rename_zone(chosen.zone)

    def name_zone(self, box: Box) -> None:
        """Ask for the name of a zone that was drawn; without one there is none."""
        arrangement = self._view.easel.drawing.arrangement
        self._ask_zone(rect(box), lambda hand, name: zone_round(hand, name, box, arrangement))

    def name_zone_of_chosen(self) -> None:
        """Ask for the name of a zone round the chosen cards."""
        chosen = self._presenter.selection.components
        boxes = [rect(box) for box in map(self._view.easel.box_of, chosen) if box is not None]
        if boxes:
            whole = reduce(QRectF.united, boxes).adjusted(-ZONE_SIDE, -ZONE_HEAD, ZONE_SIDE, ZONE_SIDE)
            self._ask_zone(whole, lambda hand, name: zone_of(hand, name, chosen))

    def _ask_zone(self, over: QRectF, make: Callable[[Hand, str], Deed]) -> None:
        usual = translate("Draw", "Zone")

        def take(typed: str) -> None:
            before = {zone.id for zone in self._presenter.document.topology.zones}
            if self._presenter.do(lambda hand: make(hand, typed or usual)):
                made = next(each.id for each in self._presenter.document.topology.zones if each.id not in before)
                self._presenter.select(Selection(zone=made))

        self._ask_name(over, usual, translate("Draw", "Name of the zone"), take)
        self._frame(over)

    def _frame(self, zone: QRectF | None) -> None:
        """Show the frame of a zone that is only being named, or no longer."""
        self._view.easel.named = zone
        self._view.update()

    def connect_chosen(self) -> None:
        """Ask with what the chosen card is to be connected."""
        current = self._presenter.selection.current
        box = self._view.easel.box_of(current)
        if current is None or box is None:
            return
        self.close()
        field = ConnectField(self._view, self._look, current, (box[0] + box[2] + BESIDE_PX, box[1]))
        field.connected.connect(self._connect)
        field.joined.connect(self._join)
        field.left.connect(self._end)
        field.begin(self._presenter.document.topology, self._presenter.purpose)
        self.field = field

    def _connect(self, supplier: ComponentId, component: ComponentId) -> None:
        self._end()
        purpose = self._presenter.purpose
        self._presenter.do(lambda hand: hand.connect(supplier, component, purpose))

    def _join(self, supplier: ComponentId, need: GateKey, at_least: int) -> None:
        self._end()
        self._presenter.do(lambda hand: hand.join(supplier, *need, at_least))

    def close(self) -> None:
        """Leave whatever is open, without doing it."""
        field, self.field = self.field, None
        if field is not None:
            self._frame(None)
            field.blockSignals(True)
            focused = field.window().focusWidget()
            if focused is not None and self._view.isAncestorOf(focused):
                self._view.setFocus()  # else Qt seeks the next stop itself, as by Tab, and that pans to the first card
            field.hide()
            field.deleteLater()

    def _rename_zone(self, zone: ZoneId) -> None:
        box = self._view.easel.drawing.arrangement.zones.get(zone)
        if box is None:
            return
        found = next(each for each in self._presenter.document.topology.zones if each.id == zone)
        language = self._look.language
        name = found.label(language)

        def take(typed: str) -> None:
            if typed and typed != name:
                named = replace(found, name=in_language(found.name, typed, language))
                self._presenter.do(lambda hand: hand.change_zone(named))

        self._ask_name(rect(box), name, translate("Draw", "Name of the zone"), take)

    def _ask(self, place: Place) -> None:
        self.close()
        field = QuickAdd(self._view, self._look, place.at, self._context(place))
        field.added.connect(lambda name, kind, goes_on: self._add(name, kind, place, goes_on=goes_on))
        field.left.connect(self._end)
        self.field = field

    def _add(self, name: str, kind: str, place: Place, *, goes_on: bool) -> None:
        """Add what was typed, and ask for the next, which is connected to it."""
        self.close()
        if not self._presenter.do(lambda hand: add_at(hand, kind, name, place, self._presenter.purpose)):
            self._view.setFocus()
        elif goes_on:
            self.add_beside(place.way)

    def _ask_name(self, over: QRectF, name: str, title: str, take: Callable[[str], None]) -> None:
        self.close()
        field = NameField(self._view, self._look, over, name, title)

        def named(typed: str) -> None:
            self._end()
            take(typed)

        field.named.connect(named)
        field.left.connect(self._end)
        self.field = field

    def _end(self) -> None:
        self.close()
        self._view.setFocus()

    def _context(self, place: Place) -> str:
        if place.other is None:
            return ""
        words = (
            translate("QuickAdd", "needed by {name}")
            if place.way is Way.LEFT
            else translate("QuickAdd", "needs {name}")
        )
        return words.format(name=self._presenter.document.topology.component(place.other).label(self._look.language))

    def bring_chosen(self) -> None:
        """Show the chosen cards whole, if some of them lie out of sight."""
        box = around(self._view.easel.drawing, self._presenter.selection.components)
        sight = QRectF(self._view.rect())
        if box is not None and not sight.contains(self._view.placement.transform().mapRect(rect(box))):
            self._view.show_box(box, SPACE_28, keeps_zoom=True)

    def _zone_at(self, at: Point) -> ZoneId | None:
        return zone_at(at, self._view.easel.drawing.arrangement.zones)

    def _cards(self) -> list[Box]:
        return list(self._view.easel.drawing.arrangement.cards.values())


def middle_of(view: MapView) -> Point:
    """Return the place in the middle of what is seen."""
    middle = view.placement.to_canvas(QRectF(view.rect()).center())
    return (middle.x(), middle.y())


def pointed_at(view: MapView) -> Point:
    """Return the place under the pointer, or the middle of what is seen while that is elsewhere."""
    if not view.underMouse():
        return middle_of(view)
    at = view.placement.to_canvas(QPointF(view.mapFromGlobal(QCursor.pos())))
    return (at.x(), at.y())
