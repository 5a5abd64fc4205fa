"""A few lines for a reason: Enter hands it on, Shift+Enter begins a line, Escape leaves it."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QPlainTextEdit

from blackstart.shell.support.look import Look

LINE_PX, AROUND_PX, LEAST_LINES, MOST_LINES = 18, 14, 2, 6
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ReasonField(QPlainTextEdit):
    """Grows with its words."""

    entered = Signal()
    left = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.textChanged.connect(self._fit)
        self._fit()

    def complain(self, *, is_refused: bool) -> None:
        """Mark it as what is missing, or no more."""
        if bool(self.property("refused")) != is_refused:
            self.setProperty("refused", "true" if is_refused else None)
            self.style().unpolish(self)
            self.style().polish(self)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._is_own(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _ENTER and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.entered.emit()
        elif key is Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _is_own(self, event: QKeyEvent) -> bool:
        return Qt.Key(event.key()) in (*_ENTER, Qt.Key.Key_Escape)

    def _fit(self) -> None:
        lines = min(max(round(self.document().size().height()), LEAST_LINES), MOST_LINES)
        self.setFixedHeight(self._look.px(LINE_PX) * lines + AROUND_PX)
