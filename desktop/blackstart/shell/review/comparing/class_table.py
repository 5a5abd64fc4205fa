"""A class of runs as a table that is sorted by its headings."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QCoreApplication, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QTableView

from blackstart.core.base.ids import RunId
from blackstart.core.base.simtime import clock_face
from blackstart.core.base.words import Words
from blackstart.shell.review.comparing.columns import fix_columns
from blackstart.shell.review.comparing.naming import standing, when
from blackstart.shell.review.comparing.side import Compared, Side
from blackstart.shell.review.one_line import one_line
from blackstart.shell.support.fonts import BODY
from blackstart.shell.support.look import Look
from blackstart.shell.widgets.rows_model import RowsModel

translate = QCoreApplication.translate

ROW_PX, HEADER_PX = 28, 32
NUMBER, TEAM, HOURS = 0, 1, 2  # columns
NEVER = 1 << 40  # s; what never came about came later than anything


@dataclass(frozen=True, slots=True)
class Column:
    """One thing that is told of every run: its heading, its words, by what it is sorted."""

    heading: str
    words: Callable[[Side], str]
    order: Callable[[Side], str | int]
    is_estimate: bool = False


class ClassModel(RowsModel[Side]):
    """Number, team, service-hours, peak, declared, decisions taken and run out, where it stands."""

    def __init__(self, look: Look, shown: Compared, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._columns = columns_of(shown, look.words)
        self._said = {side.row.run: tuple(column.words(side) for column in self._columns) for side in shown.sides}
        self.show_rows(tuple(sorted(shown.sides, key=self._columns[HOURS].order)))

    def headings(self) -> tuple[str, ...]:
        return tuple(column.heading for column in self._columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.ToolTipRole and self._columns[section].is_estimate:
            return translate("Compare", "Model estimate")
        return super().headerData(section, orientation, role)

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; what is chosen stays so."""
        self.layoutAboutToBeChanged.emit()
        before, is_falling = self._rows, order is Qt.SortOrder.DescendingOrder
        self._rows = tuple(sorted(before, key=self._columns[column].order, reverse=is_falling))
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


class ClassTable(QTableView):
    """One run chosen, by mouse or keys; opened by Enter or two clicks."""

    chosen = Signal(object)  # RunId
    opened = Signal(str)  # RunId

    def __init__(self, look: Look, shown: Compared) -> None:
        super().__init__()
        self._look = look
        self.runs = ClassModel(look, shown, self)
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


def columns_of(shown: Compared, words: Words) -> tuple[Column, ...]:
    """Return what is told; of runs that are not equally long, what they lost up to the end of the shortest first."""
    run, team = translate("Compare", "Run"), translate("Compare", "Team or name")
    return (
        Column(run, lambda side: str(side.row.number), lambda side: side.row.number),
        Column(team, lambda side: one_line(_team(side)), lambda side: _team(side).casefold()),
        *_lost(shown, words),
        Column(
            translate("Compare", "Most cut off"),
            lambda side: words.amount(side.run.impact.peak_users),
            lambda side: side.run.impact.peak_users,
            is_estimate=True,
        ),
        Column(translate("Compare", "Declared"), lambda side: when(side.run.milestones.declared), _declared),
        Column(translate("Compare", "Decided"), lambda side: str(side.run.taken), lambda side: side.run.taken),
        Column(translate("Compare", "Time ran out"), lambda side: str(side.run.ran_out), lambda side: side.run.ran_out),
        Column(
            translate("Compare", "Where it stands"),
            lambda side: standing(side.row),
            lambda side: NEVER if side.row.ended else int(side.row.reached_s),
        ),
    )


def _lost(shown: Compared, words: Words) -> tuple[Column, ...]:
    lost = translate("Compare", "Service-hours lost")
    in_all = Column(
        translate("Compare", "In all") if shown.is_uneven else lost,
        lambda side: words.amount(side.lost_hours),
        lambda side: side.run.impact.lost_service_seconds,
        is_estimate=True,
    )
    if not shown.is_uneven:
        return (in_all,)
    until = shown.shared_until
    shared = Column(
        translate("Compare", "Lost up to {time}").format(time=clock_face(until)),
        lambda side: words.amount(side.lost_hours_until(until)),
        lambda side: side.run.lost_until(until),
        is_estimate=True,
    )
    played = Column(
        translate("Compare", "Played up to"), lambda side: clock_face(side.run.until), lambda side: side.run.until
    )
    return (shared, in_all, played)


def _team(side: Side) -> str:
    return side.row.team or side.row.name


def _declared(side: Side) -> int:
    declared = side.run.milestones.declared
    return declared.at if declared is not None else NEVER
