"""Weak points as rows of a table: what is weak, where, why, and how much hangs on it."""

from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtGui import QIcon

from blackstart.core.analysis.telling import Told
from blackstart.core.analysis.weakness import Weakness, WeakPoint
from blackstart.shell.support.icons import icon
from blackstart.shell.support.look import Look
from blackstart.shell.widgets.rows_model import LEFT, RowsModel

translate = QCoreApplication.translate

KIND, WHERE, WHY, USERS, FALLS = range(5)
ICONS = {
    Weakness.BRIDGE: "topo",
    Weakness.SINGLE: "spof",
    Weakness.FATE: "group",
    Weakness.LOOP: "loop",
    Weakness.TRAP: "headset",
    Weakness.CREW: "people",
    Weakness.ABRUPT: "clock",
    Weakness.LOOSE: "link",
}
ICON_PX = 16
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter

WeakRow = tuple[WeakPoint, Told]


class WeakModel(RowsModel[WeakRow]):
    """Rows of weak points, worst first."""

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._is_by_icon = False

    def tell_kinds(self, *, is_by_icon: bool) -> None:
        """Tell kinds by their icons alone, or in words too."""
        if is_by_icon != self._is_by_icon:
            self._is_by_icon = is_by_icon
            self.tell_changed()

    def headings(self) -> tuple[str, ...]:
        return (
            translate("WeakPoints", "Type"),
            translate("WeakPoints", "Where"),
            translate("WeakPoints", "Why it matters"),
            translate("WeakPoints", "Users"),
            translate("WeakPoints", "Falls with it"),
        )

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.TextAlignmentRole and section in (USERS, FALLS):
            return RIGHT
        return super().headerData(section, orientation, role)

    def cell(self, row: WeakRow, column: int, role: int) -> Any:
        point, told = row
        match role:
            case Qt.ItemDataRole.DisplayRole if column == KIND and self._is_by_icon:
                return None
            case Qt.ItemDataRole.DisplayRole:
                return self._words(point, told, column)
            case Qt.ItemDataRole.DecorationRole if column == KIND:
                return self._icon(point.kind)
            case Qt.ItemDataRole.FontRole if column == WHERE:
                return self._look.font(13, is_bold=True)
            case Qt.ItemDataRole.TextAlignmentRole:
                return RIGHT if column in (USERS, FALLS) else LEFT
            case Qt.ItemDataRole.ToolTipRole if column in (KIND, WHERE, WHY):
                return f"{told.kind}\n{told.where}\n{told.why}\n{told.mend}"
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{self._words(point, told, column)}"
        return None

    def _words(self, point: WeakPoint, told: Told, column: int) -> str:
        users = self._look.words.amount(point.users) if point.users else "–"
        return (told.kind, told.where, told.why, users, str(point.falls) if point.falls else "–")[column]

    def _icon(self, kind: Weakness) -> QIcon:
        size = self._look.px(ICON_PX)
        return icon(ICONS[kind], self._look.theme.color("tx1"), size)
