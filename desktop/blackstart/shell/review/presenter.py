"""Review's presenter: reads runs in a worker and folds them to wherever the playhead is."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from blackstart.core.base.errors import UserError
from blackstart.core.base.ids import RunId
from blackstart.core.base.simtime import Seconds
from blackstart.core.record.rows import RunRow
from blackstart.shell.canvas.faces import Moment, picture_of
from blackstart.shell.review.recorded import Recorded, read_recorded
from blackstart.shell.support.look import Look
from blackstart.shell.support.workers import Worker
from blackstart.shell.widgets.time_strip import Span


class ReviewPresenter(QObject):
    """One recorded run, at one moment."""

    listed = Signal(object)  # tuple[RunRow, ...]
    opened = Signal(object)  # Recorded
    span_shown = Signal(object)  # Span
    map_shown = Signal(object)  # canvas Picture
    moved = Signal(int)  # exercise seconds of what the map shows
    refused = Signal(str)

    def __init__(self, library: Path, worker: Worker, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self._worker = worker
        self._look = look
        self._recorded: Recorded | None = None
        self._moment: Moment | None = None
        look.changed.connect(self._show)

    @property
    def run_id(self) -> RunId | None:
        return self._recorded.row.run if self._recorded is not None else None

    def list_runs(self, rows: tuple[RunRow, ...]) -> None:
        """Take in which runs there are."""
        self.listed.emit(rows)

    def open(self, run: RunId) -> None:
        """Read a run and show how it stood at its end."""
        self._worker.do("review.open", lambda: read_recorded(self._library, run), self._take, self._refuse)

    def seek(self, at: int) -> None:
        """Show another moment; of many asked for at once only the last is folded."""
        recorded = self._recorded
        if recorded is not None:
            when = Seconds(at)
            self._worker.do("review.fold", lambda: recorded.moment_at(when), self._stand, self._refuse)

    def _take(self, recorded: Recorded) -> None:
        self._recorded, self._moment = recorded, None
        self.span_shown.emit(Span(Seconds(0), Seconds(max(recorded.reached, 1)), recorded.marks))
        self.opened.emit(recorded)
        self.seek(recorded.reached)

    def _stand(self, moment: Moment) -> None:
        self._moment = moment
        self._show()

    def _show(self) -> None:
        if self._recorded is not None and self._moment is not None:
            self.map_shown.emit(picture_of(self._moment, self._recorded.drawing, self._look.words))
            self.moved.emit(self._moment.now)

    def _refuse(self, fault: UserError) -> None:
        self.refused.emit(str(fault))
