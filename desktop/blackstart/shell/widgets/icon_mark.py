"""An icon that only shows, in a colour of the theme."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from blackstart.shell.support.icons import draw_icon
from blackstart.shell.support.look import Look


class IconMark(QWidget):
    """Stands beside words that say the same."""

    def __init__(self, name: str, look: Look, size_px: int = 16, token: str = "tx2") -> None:
        super().__init__()
        self._name = name
        self._look = look
        self._token = token
        self.setFixedSize(look.px(size_px), look.px(size_px))
        look.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        box = QRectF(self.rect())
        draw_icon(painter, self._name, box.center(), box.width(), self._look.theme.color(self._token))
        painter.end()
