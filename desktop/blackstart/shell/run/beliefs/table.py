"""The table of what the team believes: each component, what is thought of it, and how it stands."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication, QItemSelection, QItemSelectionModel, QObject, QSize, Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from blackstart.core.base.simtime import clock_face
from blackstart.core.engine.trace import Shown
from blackstart.core.exercise.model import State
from blackstart.shell.canvas.doubts import Doubt
from blackstart.shell.canvas.state_signs import doubt_icon, state_icon, state_word
from blackstart.shell.run.beliefs.gap import BeliefLine
from blackstart.shell.run.beliefs.presenter import true_word
from blackstart.shell.support.look import Look
from blackstart.shell.widgets.rows_model import LEFT, RowsModel

translate = QCoreApplication.translate

NAME, BELIEVED, TRUE, SINCE, WHY = range(5)
ROW_PX, GLYPH_PX = 30, 18
HEIGHT_PX, LEAST_PX = 320, 112
MEASURED_ROWS = 40  # at each change beside those that are seen; all of them held up the console


class BeliefsModel(RowsModel[BeliefLine]):
    """One row a component."""

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look

    def headings(self) -> tuple[str, ...]:
        return (
            translate("Beliefs", "Component"),
            translate("Beliefs", "The team believes"),
            translate("Beliefs", "True"),
            translate("Beliefs", "Since"),
            translate("Beliefs", "By and why"),
        )

    def cell(self, row: BeliefLine, column: int, role: int) -> Any:
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return LEFT
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._words(row, column)
        return self._icon(row, column) if role == Qt.ItemDataRole.DecorationRole else None

    def _words(self, row: BeliefLine, column: int) -> str:
        if column == NAME:
            return row.name
        if column == BELIEVED:
            return state_word(row.believed, self._look) if row.believed is not None else "–"
        if column == TRUE:
            word = true_word(row, self._look)
            if row.seen_s is None:
                return word
            unseen = translate("Beliefs", "{state}, last seen T+{time}")
            return unseen.format(state=word, time=clock_face(row.seen_s))
        if column == SINCE:
            return f"T+{clock_face(row.at)}" if row.at is not None else ""
        return ": ".join(filter(None, (row.by, row.why)))

    def _icon(self, row: BeliefLine, column: int) -> QIcon | None:
        if column == NAME and (row.is_wrong or row.seen_s is not None):
            return doubt_icon(Doubt.WRONG if row.is_wrong else Doubt.UNSEEN, self._look, GLYPH_PX)
        if column == BELIEVED and row.believed is not None:
            return state_icon(row.believed, self._look, GLYPH_PX)
        if column == TRUE:
            on_reserve = row.is_on_reserve and row.shown is Shown.OPERATIONAL
            return state_icon(State.ON_RESERVE if on_reserve else State(row.shown.value), self._look, GLYPH_PX)
        return None


class BeliefsTable(QTableView):
    """Whole rows are chosen; each column as wide as it needs, the reasons as far as there is room.

    It gives way where a sheet has no room for all of it, down to a few rows.
    """

    def __init__(self, model: BeliefsModel, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setMinimumHeight(look.px(LEAST_PX))
        self.setMaximumHeight(look.px(HEIGHT_PX))
        self.setModel(model)
        self.setIconSize(QSize(look.px(GLYPH_PX), look.px(GLYPH_PX)))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setAccessibleName(translate("Beliefs", "What the team believes"))
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(look.px(ROW_PX))
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setResizeContentsPrecision(MEASURED_ROWS)
        for column in (NAME, BELIEVED, TRUE, SINCE):
            self.horizontalHeader().setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        self.horizontalHeader().setSectionResizeMode(WHY, QHeaderView.ResizeMode.Stretch)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._look.px(HEIGHT_PX))

    def choose_rows(self, rows: Sequence[int]) -> None:
        """Choose some rows; the first one is the current one."""
        chosen = QItemSelection()
        for row in rows:
            chosen.select(self.model().index(row, 0), self.model().index(row, 0))
        ways = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(self.model().index(rows[0], 0), ways.NoUpdate)
        self.selectionModel().select(chosen, ways.ClearAndSelect | ways.Rows)
