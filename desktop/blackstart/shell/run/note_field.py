"""The note field: who did what, seen by whom, in one line."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from blackstart.shell.support.icons import icon
from blackstart.shell.support.look import Look
from blackstart.shell.support.theme import SPACE_8, SPACE_12, SPACE_16
from blackstart.shell.widgets.labels import Label

translate = QCoreApplication.translate


class NoteField(QWidget):
    """Enter records; what was refused stays in the field."""

    noted = Signal(str)  # the words
    left = Signal()  # Enter in an empty field

    def __init__(self, key: str, look: Look) -> None:
        super().__init__()
        self._look = look
        self.line = QLineEdit()
        self.line.setPlaceholderText(translate("NoteField", "Who did what, seen by whom…"))
        self.line.setAccessibleName(translate("NoteField", "Note"))
        self._icon = self.line.addAction(
            icon("note", look.theme.color("tx3")), QLineEdit.ActionPosition.LeadingPosition
        )
        self.line.returnPressed.connect(self._record)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE_16, SPACE_12, SPACE_16, SPACE_12)
        row.setSpacing(SPACE_8)
        row.addWidget(self.line, 1)
        row.addWidget(Label(key, role="key"))
        look.changed.connect(self._paint_icon)

    def begin(self) -> None:
        """Put the cursor in."""
        self.line.setFocus()

    def clear(self) -> None:
        """Empty the field: what stood in it is recorded."""
        self.line.clear()

    def _record(self) -> None:
        words = self.line.text().strip()
        if words:
            self.noted.emit(words)
        else:
            self.left.emit()

    def _paint_icon(self) -> None:
        self._icon.setIcon(icon("note", self._look.theme.color("tx3")))
