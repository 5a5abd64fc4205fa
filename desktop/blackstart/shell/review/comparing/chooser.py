"""Which runs are to be compared: a list with a mark at each that is."""

from typing import Any

from PySide6.QtCore import (
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter, QPen, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTableView

from blackstart.core.base.ids import RunId
from blackstart.core.record.rows import RunRow
from blackstart.shell.review.comparing.columns import fix_columns
from blackstart.shell.review.comparing.naming import standing
from blackstart.shell.review.one_line import one_line
from blackstart.shell.review.run_facts import day
from blackstart.shell.support.fonts import BODY
from blackstart.shell.support.icons import draw_icon
from blackstart.shell.support.look import Look
from blackstart.shell.widgets.rows_model import RowsModel

translate = QCoreApplication.translate

ROW_PX, TICK_PX, ICON_PX = 32, 40, 16
TICK, TEAM = 0, 2  # columns


class ChooserModel(RowsModel[RunRow]):
    """Runs, and which of them are taken."""

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.taken: set[RunId] = set()
        self._said: dict[RunId, tuple[str, ...]] = {}

    def show_rows(self, rows: tuple[RunRow, ...]) -> None:
        self._said = {row.run: self._words(row) for row in rows}
        super().show_rows(rows)

    def headings(self) -> tuple[str, ...]:
        return (
            "",
            translate("Compare", "Run"),
            translate("Compare", "Team or name"),
            translate("Compare", "Date"),
            translate("Compare", "Where it stands"),
        )

    def cell(self, row: RunRow, column: int, role: int) -> Any:
        is_taken = row.run in self.taken
        match role:
            case Qt.ItemDataRole.DisplayRole if column != TICK:
                return self._said[row.run][column]
            case Qt.ItemDataRole.ToolTipRole if column == TEAM:
                return self._said[row.run][column]
            case Qt.ItemDataRole.AccessibleTextRole if column == TICK:
                return translate("Compare", "chosen") if is_taken else translate("Compare", "not chosen")
            case Qt.ItemDataRole.UserRole if column == TICK:
                return is_taken
            case Qt.ItemDataRole.FontRole:
                return self._look.font(BODY, is_bold=is_taken and column == TEAM)
            case Qt.ItemDataRole.ForegroundRole if not is_taken:
                return self._look.theme.color("tx2")
        return None

    def _words(self, row: RunRow) -> tuple[str, ...]:
        said = one_line(row.name or row.team)
        return ("", str(row.number), said, day(row, self._look), standing(row))


class TickCell(QStyledItemDelegate):
    """A box, with a tick in it where the run is taken."""

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().paint(painter, option, index)
        look, middle = self._look, QPointF(QRectF(option.rect).center())
        side = look.px(ICON_PX)
        box = QRectF(0, 0, side, side)
        box.moveCenter(middle)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(look.theme.color("btnln"), 1.0))
        painter.drawRoundedRect(box, 3, 3)
        painter.restore()
        if index.data(Qt.ItemDataRole.UserRole):
            draw_icon(painter, "check", middle, side - 2, look.theme.color("ink"))


def is_taking(event: QKeyEvent) -> bool:
    """Whether it is Ctrl+Enter."""
    is_enter = Qt.Key(event.key()) in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
    return is_enter and bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)


class Chooser(QTableView):
    """Space, Enter or a click takes a run or leaves it."""

    changed = Signal()
    accepted = Signal()  # Ctrl+Enter, as in forms

    def __init__(self, look: Look, rows: tuple[RunRow, ...], taken: set[RunId]) -> None:
        super().__init__()
        self._look = look
        self.runs = ChooserModel(look, self)
        self.runs.taken = taken & {row.run for row in rows}
        self.runs.show_rows(rows)
        self._rows = rows
        self._set_up()
        self.clicked.connect(self._toggle)

    @property
    def chosen(self) -> tuple[RunRow, ...]:
        """The runs that are taken, the first played first."""
        return tuple(sorted((row for row in self._rows if row.run in self.runs.taken), key=lambda row: row.number))

    def take_all(self, *, is_wished: bool) -> None:
        """Take every run, or none."""
        self.runs.taken = {row.run for row in self._rows} if is_wished else set()
        self._tell()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_taking(event):
            self.accepted.emit()
            event.accept()
            return
        if Qt.Key(event.key()) in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._toggle(self.currentIndex())
            event.accept()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)  # only now the heading has the style that it is shown in
        heading = self.horizontalHeader().sizeHint().height()
        self.setFixedHeight(heading + self.verticalHeader().length() + 2 * self.frameWidth())

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # it is as high as its rows; what holds it scrolls

    def _toggle(self, index: QModelIndex) -> None:
        row = self.runs.row(index)
        if row is not None:
            self.runs.taken ^= {row.run}
            self._tell()

    def _tell(self) -> None:
        self.runs.tell_changed()
        self.changed.emit()

    def _set_up(self) -> None:
        look, header = self._look, self.horizontalHeader()
        self.setModel(self.runs)
        self.setItemDelegateForColumn(TICK, TickCell(look, self))
        self.setAccessibleName(translate("Compare", "Runs to compare; Space takes one or leaves it"))
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(look.px(ROW_PX))
        self.verticalHeader().setDefaultSectionSize(look.px(ROW_PX))
        header.setHighlightSections(False)
        fix_columns(header, self.runs, TEAM, look)
        header.resizeSection(TICK, look.px(TICK_PX))
        self.selectRow(0)
