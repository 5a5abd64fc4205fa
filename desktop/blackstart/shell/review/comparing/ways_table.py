"""The table of what a few runs cost and how they decided; as high as its rows."""

from PySide6.QtCore import QCoreApplication, QModelIndex, Qt, Signal
from PySide6.QtGui import QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QHeaderView, QTableView

from blackstart.core.base.ids import DecisionId
from blackstart.shell.review.comparing.side import Compared
from blackstart.shell.review.comparing.ways_model import FIRST_RUN, PARTED, WaysModel
from blackstart.shell.support.look import Look
from blackstart.shell.support.theme import SPACE_12

translate = QCoreApplication.translate

LEAST_ROW_PX, LEAST_RUN_PX = 28, 150
NAMES_SHARE = 1.35  # of the width of a run's column, for what its rows are called


class WaysTable(QTableView):
    """Choosing a row shows when each run settled it; Enter or two clicks lead there."""

    picked = Signal(object)  # DecisionId or None
    wished = Signal(str)  # DecisionId

    def __init__(self, look: Look, shown: Compared) -> None:
        super().__init__()
        self._look = look
        self.ways = WaysModel(look, shown, self)
        self._set_up()
        self.activated.connect(self._go_to)
        self.selectionModel().currentRowChanged.connect(self._pick)

    def choose(self, decision: DecisionId | None) -> None:
        """Choose the row of a decision."""
        self.setCurrentIndex(self.ways.index(self.ways.row_of(decision), 0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # it is as high as its rows; what holds it scrolls

    def _fit(self) -> None:
        """Share the width, and be as high as the words then need."""
        header, runs = self.horizontalHeader(), self.ways.columnCount() - FIRST_RUN
        parted = max(self.sizeHintForColumn(PARTED), 1)
        left = self.viewport().width() - parted
        each = max(round(left / (runs + NAMES_SHARE)), self._look.px(LEAST_RUN_PX))
        header.resizeSection(PARTED, parted)
        for column in range(FIRST_RUN, FIRST_RUN + runs):
            header.resizeSection(column, each)
        header.resizeSection(0, max(left - runs * each, each))
        for number in range(self.ways.rowCount()):
            row = self.ways.row(self.ways.index(number, 0))
            least = self._look.px(LEAST_ROW_PX)
            is_decision = row is not None and row.decision is not None
            self.setRowHeight(number, max(self.sizeHintForRow(number) + SPACE_12, least) if is_decision else least)
        bar = self.horizontalScrollBar().sizeHint().height() if header.length() > self.viewport().width() else 0
        self.setFixedHeight(header.sizeHint().height() + self.verticalHeader().length() + bar + 2)

    def _pick(self, index: QModelIndex) -> None:
        row = self.ways.row(index)
        if row is not None:
            self.picked.emit(row.decision)

    def _go_to(self, index: QModelIndex) -> None:
        row = self.ways.row(index)
        if row is not None and row.decision is not None:
            self.wished.emit(row.decision)

    def _set_up(self) -> None:
        self.setModel(self.ways)
        self.setAccessibleName(translate("Compare", "What each run cost, and how it decided"))
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(self._look.px(LEAST_ROW_PX))
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
