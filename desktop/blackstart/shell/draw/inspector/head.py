"""The inspector's head: an icon in a well, a name, and what it is."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from blackstart.shell.draw.inspector.page import Key, Page
from blackstart.shell.support.icons import draw_icon
from blackstart.shell.support.look import Look
from blackstart.shell.support.theme import RADIUS_CONTROL, SPACE_4, SPACE_12, SPACE_16
from blackstart.shell.widgets.buttons import Button
from blackstart.shell.widgets.labels import Label

WELL_PX, ICON_PX = 40, 18


class Well(QWidget):
    """The icon of what is shown."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._icon = "doc"
        self.setFixedSize(look.px(WELL_PX), look.px(WELL_PX))
        look.changed.connect(self.update)

    def show_icon(self, name: str) -> None:
        self._icon = name
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, box = self._look.theme, QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.color("btnln"), 1.0))
        painter.setBrush(theme.color("bg2"))
        painter.drawRoundedRect(box, RADIUS_CONTROL, RADIUS_CONTROL)
        draw_icon(painter, self._icon, box.center(), self._look.px(ICON_PX), theme.color("tx1"))
        painter.end()


class Head(QWidget):
    """Of a need, the words under the title lead to its component."""

    pressed = Signal(object)  # Key

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._key: Key = ()
        self.well = Well(look)
        self.title = Label(role="title", wraps=True)
        self.about = Label(role="secondary", wraps=True)
        self.up = Button("", look, role="link")
        self.up.clicked.connect(self._press)
        words = QVBoxLayout()
        words.setSpacing(SPACE_4)
        words.addStretch(1)
        for each in (self.title, self.about):
            words.addWidget(each)
        words.addWidget(self.up, 0, Qt.AlignmentFlag.AlignLeft)
        words.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE_16, SPACE_12, SPACE_16, SPACE_12)
        row.setSpacing(SPACE_12)
        row.addWidget(self.well, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)

    def show_page(self, page: Page) -> None:
        self.well.show_icon(page.icon)
        self.title.setText(page.title)
        self.about.setText(page.about)
        self.about.setVisible(page.up is None)
        self.up.setText(page.about)
        self.up.setVisible(page.up is not None)
        self._key = ("choose", page.up) if page.up is not None else ()

    def _press(self) -> None:
        self.pressed.emit(self._key)
