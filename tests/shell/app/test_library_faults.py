"""Libraries with something wrong with them, in the window: one clear sentence each, and a way on."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from blackstart.core.play.commands import Note
from blackstart.core.record.library import Library
from blackstart.core.record.schema import NEWEST
from blackstart.core.session.clock import ExerciseClock
from blackstart.shell.app.application import Wanted
from blackstart.shell.run.saving.room import SafetyRoom
from blackstart.shell.support.look import Look
from blackstart.shell.window.desk import Desk
from blackstart.shell.window.rooms import Rooms
from tests.cli.test_play import streaming, told
from tests.shell.app.test_start import program
from tests.shell.drills import HandClock, lights_file
from tests.shell.recorded_runs import record


def test_a_newer_library_is_told_with_both_numbers_and_left_alone(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    path = tmp_path / "library.db"
    record(path)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 7")
    before = path.read_bytes()
    started = program(qapp, tmp_path, Wanted(None, path))
    qtbot.addWidget(started.frame)
    started.load()
    assert f"its schema is 7, this program knows {NEWEST}" in started.frame.messages.text
    assert started.rooms is None
    assert path.read_bytes() == before
    started.frame.sheets.folder_wished.emit(tmp_path / "another")
    assert started.rooms is not None
    started.frame.close()


def test_a_damaged_page_is_told_and_the_library_is_kept_aside(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    for _ in range(4):
        record(path)
    damaged = bytearray(path.read_bytes())
    damaged[20_000:30_000] = b"\xff" * 10_000
    path.write_bytes(bytes(damaged))
    started = program(qapp, tmp_path, Wanted(None, path))
    qtbot.addWidget(started.frame)
    said: list[str] = []
    started.load()
    said.append(started.frame.messages.text)
    assert "The library was damaged. It was put aside as" in said[0]
    assert (tmp_path / "library.db.damaged-1").read_bytes() == bytes(damaged)
    started.frame.close()


def test_a_run_that_another_program_plays_is_shown_and_cannot_be_changed(
    qtbot: QtBot, look: Look, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    path = tmp_path / "library.db"
    with streaming(lights_file(tmp_path), path) as process:
        told(process, {"at": 6, "do": "note", "text": "there", "by": "eva"})
        desk = Desk(Library(path), lambda: ExerciseClock(HandClock()), look)
        request.addfinalizer(desk.close)
        said: list[str] = []
        desk.told.connect(said.append)
        (row,) = desk.runs()
        desk.continue_run(row)
        qtbot.waitUntil(lambda: desk.run.run_id == row.run)
        assert said == ["Another Blackstart plays this run: here it can only be read."]
        assert not desk.run.submit(Note("here", "eva"))
        desk.recorded.delete(row)
        for sentence in said[1:]:
            assert f"is open in another Blackstart (process {process.pid})" in sentence
        assert len(said) == 3
        assert desk.run.safety.unsafe is None
        process.kill()
    assert len(desk.runs()) == 1


def test_the_window_is_closed_only_after_a_question_while_a_run_is_not_safe(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    started = program(qapp, tmp_path, Wanted(lights_file(tmp_path), tmp_path / "drive" / "library.db"))
    qtbot.addWidget(started.frame)
    started.show()
    qtbot.waitUntil(lambda: started.frame.mode == "run")
    rooms = started.rooms
    assert isinstance(rooms, Rooms)
    rooms.desk.run.begin("night shift")
    (tmp_path / "drive").rename(tmp_path / "away")
    rooms.desk.run.submit(Note("x", "eva"))
    room = rooms.run.rooms["safety"]
    assert isinstance(room, SafetyRoom)
    assert not started.frame.close()
    assert room.sheet is not None
    room.sheet.go_on.click()
    assert started.frame.isVisible()
    assert not started.frame.close()
    assert room.sheet is not None
    room.sheet.leave.click()
    assert not started.frame.isVisible()


def test_a_run_that_is_not_safe_is_marked_on_every_page(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    started = program(qapp, tmp_path, Wanted(lights_file(tmp_path), tmp_path / "drive" / "library.db"))
    qtbot.addWidget(started.frame)
    started.show()
    qtbot.waitUntil(lambda: started.frame.mode == "run")
    rooms = started.rooms
    assert isinstance(rooms, Rooms)
    way = started.frame.rail.button("run")
    started.frame.show_mode("library")
    before = way.grab().toImage()
    rooms.desk.run.begin("night shift")
    (tmp_path / "drive").rename(tmp_path / "away")
    rooms.desk.run.submit(Note("x", "eva"))
    assert way.accessibleDescription().startswith("Not yet safe")
    assert way.toolTip().endswith(way.accessibleDescription())
    assert way.grab().toImage() != before
    (tmp_path / "away").rename(tmp_path / "drive")
    rooms.desk.run.safety.try_now()
    assert way.accessibleDescription() == ""
    assert way.grab().toImage() == before
    rooms.desk.close()
