"""The mark below the clock of a run that is not yet safe: the one line in ink, and the way to save it elsewhere."""

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from blackstart.shell.run.safety.words import SafetyWords
from blackstart.shell.support.icons import draw_icon
from blackstart.shell.support.look import Look
from blackstart.shell.support.theme import SPACE_8, SPACE_12, SPACE_16
from blackstart.shell.widgets.buttons import Button
from blackstart.shell.widgets.labels import OneLine

translate = QCoreApplication.translate

HEIGHT_PX, ICON_PX = 40, 16


class SafetyBar(QWidget):
    """Hidden while all is safe."""

    wished = Signal()  # to save elsewhere

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setProperty("role", "alert")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.words = OneLine("alert")
        self.save = Button(translate("Safety", "Save elsewhere…"), look)
        self.save.clicked.connect(self.wished)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE_16, 0, SPACE_16, 0)
        row.setSpacing(SPACE_12)
        row.addWidget(_Mark(look))
        row.addWidget(self.words, 1)
        row.addWidget(self.save)
        self.setFixedHeight(look.px(HEIGHT_PX))
        self.hide()

    def show_words(self, words: SafetyWords | None) -> None:
        """Say what is not safe; None = all is."""
        if words is not None:
            self.words.say(words.mark, words.short)
        self.setVisible(words is not None)


class _Mark(QWidget):
    """A disk, in the colour of words on ink."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setFixedSize(QSize(look.px(ICON_PX) + SPACE_8, look.px(ICON_PX) + SPACE_8))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        middle = self.rect().toRectF().center()
        draw_icon(painter, "disk", middle, self._look.px(ICON_PX), self._look.theme.color("inkon"))
        painter.end()
