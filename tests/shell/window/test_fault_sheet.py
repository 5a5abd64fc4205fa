"""A file with faults: every one is listed, the lines around the chosen one are shown, what is open stays open."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from blackstart.core.base.errors import DrillError
from blackstart.core.base.ids import ComponentId
from blackstart.core.exercise.files import load_drill
from blackstart.core.record.library import Library
from blackstart.core.session.clock import ExerciseClock
from blackstart.shell.document.faulty import FaultyFile, faulty_file
from blackstart.shell.support.look import Look
from blackstart.shell.support.settings import settings_in
from blackstart.shell.window.desk import Desk
from blackstart.shell.window.fault_sheet import FaultSheet
from blackstart.shell.window.faults_model import LINE, WHAT, FaultsModel
from blackstart.shell.window.faults_room import FaultsRoom
from blackstart.shell.window.frame import Frame
from blackstart.shell.window.standing_place import LEAST_SIZE
from tests.shell.drills import HandClock

TEXT = """\
blackstart: 1
id: bad
title: Bad
topology:
  components:
    - {id: hall, restart: soon}
    - {id: shop, needs: [{on: hal}]}
"""


@pytest.fixture
def file(tmp_path: Path) -> FaultyFile:
    path = tmp_path / "bad.drill"
    path.write_text(TEXT)
    with pytest.raises(DrillError) as caught:
        load_drill(path)
    return faulty_file(path, caught.value)


@pytest.fixture
def frame(qtbot: QtBot, look: Look, tmp_path: Path) -> Frame:
    made = Frame(look, settings_in(tmp_path / "window.ini"))
    qtbot.addWidget(made)
    made.resize(LEAST_SIZE)
    made.show()
    return made


@pytest.fixture
def faults(frame: Frame, look: Look) -> FaultsRoom:
    return FaultsRoom(frame.sheets, look)


@pytest.fixture
def sheet(frame: Frame, faults: FaultsRoom, file: FaultyFile) -> FaultSheet:
    faults.open(file)
    assert isinstance(frame.sheets.sheet, FaultSheet)
    return frame.sheets.sheet


def test_lines_around_a_fault_end_with_the_file(file: FaultyFile) -> None:
    assert [line.number for line in file.around(file.findings[1])] == [4, 5, 6, 7]
    assert file.around(file.findings[1])[-1].words.endswith("{on: hal}]}")


def test_a_file_that_cannot_be_read_any_more_shows_its_faults_alone(file: FaultyFile) -> None:
    gone = faulty_file(file.path.with_name("gone.drill"), DrillError(file.findings))
    assert gone.findings == file.findings
    assert gone.around(file.findings[0]) == ()


def test_every_fault_has_a_row_with_its_line(file: FaultyFile) -> None:
    model = FaultsModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show_rows(file.findings)
    assert [model.data(model.index(row, LINE)) for row in range(2)] == ["6", "7"]
    assert "'soon' is not a duration" in model.data(model.index(0, WHAT))


def test_the_first_fault_is_shown_and_arrows_show_the_others(sheet: FaultSheet) -> None:
    assert sheet.table.hasFocus()
    assert sheet.message.text().startswith("'soon' is not a duration")
    QTest.keyClick(sheet.table, Qt.Key.Key_Down)
    assert sheet.message.text().startswith("there is no component 'hal'")
    (marked,) = sheet.excerpt.extraSelections()  # kept: what is in it goes with it
    assert marked.cursor.block().text().split(maxsplit=1)[0] == "7"


def test_path_and_line_are_copied(sheet: FaultSheet, file: FaultyFile) -> None:
    sheet.table.selectRow(1)
    sheet.copy.click()
    assert QGuiApplication.clipboard().text() == f"{file.path}:7"
    assert sheet.told.accessibleName() == "Copied."


def test_the_file_is_opened_in_an_editor_or_the_sheet_says_that_there_is_none(
    sheet: FaultSheet, file: FaultyFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[QUrl] = []

    def open_nothing(url: QUrl) -> bool:
        asked.append(url)
        return False

    monkeypatch.setattr(QDesktopServices, "openUrl", open_nothing)
    sheet.editor.click()
    assert [url.toLocalFile() for url in asked] == [str(file.path.resolve())]
    assert sheet.told.accessibleName().startswith("This system knows no program")


def test_trying_again_closes_the_sheet_and_opens_the_file(
    qtbot: QtBot, frame: Frame, faults: FaultsRoom, sheet: FaultSheet
) -> None:
    with qtbot.waitSignal(faults.file_wished) as wished:
        sheet.again.click()
    assert wished.args[0].name == "bad.drill"
    assert frame.sheets.sheet is None


def test_in_the_largest_words_everything_can_be_reached(
    frame: Frame, faults: FaultsRoom, file: FaultyFile, look: Look
) -> None:
    look.set_text_size(200)
    faults.open(file)
    sheet = frame.sheets.sheet
    assert isinstance(sheet, FaultSheet)
    assert frame.rect().contains(sheet.plate.geometry())
    assert sheet.excerpt.height() >= 5 * sheet.excerpt.fontMetrics().height()
    for button in (sheet.copy, sheet.editor, sheet.again):
        assert button.width() >= button.sizeHint().width()


def test_faults_are_shown_while_what_is_open_stays_so(
    qtbot: QtBot, look: Look, file: FaultyFile, tmp_path: Path
) -> None:
    desk = Desk(Library(tmp_path / "library.db"), lambda: ExerciseClock(HandClock()), look)
    before = desk.draw.document.drill
    with qtbot.waitSignal(desk.faults_shown) as shown, qtbot.assertNotEmitted(desk.told):
        desk.open_drill(file.path)
    assert shown.args[0].findings == file.findings
    assert desk.draw.document.drill is before
    desk.close()


def test_what_could_be_read_is_on_a_map_that_counts_the_faults_of_each_component(sheet: FaultSheet) -> None:
    assert sheet.map is not None
    picture = sheet.map.view.picture
    assert picture is not None
    assert list(picture.drawing.arrangement.cards) == ["hall", "shop"]
    assert [picture.faces[ComponentId(each)].badge for each in ("hall", "shop")] == ["1 fault", "1 fault"]
    assert "2 components" in sheet.map.note.text()


def test_jumping_to_a_fault_chooses_its_component_on_the_map(sheet: FaultSheet) -> None:
    assert sheet.map is not None
    sheet.table.selectRow(1)
    picture = sheet.map.view.picture
    assert picture is not None
    assert picture.chosen == "shop"
    place = sheet.map.view.place_of(ComponentId("shop"))
    assert sheet.map.view.rect().contains(place.toRect())


def test_a_click_on_a_component_jumps_to_its_first_fault(sheet: FaultSheet) -> None:
    assert sheet.map is not None
    view = sheet.map.view
    sheet.table.selectRow(0)
    at = view.place_of(ComponentId("shop")).center().toPoint()
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
    assert sheet.table.currentIndex().row() == 1


def test_a_file_of_no_form_has_a_list_and_no_map(frame: Frame, faults: FaultsRoom, tmp_path: Path) -> None:
    path = tmp_path / "torn.drill"
    path.write_text("topology: [")
    with pytest.raises(DrillError) as caught:
        load_drill(path)
    faults.open(faulty_file(path, caught.value))
    assert isinstance(frame.sheets.sheet, FaultSheet)
    assert frame.sheets.sheet.map is None
    assert frame.sheets.sheet.model.rowCount() == 1


@pytest.mark.parametrize(("text_size", "is_beside"), [(100, True), (200, False)])
def test_the_map_lies_beside_the_list_or_below_it(
    frame: Frame, faults: FaultsRoom, file: FaultyFile, look: Look, text_size: int, is_beside: bool
) -> None:
    look.set_text_size(text_size)
    faults.open(file)
    sheet = frame.sheets.sheet
    assert isinstance(sheet, FaultSheet)
    assert sheet.map is not None
    sheet.table.window().grab()
    assert (sheet.map.x() > sheet.table.geometry().right()) is is_beside
    assert sheet.map.view.height() > 100
