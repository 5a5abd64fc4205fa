"""The tables of all that the team knew at a second: where it was mistaken, what had come, what it had said."""

from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtCore import QCoreApplication, QModelIndex, QObject, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from blackstart.core.base.simtime import Seconds, clock_face
from blackstart.core.exercise.model import State
from blackstart.core.review.known import Parted
from blackstart.shell.canvas.doubts import Doubt
from blackstart.shell.canvas.state_signs import doubt_icon, state_icon
from blackstart.shell.review.knowing.knew import NamedLine, named_line
from blackstart.shell.review.known_cells import Cell, cells, headings, short_way_words
from blackstart.shell.review.recorded import Recorded
from blackstart.shell.support.look import Look
from blackstart.shell.widgets.rows_model import LEFT, RowsModel

translate = QCoreApplication.translate

NAME, BELIEVED, VISIBLE, TRUE, SINCE, HOW = range(6)
ROW_PX, GLYPH_PX = 30, 18
_WORDS = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
Row = TypeVar("Row")
Heard = tuple[Seconds, str, str]  # when, from or by whom, and what


class PartedModel(RowsModel[Parted]):
    """One row a component; what stands in it is looked up when it is seen, for there may be thousands."""

    def __init__(self, recorded: Recorded, at: Seconds, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._recorded, self._at, self._look = recorded, at, look
        self._icons: dict[State | Doubt, QIcon] = {}

    def headings(self) -> tuple[str, ...]:
        return (
            translate("Knowing", "Component"),
            *headings(),
            translate("Knowing", "Mistaken since"),
            translate("Knowing", "How"),
        )

    def cell(self, row: Parted, column: int, role: int) -> Any:
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return LEFT
        if role in _WORDS:
            return self._words(row, column)
        return self._icon(row, column) if role == Qt.ItemDataRole.DecorationRole else None

    def _words(self, row: Parted, column: int) -> str:
        if column == NAME:
            return self._line(row).name
        if column == SINCE:
            return clock_face(row.since_s)
        return short_way_words(row.how) if column == HOW else self._cell(row, column).told

    def _icon(self, row: Parted, column: int) -> QIcon | None:
        if column == NAME:
            return self._kept(self._line(row).doubt)
        if column not in (BELIEVED, VISIBLE, TRUE):
            return None
        state = self._cell(row, column).state
        return self._kept(state) if state is not None else None

    def _line(self, row: Parted) -> NamedLine:
        return named_line(self._recorded, row, self._at, self._look.language)

    def _cell(self, row: Parted, column: int) -> Cell:
        return cells(self._line(row).line, self._look)[column - BELIEVED]

    def _kept(self, sign: State | Doubt) -> QIcon:
        """Return the icon of a sign, painted once."""
        if sign not in self._icons:
            look, px = self._look, GLYPH_PX
            self._icons[sign] = doubt_icon(sign, look, px) if isinstance(sign, Doubt) else state_icon(sign, look, px)
        return self._icons[sign]


class HeardModel(RowsModel[Heard]):
    """One row a message or a public word."""

    def headings(self) -> tuple[str, ...]:
        return translate("Knowing", "Time"), translate("Knowing", "Who"), translate("Knowing", "Words")

    def cell(self, row: Heard, column: int, role: int) -> Any:
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return LEFT
        return (clock_face(row[0]), row[1], row[2])[column] if role in _WORDS else None


class KnowingTable(QTableView):
    """Whole rows are chosen; Enter or two clicks lead to what one stands for."""

    wished = Signal(str)  # key

    def __init__(self, model: RowsModel[Row], key: Callable[[Row], str], name: str, look: Look) -> None:
        super().__init__()
        self._rows, self._key_of = model, key
        model.setParent(self)
        self.setModel(model)
        self.setAccessibleName(name)
        self.setIconSize(QSize(look.px(GLYPH_PX), look.px(GLYPH_PX)))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setWordWrap(False)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(look.px(ROW_PX))
        self.verticalHeader().setDefaultSectionSize(look.px(ROW_PX))
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setResizeContentsPrecision(0)  # by the rows that are seen
        header.setSectionResizeMode(model.columnCount() - 1, QHeaderView.ResizeMode.Stretch)
        self.activated.connect(self._wish)

    def showEvent(self, event: QShowEvent) -> None:
        """Give each column what its words need: not before, for of a table that is not seen Qt measures every row."""
        super().showEvent(event)
        for column in range(self._rows.columnCount() - 1):
            self.resizeColumnToContents(column)

    def _wish(self, index: QModelIndex) -> None:
        row = self._rows.row(index)
        if row is not None:
            self.wished.emit(self._key_of(row))
