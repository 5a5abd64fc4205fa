"""The file of a document: saved in a worker, looked at for changes by others, kept safe between saves."""

from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from blackstart.core.base.errors import UserError
from blackstart.core.base.filetext.document import LARGEST_JSON
from blackstart.core.base.filetext.textfile import read_file, stamp, write_file
from blackstart.core.exercise.files import LoadedDrill, save_text
from blackstart.core.exercise.model import Drill
from blackstart.shell.document.document import Document
from blackstart.shell.document.recovery import Recovery
from blackstart.shell.support.translation import sentence_of
from blackstart.shell.support.workers import Worker

LOOK_MS = 4_000  # between two looks at the file, and at whether there is something to keep


@dataclass(frozen=True, slots=True)
class Saved:
    """What was written where; `drill` is what the text says."""

    path: Path
    text: str
    drill: Drill


class Filing(QObject):
    """Saves a document and notices what others do to its file."""

    saved = Signal(object)  # Path
    changed_outside = Signal(object)  # Path: somebody else has written the file since
    refused = Signal(str)  # one sentence: what could not be written, and why

    def __init__(self, document: Document, worker: Worker, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._worker = worker
        self._recovery = Recovery(folder)
        self._kept: Drill | None = None
        self._written = ""  # digest of the text that this program knows the file to hold; empty = not known
        self._stamp = (0, 0)  # of the file when it was looked at last
        # Not QFileSystemWatcher: it knows nothing of network drives, and loses files that are replaced at a save.
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self.keep)
        self._timer.timeout.connect(self.look)
        self._timer.start()
        document.replaced.connect(self._begin)

    def save(self, path: Path | None = None) -> None:
        """Write the drill to its file, or to another one, which is its file from then on."""
        target = path or self._document.path
        if target is None:
            raise ValueError("a drill without a file is saved under a path")
        drill, loaded = self._document.drill, self._document.loaded
        self._worker.do("save", lambda: _save(drill, loaded, target), self._take, self._refuse)

    def keep(self) -> None:
        """Keep what is not saved, where it has changed since it was kept."""
        document = self._document
        if not document.is_modified or document.drill is self._kept:
            return
        self._kept = drill = document.drill
        loaded, path = document.loaded, document.path
        title = str(drill.title)

        def work() -> None:
            self._recovery.keep(save_text(drill, loaded), title, path)

        self._worker.do("keep", work, self._kept_it, self._refuse)

    def take_kept(self) -> None:
        """Hear that the document holds what was kept, not what its file says: that has been told, and is no news."""
        self._written = ""
        self.keep()

    def look(self) -> None:
        """Tell it if the file holds something else than this program knows of; to be asked when the window is seen."""
        path = self._document.path
        seen = stamp(path) if path is not None else self._stamp
        if path is not None and seen != self._stamp:
            self._stamp = seen
            self._worker.do("look", lambda: _digest_of(path), self._compare, self._pass_over)

    def close(self) -> None:
        """Nothing is unsaved any more, or the user wants none of it."""
        self._timer.stop()
        self._recovery.close()

    def _begin(self) -> None:
        self._recovery.drop()
        self._kept = None
        loaded = self._document.loaded
        self._written = _digest(loaded.text) if loaded is not None else ""
        self._stamp = (0, 0)

    def _take(self, saved: Saved) -> None:
        self._written = _digest(saved.text)
        if self._document.drill == saved.drill:  # else it was edited while it was being written
            self._document.keep(saved.path)
            self._recovery.drop()
            self._kept = None
        self.saved.emit(saved.path)

    def _compare(self, digest: str) -> None:
        path = self._document.path
        known, self._written = self._written, digest  # told once
        if path is not None and known and digest != known:
            self.changed_outside.emit(path)

    def _kept_it(self, _nothing: None) -> None:
        if not self._document.is_modified:  # saved meanwhile
            self._recovery.drop()

    def _refuse(self, fault: UserError) -> None:
        self._kept = None
        self.refused.emit(sentence_of(fault))

    def _pass_over(self, _fault: UserError) -> None:
        """A file that is gone, or cannot be read now, is written anew with the next save."""


def _save(drill: Drill, loaded: LoadedDrill | None, path: Path) -> Saved:
    text = save_text(drill, loaded)
    write_file(path, text)
    return Saved(path, text, drill)


def _digest_of(path: Path) -> str:
    return _digest(read_file(path, LARGEST_JSON))


def _digest(text: str) -> str:
    return sha256(text.encode()).hexdigest()
