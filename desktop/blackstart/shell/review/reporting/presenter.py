"""Makes the report in the worker: its pages to look at, and the file that is wished."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtGui import QPicture
from PySide6.QtPrintSupport import QPrinter

from blackstart.core.base.errors import UserError
from blackstart.core.base.filetext.textfile import write_bytes
from blackstart.core.base.ids import RunId
from blackstart.core.record.library import Library
from blackstart.core.review.report.forms import written
from blackstart.core.review.report.making import report
from blackstart.core.review.report.model import FACILITATORS, Report
from blackstart.core.review.report.reading import read_source
from blackstart.core.review.report.source import ReportSource
from blackstart.core.review.report.tables import JOURNAL
from blackstart.shell.document.opening import Opener
from blackstart.shell.printing.pages import page_pictures, print_pages
from blackstart.shell.printing.printers import printers
from blackstart.shell.review.presenter import ReviewPresenter
from blackstart.shell.support.translation import sentence_of
from blackstart.shell.support.workers import Worker

translate = QCoreApplication.translate

DECISIONS = "decisions"


@dataclass(frozen=True, slots=True)
class Wish:
    """Which report."""

    language: str
    audience: str = FACILITATORS


@dataclass(frozen=True, slots=True, eq=False)
class Pages:
    """A report as it will be on paper."""

    wish: Wish
    report: Report
    source: ReportSource
    pictures: tuple[QPicture, ...]


class ReportPresenter(QObject):
    """One report at a time; what is read of a run is kept while nothing is added to it."""

    shown = Signal(object)  # Pages
    got_on = Signal(int, int)  # pages laid out, of how many
    saved = Signal(object)  # Path
    printed = Signal()
    refused = Signal(str)

    def __init__(self, review: ReviewPresenter, worker: Worker, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._review = review
        self._worker = worker
        self._pages: Pages | None = None
        self._source: tuple[RunId, ReportSource] | None = None
        review.opened.connect(self._forget)
        review.rewritten.connect(self._forget)

    @property
    def pages(self) -> Pages | None:
        """What was made last."""
        return self._pages

    def make(self, wish: Wish) -> None:
        """Make a report, and tell its pages."""
        recorded = self._review.recorded
        if recorded is None or recorded.library is None:
            return
        run, library = recorded.row.run, recorded.library
        kept = self._source[1] if self._source is not None and self._source[0] == run else None
        self._worker.do(
            "review.report",
            partial(_make, library, run, wish, kept, self._review.opener, self.got_on.emit),
            self._take,
            self._refuse,
        )

    def save(self, path: Path, form: str, table: str = JOURNAL) -> None:
        """Write the report that was made last; `table` = what a CSV holds."""
        pages = self._pages
        if pages is not None:
            work = partial(_save, pages, path, form, table)
            self._worker.do("review.report-file", work, self.saved.emit, self._refuse)

    def print_on(self, printer: QPrinter) -> None:
        """Print the report that was made last."""
        pages = self._pages
        if pages is not None:
            self._worker.do(
                "review.report-print",
                partial(print_pages, pages.report, printer),
                lambda _: self.printed.emit(),
                self._refuse,
            )

    def stop(self) -> None:
        """Want no report any more."""
        self._worker.forget("review.report")

    def _take(self, pages: Pages) -> None:
        self._pages = pages
        self._source = (pages.source.row.run, pages.source)
        self.shown.emit(pages)

    def _forget(self) -> None:
        self._source = self._pages = None

    def _refuse(self, fault: UserError) -> None:
        self.refused.emit(sentence_of(fault))


def _make(
    library: Path,
    run: RunId,
    wish: Wish,
    kept: ReportSource | None,
    opener: Opener,
    got_on: Callable[[int, int], None],
) -> Pages:
    source = kept or _read(library, run, opener)
    made = report(source, wish.language, wish.audience)
    pictures = []
    for picture, count in page_pictures(made):
        pictures.append(picture)
        got_on(len(pictures), count)  # from this thread: who hears of it lives in the window's
    return Pages(wish, made, source, tuple(pictures))


def _read(library: Path, run: RunId, opener: Opener) -> ReportSource:
    store = Library(library)
    try:
        opened = opener.recorded(library, store.find(run))  # on the page already
        return read_source(store, run, opened.loaded, opened.drawing)
    finally:
        store.close()


def _save(pages: Pages, path: Path, form: str, table: str) -> Path:
    write_bytes(path, written(pages.report, form, printers(), table))
    return path
