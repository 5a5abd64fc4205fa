"""The console's presenter: wishes in, the way to the run, what is to be shown out.

A decision goes from the form to `submit` here, to the run, which appends it to the journal and commits before it
applies it, and comes back as events; what was refused goes to the message bar and changes nothing.
"""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject, Signal, SignalInstance

from blackstart.core.base.errors import UserError
from blackstart.core.base.simtime import Seconds
from blackstart.core.engine.simulation import Opening
from blackstart.core.exercise.files import LoadedDrill
from blackstart.core.play.commands import Begin, Command, Hold, Play
from blackstart.core.play.director import Director
from blackstart.core.play.events import Ended, Event
from blackstart.shell.run import sheets
from blackstart.shell.run.beat import Beat
from blackstart.shell.run.ending import end_sheet
from blackstart.shell.run.figures import FiguresPresenter
from blackstart.shell.run.groundwork import Groundwork
from blackstart.shell.run.map_presenter import MapPresenter
from blackstart.shell.run.people import typist_of
from blackstart.shell.run.phase_pause import phase_pause
from blackstart.shell.run.playing import Beginner, Playing
from blackstart.shell.run.safety.presenter import Safety
from blackstart.shell.run.sentences import sentences
from blackstart.shell.run.stand import RunStand
from blackstart.shell.support.look import Look
from blackstart.shell.support.translation import sentence_of
from blackstart.shell.support.workers import Worker

translate = QCoreApplication.translate


class RunPresenter(QObject):
    """One drill at the console: before its run begins, while it is played, after it has ended.

    Attributes
    ----------
    map : MapPresenter
        Tells how the map stands.
    figures : FiguresPresenter
        Tells what the run costs.
    worker : Worker
        Does what must not stall the window.
    safety : Safety
        Tells whether the run is safe on the disk.
    """

    drill_shown = Signal(object)  # sheets.DrillSheet
    clock_shown = Signal(object)  # sheets.ClockSheet
    stood = Signal(object)  # RunStand, whenever anything of it may have changed
    strip_shown = Signal(object)  # widgets Span
    asked = Signal(object)  # tuple[sheets.Question, ...]
    spread = Signal(object)  # tuple[Event, ...] in engine order
    summed = Signal(object)  # ending.EndSheet of a run that is over
    begun = Signal(object)  # run id
    ended = Signal(object)  # run id
    parted = Signal()  # from a run, and from what was half written for it
    told = Signal(str)  # one sentence for the message bar
    refused = Signal(str)  # one sentence for the message bar
    offered = Signal(object)  # actions Offer

    def __init__(self, begin_run: Beginner, look: Look, worker: Worker, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._begin_run = begin_run
        self._look = look
        self.map = MapPresenter(look, self)
        self.worker = worker
        self.figures = FiguresPresenter(worker, self)
        self.figures.refused.connect(self.refused)
        self.safety = Safety(look, worker, self)
        self.safety.told.connect(self.told)
        self._loaded: LoadedDrill | None = None
        self._opening: Opening | None = None
        self._director: Director | None = None
        self._run: Playing | None = None
        self._team = ""
        self._shown: tuple[Seconds, bool] | None = None
        self._said: dict[SignalInstance, object] = {}  # what each signal said last: it says nothing twice
        self._beat = Beat(self)
        self._beat.struck.connect(self._tick)
        self._beat.stood.connect(self.stood)
        look.changed.connect(self.show_all)

    @property
    def language(self) -> str:
        """In which words are asked for."""
        return self._look.language

    @property
    def run_id(self) -> str | None:
        return self._run.run_id if self._run is not None else None

    def real_s(self) -> float:
        """Return real seconds from any beginning; 0 while there is no run."""
        return self._run.clock.reading_s() if self._run is not None else 0.0

    @property
    def is_under_way(self) -> bool:
        return self._run is not None and not self._run.director.is_ended

    def open(self, loaded: LoadedDrill, groundwork: Groundwork) -> None:
        """Show a drill as it stands at T+0; nothing is recorded before `begin`."""
        self.leave()
        director = Director(loaded.drill, Begin(language=self._look.language), groundwork.opening)
        self._loaded, self._director, self._opening = loaded, director, groundwork.opening
        self._team = ""
        self.map.open(director, groundwork)
        self.figures.open(groundwork.opening)
        self.show_all()

    def take_over(self, run: Playing, groundwork: Groundwork, team: str = "") -> None:
        """Go on with a run that was recorded before; it is held at the second it had reached."""
        self.leave()
        self._run, self._director, self._team = run, run.director, team
        self.map.open(run.director, groundwork)
        self.figures.catch_up(run.director.drill, run.entries, run.director.now, groundwork.opening)
        self.safety.follow(run)
        self._beat.start()
        self.show_all()
        if run.is_read_only:
            self.told.emit(translate("RunPresenter", "Another Blackstart plays this run: here it can only be read."))

    def begin(self, team: str) -> None:
        """Begin the run with the usual settings, and let its clock go."""
        self.begin_as(Begin(team=team, language=self._look.language))

    def begin_as(self, settings: Begin) -> None:
        """Begin the run with settings of its own, and let its clock go."""
        if self._loaded is None or self._opening is None or self._run is not None:
            return
        try:
            run = self._begin_run(self._loaded, settings, self._opening)
        except UserError as refusal:
            self.refused.emit(sentence_of(refusal))
            return
        self._run, self._director, self._team = run, run.director, settings.team
        self.map.follow(run.director)
        self.safety.follow(run)
        self._beat.start()
        self.begun.emit(run.run_id)
        self.submit(Play())
        self.show_all()

    def submit(self, command: Command) -> bool:
        """Hand a command to the run; False = it was refused, and the bar says why."""
        run = self._run
        self.tick()  # so that the command is stamped with the second that the clock shows
        if run is None:
            return self._do(None)
        return self._do(lambda: run.submit(command, typist_of(command, run.director.begin)))

    def play_or_hold(self) -> None:
        """Let the clock go, or stop it."""
        if not self._is_playable():
            return
        is_running = self._stand()[1]
        self.submit(Hold() if is_running else Play())

    def hold(self) -> None:
        if self._stand()[1]:
            self.submit(Hold())

    def step(self) -> None:
        """Jump to the next second at which anything happens."""
        if not self._is_playable():
            return
        run = self._run
        self._do((lambda: run.step(typist_of(Play(), run.director.begin))) if run is not None else None)

    def tick(self) -> None:
        """Ask the run how far its clock has come, and let everybody hear of it at once."""
        self._tick()
        self._beat.tell()

    def leave(self) -> None:
        """Let go of the run, which stays in the library as far as it has come."""
        self._beat.stop()
        if self._run is not None:
            self._run.leave()
            self.safety.follow(None)
            self.parted.emit()
        self._run = self._loaded = self._opening = self._director = self._shown = None
        self._say(self.asked, ())  # what was filled in was for this run
        self.map.leave()
        self.figures.leave()

    def show_all(self) -> None:
        """Emit everything there is to show, in the language of the moment."""
        self._said.clear()
        if self._director is not None:
            self.drill_shown.emit(sheets.drill_sheet(self._director.drill, self._team, self._look.language))
            self._show()
            self._beat.tell()
            self.figures.show()
            self.safety.show()

    def _tick(self) -> None:
        if self._run is None:
            return
        events = self._run.advance()
        self.safety.look_again()
        self._take(events)
        if self._run.clock.why_held == "sleep" and self._shown != self._stand():
            self.told.emit(translate("RunPresenter", "The computer was asleep: the clock is held where it stood."))
        if events:
            self._show()
        elif self._stand() != self._shown:
            self._show_time(self._run.director)
        if not self._run.clock.is_held:
            self.map.pass_tick()

    def _do(self, deed: Callable[[], tuple[Event, ...]] | None) -> bool:
        if deed is None:
            self.refused.emit(translate("RunPresenter", "The run has not begun."))
            return False
        try:
            events = deed()
        except UserError as refusal:
            self.refused.emit(sentence_of(refusal))
            return False
        self.safety.look_again()
        self._take(events)
        self._show()
        self._beat.tell()
        return True

    def _take(self, events: tuple[Event, ...]) -> None:
        if not events:
            return
        self.map.take(events)
        self.figures.take(events)
        self.spread.emit(events)
        if self._director is not None:
            for sentence in sentences(events, self._director, self._look.language):
                self.told.emit(sentence)
        if any(isinstance(event, Ended) for event in events):
            self.ended.emit(self.run_id)

    def _is_playable(self) -> bool:
        """Whether time can still pass here; else the bar says why not."""
        if self._run is None or self.is_under_way:
            return True
        self.refused.emit(translate("RunHindrances", "The run has ended."))
        return False

    def _stand(self) -> tuple[Seconds, bool]:
        """Return what the clock shows, and whether it runs."""
        if self._run is None:
            return Seconds(0), False
        is_running = not self._run.clock.is_held and not self._run.director.is_ended
        return self._run.clock.now(), is_running

    def _show(self) -> None:
        """Tell all that a second or a command can change."""
        director = self._director
        if director is None:
            return
        self._say(self.strip_shown, sheets.strip(director, self._stand()[0]))
        self._show_time(director)
        if director.is_ended:
            self._say(self.summed, end_sheet(director, self._team, self._look.words))

    def _show_time(self, director: Director) -> None:
        """Tell what changes while nothing happens."""
        now, is_running = self._shown = self._stand()
        pace = self._run.clock.pace if self._run is not None else sheets.first_pace(director.drill)
        is_begun = self._run is not None
        self._say(self.asked, () if director.is_ended else sheets.questions(director, self._look.language))
        pause = phase_pause(director, now, pace, self._look.language) if is_begun else ""
        clock = sheets.clock_sheet(director, now, is_running=is_running, is_begun=is_begun, pace=pace, pause=pause)
        self._say(self.clock_shown, clock)
        self.map.show_tempo(is_running=is_running, pace=pace)
        self.map.show_map()
        entries = self._run.entries if self._run is not None else ()
        self._beat.keep(RunStand(director, entries, clock.now, is_running, is_begun, pace))

    def _say(self, signal: SignalInstance, value: object) -> None:
        if signal not in self._said or self._said[signal] != value:
            self._said[signal] = value
            signal.emit(value)
