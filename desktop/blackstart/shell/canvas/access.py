"""The map for screen readers: one thing for each card, and a sentence for what changes.

Qt keeps each interface as long as the object that it stands for, and learns from that object alone that it has gone:
every card has a small object, and nothing here deletes an interface.
"""

import time
from collections.abc import Callable
from functools import cache
from typing import cast

from PySide6.QtCore import QCoreApplication, QObject, QPoint, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QAccessibleEvent,
    QAccessibleInterface,
    QWindow,
)
from PySide6.QtWidgets import QAccessibleWidget, QWidget

from blackstart.core.base.ids import ComponentId
from blackstart.shell.canvas.announcing import Batch, state_of
from blackstart.shell.canvas.changes import changed_faces
from blackstart.shell.canvas.picture import Face, Picture, Tempo
from blackstart.shell.support.look import Look

translate = QCoreApplication.translate

GATHERED_S = 0.5  # for which changes are gathered before the first is said

_NOTHING = cast(QAccessibleInterface, None)  # null is a right answer, which the types of PySide6 do not tell


class Voice(QObject):
    """Tells screen readers of one map: its cards, which has the focus, and what changes on it while it is played.

    Attributes
    ----------
    interface : MapInterface or None
        Of the view; kept here because Qt keeps no reference to what Python made.
    """

    announced = Signal(str)

    def __init__(
        self,
        view: QWidget,
        place_of: Callable[[ComponentId], QRectF],
        look: Look,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(view)
        self.view = view
        self.place_of = place_of
        self.look = look
        self.focused: ComponentId | None = None
        self.picture: Picture | None = None
        self.interface: MapInterface | None = None
        self._clock = clock
        self._is_played = False
        self._cards: dict[ComponentId, Card] = {}
        self._batch = Batch()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.announce)
        _install()

    @property
    def next_in_ms(self) -> int:
        """Real time until the next announcement; -1 = none is to come."""
        return self._timer.remainingTime()

    def show_tempo(self, tempo: Tempo) -> None:
        """From now on what changes is announced: the map is one that is played."""
        self._is_played = True

    def show_picture(self, picture: Picture | None) -> None:
        """Take in what the map shows; what changed is announced in time."""
        before, self.picture = self.picture, picture
        if picture is None or before is None or before.drawing is not picture.drawing:
            self._forget_all()
        elif self._is_played:
            self._batch.take(changed_faces(before, picture, len(picture.faces)))
            if not self._batch.is_empty and not self._timer.isActive():
                self._timer.start(round(max(self._batch.due_in(self._clock()), GATHERED_S) * 1000))

    def announce(self) -> None:
        """Say what has changed."""
        self._timer.stop()
        if self.picture is None:
            return
        sentence = self._batch.announce(self.picture.faces, self.look.words, self._clock())
        if sentence:
            self.announced.emit(sentence)
            event = QAccessibleAnnouncementEvent(self.view, sentence)
            event.setPoliteness(QAccessible.AnnouncementPoliteness.Polite)
            QAccessible.updateAccessibility(event)

    def focus(self, component: ComponentId | None) -> None:
        """Tell that another card has the focus."""
        self.focused = component
        if component is not None and QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleEvent(self.card(component), QAccessible.Event.Focus))

    def cards(self) -> tuple[ComponentId, ...]:
        return tuple(self.picture.drawing.arrangement.cards) if self.picture is not None else ()

    def card(self, component: ComponentId) -> "Card":
        """Return the object that stands for a card."""
        if component not in self._cards:
            self._cards[component] = Card(component, self)
        return self._cards[component]

    def _forget_all(self) -> None:
        self._batch.clear()
        self._timer.stop()
        for card in self._cards.values():
            card.deleteLater()
        self._cards.clear()


class Card(QObject):
    """Stands for one card; Qt deletes its interface with it.

    Attributes
    ----------
    interface : CardInterface or None
        Kept here because Qt keeps no reference to what Python made.
    """

    def __init__(self, component: ComponentId, voice: Voice) -> None:
        super().__init__(voice)
        self.component = component
        self.voice = voice
        self.interface: CardInterface | None = None

    @property
    def face(self) -> Face | None:
        picture = self.voice.picture
        return picture.faces.get(self.component) if picture is not None else None

    def name(self) -> str:
        """Name, state and for how long: what is read when the focus comes to it."""
        face = self.face
        if face is None:
            return ""
        words = self.voice.look.words
        state = words.say(f"state.{state_of(face)}")
        since = self._since()
        if since is None:
            return translate("Access", "{name}: {state}").format(name=face.name, state=state)
        lasted = words.duration(since)
        return translate("Access", "{name}: {state} for {time}").format(name=face.name, state=state, time=lasted)

    def _since(self) -> int | None:
        """Return for how long it has been in its state; None = since the start."""
        moment = self.voice.picture.moment if self.voice.picture is not None else None
        if moment is None or moment.standings[self.component].since < 0:
            return None
        return moment.now - moment.standings[self.component].since


class CardInterface(QAccessibleInterface):
    """One card."""

    def __init__(self, card: Card) -> None:
        super().__init__()
        self._card = card

    def isValid(self) -> bool:
        return self._card.face is not None

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
        self._voice = voice

    def childCount(self) -> int:
        return super().childCount() + len(self._voice.cards())

    def child(self, index: int) -> QAccessibleInterface:
        widgets = super().childCount()
        if index < widgets:
            return super().child(index)
        cards = self._voice.cards()
        return self._interface(cards[index - widgets]) if index - widgets < len(cards) else _NOTHING

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        card = child.object()
        if not isinstance(card, Card):
            return super().indexOfChild(child)
        cards = self._voice.cards()
        return super().childCount() + cards.index(card.component) if card.component in cards else -1

    def childAt(self, x: int, y: int) -> QAccessibleInterface:
        at = self._voice.view.mapFromGlobal(QPoint(x, y))
        widget = super().childAt(x, y)
        if widget is not None:
            return widget
        under = (each for each in self._voice.cards() if self._voice.place_of(each).contains(at.toPointF()))
        return next((self._interface(each) for each in under), _NOTHING)

    def focusChild(self) -> QAccessibleInterface:
        focused = self._voice.focused
        if focused is not None and self._voice.view.hasFocus():
            return self._interface(focused)
        return super().focusChild()

    def _interface(self, component: ComponentId) -> QAccessibleInterface:
        return QAccessible.queryAccessibleInterface(self._voice.card(component))


@cache
def _install() -> None:
    """Make Qt ask here for interfaces, once; it cannot be told to stop."""
    QAccessible.installFactory(_interface_for)


def _interface_for(key: str, thing: QObject) -> QAccessibleInterface | None:
    if isinstance(thing, Card):
        thing.interface = CardInterface(thing)
        return thing.interface
    if isinstance(thing, QWidget):
        voice = thing.findChild(Voice, "", Qt.FindChildOption.FindDirectChildrenOnly)
        if isinstance(voice, Voice):
            voice.interface = MapInterface(voice)
            return voice.interface
    return None
