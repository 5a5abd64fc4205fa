"""Review's presenter: reads runs in a worker and folds them to wherever the playhead is."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from blackstart.core.base.errors import UserError
from blackstart.core.base.ids import ComponentId, RunId
from blackstart.core.base.simtime import Seconds
from blackstart.core.record.rows import RunRow
from blackstart.shell.canvas.faces import picture_of
from blackstart.shell.canvas.facts import facts_of
from blackstart.shell.canvas.moment import Moment
from blackstart.shell.document.opening import Opener
from blackstart.shell.review.recorded import Recorded, read_recorded
from blackstart.shell.support.look import Look
from blackstart.shell.support.workers import Worker
from blackstart.shell.widgets.time_strip import Span

MOST_FOLDED = 200  # moments that are kept, so that going back to one costs nothing


class ReviewPresenter(QObject):
    """One recorded run, at one moment."""

    listed = Signal(object)  # tuple[RunRow, ...]
    opened = Signal(object)  # Recorded
    span_shown = Signal(object)  # Span
    map_shown = Signal(object)  # canvas Picture
    facts_shown = Signal(object)  # canvas Facts of the chosen component, or None
    moved = Signal(int)  # exercise seconds of what the map shows
    refused = Signal(str)

    def __init__(
        self, library: Path, worker: Worker, opener: Opener, look: Look, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._library = library
        self._worker = worker
        self._opener = opener
        self._folded: dict[Seconds, Moment] = {}
        self._chosen: ComponentId | None = None
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

    def read_from(self, library: Path) -> None:
        """Look for runs in another library from now on."""
        self._library = library

    def open(self, run: RunId) -> None:
        """Read a run and show how it stood at its end."""
        self._worker.do(
            "review.open", lambda: read_recorded(self._library, run, self._opener), self._take, self._refuse
        )

    def seek(self, at: int) -> None:
        """Show another moment; of many asked for at once only the last is folded."""
        recorded = self._recorded
        if recorded is None:
            return
        when = Seconds(at)
        if when in self._folded:
            self._worker.forget("review.fold")
            self._stand(self._folded[when])
        else:
            self._worker.do("review.fold", lambda: recorded.moment_at(when), self._keep, self._refuse)

    def choose(self, component: ComponentId | None) -> None:
        """Choose a card, or none."""
        self._chosen = component
        self._show()

    def show_all(self) -> None:
        """Tell everything there is to show once more."""
        recorded = self._recorded
        if recorded is not None:
            self._tell(recorded)
            self._show()

    def _take(self, recorded: Recorded) -> None:
        self._recorded, self._moment, self._chosen = recorded, None, None
        self._folded.clear()
        self._tell(recorded)
        self.seek(recorded.reached)

    def _tell(self, recorded: Recorded) -> None:
        self.span_shown.emit(Span(Seconds(0), Seconds(max(recorded.reached, 1)), recorded.marks))
        self.opened.emit(recorded)

    def _keep(self, moment: Moment) -> None:
        if len(self._folded) >= MOST_FOLDED:
            del self._folded[next(iter(self._folded))]
        self._folded[moment.now] = moment
        self._stand(moment)

    def _stand(self, moment: Moment) -> None:
        self._moment = moment
        self._show()

    def _show(self) -> None:
        if self._recorded is not None and self._moment is not None:
            self.map_shown.emit(picture_of(self._moment, self._recorded.drawing, self._look.words, self._chosen))
            chosen = self._chosen
            self.facts_shown.emit(facts_of(self._moment, chosen, self._look.words) if chosen is not None else None)
            self.moved.emit(self._moment.now)

    def _refuse(self, fault: UserError) -> None:
        self.refused.emit(str(fault))
