"""What the tests of the library page share: volumes, runs, a page of a size."""

from pathlib import Path

from blackstart.core.record.library import Library
from blackstart.core.record.rows import RunRow
from blackstart.core.record.tallies import Tally
from blackstart.shell.document.opening import Opener
from blackstart.shell.library.runs_model import RecentRun
from blackstart.shell.library.shelf import Book, draw, places, read
from blackstart.shell.library.volume import Volume, volume
from blackstart.shell.support.look import Look
from tests.shell.recorded_runs import record


def shelved(folder: Path, look: Look, *recent: Path) -> list[Volume]:
    """Everything on a shelf, read and drawn."""
    opener = Opener()
    books = [read(Book(place), opener) for place in places(folder, recent)]
    return [volume(book if book.is_drawn else draw(book, opener), look) for book in books]


def plain(folder: Path, *names: str, is_yours: bool = False) -> list[Volume]:
    """Volumes without a map."""
    return [Volume(folder / f"{name}.drill", name, drill_id=name, is_yours=is_yours) for name in names]


def two_runs(folder: Path) -> tuple[RunRow, ...]:
    """A run of the night that was left, begun after one of the day that has ended."""
    path = folder / "library.db"
    record(path, is_ended=True, team="day")
    record(path, is_ended=False, team="night")
    library = Library(path)
    found = library.runs()
    library.close()
    return found


def told(rows: tuple[RunRow, ...], *tallies: Tally) -> tuple[RecentRun, ...]:
    """Runs as the page is told of them."""
    known = list(tallies) or [Tally()] * len(rows)
    return tuple(RecentRun(row, row.title, tally) for row, tally in zip(rows, known, strict=True))
