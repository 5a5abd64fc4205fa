"""What is typed into: a line, and a text of several lines; both keep what was refused until Esc restores what was."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPlainTextEdit, QSizePolicy, QWidget

from blackstart.shell.draw.inspector.page import Field
from blackstart.shell.support.look import Look
from blackstart.shell.support.theme import SPACE_8
from blackstart.shell.widgets.labels import Label

LINES_PX = 92
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class LineControl(QLineEdit):
    """One line; Enter or leaving it gives what was typed."""

    given = Signal(str)
    restored = Signal()  # Esc: what was there before is wanted back
    left = Signal()  # Esc with nothing to restore

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._before = ""
        self._last = ""  # what was given, so that leaving the field does not give it once more
        self.suffix = Label(role="hint")
        self.suffix.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        inner = QHBoxLayout(self)
        inner.setContentsMargins(0, 0, SPACE_8, 0)
        inner.addStretch(1)
        inner.addWidget(self.suffix, 0, Qt.AlignmentFlag.AlignVCenter)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.returnPressed.connect(self.give)

    def keeps(self, field: Field) -> bool:
        """Whether something is typed here over the very value that the field has."""
        return self.text() != self._before == field.shown

    def show_field(self, field: Field) -> None:
        self._before = self._last = field.shown
        self.setText(field.shown)
        self.setCursorPosition(0)
        self.setPlaceholderText(field.hint)
        self.suffix.setText(field.suffix)
        self.suffix.setVisible(bool(field.suffix))
        room = self.suffix.sizeHint().width() + SPACE_8 if field.suffix else 0
        self.setTextMargins(0, 0, room, 0)
        _mark(self, is_refused=False)

    def draft(self, typed: str) -> None:
        """Show what was refused, and that it was."""
        self._last = typed
        if self.text() != typed:
            self.setText(typed)
        _mark(self, is_refused=True)

    def give(self) -> None:
        """Give what was typed, unless nothing was, or just that was refused."""
        if self.text() not in (self._before, self._last):
            self._last = self.text()
            self.given.emit(self.text())

    def event(self, event: QEvent) -> bool:
        if _is_of_map(event, has_undo=self.isUndoAvailable(), has_redo=self.isRedoAvailable()):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if Qt.Key(event.key()) != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.text() != self._before:
            self.restored.emit()
        else:
            self.left.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.give()


class LinesControl(QPlainTextEdit):
    """Several lines; Ctrl+Enter or leaving gives what was typed."""

    given = Signal(str)
    restored = Signal()
    left = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._before = ""
        self.setTabChangesFocus(True)
        self.setFixedHeight(look.px(LINES_PX))

    def event(self, event: QEvent) -> bool:
        text = self.document()
        if _is_of_map(event, has_undo=text.isUndoAvailable(), has_redo=text.isRedoAvailable()):
            event.ignore()
            return False
        return super().event(event)

    def keeps(self, field: Field) -> bool:
        return self.toPlainText() != self._before == field.shown

    def show_field(self, field: Field) -> None:
        self._before = field.shown
        if self.toPlainText() != field.shown:
            self.setPlainText(field.shown)
        self.setPlaceholderText(field.hint)
        _mark(self, is_refused=False)

    def draft(self, typed: str) -> None:
        if self.toPlainText() != typed:
            self.setPlainText(typed)
        _mark(self, is_refused=True)

    def give(self) -> None:
        if self.toPlainText() != self._before:
            self.given.emit(self.toPlainText())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _ENTER and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.give()
        elif key != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.toPlainText() != self._before:
            self.restored.emit()
        else:
            self.left.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.give()


def _is_of_map(event: QEvent, *, has_undo: bool, has_redo: bool) -> bool:
    """Whether the map is to take something back or do it again: with nothing typed, Qt would keep it for the text."""
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    is_undo = event.matches(QKeySequence.StandardKey.Undo) and not has_undo
    return is_undo or (event.matches(QKeySequence.StandardKey.Redo) and not has_redo)


def _mark(control: QWidget, *, is_refused: bool) -> None:
    if bool(control.property("refused")) != is_refused:
        control.setProperty("refused", is_refused)
        control.style().unpolish(control)
        control.style().polish(control)  # Qt reads a property of the style sheet only then
