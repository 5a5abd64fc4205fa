"""Does to recorded runs what the library page wishes: rename, delete, export, import."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, Signal

from blackstart.core.base.errors import UserError
from blackstart.core.base.filetext.textfile import read_file, write_file
from blackstart.core.base.ids import RunId
from blackstart.core.record.exchange import LARGEST_RUN, export_run, import_run
from blackstart.core.record.library import Library
from blackstart.core.record.rows import RunRow
from blackstart.shell.library.gathering import Gathering
from blackstart.shell.support.translation import sentence_of
from blackstart.shell.support.workers import Worker

translate = QCoreApplication.translate


class RunsPresenter(QObject):
    """Presenter; questions have been asked before."""

    changed = Signal()  # which runs there are, or what they are called
    taken_in = Signal(str)  # run id
    deleted = Signal(str)  # run id
    told = Signal(str)

    def __init__(self, worker: Worker, library: Callable[[], Library], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._worker = worker
        self._library = library
        self.gathering = Gathering(worker, lambda: library().path, self)
        self.gathering.changed.connect(self.changed)
        self.gathering.taken_in.connect(self.taken_in)
        self.gathering.told.connect(self.told)

    def rename(self, row: RunRow, name: str) -> None:
        """Give a run a name; an empty one takes it away."""
        self._do(lambda library: library.rename(row.run, name))

    def delete(self, row: RunRow) -> None:
        """Delete a run for good, unless it is open somewhere."""
        if self._do(lambda library: library.delete(row.run)):
            self.deleted.emit(row.run)
            self.told.emit(translate("RunSheets", "The run is deleted."))

    def export(self, row: RunRow, path: Path, with_names: bool) -> None:
        """Write a run into a file."""
        library = self._library().path

        def work() -> Path:
            if path.exists() and path.samefile(library):
                words = translate("RunSheets", "{file} is the library itself. Choose another file.")
                raise UserError(words.format(file=path.name))
            write_file(path, _with(library, lambda opened: export_run(opened, row.run, with_names)))
            return path

        self._worker.do("export", work, self._tell_exported, self._refuse)

    def take_in(self, path: Path) -> None:
        """Take a run from a file into the library."""
        library = self._library().path

        def work() -> RunId:
            text = read_file(path, LARGEST_RUN)
            return RunId(_with(library, lambda opened: import_run(opened, text, path.name)))

        self._worker.do("import", work, self._tell_taken_in, self._refuse)

    def take_in_all(self, paths: tuple[Path, ...]) -> None:
        """Take runs from files and folders into the library."""
        if len(paths) == 1 and not paths[0].is_dir():
            self.take_in(paths[0])
        else:
            self.gathering.take_in(paths)

    def _do(self, deed: Callable[[Library], None]) -> bool:
        try:
            deed(self._library())
        except UserError as fault:
            self._refuse(fault)
            return False
        self.changed.emit()
        return True

    def _tell_exported(self, path: Path) -> None:
        self.told.emit(translate("RunSheets", "The run is exported as {file}.").format(file=path.name))

    def _tell_taken_in(self, run: RunId) -> None:
        self.changed.emit()
        self.taken_in.emit(run)
        self.told.emit(translate("RunSheets", "The run is in the library now."))

    def _refuse(self, fault: UserError) -> None:
        self.told.emit(sentence_of(fault))


def _with(path: Path, deed: Callable[[Library], str]) -> str:
    """Do it in the worker's thread, which needs the library opened anew."""
    library = Library(path, is_there=True)
    try:
        return deed(library)
    finally:
        library.close()
