"""The log beside the playhead: its line is marked and kept in view, and choosing a line goes there."""

from bisect import bisect_right
from heapq import nlargest

from PySide6.QtCore import QCoreApplication, QItemSelection, QModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHeaderView

from blackstart.shell.review.journal.model import HEADING, NUMBER, TIME, WHO, WORDS, JournalModel
from blackstart.shell.review.journal.rows import JournalRow
from blackstart.shell.review.run_table import CELL_PX, RunTable
from blackstart.shell.support.fonts import BODY
from blackstart.shell.support.look import Look
from blackstart.shell.support.theme import SPACE_8

translate = QCoreApplication.translate

WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft
LEAST_WITH_NUMBERS_PX = 560  # where a table is narrower, words have the room of the entries' numbers
MOST_OF_WIDTH = {HEADING: 0.24, WHO: 0.2}  # for words that would leave too little for all others
MOST_MEASURED = 20  # of the longest words of a column
MOST_UNFOLDED = 3  # rows that a chosen line may take


class JournalTable(RunTable):
    """A line that somebody chooses is unfolded, so that all its words can be read."""

    sought = Signal(int)  # exercise seconds
    picked = Signal(object)  # JournalRow

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self._rows: tuple[JournalRow, ...] = ()
        self._kind = ""
        self._wanted: tuple[str, ...] = ()
        self._now = 0
        self._unfolded = -1
        self._wide: dict[int, int] = {}  # px that hold all words of a column
        self.journal = JournalModel(look, self)
        self._set_up(self.journal, translate("Journal", "Log of the run"))
        self.setWordWrap(True)
        self.clicked.connect(self._go_to)
        self.activated.connect(self._go_to)

    def show_rows(self, rows: tuple[JournalRow, ...]) -> None:
        """Show the lines of a run, in order of time."""
        self._rows = rows
        self._filter()
        self._measure()

    def show_found(self, kind: str, words: str) -> None:
        """Show only lines of a kind, empty = of all, in which all of some words stand."""
        self._kind, self._wanted = kind, tuple(words.casefold().split())
        self._filter()

    def show_now(self, at: int) -> None:
        """Mark the last line up to a second; another one of that line's second stays marked."""
        self._now = at
        rows = self.journal.rows
        place = bisect_right(rows, at, key=lambda row: row.at) - 1
        chosen = self.journal.row(self.currentIndex())
        if chosen is None or place < 0 or chosen.at != rows[place].at:
            self._mark(self.journal.index(place, TIME))

    def show_chosen(self, seq: int | None) -> None:
        """Mark the line of an entry, without a word to anyone."""
        index = self.journal.index_of(seq)
        if index.isValid():
            self._mark(index)

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        rows = self.selectionModel().selectedRows()
        if self._is_telling and rows:
            self._go_to(rows[0])

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.journal.rowCount():
            painter = QPainter(self.viewport())
            painter.setFont(self._look.font(BODY))
            painter.setPen(self._look.theme.color("tx3"))
            room = self.viewport().rect().adjusted(CELL_PX, SPACE_8, -CELL_PX, 0)
            painter.drawText(room, WRAP, self.accessibleDescription())
            painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_room()

    def _filter(self) -> None:
        self._fold()
        self._is_telling = False
        self.journal.show_rows(
            tuple(row for row in self._rows if self._kind in ("", row.kind) and row.holds(self._wanted))
        )
        self.setCurrentIndex(QModelIndex())
        self._is_telling = True
        self.setAccessibleDescription("" if self.journal.rowCount() else translate("Journal", "No line is like that."))
        self.show_now(self._now)

    def _mark(self, index: QModelIndex) -> None:
        self._fold()
        self._is_telling = False
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index)
        else:
            self.setCurrentIndex(QModelIndex())
            self.scrollToTop()
        self._is_telling = True

    def _go_to(self, index: QModelIndex) -> None:
        row = self.journal.row(index)
        if row is not None:
            self._unfold(index.row())
            self.sought.emit(row.at)
            self.picked.emit(row)

    def _unfold(self, number: int) -> None:
        """Give a line the height of all its words."""
        self._fold()
        row, usual = self.journal.row(self.journal.index(number, 0)), self.verticalHeader().defaultSectionSize()
        if row is None:
            return
        metrics = QFontMetrics(self._look.font(BODY, is_bold=True))
        room = [
            (self.columnWidth(column) - 2 * CELL_PX, words) for column, words in ((WHO, row.who), (WORDS, row.words))
        ]
        lines = max(metrics.boundingRect(QRect(0, 0, width, 10_000), WRAP, words).height() for width, words in room)
        wanted = min(lines + usual - metrics.height(), min(MOST_UNFOLDED, self._most) * usual)
        if wanted > usual:
            self._unfolded = number
            self.setRowHeight(number, wanted)
            self.scrollTo(self.journal.index(number, TIME))

    def _wrapped(self, column: int, words: str, metrics: QFontMetrics) -> int:
        """Return how high words are in a column, px."""
        return metrics.boundingRect(QRect(0, 0, self.columnWidth(column) - 2 * CELL_PX, 10_000), WRAP, words).height()

    def _fold(self) -> None:
        if 0 <= self._unfolded < self.journal.rowCount():
            self.setRowHeight(self._unfolded, self.verticalHeader().defaultSectionSize())
        self._unfolded = -1

    def _measure(self) -> None:
        """Measure once a run what its columns need, by their longest words."""
        header, metrics = self.horizontalHeader(), QFontMetrics(self._look.font(BODY, is_bold=True))
        for column in (NUMBER, TIME, HEADING, WHO):
            longest = nlargest(MOST_MEASURED, self.journal.texts(column), key=len)
            widths = [metrics.horizontalAdvance(each) for each in longest]
            self._wide[column] = max([header.sectionSizeHint(column), *(each + 2 * CELL_PX + 2 for each in widths)])
        header.setSectionResizeMode(WORDS, QHeaderView.ResizeMode.Stretch)
        self._share_room()

    def _share_room(self) -> None:
        width = self.viewport().width()
        self.setColumnHidden(NUMBER, width < self._look.px(LEAST_WITH_NUMBERS_PX))
        for column, wide in self._wide.items():
            most = round(MOST_OF_WIDTH.get(column, 1.0) * width)
            self.horizontalHeader().resizeSection(column, min(wide, most))

    def _fit_height(self) -> None:
        """Stay as high as there is room: what a filter leaves out moves nothing else on the page."""
        self.setFixedHeight(self._height_of(self._most))
