"""A row of a list that is pressed to see or change what it stands for."""

from collections.abc import Sequence

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from blackstart.shell.review.pressable import Pressable
from blackstart.shell.support.look import Look
from blackstart.shell.support.theme import SPACE_4, SPACE_8
from blackstart.shell.widgets.flow import FlowLayout
from blackstart.shell.widgets.labels import Label


class PressRow(Pressable):
    """Words, smaller words below them, and marks: a few words in a frame each, filled where they are urgent."""

    def __init__(self, key: str, words: str, details: str, look: Look, marks: Sequence[tuple[str, bool]] = ()) -> None:
        super().__init__(key, look)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_8, SPACE_4, SPACE_8, SPACE_4)
        column.setSpacing(2)
        column.addWidget(Label(words, wraps=True))
        if details:
            column.addWidget(Label(details, role="secondary", wraps=True))
        if marks:
            held = QWidget()
            flow = FlowLayout(held, SPACE_4)
            for text, is_urgent in marks:
                flow.addWidget(Label(text, role="mark" if is_urgent else "key"))
            column.addWidget(held)
        self.setAccessibleName(". ".join(filter(None, (words, details, *(text for text, _ in marks)))))
