"""The participants' display in the program: it follows the run, and the run cannot be reached from it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from blackstart.core.base.ids import ComponentId
from blackstart.core.base.simtime import Seconds
from blackstart.core.engine.trace import Shown
from blackstart.core.play.commands import End, Jump
from blackstart.core.record.library import Library
from blackstart.core.session.clock import ExerciseClock
from blackstart.shell.app.application import Program, Wanted
from blackstart.shell.display.window import DisplayWindow
from blackstart.shell.support.look import Look
from blackstart.shell.support.settings import settings_in
from blackstart.shell.widgets.projector_sheet import IN_A_WINDOW, ProjectorState
from blackstart.shell.window.desk import Desk
from blackstart.shell.window.frame import Frame
from blackstart.shell.window.projection import FOLLOW_MS
from blackstart.shell.window.rooms import Rooms
from tests.shell.display.fake_screens import BEAMER, LAPTOP, FakeScreens
from tests.shell.display.secrets import FORBIDDEN, MARK, reachable, secrets
from tests.shell.drills import HandClock, lights
from tests.shell.run.table import grounded

FOLLOWS_WITHIN_S = 0.1


class Theatre:
    """The whole program with two screens and a clock that is driven by hand."""

    def __init__(self, qtbot: QtBot, app: QApplication, folder: Path) -> None:
        self.screens = FakeScreens()
        self.hand = HandClock()
        wanted = Wanted(None, folder / "library.db")
        self.program = Program(app, settings_in(folder / "settings.ini"), self._furnish, wanted)
        self.frame = self.program.frame
        qtbot.addWidget(self.frame)
        self.program.show()
        qtbot.waitUntil(lambda: isinstance(self.program.rooms, Rooms))
        self._qtbot = qtbot

    @property
    def rooms(self) -> Rooms:
        assert isinstance(self.program.rooms, Rooms)
        return self.program.rooms

    @property
    def window(self) -> DisplayWindow:
        assert self.rooms.projection.window is not None
        return self.rooms.projection.window

    def play(self, display: str = "all") -> None:
        """Begin a run of the drill that has secrets, with the display on the second screen."""
        loaded = secrets(display)
        self.rooms.desk.run.open(loaded, grounded(loaded))
        self.frame.show_mode("run")
        self.rooms.desk.run.begin("Night shift")
        self.show()

    def show(self) -> None:
        self.rooms.run.bar.projector.switch_wished.emit()
        self._qtbot.waitUntil(lambda: self.window.map.picture is not None)

    def pass_by(self, seconds: float) -> None:
        """Let real time go on; at a pace of 2, and in steps that are not taken for sleep."""
        whole, rest = divmod(seconds, 1.0)
        for step in (*[1.0] * int(whole), rest):
            self.hand.pass_by(step)
            self.rooms.desk.run.tick()
            self.follow()

    def follow(self) -> None:
        """Let the display show what it would show after some milliseconds."""
        self.rooms.projection.show_seen()

    def state(self) -> ProjectorState:
        return self.rooms.run.bar.projector.sheet.state

    def _furnish(self, frame: Frame, look: Look, wanted: Wanted) -> Rooms:
        desk = Desk(Library(wanted.library), lambda: ExerciseClock(self.hand), look)
        rooms = Rooms(frame, desk, look, self.screens)
        desk.start(None)
        return rooms


@pytest.fixture
def theatre(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Theatre]:
    made = Theatre(qtbot, qapp, tmp_path)
    yield made
    made.frame.close()


def test_the_display_covers_the_other_screen_and_shows_the_run(theatre: Theatre) -> None:
    theatre.play()
    assert theatre.screens.covered == [BEAMER.key]
    assert theatre.state() is ProjectorState.SHOWN
    assert theatre.window.isVisible()
    head = theatre.window.head.sheet
    assert head is not None
    assert (head.title, head.is_running) == ("A house", True)


def test_the_display_follows_the_console_within_a_tenth_of_a_second(qtbot: QtBot, theatre: Theatre) -> None:
    theatre.play()
    theatre.follow()
    heads: list[object] = []
    theatre.rooms.projection.presenter.head_shown.connect(heads.append)
    theatre.hand.pass_by(1.0)
    theatre.rooms.desk.run.tick()
    assert heads == []  # the console comes first
    qtbot.waitUntil(lambda: bool(heads))  # by itself
    assert FOLLOW_MS < FOLLOWS_WITHIN_S * 1000 / 2  # the rest is for painting


def test_what_happens_is_on_the_picture_as_soon_as_the_display_follows(theatre: Theatre) -> None:
    theatre.play()
    theatre.pass_by(2.45)
    before = theatre.window.grab().toImage()
    theatre.pass_by(FOLLOWS_WITHIN_S)
    picture = theatre.window.map.picture
    assert picture is not None
    assert picture.faces[ComponentId("power")].shown is Shown.DOWN
    assert theatre.window.head.sheet is not None
    assert theatre.window.head.sheet.now == 5
    assert theatre.window.grab().toImage() != before


def test_a_command_is_seen_at_once(theatre: Theatre) -> None:
    theatre.play()
    theatre.rooms.desk.run.submit(Jump(Seconds(7)))
    theatre.follow()
    sheet = theatre.window.question.sheet
    assert sheet is not None
    assert sheet.text == "Candles?"


@pytest.mark.parametrize("display", ["all", "visible", "believed"])
def test_the_run_and_its_secrets_cannot_be_reached_from_the_display(theatre: Theatre, display: str) -> None:
    theatre.play(display)
    theatre.pass_by(6)
    roots = (theatre.window, theatre.rooms.projection.presenter)
    found = list(reachable(*roots))
    assert [each for each in found if isinstance(each, str) and MARK in each.lower()] == []
    assert [type(each) for each in found if isinstance(each, (*FORBIDDEN, Desk, Rooms, Frame))] == []


def test_keys_of_the_console_freeze_and_blank_the_display(qtbot: QtBot, theatre: Theatre) -> None:
    theatre.play()
    actions = {action.objectName(): action for action in theatre.rooms.run.actions()}
    actions["run.display-freeze"].trigger()
    assert theatre.state() is ProjectorState.FROZEN
    before = theatre.window.grab().toImage()
    theatre.pass_by(6)
    assert theatre.window.grab().toImage() == before
    actions["run.display-blank"].trigger()
    assert (theatre.state(), theatre.window.is_blank) == (ProjectorState.BLANK, True)
    actions["run.display-blank"].trigger()
    actions["run.display-freeze"].trigger()
    assert theatre.state() is ProjectorState.SHOWN
    assert theatre.window.grab().toImage() != before


def test_an_unplugged_screen_hides_the_display_and_the_console_says_so(theatre: Theatre) -> None:
    theatre.play()
    theatre.screens.plug(LAPTOP)
    assert not theatre.window.isVisible()
    assert theatre.frame.messages.text == "The projector's screen is gone: the display waits for it."
    theatre.pass_by(3.5)
    theatre.screens.plug(LAPTOP, BEAMER)
    theatre.follow()
    assert theatre.window.isVisible()
    assert theatre.window.head.sheet is not None
    assert theatre.window.head.sheet.now == 7  # what happened while nobody looked


def test_a_display_that_is_closed_by_its_frame_is_off_and_can_be_shown_again(theatre: Theatre) -> None:
    theatre.play()
    theatre.window.close()
    assert theatre.state() is ProjectorState.OFF
    theatre.show()
    assert (theatre.state(), theatre.window.isVisible()) == (ProjectorState.SHOWN, True)


def test_another_drill_on_the_console_is_another_on_the_display(qtbot: QtBot, theatre: Theatre) -> None:
    theatre.play()
    theatre.rooms.desk.run.open(lights(), grounded(lights()))
    window = theatre.window
    qtbot.waitUntil(lambda: window.head.sheet is not None and window.head.sheet.title == "Lights")
    assert window.head.sheet is not None
    assert window.head.sheet.line == "Not begun"


def test_the_button_of_a_page_in_another_language_tells_the_same(theatre: Theatre) -> None:
    theatre.play()
    theatre.program.look.set_text_size(125)  # which builds the pages anew
    assert theatre.state() is ProjectorState.SHOWN


def test_after_the_end_the_display_says_so(theatre: Theatre) -> None:
    theatre.play()
    theatre.rooms.desk.run.submit(End())
    theatre.follow()
    assert theatre.window.message.sheet is not None
    assert theatre.window.message.sheet.text == "The exercise has ended."


def test_closing_the_console_closes_the_display(theatre: Theatre) -> None:
    theatre.play()
    theatre.frame.close()
    assert not theatre.window.isVisible()


def test_a_display_in_a_window_is_an_ordinary_one(theatre: Theatre) -> None:
    theatre.play()
    theatre.rooms.run.bar.projector.place_wished.emit(IN_A_WINDOW)
    assert not theatre.window.isFullScreen()
    assert theatre.window.isVisible()
