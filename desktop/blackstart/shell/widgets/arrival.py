"""How what is new comes in: it slides a little and fades, once."""

import time
from collections.abc import Callable

from PySide6.QtCore import QEasingCurve, QEvent, QObject, QPointF, Qt, QTimer, QVariantAnimation
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

from blackstart.shell.support.look import Look

ARRIVAL_MS, SLIDE_PX = 180, 8
FRAME_MS = 16
QUIET_S = 0.002  # of the window's thread, in a turn of the event loop in which there was hardly anything to do
MOST_TURNS = 12  # that a picture waits for one


class Arrival(QVariantAnimation):
    """Runs from 0 to 1 when something has come; stands at 1 before and after."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.setStartValue(0.0)
        self.setEndValue(1.0)
        self.setDuration(ARRIVAL_MS)
        self.setEasingCurve(QEasingCurve.Type.OutCubic)

    @property
    def share(self) -> float:
        """How far it has come, 0..1."""
        return float(self.currentValue()) if self.state() is QVariantAnimation.State.Running else 1.0


class Curtain(QWidget):
    """Lies over a card that is new and shows a picture of it coming in; gone when it has come."""

    def __init__(self, card: QWidget, ground: str, look: Look, spent_s: Callable[[], float] = time.thread_time) -> None:
        super().__init__(card)
        self._card = card
        self._ground = ground
        self._look = look
        self._picture = QPixmap()
        self._arrival = Arrival(self)
        self._arrival.valueChanged.connect(self.update)
        self._arrival.finished.connect(self.hide)
        # What else came with the card is painted first, and a tick of the clock that is due: all in one go would
        # stall the window.
        self._spent_s = spent_s
        self._spent_before = 0.0
        self._turns = 0
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.timeout.connect(self._begin_when_quiet)
        card.installEventFilter(self)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)  # so that nothing is painted below it meanwhile
        self.hide()

    def draw(self) -> None:
        """Let the card come in, unless motion is reduced."""
        if self._look.is_motion_reduced or not self._card.isVisible():
            return
        self._picture = QPixmap()
        self.setGeometry(self._card.rect())
        self.raise_()
        self._arrival.stop()
        self.show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self._card:
            self.setGeometry(self._card.rect())
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._picture.isNull() and not self._wait.isActive():
            self._turns = 0
            self._wait.start(FRAME_MS)
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._look.theme.color(self._ground))
        painter.setOpacity(self._arrival.share)
        painter.drawPixmap(QPointF(0, (self._arrival.share - 1) * SLIDE_PX), self._picture)
        painter.end()

    def _begin_when_quiet(self) -> None:
        """Begin if the turn of the event loop before this one had hardly anything to do, else look in the next."""
        spent_s = self._spent_s()
        was_quiet = self._turns > 0 and spent_s - self._spent_before < QUIET_S
        if was_quiet or self._turns == MOST_TURNS:
            self._begin()
            return
        self._spent_before = spent_s
        self._turns += 1
        self._wait.start(0)

    def _begin(self) -> None:
        self.hide()
        self._picture = self._card.grab()
        self.show()
        self._arrival.start()
