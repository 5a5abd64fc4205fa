"""A need by typing: the chosen card and, by its name, the other end; or a place in the group of a need."""

from collections.abc import Sequence
from itertools import islice

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPointF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout

from blackstart.core.base.ids import ComponentId
from blackstart.core.topology.kinds import kind
from blackstart.core.topology.model import Point, Purpose, Topology
from blackstart.shell.canvas.view import MapView
from blackstart.shell.draw.anchored import Anchor
from blackstart.shell.draw.find.matches import matches
from blackstart.shell.draw.name_field import is_left_for_good
from blackstart.shell.draw.offers import Offer, offers, told
from blackstart.shell.support.look import Look
from blackstart.shell.support.theme import SPACE_4, SPACE_8
from blackstart.shell.widgets.labels import Label
from blackstart.shell.widgets.pick_list import PickList, PickRow

translate = QCoreApplication.translate

WIDTH_PX, MOST_FOUND = 280, 30
_ARROWS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class ConnectField(QFrame):
    """Enter connects, Tab turns the line round, Esc ends.

    Parameters
    ----------
    at : Point
        Its upper left corner, canvas px.
    """

    connected = Signal(str, str)  # supplier and component, ComponentId each
    joined = Signal(str, object, int)  # supplier, GateKey, and how many of the group must serve
    left = Signal()

    def __init__(self, view: MapView, look: Look, end: ComponentId, at: Point) -> None:
        super().__init__(view)
        self._view = view
        self._look, self._end = look, end
        self._topology, self._purpose = Topology(), Purpose.RUN
        self._is_supplier = True  # whether the end that is known is the supplier
        self._is_done = False
        self._offers: list[Offer] = []
        self.title = Label(role="hint", wraps=True)
        self.field = QLineEdit()
        self.list = PickList(look)
        self.hint = Label(role="hint", wraps=True)
        self._set_up()
        self._anchor = Anchor(self, view, lambda: QPointF(*at))

    def begin(self, topology: Topology, purpose: Purpose) -> None:
        """Show what there is to connect with."""
        self._topology, self._purpose = topology, purpose
        self._say()
        self.show_found("")
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_found(self, typed: str) -> None:
        """Show the components that are meant by what is typed."""
        language = self._look.language
        found = [each for chosen in matches(self._topology, typed, language) for each in chosen.components]
        ids = found if typed.strip() else [each.id for each in self._topology.components]
        others = [each for each in ids if each != self._end]
        self._offers = self._offered(others) if typed.strip() else [Offer(each) for each in others[:MOST_FOUND]]
        self.list.show_rows([self._row(number, each) for number, each in enumerate(self._offers)])
        self.list.setVisible(bool(others))
        none = translate("ConnectField", "No other component is called that.")
        turn = translate("ConnectField", "Enter connects, Tab turns the line round")
        self.hint.setText(turn if others else none)
        self.list.limit(self._view.height() - self.sizeHint().height() + self.list.height())
        self.adjustSize()
        self._anchor.bring_into_view()

    def _offered(self, others: Sequence[ComponentId]) -> list[Offer]:
        ways = offers(self._topology, self._end, others, self._purpose, is_supplier=self._is_supplier)
        return list(islice(ways, MOST_FOUND))

    def _row(self, number: int, offer: Offer) -> PickRow:
        words = told(offer, self._topology, self._look.language)
        if offer.need is not None:
            return PickRow(str(number), words, "link", words)
        return PickRow(str(number), words, kind(self._topology.component(offer.other).kind).icon)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._press(Qt.Key(event.key()))
        if watched is self.field and isinstance(event, QFocusEvent) and is_left_for_good(event):
            self._leave()
        return super().eventFilter(watched, event)

    def _press(self, key: Qt.Key) -> bool:
        """Do what a key means here; False = it is the field's own."""
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._connect(self.list.key)
        elif key is Qt.Key.Key_Escape:
            self._leave()
        elif key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            self._is_supplier = not self._is_supplier
            self._say()
            self.show_found(self.field.text())
        elif key in _ARROWS:
            self.list.step(_ARROWS[key])
        else:
            return False
        return True

    def _connect(self, key: str) -> None:
        if not key or self._is_done:
            return
        self._is_done = True
        offer = self._offers[int(key)]
        ends = (self._end, offer.other) if self._is_supplier else (offer.other, self._end)
        if offer.need is None:
            self.connected.emit(*ends)
        else:
            self.joined.emit(ends[0], offer.need, offer.at_least)

    def _leave(self) -> None:
        if not self._is_done:
            self._is_done = True
            self.left.emit()

    def _say(self) -> None:
        """Say which end is which, and what the need is for."""
        supplies = translate("ConnectField", "{name} is {purpose} by …")
        needs = translate("ConnectField", "… is {purpose} by {name}")
        name = self._topology.component(self._end).label(self._look.language)
        purpose = self._look.words.say(f"purpose-of-line.{self._purpose}")
        words = (supplies if self._is_supplier else needs).format(name=name, purpose=purpose)
        self.title.setText(words)
        self.field.setAccessibleName(words)

    def _set_up(self) -> None:
        self.setProperty("role", "sheet")
        self.setFixedWidth(self._look.px(WIDTH_PX))
        self.field.setPlaceholderText(translate("ConnectField", "Name of the other end"))
        self.field.textChanged.connect(self.show_found)
        self.field.installEventFilter(self)
        self.list.setAccessibleName(translate("ConnectField", "Components"))
        self.list.picked.connect(self._connect)
        page = QVBoxLayout(self)
        page.setContentsMargins(SPACE_8, SPACE_8, SPACE_8, SPACE_8)
        page.setSpacing(SPACE_4)
        for widget in (self.title, self.field, self.list, self.hint):
            page.addWidget(widget)
