"""What is told of the map to those who do not see it: each card, and one sentence for what changes."""

import time
from collections.abc import Callable

import numpy as np
from PySide6.QtCore import QCoreApplication, QObject, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent
from PySide6.QtWidgets import QWidget

from blackstart.core.base.ids import ComponentId
from blackstart.shell.canvas.announcing import Batch, state_of
from blackstart.shell.canvas.picture import Face, Picture, Tempo, code_of
from blackstart.shell.support.look import Look

translate = QCoreApplication.translate

GATHERED_S = 0.5  # for which changes are gathered before the first is said


class Voice(QObject):
    """Tells screen readers of one map: its cards, which has the focus, and what changes on it while it is played."""

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
        self._clock = clock
        self._is_played = False
        self._order: tuple[ComponentId, ...] = ()
        self._places: dict[ComponentId, int] = {}
        self._cards: dict[ComponentId, Card] = {}
        self._batch = Batch()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.announce)

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
            self._order = tuple(picture.drawing.arrangement.cards) if picture is not None else ()
            self._places = {component: place for place, component in enumerate(self._order)}
        elif self._is_played:
            codes = before.signs.cards
            changed = np.flatnonzero(codes != picture.signs.cards)
            self._batch.take({self._order[place]: int(codes[place]) for place in changed.tolist()})
            if not self._batch.is_empty and not self._timer.isActive():
                self._timer.start(round(max(self._batch.due_in(self._clock()), GATHERED_S) * 1000))

    def announce(self) -> None:
        """Say what has changed."""
        self._timer.stop()
        if self.picture is None:
            return
        codes = dict(zip(self._order, self.picture.signs.cards.tolist(), strict=True))
        sentence = self._batch.announce(codes, self.picture.faces, self.look.words, self._clock())
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

    @property
    def cards(self) -> tuple[ComponentId, ...]:
        """The components that have a card, in the order of the file."""
        return self._order

    def place_in_file(self, component: ComponentId) -> int:
        """Return which of the cards it is; -1 = none."""
        return self._places.get(component, -1)

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
    """Stands for one card: Qt lets go of a card's interface when this has gone."""

    def __init__(self, component: ComponentId, voice: Voice) -> None:
        super().__init__(voice)
        self.component = component
        self.voice = voice

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
        if face.is_plan:
            locked = translate("Access", "locked") if face.is_locked else ""
            return ", ".join(each for each in (face.name, face.sub, face.badge, locked) if each)
        state = words.say(f"state.{state_of(code_of(face))}")
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
