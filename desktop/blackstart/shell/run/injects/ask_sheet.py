"""One line asked for on a sheet: a reason, or a time; Enter gives it, Escape does nothing."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from blackstart.shell.support.look import Look
from blackstart.shell.support.theme import SPACE_4, SPACE_8, SPACE_12, SPACE_16, SPACE_20
from blackstart.shell.widgets.buttons import Button
from blackstart.shell.widgets.labels import Label
from blackstart.shell.widgets.sheet import Sheet

translate = QCoreApplication.translate

WIDTH_PX, BORDERS_PX = 460, 2

# Of what is typed: whether it will do, and what is said of it below the field.
Judge = Callable[[str], tuple[bool, str]]


class AskSheet(Sheet):
    """A heading, what it is about, one field with what is said of it, and two buttons."""

    answered = Signal(str, str)  # key of what it is about, what was typed

    def __init__(self, look: Look, key: str, title: str, about: str, agree: str) -> None:
        super().__init__(look, WIDTH_PX)
        self._key = key
        self._judge: Judge = _any_words
        self.setAccessibleName(title)
        self.line = QLineEdit()
        self.field = Label(role="secondary")
        self.said = Label(role="hint", wraps=True)
        self.agree = Button(agree, look, role="primary")
        self.go_back = Button(translate("AskSheet", "Cancel"), look)
        self.agree.clicked.connect(self._give)
        self.go_back.clicked.connect(self.close_sheet)
        self.line.textChanged.connect(self._say)
        self.line.returnPressed.connect(self._give)
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE_8)
        buttons.addStretch(1)
        buttons.addWidget(self.go_back)
        buttons.addWidget(self.agree)
        column = self.column
        column.setContentsMargins(SPACE_20, SPACE_16, SPACE_20, SPACE_20)
        column.setSpacing(SPACE_12)
        column.addWidget(Label(title, role="panel-title", wraps=True))
        column.addWidget(Label(about, role="secondary", wraps=True))
        column.addSpacing(SPACE_4)
        for part in (self.field, self.line, self.said):
            column.addWidget(part)
        column.addLayout(buttons)

    def ask(self, field: str, judge: Judge, typed: str = "", example: str = "") -> None:
        """Say what is wanted, and begin with what is known."""
        self._judge = judge
        self.field.setText(field)
        self.line.setAccessibleName(field)
        self.line.setPlaceholderText(example)
        self.line.setText(typed)
        self.line.selectAll()
        self._say(typed)

    def wanted_height(self, width: int) -> int:
        return self.column.totalHeightForWidth(width - BORDERS_PX) + BORDERS_PX

    def first_stop(self) -> QWidget | None:
        return self.line

    def _say(self, typed: str) -> None:
        _, said = self._judge(typed.strip())
        self.said.setText(said)
        self.place()

    def _give(self) -> None:
        typed = self.line.text().strip()
        is_sound, said = self._judge(typed)
        if not is_sound:
            self.line.setProperty("refused", "true")
            self.line.style().unpolish(self.line)
            self.line.style().polish(self.line)
            self.said.setText(said)
            self.line.setFocus()
            self.place()
            return
        self.close_sheet()
        self.answered.emit(self._key, typed)


def _any_words(typed: str) -> tuple[bool, str]:
    return bool(typed), ""
