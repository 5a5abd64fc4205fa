"""What was decided and noted in a run, as a table."""

from html import escape
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, Qt

from blackstart.core.base.simtime import clock_face
from blackstart.core.exercise.model import Drill
from blackstart.shell.canvas.faces import count
from blackstart.shell.review.one_line import one_line
from blackstart.shell.review.recorded import Recorded, Verdict
from blackstart.shell.support.fonts import BODY
from blackstart.shell.support.look import Look

translate = QCoreApplication.translate
Index = QModelIndex | QPersistentModelIndex
WHAT, WHY, TOOK = 3, 4, 5


class DecisionsModel(QAbstractTableModel):
    """Number, time, who, what, why, how long it took, how sure."""

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._recorded: Recorded | None = None
        look.changed.connect(self._renew)

    def show_run(self, recorded: Recorded) -> None:
        self.beginResetModel()
        self._recorded = recorded
        self.endResetModel()

    def verdict(self, index: Index) -> Verdict | None:
        if self._recorded is None or not index.isValid():
            return None
        return self._recorded.verdicts[index.row()]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's signature
        return 0 if parent.isValid() or self._recorded is None else len(self._recorded.verdicts)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's signature
        return 0 if parent.isValid() else len(_headings())

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(section)
        if role == Qt.ItemDataRole.DisplayRole and orientation is Qt.Orientation.Horizontal:
            return _headings()[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        verdict = self.verdict(index)
        if verdict is None or self._recorded is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return one_line(self._texts(verdict, self._recorded.drill)[index.column()])
            case Qt.ItemDataRole.ToolTipRole:
                # Words of people are never read as markup.
                return f"<p>{escape(one_line(self._texts(verdict, self._recorded.drill)[index.column()]))}</p>"
            case Qt.ItemDataRole.TextAlignmentRole:
                return _alignment(index.column())
            case Qt.ItemDataRole.FontRole:
                is_bold = index.column() == WHAT and not verdict.is_note and verdict.what is not None
                return self._look.font(BODY, is_bold=is_bold)
        return None

    def _texts(self, verdict: Verdict, drill: Drill) -> tuple[str, ...]:
        language, words = self._look.language, self._look.words
        return (
            translate("Decisions", "note") if verdict.is_note else str(verdict.number or ""),
            clock_face(verdict.at),
            who(drill, verdict.by, language) if verdict.by is not None else "",
            verdict.what.to(language) if verdict.what is not None else translate("Decisions", "left open"),
            verdict.why,
            count(verdict.took_s) if verdict.took_s is not None else "",
            words.say(f"confidence.{verdict.confidence}") if verdict.confidence else "",
        )

    def _renew(self) -> None:
        if self.rowCount():
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, self.columnCount() - 1))


def who(drill: Drill, by: str, language: str) -> str:
    """Return a role's name, a person's name as it was typed, or that nobody decided in time."""
    if not by:
        return translate("Decisions", "nobody in time")
    roles = drill.exercise.roles if drill.exercise is not None else ()
    return next((role.name.to(language) for role in roles if role.id == by and role.name is not None), by)


def _alignment(column: int) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column == TOOK else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter


def _headings() -> tuple[str, ...]:
    return (
        translate("Decisions", "Decision"),
        translate("Decisions", "Time"),
        translate("Decisions", "Who"),
        translate("Decisions", "What"),
        translate("Decisions", "Why they said"),
        translate("Decisions", "Time to decide"),
        translate("Decisions", "Confidence"),
    )
