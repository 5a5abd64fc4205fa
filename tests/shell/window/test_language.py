"""Another language while the window is open: everything is said anew, and nothing is read again."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTranslator
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from blackstart.core.base.ids import OptionId
from blackstart.core.exercise.files import LoadedDrill
from blackstart.core.play.commands import End
from blackstart.shell.actions.offer import Offer
from blackstart.shell.app.application import Program, Wanted
from blackstart.shell.app.furniture import furnish
from blackstart.shell.document import opening
from blackstart.shell.document.opening import load_telling
from blackstart.shell.document.stages import Tell
from blackstart.shell.run.talk.writing_field import WritingField
from blackstart.shell.support.settings import settings_in
from blackstart.shell.window.palette import Palette
from blackstart.shell.window.rooms import Rooms
from tests.shell.drills import LIGHTS, lights_file


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Files that were read."""
    files: list[Path] = []

    def counted(path: Path, tell: Tell) -> LoadedDrill:
        files.append(path.resolve())
        return load_telling(path, tell)

    monkeypatch.setattr(opening, "load_telling", counted)
    return files


@pytest.fixture
def program(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, read: list[Path]
) -> Iterator[Program]:
    lights_file(tmp_path)
    monkeypatch.setattr("blackstart.shell.window.desk.exercises_folder", lambda: tmp_path)
    wanted = Wanted(tmp_path / "lights.drill", tmp_path / "library.db")
    made = Program(qapp, settings_in(tmp_path / "settings.ini"), furnish, wanted)
    qtbot.addWidget(made.frame)
    made.show()
    qtbot.waitUntil(lambda: made.rooms is not None)
    qtbot.waitUntil(lambda: made.frame.mode == "run" and bool(rooms(made).library.cards))
    yield made
    made.frame.close()
    for translator in qapp.findChildren(QTranslator):
        qapp.removeTranslator(translator)


def rooms(program: Program) -> Rooms:
    assert isinstance(program.rooms, Rooms)
    return program.rooms


def test_every_page_speaks_the_language_that_is_chosen(qtbot: QtBot, program: Program) -> None:
    program.look.set_language("ko")
    assert program.frame.rail.button("review").text() == "복기"
    qtbot.waitUntil(lambda: rooms(program).library.cards[0].volume.title == "등불")  # once the shelf has been read
    side = rooms(program).run.side
    assert side.begin.title.text() == "등불"
    assert side.begin.button.text().strip().startswith("실행 시작")
    assert "복기" in {label.text() for label in rooms(program).review.findChildren(QLabel)}
    assert program.frame.mode == "run"


def test_what_was_typed_at_the_console_outlives_another_language(program: Program) -> None:
    before = rooms(program).run
    before.side.begin.team.setText("night shift")
    before.findChildren(WritingField)[0].setPlainText("Lead is calm")
    before.switch_charts()
    program.look.set_language("ko")
    after = rooms(program).run
    assert after is not before
    words = after.findChildren(WritingField)[0].toPlainText()
    assert (after.side.begin.team.text(), words) == ("night shift", "Lead is calm")
    assert after.draft == before.draft


def test_what_is_offered_bears_the_title_of_the_language(program: Program) -> None:
    desk, messages = rooms(program).desk, program.frame.messages
    desk.run.begin("night shift")
    desk.run.leave()
    desk.start(None)
    assert "Lights" in messages.text
    program.look.set_language("ko")
    assert "등불" in messages.text
    messages.hide()
    program.look.set_language("en")
    assert messages.text == ""


def test_recorded_runs_bear_the_title_of_the_language_wherever_they_are_found(program: Program) -> None:
    rooms(program).desk.run.begin("")
    program.look.set_language("ko")
    assert rooms(program).review.bar.picker.itemText(0) == "1회차, 등불"
    *_, runs = rooms(program).found()
    assert runs.entry(0).text == "등불  1"


def test_what_is_read_from_the_shelf_is_found_in_the_palette_that_is_open(
    qtbot: QtBot, program: Program, tmp_path: Path
) -> None:
    program.frame.show_palette()
    sheet = program.frame.sheets.sheet
    assert isinstance(sheet, Palette)
    sheet.field.setText("zzqx")
    assert not sheet.found
    (tmp_path / "zzqx.drill").write_text(LIGHTS.replace("id: lights", "id: zzqx"), encoding="utf-8")
    rooms(program).desk.list_drills()
    qtbot.waitUntil(lambda: bool(sheet.found))


def test_the_chosen_exercise_stays_chosen_in_another_language(qtbot: QtBot, program: Program, tmp_path: Path) -> None:
    (tmp_path / "other.drill").write_text(LIGHTS.replace("id: lights", "id: other"), encoding="utf-8")
    rooms(program).desk.list_drills()
    qtbot.waitUntil(lambda: len(rooms(program).library.cards) == 2)
    rooms(program).library.choose(tmp_path / "other.drill")
    program.look.set_language("ko")
    assert rooms(program).library.choice == tmp_path / "other.drill"


@pytest.mark.parametrize("change", ["language", "text size"])
def test_a_decision_that_is_being_filled_in_outlives_new_pages(program: Program, change: str) -> None:
    rooms(program).desk.run.begin("night shift")
    rooms(program).desk.run.step()
    form = rooms(program).run.side.form
    form.choose(OptionId("mend"))
    form.answer.why.setPlainText("it is dark")
    before = form.drafts()
    if change == "language":
        program.look.set_language("ko")
    else:
        program.look.set_text_size(200)
    after = rooms(program).run.side.form
    assert after is not form
    assert after.answer.why.toPlainText() == "it is dark"
    assert after.drafts() == before


def test_the_keys_go_on_working_in_another_language(program: Program) -> None:
    program.look.set_language("ko")
    actions = {action.objectName(): action for action in rooms(program).run.actions()}
    assert actions["run.note"].text() == "메모 적기"
    actions["run.play"].trigger()
    assert rooms(program).desk.run.run_id is not None


def test_what_is_wrong_with_a_file_on_the_shelf_is_told_in_the_language(
    qtbot: QtBot, program: Program, tmp_path: Path, read: list[Path]
) -> None:
    (tmp_path / "bad.drill").write_text(LIGHTS.replace("users: 3", "users: many"), encoding="utf-8")
    rooms(program).desk.list_drills()
    qtbot.waitUntil(lambda: any(card.volume.fault for card in rooms(program).library.cards))
    files = len(read)
    program.look.set_language("ko")
    (fault,) = [card.volume.fault for card in rooms(program).library.cards if card.volume.fault]
    assert "쓸 수 없는 값: 'many'" in fault
    assert len(read) == files


def test_a_drill_is_read_once_for_shelf_console_and_language(program: Program, read: list[Path]) -> None:
    program.look.set_language("ko")
    rooms(program).desk.open_drill(rooms(program).library.cards[0].volume.path)
    rooms(program).desk.list_drills()
    assert len(read) == 1


def test_a_file_that_has_changed_is_read_again(qtbot: QtBot, program: Program, read: list[Path]) -> None:
    path = rooms(program).library.cards[0].volume.path
    path.write_text(path.read_text(encoding="utf-8").replace("Lights", "Candles"), encoding="utf-8")
    rooms(program).desk.open_drill(path)
    qtbot.waitUntil(lambda: rooms(program).run.side.begin.title.text() == "Candles")
    assert len(read) == 2


@pytest.mark.parametrize("change", ["ko", 150])
def test_who_was_typing_goes_on_typing_after_the_settings(qtbot: QtBot, program: Program, change: str | int) -> None:
    frame, look = program.frame, program.look
    qtbot.waitUntil(rooms(program).run.side.begin.team.isVisible)
    with qtbot.waitActive(frame):
        frame.activateWindow()
    before = rooms(program).run
    before.side.begin.team.setText("night shift")
    before.side.begin.team.setFocus()
    before.side.begin.team.setCursorPosition(5)
    frame.sheets.open_settings()
    if isinstance(change, str):
        look.set_language(change)
    else:
        look.set_text_size(change)
    sheet = frame.sheets.sheet
    assert sheet is not None
    QTest.keyClick(sheet, Qt.Key.Key_Escape)
    field = rooms(program).run.side.begin.team
    assert rooms(program).run is not before
    assert frame.focusWidget() is field
    QTest.keyClicks(field, " x")
    assert field.text() == "night x shift"


def test_after_a_run_the_keys_of_review_are_the_runs_that_is_looked_back_on(qtbot: QtBot, program: Program) -> None:
    run = rooms(program).desk.run
    with qtbot.waitActive(program.frame):
        program.frame.activateWindow()
    run.begin("night shift")
    run.submit(End())
    program.frame.show_mode("review")
    review = rooms(program).review
    qtbot.waitUntil(lambda: review.page.isVisible())
    assert program.frame.focusWidget() is review.page.ruler


def test_the_run_that_was_left_is_offered_until_another_page_is_worked_on(program: Program) -> None:
    desk, messages = rooms(program).desk, program.frame.messages
    desk.offered.emit(Offer("A run was not ended.", "Continue run", lambda: None, is_instead=True))
    program.frame.show_mode(program.frame.mode)
    assert messages.text == "A run was not ended."
    program.frame.show_mode("review")
    assert messages.text == ""


def test_no_other_run_is_offered_once_one_has_begun(program: Program) -> None:
    desk, messages = rooms(program).desk, program.frame.messages
    offer = Offer("A run was not ended.", "Continue run", lambda: None, is_instead=True)
    desk.offered.emit(offer)
    desk.offered.emit(Offer("Opening…", "Cancel", lambda: None))
    desk.run.begun.emit("another run")
    assert messages.text == "Opening…"
    messages.dismiss()
    assert messages.text == ""
