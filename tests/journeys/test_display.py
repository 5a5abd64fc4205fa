"""Pangyo at the console, and what those at the table see of it at five moments."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.journeys.user import User
from tests.journeys.watcher import Watcher

ROOT = Path(__file__).resolve().parents[2]
PANGYO = ROOT / "exercises" / "pangyo-2022.drill"
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def table(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Watcher]:
    user = User(qapp, tmp_path, PANGYO)
    qtbot.addWidget(user.frame)
    user.wait(lambda: user.frame.mode == "run" and not user.rooms.desk.worker.is_busy)
    yield Watcher(user)
    user.close()


def test_those_at_the_table_see_what_they_may_at_five_moments(table: Watcher) -> None:
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
