"""A combo box with our chevron: a style sheet could draw one only from a picture file."""

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QComboBox, QWidget

from blackstart.shell.support.icons import draw_icon
from blackstart.shell.support.look import Look

CHEVRON_PX, MOST_CHEVRON_PX, FROM_RIGHT_PX = 14, 20, 15


class Picker(QComboBox):
    """One of several, or what is typed where that is allowed."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        look.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        place = QPointF(self.width() - FROM_RIGHT_PX, self.height() / 2)
        size = min(self._look.px(CHEVRON_PX), MOST_CHEVRON_PX)
        draw_icon(painter, "chev", place, size, self._look.theme.color("tx2" if self.isEnabled() else "tx3"))
        painter.end()
