"""Pictures of every page in every look, to be looked at one by one.

    python -m tests.journeys.tour FOLDER [WORD ...]

WORD leaves out the rounds whose name does not hold one of the words; a round is one window from start to end. The
pictures are called ROUND-SCENE.png.
"""

import os
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication

from blackstart.core.base.ids import DecisionId, OptionId
from blackstart.core.base.simtime import Seconds
from blackstart.core.play.commands import Command, Decide, End, Hold, Jump, Note
from blackstart.core.session.clock import ExerciseClock
from blackstart.shell.app.application import Program, Wanted
from blackstart.shell.app.furniture import furnish
from blackstart.shell.support.fonts import BODY, font
from blackstart.shell.support.look import Look
from blackstart.shell.support.settings import settings_in
from blackstart.shell.window.frame import Frame
from blackstart.shell.window.rooms import Rooms
from tests.shell.drills import HandClock
from tests.shell.large import large_file

ROOT = Path(__file__).resolve().parents[2]
PANGYO = ROOT / "exercises" / "pangyo-2022.drill"
LARGE, SMALL = QSize(1600, 1000), QSize(1280, 720)
PATIENCE_S, REST_S = 180.0, 0.8  # the longest motion is shorter than the rest
HALF_AN_HOUR, OVERDUE, TWO_HOURS = Seconds(1800), Seconds(2400), Seconds(7200)


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
    """Somebody who goes through one window and takes pictures."""

    def __init__(self, app: QApplication, wanted: Round, out: Path) -> None:
        self._app = app
        self._wanted = wanted
        self._out = out
        self._hand = HandClock()
        self._folder = Path(tempfile.mkdtemp(prefix="tour-"))
        file = large_file(self._folder, wanted.count) if wanted.count is not None else None
        self._file = file or PANGYO
        settings = settings_in(self._folder / "settings.ini")
        self._program = Program(app, settings, self._furnish, Wanted(None, self._folder / "library.db"))
        look = self._program.look
        look.set_theme(wanted.theme)
        look.set_language(wanted.language)
        look.set_text_size(wanted.text_size)
        if wanted.is_contrast_high:
            look.set_contrast(is_high=True)
        self._frame = self._program.frame
        self._frame.resize(wanted.size)
        self._program.show()
        self._wait(lambda: isinstance(self._program.rooms, Rooms))

    def go(self) -> None:
        """Through everything there is to see."""
        self._see_empty()
        self._see_run()
        self._see_end()
        self._frame.close()

    def _see_empty(self) -> None:
        frame = self._frame
        self._take("library-empty")
        for mode in ("run", "review"):
            frame.show_mode(mode)
            self._take(f"{mode}-empty")
        self._rooms.desk.open_drill(self._file)
        self._wait(lambda: frame.mode == "run" and not self._rooms.desk.worker.is_busy)
        self._take("run-before")
        for mode in ("draw", "script"):
            frame.show_mode(mode)
            self._take(mode)
        frame.show_mode("library")
        for name, show in (
            ("palette", frame.show_palette),
            ("keys", frame.show_keys),
            ("settings", frame.sheets.open_settings),
        ):
            show()
            self._take(name)
            sheet = frame.sheets.sheet
            assert sheet is not None
            sheet.close()
        frame.show_mode("run")

    def _see_run(self) -> None:
        run = self._rooms.desk.run
        run.begin("Night shift")
        self._take("run-0")
        self._do(Jump(Seconds(900)))
        if self._wanted.count is None:
            self._do(Decide(DecisionId("staff-comms"), OptionId("phone-tree"), "lead", "It holds once it stands."))
        self._do(Note("Nobody asked who is on call.", by="facilitator"))
        self._do(Jump(HALF_AN_HOUR))
        self._take("run-30min")
        self._do(Hold())
        self._take("run-paused")
        self._do(Jump(OVERDUE))
        self._take("run-overdue")
        self._do(Jump(TWO_HOURS))
        self._take("run-2h")
        components = self._rooms.run.map.picture
        assert components is not None
        run.map.choose(next(iter(components.faces)))
        self._take("run-chosen")
        run.map.choose(None)
        self._frame.messages.say("There is no such file: somewhere/pangyo.drill")
        self._take("run-message")

    def _see_end(self) -> None:
        self._do(End())
        self._take("run-ended")
        self._rooms.desk.look_back_at_last()
        self._wait(lambda: self._frame.mode == "review" and not self._rooms.desk.worker.is_busy)
        self._take("review")
        self._rooms.desk.review.seek(HALF_AN_HOUR)
        self._take("review-30min")
        self._frame.show_mode("library")
        self._take("library-runs")

    def _take(self, scene: str) -> None:
        """Let everything come to rest, then take the picture."""
        end = time.monotonic() + REST_S
        self._wait(lambda: time.monotonic() > end and not self._rooms.desk.worker.is_busy)
        self._frame.grab().save(str(self._out / f"{self._wanted.name}-{scene}.png"))

    def _do(self, command: Command) -> None:
        if not self._rooms.desk.run.submit(command):
            print(f"{self._wanted.name}: refused: {command}", file=sys.stderr)

    def _wait(self, until: Callable[[], bool]) -> None:
        end = time.monotonic() + PATIENCE_S
        while not until():
            if time.monotonic() > end:
                raise TimeoutError(f"{self._wanted.name}: waited in vain")
            self._app.processEvents()
            time.sleep(0.002)

    @property
    def _rooms(self) -> Rooms:
        assert isinstance(self._program.rooms, Rooms)
        return self._program.rooms

    def _furnish(self, frame: Frame, look: Look, wanted: Wanted) -> Rooms:
        return furnish(frame, look, wanted, lambda: ExerciseClock(self._hand))


ROUNDS = (
    *(Round(f"{theme}-{size.width()}", size, theme) for theme in ("dark", "light") for size in (LARGE, SMALL)),
    Round("ko-dark-1600", language="ko"),
    Round("ko-light-1280", SMALL, "light", language="ko"),
    Round("text200-dark-1600", text_size=200),
    Round("text200-light-1280", SMALL, "light", text_size=200),
    Round("text200-ko-dark-1280", SMALL, language="ko", text_size=200),
    Round("text150-light-1600", theme="light", text_size=150),
    Round("contrast-dark-1600", is_contrast_high=True),
    Round("contrast-light-1280", SMALL, "light", is_contrast_high=True),
    Round("n36-light-1600", theme="light", count=36),
    Round("n300-dark-1600", count=300),
    Round("n300-light-1280", SMALL, "light", count=300),
    Round("n10000-dark-1600", count=10_000),
)


def visit(wanted: Round, out: Path) -> None:
    """Go through one round, in a process of its own: a language once spoken stays with the application."""
    app = QApplication(["blackstart"])
    app.setStyle("Fusion")
    app.setFont(font(BODY))
    Visit(app, wanted, out).go()


def main(out: Path, words: list[str]) -> None:
    """Take all pictures, or those of some rounds."""
    out.mkdir(parents=True, exist_ok=True)
    for wanted in ROUNDS:
        if not words or any(word in wanted.name for word in words):
            print(wanted.name, flush=True)
            process = get_context("spawn").Process(target=visit, args=(wanted, out))
            process.start()
            process.join()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:])
