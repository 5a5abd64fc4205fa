"""Takes many runs in from files: one file at a time in the worker, and in the end one sentence about all of them."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, Signal

from blackstart.core.base.errors import UserError
from blackstart.core.base.filetext.textfile import read_file
from blackstart.core.base.ids import RunId
from blackstart.core.base.system_words import system_words
from blackstart.core.base.words import said
from blackstart.core.record.exchange import LARGEST_RUN, AlreadyThereError, import_run, is_run
from blackstart.core.record.library import Library
from blackstart.shell.support.translation import sentence_of
from blackstart.shell.support.workers import Worker

translate = QCoreApplication.translate

PIECE = "gather"


@dataclass(frozen=True, slots=True)
class TakenIn:
    """What became of one file: a run that is new, one that was there already, or why it cannot be read."""

    run: RunId | None = None
    is_known: bool = False
    why: str = ""


class Gathering(QObject):
    """One gathering at a time; another one that is asked for meanwhile comes after it."""

    changed = Signal()  # which runs there are
    taken_in = Signal(str)  # run id of the last one that is new
    told = Signal(str)

    def __init__(self, worker: Worker, library: Callable[[], Path], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._worker = worker
        self._library = library
        self._left: list[Path] = []
        self._done: list[TakenIn] = []

    def take_in(self, paths: Iterable[Path]) -> None:
        """Take runs from files, and from folders whatever runs lie in them."""
        is_idle = not self._left
        self._left += paths
        if is_idle:
            self._go_on()

    def _go_on(self) -> None:
        if not self._left:
            self._tell()
            return
        path, library = self._left[0], self._library()
        whole = len(self._left) + len(self._done)
        if whole > 1:
            words = translate("Gathering", "Taking in runs: {number} of {whole}…")
            self.told.emit(words.format(number=len(self._done) + 1, whole=whole))
        if path.is_dir():
            self._worker.do(PIECE, partial(runs_in, path), self._unfold, self._leave_out)
        else:
            self._worker.do(PIECE, partial(take_one, library, path), self._take, self._leave_out)

    def _unfold(self, found: tuple[Path, ...]) -> None:
        folder = self._left.pop(0)
        if not found:
            words = translate("Gathering", "there is no run in {folder}")
            self._done.append(TakenIn(why=words.format(folder=folder.name)))
        self._left[:0] = found
        self._go_on()

    def _take(self, outcome: TakenIn) -> None:
        self._left.pop(0)
        self._done.append(outcome)
        self._go_on()

    def _leave_out(self, fault: UserError) -> None:
        self._take(TakenIn(why=sentence_of(fault)))

    def _tell(self) -> None:
        done, self._done = self._done, []
        fresh = [each.run for each in done if each.run is not None]
        if fresh:
            self.changed.emit()
            self.taken_in.emit(fresh[-1])
        self.told.emit(told_of(done))


def runs_in(folder: Path) -> tuple[Path, ...]:
    """Return the files of a folder that hold runs, by name.

    Raises
    ------
    UserError
        If the folder cannot be read.
    """
    try:
        return tuple(path for path in sorted(folder.iterdir()) if path.is_file() and is_run(path))
    except OSError as error:
        raise UserError(said("finding.at", path=folder.name, message=system_words(error))) from None


def take_one(library: Path, path: Path) -> TakenIn:
    """Take the run of a file in; opens the library anew, so that a worker can do it."""
    store = Library(library, is_there=True)
    try:
        return TakenIn(import_run(store, read_file(path, LARGEST_RUN), path.name))
    except AlreadyThereError:
        return TakenIn(is_known=True)
    except UserError as fault:
        return TakenIn(why=sentence_of(fault))
    finally:
        store.close()


def told_of(done: list[TakenIn]) -> str:
    """Say in one sentence what became of all files."""
    fresh, known = sum(each.run is not None for each in done), sum(each.is_known for each in done)
    faults = [each.why for each in done if each.why]
    parts = [translate("Gathering", "{count} taken in").format(count=fresh)]
    if known:
        parts.append(translate("Gathering", "{count} here already").format(count=known))
    if faults:
        words = translate("Gathering", "{count} cannot be read: {why}")
        parts.append(words.format(count=len(faults), why=faults[0].splitlines()[0]))
    return translate("Gathering", "Runs: {parts}").format(parts=", ".join(parts))
