from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from blackstart.core.play.commands import End
from blackstart.core.record.library import Library
from blackstart.core.session.clock import ExerciseClock
from blackstart.shell.support.look import Look
from blackstart.shell.window.desk import Desk
from tests.shell.drills import HandClock, lights
from tests.shell.run.table import drawn


@pytest.fixture
def desk(qtbot: QtBot, look: Look, tmp_path: Path) -> Iterator[Desk]:
    made = Desk(Library(tmp_path / "library.db"), lambda: ExerciseClock(HandClock()), look)
    yield made
    made.close()


def test_review_opens_the_run_that_has_just_ended_once(qtbot: QtBot, desk: Desk) -> None:
    desk.run.open(lights(), drawn(lights()))
    desk.run.begin("night shift")
    desk.run.submit(End())
    opened: list[object] = []
    desk.review.opened.connect(opened.append)
    for _ in range(2):
        desk.look_in()
        qtbot.waitUntil(lambda: not desk.worker.is_busy)
    assert desk.review.run_id == desk.run.run_id
    assert len(opened) == 1
