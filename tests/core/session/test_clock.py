"""Exercise time against real time."""

import pytest

from blackstart.core.base.simtime import Seconds
from blackstart.core.session.clock import LONGEST_GAP_S, ExerciseClock, steady, time_of_day
from tests.core.session.walls import Wall, clock


@pytest.fixture
def wall() -> Wall:
    return Wall()


def passed(clock_: ExerciseClock, wall: Wall, seconds: float) -> int:
    wall.seconds += seconds
    clock_.tick()
    return clock_.now()


def test_a_clock_stands_until_it_is_let_run(wall: Wall) -> None:
    held = clock(wall)
    assert (held.is_held, passed(held, wall, 4)) == (True, 0)
    held.run()
    assert (held.is_held, passed(held, wall, 4)) == (False, 4)


def test_a_hold_of_an_hour_is_neither_late_nor_early(wall: Wall) -> None:
    ticking = clock(wall)
    ticking.run()
    passed(ticking, wall, 1.75)
    ticking.hold("lunch")
    assert (ticking.why_held, passed(ticking, wall, 3600)) == ("lunch", 1)
    ticking.run()
    assert passed(ticking, wall, 0.125) == 1
    assert passed(ticking, wall, 0.125) == 2


def test_a_thousand_short_holds_add_no_drift(wall: Wall) -> None:
    ticking = clock(wall)
    for _ in range(1000):
        ticking.run()
        passed(ticking, wall, 0.1)
        ticking.hold()
        passed(ticking, wall, 0.7)
    assert ticking.now() == 100


def test_another_pace_counts_from_the_moment_it_is_set(wall: Wall) -> None:
    ticking = clock(wall)
    ticking.run()
    passed(ticking, wall, 4)
    ticking.set_pace(60)
    assert ticking.now() == 4
    assert passed(ticking, wall, 2) == 124
    ticking.set_pace(1)
    assert passed(ticking, wall, 3) == 127


def test_a_gap_of_more_than_five_seconds_is_sleep_and_does_not_count(wall: Wall) -> None:
    ticking = clock(wall)
    ticking.run()
    passed(ticking, wall, 2)
    wall.seconds += LONGEST_GAP_S + 0.001
    assert ticking.tick()
    assert (ticking.now(), ticking.is_held, ticking.why_held) == (2, True, "sleep")
    ticking.run()
    assert passed(ticking, wall, 3) == 5


def test_a_gap_of_exactly_five_seconds_is_none(wall: Wall) -> None:
    ticking = clock(wall)
    ticking.run()
    wall.seconds += LONGEST_GAP_S
    assert not ticking.tick()
    assert ticking.now() == LONGEST_GAP_S


def test_a_held_clock_does_not_call_it_sleep(wall: Wall) -> None:
    held = clock(wall)
    held.hold("lunch")
    wall.seconds += 3600
    assert not held.tick()
    assert held.why_held == "lunch"
    held.run()
    assert passed(held, wall, 4) == 4


def test_the_clock_can_be_put_to_a_second_while_it_runs(wall: Wall) -> None:
    ticking = clock(wall)
    ticking.run()
    passed(ticking, wall, 2.5)
    ticking.move_to(Seconds(100))
    assert (ticking.now(), passed(ticking, wall, 1)) == (100, 101)


def test_the_time_of_day_counts_for_nothing(wall: Wall) -> None:
    times = iter(["2026-11-22T12:00:00+00:00", "1999-01-01T00:00:00+00:00"])
    ticking = ExerciseClock(wall, lambda: next(times))
    ticking.run()
    ticking.wall_utc()
    passed(ticking, wall, 3)
    assert ticking.wall_utc() == "1999-01-01T00:00:00+00:00"
    assert passed(ticking, wall, 1) == 4


def test_the_clocks_of_the_machine_are_read_the_same_way() -> None:
    first = steady()
    assert steady() >= first
    assert time_of_day().endswith("+00:00")
