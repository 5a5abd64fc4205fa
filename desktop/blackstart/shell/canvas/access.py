"""The map for screen readers, as Qt asks for it: one interface for the view, one for each card.

Qt keeps an interface until the object that it stands for has gone, and only then deletes it. So every card has an
object of its own, no interface is let go while Qt still has it, and none keeps its object alive.
"""

from functools import cache
from typing import TypeVar, cast
from weakref import ReferenceType, ref

from PySide6.QtCore import QObject, QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QWindow
from PySide6.QtWidgets import QAccessibleWidget, QWidget
from shiboken6 import isValid

from blackstart.core.base.ids import ComponentId
from blackstart.shell.canvas.voice import Card, Voice

_NOTHING = cast(QAccessibleInterface, None)  # null is a right answer, which the types of PySide6 do not tell
FEW = 1_000  # interfaces that are kept before those that Qt has deleted are sorted out
Thing = TypeVar("Thing", Card, Voice)


def expose(voice: Voice) -> None:
    """Let screen readers reach a map and its cards."""
    _factory()
    # If somebody listened while the view was being built, Qt has made a plain interface for it.
    plain = QAccessible.queryAccessibleInterface(voice.view)
    QAccessible.deleteAccessibleInterface(QAccessible.uniqueId(plain))


class CardInterface(QAccessibleInterface):
    """One card."""

    def __init__(self, card: Card) -> None:
        super().__init__()
        self._ref = ref(card)

    @property
    def _card(self) -> Card:
        return _there(self._ref)

    def isValid(self) -> bool:
        card = self._ref()
        return card is not None and isValid(card) and card.face is not None

    def object(self) -> QObject:
        return self._card

    def window(self) -> QWindow:
        return self._card.voice.view.window().windowHandle()

    def parent(self) -> QAccessibleInterface:
        return QAccessible.queryAccessibleInterface(self._card.voice.view)

    def child(self, index: int) -> QAccessibleInterface:
        return _NOTHING

    def childCount(self) -> int:
        return 0

    def childAt(self, x: int, y: int) -> QAccessibleInterface:
        return _NOTHING

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        return -1

    def role(self) -> QAccessible.Role:
        return QAccessible.Role.ListItem

    def text(self, which: QAccessible.Text) -> str:
        if which is QAccessible.Text.Name:
            return self._card.name()
        face = self._card.face
        return face.sub if which is QAccessible.Text.Description and face is not None else ""

    def setText(self, which: QAccessible.Text, text: str) -> None:
        """Nothing of a card can be changed."""

    def rect(self) -> QRect:
        voice = self._card.voice
        place = voice.place_of(self._card.component).toAlignedRect()
        return QRect(voice.view.mapToGlobal(place.topLeft()), place.size())

    def state(self) -> QAccessible.State:
        voice, component = self._card.voice, self._card.component
        state = QAccessible.State()
        state.focusable = state.selectable = True
        state.focused = component == voice.focused and voice.view.hasFocus()
        state.selected = voice.picture is not None and voice.picture.chosen == component
        state.offscreen = not voice.view.rect().intersects(voice.place_of(component).toAlignedRect())
        return state


class MapInterface(QAccessibleWidget):
    """The map: what lies over it as a widget, then its cards in the order of the file."""

    def __init__(self, voice: Voice) -> None:
        super().__init__(voice.view, QAccessible.Role.List)
        self._ref = ref(voice)

    @property
    def _voice(self) -> Voice:
        return _there(self._ref)

    def childCount(self) -> int:
        return super().childCount() + len(self._voice.cards)

    def child(self, index: int) -> QAccessibleInterface:
        widgets = super().childCount()
        if index < widgets:
            return super().child(index)
        cards = self._voice.cards
        return self._interface(cards[index - widgets]) if index - widgets < len(cards) else _NOTHING

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        card = child.object()
        if not isinstance(card, Card):
            return super().indexOfChild(child)
        place = self._voice.place_in_file(card.component)
        return -1 if place < 0 else super().childCount() + place

    def childAt(self, x: int, y: int) -> QAccessibleInterface:
        at = self._voice.view.mapFromGlobal(QPoint(x, y))
        widget = super().childAt(x, y)
        if widget is not None:
            return widget
        under = (each for each in self._voice.cards if self._voice.place_of(each).contains(at.toPointF()))
        return next((self._interface(each) for each in under), _NOTHING)

    def focusChild(self) -> QAccessibleInterface:
        focused = self._voice.focused
        if focused is not None and self._voice.view.hasFocus():
            return self._interface(focused)
        return super().focusChild()

    def _interface(self, component: ComponentId) -> QAccessibleInterface:
        return QAccessible.queryAccessibleInterface(self._voice.card(component))


class _Factory:
    """Makes interfaces, and keeps them as long as Qt does: Qt holds no reference to what Python made."""

    def __init__(self) -> None:
        self._kept: list[QAccessibleInterface] = []
        self._sorted_at = FEW
        QAccessible.installFactory(self.interface_for)

    def interface_for(self, key: str, thing: QObject) -> QAccessibleInterface | None:
        made: QAccessibleInterface | None = None
        if isinstance(thing, Card):
            made = CardInterface(thing)
        elif isinstance(thing, QWidget):
            voice = thing.findChild(Voice, "", Qt.FindChildOption.FindDirectChildrenOnly)
            made = MapInterface(voice) if isinstance(voice, Voice) else None
        if made is not None:
            self._keep(made)
        return made

    def _keep(self, made: QAccessibleInterface) -> None:
        if len(self._kept) >= self._sorted_at:
            self._kept = [each for each in self._kept if isValid(each)]
            self._sorted_at = max(2 * len(self._kept), FEW)
        self._kept.append(made)


@cache
def _factory() -> _Factory:
    """Make Qt ask here for interfaces, once: it cannot be told to stop."""
    return _Factory()


def _there(weak: ReferenceType[Thing]) -> Thing:
    """Return what an interface stands for; Qt asks nothing of it once that has gone."""
    thing = weak()
    if thing is None:
        raise LookupError("an interface was asked after its object had gone")
    return thing
