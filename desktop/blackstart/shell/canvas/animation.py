"""What moves on a map, driven by one timer that runs only while something moves.

Times are real seconds that stand while the exercise's clock is held. A map whose tempo nobody tells does not move.
"""

import time
from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QPainter

from blackstart.core.base.ids import ComponentId
from blackstart.shell.canvas.changes import Changes, changed_faces
from blackstart.shell.canvas.frames import Frame, draw_frame, places
from blackstart.shell.canvas.motion import Stopwatch
from blackstart.shell.canvas.picture import Face, Picture, Tempo
from blackstart.shell.canvas.pulses import Pulses
from blackstart.shell.canvas.spread import Flow
from blackstart.shell.support.look import Look

FRAME_MS = 33
FAST = 4  # exercise seconds a second from which on lines are coloured and no dots run
DOTS_SHRINK_TO = 0.5  # scale below which dots keep the size that they have there


class Animation(QObject):
    """The pulses and changing cards of the map that is shown."""

    touched = Signal(object)  # list[QRectF] of canvas px: to be painted anew

    def __init__(self, look: Look, clock: Callable[[], float] = time.monotonic, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._is_reduced = look.is_motion_reduced
        self._is_seen = True
        self._watch = Stopwatch(clock)
        self._tempo: Tempo | None = None
        self._picture: Picture | None = None
        self._pulses = Pulses()
        self._reserves: tuple[Flow, ...] = ()
        self._changes = Changes()
        self._frame = Frame()
        self._scale = 1.0
        self._timer = QTimer(self)
        self._timer.setInterval(FRAME_MS)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.move)
        look.changed.connect(self._settle)

    @property
    def is_going(self) -> bool:
        """Whether there are frames to come by themselves."""
        return self._timer.isActive()

    @property
    def frame(self) -> Frame:
        """What is shown over the map now."""
        return self._frame

    def show_tempo(self, tempo: Tempo) -> None:
        """Let things move while the clock runs, and stand where they are while it is held."""
        self._tempo = tempo
        if tempo.is_running:
            self._watch.run()
        else:
            self._watch.stand()
        self._settle()

    def show_seen(self, *, is_seen: bool) -> None:
        """Rest while nobody sees the map; its time goes on."""
        self._is_seen = is_seen
        self._go()

    def show_picture(self, picture: Picture | None) -> None:
        """Take in what the map shows now: cards that changed move; another map begins without motion."""
        before, self._picture = self._picture, picture
        if picture is None or before is None or before.drawing is not picture.drawing:
            self._pulses.clear()
            self._changes.clear()
            self._reserves = ()
            self._go()
        elif self._tempo is not None:
            faces = changed_faces(before, picture)
            if faces:
                self._change(faces)
                self._go()

    def show_spread(self, flows: Sequence[Flow]) -> None:
        """Let what has just happened run along its lines."""
        if self._picture is not None and self._has_dots():
            is_held = not self._watch.is_running
            self._pulses.begin(flows, self._picture.drawing, self._watch.now(), replaces=is_held)
            self._go()

    def show_reserves(self, flows: Sequence[Flow]) -> None:
        """Let these run again and again, and no others, until told otherwise."""
        if tuple(flows) != self._reserves:
            self._reserves = tuple(flows)
            self._repeat()
            self._go()

    def move(self) -> None:
        """Show the next frame."""
        now = self._watch.now()
        self._pulses.sweep(now)
        self._changes.sweep(now)
        before, self._frame = self._frame, self._frame_at(now)
        if self._picture is not None and self._frame != before:
            cards = self._picture.drawing.arrangement.cards
            self.touched.emit([*places(before, cards), *places(self._frame, cards)])
        if not self._is_alive():
            self._timer.stop()

    def paint(self, painter: QPainter, scale: float) -> None:
        """Paint what moves over the map; the painter is on the canvas's scale."""
        if self._picture is None:
            return
        if scale != self._scale:
            self._scale = scale
            self._frame = self._frame_at(self._watch.now())
        draw_frame(painter, self._frame, self._picture, self._look.theme, scale)

    def _change(self, faces: dict[ComponentId, Face]) -> None:
        now = self._watch.now()
        if not self._is_reduced and not self._watch.is_running:
            self._changes.mark(faces, now)
        else:
            self._changes.begin(faces, now, is_still=self._is_reduced)

    def _has_dots(self) -> bool:
        return self._tempo is not None and self._tempo.pace < FAST and not self._is_reduced

    def _repeat(self) -> None:
        if self._picture is not None:
            flows = self._reserves if self._has_dots() else ()
            self._pulses.hold(flows, self._picture.drawing, self._watch.now())

    def _settle(self) -> None:
        """Take in another tempo or look."""
        if self._look.is_motion_reduced is not self._is_reduced:
            self._is_reduced = self._look.is_motion_reduced
            self._changes.clear()
        if not self._has_dots():
            self._pulses.clear()
        self._repeat()
        self._go()

    def _go(self) -> None:
        """Show what is there now, and go on while anything moves and time does."""
        self.move()
        if not self._watch.is_running or not self._is_seen:
            self._timer.stop()
        elif self._is_alive() and not self._timer.isActive():
            self._timer.start()

    def _is_alive(self) -> bool:
        return not (self._pulses.is_empty and self._changes.is_empty)

    def _frame_at(self, now: float) -> Frame:
        dots = self._pulses.dots(now, max(DOTS_SHRINK_TO / self._scale, 1.0))
        return Frame(tuple(dots), tuple(self._changes.at(now)))
