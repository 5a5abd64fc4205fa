"""Rows of one kind with their columns: sorted, filtered by what is typed, changed in place."""

from collections.abc import Callable
from typing import Any, Generic

from PySide6.QtCore import QObject, Qt, Signal

from blackstart.shell.draw.selection import Selection
from blackstart.shell.draw.table.columns import Column, Row, Way
from blackstart.shell.widgets.rows_model import LEFT, Index, RowsModel

RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter

# Changes a value of what is chosen; tells the reason why it cannot, empty = it is done. The last = only ask.
Change = Callable[[Selection, str, str, bool], str]


class TableModel(RowsModel[Row], Generic[Row]):
    """Shows some of all rows in an order; what is typed into it is handed on."""

    refused = Signal(str)  # the reason; empty = what was typed can be given

    def __init__(self, subject: Callable[[Row], Selection], change: Change, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._subject, self._change = subject, change
        self._columns: tuple[Column[Row], ...] = ()
        self._all: tuple[Row, ...] = ()
        self._heard: list[str] | None = None  # what each of them is filtered by; None = nobody has filtered yet
        self._typed = ""
        self._sorted_by: tuple[int, Qt.SortOrder] | None = None

    @property
    def rows(self) -> tuple[Row, ...]:
        """What is shown, from top to bottom."""
        return self._rows

    def show_all(self, rows: tuple[Row, ...], columns: tuple[Column[Row], ...]) -> None:
        """Take in what there is."""
        if len(columns) != len(self._columns):
            self.beginResetModel()
            self._columns = columns
            self.endResetModel()
        self._columns, self._all = columns, rows
        self._heard = None
        self._arrange()

    def filter(self, typed: str) -> None:
        """Show only rows in which every word typed stands."""
        self._typed = typed
        self._arrange()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Put rows in the order of a column; -1 = of the file."""
        self._sorted_by = (column, order) if column >= 0 else None
        self._arrange()

    def subject(self, index: Index) -> Selection | None:
        """Return what a cell is of."""
        row = self.row(index)
        return self._subject(row) if row is not None else None

    def column(self, index: Index) -> Column[Row]:
        return self._columns[index.column()]

    def refusal(self, index: Index, given: str) -> str:
        """Return why a value cannot be given; empty = it can."""
        reason = self._give(index, given, is_asked_only=True)
        self.refused.emit(reason)
        return reason

    def headings(self) -> tuple[str, ...]:
        return tuple(column.heading for column in self._columns)

    def cell(self, row: Row, column: int, role: int) -> Any:
        of = self._columns[column]
        if of.way is Way.TICKED:
            if role == Qt.ItemDataRole.CheckStateRole:
                return Qt.CheckState.Checked if of.shown(row) else Qt.CheckState.Unchecked
            return of.heading if role == Qt.ItemDataRole.AccessibleTextRole else None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return of.shown(row)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return RIGHT if of.is_number else LEFT
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.TextAlignmentRole and section < len(self._columns):
            return RIGHT if self._columns[section].is_number else LEFT
        return super().headerData(section, orientation, role)

    def flags(self, index: Index) -> Qt.ItemFlag:
        found = super().flags(index)
        if not index.isValid():
            return found
        match self.column(index).way:
            case Way.TICKED:
                return found | Qt.ItemFlag.ItemIsUserCheckable
            case Way.NOT:
                return found
        return found | Qt.ItemFlag.ItemIsEditable

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role == Qt.ItemDataRole.CheckStateRole:
            is_on = Qt.CheckState(value) is Qt.CheckState.Checked
            return not self._give(index, "on" if is_on else "")
        if role != Qt.ItemDataRole.EditRole or value == self.data(index):
            return False
        return not self._give(index, str(value))

    def _give(self, index: Index, given: str, *, is_asked_only: bool = False) -> str:
        subject = self.subject(index)
        return self._change(subject, self.column(index).key, given, is_asked_only) if subject is not None else ""

    def _arrange(self) -> None:
        rows = self._found() if self._typed.strip() else list(self._all)
        if self._sorted_by is not None and self._columns:
            column, order = self._sorted_by
            rows.sort(key=self._columns[column].sorted_by, reverse=order is Qt.SortOrder.DescendingOrder)
        self.show_rows(tuple(rows))

    def _found(self) -> list[Row]:
        wanted = self._typed.casefold().split()
        if self._heard is None:
            named = [column for column in self._columns if not column.is_number and column.way is not Way.TICKED]
            self._heard = [" ".join(str(column.shown(row)) for column in named).casefold() for row in self._all]
        return [row for row, heard in zip(self._all, self._heard, strict=True) if all(word in heard for word in wanted)]
