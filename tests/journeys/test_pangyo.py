"""Pangyo from the shelf to the review, with a crash in the middle."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from blackstart.core.base.simtime import clock_face
from blackstart.core.engine.trace import Shown
from blackstart.shell.widgets.clock_face import digits
from tests.journeys.user import User

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def killed(tmp_path: Path) -> dict[str, Any]:
    """What was on the screen when the program was killed."""
    command = [sys.executable, "-m", "tests.journeys.killed", str(tmp_path)]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    ended = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert ended.returncode == -signal.SIGKILL, ended.stderr
    seen: dict[str, Any] = json.loads(ended.stdout)
    return seen


@pytest.mark.skipif(sys.platform == "win32", reason="nothing can be killed there the way a crash kills")
def test_a_run_of_pangyo_survives_a_crash_and_is_looked_back_on(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, killed: dict[str, Any]
) -> None:
    # The program was killed while the clock ran. Started again, it says so.
    user = User(qapp, tmp_path)
    qtbot.addWidget(user.frame)
    assert "was not ended" in user.frame.messages.text
    user.wait(user.rooms.library.detail.go_on.isVisible)

    # One click goes on: same second, same map, held; the decision is still decided.
    user.click(user.frame.messages.act)
    user.wait(lambda: user.frame.mode == "run")
    assert user.clock == killed["clock"]
    assert user.is_paused
    shown = {component: [face.shown, face.sub] for component, face in user.map_in("run").items()}
    assert shown == killed["map"]
    assert user.rooms.run.side.form.shown != killed["decision"]
    assert user.rooms.run.side.feed.rowCount() > 0
    assert Shown.DOWN in {face.shown for face in user.map_in("run").values()}

    # Space lets the clock run, and the exercise goes on to the end of its first phase, where it holds.
    user.press(Qt.Key.Key_Space)
    assert not user.is_paused
    user.play_until(lambda: user.is_paused)
    assert user.clock > killed["clock"]
    at_the_end, clock = user.map_in("run"), user.clock

    # It is ended, and looked back on: the playhead stands at the end, and the map is the same.
    user.press(Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    user.answer("End it")
    user.wait(lambda: not user.rooms.run.side.end.isHidden())
    user.rooms.run.review_wished.emit()
    review = user.rooms.review
    user.wait(lambda: review.map.picture is not None)
    assert user.frame.mode == "review"
    assert f"T+{digits(review.page.axis.now)}" <= clock
    assert {id_: face.shown for id_, face in user.map_in("review").items()} == {
        id_: face.shown for id_, face in at_the_end.items()
    }

    # Back to the second at which it was killed: the map of then.
    second = _seconds(killed["clock"])
    review.page.axis.seek(second)
    user.wait(lambda: review.page.side.time.text() == f"Map at {clock_face(second)}")
    then = {component: [face.shown, face.sub] for component, face in user.map_in("review").items()}
    assert then == killed["map"]
    decisions = review.page.table.decisions
    assert decisions.data(decisions.index(0, 4)) == "They cannot reach each other."
    user.close()


def _seconds(clock: str) -> int:
    hours, minutes, seconds = (int(part) for part in clock.removeprefix("T+").split(":"))
    return hours * 3600 + minutes * 60 + seconds
