"""What a rehearsal speaks of is shown on the map that is drawn, with the way back to what it found."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from blackstart.core.base.ids import ComponentId
from blackstart.shell.app.application import Program, Wanted
from blackstart.shell.app.furniture import furnish
from blackstart.shell.run.setup.room import SetupRoom
from blackstart.shell.support.settings import settings_in
from blackstart.shell.window.rooms import Rooms
from tests.shell.drills import lights_file

LOCK, LAMP = ComponentId("lock"), ComponentId("lamp")
SENTENCE = "The rehearsal speaks of what is chosen."


@pytest.fixture
def program(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Program]:
    wanted = Wanted(lights_file(tmp_path), tmp_path / "library.db")
    made = Program(qapp, settings_in(tmp_path / "settings.ini"), furnish, wanted)
    qtbot.addWidget(made.frame)
    made.show()
    qtbot.waitUntil(lambda: made.rooms is not None)
    qtbot.waitUntil(lambda: made.frame.mode == "run")
    yield made
    made.frame.hold_back = lambda: False  # nobody is asked about what is unsaved
    made.frame.close()


@pytest.fixture
def rooms(program: Program) -> Rooms:
    assert isinstance(program.rooms, Rooms)
    return program.rooms


def test_what_a_rehearsal_speaks_of_is_chosen_where_the_map_is_drawn(program: Program, rooms: Rooms) -> None:
    rooms.run.drawn_wished.emit((LOCK, LAMP))
    assert program.frame.mode == "draw"
    assert rooms.desk.draw.selection.components == (LOCK, LAMP)
    assert program.frame.messages.text == SENTENCE


def test_the_way_back_shows_the_findings_again(qtbot: QtBot, program: Program, rooms: Rooms) -> None:
    setup = rooms.run.rooms["setup"]
    assert isinstance(setup, SetupRoom)
    with qtbot.waitSignal(setup.presenter.rehearsed, timeout=30_000):
        setup.rehearse()
    setup.close()
    rooms.run.drawn_wished.emit((LOCK,))
    program.frame.messages.act.click()
    assert program.frame.mode == "run"
    assert setup.sheet is not None
    assert not setup.presenter.rehearsing.is_under_way, "what was found is still known"
    assert program.frame.messages.text != SENTENCE


def test_who_goes_elsewhere_is_not_offered_the_way_back_any_more(program: Program, rooms: Rooms) -> None:
    rooms.run.drawn_wished.emit((LOCK,))
    program.frame.show_mode("library")
    assert program.frame.messages.text != SENTENCE


def test_what_was_mended_meanwhile_is_rehearsed_anew(qtbot: QtBot, program: Program, rooms: Rooms) -> None:
    setup = rooms.run.rooms["setup"]
    assert isinstance(setup, SetupRoom)
    with qtbot.waitSignal(setup.presenter.rehearsed, timeout=30_000):
        setup.rehearse()
    setup.close()
    rooms.run.drawn_wished.emit((LOCK,))
    assert rooms.desk.draw.do(lambda hand: hand.rename(LOCK, "Door lock"))
    with qtbot.waitSignal(setup.presenter.rehearsed, timeout=30_000):
        program.frame.messages.act.click()
    assert setup.presenter.drill is not None
    assert setup.presenter.drill.topology.component(LOCK).label("en") == "Door lock"
