"""A class of runs: small curves on the same axes, and the table of their figures."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from blackstart.core.base.ids import RunId
from blackstart.core.base.simtime import clock_face
from blackstart.shell.review.comparing.class_table import ClassTable
from blackstart.shell.review.comparing.side import Compared
from blackstart.shell.review.comparing.small_curves import SmallCurves
from blackstart.shell.support.look import Look
from blackstart.shell.support.theme import SPACE_8, SPACE_12, SPACE_16, SPACE_20
from blackstart.shell.widgets.chart_axis import level_label, levels_up_to
from blackstart.shell.widgets.labels import Label

translate = QCoreApplication.translate


class ClassPage(QWidget):
    """Choosing a run in one shows it in the other; opening it leads to its page."""

    opened = Signal(str)  # RunId

    def __init__(self, look: Look, shown: Compared, opened: RunId | None) -> None:
        super().__init__()
        self.curves = SmallCurves(look, shown)
        self.table = ClassTable(look, shown)
        self.caption = Label(axes_words(shown, look), role="secondary", wraps=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_20, SPACE_12, SPACE_20, SPACE_16)
        column.setSpacing(SPACE_8)
        column.addWidget(self.caption)
        column.addWidget(self.curves)
        column.addSpacing(SPACE_8)
        column.addWidget(self.table)
        column.addStretch(1)
        self.table.chosen.connect(self.curves.choose)
        self.table.opened.connect(self.opened)
        self.curves.chosen.connect(self.table.choose)
        self.curves.opened.connect(self.opened)
        self.table.choose(opened or shown.sides[0].row.run)


def axes_words(shown: Compared, look: Look) -> str:
    """Say what the axes of every small curve are."""
    words = translate(
        "Compare",
        "Users cut off, each from 0 to {most} and from 0:00:00 to {until}; beside the team the service-hours lost. "
        "All of it by model estimate.",
    )
    most = levels_up_to(max(side.run.users.peak for side in shown.sides))[-1]
    said = words.format(most=level_label(most, look.words), until=clock_face(shown.until))
    if not shown.is_uneven:
        return said
    uneven = translate("Compare", "The shortest run ends at {time}; up to there their service-hours are compared.")
    return f"{said} {uneven.format(time=clock_face(shown.shared_until))}"
