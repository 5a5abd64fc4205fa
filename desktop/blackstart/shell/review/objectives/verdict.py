"""How a measure turned out, with what shows it: beside it where that is one thing, else below."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QWidget

from blackstart.shell.review.leads import Leads
from blackstart.shell.review.objectives.presenter import ObjectiveSheet
from blackstart.shell.support.look import Look
from blackstart.shell.support.theme import SPACE_8
from blackstart.shell.widgets.labels import Label


class Verdict(QWidget):
    """Leads to the seconds of the run that show it."""

    sought = Signal(int)  # exercise seconds

    def __init__(self, sheet: ObjectiveSheet, look: Look) -> None:
        super().__init__()
        is_one = len(sheet.leads) == 1
        way = QBoxLayout.Direction.LeftToRight if is_one else QBoxLayout.Direction.TopToBottom
        box = QBoxLayout(way, self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(SPACE_8 if is_one else 0)
        box.addWidget(Label(sheet.verdict, role="secondary", wraps=True), 1)
        if sheet.leads:
            leads = Leads(sheet.leads, look)
            leads.sought.connect(self.sought)
            box.addWidget(leads, 0, Qt.AlignmentFlag.AlignTop if is_one else Qt.AlignmentFlag(0))
