"""A part of a list that is pressed, by hand or by keys, to go to what it stands for."""

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from blackstart.shell.support.look import Look
from blackstart.shell.support.theme import RADIUS_CONTROL

_PRESSING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
_STEPS = {Qt.Key.Key_Up: False, Qt.Key.Key_Down: True}


class Pressable(QWidget):
    """A plate; heirs put their words on it. Arrows go to the one above or below."""

    pressed = Signal(str)  # key

    def __init__(self, key: str, look: Look) -> None:
        super().__init__()
        self._key = key
        self._look = look
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    @property
    def key(self) -> str:
        """What it stands for."""
        return self._key

    def plate(self) -> QRectF:
        """Return what is pressed of it."""
        return QRectF(self.rect())

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
        if event.button() == Qt.MouseButton.LeftButton and self.plate().contains(event.position()):
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

    def _border(self) -> QPen:
        theme, is_high = self._look.theme, self._look.is_contrast_high
        if self.hasFocus():
            return QPen(theme.color("ink"), 2 if is_high else 1)
        return QPen(theme.color("ln2"), 1) if is_high else QPen(Qt.PenStyle.NoPen)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._look.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self._border())
        painter.setBrush(theme.color("bg3" if self.underMouse() else "bg2"))
        painter.drawRoundedRect(self.plate().adjusted(0.5, 0.5, -0.5, -0.5), RADIUS_CONTROL, RADIUS_CONTROL)
        painter.end()
