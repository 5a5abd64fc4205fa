"""A kind that is dropped on the map is added there."""

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent

from blackstart.shell.canvas.view import MapView
from blackstart.shell.draw.kind_button import kind_in


class KindDrop(QObject):
    """Watches what is dragged over a map; what is no kind goes on to whoever else wants it."""

    dropped = Signal(str, object)  # kind, Point of the canvas

    def __init__(self, view: MapView) -> None:
        super().__init__(view)
        self._view = view
        view.setAcceptDrops(True)
        view.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, (QDragEnterEvent, QDragMoveEvent, QDropEvent)):
            return self._take(event)
        return super().eventFilter(watched, event)

    def _take(self, event: QDropEvent) -> bool:
        kind = kind_in(event.mimeData())
        if kind is None:
            event.ignore()  # the window may know what it is: a file
            return True
        event.acceptProposedAction()
        if event.type() == QEvent.Type.Drop:
            at = self._view.placement.to_canvas(event.position())
            self.dropped.emit(kind, (at.x(), at.y()))
        return True
