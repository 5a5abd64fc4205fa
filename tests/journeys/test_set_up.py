"""From the shelf to a run that somebody set up, and back to what was filled in."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from blackstart.core.play.commands import Participant
from blackstart.shell.run.setup.room import SetupRoom
from blackstart.shell.run.setup.setup_sheet import SetupSheet
from tests.journeys.user import User
from tests.shell.drills import lights_file


def test_a_run_is_set_up_from_the_library_and_remembered(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    shelf = tmp_path / "drills"
    shelf.mkdir()
    user = User(qapp, tmp_path, lights_file(shelf))
    qtbot.addWidget(user.frame)
    user.wait(lambda: user.frame.mode == "run")
    user.press(Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    user.wait(
        lambda: any(card.volume.has_script and card.volume.title == "Lights" for card in user.rooms.library.cards)
    )
    user.click(next(card for card in user.rooms.library.cards if card.volume.title == "Lights"))
    user.click(user.rooms.library.detail.setup)
    room = user.rooms.run.rooms["setup"]
    assert isinstance(room, SetupRoom)
    user.wait(lambda: isinstance(room.sheet, SetupSheet))
    assert user.frame.mode == "run"
    user.write("Night shift")
    for _ in range(2):
        user.press(Qt.Key.Key_Tab)
    user.write("Kim")
    user.press(Qt.Key.Key_Return)
    user.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    user.wait(lambda: user.rooms.desk.run.is_under_way)
    assert [row.team for row in user.rooms.desk.runs()] == ["Night shift"]

    # The next run of the drill begins with the same people.
    user.rooms.desk.open_drill(lights_file(shelf))
    user.wait(lambda: not user.rooms.desk.run.is_under_way)
    user.press(Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    assert isinstance(room.sheet, SetupSheet)
    assert room.sheet.form.answers.people == (Participant("Kim"),)
    user.press(Qt.Key.Key_Escape)
    user.close()
