"""What stands in place of a page while there is nothing to show: one sentence, and at most one thing to do."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from blackstart.shell.support.look import Look
from blackstart.shell.support.theme import SPACE_16, SPACE_28
from blackstart.shell.widgets.buttons import Button
from blackstart.shell.widgets.labels import Label

WIDTH_PX = 460


class PlainPage(QWidget):
    """Nothing open, nothing recorded, reading, or why it cannot be shown."""

    pressed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.sentence = Label(role="hint", wraps=True)
        self.sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.sentence.setMinimumWidth(look.px(WIDTH_PX))
        self.button = Button("", look)
        self.button.clicked.connect(self.pressed)
        self.setProperty("role", "canvas")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_28, SPACE_28, SPACE_28, SPACE_28)
        column.setSpacing(SPACE_16)
        column.addStretch(2)
        column.addWidget(self.sentence, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)

    def say(self, sentence: str, deed: str = "") -> None:
        self.sentence.setText(sentence)
        self.button.setText(deed)
        self.button.setVisible(bool(deed))
