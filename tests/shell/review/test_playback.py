import pytest
from pytestqt.qtbot import QtBot

from blackstart.core.base.simtime import Seconds
from blackstart.core.session.clock import LONGEST_GAP_S, ExerciseClock
from blackstart.shell.review.playback import PHASES_OWN, Playback
from tests.core.play.scripts import phase
from tests.shell.drills import HandClock

END = Seconds(10_000)
PHASES = (phase("quick", 0, 1000, pace=100), phase("slow", 1000, 10_000, pace=10))


@pytest.fixture
def playback(qtbot: QtBot, hand: HandClock) -> Playback:
    made = Playback(ExerciseClock(hand))
    made.load(END, PHASES)
    made.move_to(Seconds(0))
    return made


def passed_by(playback: Playback, hand: HandClock, *steps: float) -> list[int]:
    told: list[int] = []
    playback.passed.connect(told.append)
    for seconds in steps:
        hand.pass_by(seconds)
        playback.tick()
    return told


def test_recorded_seconds_pass_at_the_pace_that_is_chosen(playback: Playback, hand: HandClock) -> None:
    playback.toggle()
    assert passed_by(playback, hand, 1, 0.5) == [64, 96]
    playback.choose_pace(300)
    assert passed_by(playback, hand, 1) == [396]


def test_nothing_passes_while_it_is_held(playback: Playback, hand: HandClock) -> None:
    playback.toggle()
    playback.toggle()
    assert not playback.is_playing
    assert passed_by(playback, hand, 3) == [0]


def test_playing_stops_at_the_end_and_begins_anew_from_there(playback: Playback, hand: HandClock) -> None:
    playback.move_to(Seconds(END - 30))
    playback.toggle()
    assert passed_by(playback, hand, 1) == [END]
    assert not playback.is_playing
    playback.toggle()
    assert passed_by(playback, hand, 1) == [64]


def test_it_plays_on_from_where_the_playhead_is_put(playback: Playback, hand: HandClock) -> None:
    playback.toggle()
    playback.move_to(Seconds(500))
    assert playback.is_playing
    assert passed_by(playback, hand, 1) == [564]


def test_the_phases_own_pace_changes_with_the_phase(playback: Playback, hand: HandClock) -> None:
    turned: list[tuple[bool, int]] = []
    playback.turned.connect(lambda is_playing, pace: turned.append((is_playing, pace)))
    playback.choose_pace(PHASES_OWN)
    playback.move_to(Seconds(900))
    playback.toggle()
    assert passed_by(playback, hand, 1, 1) == [1000, 1010]
    assert turned[-1] == (True, 10)


def test_real_time_is_as_many_recorded_seconds_as_the_pace_has(playback: Playback) -> None:
    assert playback.seconds_in(0.5) == 32
    playback.choose_pace(300)
    assert playback.seconds_in(0.5) == 150


def test_a_machine_that_was_asleep_finds_it_held(playback: Playback, hand: HandClock) -> None:
    playback.toggle()
    assert passed_by(playback, hand, LONGEST_GAP_S + 1) == []
    assert not playback.is_playing
