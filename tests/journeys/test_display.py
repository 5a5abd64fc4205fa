"""Pangyo at the console, and what those at the table see of it at five moments."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from blackstart.shell.display.window import DisplayWindow
from blackstart.shell.widgets.clock_face import digits
from tests.journeys.user import User

ROOT = Path(__file__).resolve().parents[2]
PANGYO = ROOT / "exercises" / "pangyo-2022.drill"
CONTROL = Qt.KeyboardModifier.ControlModifier


class Table:
    """A facilitator with the display shown, and the eyes of the others."""

    def __init__(self, user: User) -> None:
        self.user = user
        user.press(Qt.Key.Key_D, CONTROL)
        user.wait(lambda: user.rooms.projection.window is not None)
        user.frame.activateWindow()  # offscreen every window that is shown takes the keys

    @property
    def window(self) -> DisplayWindow:
        assert self.user.rooms.projection.window is not None
        return self.user.rooms.projection.window

    def look(self) -> QImage:
        """Look at the display once it has followed the console; the same map, clock and question are on both."""
        self.user.rooms.projection.show_seen()
        picture, head = self.window.map.picture, self.window.head.sheet
        assert picture is not None
        assert head is not None
        assert self.user.clock in (f"T+{digits(head.now)}", "")  # it says nothing before the clock has run
        console = {component: face.shown for component, face in self.user.map_in("run").items()}
        assert {str(component): face.shown for component, face in picture.faces.items()} == console
        asked = self.window.question.sheet
        assert (asked is not None) is (self.user.rooms.run.side.form.shown is not None)
        return self.window.grab().toImage()

    @property
    def message(self) -> str:
        sheet = self.window.message.sheet
        assert sheet is not None
        return sheet.text


@pytest.fixture
def table(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Table]:
    user = User(qapp, tmp_path, PANGYO)
    qtbot.addWidget(user.frame)
    user.wait(lambda: user.frame.mode == "run" and not user.rooms.desk.worker.is_busy)
    made = Table(user)
    user.wait(lambda: made.window.map.picture is not None)
    yield made
    user.close()


def test_those_at_the_table_see_what_they_may_at_five_moments(table: Table) -> None:
    user, pictures = table.user, []

    # Before the start: the brief, the clock not begun.
    assert table.message.startswith("You are the incident team")
    pictures.append(table.look())

    # The first message, while the clock runs.
    user.press(Qt.Key.Key_Space)
    user.press(Qt.Key.Key_Escape)
    user.press(Qt.Key.Key_3)
    user.play_until(lambda: user.rooms.run.side.feed.rowCount() > 0)
    table.look()
    assert not table.message.startswith("You are")
    pictures.append(table.look())

    # A question is open; the clock is held, and the display says so.
    user.play_until(lambda: user.rooms.run.side.form.shown is not None)
    user.press(Qt.Key.Key_Escape)  # out of the question, so that keys are the console's
    if not user.is_paused:
        user.press(Qt.Key.Key_Space)
    pictures.append(table.look())
    assert table.window.head.sheet is not None
    assert table.window.head.sheet.line == "Paused"

    # Frozen: the run goes on, what is seen does not.
    user.press(Qt.Key.Key_Z)
    before, stood = user.clock, (table.window.map.picture, table.window.head.sheet)
    user.press(Qt.Key.Key_Space)
    user.play_until(lambda: user.clock != before)
    user.rooms.projection.show_seen()
    assert (table.window.map.picture, table.window.head.sheet) == stood
    user.press(Qt.Key.Key_Z)
    pictures.append(table.look())

    # The end.
    user.press(Qt.Key.Key_E, CONTROL)
    user.answer("End it")
    user.rooms.projection.show_seen()
    assert table.message == "The exercise has ended."
    pictures.append(table.window.grab().toImage())
    for number, picture in enumerate(pictures):
        assert all(picture != other for other in pictures[number + 1 :])
