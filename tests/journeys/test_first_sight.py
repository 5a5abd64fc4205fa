"""What is seen while the program starts."""

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from blackstart.shell.window.frame import Frame
from tests.journeys.user import User

ROOT = Path(__file__).resolve().parents[2]
PANGYO = ROOT / "exercises" / "pangyo-2022.drill"


class Onlooker(QObject):
    """Sees every window that appears, if only for a moment."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[type[QObject]] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.seen.append(type(watched))
        return super().eventFilter(watched, event)


@pytest.fixture
def onlooker(qapp: QApplication) -> Onlooker:
    made = Onlooker()
    qapp.installEventFilter(made)
    return made


def test_nothing_but_the_frame_appears_while_a_drill_is_opened_and_the_keys_are_its_own(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, onlooker: Onlooker
) -> None:
    user = User(qapp, tmp_path, PANGYO)
    qtbot.addWidget(user.frame)
    user.wait(lambda: user.frame.mode == "run" and not user.rooms.desk.worker.is_busy)
    qapp.removeEventFilter(onlooker)
    assert onlooker.seen == [Frame]
    assert user.frame.isActiveWindow()
    user.close()
