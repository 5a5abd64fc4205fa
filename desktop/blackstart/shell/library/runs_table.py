"""Recent runs: a table that is sorted by its headings, and a word in each row for what can be done about it."""

from PySide6.QtCore import (
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QMouseEvent, QPainter, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
)

from blackstart.core.record.rows import RunRow
from blackstart.shell.library.runs_model import AT_TABLE, DATE, DECISIONS, DEED, EXERCISE, TEAM, RecentRun, RunsModel
from blackstart.shell.support.fonts import BODY
from blackstart.shell.support.icons import draw_icon
from blackstart.shell.support.look import Look
from blackstart.shell.support.theme import SPACE_8, SPACE_16

translate = QCoreApplication.translate

ROW_PX, HEADER_PX, LEAST_ROWS = 36, 32, 4
CHEVRON_PX = 14
LEAST_EXERCISE_PX, MOST_TEAM_PX = 130, 130
SPARED = (AT_TABLE, DECISIONS, TEAM)  # columns that are left out where there is no room, in this order


class RunsTable(QFrame):
    """One row chosen, by mouse or keys; opened by Enter, two clicks, or a click on its word."""

    opened = Signal(object)  # RunRow

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setProperty("role", "panel")
        self._look = look
        self._runs: tuple[RecentRun, ...] = ()
        self._wanted: dict[int, int] = {}  # width of each column, px
        self.model = RunsModel(look, self)
        self.view = _View()
        self._set_up()
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.addWidget(self.view)
        look.changed.connect(self.model.tell_changed)

    def show_runs(self, runs: tuple[RecentRun, ...]) -> None:
        """Show other runs; the one that was chosen stays so while it is there."""
        if runs == self._runs:
            return
        chosen, before = self.chosen, [run.row.run for run in self._runs]
        self._runs = runs
        self.model.show_rows(runs)
        self._measure()
        if [run.row.run for run in runs] != before:
            self._choose(chosen)

    @property
    def chosen(self) -> RunRow | None:
        return self._row(self.view.currentIndex())

    @property
    def chosen_run(self) -> RecentRun | None:
        """The same with its title."""
        return self.model.row(self.view.currentIndex())

    def choose(self, run: str) -> None:
        """Choose a run, if it is there."""
        for number in range(self.model.rowCount()):
            row = self._row(self.model.index(number, 0))
            if row is not None and row.run == run:
                self.view.selectRow(number)

    def _row(self, index: QModelIndex | QPersistentModelIndex) -> RunRow | None:
        run = self.model.row(index)
        return run.row if run is not None else None

    def _choose(self, before: RunRow | None) -> None:
        standing = [self._row(self.model.index(number, 0)) for number in range(self.model.rowCount())]
        runs = [row.run for row in standing if row is not None]
        self.view.selectRow(runs.index(before.run) if before is not None and before.run in runs else 0)

    def _open(self, index: QModelIndex) -> None:
        row = self._row(index)
        if row is not None:
            self.opened.emit(row)

    def _set_up(self) -> None:
        view, look = self.view, self._look
        view.setModel(self.model)
        view.setAccessibleName(translate("Library", "Recent runs"))
        view.setItemDelegateForColumn(DEED, _Deed(look, self))
        view.verticalHeader().setDefaultSectionSize(look.px(ROW_PX))
        header = view.horizontalHeader()
        header.setFixedHeight(look.px(HEADER_PX))
        header.setSortIndicatorClearable(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setMinimumSectionSize(look.px(56))
        view.setSortingEnabled(True)
        view.sortByColumn(DATE, Qt.SortOrder.DescendingOrder)
        view.activated.connect(self._open)
        view.deed_clicked.connect(self._open)
        view.focused.connect(self._light)
        view.resized.connect(self._share_room)

    def _light(self, is_focused: bool) -> None:
        """Show by the border that the keys are the table's."""
        self.setProperty("role", "panel-lit" if is_focused else "panel")
        self.style().unpolish(self)
        self.style().polish(self)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._measure()  # before it was shown it may not have had the type of the window

    def _measure(self) -> None:
        """Find what the words of each column need; looking at some rows is enough."""
        view, header = self.view, self.view.horizontalHeader()
        header.setResizeContentsPrecision(40)
        for column in range(self.model.columnCount()):
            self._wanted[column] = max(view.sizeHintForColumn(column), header.sectionSizeHint(column))
        self._share_room()

    def _share_room(self) -> None:
        """Give the exercise what the others leave; where that is too little, leave out what can be spared."""
        if not self._wanted:
            return
        least, room = self._look.px(LEAST_EXERCISE_PX), self.view.viewport().width()
        shown = {column: width for column, width in self._wanted.items() if column != EXERCISE}
        shown[TEAM] = self._team_width(room - sum(shown.values()) - self._wanted[EXERCISE])
        for column in SPARED:
            is_spared = room - sum(shown.values()) < least
            self.view.setColumnHidden(column, is_spared)
            if is_spared:
                shown.pop(column, None)
        for column, width in shown.items():
            self.view.setColumnWidth(column, width)
        self.view.setColumnWidth(EXERCISE, max(room - sum(shown.values()), least))
        self._fit_height(is_wider=self.view.horizontalHeader().length() > room)

    def _team_width(self, left: int) -> int:
        """Give a long name what the whole name of the exercise leaves, and never less than a short one has."""
        wanted = self._wanted[TEAM]
        return max(wanted + min(left, 0), min(wanted, self._look.px(MOST_TEAM_PX)))

    def _fit_height(self, *, is_wider: bool) -> None:
        """Be as high as the rows at most, and never so low that it cannot be read; no bar lies over a row."""
        row, rows = self._look.px(ROW_PX), self.model.rowCount()
        around = self._look.px(HEADER_PX) + 2
        around += self.view.horizontalScrollBar().sizeHint().height() if is_wider else 0
        self.setMinimumHeight(around + min(rows, LEAST_ROWS) * row)
        self.setMaximumHeight(around + rows * row)


class _View(QTableView):
    """Chooses whole rows; its last column is a word to click."""

    deed_clicked = Signal(QModelIndex)
    focused = Signal(bool)
    resized = Signal()  # what is seen of the rows, as when a bar comes beside them

    def __init__(self) -> None:
        super().__init__()
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setMouseTracking(True)
        self.setHorizontalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.horizontalHeader().setHighlightSections(False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focused.emit(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.focused.emit(False)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        is_word = self.indexAt(event.position().toPoint()).column() == DEED
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if is_word else Qt.CursorShape.ArrowCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and index.column() == DEED:
            self.deed_clicked.emit(index)


class _Deed(QStyledItemDelegate):
    """The word at the end of a row, with a chevron."""

    def __init__(self, look: Look, parent: RunsTable) -> None:
        super().__init__(parent)
        self._look = look

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return super().sizeHint(option, index) + QSize(SPACE_16 + CHEVRON_PX + SPACE_8, 0)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        blank = QStyleOptionViewItem(option)
        self.initStyleOption(blank, index)
        words, blank.text = blank.text, ""
        widget = option.widget
        widget.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, blank, painter, widget)
        theme, room = self._look.theme, option.rect
        painter.save()
        painter.setFont(self._look.font(BODY))
        painter.setPen(theme.color("tx1"))
        words_room = room.adjusted(0, 0, -SPACE_16 - CHEVRON_PX - SPACE_8, -1)  # a row's border is its last pixel
        painter.drawText(words_room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, words)
        place = QPointF(room.right() - SPACE_16 - CHEVRON_PX / 2, room.center().y() + 0.5)
        painter.translate(place)
        painter.rotate(-90)  # it points down in a picker
        draw_icon(painter, "chev", QPointF(0, 0), CHEVRON_PX, theme.color("tx2"))
        painter.restore()
