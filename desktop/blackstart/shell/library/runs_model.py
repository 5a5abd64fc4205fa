"""Recorded runs as a table, the latest first."""

from datetime import datetime
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QDateTime,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from blackstart.core.base.simtime import clock_face
from blackstart.core.record.rows import RunRow
from blackstart.shell.support.look import Look

translate = QCoreApplication.translate
Index = QModelIndex | QPersistentModelIndex


class RunsModel(QAbstractTableModel):
    """Exercise, run, team, date, and how far it has come."""

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._rows: tuple[RunRow, ...] = ()

    def show_rows(self, rows: tuple[RunRow, ...]) -> None:
        if rows != self._rows:
            self.beginResetModel()
            self._rows = rows
            self.endResetModel()

    def row(self, index: Index) -> RunRow | None:
        return self._rows[index.row()] if index.isValid() else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's signature
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's signature
        return 0 if parent.isValid() else len(_headings())

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.DisplayRole and orientation is Qt.Orientation.Horizontal:
            return _headings()[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.row(index)
        if row is None or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (row.name or row.title, str(row.number), row.team, self._begun(row), standing(row))[index.column()]

    def _begun(self, row: RunRow) -> str:
        moment = QDateTime.fromSecsSinceEpoch(round(datetime.fromisoformat(row.begun_utc).timestamp()))
        return self._look.locale.toString(moment, translate("Runs", "d MMM yyyy  HH:mm"))


def standing(row: RunRow) -> str:
    """Say whether a run has ended, or where it is held."""
    if row.ended:
        return translate("Runs", "ended")
    return translate("Runs", "held at {time}").format(time=clock_face(row.reached_s))


def _headings() -> tuple[str, ...]:
    return (
        translate("Runs", "Exercise"),
        translate("Runs", "Run"),
        translate("Runs", "Team"),
        translate("Runs", "Begun"),
        translate("Runs", "Reached"),
    )
