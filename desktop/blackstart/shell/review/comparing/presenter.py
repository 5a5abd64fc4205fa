"""Reads runs of the drill that is open, one after another in the worker, and puts them beside each other."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal

from blackstart.core.base.errors import UserError
from blackstart.core.base.ids import RunId
from blackstart.core.base.simtime import Seconds
from blackstart.core.record.rows import RunRow
from blackstart.shell.review.comparing.side import Side, put_together, read_side
from blackstart.shell.review.presenter import ReviewPresenter
from blackstart.shell.support.translation import sentence_of

PIECE = "review.compare"


class ComparePresenter(QObject):
    """A piece of work is one run, so that whoever wants the worker meanwhile waits for one run at most.

    What was read of a run is kept for as long as its row in the library stays the same.
    """

    progressed = Signal(int, int)  # runs that are read, of how many
    shown = Signal(object)  # Compared
    refused = Signal(str)

    def __init__(self, review: ReviewPresenter, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._review = review
        self._sides: dict[RunRow, Side] = {}
        self._wanted: tuple[RunRow, ...] = ()
        self._unread: list[tuple[RunRow, str]] = []
        self._place: tuple[RunId, Seconds] | None = None
        review.rewritten.connect(self._forget)
        review.stood.connect(self._go_on_to_place)

    @property
    def rows(self) -> tuple[RunRow, ...]:
        """The runs of the drill that is open, the latest first."""
        recorded = self._review.recorded
        if recorded is None:
            return ()
        return tuple(row for row in self._review.rows if row.drill_id == recorded.row.drill_id)

    @property
    def opened(self) -> RunId | None:
        """The run that is open."""
        return self._review.run_id

    def compare(self, rows: Sequence[RunRow]) -> None:
        """Read runs, and tell them side by side."""
        self._wanted = tuple(rows)
        self._unread = []
        self._sides = {row: side for row, side in self._sides.items() if row in self._wanted}
        self._go_on()

    def stop(self) -> None:
        """Want no comparison any more; what was read is kept."""
        self._wanted = ()
        self._review.worker.forget(PIECE)

    def open(self, run: RunId, at: Seconds | None = None) -> None:
        """Look back at a run, from a second on."""
        if run != self.opened:
            self._place = (run, at) if at is not None else None
            self._review.open(run)
        elif at is not None:
            self._review.seek(at)

    def _go_on(self) -> None:
        unread = [row for row, _ in self._unread]
        left = [row for row in self._wanted if row not in self._sides and row not in unread]
        self.progressed.emit(len(self._wanted) - len(left), len(self._wanted))
        recorded = self._review.recorded
        if not left:
            self._tell()
        elif recorded is not None and recorded.library is not None:
            work = partial(read_side, recorded.library, left[0].run, self._review.opener)
            take, leave = partial(self._take, left[0]), partial(self._leave_out, left[0])
            self._review.worker.do(PIECE, work, take, leave)

    def _take(self, row: RunRow, side: Side) -> None:
        self._sides[row] = side
        self._go_on()

    def _leave_out(self, row: RunRow, fault: UserError) -> None:
        self._unread.append((row, sentence_of(fault)))
        self._go_on()

    def _tell(self) -> None:
        sides = tuple(self._sides[row] for row in self._wanted if row in self._sides)
        if not sides:
            self.refused.emit(self._unread[0][1] if self._unread else "")
            return
        self.shown.emit(put_together(sides, tuple(self._unread)))

    def _forget(self) -> None:
        self._sides.clear()

    def _go_on_to_place(self) -> None:
        if self._place is not None and self._place[0] == self.opened:
            at, self._place = self._place[1], None
            self._review.seek(at)
