"""The question before an exercise is ended: ENDEX is not taken back."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from blackstart.shell.support.look import Look
from blackstart.shell.support.theme import SPACE_8, SPACE_16, SPACE_20
from blackstart.shell.widgets.buttons import Button
from blackstart.shell.widgets.labels import Label
from blackstart.shell.widgets.sheet import Sheet

translate = QCoreApplication.translate

WIDTH_PX, BORDERS_PX = 440, 2


class EndQuestion(Sheet):
    """Asks whether the exercise is to end; the clock goes on meanwhile, and Escape goes on playing."""

    agreed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look, WIDTH_PX)
        title = translate("RunWorkspace", "End the exercise")
        self.setAccessibleName(title)
        self.end = Button(translate("RunWorkspace", "End it"), look)
        self.go_on = Button(translate("RunWorkspace", "Go on playing"), look, role="primary")
        self.end.clicked.connect(self._agree)
        self.go_on.clicked.connect(self.close_sheet)
        words = Label(
            translate("RunWorkspace", "End the exercise now? The clock will not run again."), role="body", wraps=True
        )
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE_8)
        buttons.addStretch(1)
        buttons.addWidget(self.end)
        buttons.addWidget(self.go_on)
        self.column.setContentsMargins(SPACE_20, SPACE_16, SPACE_20, SPACE_20)
        self.column.setSpacing(SPACE_16)
        self.column.addWidget(Label(title, role="panel-title"))
        self.column.addWidget(words)
        self.column.addLayout(buttons)

    def wanted_height(self, width: int) -> int:
        return self.column.totalHeightForWidth(width - BORDERS_PX) + BORDERS_PX

    def first_stop(self) -> QWidget | None:
        return self.go_on  # the end is not one careless key away

    def _agree(self) -> None:
        self.close_sheet()
        self.agreed.emit()
