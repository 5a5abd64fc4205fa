"""The faults of a file as rows of a table."""

from typing import Any

from PySide6.QtCore import QCoreApplication, Qt

from blackstart.core.base.findings import Finding, Severity
from blackstart.shell.support.translation import tell
from blackstart.shell.widgets.rows_model import LEFT, RowsModel

translate = QCoreApplication.translate

LINE, WHAT, PLACE = range(3)


class FaultsModel(RowsModel[Finding]):
    """Rows of findings, in the order of the file."""

    def headings(self) -> tuple[str, ...]:
        return (
            translate("FaultSheet", "Line"),
            translate("FaultSheet", "What was found, and what is wanted"),
            translate("FaultSheet", "Where in the drill"),
        )

    def cell(self, row: Finding, column: int, role: int) -> Any:
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._words(row)[column]
            case Qt.ItemDataRole.ToolTipRole if column != LINE:
                return self._words(row)[column]
            case Qt.ItemDataRole.TextAlignmentRole:
                return LEFT
        return None

    def _words(self, row: Finding) -> tuple[str, str, str]:
        is_warning = row.severity is Severity.WARNING
        message = tell(row.message)
        what = translate("FaultSheet", "Warning: {message}").format(message=message) if is_warning else message
        return str(row.line) if row.line else "–", what, row.path
