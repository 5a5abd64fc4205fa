"""The desk: where library, run and review meet. Opens drills and runs, and says what was left unfinished."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, Signal

from blackstart.core.base.assets import exercises_folder
from blackstart.core.base.errors import DrillError, UserError
from blackstart.core.base.ids import RunId
from blackstart.core.drawing.model import Drawing
from blackstart.core.drawing.portfolio import Portfolio
from blackstart.core.engine.simulation import Opening
from blackstart.core.exercise.files import LoadedDrill, read_drill, save_text
from blackstart.core.exercise.model import Drill
from blackstart.core.play.commands import Begin, Command
from blackstart.core.record.library import Library
from blackstart.core.record.rows import RunRow
from blackstart.core.session.clock import ExerciseClock
from blackstart.core.session.run import Run
from blackstart.shell.document.document import Document
from blackstart.shell.document.faulty import FaultyFile
from blackstart.shell.document.opening import OpenedDrill, Opener
from blackstart.shell.draw.presenter import DrawPresenter
from blackstart.shell.library.presenter import LibraryPresenter
from blackstart.shell.library.runs_model import RecentRun
from blackstart.shell.library.runs_presenter import RunsPresenter
from blackstart.shell.review.presenter import ReviewPresenter
from blackstart.shell.run.groundwork import ReadyDrill, ready
from blackstart.shell.run.presenter import RunPresenter
from blackstart.shell.support.look import Look
from blackstart.shell.support.translation import sentence_of
from blackstart.shell.support.workers import Worker
from blackstart.shell.window.again import Again
from blackstart.shell.window.libraries import Libraries
from blackstart.shell.window.papers import Papers
from blackstart.shell.window.wait import Wait
from blackstart.shell.window.way_back import WayBack

translate = QCoreApplication.translate

CONSOLE = "console"  # what the worker does when the drill goes there as it is drawn


class Desk(QObject):
    """The window's presenter: owns the store, the worker and the presenters of the rooms."""

    mode_wished = Signal(str)
    told = Signal(str)
    offered = Signal(object)  # Offer
    _stage_reached = Signal(object)  # Progress of opening, from the worker
    faults_shown = Signal(object)  # FaultyFile: what could not be opened, while what is open stays so

    def __init__(
        self, library: Library, clock: Callable[[], ExerciseClock], look: Look, drawings: Path | None = None
    ) -> None:
        super().__init__()
        self._clock = clock
        self._look = look
        self._opener = Opener(Portfolio(drawings))
        self._just_ended: RunId | None = None  # and not looked back on
        self._on_console: Drill | None = None  # as it was when the console was given it
        self.worker = Worker(self)
        self.wait = Wait(self._cancel, self)
        self.wait.grew_long.connect(self.offered)
        self._stage_reached.connect(self.wait.go_on)
        self.shelf = LibraryPresenter(self.worker, self._opener, look, self)
        self.way_back = WayBack(self.shelf.title_of, self.continue_run, self)
        self.draw = DrawPresenter(Document(self), look, self)
        self.papers = Papers(self.draw, self.worker, self._opener, library.path.parent / "unsaved", self)
        self.run = RunPresenter(self._begin, look, self.worker, self)
        self.again = Again(self.run, self)
        self.libraries = Libraries(library, self.run.safety, self)
        self.recorded = RunsPresenter(self.worker, lambda: self.libraries.now, self)
        self.recorded.changed.connect(self.list_runs)
        write = partial(_write_on, self.run)
        self.review = ReviewPresenter(library.path, self.worker, self._opener, look, self, on_console=write)
        self.papers.mode_wished.connect(self.mode_wished)
        for offers in (self.papers, self.way_back, self.run):
            offers.offered.connect(self.offered)
        refusals = (self.shelf.refused, self.draw.refused, self.run.refused, self.review.refused)
        for signal in (*refusals, self.papers.told, self.run.told, self.libraries.told, self.recorded.told):
            signal.connect(self.told)
        self.shelf.runs_shown.connect(self.way_back.reword)
        self.shelf.runs_shown.connect(self._list_for_review)
        self.run.begun.connect(self.list_runs)
        self.run.ended.connect(self._end)

    def start(self, file: Path | None) -> None:
        """Show what there is; open the file the program was started with, or offer what was left unfinished."""
        self.libraries.tell_damage()
        self.list_runs()
        if file is not None:
            self.open_drill(file)
        else:
            self.way_back.offer(self.unfinished())
        self.papers.look_for_left()
        self.list_drills()  # the one worker opens first what was asked for

    def runs(self) -> tuple[RunRow, ...]:
        """Return all recorded runs, the latest first."""
        return self.libraries.runs()

    def list_drills(self) -> None:
        """Look through the shelf."""
        self.shelf.list_drills(exercises_folder())

    def tell_all(self) -> None:
        """Tell everything again, to pages that were not there before; nothing is read for it."""
        self.shelf.show_all()
        self.list_runs()
        self.draw.show_all()
        self.run.show_all()
        self.review.show_all()

    def list_runs(self) -> None:
        self.shelf.list_runs(self.runs(), self.libraries.path)

    def unfinished(self, drill_id: str | None = None) -> RunRow | None:
        """Return the run begun last that has not ended, of one drill or of any."""
        playing = self.run.run_id
        rows = (row for row in self.runs() if drill_id is None or row.drill_id == drill_id)
        return next((row for row in rows if not row.ended and row.run != playing), None)

    def open_drill(self, path: Path) -> None:
        """Open a drill file in the console, held before its first second."""
        self._begin_to_open(path.name)
        take, refuse = partial(self._take_file, path), partial(self._refuse_file, path)
        self.worker.do("open", lambda: ready(self._opener.file(path, self._stage_reached.emit)), take, refuse)

    def continue_run(self, row: RunRow) -> None:
        """Go on with a run where it was held."""
        if row.run == self.run.run_id:
            self.mode_wished.emit("run")
            return
        library, recorded, tell = self.libraries.path, self._opener.recorded, self._stage_reached.emit
        self._begin_to_open(self.shelf.title_of(row))
        self.worker.do("open", lambda: ready(recorded(library, row, tell)), partial(self._take_over, row), self._refuse)

    def play_what_is_drawn(self) -> None:
        """Show the drill in the console as it is drawn now, if no run of it has begun there."""
        document = self.draw.document
        drill = document.drill
        if self.run.run_id is not None or drill is self._on_console or drill.exercise is None:
            return
        self._on_console = drill
        work = partial(_as_drawn, drill, document.loaded, document.path, self.draw.layout.drawing)
        self.worker.do(CONSOLE, work, self._show_in_console, self._refuse)

    def look_back(self, row: RunRow) -> None:
        """Open a run in Review."""
        self._just_ended = None
        self.mode_wished.emit("review")
        self.review.open(row.run)

    def look_back_at_last(self) -> None:
        """Open in Review the run that is in the console."""
        row = self._row(self.run.run_id)
        if self.run.safety.unsafe is not None:
            self.told.emit(
                translate("Desk", "This run is not yet safe. It can be looked at once it is in the library.")
            )
        elif row is not None:
            self.look_back(row)

    def delete_run(self, row: RunRow) -> None:
        """Delete a run for good; one that has ended may still stand on the console."""
        is_on_console = row.run == self.run.run_id
        if is_on_console and self.run.is_under_way:
            self.told.emit(translate("Desk", "This run is under way. End it before it is deleted."))
            return
        if is_on_console:
            self.run.leave()
            self._on_console = self._just_ended = None  # so that its drill is put there anew
        self.recorded.delete(row)

    def look_in(self) -> None:
        """Open in Review the run that has ended since somebody was there."""
        run, self._just_ended = self._just_ended, None
        if run is not None:
            self.review.open(run)

    def move_library(self, path: Path | None) -> None:
        """Keep runs in another library from now on, None = the usual one; the one before stays where it is.

        Raises
        ------
        UserError
            If a run is under way, or that library cannot be opened; then nothing is changed.
        """
        self.libraries.move(path, is_under_way=self.run.is_under_way)
        self.review.read_from(self.libraries.path)
        self.list_runs()

    def close(self) -> None:
        """Leave the run, which stays as far as it has come, and let go of the store."""
        self.run.leave()
        self.papers.close()
        self.draw.stop()
        self._opener.close()
        self.worker.stop()
        self.libraries.close()

    def _end(self, run: RunId) -> None:
        self._just_ended = run
        self.list_runs()

    def _begin(self, loaded: LoadedDrill, begin: Begin, opening: Opening) -> Run:
        return Run.begin(self.libraries.now, loaded, begin, self._clock(), begin.facilitator, opening)

    def _begin_to_open(self, name: str) -> None:
        """Wait for what is opened now, which does not wait for what was asked for before."""
        if self.worker.has("open"):
            self._cancel()
        self.wait.begin(name)

    def _cancel(self) -> None:
        self.wait.end()
        self.worker.forget("open")
        self._opener.stop()

    def _take_file(self, path: Path, opened: ReadyDrill) -> None:
        self.shelf.keep(path)
        self._show_drill(opened)

    def _refuse_file(self, path: Path, fault: UserError) -> None:
        if self.shelf.has(path):
            self.shelf.keep(path)  # which says on its card what is wrong
        if isinstance(fault, DrillError):
            self.worker.do("open", lambda: self._opener.faulty(path, fault), self._show_faults, self._refuse)
        else:
            self._refuse(fault)

    def _show_faults(self, file: FaultyFile) -> None:
        self.wait.end()
        self.faults_shown.emit(file)

    def _take_over(self, row: RunRow, ready_: ReadyDrill) -> None:
        self.wait.end()
        self.run.safety.part(lambda: self._play_on(row, ready_))

    def _play_on(self, row: RunRow, ready_: ReadyDrill) -> None:
        left = self._played()
        # The drill was read in the worker; Run.reopen would read it again, here, where nothing may stall.
        self.run.leave()
        loaded, groundwork = ready_.opened.loaded, ready_.groundwork
        try:
            run = Run.reopen(self.libraries.now, row.run, self._clock(), loaded, groundwork.opening)
        except UserError as fault:
            self._refuse(fault)
            return
        self.run.take_over(run, groundwork, row.team)
        self.again.keep(ready_)
        self.mode_wished.emit("run")
        self.way_back.offer(self._row(left))

    def _show_drill(self, ready_: ReadyDrill) -> None:
        self.wait.end()
        self.run.safety.part(lambda: self._put_on_table(ready_))

    def _put_on_table(self, ready_: ReadyDrill) -> None:
        opened = ready_.opened
        drill = opened.loaded.drill
        self.draw.document.open(opened.loaded, opened.path)
        self.draw.open(opened.drawing, ready_.groundwork.made)
        if drill.exercise is None:  # there is nothing to play yet
            self.mode_wished.emit("draw")
            return
        left = self._played()
        self._show_in_console(ready_)
        self._on_console = drill
        self.list_runs()
        self.mode_wished.emit("run")
        self.way_back.offer(self._row(left) or self.unfinished(drill.id))

    def _played(self) -> str | None:
        """Return the run that is under way; when it is put away, the way back to it is offered."""
        return self.run.run_id if self.run.is_under_way else None

    def _row(self, run: str | None) -> RunRow | None:
        return next((row for row in self.runs() if row.run == run), None)

    def _show_in_console(self, drill: ReadyDrill) -> None:
        self.run.open(drill.opened.loaded, drill.groundwork)
        self.again.keep(drill)

    def _list_for_review(self, runs: tuple[RecentRun, ...]) -> None:
        rows = tuple(each.row for each in runs)
        self.review.list_runs(rows, {each.row.run: each.title for each in runs})

    def _refuse(self, fault: UserError) -> None:
        self.wait.end()
        self.told.emit(sentence_of(fault))


def _write_on(console: RunPresenter, run: RunId, command: Command) -> bool | None:
    """Add to a journal that is open on the console; None = it is not there."""
    return console.submit(command) if console.run_id == run else None


def _as_drawn(drill: Drill, loaded: LoadedDrill | None, path: Path | None, drawing: Drawing) -> ReadyDrill:
    """Read a drill as it would be saved now."""
    text = save_text(drill, loaded)
    return ready(OpenedDrill(read_drill(text, str(path or drill.id)), drawing, path))
