"""What if: reckons what each decision and action saved or lost, and other ways, beside the window."""

from functools import partial

from PySide6.QtCore import QObject, Signal

from blackstart.core.base.errors import UserError
from blackstart.core.base.ids import RunId
from blackstart.core.base.simtime import Seconds
from blackstart.core.review.deeds import DeedKind
from blackstart.shell.review.presenter import ReviewPresenter
from blackstart.shell.review.recorded import Recorded
from blackstart.shell.review.what_if.book import CaseBook
from blackstart.shell.review.what_if.ways import OtherWay, Without
from blackstart.shell.support.translation import sentence_of

# What was done on the map by a run: words that are corrected or added later change nothing of it.
_Played = tuple[RunId, Seconds, tuple[int, ...]]
MOST_RUNS = 8  # whose figures are kept


class WhatIfPresenter(QObject):
    """Each entry is a piece of work of its own, so that the playhead never waits for all of them."""

    reckoned = Signal(object)  # dict[int, int]: service-seconds that were saved, by entry, as far as they are known
    progressed = Signal(int, int)  # how many are known, of how many
    stood = Signal(object)  # Case: the run as it was played
    awaited = Signal(object)  # OtherWay that is being reckoned
    compared = Signal(object)  # Compared, or None
    refused = Signal(str)

    def __init__(self, review: ReviewPresenter, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._worker = review.worker
        # The page of before may still be there, with the work it asked for.
        self._task, self._other = f"review.saving-{id(self)}", f"review.other-{id(self)}"
        self._known: dict[_Played, tuple[CaseBook, dict[int, int]]] = {}
        self._book: CaseBook | None = None
        self._savings: dict[int, int] = {}
        self._asked: tuple[int, ...] = ()
        self._way: OtherWay | None = None
        review.opened.connect(self._take)
        review.rewritten.connect(self._take)
        for task in (self._task, self._other):
            self.destroyed.connect(partial(self._worker.forget, task))

    @property
    def way(self) -> OtherWay | None:
        """The other way that is shown or reckoned."""
        return self._way

    def compare(self, way: OtherWay | None) -> None:
        """Reckon another way, in place of the one before; None = only as played."""
        self._worker.forget(self._other)
        self._way = way
        if way is None or self._book is None:
            self.compared.emit(None)
            return
        self.awaited.emit(way)
        self._worker.do(self._other, partial(self._book.compared, way), self.compared.emit, self._say_refused)

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
        book, self._savings = self._known[played]
        is_other, self._book = book is not self._book, book
        self.stood.emit(book.played())
        self.compare(None if is_other else self._way)
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

    def _say_refused(self, fault: UserError) -> None:
        self.compare(None)
        self.refused.emit(sentence_of(fault))

    def _refuse(self, fault: UserError) -> None:
        raise AssertionError(f"an entry of a recorded run can always be left out: {fault}")
