"""Keeps a small widget at its place on a map while that is panned and zoomed."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF
from PySide6.QtWidgets import QWidget

from blackstart.shell.canvas.view import MapView

MARGIN_PX = 8  # from the edges of the view


class Anchor(QObject):
    """Moves a child of the map along with the map.

    Parameters
    ----------
    place : callable
        Upper left corner of the widget, canvas px.
    """

    def __init__(self, held: QWidget, view: MapView, place: Callable[[], QPointF]) -> None:
        super().__init__(held)
        self._held, self._view, self._place = held, view, place
        view.installEventFilter(self)
        self.settle()

    def settle(self) -> None:
        """Put the widget where it belongs now."""
        at = self._view.placement.transform().map(self._place()).toPoint()
        if at != self._held.pos():
            self._held.move(at)

    def bring_into_view(self) -> None:
        """Pan the map so far that the whole widget is seen."""
        held, view = self._held.geometry(), self._view.rect()
        room = view.adjusted(MARGIN_PX, MARGIN_PX, -MARGIN_PX, -MARGIN_PX)
        by = QPoint(
            max(room.left() - held.left(), 0) or min(room.right() - held.right(), 0),
            max(room.top() - held.top(), 0) or min(room.bottom() - held.bottom(), 0),
        )
        if not by.isNull():
            self._view.pan(QPointF(by))
            self.settle()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Paint, QEvent.Type.Resize):
            self.settle()
        return super().eventFilter(watched, event)
