"""A field that opens where a component is looked for by a part of its name."""

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from blackstart.shell.support.look import Look
from blackstart.shell.support.theme import SPACE_4
from blackstart.shell.widgets.buttons import Button

translate = QCoreApplication.translate

FIELD_PX = 150
_ON = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down)


class StripFilter(QWidget):
    """A button while nobody looks for anything: the heading has little room."""

    changed = Signal(str)  # what is typed; empty = everything is shown again
    opened = Signal(bool)  # whether there is a field now
    left = Signal()  # the keys go on to what was found

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.button = Button("", look, "search", role="quiet")
        self.line = _Line()
        words = translate("Strips", "Find a component")
        self.button.setAccessibleName(words)
        self.button.setToolTip(f"{words} (Ctrl+F)")
        self.line.setPlaceholderText(words)
        self.line.setAccessibleName(words)
        self.line.setFixedWidth(look.px(FIELD_PX))
        self.line.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE_4)
        row.addWidget(self.button)
        row.addWidget(self.line)
        self.button.clicked.connect(self.open)
        self.line.textChanged.connect(self.changed)
        self.line.handed_on.connect(self.left)
        self.line.given_up.connect(self.close_field)

    @property
    def wanted(self) -> str:
        """What is typed."""
        return self.line.text()

    def open(self) -> None:
        """Show the field, and give it the keys."""
        self._show_field(is_shown=True)
        self.line.setFocus()
        self.line.selectAll()

    def look_for(self, words: str) -> None:
        """Show what was looked for before."""
        self._show_field(is_shown=bool(words))
        self.line.setText(words)

    def close_field(self) -> None:
        """Look for nothing any more."""
        self.left.emit()
        self.look_for("")

    def _show_field(self, *, is_shown: bool) -> None:
        self.line.setVisible(is_shown)
        self.button.setVisible(not is_shown)
        self.opened.emit(is_shown)


class _Line(QLineEdit):
    """Keeps Escape to itself; Enter and Down lead to what was found."""

    handed_on = Signal()
    given_up = Signal()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _is_ours(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _ON:
            self.handed_on.emit()
        elif key is Qt.Key.Key_Escape:
            self.given_up.emit()
        else:
            super().keyPressEvent(event)


def _is_ours(event: QKeyEvent) -> bool:
    return Qt.Key(event.key()) in (*_ON, Qt.Key.Key_Escape)
