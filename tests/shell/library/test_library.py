import re
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from blackstart.core.base.words import words
from blackstart.core.record.library import Library
from blackstart.core.record.rows import RunRow
from blackstart.shell.document.opening import Opener
from blackstart.shell.library.runs_model import RunsModel
from blackstart.shell.library.shelf import Volume, books, drill_files, volume
from blackstart.shell.library.volume_card import cut_to
from blackstart.shell.library.workspace import LibraryWorkspace
from blackstart.shell.support.fonts import BODY, font
from blackstart.shell.support.look import Look
from tests.shell.drills import lights_file
from tests.shell.recorded_runs import record

TESTED = QAbstractItemModelTester.FailureReportingMode.Fatal


@pytest.fixture
def rows(tmp_path: Path) -> tuple[RunRow, ...]:
    """A run that was left, begun after one that has ended."""
    path = tmp_path / "library.db"
    record(path, is_ended=True, team="day")
    record(path, is_ended=False, team="night")
    library = Library(path)
    found = library.runs()
    library.close()
    return found


def shelf(folder: Path) -> list[Volume]:
    return [volume(book, words("en")) for book in books(drill_files(folder), Opener())]


@pytest.fixture
def page(qtbot: QtBot, look: Look) -> LibraryWorkspace:
    made = LibraryWorkspace("Ctrl+O", look)
    qtbot.addWidget(made)
    made.resize(1200, 800)
    return made


def test_the_shelf_shows_what_a_drill_is_about(qapp: object, tmp_path: Path) -> None:
    path = lights_file(tmp_path)
    (shown,) = shelf(tmp_path)
    assert (shown.path, shown.title, shown.summary) == (path, "Lights", "The power of one house fails.")
    assert shown.facts == ("5 min to play", "3 components")
    assert shown.level == "Starter"
    assert shown.picture is not None


def test_a_file_with_faults_stays_on_the_shelf_and_says_why(qapp: object, tmp_path: Path) -> None:
    (tmp_path / "broken.drill").write_text("blackstart: 1\nid: broken\n", encoding="utf-8")
    lights_file(tmp_path)
    broken, good = shelf(tmp_path)
    assert "title" in broken.fault
    assert good.fault == ""


def test_the_table_of_runs_keeps_qts_rules(look: Look, rows: tuple[RunRow, ...]) -> None:
    model = RunsModel(look)
    tester = QAbstractItemModelTester(model, TESTED)
    model.show_rows(rows)
    said = [[model.data(model.index(row, column)) for column in (0, 1, 2, 4)] for row in range(2)]
    assert said == [["Lights", "2", "night", "held at 0:00:26"], ["Lights", "1", "day", "ended"]]
    model.show_rows(())
    assert model.rowCount() == 0
    assert tester.model() is model


def test_only_a_run_that_has_not_ended_can_go_on(
    qtbot: QtBot, page: LibraryWorkspace, rows: tuple[RunRow, ...]
) -> None:
    page.show_runs(rows)
    assert page.go_on.isEnabled()
    with qtbot.waitSignal(page.continue_wished) as told:
        page.go_on.click()
    assert told.args == [rows[0]]
    page.table.selectRow(1)
    assert not page.go_on.isEnabled()
    assert page.look_back.isEnabled()


def test_return_goes_on_with_a_run_or_looks_back_at_one_that_has_ended(
    qtbot: QtBot, page: LibraryWorkspace, rows: tuple[RunRow, ...]
) -> None:
    page.show_runs(rows)
    with qtbot.waitSignal(page.continue_wished):
        page.table.activated.emit(page.runs.index(0, 0))
    with qtbot.waitSignal(page.review_wished) as told:
        page.table.activated.emit(page.runs.index(1, 0))
    assert told.args == [rows[1]]


def test_without_runs_one_sentence_stands_there(page: LibraryWorkspace) -> None:
    page.show_runs(())
    assert not page.no_runs.isHidden()
    assert page.table.isHidden()
    assert not page.go_on.isEnabled()


def test_a_card_is_opened_by_mouse_and_by_key(qtbot: QtBot, page: LibraryWorkspace, tmp_path: Path) -> None:
    page.show_volumes(
        [Volume(tmp_path / "a.drill", "A"), Volume(tmp_path / "b.drill", "B", fault="b.drill:1: no title")]
    )
    page.show()
    with qtbot.waitSignal(page.drill_wished) as told:
        QTest.mouseClick(page.cards[0], Qt.MouseButton.LeftButton)
    assert told.args == [tmp_path / "a.drill"]
    with qtbot.waitSignal(page.drill_wished) as told:
        QTest.keyClick(page.cards[1], Qt.Key.Key_Return)
    assert told.args == [tmp_path / "b.drill"]
    assert page.cards[1].accessibleDescription() == "b.drill:1: no title"


def test_a_card_paints_its_map(look: Look, page: LibraryWorkspace, tmp_path: Path) -> None:
    lights_file(tmp_path)
    page.show_volumes(shelf(tmp_path))
    page.show()
    image = page.cards[0].grab().toImage()
    colours = {image.pixelColor(x, y).name() for x in range(0, image.width(), 2) for y in range(8, 170, 2)}
    assert look.theme.colors["downf"].lower() in colours  # its power is down at the end of the first phase


def test_a_summary_that_is_too_long_says_that_there_is_more(qapp: object) -> None:
    metrics = QFontMetrics(font(BODY))
    room = QRect(0, 0, 200, 3 * metrics.lineSpacing() + 2)
    assert cut_to("Short and good.", room, metrics) == "Short and good."
    cut = cut_to("word " * 200, room, metrics)
    assert cut.endswith("word…")
    assert len(cut) > 50


def test_a_date_is_written_as_its_language_does(look: Look, rows: tuple[RunRow, ...]) -> None:
    model = RunsModel(look)
    model.show_rows(rows)
    assert re.fullmatch(r"\d+ \w{3} \d{4}  \d\d:\d\d", model.data(model.index(0, 3)))
