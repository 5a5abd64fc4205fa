"""The line above the table of decisions: how many there are, and what of them is shown."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from blackstart.core.review.deeds import DeedKind
from blackstart.shell.review.recorded import Recorded
from blackstart.shell.support.look import Look
from blackstart.shell.support.theme import SPACE_4, SPACE_8, SPACE_12, SPACE_16, SPACE_28
from blackstart.shell.widgets.buttons import Button
from blackstart.shell.widgets.labels import Label, OneLine

translate = QCoreApplication.translate


class TableHead(QWidget):
    """Says how far the reckoning is while it goes on."""

    notes_wished = Signal(bool)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._notes = 0
        self.hint = OneLine(role="hint")
        self.notes = Button("", look, role="tag")
        self.notes.setCheckable(True)
        self.notes.setChecked(True)
        self.notes.setToolTip(translate("Decisions", "Show what was noted among the decisions, or not (N)"))
        self.notes.toggled.connect(self.notes_wished)
        self.repairs = Button(translate("Decisions", "Order of repairs…"), look, role="tag")
        self.repairs.setToolTip(translate("Decisions", "Look for the best order of the repairs at the playhead (B)"))
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE_16, SPACE_4, SPACE_28, SPACE_4)
        row.setSpacing(SPACE_8)
        row.addWidget(Label(translate("Decisions", "Decisions and actions"), role="strong"))
        row.addSpacing(SPACE_12 - SPACE_8)
        row.addWidget(self.hint, 1)
        row.addWidget(self.repairs)
        row.addWidget(self.notes)

    def show_run(self, recorded: Recorded) -> None:
        count = sum(each.kind is DeedKind.NOTE for each in recorded.deeds)
        self.notes.setText(translate("Decisions", "Notes: {count}").format(count=count))
        self.notes.setVisible(count > 0)

    def show_progress(self, known: int, whole: int) -> None:
        """Say how many figures are reckoned, until all are."""
        words = translate("Decisions", "service-hours by model estimate")
        if known < whole:
            words = translate("Decisions", "reckoning {known} of {whole}").format(known=known + 1, whole=whole)
        self.hint.say(words if whole else "")
