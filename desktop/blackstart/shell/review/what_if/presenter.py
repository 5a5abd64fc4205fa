"""What if: reckons what each decision and action saved or lost, one after another, beside the window."""

from functools import partial

from PySide6.QtCore import QObject, Signal

from blackstart.core.base.errors import UserError
from blackstart.core.base.ids import RunId
from blackstart.core.base.simtime import Seconds
from blackstart.core.review.deeds import DeedKind
from blackstart.shell.review.presenter import ReviewPresenter
from blackstart.shell.review.recorded import Recorded
from blackstart.shell.review.what_if.book import CaseBook
from blackstart.shell.review.what_if.ways import Without

# What was done on the map by a run: words that are corrected or added later change nothing of it.
_Played = tuple[RunId, Seconds, tuple[int, ...]]
MOST_RUNS = 8  # whose figures are kept


class WhatIfPresenter(QObject):
    """Each entry is a piece of work of its own, so that the playhead never waits for all of them."""

    reckoned = Signal(object)  # dict[int, int]: service-seconds that were saved, by entry, as far as they are known
    progressed = Signal(int, int)  # how many are known, of how many

    def __init__(self, review: ReviewPresenter, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._worker = review.worker
        self._task = f"review.saving-{id(self)}"  # the page of before may still be there
        self._known: dict[_Played, tuple[CaseBook, dict[int, int]]] = {}
        self._book: CaseBook | None = None
        self._savings: dict[int, int] = {}
        self._asked: tuple[int, ...] = ()
        review.opened.connect(self._take)
        review.rewritten.connect(self._take)
        self.destroyed.connect(partial(self._worker.forget, self._task))

    def _take(self, recorded: Recorded) -> None:
        """Begin with a run, or go on with what is known of it."""
        self._worker.forget(self._task)
        self._asked = tuple(
            each.seq
            for each in recorded.deeds
            if each.seq is not None and each.kind is not DeedKind.NOTE and not each.is_taken_back
        )
        played = (recorded.row.run, recorded.reached, self._asked)
        if played not in self._known:
            if len(self._known) >= MOST_RUNS:
                del self._known[next(iter(self._known))]
            self._known[played] = (CaseBook(recorded.story), {})
        self._book, self._savings = self._known[played]
        self._tell()
        self._go_on()

    def _tell(self) -> None:
        self.reckoned.emit(dict(self._savings))
        self.progressed.emit(len(self._savings), len(self._asked))

    def _go_on(self) -> None:
        book = self._book
        seq = next((each for each in self._asked if each not in self._savings), None)
        if book is not None and seq is not None:
            work = partial(book.saved, Without(seq))
            self._worker.do(self._task, work, partial(self._keep, self._savings, seq), self._refuse)

    def _keep(self, savings: dict[int, int], seq: int, saved: int) -> None:
        savings[seq] = saved
        self._tell()
        self._go_on()

    def _refuse(self, fault: UserError) -> None:
        raise AssertionError(f"an entry of a recorded run can always be left out: {fault}")
