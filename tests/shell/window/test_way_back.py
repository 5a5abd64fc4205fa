"""What is said of a run that was left."""

from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from blackstart.core.base.simtime import Seconds
from blackstart.core.play.commands import Begin
from blackstart.core.record.library import Library
from blackstart.core.session.clock import ExerciseClock
from blackstart.core.session.run import Run
from blackstart.shell.window.way_back import WayBack
from tests.shell.drills import HandClock, lights


@pytest.mark.parametrize(
    ("team", "sentence"),
    [
        ("night shift", "The run of Lights by night shift was not ended. It is held at 0:01:05."),
        ("", "A run of Lights was not ended. It is held at 0:01:05."),
    ],
)
def test_the_offer_to_go_on_says_whose_run_it_is(qtbot: QtBot, tmp_path: Path, team: str, sentence: str) -> None:
    library = Library(tmp_path / "library.db")
    Run.begin(library, lights(), Begin(team=team), ExerciseClock(HandClock())).leave()
    way_back = WayBack(lambda _: "Lights", lambda _: None)
    (row,) = library.runs()
    with qtbot.waitSignal(way_back.offered) as offered:
        way_back.offer(replace(row, reached_s=Seconds(65)))
    assert offered.args[0].sentence == sentence
    library.close()
