"""How what is new comes in: it slides a little and fades, once."""

from PySide6.QtCore import QEasingCurve, QEvent, QObject, QPointF, Qt, QTimer, QVariantAnimation
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

from blackstart.shell.support.look import Look

ARRIVAL_MS, SLIDE_PX = 180, 8
FRAME_MS = 16


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

    def __init__(self, card: QWidget, ground: str, look: Look) -> None:
        super().__init__(card)
        self._card = card
        self._ground = ground
        self._look = look
        self._picture = QPixmap()
        self._arrival = Arrival(self)
        self._arrival.valueChanged.connect(self.update)
        self._arrival.finished.connect(self.hide)
        # What else came with the card is painted first: all in one go would stall the window.
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(FRAME_MS)
        self._wait.timeout.connect(self._begin)
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
            self._wait.start()
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._look.theme.color(self._ground))
        painter.setOpacity(self._arrival.share)
        painter.drawPixmap(QPointF(0, (self._arrival.share - 1) * SLIDE_PX), self._picture)
        painter.end()

    def _begin(self) -> None:
        self.hide()
        self._picture = self._card.grab()
        self.show()
        self._arrival.start()
