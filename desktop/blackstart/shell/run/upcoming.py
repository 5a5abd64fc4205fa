"""What is to come, which nobody but the facilitator sees: dashed border, crossed eye."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from blackstart.shell.run.coming import ComingRow
from blackstart.shell.run.coming_list import ComingList
from blackstart.shell.run.dashed_frame import DashedFrame
from blackstart.shell.support.icons import icon
from blackstart.shell.support.look import Look
from blackstart.shell.support.theme import SPACE_4, SPACE_8, SPACE_12
from blackstart.shell.widgets.buttons import Button
from blackstart.shell.widgets.labels import Label

translate = QCoreApplication.translate

ICON_PX = 16


class Upcoming(DashedFrame):
    """All that can still come, the next first; scrolls."""

    new_wished = Signal()  # one that nobody scripted
    all_wished = Signal()  # with what has come, and what was left out

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.list = ComingList(look)
        self.all = Button(translate("Upcoming", "All"), look, role="add")
        self.all.setToolTip(translate("Upcoming", "All injects, with what has come and what was left out"))
        self.all.clicked.connect(self.all_wished)
        self.new = Button("", look, "plus", "add")
        self.new.setAccessibleName(translate("Injects", "Write a new inject"))
        self.new.setToolTip(translate("Injects", "Write a new inject"))
        self.new.clicked.connect(self.new_wished)
        self.nothing = Label(translate("Upcoming", "Nothing is to come any more."), role="hint", wraps=True)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._eye = Label()
        title = Label(translate("Upcoming", "Next injects"), role="strong")
        alone = Label(translate("Upcoming", "facilitator only"), role="hint")
        head = QHBoxLayout()
        head.setSpacing(SPACE_4)
        head.addWidget(title)
        head.addStretch(1)
        head.addWidget(self._eye)
        head.addWidget(alone)
        head.addSpacing(SPACE_4)
        head.addWidget(self.all)
        head.addWidget(self.new)
        head.setContentsMargins(SPACE_4, 0, 0, 0)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(SPACE_12, SPACE_8, SPACE_12, SPACE_8)
        whole.setSpacing(SPACE_4)
        whole.addLayout(head)
        whole.addWidget(self.list, 1)
        whole.addWidget(self.nothing, 1)
        look.changed.connect(self._paint_eye)
        self._paint_eye()
        self.show_rows(())

    def show_rows(self, rows: tuple[ComingRow, ...]) -> None:
        self.list.show_rows(rows)
        self.list.setVisible(bool(rows))
        self.nothing.setVisible(not rows)

    def _paint_eye(self) -> None:
        self._eye.setPixmap(icon("eyeoff", self._look.theme.color("tx2")).pixmap(ICON_PX, ICON_PX))
