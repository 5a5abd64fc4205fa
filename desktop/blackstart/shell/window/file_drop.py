"""A drill file that is dropped on the window is opened, a run's file is taken in."""

from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from blackstart.core.record.exchange import is_run

DRILL_SUFFIX = ".drill"


class FileDrop(QObject):
    """Watches what is dragged over a widget; anything but one drill or one run is none of its business."""

    dropped = Signal(object)  # Path

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        over.setAcceptDrops(True)
        over.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QDragEnterEvent) and drill_in(event.mimeData()) is not None:
            event.acceptProposedAction()
            return True
        if isinstance(event, QDropEvent) and event.type() == QEvent.Type.Drop:
            path = drill_in(event.mimeData())
            if path is not None:
                event.acceptProposedAction()
                self.dropped.emit(path)
                return True
        return super().eventFilter(watched, event)


def drill_in(data: QMimeData) -> Path | None:
    """Return the one drill file, or file of a run, that is dragged, if it is one."""
    files = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    if len(files) != 1:
        return None
    return files[0] if files[0].suffix.lower() == DRILL_SUFFIX or is_run(files[0]) else None
