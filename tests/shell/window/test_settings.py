"""The sheet of settings: every choice counts at once, by keyboard alone, in every size."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from blackstart.shell.support.look import Look
from blackstart.shell.support.settings import settings_in
from blackstart.shell.window.frame import Frame
from blackstart.shell.window.settings_rows import LibraryPlace
from blackstart.shell.window.settings_sheet import SettingsSheet
from blackstart.shell.window.standing_place import LEAST_SIZE


@pytest.fixture
def frame(qtbot: QtBot, look: Look, tmp_path: Path) -> Frame:
    made = Frame(look, settings_in(tmp_path / "frame.ini"))
    qtbot.addWidget(made)
    made.resize(LEAST_SIZE)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    return made


@pytest.fixture
def sheet(frame: Frame) -> SettingsSheet:
    frame.sheets.show_library(LibraryPlace(Path("/home/kim/exercises"), is_usual=False))
    frame.sheets.open_settings()
    assert isinstance(frame.sheets.sheet, SettingsSheet)
    return frame.sheets.sheet


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key, modifier)


def focused_in(control: QWidget) -> bool:
    focused = QApplication.focusWidget()
    return focused is not None and control.isAncestorOf(focused)


def test_every_choice_counts_at_once(sheet: SettingsSheet, look: Look) -> None:
    sheet.rows.theme.button("light").click()
    sheet.rows.contrast.button("yes").click()
    sheet.rows.motion.button("yes").click()
    assert (look.theme.name, look.is_contrast_high, look.is_motion_reduced) == ("light", True, True)
    sheet.rows.contrast.button("system").click()
    assert not look.is_contrast_high


def test_the_language_is_chosen_by_keys_and_the_focus_stays_where_it_was(sheet: SettingsSheet, look: Look) -> None:
    assert focused_in(sheet.rows.language)
    press(Qt.Key.Key_Right)
    assert look.language == "ko"
    QApplication.processEvents()
    assert focused_in(sheet.rows.language)
    assert sheet.rows.language.key == "ko"


def test_the_text_size_is_chosen_step_by_step_with_the_arrow_key(sheet: SettingsSheet, look: Look) -> None:
    for _ in range(2):
        press(Qt.Key.Key_Tab)
    for size in (125, 150, 175, 200):
        press(Qt.Key.Key_Right)
        QApplication.processEvents()
        assert look.text_size == size
    assert focused_in(sheet.rows.text_size)


def test_keys_reach_every_setting_and_go_round(sheet: SettingsSheet) -> None:
    seen = []
    for _ in range(8):
        seen.append(next((each for each in sheet.rows.controls() if focused_in(each) or each.hasFocus()), None))
        press(Qt.Key.Key_Tab)
    assert seen == [*sheet.rows.controls(), None]  # None: the button that closes
    assert focused_in(sheet.rows.language)


@pytest.mark.parametrize("key", [Qt.Key.Key_Tab, Qt.Key.Key_Backtab])
def test_what_has_the_focus_is_scrolled_into_sight(qtbot: QtBot, sheet: SettingsSheet, look: Look, key: Qt.Key) -> None:
    look.set_text_size(200)
    qtbot.waitUntil(lambda: cut_words(sheet) == [])
    for _ in range(8):
        press(key)
        focused = QApplication.focusWidget()
        assert focused is not None
        assert focused.visibleRegion().boundingRect().size() == focused.size()


def test_keys_of_the_page_do_nothing_below_a_sheet(frame: Frame, sheet: SettingsSheet) -> None:
    before = frame.mode
    press(Qt.Key.Key_4, Qt.KeyboardModifier.ControlModifier)
    assert frame.mode == before
    press(Qt.Key.Key_Escape)
    press(Qt.Key.Key_4, Qt.KeyboardModifier.ControlModifier)
    assert frame.mode == "run"


def test_a_closed_sheet_gives_the_focus_back(frame: Frame, look: Look) -> None:
    page = QWidget()
    page.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    frame.furnish("library", page)
    frame.sheets.open_settings()
    press(Qt.Key.Key_Escape)
    assert frame.sheets.sheet is None
    assert QApplication.focusWidget() is page


def test_a_page_that_is_built_anew_takes_no_focus_from_the_sheet(frame: Frame, sheet: SettingsSheet) -> None:
    page = QWidget()
    page.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    frame.furnish("library", page)
    assert focused_in(sheet.rows.language)
    press(Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is page


@pytest.mark.parametrize("language", ["en", "ko"])
@pytest.mark.parametrize("size", [100, 200])
def test_the_sheet_fits_the_least_window_and_scrolls(
    qtbot: QtBot, sheet: SettingsSheet, look: Look, language: str, size: int
) -> None:
    look.set_language(language)
    look.set_text_size(size)
    qtbot.waitUntil(lambda: cut_words(sheet) == [])
    plate = sheet.plate.geometry()
    assert sheet.rect().contains(plate)
    shown = sheet.rows.visibleRegion().boundingRect()
    assert (shown.height() < sheet.rows.height()) == (size == 200)
    assert sheet.rows.width() <= plate.width()


def cut_words(sheet: SettingsSheet) -> list[str]:
    labels = [each for each in sheet.rows.findChildren(QLabel) if each.isVisibleTo(sheet)]
    assert labels
    return [each.text() for each in labels if each.heightForWidth(each.width()) > each.height()]


def test_why_the_library_stays_is_said_beside_its_folder(frame: Frame, sheet: SettingsSheet) -> None:
    frame.refuse_library("the disk is full")
    assert sheet.rows.refusal.text() == "the disk is full"
    frame.sheets.show_library(LibraryPlace(Path("/home/kim/other"), is_usual=True))
    assert not sheet.rows.refusal.isVisibleTo(sheet)
    assert sheet.rows.folder.accessibleName() == "/home/kim/other"
    assert not sheet.rows.usual.isEnabled()


def test_the_usual_folder_is_wished_by_its_button(qtbot: QtBot, frame: Frame, sheet: SettingsSheet) -> None:
    with qtbot.waitSignal(frame.sheets.folder_wished) as wish:
        sheet.rows.usual.click()
    assert wish.args == [None]
