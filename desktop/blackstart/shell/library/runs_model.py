"""Recorded runs as a table that can be sorted by each of its columns."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale, QObject, Qt

from blackstart.core.base.simtime import clock_face
from blackstart.core.record.rows import RunRow
from blackstart.core.record.tallies import Tally
from blackstart.shell.support.fonts import BODY
from blackstart.shell.support.look import Look
from blackstart.shell.widgets.rows_model import RowsModel

translate = QCoreApplication.translate

EXERCISE, TEAM, DATE, AT_TABLE, DECISIONS, STATE, DEED = range(7)  # columns


@dataclass(frozen=True, slots=True)
class RecentRun:
    """A run as the library page tells of it.

    Attributes
    ----------
    title : str
        Its name, or the title of its exercise in the language of the moment.
    tally : Tally or None
        None = it has not been counted yet.
    """

    row: RunRow
    title: str
    tally: Tally | None = None


class RunsModel(RowsModel[RecentRun]):
    """Exercise, team, date, time at the table, decisions, how far it has come, what can be done about it."""

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._sorted_by = (DATE, True)  # column, whether the greatest stands first

    def show_rows(self, rows: tuple[RecentRun, ...]) -> None:
        super().show_rows(self._in_order(rows))

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; what is chosen stays so."""
        self._sorted_by = (column, order is Qt.SortOrder.DescendingOrder)
        self.layoutAboutToBeChanged.emit()
        before, self._rows = self._rows, self._in_order(self._rows)
        places = {run.row.run: number for number, run in enumerate(self._rows)}
        for index in self.persistentIndexList():
            place = places[before[index.row()].row.run]
            self.changePersistentIndex(index, self.index(place, index.column()))
        self.layoutChanged.emit()

    def _in_order(self, rows: tuple[RecentRun, ...]) -> tuple[RecentRun, ...]:
        column, is_falling = self._sorted_by
        return tuple(sorted(rows, key=lambda run: _order(run)[column], reverse=is_falling))

    def headings(self) -> tuple[str, ...]:
        return (
            translate("Runs", "Exercise"),
            translate("Runs", "Team"),
            translate("Runs", "Date"),
            translate("Runs", "At the table"),
            translate("Runs", "Decisions"),
            translate("Runs", "State"),
            "",
        )

    def cell(self, row: RecentRun, column: int, role: int) -> Any:
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._words(row)[column]
            case Qt.ItemDataRole.ToolTipRole:
                return self._more(row, column)
            case Qt.ItemDataRole.FontRole if column == EXERCISE:
                return self._look.font(BODY, is_bold=True)
            case Qt.ItemDataRole.ForegroundRole if column not in (EXERCISE, DEED):
                return self._look.theme.color("tx2")
        return None

    def _words(self, run: RecentRun) -> tuple[str, ...]:
        tally, row = run.tally, run.row
        return (
            run.title.split(": ", 1)[0],  # what follows the colon is on its card
            row.team,
            begun(row, translate("Runs", "d MMM yyyy"), self._look.locale),
            self._at_table(tally) if tally is not None else "",
            str(tally.decisions) if tally is not None else "",
            standing(row),
            deed(row),
        )

    def _at_table(self, tally: Tally) -> str:
        """Say how long, to the minute."""
        minutes = round(tally.at_table_s / 60)
        return self._look.words.duration(minutes * 60) if minutes else translate("Runs", "under 1 min")

    def _more(self, run: RecentRun, column: int) -> str:
        """Return what may be cut, or is left out, in a cell."""
        if column == DATE:
            return begun(run.row, translate("Runs", "d MMM yyyy  HH:mm"), self._look.locale)
        return {EXERCISE: run.title, TEAM: run.row.team}.get(column, "")


def begun(row: RunRow, form: str, locale: QLocale) -> str:
    """Say when a run was begun, in the time of this place."""
    moment = QDateTime.fromSecsSinceEpoch(round(datetime.fromisoformat(row.begun_utc).timestamp()))
    return locale.toString(moment, form)


def standing(row: RunRow) -> str:
    """Say whether a run has ended, or where it is held."""
    if row.ended:
        return translate("Runs", "ended")
    return translate("Runs", "unfinished at T+{time}").format(time=clock_face(row.reached_s))


def deed(row: RunRow) -> str:
    """Say what is done about a run that is opened."""
    return translate("Runs", "Review") if row.ended else translate("Runs", "Continue")


def _order(run: RecentRun) -> tuple[str | int, ...]:
    tally, row = run.tally or Tally(), run.row
    far = int(row.reached_s) if not row.ended else 1 << 40  # what has ended has come farther than any
    return (
        run.title.casefold(),
        row.team.casefold(),
        row.begun_utc,
        tally.at_table_s,
        tally.decisions,
        far,
        int(row.ended),
    )
