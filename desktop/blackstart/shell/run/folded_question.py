"""What is left of an open decision while a list has its room: its question in one line, and the way back to it."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from blackstart.shell.support.look import Look
from blackstart.shell.support.theme import SPACE_12
from blackstart.shell.widgets.key_button import KeyButton
from blackstart.shell.widgets.labels import OneLine

translate = QCoreApplication.translate


class FoldedQuestion(QWidget):
    """Hidden while the decision can be read whole."""

    unfold_wished = Signal()

    def __init__(self, key: str, look: Look) -> None:
        super().__init__()
        self.text = OneLine(role="strong")
        self.button = KeyButton(translate("DecisionForm", "Decide"), key, look)
        self.button.clicked.connect(self.unfold_wished)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE_12)
        row.addWidget(self.text, 1)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignRight)
        self.hide()
