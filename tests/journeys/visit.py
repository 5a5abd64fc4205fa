"""Somebody who goes through one window by hand's time and takes pictures of it; any look, any drill."""

import os
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget

from blackstart.core.base.ids import DecisionId, OptionId
from blackstart.core.base.simtime import Seconds
from blackstart.core.play.commands import Command, Decide, Hold, Jump, Note
from blackstart.core.session.clock import ExerciseClock
from blackstart.shell.app.application import Program, Wanted
from blackstart.shell.app.furniture import furnish
from blackstart.shell.display.window import DisplayWindow
from blackstart.shell.support.fonts import BODY, font
from blackstart.shell.support.look import Look
from blackstart.shell.support.settings import settings_in
from blackstart.shell.widgets.projector_sheet import IN_A_WINDOW
from blackstart.shell.window.frame import Frame
from blackstart.shell.window.rooms import Rooms
from tests.shell.drills import HandClock
from tests.shell.large import large_file

ROOT = Path(__file__).resolve().parents[2]
PANGYO = ROOT / "exercises" / "pangyo-2022.drill"
LARGE, SMALL = QSize(1600, 1000), QSize(1280, 720)
PROJECTOR = QSize(1920, 1080)
PATIENCE_S, REST_S = 180.0, 0.5
MOST_RESTS = 12  # until two pictures are alike
TODAY = "2026-01-05T10:00:00.000+00:00"


@dataclass(frozen=True, slots=True)
class Round:
    """One window: how it looks, and what is played in it; count None = Pangyo."""

    name: str
    size: QSize = LARGE
    theme: str = "dark"
    language: str = "en"
    text_size: int = 100
    is_contrast_high: bool = False
    count: int | None = None


class Visit:
    """One window, from the first look at the library on.

    In a process of its own: a language once spoken stays with the application.

    Attributes
    ----------
    folder : Path
        Where files can be left.
    file : Path
        The drill that is opened.
    is_pangyo : bool
        Whether that is Pangyo, so that its script can be named.
    """

    def __init__(self, wanted: Round) -> None:
        self._app = QApplication(["blackstart"])
        self._app.setStyle("Fusion")
        self._app.setFont(font(BODY))
        self._hand = HandClock()
        folder = self.folder = Path(tempfile.mkdtemp(prefix="visit-"))
        self.file = large_file(folder, wanted.count) if wanted.count is not None else PANGYO
        self.is_pangyo = wanted.count is None
        settings = settings_in(folder / "settings.ini")
        self._program = Program(self._app, settings, self._furnish, Wanted(None, folder / "library.db"))
        look = self._program.look
        look.set_theme(wanted.theme)
        look.set_language(wanted.language)
        look.set_text_size(wanted.text_size)
        if wanted.is_contrast_high:
            look.set_contrast(is_high=True)
        self.frame = self._program.frame
        self.frame.resize(wanted.size)
        self._program.show()
        self.wait(lambda: isinstance(self._program.rooms, Rooms))

    @property
    def rooms(self) -> Rooms:
        assert isinstance(self._program.rooms, Rooms)
        return self._program.rooms

    def open_drill(self) -> None:
        self.rooms.desk.open_drill(self.file)
        self.wait(lambda: self.frame.mode == "run" and not self.rooms.desk.worker.is_busy)

    def begin(self) -> None:
        self.rooms.desk.run.begin("Night shift")

    def play_half_an_hour(self) -> None:
        """Decide what can be decided, write a note."""
        self.do(Jump(Seconds(900)))
        if self.is_pangyo:
            self.do(Decide(DecisionId("staff-comms"), OptionId("phone-tree"), "lead", "It holds once it stands."))
        self.do(Note("Nobody asked who is on call.", by="facilitator"))
        self.do(Jump(Seconds(1790)))

    def hold(self) -> None:
        self.do(Hold())

    def look_back(self, at: Seconds) -> None:
        self.rooms.desk.look_back_at_last()
        self.wait(lambda: self.frame.mode == "review" and not self.rooms.desk.worker.is_busy)
        self.rooms.desk.review.seek(at)

    def show_display(self) -> DisplayWindow:
        """Show the participants' display in a window as large as most projectors are."""
        projection = self.rooms.projection
        projection.projector.show_at(IN_A_WINDOW)
        self.wait(lambda: projection.window is not None and projection.window.map.picture is not None)
        assert projection.window is not None
        projection.window.resize(PROJECTOR)
        return projection.window

    def picture(self, widget: QWidget | None = None) -> QImage:
        """Let everything come to rest; return what the window then shows, or a part of it."""
        before, seen = QImage(), self._after_a_rest(widget or self.frame)
        for _ in range(MOST_RESTS):
            if seen == before:
                break
            before, seen = seen, self._after_a_rest(widget or self.frame)
        return seen

    def do(self, command: Command) -> None:
        if not self.rooms.desk.run.submit(command):
            print(f"refused: {command}", file=sys.stderr)

    def wait(self, until: Callable[[], bool]) -> None:
        end = time.monotonic() + PATIENCE_S
        while not until():
            if time.monotonic() > end:
                raise TimeoutError("waited in vain")
            self._app.processEvents()
            time.sleep(0.002)

    def speak(self, language: str) -> None:
        self._program.look.set_language(language)

    def close(self) -> None:
        self.frame.close()

    def _after_a_rest(self, widget: QWidget) -> QImage:
        end = time.monotonic() + REST_S
        self.wait(lambda: time.monotonic() > end and not self.rooms.desk.worker.is_busy)
        return widget.grab().toImage()

    def _furnish(self, frame: Frame, look: Look, wanted: Wanted) -> Rooms:
        return furnish(frame, look, wanted, lambda: ExerciseClock(self._hand, lambda: TODAY))
