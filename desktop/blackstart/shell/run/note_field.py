"""The note field: who did what, seen by whom, in one line."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QWidget

from blackstart.shell.support.icons import icon
from blackstart.shell.support.look import Look
from blackstart.shell.support.theme import SPACE_8, SPACE_12
from blackstart.shell.widgets.labels import Label

translate = QCoreApplication.translate

HEIGHT_PX = 38


class NoteField(QWidget):
    """Enter records; what was refused stays in the field."""

    noted = Signal(str)  # the words
    left = Signal()  # Enter in an empty field

    def __init__(self, key: str, look: Look) -> None:
        super().__init__()
        self._look = look
        self.line = QLineEdit()
        self.key = Label(key, role="key")
        self.line.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setFixedHeight(look.px(HEIGHT_PX) + 2 * SPACE_12)
        self.line.setPlaceholderText(translate("NoteField", "Who did what, seen by whom…"))
        self.line.setAccessibleName(translate("NoteField", "Note"))
        self._icon = self.line.addAction(
            icon("note", look.theme.color("tx3")), QLineEdit.ActionPosition.LeadingPosition
        )
        self.line.returnPressed.connect(self._record)
        inner = QHBoxLayout(self.line)
        inner.setContentsMargins(0, 0, SPACE_8, 0)
        inner.addStretch(1)
        inner.addWidget(self.key, 0, Qt.AlignmentFlag.AlignVCenter)
        self.line.setTextMargins(0, 0, self.key.sizeHint().width() + SPACE_12, 0)
        self.line.textChanged.connect(self._show_key)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE_12, SPACE_12, SPACE_12, SPACE_12)
        row.addWidget(self.line)
        look.changed.connect(self._paint_icon)

    def begin(self) -> None:
        """Put the cursor in."""
        self.line.setFocus()

    def clear(self) -> None:
        """Empty the field: what stood in it is recorded, or was for another run."""
        self.line.clear()

    def _record(self) -> None:
        words = self.line.text().strip()
        if words:
            self.noted.emit(words)
        else:
            self.left.emit()

    def _show_key(self, words: str) -> None:
        self.key.setVisible(not words)

    def _paint_icon(self) -> None:
        self._icon.setIcon(icon("note", self._look.theme.color("tx3")))
