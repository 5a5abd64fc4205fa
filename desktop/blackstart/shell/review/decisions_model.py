"""What was decided, done and noted in a run, as a table."""

from collections.abc import Mapping
from html import escape
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, Qt

from blackstart.core.base.simtime import clock_face
from blackstart.core.exercise.model import Drill
from blackstart.core.review.deeds import Deed, DeedKind
from blackstart.shell.canvas.faces import count
from blackstart.shell.review.one_line import one_line
from blackstart.shell.review.recorded import Recorded
from blackstart.shell.review.saving_cell import SAVING
from blackstart.shell.review.savings import Saving
from blackstart.shell.support.fonts import BODY
from blackstart.shell.support.look import Look

translate = QCoreApplication.translate
Index = QModelIndex | QPersistentModelIndex
WHO, WHAT, WHY, SURE, TOOK, SAVED = 2, 3, 4, 5, 6, 7
PENDING = "…"


class DecisionsModel(QAbstractTableModel):
    """Number, time, who, what, why, how sure, how long it took, what it saved."""

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._recorded: Recorded | None = None
        self._rows: tuple[Deed, ...] = ()
        self._savings: Mapping[int, int] = {}
        self._has_notes = True
        look.changed.connect(self._renew)

    def show_run(self, recorded: Recorded) -> None:
        self._recorded = recorded
        self._lay_rows()

    def show_notes(self, has_notes: bool) -> None:
        """Show what was noted too, or not."""
        if has_notes != self._has_notes:
            self._has_notes = has_notes
            self._lay_rows()

    def show_savings(self, savings: Mapping[int, int]) -> None:
        """Show service-seconds by entry, as far as they are reckoned."""
        self._savings = savings
        if self._rows:
            self.dataChanged.emit(self.index(0, SAVED), self.index(len(self._rows) - 1, SAVED))

    def deed(self, index: Index) -> Deed | None:
        return self._rows[index.row()] if index.isValid() else None

    def index_of(self, seq: int | None) -> QModelIndex:
        """Return the first cell of an entry's row; none if it has none."""
        rows = (row for row, deed in enumerate(self._rows) if seq is not None and deed.seq == seq)
        row = next(rows, None)
        return self.index(row, 0) if row is not None else QModelIndex()

    def index_for(self, deed: Deed) -> QModelIndex:
        """Return the first cell of a row; none if it is not shown."""
        return self.index(self._rows.index(deed), 0) if deed in self._rows else QModelIndex()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's signature
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's signature
        return 0 if parent.isValid() else len(_headings())

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(section)
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.ToolTipRole and section == SAVED:
            return translate(
                "Decisions", "Model estimate: what the run would have cost without it, all else as it was."
            )
        return _headings()[section] if role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        deed = self.deed(index)
        if deed is None or self._recorded is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return one_line(self._texts(deed, self._recorded.drill)[index.column()])
            case Qt.ItemDataRole.ToolTipRole:
                return self._tip(deed, index.column(), self._recorded.drill)
            case Qt.ItemDataRole.TextAlignmentRole:
                return _alignment(index.column())
            case Qt.ItemDataRole.ForegroundRole:
                return self._look.theme.color("tx3") if deed.is_taken_back else None
            case Qt.ItemDataRole.FontRole:
                is_note = deed.kind is DeedKind.NOTE
                is_bold = index.column() == WHAT and not is_note and not deed.is_taken_back and deed.what is not None
                font = self._look.font(BODY, is_bold=is_bold)
                font.setStrikeOut(deed.is_taken_back and index.column() == WHAT)
                return font
        return self._saving(deed) if role == SAVING and index.column() == SAVED else None

    def _tip(self, deed: Deed, column: int, drill: Drill) -> str:
        """Say all of a cell, with what it is about; words of people are never read as markup."""
        language, said = self._look.language, [self._texts(deed, drill)[column]]
        if column == WHAT and deed.asked is not None:
            said.insert(0, deed.asked.to(language))
        if column == WHY and deed.confidence:
            said.append(
                translate("Decisions", "Confidence: {word}").format(
                    word=self._look.words.say(f"confidence.{deed.confidence}")
                )
            )
        if column == SAVED and self._saving(deed) is not None:
            said.append(translate("Decisions", "Model estimate"))
        return "".join(f"<p>{escape(one_line(each))}</p>" for each in said if each)

    def _texts(self, deed: Deed, drill: Drill) -> tuple[str, ...]:
        language, words = self._look.language, self._look.words
        return (
            str(deed.number or _kind(deed.kind)),
            clock_face(deed.at),
            who(drill, deed.by, language) if deed.by is not None else "",
            deed.what.to(language) if deed.what is not None else translate("Decisions", "left open"),
            deed.why,
            words.say(f"confidence.{deed.confidence}") if deed.confidence else "",
            count(deed.took_s) if deed.took_s is not None else "",
            self._saved(deed),
        )

    def _saved(self, deed: Deed) -> str:
        if deed.is_taken_back:
            return translate("Decisions", "taken back")
        if deed.seq is None or deed.kind is DeedKind.NOTE:
            return ""
        saving = self._saving(deed)
        return saving.told(self._look.words) if saving is not None else PENDING

    def _saving(self, deed: Deed) -> Saving | None:
        if deed.is_taken_back or deed.seq is None or deed.seq not in self._savings:
            return None
        return Saving(self._savings[deed.seq])

    def _lay_rows(self) -> None:
        self.beginResetModel()
        every = self._recorded.deeds if self._recorded is not None else ()
        self._rows = tuple(each for each in every if self._has_notes or each.kind is not DeedKind.NOTE)
        self.endResetModel()

    def _renew(self) -> None:
        if self.rowCount():
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, self.columnCount() - 1))


def who(drill: Drill, by: str, language: str) -> str:
    """Return a role's name, a person's name as it was typed, or that nobody decided in time."""
    if not by:
        return translate("Decisions", "nobody in time")
    roles = drill.exercise.roles if drill.exercise is not None else ()
    return next((role.name.to(language) for role in roles if role.id == by and role.name is not None), by)


def _kind(kind: DeedKind) -> str:
    """Return what a row without a number is."""
    match kind:
        case DeedKind.NOTE:
            return translate("Decisions", "note")
        case DeedKind.ACTION | DeedKind.OWN_ACTION:
            return translate("Decisions", "action")
        case DeedKind.OWN_DECISION:
            return translate("Decisions", "own")
    return ""


def _alignment(column: int) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column in (TOOK, SAVED) else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter


def _headings() -> tuple[str, ...]:
    return (
        translate("Decisions", "Decision"),
        translate("Decisions", "Time"),
        translate("Decisions", "Who"),
        translate("Decisions", "What"),
        translate("Decisions", "Why they said"),
        translate("Decisions", "Confidence"),
        translate("Decisions", "Time to decide"),
        translate("Decisions", "Service-hours"),
    )
