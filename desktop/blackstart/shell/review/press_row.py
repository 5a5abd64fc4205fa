"""A row of a list that is pressed to see or change what it stands for."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from blackstart.shell.support.look import Look
from blackstart.shell.support.theme import RADIUS_CONTROL, SPACE_4, SPACE_8
from blackstart.shell.widgets.flow import FlowLayout
from blackstart.shell.widgets.labels import Label

_PRESSING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
_STEPS = {Qt.Key.Key_Up: False, Qt.Key.Key_Down: True}


class PressRow(QWidget):
    """Words, smaller words below them, and marks: a few words in a frame each, filled where they are urgent."""

    pressed = Signal(str)  # key

    def __init__(self, key: str, words: str, details: str, look: Look, marks: Sequence[tuple[str, bool]] = ()) -> None:
        super().__init__()
        self._key = key
        self._look = look
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_8, SPACE_4, SPACE_8, SPACE_4)
        column.setSpacing(2)
        column.addWidget(Label(words, wraps=True))
        if details:
            column.addWidget(Label(details, role="secondary", wraps=True))
        if marks:
            held = QWidget()
            flow = FlowLayout(held, SPACE_4)
            for text, is_urgent in marks:
                flow.addWidget(Label(text, role="mark" if is_urgent else "key"))
            column.addWidget(held)
        self.setAccessibleName(". ".join(filter(None, (words, details, *(text for text, _ in marks)))))

    def event(self, event: QEvent) -> bool:
        is_key = event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent)
        if is_key and isinstance(event, QKeyEvent) and Qt.Key(event.key()) in (*_PRESSING, *_STEPS):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _PRESSING and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.pressed.emit(self._key)
        elif key in _STEPS:
            self.focusNextPrevChild(_STEPS[key])
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.pressed.emit(self._key)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._look.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.color("ink"), 1) if self.hasFocus() else Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("bg3" if self.underMouse() else "bg2"))
        plate = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(plate, RADIUS_CONTROL, RADIUS_CONTROL)
        painter.end()
