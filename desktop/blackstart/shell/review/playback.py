"""Playing a recorded run back: recorded seconds pass at a pace, by the same kind of clock a run is played by."""

from PySide6.QtCore import QObject, QTimer, Signal

from blackstart.core.base.simtime import Seconds
from blackstart.core.exercise.model import Phase
from blackstart.core.session.clock import ExerciseClock

TICK_MS = 50
PHASES_OWN = 0  # in place of a pace: as fast as the script has the phase
PACES = (1, 4, 16, 64, 300, 1200, PHASES_OWN)  # recorded seconds a second; an hour, then a day, in a minute
USUAL = 64


class Playback(QObject):
    """Moves through a run from wherever it is told to; holds at the end."""

    passed = Signal(int)  # recorded seconds it has come to
    turned = Signal(bool, int)  # whether it plays now, at which pace

    def __init__(self, clock: ExerciseClock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._end = Seconds(0)
        self._phases: tuple[Phase, ...] = ()
        self._pace = USUAL
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self.tick)

    @property
    def is_playing(self) -> bool:
        return not self._clock.is_held

    @property
    def pace(self) -> int:
        """One of `PACES`, as it was chosen."""
        return self._pace

    def seconds_in(self, real_s: float) -> int:
        """Recorded seconds that pass in a real time at the pace of the moment, at least one."""
        return max(round(self._clock.pace * real_s), 1)

    def load(self, end: Seconds, phases: tuple[Phase, ...]) -> None:
        """Take another run, held at its end."""
        self._end, self._phases = end, phases
        self._clock.move_to(end)
        self.hold()

    def move_to(self, at: Seconds) -> None:
        """Go on from another second, playing or held as before."""
        self._clock.move_to(at)
        self._keep_pace(at)

    def choose_pace(self, pace: int) -> None:
        """Play at one of `PACES` from here on."""
        self._pace = pace
        self._keep_pace(self._clock.now())
        self._tell()

    def toggle(self) -> None:
        """Play, from the beginning where the end is reached; or hold."""
        if self.is_playing:
            self.hold()
            return
        if self._clock.now() >= self._end:
            self._clock.move_to(Seconds(0))
        self._keep_pace(self._clock.now())
        self._clock.run()
        self._timer.start()
        self._tell()

    def hold(self) -> None:
        self._timer.stop()
        self._clock.hold()
        self._tell()

    def tick(self) -> None:
        """Tell how far time has come; to be called some times a second while it plays."""
        if self._clock.tick():  # the machine was asleep
            self.hold()
            return
        now = min(self._clock.now(), self._end)
        self._keep_pace(now)
        self.passed.emit(now)
        if now >= self._end:
            self._clock.move_to(self._end)
            self.hold()

    def _keep_pace(self, at: Seconds) -> None:
        pace = self._pace or self._phases_pace(at)
        if pace != self._clock.pace:
            self._clock.set_pace(pace)
            self._tell()

    def _phases_pace(self, at: Seconds) -> int:
        """The pace of the phase that has begun last."""
        begun = [phase.pace for phase in self._phases if phase.start <= at]
        return begun[-1] if begun else 1

    def _tell(self) -> None:
        self.turned.emit(self.is_playing, self._clock.pace)
