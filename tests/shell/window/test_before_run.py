"""What is wished in the library of a drill before its run."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from blackstart.core.record.library import Library
from blackstart.core.session.clock import ExerciseClock
from blackstart.shell.support.look import Look
from blackstart.shell.window.before_run import BeforeRun
from blackstart.shell.window.desk import Desk
from tests.shell.drills import HandClock, lights_file


@pytest.fixture
def desk(qtbot: QtBot, look: Look, tmp_path: Path) -> Iterator[Desk]:
    made = Desk(Library(tmp_path / "library.db"), lambda: ExerciseClock(HandClock()), look)
    yield made
    made.close()


@pytest.fixture
def before(desk: Desk) -> BeforeRun:
    made = BeforeRun(desk, desk)
    desk.mode_wished.connect(made.look)
    return made


@pytest.mark.parametrize(("wish", "deed"), [("set_up", "run.setup"), ("rehearse", "run.rehearse")])
def test_the_drill_is_opened_first(
    qtbot: QtBot, desk: Desk, before: BeforeRun, tmp_path: Path, wish: str, deed: str
) -> None:
    with qtbot.waitSignal(before.opened) as opened:
        getattr(before, wish)(lights_file(tmp_path))
    assert opened.args == [deed]
    assert desk.run.map.topology is not None


def test_a_wish_for_a_drill_that_cannot_be_opened_is_not_kept_for_another(
    qtbot: QtBot, desk: Desk, before: BeforeRun, tmp_path: Path
) -> None:
    gone = tmp_path / "gone.drill"
    with qtbot.waitSignal(desk.told):
        before.set_up(gone)
    with qtbot.assertNotEmitted(before.opened), qtbot.waitSignal(desk.mode_wished):
        desk.open_drill(lights_file(tmp_path))


def test_who_opens_another_drill_meanwhile_does_not_set_it_up(
    qtbot: QtBot, desk: Desk, before: BeforeRun, tmp_path: Path
) -> None:
    before.set_up(lights_file(tmp_path))
    other = tmp_path / "other.drill"
    other.write_text(lights_file(tmp_path).read_text(encoding="utf-8"), encoding="utf-8")
    with qtbot.assertNotEmitted(before.opened), qtbot.waitSignal(desk.mode_wished):
        desk.open_drill(other)
