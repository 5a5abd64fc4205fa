"""The sheet on which is typed how much earlier a decision is to be taken."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from blackstart.shell.support.look import Look
from blackstart.shell.support.theme import SPACE_8, SPACE_16, SPACE_20
from blackstart.shell.widgets.buttons import Button
from blackstart.shell.widgets.labels import Label
from blackstart.shell.widgets.titled_sheet import TitledSheet

translate = QCoreApplication.translate

WIDTH_PX, MINUTE_S, MOST_MINUTES = 420, 60, 10_000


class MinutesSheet(TitledSheet):
    """Enter takes what is typed."""

    typed = Signal(int)  # seconds

    def __init__(self, deed: str, look: Look) -> None:
        super().__init__(look, WIDTH_PX)
        self.line = QLineEdit()
        self.line.setPlaceholderText(translate("WhatIf", "Minutes, such as 7 or 2.5"))
        self.line.setAccessibleName(translate("WhatIf", "Minutes earlier"))
        self.said = Label(role="hint", wraps=True)
        self.take = Button(translate("WhatIf", "Compare"), look, role="primary")
        held = QWidget()
        column = QVBoxLayout(held)
        column.setContentsMargins(SPACE_20, SPACE_16, SPACE_20, SPACE_16)
        column.setSpacing(SPACE_8)
        for each in (self.line, self.said, self.take):
            column.addWidget(each)
        self.fill(translate("WhatIf", "How much earlier was {deed} taken?").format(deed=deed), held)
        self.said.setText(translate("WhatIf", "Never before the second in which it was put to the team."))
        self.line.returnPressed.connect(self._take)
        self.take.clicked.connect(self._take)

    def first_stop(self) -> QWidget | None:
        return self.line

    def _take(self) -> None:
        seconds = seconds_of(self.line.text())
        if seconds is None:
            self.said.setText(translate("WhatIf", "Type minutes as a number above 0, such as 7 or 2.5."))
            self.line.setFocus()
            return
        self.close_sheet()
        self.typed.emit(seconds)


def seconds_of(typed: str) -> int | None:
    """Read minutes, as whole seconds; None = that is no number of minutes."""
    try:
        minutes = float(typed.strip().replace(",", "."))
    except ValueError:
        return None
    seconds = round(minutes * MINUTE_S) if 0 < minutes <= MOST_MINUTES else 0
    return seconds or None
