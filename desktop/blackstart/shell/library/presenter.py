"""The library's presenter: reads the shelf a file at a time, and tells of drills and runs in the user's language."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from blackstart.core.base.errors import UserError
from blackstart.core.base.ids import RunId
from blackstart.core.record.library import Library
from blackstart.core.record.rows import RunRow
from blackstart.core.record.tallies import Tally
from blackstart.shell.document.opening import Opener
from blackstart.shell.library.recent import RecentFiles
from blackstart.shell.library.runs_model import RecentRun
from blackstart.shell.library.shelf import Book, Place, draw, places, read
from blackstart.shell.library.volume import Volume, volume
from blackstart.shell.support.look import Look
from blackstart.shell.support.translation import sentence_of
from blackstart.shell.support.workers import Worker


class LibraryPresenter(QObject):
    """What lies on the shelf and which runs there are; everything slow is done by the worker, piece by piece.

    A piece is one file, so that whoever opens a drill meanwhile waits for one file at most.
    """

    volumes_shown = Signal(object)  # tuple[Volume, ...]; the same object for what has not changed
    runs_shown = Signal(object)  # tuple[RecentRun, ...]
    refused = Signal(str)

    def __init__(self, worker: Worker, opener: Opener, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._worker = worker
        self._opener = opener
        self._look = look
        self._recent = RecentFiles(look.settings)
        self._folder: Path | None = None
        self._books: dict[Path, Book] = {}
        self._volumes: dict[Path, Volume] = {}
        self._rows: tuple[RunRow, ...] = ()
        self._titles: dict[str, str] = {}  # by drill id, as the runs were told of last
        self._tallies: dict[RunId, Tally] = {}

    @property
    def books(self) -> tuple[Book, ...]:
        """What lies on the shelf, as far as it has been read."""
        return tuple(self._books.values())

    def list_drills(self, folder: Path) -> None:
        """Look through the shelf: the drills of a folder, and what the user has opened; read what is new there."""
        self._folder = folder
        self._look_again()

    def has(self, path: Path) -> bool:
        """Whether a file lies on the shelf."""
        return path.resolve() in self._books

    def keep(self, path: Path) -> None:
        """Put a file that was opened on the shelf, if it is one of the user's own."""
        place = path.resolve()
        if self._folder is not None and place.parent != self._folder.resolve():
            self._recent.add(place)
        book = self._books.get(place)
        if book is not None and book.loaded is None:
            del self._books[place]  # what was left unread is known now
        self._look_again()

    def drop(self, path: Path) -> None:
        """Take a file of the user's off the shelf; it stays where it is."""
        self._recent.drop(path)
        self._look_again()

    def list_runs(self, rows: tuple[RunRow, ...], library: Path) -> None:
        """Tell which runs there are; what their journals add up to follows."""
        is_other = rows != self._rows
        self._rows = rows
        self._show_runs()
        if is_other:
            self._worker.do("tallies", lambda: _tallies(library), self._take_tallies, self._refuse)

    def title_of(self, row: RunRow) -> str:
        """Return a run's name, or the title of its drill: in the language of the moment, if that lies on the shelf."""
        return row.name or self._titles.get(row.drill_id, row.title)

    def show_all(self) -> None:
        """Tell everything again, in the language of the moment; nothing is read for it."""
        self._volumes.clear()
        self._show_volumes()
        self._show_runs()

    def _look_again(self) -> None:
        folder, recent = self._folder, self._recent.files()
        if folder is not None:
            self._worker.do("shelf", lambda: places(folder, recent), self._take_places, self._refuse)

    def _take_places(self, found: tuple[Place, ...]) -> None:
        books = ((place, self._books.get(place.path)) for place in found)
        self._books = {
            place.path: book if book is not None and book.place == place else Book(place) for place, book in books
        }
        self._volumes = {path: shown for path, shown in self._volumes.items() if path in self._books}
        self._show_volumes()
        self._go_on()

    def _go_on(self) -> None:
        """Do the next piece: the words of every file come before the first map."""
        books = list(self._books.values())
        step: Callable[[Book, Opener], Book] = read
        book = next((book for book in books if not book.is_read), None)
        if book is None:
            step = draw
            book = next((book for book in books if not book.is_drawn), None)
        if book is not None:
            wanted, opener = book, self._opener
            self._worker.do("shelf", lambda: step(wanted, opener), self._take_book, self._refuse)

    def _take_book(self, book: Book) -> None:
        self._books[book.place.path] = book
        self._volumes.pop(book.place.path, None)
        self._show_volumes()
        if self._drill_titles() != self._titles:
            self._show_runs()
        self._go_on()

    def _take_tallies(self, tallies: dict[RunId, Tally]) -> None:
        self._tallies = tallies
        self._show_runs()

    def _show_volumes(self) -> None:
        for path, book in self._books.items():
            if path not in self._volumes:
                self._volumes[path] = volume(book, self._look)
        self.volumes_shown.emit(tuple(self._volumes[path] for path in self._books))

    def _show_runs(self) -> None:
        self._titles = self._drill_titles()
        self.runs_shown.emit(
            tuple(RecentRun(row, self.title_of(row), self._tallies.get(row.run)) for row in self._rows)
        )

    def _drill_titles(self) -> dict[str, str]:
        return {each.drill_id: each.title for each in self._volumes.values() if each.drill_id}

    def _refuse(self, fault: UserError) -> None:
        self.refused.emit(sentence_of(fault))


def _tallies(path: Path) -> dict[RunId, Tally]:
    """Count in the worker's thread, which needs the library opened anew."""
    library = Library(path, is_there=True)
    try:
        return library.tallies()
    finally:
        library.close()
