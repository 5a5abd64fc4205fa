"""What is said of a run after its end goes to its journal, wherever that is open."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from blackstart.core.base.ids import ObjectiveId, RunId
from blackstart.core.play.commands import Command, End, Rate
from blackstart.core.record.library import Library
from blackstart.core.session.clock import ExerciseClock
from blackstart.shell.support.look import Look
from blackstart.shell.window.desk import Desk
from tests.shell.drills import HandClock
from tests.shell.review.rated_runs import commands_of, rated_drill, record_rated
from tests.shell.run.table import grounded

RATING = Rate(ObjectiveId("light"), "M", "late", "Mina")


@pytest.fixture
def library(tmp_path: Path) -> Path:
    return tmp_path / "library.db"


@pytest.fixture
def desk(qtbot: QtBot, look: Look, library: Path) -> Iterator[Desk]:
    made = Desk(Library(library), lambda: ExerciseClock(HandClock()), look)
    yield made
    made.close()


def rate(qtbot: QtBot, desk: Desk, run: RunId) -> None:
    with qtbot.waitSignal(desk.review.opened):
        desk.review.open(run)
    with qtbot.waitSignal(desk.review.rewritten):
        desk.review.write(RATING)


def end_a_run(desk: Desk) -> RunId:
    desk.run.open(rated_drill(), grounded(rated_drill()))
    desk.run.begin("night shift")
    desk.run.submit(End())
    assert desk.run.run_id is not None
    return RunId(desk.run.run_id)


def last_two(library: Path, run: RunId) -> list[Command]:
    return commands_of(library, run)[-2:]


def test_a_run_that_is_still_on_the_console_is_rated(qtbot: QtBot, desk: Desk, library: Path) -> None:
    run = end_a_run(desk)
    rate(qtbot, desk, run)
    assert last_two(library, run) == [End(), RATING]


def test_another_run_is_rated_while_one_is_on_the_console(qtbot: QtBot, desk: Desk, library: Path) -> None:
    before = record_rated(library)
    run = end_a_run(desk)
    rate(qtbot, desk, before)
    assert last_two(library, before) == [End(), RATING]
    assert commands_of(library, run)[-1] == End()
