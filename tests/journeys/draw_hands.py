"""Somebody who draws in the real window, by mouse or by keyboard; names and numbers are typed in either way."""

from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLineEdit,
    QPushButton,
    QWidget,
)

from blackstart.core.base.ids import ComponentId
from blackstart.core.exercise.files import load_drill, read_drill
from blackstart.core.topology.making import new_component
from blackstart.core.topology.model import Topology
from blackstart.shell.draw.drawn_map import DrawnMap
from blackstart.shell.draw.inspector.row_view import RowButton
from blackstart.shell.draw.inspector.section_view import SectionView
from blackstart.shell.draw.purpose_choice import PurposeButton
from tests.journeys.user import User

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
LEFT, NO_KEYS = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
ENTER, ESCAPE, TAB, DOWN = Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Tab, Qt.Key.Key_Down
STEPS = 6  # of the pointer in a drag
# What both draw: twelve components in two zones, one in the other, a group of which two of three must serve, a pair
# that cannot be started one without the other, and a supplier that stands by. Who needs whom, in the order of the file.
NEEDS: dict[str, tuple[str, ...]] = {
    "Power": (),
    "Cooling": ("Power",),
    "Hall": ("Power",),
    "Storage A": ("Hall",),
    "Storage B": ("Hall",),
    "Database": ("Storage A",),
    "Storage C": (),
    "Login": ("Database", "Deploy tool"),
    "Deploy tool": ("Login",),
    "Bank A": (),
    "Shop": ("Bank A", "Login"),
    "Bank B": (),
}
SHOP = """\
blackstart: 1
id: shop
title: Shop
topology:
  zones: [{id: site, name: Site}, {id: room, name: Room, in: site}]
  components:
    - {id: power, name: Power, kind: power, zone: site}
    - {id: cooling, name: Cooling, kind: cooling, zone: site, needs: [{on: power, survives: 5 min}]}
    - {id: hall, name: Hall, kind: hall, zone: site, needs: [{on: power}]}
    - {id: storage-a, name: Storage A, kind: storage, zone: room, needs: [{on: hall}]}
    - {id: storage-b, name: Storage B, kind: storage, zone: room, needs: [{on: hall}]}
    - {id: database, name: Database, kind: database, needs: [{on: [storage-a, storage-b, storage-c], at_least: 2}]}
    - {id: storage-c, name: Storage C, kind: storage}
    - {id: login, name: Login, kind: auth, needs: [{on: database}, {on: deploy-tool, for: start}]}
    - {id: deploy-tool, name: Deploy tool, kind: deploy, needs: [{on: login, for: start}]}
    - {id: bank-a, name: Bank A, kind: payment}
    - {id: shop, name: Shop, needs: [{on: [bank-a, bank-b], standby: {bank-b: manual}}, {on: login}]}
    - {id: bank-b, name: Bank B, kind: payment}
"""
TO_START = {("Deploy tool", "Login"), ("Login", "Deploy tool")}  # neither can be started without the other
OFFSCREEN_POPUP = "This plugin does not support (raise|grabbing)"  # which a list that opens asks for
MOST_KEYS = 80
WINDOW = (1600, 1000)

Seen = TypeVar("Seen", bound=QWidget)


class Hand:
    """What both hands can see; what is asked of the program is only how its map lies."""

    def __init__(self, user: User) -> None:
        self.user = user
        self.press = user.press
        user.frame.resize(*WINDOW)
        user.frame.activateWindow()
        user.wait(user.frame.isActiveWindow)  # else nothing ever loses the focus

    @property
    def map(self) -> DrawnMap:
        return self.user.rooms.draw.map

    @property
    def topology(self) -> Topology:
        return self.map.easel.topology

    def rest(self) -> None:
        """Let the lines be routed before the next is done."""
        layout = self.user.rooms.desk.draw.layout
        self.user.wait(lambda: layout.plan is not None and layout.plan.drawing is self.map.easel.drawing)

    def card(self, name: str) -> ComponentId:
        (found,) = (each.id for each in self.topology.components if each.label() == name)
        return found

    def section(self, title: str) -> SectionView:
        """A section of the right column."""
        QApplication.processEvents()
        seen = (each for each in self.user.frame.findChildren(SectionView) if each.isVisible())
        return next(each for each in seen if each.title.text() == title)

    def see(self, kind: type[Seen], name: str, within: QWidget | None = None) -> Seen:
        """Find what is shown under a name."""
        QApplication.processEvents()
        found = [
            each
            for each in (within or self.user.frame).findChildren(kind)
            if each.isVisible() and _name_of(each).startswith(name)
        ]
        assert len(found) == 1, f"{len(found)} named {name}"
        return found[0]

    def save(self, path: Path) -> None:
        """Save what has no file yet."""
        self.press(Qt.Key.Key_S, CTRL)
        self.user.save_as(path)
        self.user.wait(lambda: not self.user.frame.isWindowModified())

    def undo_all(self) -> None:
        """Take back whatever was done, step by step."""
        history = self.user.rooms.desk.draw.document.history
        for _ in range(MOST_KEYS):
            if not history.canUndo():
                return
            self.press(Qt.Key.Key_Z, CTRL)
        raise AssertionError("it takes no end")

    def redo_all(self) -> None:
        history = self.user.rooms.desk.draw.document.history
        while history.canRedo():
            self.press(Qt.Key.Key_Z, CTRL | SHIFT)

    def write(self, words: str) -> None:
        QApplication.processEvents()
        field = QApplication.focusWidget()
        assert isinstance(field, QLineEdit), f"nowhere to type {words!r}"
        QTest.keyClicks(field, words)


def _name_of(widget: QWidget) -> str:
    """What somebody hears of it who does not see."""
    words = widget.accessibleName() or (widget.text() if isinstance(widget, QAbstractButton) else "")
    return words.strip()


class MouseHand(Hand):
    """Presses, drags and clicks; touches no key but to type into a field."""

    def point(self, at: QPointF) -> QPoint:
        return self.map.placement.transform().map(at).toPoint()

    def middle_of(self, name: str) -> QPointF:
        x, y, width, height = self.map.easel.drawing.arrangement.cards[self.card(name)]
        return QPointF(x + width / 2, y + height / 2)

    def handle_of(self, name: str) -> QPointF:
        x, y, width, height = self.map.easel.drawing.arrangement.cards[self.card(name)]
        return QPointF(x + width, y + height / 2)

    def click(self, widget: QWidget, at: QPoint | None = None) -> None:
        QApplication.processEvents()
        QTest.mouseClick(widget, LEFT, NO_KEYS, at if at is not None else QPoint())

    def drag(self, start: QPointF, end: QPointF) -> None:
        """Press on the map, go a way and let go."""
        begin, gone = self.point(start), self.point(end) - self.point(start)
        QTest.mouseMove(self.map, begin)
        QTest.mousePress(self.map, LEFT, NO_KEYS, begin)
        for step in range(1, STEPS + 1):
            QTest.mouseMove(self.map, begin + gone * step / STEPS)
        QTest.mouseRelease(self.map, LEFT, NO_KEYS, begin + gone)
        self.rest()

    def add(self, name: str, at: QPointF, aside: QPointF) -> None:
        """Add a component by a double click, and end with a click aside."""
        QTest.mouseDClick(self.map, LEFT, NO_KEYS, self.point(at))
        self.write(name)
        self.click(self.map, self.point(aside))
        self.rest()

    def connect(self, supplier: str, component: str, purpose: str = "needed to run") -> None:
        """Drag from a card's handle to another card, for a purpose that is picked in the bar before."""
        button = self.see(PurposeButton, purpose)
        if not button.isChecked():
            self.click(button)
        self.drag(self.handle_of(supplier), self.middle_of(component))

    def join(self, supplier: str, component: str, number: int) -> None:
        """Drag from a card's handle to the pill of a group."""
        x, y, width, height = self.map.easel.drawing.arrangement.gates[self.card(component), number]
        self.drag(self.handle_of(supplier), QPointF(x + width / 2, y + height / 2))

    def choose(self, name: str) -> None:
        self.click(self.map, self.point(self.middle_of(name)))

    def open_need(self, component: str, supplier: str) -> None:
        """Show the values of a need, from the list of its component."""
        self.choose(component)
        self.click(self.see(RowButton, supplier, self.section("Needs")))

    def add_to(self, title: str, name: str) -> None:
        """Add another one to a list of the right column, by a click on its name."""
        section = self.section(title)
        self.click(section.add)
        choices = section.finder.list
        self.user.wait(choices.isVisible)
        (row,) = (number for number in range(choices.count()) if choices.item(number).text() == name)
        choices.scrollToItem(choices.item(row))
        self.click(choices.viewport(), choices.visualItemRect(choices.item(row)).center())
        self.rest()

    def zone(self, name: str, corner: QPointF, opposite: QPointF, aside: QPointF) -> None:
        """Draw a zone and name it."""
        self.click(self.see(QPushButton, "Draw a zone"))
        self.drag(corner, opposite)
        self.write(name)
        self.click(self.map, self.point(aside))
        self.rest()

    def pick(self, name: str, choice: str) -> None:
        """Choose from a list that opens."""
        box = self.see(QComboBox, name)
        self.click(box)
        view = box.view()
        self.user.wait(view.isVisible)
        at = view.visualRect(box.model().index(box.findText(choice), 0)).center()

        def is_taken() -> bool:
            if view.isVisible():  # a list takes no press so soon after the one that opened it
                QTest.mouseMove(view.viewport(), at)
                QTest.mouseClick(view.viewport(), LEFT, NO_KEYS, at)
            return self.see(QComboBox, name).currentText() == choice

        self.user.wait(is_taken)

    def put(self, name: str, words: str, aside: QPointF) -> None:
        """Type another value into a field, and leave it by a click aside."""
        field = self.see(QLineEdit, name)
        QTest.mouseDClick(field, LEFT, NO_KEYS, QPoint(12, field.height() // 2))
        self.write(words)
        self.click(self.map, self.point(aside))
        self.rest()


def placeless(file: Path) -> Topology:
    """What a file tells of a map but for where everything lies."""
    topology = load_drill(file).drill.topology
    components = tuple(replace(each, at=None) for each in topology.components)
    return replace(topology, components=components, zones=tuple(replace(each, box=None) for each in topology.zones))


def shop() -> Topology:
    """What both hands draw, by reading and not by drawing; each kind brings its usual values."""
    meant = read_drill(SHOP).drill.topology
    made = [(each, new_component(Topology(), each.kind, each.label(), None, each.zone)) for each in meant.components]
    return replace(meant, components=tuple(replace(new, id=each.id, needs=each.needs) for each, new in made))


class KeyboardHand(Hand):
    """Presses keys and nothing else."""

    def add(self, name: str) -> None:
        """Add a component that is connected to nothing."""
        self.let_go()
        self.press(Qt.Key.Key_A)
        self.write(name)
        self.press(ENTER)
        self.press(ESCAPE)  # no next one that needs it
        self.rest()

    def let_go(self) -> None:
        """Choose nothing, from wherever the focus is."""
        for _ in range(MOST_KEYS):
            if self.map.easel.selection.is_empty and self.map.hasFocus():
                return
            self.press(ESCAPE)
        raise AssertionError("Esc never let go")

    def choose(self, name: str) -> None:
        """Find a card by its name."""
        self.let_go()
        self.press(Qt.Key.Key_K, CTRL)
        self.write(name)
        self.press(ENTER)
        card = self.card(name)
        self.user.wait(lambda: self.map.easel.selection.current == card)

    def connect(self, supplier: str, component: str, purpose: Qt.Key = Qt.Key.Key_1) -> None:
        """Connect a card to another one by typing its name; a number chooses what for."""
        self.choose(supplier)
        self.press(purpose)
        self.press(Qt.Key.Key_C)
        self.write(component)
        self.press(ENTER)
        self.rest()

    def open_need(self, component: str, supplier: str) -> None:
        """Go from a card to its values, and on to those of a need."""
        self.choose(component)
        self.press(ENTER)
        self.go_to(RowButton, supplier)
        self.press(ENTER)
        self.user.wait(lambda: self.map.easel.selection.need is not None)

    def go_to(self, kind: type[Seen], name: str) -> Seen:
        """Press Tab until what has a name has the focus."""
        for _ in range(MOST_KEYS):
            QApplication.processEvents()
            here = QApplication.focusWidget()
            if isinstance(here, kind) and _name_of(here).startswith(name):
                return here
            self.press(TAB)
        raise AssertionError(f"Tab never comes to {name}")

    def pick(self, name: str, choice: str) -> None:
        """Walk down a list until something is chosen."""
        for _ in range(MOST_KEYS):
            if self.go_to(QComboBox, name).currentText() == choice:
                self.rest()
                return
            self.press(DOWN)
        raise AssertionError(f"{choice} is not among them")

    def put(self, name: str, words: str) -> None:
        self.go_to(QLineEdit, name)
        self.write(words)
        self.press(ENTER)
        self.rest()

    def add_to(self, title: str, name: str) -> None:
        """Add another one to a list of the right column."""
        self.go_to(QAbstractButton, f"{title}: ")
        self.press(ENTER)
        self.write(name)
        self.press(ENTER)
        self.rest()

    def zone(self, name: str, *cards: str) -> None:
        """Put a card into a new zone, and others into the same."""
        self.choose(cards[0])
        self.press(Qt.Key.Key_Z)
        self.write(name)
        self.press(ENTER)
        self.rest()
        for card in cards[1:]:
            self.choose(card)
            self.press(ENTER)
            self.pick("Zone", name)
