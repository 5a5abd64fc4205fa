"""A card inside a side panel; the open decision's is the only one with an ink border."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from blackstart.shell.support.look import Look
from blackstart.shell.support.theme import RADIUS_PANEL

INK_BORDER_PX, QUIET_BORDER_PX = 1.5, 1.0


class Panel(QWidget):
    """A plain plate with a border, painted because a style sheet knows whole pixels only."""

    def __init__(self, look: Look, *, is_ink: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._is_ink = is_ink
        look.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._look.theme
        width = INK_BORDER_PX if self._is_ink else QUIET_BORDER_PX
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.color("ink" if self._is_ink else "ln"), width, Qt.PenStyle.SolidLine))
        painter.setBrush(theme.color("bg2"))
        inset = width / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), RADIUS_PANEL, RADIUS_PANEL)
        painter.end()
