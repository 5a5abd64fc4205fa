"""The frame of what is the facilitator's alone: a dashed border means that it is never shown to the team."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from blackstart.shell.support.look import Look
from blackstart.shell.support.theme import RADIUS_PANEL

DASHES = [4.0, 3.0]


class DashedFrame(QWidget):
    """Painted, because a style sheet's dashes are so short that they pass for dots."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        look.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(self._look.theme.color("ln2"), 1.0)
        pen.setDashPattern(DASHES)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS_PANEL, RADIUS_PANEL)
        painter.end()
