"""A drill file that is dropped on the window is opened; files of runs, and folders of them, are taken in."""

from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from blackstart.core.record.exchange import is_run

DRILL_SUFFIX = ".drill"


class FileDrop(QObject):
    """Watches what is dragged over a widget; anything but one drill, or runs alone, is none of its business."""

    dropped = Signal(object)  # tuple[Path, ...]: one drill, or files of runs and folders

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        over.setAcceptDrops(True)
        over.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QDragEnterEvent) and files_in(event.mimeData()):
            event.acceptProposedAction()
            return True
        if isinstance(event, QDropEvent) and event.type() == QEvent.Type.Drop:
            paths = files_in(event.mimeData())
            if paths:
                event.acceptProposedAction()
                self.dropped.emit(paths)
                return True
        return super().eventFilter(watched, event)


def files_in(data: QMimeData) -> tuple[Path, ...]:
    """Return the one drill file, or the files of runs and the folders, that are dragged; nothing where else is too."""
    files = tuple(Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile())
    is_drill = len(files) == 1 and files[0].suffix.lower() == DRILL_SUFFIX
    return files if is_drill or all(is_run(each) or each.is_dir() for each in files) else ()
