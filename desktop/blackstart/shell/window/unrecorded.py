"""What is half typed for a run, kept beside its library until it is recorded: a killed program loses a second of it."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

from blackstart.core.base.errors import UserError
from blackstart.core.base.filetext.textfile import read_file, write_bytes
from blackstart.core.record.lock import RunLock, lock_run
from blackstart.shell.run.half_typed import HalfTyped, as_text, fill_in, of_text, on_page
from blackstart.shell.run.workspace import RunWorkspace
from blackstart.shell.window.desk import Desk

translate = QCoreApplication.translate

KEEP_MS = 1000
TASK = "half typed"
LONGEST = 4 * 1024**2  # bytes
SUFFIX = ".typed"
NOTHING = as_text(HalfTyped())


class Unrecorded(QObject):
    """Keeps it once a second where it is news, and fills it in when somebody goes on with the run.

    Only one program does so for a run: who only reads it types nothing that could be recorded.
    """

    told = Signal(str)

    def __init__(self, desk: Desk, page: Callable[[], RunWorkspace], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._page = page  # that of the moment: it is built anew in other words
        self._run = ""
        self._file: Path | None = None
        self._lock: RunLock | None = None
        self._kept = NOTHING
        self.timer = QTimer(self)
        self.timer.setInterval(KEEP_MS)
        self.timer.timeout.connect(self.keep)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self.keep)
        desk.run.stood.connect(self._look)
        desk.run.parted.connect(self.close)
        desk.recorded.deleted.connect(self._forget)

    def keep(self) -> None:
        """Write down in the worker what has been typed since."""
        work = self._work()
        if work is not None:
            self._desk.worker.do(TASK, work, lambda _: None, lambda _: None)  # the run says that nothing can be written

    def close(self) -> None:
        """Write down what is typed at the last moment."""
        work = self._work()
        if work is not None:
            self._desk.worker.forget(TASK)
            with suppress(UserError):  # the run itself says that nothing can be written
                work()
        self._part()

    def _work(self) -> Callable[[], None] | None:
        """Return what is to be done in the file; None = nothing is news."""
        file = self._file
        if file is None or self._desk.run.run_id != self._run:
            return None
        typed = on_page(self._page())
        text = as_text(typed)
        if text == self._kept:
            return None
        self._kept = text
        return (lambda: file.unlink(missing_ok=True)) if typed.is_empty else (lambda: write_bytes(file, text.encode()))

    def _look(self) -> None:
        """Take in which run is on the console."""
        run = self._desk.run.run_id or ""
        if run == self._run:
            if self._kept != NOTHING:
                self._soon.start()  # once the fields are empty: it may have been recorded
            return
        self._part()
        self._run = run
        if run:
            self._join(self._folder / f"{run}{SUFFIX}")

    def _join(self, file: Path) -> None:
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            self._lock = lock_run(file.with_suffix(".lock"))
        except OSError:
            return  # nothing can be kept where nothing can be written; the run itself says so
        if self._lock is None:
            return
        self._file, self._kept = file, NOTHING
        self.timer.start()
        typed = _read(file)
        if not typed.is_empty:
            self._kept = as_text(typed)
            fill_in(self._page(), typed)
            self.told.emit(translate("Unrecorded", "What was half typed and not recorded stands in its fields again."))

    def _part(self) -> None:
        self.timer.stop()
        if self._lock is not None:
            self._lock.release()
        self._lock = self._file = None
        self._run = ""

    def _forget(self, run: str) -> None:
        (self._folder / f"{run}{SUFFIX}").unlink(missing_ok=True)

    @property
    def _folder(self) -> Path:
        return self._desk.libraries.path.parent / "unsaved"


def _read(file: Path) -> HalfTyped:
    if not file.exists():
        return HalfTyped()
    try:
        return of_text(read_file(file, LONGEST))
    except UserError:
        return HalfTyped()
