"""Choosing cards by a band."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from blackstart.shell.canvas.geometry import rect
from blackstart.shell.canvas.gestures import Gesture, Hold
from blackstart.shell.draw.easel import Easel, Wishes
from blackstart.shell.draw.selection import Selection
from blackstart.shell.support.theme import Theme

BAND_SHARE = 0.08  # of ink within the band


class Band(Gesture):
    """Chooses every card that the band touches; with Shift or Ctrl, besides those that are chosen."""

    cursor = Qt.CursorShape.CrossCursor

    def __init__(self, easel: Easel, wishes: Wishes, hold: Hold) -> None:
        self._easel, self._wishes = easel, wishes
        self._start = hold.at
        self._before = easel.selection if hold.adds else Selection()
        self._band = QRectF(hold.at, hold.at)

    def move(self, hold: Hold) -> None:
        self._band = QRectF(self._start, hold.at).normalized()
        self._wishes.select(self._touched())

    def end(self, hold: Hold) -> None:
        self.move(hold)

    def cancel(self) -> None:
        self._wishes.select(self._before)

    def paint(self, painter: QPainter, theme: Theme, scale: float) -> None:
        painter.setPen(QPen(theme.color("ink"), 1.0 / scale))
        painter.setBrush(theme.color("ink", BAND_SHARE))
        painter.drawRect(self._band)

    def _touched(self) -> Selection:
        cards = self._easel.drawing.arrangement.cards
        return self._before.with_more([id_ for id_, box in cards.items() if rect(box).intersects(self._band)])
