"""What is open of the improvement plan, in the column beside the strips; a sheet shows all of it."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from blackstart.shell.review.improving.presenter import Plan
from blackstart.shell.review.improving.rows import press_row
from blackstart.shell.review.press_row import PressRow
from blackstart.shell.review.section import Section, cleared, focused_key, give_focus
from blackstart.shell.support.look import Look
from blackstart.shell.support.theme import SPACE_4, SPACE_16, SPACE_20
from blackstart.shell.widgets.buttons import Button
from blackstart.shell.widgets.labels import Label
from blackstart.shell.widgets.titled_sheet import TitledSheet

translate = QCoreApplication.translate

WIDTH_PX = 720


@dataclass(frozen=True, slots=True)
class PlanDraft:
    """What was typed in its forms, and whether it is folded."""

    forms: dict[str, dict[str, str]]
    is_folded: bool


class PlanPanel(Section):
    """Emits which row is wanted."""

    wished = Signal(str)  # PlanRow.of; empty = a new one
    all_wished = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(translate("Improving", "To fix before the next run"), look)
        self._look = look
        self._rows = QVBoxLayout()
        self._rows.setSpacing(SPACE_4)
        self.add = Button(translate("Improving", "Add"), look, "plus", role="add")
        self.all = Button("", look, role="link")
        self.none = Label(role="hint", wraps=True)
        self.take(self.add)
        self.body.addWidget(self.none)
        self.body.addLayout(self._rows)
        self.body.addWidget(self.all)
        self.add.clicked.connect(self._add)
        self.all.clicked.connect(self.all_wished)
        self.show_plan(Plan(), date.min)

    def show_plan(self, plan: Plan, today: date) -> None:
        """Show the open rows."""
        before, column = focused_key(self), cleared(self._rows)
        rows = [press_row(plan, each, today, self._look) for each in plan.open_rows]
        for row in rows:
            row.pressed.connect(self.wished)
            column.addWidget(row)
        give_focus(before, rows)
        self.show_count(len(plan.open_rows))
        words = translate("Improving", "Nothing is open.") if plan.rows else ""
        self.none.setText(words or translate("Improving", "Nothing is written down yet."))
        self.none.setVisible(not plan.open_rows)
        self.all.setText(translate("Improving", "All rows, done ones too ({count})").format(count=len(plan.rows)))
        self.all.setVisible(len(plan.rows) > len(plan.open_rows))

    def _add(self) -> None:
        self.wished.emit("")


class PlanSheet(TitledSheet):
    """Every row of the plan."""

    wished = Signal(str)  # PlanRow.of; empty = a new one

    def __init__(self, look: Look) -> None:
        super().__init__(look, WIDTH_PX)

    def show_plan(self, plan: Plan, today: date) -> None:
        before, rows = focused_key(self), list[PressRow]()
        held = QWidget()
        column = QVBoxLayout(held)
        column.setContentsMargins(SPACE_20, SPACE_16, SPACE_20, SPACE_16)
        column.setSpacing(SPACE_4)
        for each in (*plan.open_rows, *(row for row in plan.rows if not row.is_open)):
            row = press_row(plan, each, today, self._look, is_full=True)
            row.pressed.connect(self.wished)
            column.addWidget(row)
            rows.append(row)
        if not plan.rows:
            column.addWidget(Label(translate("Improving", "Nothing is written down yet."), role="hint", wraps=True))
        column.addStretch(1)
        self.fill(translate("Improving", "Improvement plan"), held)
        self.place()
        give_focus(before, rows)
