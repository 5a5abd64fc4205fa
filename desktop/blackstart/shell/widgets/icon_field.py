"""A field with an icon before its words, which grows with them: Qt's own icons of a field have one size for ever."""

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from blackstart.shell.support.icons import draw_icon
from blackstart.shell.support.look import Look
from blackstart.shell.support.theme import SPACE_8

ICON_PX, MOST_PX = 16, 28


class IconField(QLineEdit):
    """Shows what it is for."""

    def __init__(self, look: Look, name: str = "search", token: str = "tx3", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._name = name
        self._token = token
        self._size = min(look.px(ICON_PX), MOST_PX)
        self.setTextMargins(self._size + SPACE_8, 0, 0, 0)
        look.changed.connect(self.update)

    @property
    def icon_name(self) -> str:
        return self._name

    def show_icon(self, name: str) -> None:
        self._name = name
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        middle = QPointF(SPACE_8 + self._size / 2, self.height() / 2)
        draw_icon(painter, self._name, middle, self._size, self._look.theme.color(self._token))
        painter.end()
