"""What the tables below the strips share: rows of one height, as many as there is room for, one chosen."""

from PySide6.QtCore import QAbstractItemModel
from PySide6.QtWidgets import QHeaderView, QTableView, QWidget

from blackstart.shell.support.look import Look

ROW_PX = 28
MOST_ROWS = 6
CELL_PX = 13  # from the edge of a cell to its words


class RunTable(QTableView):
    """Heirs say what a chosen row does."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._most = MOST_ROWS
        self._is_telling = True  # whether what is chosen was chosen by somebody

    def fit_rows(self, most: int) -> None:
        """Take the room of the rows there are, up to so many."""
        self._most = most
        self._fit_height()

    def _fit_height(self) -> None:
        raise NotImplementedError

    def _height_of(self, rows: int) -> int:
        """Return how high the table is with so many rows."""
        return self.horizontalHeader().sizeHint().height() + rows * self.verticalHeader().defaultSectionSize() + 2

    def _set_up(self, model: QAbstractItemModel, name: str) -> None:
        self.setModel(model)
        self.setAccessibleName(name)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.setCornerWidget(QWidget(self))  # the style's own is framed
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(self._look.px(ROW_PX))
        self.verticalHeader().setDefaultSectionSize(self._look.px(ROW_PX))
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
