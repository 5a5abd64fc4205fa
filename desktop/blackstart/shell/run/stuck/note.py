"""A calm note at the head of the right column: what cannot come back; only the facilitator sees it."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from blackstart.shell.run.dashed_frame import DashedFrame
from blackstart.shell.run.stuck.telling import StuckSheet
from blackstart.shell.support.icons import icon
from blackstart.shell.support.look import Look
from blackstart.shell.support.theme import SPACE_4, SPACE_8, SPACE_12
from blackstart.shell.widgets.buttons import Button
from blackstart.shell.widgets.labels import Label

translate = QCoreApplication.translate

ICON_PX = 16


class StuckNote(DashedFrame):
    """Hidden while nothing is stuck."""

    wished = Signal(object)  # ComponentId: to be shown on the map

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self._sheet = StuckSheet()
        self._eye = Label()
        self.heading = Label(role="strong", wraps=True)
        self.words = Label(role="secondary", wraps=True)
        self.button = Button(translate("Stuck", "Show"), look, role="link")
        self.button.setAccessibleName(translate("Stuck", "Show on the map"))
        self.button.clicked.connect(self._wish)
        head = QHBoxLayout()
        head.setSpacing(SPACE_8)
        head.addWidget(self.heading, 1)
        head.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(SPACE_4)
        column.addLayout(head)
        column.addWidget(self.words)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE_12, SPACE_8, SPACE_12, SPACE_8)
        row.setSpacing(SPACE_8)
        row.addWidget(self._eye, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(column, 1)
        look.changed.connect(self._paint_eye)
        self._paint_eye()
        self.hide()

    def show_sheet(self, sheet: StuckSheet) -> None:
        self._sheet = sheet
        self.heading.setText(sheet.heading)
        self.words.setText("\n".join(sheet.lines))
        self.setAccessibleName(" ".join(filter(None, (sheet.heading, *sheet.lines))))
        self.setVisible(bool(sheet.heading))

    def _wish(self) -> None:
        if self._sheet.first is not None:
            self.wished.emit(self._sheet.first)

    def _paint_eye(self) -> None:
        size = self._look.px(ICON_PX)
        self._eye.setPixmap(icon("eyeoff", self._look.theme.color("tx2"), size).pixmap(size, size))
