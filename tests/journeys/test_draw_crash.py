"""What was drawn and not saved survives a crash: kept without being asked to, offered, taken, saved."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from blackstart.core.exercise.files import load_drill, save_text
from tests.journeys.draw_hands import CTRL, SHOP, KeyboardHand
from tests.journeys.user import User

ROOT = Path(__file__).resolve().parents[2]


def drawn_until_killed(file: Path, folder: Path) -> str:
    """Let a program be killed with a drill drawn and not saved; returns the drill as it stood."""
    command = [sys.executable, "-m", "tests.journeys.killed_drawing", str(file), str(folder)]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    ended = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert ended.returncode == -signal.SIGKILL, ended.stderr
    return ended.stdout


@pytest.mark.skipif(sys.platform == "win32", reason="nothing can be killed there the way a crash kills")
def test_what_was_drawn_before_a_crash_is_offered_with_what_differs_and_nothing_of_it_is_lost(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    file = tmp_path / "shop.drill"
    file.write_text(SHOP, encoding="utf-8")
    drawn = drawn_until_killed(file, tmp_path)
    assert file.read_text(encoding="utf-8") == SHOP  # what is kept is never put over the file

    # Started again, the program says what was not saved, and in what it differs from the file.
    user = User(qapp, tmp_path)
    qtbot.addWidget(user.frame)
    user.wait(lambda: "was not saved when the program ended" in user.frame.messages.text)
    assert "Shop" in user.frame.messages.text
    assert "Against its file: 1 new, 1 gone, 1 moved." in user.frame.messages.text

    # One click takes it: all that was drawn is there, as something that is still to be saved.
    user.click(user.frame.messages.act)
    user.wait(lambda: user.frame.mode == "draw")
    document = user.rooms.desk.draw.document
    assert save_text(document.drill, document.loaded) == drawn
    assert {each.label() for each in KeyboardHand(user).topology.components} >= {"Tills", "Login", "Power"}
    assert user.frame.isWindowModified()

    # Saved, it is in the file, and is offered no more.
    user.press(Qt.Key.Key_S, CTRL)
    user.wait(lambda: not user.frame.isWindowModified())
    assert file.read_text(encoding="utf-8") == drawn
    assert "tills" in load_drill(file).drill.topology
    user.close()
    assert not list((tmp_path / "unsaved").glob("*.recovery"))
