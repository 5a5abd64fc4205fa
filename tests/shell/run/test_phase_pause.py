import pytest

from blackstart.core.base.simtime import Seconds
from blackstart.core.exercise.files import read_drill
from blackstart.core.play.commands import Begin
from blackstart.core.play.director import Director
from blackstart.shell.run.phase_pause import phase_pause, shown_second
from tests.shell.drills import LIGHTS, SOURCE


def director(second: int) -> Director:
    text = LIGHTS.replace("id: dark,", "id: dark, name: {en: Dark, ko: 어둠},")
    made = Director(read_drill(text, SOURCE).drill, Begin())
    if second >= 0:
        made.advance(Seconds(second))
    return made


@pytest.mark.parametrize(
    ("played", "clock", "shown"), [(-1, 0, 0), (8, 8, 8), (29, 30, 29), (30, 30, 30), (60, 60, 60)]
)
def test_a_held_clock_shows_the_last_second_that_was_played(played: int, clock: int, shown: int) -> None:
    assert shown_second(director(played), Seconds(clock)) == shown


def test_between_two_phases_both_are_named_and_the_pace_that_comes() -> None:
    words = "“Dark” has ended. “Phase 2” comes next, at 2×. The clock is held."
    assert phase_pause(director(29), Seconds(30), 2, "en") == words
    assert phase_pause(director(28), Seconds(28), 1, "en") == ""
    assert phase_pause(director(60), Seconds(60), 2, "en") == ""
    assert phase_pause(director(-1), Seconds(0), 1, "en") == ""
