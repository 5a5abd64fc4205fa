"""A class of runs as a table that is sorted by its headings."""

from typing import Any

from PySide6.QtCore import QCoreApplication, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QTableView

from blackstart.core.base.ids import RunId
from blackstart.shell.review.comparing.columns import fix_columns
from blackstart.shell.review.comparing.naming import standing, when
from blackstart.shell.review.comparing.side import Side
from blackstart.shell.review.one_line import one_line
from blackstart.shell.support.fonts import BODY
from blackstart.shell.support.look import Look
from blackstart.shell.widgets.rows_model import RowsModel

translate = QCoreApplication.translate

ROW_PX, HEADER_PX = 28, 32
NUMBER, TEAM, HOURS = 0, 1, 2  # columns
NEVER = 1 << 40  # s; what never came about came later than anything


class ClassModel(RowsModel[Side]):
    """Number, team, service-hours, peak, declared, decisions taken and run out, where it stands."""

    def __init__(self, look: Look, sides: tuple[Side, ...], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._said = {side.row.run: self._words(side) for side in sides}
        self.show_rows(tuple(sorted(sides, key=lambda side: _order(side)[HOURS])))

    def headings(self) -> tuple[str, ...]:
        return (
            translate("Compare", "Run"),
            translate("Compare", "Team or name"),
            translate("Compare", "Service-hours lost"),
            translate("Compare", "Most cut off"),
            translate("Compare", "Declared"),
            translate("Compare", "Decided"),
            translate("Compare", "Time ran out"),
            translate("Compare", "Where it stands"),
        )

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.ToolTipRole and section in (HOURS, HOURS + 1):
            return translate("Compare", "Model estimate")
        return super().headerData(section, orientation, role)

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; what is chosen stays so."""
        self.layoutAboutToBeChanged.emit()
        before, is_falling = self._rows, order is Qt.SortOrder.DescendingOrder
        self._rows = tuple(sorted(before, key=lambda side: _order(side)[column], reverse=is_falling))
        places = {side.row.run: number for number, side in enumerate(self._rows)}
        for index in self.persistentIndexList():
            place = places[before[index.row()].row.run]
            self.changePersistentIndex(index, self.index(place, index.column()))
        self.layoutChanged.emit()

    def index_of(self, run: RunId) -> QModelIndex:
        """Return the first cell of a run's row."""
        places = [side.row.run for side in self._rows]
        return self.index(places.index(run), 0) if run in places else QModelIndex()

    def cell(self, row: Side, column: int, role: int) -> Any:
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._said[row.row.run][column]
            case Qt.ItemDataRole.ToolTipRole if column == TEAM:
                return self._said[row.row.run][column]
            case Qt.ItemDataRole.FontRole if column == TEAM:
                return self._look.font(BODY, is_bold=True)
        return None

    def _words(self, side: Side) -> tuple[str, ...]:
        run, words = side.run, self._look.words
        return (
            str(side.row.number),
            one_line(side.row.team or side.row.name),
            words.amount(side.lost_hours),
            words.amount(run.impact.peak_users),
            when(run.milestones.declared),
            str(run.taken),
            str(run.ran_out),
            standing(side.row),
        )


class ClassTable(QTableView):
    """One run chosen, by mouse or keys; opened by Enter or two clicks."""

    chosen = Signal(object)  # RunId
    opened = Signal(str)  # RunId

    def __init__(self, look: Look, sides: tuple[Side, ...]) -> None:
        super().__init__()
        self._look = look
        self.runs = ClassModel(look, sides, self)
        self._set_up()
        self.activated.connect(self._open)
        self.selectionModel().currentRowChanged.connect(self._pick)

    def choose(self, run: RunId) -> None:
        """Choose a run."""
        self.setCurrentIndex(self.runs.index_of(run))

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # it is as high as its rows; what holds it scrolls

    def _pick(self, index: QModelIndex) -> None:
        side = self.runs.row(index)
        if side is not None:
            self.chosen.emit(side.row.run)

    def _open(self, index: QModelIndex) -> None:
        side = self.runs.row(index)
        if side is not None:
            self.opened.emit(side.row.run)

    def _set_up(self) -> None:
        look, header = self._look, self.horizontalHeader()
        self.setModel(self.runs)
        self.setAccessibleName(translate("Compare", "Runs of the class"))
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(look.px(ROW_PX))
        self.verticalHeader().setDefaultSectionSize(look.px(ROW_PX))
        header.setFixedHeight(look.px(HEADER_PX))
        header.setHighlightSections(False)
        header.setSortIndicatorClearable(False)
        fix_columns(header, self.runs, TEAM, look)
        header.setMinimumSectionSize(look.px(56))
        self.setSortingEnabled(True)
        self.sortByColumn(HOURS, Qt.SortOrder.AscendingOrder)
        bar = self.horizontalScrollBar().sizeHint().height()
        self.setFixedHeight(look.px(HEADER_PX) + self.runs.rowCount() * look.px(ROW_PX) + bar + 2)


def _order(side: Side) -> tuple[str | int, ...]:
    run, declared = side.run, side.run.milestones.declared
    return (
        side.row.number,
        (side.row.team or side.row.name).casefold(),
        run.impact.lost_service_seconds,
        run.impact.peak_users,
        declared.at if declared is not None else NEVER,
        run.taken,
        run.ran_out,
        NEVER if side.row.ended else int(side.row.reached_s),
    )
