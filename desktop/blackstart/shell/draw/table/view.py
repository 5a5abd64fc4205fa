"""A table whose rows are chosen together with what they stand for on the map."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView

from blackstart.shell.draw.table.delegate import CellDelegate
from blackstart.shell.draw.table.model import TableModel
from blackstart.shell.support.look import Look

ROW_PX, FIRST_PX, OTHER_PX = 30, 190, 118
_EDITING = (Qt.Key.Key_F2, Qt.Key.Key_Return, Qt.Key.Key_Enter)
_ROWS = QItemSelectionModel.SelectionFlag.Rows


class ThingsTable(QTableView):
    """Emits the rows that the user has chosen."""

    rows_chosen = Signal(object)  # tuple[int, ...], the current one last

    def __init__(self, model: TableModel[object], name: str, look: Look) -> None:
        super().__init__()
        self._things, self._look = model, look
        self._is_told = False  # whether a choice comes from outside
        self.setModel(model)
        self.setItemDelegate(CellDelegate(look, self))
        self.setAccessibleName(name)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.DoubleClicked)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(look.px(ROW_PX))
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultSectionSize(look.px(OTHER_PX))
        header.setSortIndicatorClearable(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)
        self.selectionModel().selectionChanged.connect(self._tell)

    def set_widths(self, wide: Iterable[int]) -> None:
        """Give names their room."""
        for column in wide:
            self.setColumnWidth(column, self._look.px(FIRST_PX))

    def choose_rows(self, rows: list[int]) -> None:
        """Show rows as chosen, without a word to anyone; the last is the current one."""
        self._is_told = True
        chosen, last = QItemSelection(), self._things.columnCount() - 1
        for first, end in _runs(sorted(rows)):
            chosen.select(self._things.index(first, 0), self._things.index(end, last))
        self.selectionModel().select(chosen, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        current = self.currentIndex()
        if rows and current.row() not in rows:
            index = self._things.index(rows[-1], max(current.column(), 0))
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
            self.scrollTo(index)
        self._is_told = False

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            is_plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
            if is_plain and (Qt.Key(event.key()) in _EDITING or event.text().isalnum()):
                event.accept()  # keys of the map, such as letters and F2, are the cells' here
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        if self.state() is QAbstractItemView.State.EditingState:
            event.accept()  # what a cell's editor passes on is not the table's
            return
        if Qt.Key(event.key()) in _EDITING and index.isValid():
            if index.flags() & Qt.ItemFlag.ItemIsEditable:
                self.edit(index)
            return
        super().keyPressEvent(event)

    def _tell(self) -> None:
        if self._is_told:
            return
        rows = [index.row() for index in self.selectionModel().selectedRows()]
        current = self.currentIndex().row()
        self.rows_chosen.emit(tuple(sorted(rows, key=lambda row: (row == current, row))))


def _runs(rows: list[int]) -> list[tuple[int, int]]:
    """Return the first and the last of rows that follow one another: thousands are chosen by one range."""
    runs: list[tuple[int, int]] = []
    for row in rows:
        if runs and row == runs[-1][1] + 1:
            runs[-1] = (runs[-1][0], row)
        else:
            runs.append((row, row))
    return runs
