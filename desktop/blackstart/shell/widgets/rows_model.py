"""What tables of one value a row share, so that each says only what stands in its columns."""

from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from blackstart.shell.support.tips import tip

Index = QModelIndex | QPersistentModelIndex
Row = TypeVar("Row")
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class RowsModel(QAbstractTableModel, Generic[Row]):
    """Rows that are shown all at once; `headings` and `cell` say what is told of them."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Row, ...] = ()

    def headings(self) -> tuple[str, ...]:
        """Return the words over the columns, as many as there are columns."""
        raise NotImplementedError

    def cell(self, row: Row, column: int, role: int) -> Any:
        """Return what a role is told of a cell."""
        raise NotImplementedError

    def show_rows(self, rows: tuple[Row, ...]) -> None:
        """Show rows in place of those there are; as many as before are changed where they stand."""
        if rows == self._rows:
            return
        if len(rows) == len(self._rows):
            self._rows = rows
            self.tell_changed()
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def tell_changed(self) -> None:
        """Say that every cell may read otherwise, as in another language."""
        if self._rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, self.columnCount() - 1))

    def row(self, index: Index) -> Row | None:
        return self._rows[index.row()] if index.isValid() else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's signature
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's signature
        return 0 if parent.isValid() else len(self.headings())

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return LEFT
        if role == Qt.ItemDataRole.DisplayRole and orientation is Qt.Orientation.Horizontal:
            return self.headings()[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.row(index)
        told = self.cell(row, index.column(), role) if row is not None else None
        return tip(told) if role == Qt.ItemDataRole.ToolTipRole and told is not None else told
