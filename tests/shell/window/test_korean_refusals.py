"""In a Korean window a refusal is Korean, wherever in core it comes from and whichever way it takes to the reader."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from blackstart.core.base.ids import ComponentId, DecisionId, InjectId, OptionId
from blackstart.core.base.simtime import Seconds
from blackstart.core.play.commands import Decide, Deliver, Jump, Move
from blackstart.core.topology.edits import AddNeed
from blackstart.core.topology.model import Need
from blackstart.shell.app.application import Program, Wanted
from blackstart.shell.app.furniture import furnish
from blackstart.shell.support.settings import settings_in
from blackstart.shell.window.fault_sheet import FaultSheet
from blackstart.shell.window.faults_model import WHAT
from blackstart.shell.window.rooms import Rooms
from tests.shell.drills import LIGHTS, lights_file

HANGUL = re.compile("[가-힣]")
ENGLISH = re.compile(r"[A-Za-z]{2,}(?: [A-Za-z]{2,}){2}")  # three words in a row are a sentence
LAMP, CANDLES = ComponentId("lamp"), DecisionId("candles")


@pytest.fixture
def program(qtbot: QtBot, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Program]:
    lights_file(tmp_path)
    monkeypatch.setattr("blackstart.shell.window.desk.exercises_folder", lambda: tmp_path)
    wanted = Wanted(tmp_path / "lights.drill", tmp_path / "library.db")
    made = Program(qapp, settings_in(tmp_path / "settings.ini"), furnish, wanted)
    qtbot.addWidget(made.frame)
    made.show()
    qtbot.waitUntil(lambda: made.rooms is not None)
    made.look.set_language("ko")
    qtbot.waitUntil(lambda: made.frame.mode == "run" and bool(rooms(made).library.cards))
    yield made
    made.frame.close()
    for translator in qapp.findChildren(QTranslator):
        qapp.removeTranslator(translator)


def rooms(program: Program) -> Rooms:
    assert isinstance(program.rooms, Rooms)
    return program.rooms


def is_korean(sentence: str) -> bool:
    return HANGUL.search(sentence) is not None and ENGLISH.search(sentence) is None


def begun(program: Program) -> Rooms:
    made = rooms(program)
    made.desk.run.begin("야간조")
    return made


def decide_what_is_not_open(program: Program) -> None:
    begun(program).desk.run.submit(Decide(CANDLES, OptionId("light"), "지휘자"))


def deliver_what_there_is_not(program: Program) -> None:
    made = begun(program)
    made.desk.run.step()
    made.desk.run.submit(Deliver(InjectId("none")))


def move_into_the_past(program: Program) -> None:
    made = begun(program)
    made.desk.run.step()
    made.desk.run.submit(Move(InjectId("call"), Seconds(1)))


def jump_beyond_the_end(program: Program) -> None:
    begun(program).desk.run.submit(Jump(Seconds(9999)))


def let_a_card_need_itself(program: Program) -> None:
    rooms(program).desk.draw.document.edit(AddNeed(LAMP, Need((LAMP,))), "x")


def open_a_file_that_is_not_there(program: Program) -> None:
    rooms(program).desk.open_drill(Path("없음.drill"))


def take_in_what_is_no_run(program: Program) -> None:
    made = rooms(program)
    path = made.desk.libraries.now.path.with_name("no.json")
    path.write_text("[]", encoding="utf-8")
    made.desk.recorded.take_in(path)


@pytest.mark.parametrize(
    "deed",
    [
        decide_what_is_not_open,
        deliver_what_there_is_not,
        move_into_the_past,
        jump_beyond_the_end,
        let_a_card_need_itself,
        open_a_file_that_is_not_there,
        take_in_what_is_no_run,
    ],
)
def test_a_refusal_is_korean(qtbot: QtBot, program: Program, deed: Callable[[Program], None]) -> None:
    messages = program.frame.messages
    messages.dismiss()
    deed(program)
    qtbot.waitUntil(lambda: bool(messages.text))
    assert is_korean(messages.text), messages.text


def test_every_fault_of_a_file_is_shown_in_korean(qtbot: QtBot, program: Program, tmp_path: Path) -> None:
    path = tmp_path / "bad.drill"
    path.write_text(LIGHTS.replace("users: 3", "users: many").replace("on: power", "on: pwer"), encoding="utf-8")
    rooms(program).desk.open_drill(path)
    qtbot.waitUntil(lambda: isinstance(program.frame.sheets.sheet, FaultSheet))
    sheet = program.frame.sheets.sheet
    assert isinstance(sheet, FaultSheet)
    told = [str(sheet.model.index(row, WHAT).data()) for row in range(sheet.model.rowCount())]
    assert len(told) == 3
    assert [each for each in told if not is_korean(each)] == []
    assert is_korean(sheet.message.text())
    assert told[0] in {label.text() for label in sheet.findChildren(QLabel)} | {sheet.message.text()}
