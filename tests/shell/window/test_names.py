"""Whoever hears the window instead of seeing it: everything that takes the focus has a name."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from blackstart.core.play.commands import End
from blackstart.shell.app.application import Program, Wanted
from blackstart.shell.app.furniture import furnish
from blackstart.shell.support.settings import settings_in
from blackstart.shell.window.actions import MODES
from blackstart.shell.window.rooms import Rooms
from tests.shell.drills import lights_file


@pytest.fixture
def program(qtbot: QtBot, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Program]:
    lights_file(tmp_path)
    monkeypatch.setattr("blackstart.shell.window.desk.exercises_folder", lambda: tmp_path)
    wanted = Wanted(tmp_path / "lights.drill", tmp_path / "library.db")
    made = Program(qapp, settings_in(tmp_path / "settings.ini"), furnish, wanted)
    qtbot.addWidget(made.frame)
    made.show()
    qtbot.waitUntil(lambda: made.rooms is not None)
    qtbot.waitUntil(lambda: made.frame.mode == "run")
    yield made
    made.frame.close()


def rooms(program: Program) -> Rooms:
    assert isinstance(program.rooms, Rooms)
    return program.rooms


def nameless(window: QWidget) -> list[str]:
    """Return what can take the focus and says nothing when it has it."""
    found = []
    for widget in window.findChildren(QWidget):
        if widget.focusPolicy() == Qt.FocusPolicy.NoFocus or not widget.isVisible() or not widget.isEnabled():
            continue
        if widget.focusProxy() is not None:
            continue
        told = QAccessible.queryAccessibleInterface(widget)
        if told is None or not told.text(QAccessible.Text.Name).strip():
            parent = widget.parentWidget()
            found.append(f"{type(widget).__name__} in {type(parent).__name__}")
    return found


@pytest.mark.parametrize("mode", MODES)
def test_everything_that_takes_the_focus_on_a_page_has_a_name(qtbot: QtBot, program: Program, mode: str) -> None:
    desk = rooms(program).desk
    desk.run.begin("night shift")
    program.frame.show_mode(mode)
    QApplication.processEvents()
    assert nameless(program.frame) == []


def test_everything_of_a_run_that_is_looked_back_at_has_a_name(qtbot: QtBot, program: Program) -> None:
    desk = rooms(program).desk
    desk.run.begin("night shift")
    desk.run.submit(End())
    desk.look_back_at_last()
    qtbot.waitUntil(lambda: desk.review.run_id is not None and not desk.worker.is_busy)
    assert nameless(program.frame) == []


@pytest.mark.parametrize("name", ["open_settings", "keys", "palette"])
def test_everything_on_a_sheet_has_a_name(program: Program, name: str) -> None:
    frame = program.frame
    openers: dict[str, Callable[[], None]] = {
        "open_settings": frame.sheets.open_settings,
        "keys": frame.show_keys,
        "palette": frame.show_palette,
    }
    openers[name]()
    frame.messages.offer("A run was not ended.", "Continue run", lambda: None)
    sheet = frame.sheets.sheet
    assert sheet is not None
    assert sheet.accessibleName()
    assert nameless(frame) == []
