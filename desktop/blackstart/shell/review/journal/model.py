"""The lines of a run as a table: number, time, what it was, who, and its words."""

from html import escape
from typing import Any

from PySide6.QtCore import QCoreApplication, QModelIndex, QObject, Qt

from blackstart.core.base.simtime import clock_face
from blackstart.shell.review.journal.rows import JournalRow
from blackstart.shell.support.fonts import BODY
from blackstart.shell.support.look import Look
from blackstart.shell.widgets.entry_telling import CLOCK
from blackstart.shell.widgets.rows_model import LEFT, Index, RowsModel

translate = QCoreApplication.translate
NUMBER, TIME, HEADING, WHO, WORDS = range(5)


class JournalModel(RowsModel[JournalRow]):
    """In order of time."""

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look
        look.changed.connect(self.tell_changed)

    @property
    def rows(self) -> tuple[JournalRow, ...]:
        return self._rows

    def index_of(self, seq: int | None) -> QModelIndex:
        """Return the cell of an entry's line that always has room; none if the line is not shown."""
        found = (number for number, row in enumerate(self._rows) if seq is not None and row.seq == seq)
        return self.index(next(found, -1), TIME)

    def texts(self, column: int) -> list[str]:
        """Return what stands in a column."""
        return [_texts(row)[column] for row in self._rows]

    def headings(self) -> tuple[str, ...]:
        return (
            translate("Journal", "Entry"),
            translate("Decisions", "Time"),
            translate("Decisions", "What"),
            translate("Decisions", "Who"),
            translate("Journal", "In their words"),
        )

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.row(index)
        if role == Qt.ItemDataRole.ToolTipRole and row is not None:
            return f"<p>{escape(_texts(row)[index.column()])}</p>"  # as markup, so that long words wrap
        return super().data(index, role)

    def cell(self, row: JournalRow, column: int, role: int) -> Any:
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return _texts(row)[column]
            case Qt.ItemDataRole.AccessibleTextRole if column == TIME:
                return row.told
            case Qt.ItemDataRole.TextAlignmentRole:
                return LEFT
            case Qt.ItemDataRole.ForegroundRole:
                return self._look.theme.color("tx3" if row.is_taken_back or row.is_quiet else _token(row, column))
            case Qt.ItemDataRole.FontRole:
                font = self._look.font(BODY, is_bold=column == HEADING and row.kind != CLOCK and not row.is_quiet)
                font.setStrikeOut(row.is_taken_back and column == WORDS)
                return font
        return None


def _texts(row: JournalRow) -> tuple[str, ...]:
    number = str(row.seq) if row.seq is not None else ""
    return number, clock_face(max(row.at, 0)), row.heading, row.who, row.words


def _token(row: JournalRow, column: int) -> str:
    return "tx3" if column == NUMBER else "tx2" if row.kind == CLOCK else "tx1"
