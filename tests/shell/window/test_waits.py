"""Long waits as the window tells them: what is over leaves nothing behind."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from blackstart.core.record.exchange import export_run
from blackstart.core.record.library import Library
from blackstart.shell.app.application import Program, Wanted
from blackstart.shell.app.furniture import furnish
from blackstart.shell.document.stages import Stage, progress
from blackstart.shell.support.settings import settings_in
from blackstart.shell.window.message_bar import MessageBar
from blackstart.shell.window.rooms import Rooms
from tests.shell.drills import lights_file
from tests.shell.recorded_runs import record


class House:
    """The whole program on an empty library."""

    def __init__(self, qtbot: QtBot, app: QApplication, folder: Path) -> None:
        wanted = Wanted(None, folder / "library.db", folder / "drawings")
        self.program = Program(app, settings_in(folder / "settings.ini"), furnish, wanted)
        self.frame = self.program.frame
        qtbot.addWidget(self.frame)
        self.program.show()
        qtbot.waitUntil(lambda: self.program.rooms is not None)

    @property
    def rooms(self) -> Rooms:
        assert isinstance(self.program.rooms, Rooms)
        return self.program.rooms

    @property
    def bar(self) -> MessageBar:
        return self.frame.messages


@pytest.fixture
def house(qtbot: QtBot, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[House]:
    (tmp_path / "shelf").mkdir()
    monkeypatch.setattr("blackstart.shell.window.desk.exercises_folder", lambda: tmp_path / "shelf")
    made = House(qtbot, qapp, tmp_path)
    yield made
    made.frame.close()


def test_opening_fills_its_line_and_is_called_off_without_a_trace(house: House) -> None:
    wait = house.rooms.desk.wait
    wait.begin("country.drill")
    wait.tell()
    wait.go_on(progress(Stage.ARRANGE))
    assert house.bar.text == "Opening country.drill: 3 of 5, arranging the cards…"
    assert house.bar.line.share == progress(Stage.ARRANGE).share
    house.bar.act.click()
    wait.go_on(progress(Stage.LINES))
    assert house.bar.text == ""


def test_what_cannot_be_opened_is_told_and_its_wait_does_not_come_back(
    qtbot: QtBot, house: House, tmp_path: Path
) -> None:
    desk = house.rooms.desk
    desk.open_drill(tmp_path / "nowhere.drill")
    desk.wait.tell()
    qtbot.waitUntil(lambda: "there is no such file" in house.bar.text)
    house.bar.dismiss()
    assert house.bar.text == ""


def test_a_drill_that_is_opened_is_kept_drawn(qtbot: QtBot, house: House, tmp_path: Path) -> None:
    house.rooms.desk.open_drill(lights_file(tmp_path))
    qtbot.waitUntil(lambda: house.frame.mode == "run")
    assert len(list((tmp_path / "drawings").iterdir())) == 1


def test_runs_that_are_gathered_are_told_once_and_the_wait_is_gone(qtbot: QtBot, house: House, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere.db"
    runs = [record(elsewhere, team=team) for team in ("a", "b")]
    store = Library(elsewhere)
    files = tuple(tmp_path / f"{run}.json" for run in runs)
    for run, file in zip(runs, files, strict=True):
        file.write_text(export_run(store, run), encoding="utf-8")
    store.close()
    house.rooms.desk.recorded.take_in_all((*files, files[0]))
    assert house.bar.text == "Taking in runs: 1 of 3…"
    assert house.bar.line.share == 0.0
    qtbot.waitUntil(lambda: house.bar.text.startswith("Runs: 2 taken in, 1 here already"))
    assert not house.bar.line.isVisible()
    house.bar.dismiss()
    assert house.bar.text == ""
    assert len(house.rooms.desk.runs()) == 2
