"""A name that is typed on the map, over the card or the zone that bears it."""

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit

from blackstart.shell.canvas.view import MapView
from blackstart.shell.draw.anchored import Anchor
from blackstart.shell.support.look import Look

LEAST_PX = 140
MOST_LETTERS = 120


class NameField(QLineEdit):
    """Enter takes the name, Esc leaves it; a press elsewhere takes it too, so that nothing typed is lost.

    Parameters
    ----------
    over : QRectF
        What it is laid over, canvas px; it is as wide, and lies on its upper edge.
    """

    named = Signal(str)
    left = Signal()  # nothing is to be named

    def __init__(self, view: MapView, look: Look, over: QRectF, name: str, title: str) -> None:
        super().__init__(name, view)
        self._is_done = False
        self.setMaxLength(MOST_LETTERS)
        self.setAccessibleName(title)
        self.setPlaceholderText(title)
        self.setFixedWidth(max(round(over.width() * view.placement.scale), look.px(LEAST_PX)))
        self.adjustSize()
        self._anchor = Anchor(self, view, lambda: QPointF(over.topLeft()))
        self._anchor.bring_into_view()
        self.selectAll()
        self.show()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take()
        elif key is Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if is_left_for_good(event):
            self._take()

    def _take(self) -> None:
        if not self._is_done:
            self._is_done = True
            self.named.emit(self.text().strip())

    def _leave(self) -> None:
        if not self._is_done:
            self._is_done = True
            self.left.emit()


def is_left_for_good(event: QFocusEvent) -> bool:
    """Whether the focus went elsewhere in the window, not to another window or a menu, from which it comes back."""
    passing = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)
    return event.lostFocus() and event.reason() not in passing
