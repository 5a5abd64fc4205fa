"""The measures as one table: headings among rows, of which each leads to its second."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QCoreApplication, QModelIndex, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QTableView

from blackstart.core.base.simtime import Seconds, clock_face
from blackstart.shell.review.measures.rows import Group
from blackstart.shell.review.one_line import one_line
from blackstart.shell.support.fonts import BODY
from blackstart.shell.support.look import Look
from blackstart.shell.support.theme import SPACE_12
from blackstart.shell.widgets.rows_model import LEFT, RowsModel

translate = QCoreApplication.translate

ROW_PX, HEADING_PX, CELLS_PX = 28, 40, 26  # of a cell's two edges to its words
TIME, WHAT, RESULT = range(3)
WHAT_SHARE = 0.55  # of what the times leave
MOST_MEASURED = 1000  # rows whose words are measured; of a table with more each is one line


@dataclass(frozen=True, slots=True)
class MeasureLine:
    """A row as it is shown; `is_heading` = it stands over others. `at` None = it leads nowhere."""

    words: str
    result: str = ""
    at: Seconds | None = None
    is_heading: bool = False


class MeasuresModel(RowsModel[MeasureLine]):
    """What was measured, group by group."""

    def __init__(self, groups: tuple[Group, ...], look: Look) -> None:
        super().__init__()
        self._look = look
        self.show_rows(tuple(lines_of(groups)))

    def headings(self) -> tuple[str, ...]:
        return translate("Measures", "Time"), translate("Measures", "What"), translate("Measures", "How it went")

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        row = self.row(index)
        leads = row is not None and row.at is not None
        return super().flags(index) if leads else Qt.ItemFlag.NoItemFlags

    def cell(self, row: MeasureLine, column: int, role: int) -> Any:
        theme = self._look.theme
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                return self._words(row)[column]
            case Qt.ItemDataRole.FontRole:
                return self._look.font(BODY, is_bold=row.is_heading)
            case Qt.ItemDataRole.ForegroundRole:
                is_soft = not row.is_heading and (row.at is None or column == TIME)
                return theme.color("tx2" if is_soft else "tx1")
            case Qt.ItemDataRole.TextAlignmentRole:
                return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom if row.is_heading else LEFT
        return None

    def _words(self, row: MeasureLine) -> tuple[str, str, str]:
        if row.is_heading or not row.result:
            return row.words, "", ""
        return clock_face(row.at) if row.at is not None else "–", row.words, row.result


class MeasuresTable(QTableView):
    """Enter or a click leads to the second of a row."""

    sought = Signal(int)  # exercise seconds

    def __init__(self, groups: tuple[Group, ...], look: Look) -> None:
        super().__init__()
        self._look = look
        self.rows = MeasuresModel(groups, look)
        self.rows.setParent(self)
        self._set_up()
        self.clicked.connect(self._seek)
        self.activated.connect(self._seek)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def _seek(self, index: QModelIndex) -> None:
        row = self.rows.row(index)
        if row is not None and row.at is not None:
            self.sought.emit(int(row.at))

    def _fit(self) -> None:
        """Share the width, and let long words have more lines."""
        header, metrics = self.horizontalHeader(), QFontMetrics(self._look.font(BODY))
        times = metrics.horizontalAdvance("128:00:00") + CELLS_PX
        left = self.viewport().width() - times
        what = round(left * WHAT_SHARE)
        for column, width in ((TIME, times), (WHAT, what), (RESULT, left - what)):
            header.resizeSection(column, width)
        if self.rows.rowCount() > MOST_MEASURED:
            return
        widths = (what - CELLS_PX, left - what - CELLS_PX)
        for number in range(self.rows.rowCount()):
            row = self.rows.row(self.rows.index(number, 0))
            if row is not None and row.result:
                said = zip((row.words, row.result), widths, strict=True)
                height = max(_height(words, width, metrics) for words, width in said)
                self.setRowHeight(number, max(height + SPACE_12, self._look.px(ROW_PX)))

    def _set_up(self) -> None:
        look, header, side = self._look, self.horizontalHeader(), self.verticalHeader()
        self.setModel(self.rows)
        self.setAccessibleName(translate("Measures", "Measures; Enter leads to the second of a row"))
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        side.hide()
        side.setMinimumSectionSize(look.px(ROW_PX))
        side.setDefaultSectionSize(look.px(ROW_PX))
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows = [self.rows.row(self.rows.index(number, 0)) for number in range(self.rows.rowCount())]
        for number, row in enumerate(rows):
            if row is not None and (row.is_heading or not row.result):
                self.setSpan(number, 0, 1, self.rows.columnCount())
                self.setRowHeight(number, look.px(HEADING_PX if row.is_heading else ROW_PX))
        first = next((number for number, row in enumerate(rows) if row is not None and row.at is not None), None)
        if first is not None:
            self.selectRow(first)


def _height(words: str, width: int, metrics: QFontMetrics) -> int:
    """Return how high words are in a column; 0 = one line will do."""
    if metrics.horizontalAdvance(words) <= width:
        return 0
    return metrics.boundingRect(QRect(0, 0, width, 1), Qt.TextFlag.TextWordWrap, words).height()


def lines_of(groups: tuple[Group, ...]) -> Iterator[MeasureLine]:
    """Return each group's name, then its rows, or that there are none."""
    for group in groups:
        yield MeasureLine(group.title, is_heading=True)
        for row in group.rows:
            yield MeasureLine(one_line(row.words), one_line(row.result), row.at)
        if not group.rows:
            yield MeasureLine(group.none)
