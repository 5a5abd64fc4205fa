"""A few runs side by side: their curves on one axis, what they cost, how they decided, where they parted."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from blackstart.core.base.simtime import clock_face
from blackstart.shell.review.comparing.curves_view import CurvesView, LineSample
from blackstart.shell.review.comparing.naming import run_name
from blackstart.shell.review.comparing.side import Compared
from blackstart.shell.review.comparing.ways_table import WaysTable
from blackstart.shell.support.look import Look
from blackstart.shell.support.theme import SPACE_8, SPACE_12, SPACE_16, SPACE_20
from blackstart.shell.widgets.flow import FlowLayout
from blackstart.shell.widgets.labels import Label

translate = QCoreApplication.translate


class FewPage(QWidget):
    """Emits where somebody wants to go."""

    wished = Signal(str)  # DecisionId to go to

    def __init__(self, look: Look, shown: Compared) -> None:
        super().__init__()
        self.curves = CurvesView(look, shown)
        self.table = WaysTable(look, shown)
        self.between = Label(between_words(shown, look), role="secondary", wraps=True)
        self.parted = Label(parted_words(shown, look), role="strong", wraps=True)
        self._lay_out(look, shown)
        self.table.picked.connect(self.curves.mark)
        self.table.wished.connect(self.wished)
        self.table.choose(shown.comparison.parted)

    def _lay_out(self, look: Look, shown: Compared) -> None:
        held = QWidget()
        samples = FlowLayout(held, SPACE_12)
        for number, side in enumerate(shown.sides):
            samples.addWidget(LineSample(number, run_name(side.row), look))
        head = QHBoxLayout()
        head.setSpacing(SPACE_16)
        head.addWidget(Label(translate("Compare", "Users cut off"), role="strong"))
        head.addWidget(held, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_20, SPACE_12, SPACE_20, SPACE_16)
        column.setSpacing(SPACE_8)
        column.addLayout(head)
        column.addWidget(self.curves)
        column.addWidget(self.between)
        column.addSpacing(SPACE_8)
        column.addWidget(self.parted)
        column.addWidget(self.table)
        column.addStretch(1)


def between_words(shown: Compared, look: Look) -> str:
    """Say what lies between two runs, as far as both were played; of more, how the figures came about."""
    until = shown.shared_until
    uneven = translate("Compare", "The shortest run ends at {time}; up to there their service-hours can be compared.")
    lines = [uneven.format(time=clock_face(until))] if shown.is_uneven else []
    if len(shown.sides) != 2:
        return " ".join([*lines, translate("Compare", "Users cut off and service-hours are model estimates.")])
    one, other = shown.sides
    hours = one.lost_hours_until(until) - other.lost_hours_until(until)
    if not hours:
        return " ".join([*lines, translate("Compare", "Both lost as many service-hours (model estimate).")])
    words = translate("Compare", "{run} lost {hours} service-hours more (model estimate).")
    more = run_name((one if hours > 0 else other).row)
    return " ".join([*lines, words.format(run=more, hours=look.words.amount(abs(hours)))])


def parted_words(shown: Compared, look: Look) -> str:
    """Say at which decision the runs parted."""
    parted = shown.comparison.parted
    if parted is None and not all(side.run.ways for side in shown.sides):
        return translate("Compare", "Where they parted cannot be said: not all of them came to a decision.")
    if parted is None and shown.is_uneven:
        return translate("Compare", "They settled every decision alike that all of them came to.")
    if parted is None:
        return translate("Compare", "They settled every decision alike.")
    question = shown.question(parted)
    asked = question.to(look.language) if question is not None else parted
    return translate("Compare", "They parted at “{question}”").format(question=asked)
