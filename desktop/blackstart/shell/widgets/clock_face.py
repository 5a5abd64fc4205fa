"""The exercise clock in digits of one width: bright while it runs, dimmed while it is held."""

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from blackstart.core.base.simtime import Seconds
from blackstart.shell.support.fonts import CLOCK, font
from blackstart.shell.support.look import Look

HEIGHT_PX, MOST_HEIGHT_PX = 56, 72
MOST_PX = 56  # high are digits at most: the bar they stand in does not grow with the size of words
_BEFORE = "T+"


class ClockFace(QWidget):
    """``T+hh:mm:ss``; a click wishes to go to another time."""

    pressed = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._now = Seconds(0)
        self._is_running = False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.update)

    def show_time(self, now: Seconds, *, is_running: bool) -> None:
        if (now, is_running) == (self._now, self._is_running):
            return
        is_wider = len(digits(now)) != len(digits(self._now))
        self._now, self._is_running = now, is_running
        self.setAccessibleName(_BEFORE + digits(now))
        if is_wider:
            self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        before = QFontMetricsF(self._font()).horizontalAdvance(_BEFORE)
        after = QFontMetricsF(self._font(is_bold=True)).horizontalAdvance(digits(self._now))
        return QSize(round(before + after) + 2, min(self._look.px(HEIGHT_PX), MOST_HEIGHT_PX))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self.pressed.emit()

    def _font(self, *, is_bold: bool = False) -> QFont:
        return font(min(self._look.px(CLOCK), MOST_PX), is_bold=is_bold)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._look.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
        baseline = self.height() / 2 + QFontMetricsF(self._font(is_bold=True)).capHeight() / 2
        painter.setFont(self._font())
        painter.setPen(theme.color("tx3"))
        painter.drawText(QPointF(0, baseline), _BEFORE)
        x = QFontMetricsF(painter.font()).horizontalAdvance(_BEFORE)
        painter.setFont(self._font(is_bold=True))
        painter.setPen(theme.color("tx1" if self._is_running else "tx2"))
        painter.drawText(QPointF(x, baseline), digits(self._now))
        painter.end()


def digits(now: int) -> str:
    """Write exercise time as the clock does, ``hh:mm:ss``."""
    hours, rest = divmod(max(now, 0), 3600)
    return f"{hours:02}:{rest // 60:02}:{rest % 60:02}"
