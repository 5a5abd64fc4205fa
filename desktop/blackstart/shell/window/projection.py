"""The participants' display joined to the run: of what the run tells, only what they may see goes on."""

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from blackstart.core.exercise.model import Drill
from blackstart.core.play.visible import visible
from blackstart.shell.canvas.picture import Picture
from blackstart.shell.display.ground import DisplayGround, display_ground
from blackstart.shell.display.presenter import DisplayPresenter, Seen
from blackstart.shell.display.projector import Projector
from blackstart.shell.display.screens import Screens
from blackstart.shell.display.window import FIRST_SIZE, DisplayWindow
from blackstart.shell.run.presenter import RunPresenter
from blackstart.shell.run.projector_button import ProjectorButton
from blackstart.shell.run.stand import RunStand
from blackstart.shell.support.look import Look
from blackstart.shell.support.workers import Worker
from blackstart.shell.widgets.projector_sheet import IN_A_WINDOW

TASK = "display"
FOLLOW_MS = 20  # after the console, so that neither waits for the other to be painted


class Projection(QObject):
    """Builds the display when it is first wished for; `console` is the facilitator's window."""

    told = Signal(str)

    def __init__(self, run: RunPresenter, worker: Worker, look: Look, screens: Screens, console: QWidget) -> None:
        super().__init__(console)
        self._run = run
        self._worker = worker
        self._look = look
        self._screens = screens
        self._drill: Drill | None = None  # whose map the display has, or is being made
        self._stand: RunStand | None = None  # to be looked at in the next turn
        self._seen: Seen | None = None  # and not shown yet
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(FOLLOW_MS)
        self._timer.timeout.connect(self._go_on)
        self.presenter = DisplayPresenter(look)  # with no parent: nothing leads from it to the run
        self.window: DisplayWindow | None = None
        self.projector = Projector(screens, look.settings, lambda: screens.under(console), self)
        self.projector.covered.connect(self._cover)
        self.projector.hidden.connect(self._hide)
        self.projector.froze.connect(self._freeze)
        self.projector.blanked.connect(self._blank)
        self.projector.told.connect(self.told)
        run.stood.connect(self._follow)
        run.map.map_shown.connect(self._part)

    def join(self, button: ProjectorButton) -> None:
        """Let a button steer the display and tell how it stands."""
        projector = self.projector
        button.switch_wished.connect(projector.switch)
        button.place_wished.connect(projector.show_at)
        button.full_wished.connect(projector.switch_full)
        button.freeze_wished.connect(projector.switch_frozen)
        button.blank_wished.connect(projector.switch_blank)
        projector.stood.connect(button.show_sheet)
        button.show_sheet(projector.sheet())

    def close(self) -> None:
        """Close the display with the program."""
        self._worker.forget(TASK)
        self.projector.leave()
        if self.window is not None:
            self.window.close()

    def show_seen(self) -> None:
        """Show what was seen last."""
        self._see()
        seen, self._seen = self._seen, None
        if seen is not None:
            self.presenter.take(seen)

    def _follow(self, stand: RunStand) -> None:
        """Look at the run with the participants' eyes, in a turn of its own; its director is kept no longer."""
        if not self.projector.is_seen:
            return
        drill = stand.director.drill
        if drill is not self._drill:
            self._make_ground(drill)
        elif self.presenter.has_map:
            self._stand = stand
            if not self._timer.isActive():
                self._timer.start()

    def _go_on(self) -> None:
        """Look, and show it in the turn after: with a large map either takes its time."""
        if self._stand is None:
            self.show_seen()
            return
        self._see()
        self._timer.start()

    def _see(self) -> None:
        stand, self._stand = self._stand, None
        if stand is not None:
            self._seen = Seen(visible(stand.director), stand.now, stand.is_running, stand.pace)

    def _make_ground(self, drill: Drill) -> None:
        drawing = self._run.map.drawing
        if drawing is None:
            return
        self._drill = drill
        self.presenter.close()
        self._worker.do(TASK, lambda: display_ground(drill, drawing), self._take_ground, lambda fault: None)

    def _take_ground(self, ground: DisplayGround) -> None:
        self.presenter.open(ground)
        self._run.show_all()

    def _part(self, picture: Picture | None) -> None:
        """Let go of the map when the run does."""
        if picture is None and self._drill is not None:
            self._worker.forget(TASK)
            self._drill = self._stand = self._seen = None
            self.presenter.close()

    def _cover(self, place: str) -> None:
        window = self._window()
        if place == IN_A_WINDOW:
            self._screens.uncover(window, FIRST_SIZE)
        else:
            self._screens.cover(window, place)
        self._run.show_all()  # what happened while nobody looked

    def _hide(self) -> None:
        if self.window is not None:
            self.window.hide()

    def _freeze(self, is_frozen: bool) -> None:
        self.presenter.freeze(is_frozen=is_frozen)

    def _blank(self, is_blank: bool) -> None:
        self._window().show_blank(is_blank=is_blank)

    def _window(self) -> DisplayWindow:
        if self.window is None:
            self.window = DisplayWindow(self.presenter, self._look)
            self.window.closed.connect(self.projector.leave)
        return self.window
