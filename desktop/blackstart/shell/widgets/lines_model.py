"""What lists of one value a row share: they grow at their head, and what is being read stays where it is."""

from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

Index = QModelIndex | QPersistentModelIndex
Line = TypeVar("Line")
LINE = Qt.ItemDataRole.UserRole  # the value itself


class LinesModel(QAbstractListModel, Generic[Line]):
    """`known_by`, `words` and `aloud` say what is told of a line."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: tuple[Line, ...] = ()

    def known_by(self, line: Line) -> object:
        """Return what tells a line from the others, whatever becomes of it."""
        raise NotImplementedError

    def words(self, line: Line) -> str:
        """Return what a line says first of all."""
        raise NotImplementedError

    def aloud(self, line: Line) -> str:
        """Return a line as a reader says it."""
        raise NotImplementedError

    @property
    def lines(self) -> tuple[Line, ...]:
        return self._lines

    def show_lines(self, lines: tuple[Line, ...]) -> None:
        """Show lines in place of those there are; new ones at the head are put in above the others."""
        before = self._lines
        if lines == before:
            return
        added = len(lines) - len(before)
        if added < 0 or [*map(self.known_by, lines[added:])] != [*map(self.known_by, before)]:
            self.beginResetModel()
            self._lines = lines
            self.endResetModel()
            return
        if added:
            self.beginInsertRows(QModelIndex(), 0, added - 1)
            self._lines = (*lines[:added], *before)
            self.endInsertRows()
        if lines[added:] != before:
            self._lines = lines
            self.dataChanged.emit(self.index(added), self.index(len(lines) - 1))

    def line(self, index: Index) -> Line | None:
        """Return what stands in a row; None = there is no such row."""
        return self._lines[index.row()] if index.isValid() and index.row() < len(self._lines) else None

    def index_of(self, known_by: object) -> QModelIndex:
        """Return where a line stands; an invalid index where it does not."""
        found = (row for row, line in enumerate(self._lines) if self.known_by(line) == known_by)
        return self.index(next(found, -1))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's signature
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line = self.line(index)
        if line is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.words(line)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.aloud(line)
        return line if role == LINE else None
