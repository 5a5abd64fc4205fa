"""Takes many runs in from files: one at a time in the worker, and tells in the end what became of all of them."""

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
from blackstart.core.record.exchange import LARGEST_RUN, AlreadyThereError, ReadDrill, import_run, is_run, reader
from blackstart.core.record.library import Library
from blackstart.shell.actions.offer import Offer
from blackstart.shell.support.translation import sentence_of
from blackstart.shell.support.workers import Worker

translate = QCoreApplication.translate

PIECE = "gather"


@dataclass(frozen=True, slots=True)
class TakenIn:
    """What became of one file: a run that is new, one that was there already, or why it cannot be read."""

    file: str  # its name
    run: RunId | None = None
    is_known: bool = False
    why: str = ""


class Gathering(QObject):
    """One gathering at a time; what is asked for meanwhile is added to it."""

    changed = Signal()  # which runs there are
    taken_in = Signal(str)  # run id of the last one that is new
    told = Signal(str)
    offered = Signal(object)  # Offer to leave out the rest, with how far it is
    reworded = Signal(str, object)  # sentence that was offered, Offer in its place
    ended = Signal(str)  # sentence that was offered

    def __init__(self, worker: Worker, library: Callable[[], Path], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._worker = worker
        self._library = library
        self._left: list[Path] = []
        self._done: list[TakenIn] = []
        self._passed_over = 0
        self._is_leaving = False  # the rest
        self._said = ""  # how far it is, as that was offered
        self._read = reader()

    def take_in(self, paths: Iterable[Path]) -> None:
        """Take runs from files, and from folders whatever runs lie in them."""
        is_idle = not self._left
        self._left += paths
        if is_idle:
            self._go_on()

    def leave_rest(self) -> None:
        """Look at no more files; the one that is being taken in is taken in, a folder is left alone."""
        self._is_leaving = bool(self._left)
        self._passed_over += len(self._left[1:])
        del self._left[1:]

    def _go_on(self) -> None:
        if not self._left:
            self._tell()
            return
        path, library = self._left[0], self._library()
        if path.is_dir():
            self._worker.do(PIECE, partial(runs_in, path), self._unfold, self._leave_out)
        else:
            self._say_how_far()
            self._worker.do(PIECE, partial(take_one, library, path, self._read), self._take, self._leave_out)

    def _say_how_far(self) -> None:
        done, whole = len(self._done), len(self._left) + len(self._done)
        if whole == 1:
            return
        words = translate("Gathering", "Taking in runs: {number} of {whole}…")
        before, self._said = self._said, words.format(number=done + 1, whole=whole)
        offer = Offer(self._said, translate("Gathering", "Leave out the rest"), self.leave_rest, share=done / whole)
        if before:
            self.reworded.emit(before, offer)
        else:
            self.offered.emit(offer)

    def _unfold(self, found: tuple[Path, ...]) -> None:
        folder = self._left.pop(0)
        if self._is_leaving:
            self._passed_over += len(found)
            found = ()
        elif not found:
            self._done.append(TakenIn(folder.name, why=translate("Gathering", "there is no run in it")))
        self._left[:0] = found
        self._go_on()

    def _take(self, outcome: TakenIn) -> None:
        self._left.pop(0)
        self._done.append(outcome)
        self._go_on()

    def _leave_out(self, fault: UserError) -> None:
        self._take(TakenIn(self._left[0].name, why=sentence_of(fault)))

    def _tell(self) -> None:
        self._read = reader()  # what was read for these runs is wanted no more
        done, self._done = self._done, []
        passed_over, self._passed_over, self._is_leaving = self._passed_over, 0, False
        said, self._said = self._said, ""
        fresh = [each.run for each in done if each.run is not None]
        if fresh:
            self.changed.emit()
            self.taken_in.emit(fresh[-1])
        if said:
            self.ended.emit(said)
        self.told.emit(told_of(done, passed_over))


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


def take_one(library: Path, path: Path, read: ReadDrill) -> TakenIn:
    """Take the run of a file in; opens the library anew, so that a worker can do it."""
    store = Library(library, is_there=True)
    try:
        return TakenIn(path.name, import_run(store, read_file(path, LARGEST_RUN), path.name, read))
    except AlreadyThereError:
        return TakenIn(path.name, is_known=True)
    except UserError as fault:
        return TakenIn(path.name, why=sentence_of(fault).replace(f"{path}:", f"{path.name}:", 1))
    finally:
        store.close()


def told_of(done: list[TakenIn], passed_over: int = 0) -> str:
    """Say in one sentence what became of all files; below it, of each that was not taken in, why."""
    known, faulty = [each for each in done if each.is_known], [each for each in done if each.why]
    counts = (
        (translate("Gathering", "{count} here already"), len(known)),
        (translate("Gathering", "{count} cannot be read"), len(faulty)),
        (translate("Gathering", "{count} left out"), passed_over),
    )
    parts = [translate("Gathering", "{count} taken in").format(count=len(done) - len(known) - len(faulty))]
    parts += [words.format(count=count) for words, count in counts if count]
    lines = [translate("Gathering", "Runs: {parts}").format(parts=", ".join(parts))]
    lines += [_why(each) for each in faulty]
    lines += [translate("Gathering", "{file}: is here already").format(file=each.file) for each in known]
    return "\n".join(lines)


def _why(faulty: TakenIn) -> str:
    """The first of what keeps a file from being taken in, with its name before it."""
    first, name = faulty.why.splitlines()[0], f"{faulty.file}:"
    return first if first.startswith(name) else f"{name} {first}"
