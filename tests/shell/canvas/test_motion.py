import math

import pytest

from blackstart.shell.canvas.motion import Stopwatch, in_out_sine, out_cubic, out_quad, passed, track
from tests.shell.drills import HandClock


@pytest.mark.parametrize("easing", [in_out_sine, out_cubic, out_quad])
def test_an_easing_goes_from_nothing_to_all_and_never_back(easing: object) -> None:
    assert callable(easing)
    shares = [easing(step / 50) for step in range(51)]
    assert (shares[0], shares[-1]) == (pytest.approx(0), pytest.approx(1))
    assert shares == sorted(shares)


def test_a_dot_sets_out_and_arrives_slowly() -> None:
    assert in_out_sine(0.1) < 0.1
    assert in_out_sine(0.5) == pytest.approx(0.5)
    assert in_out_sine(0.9) > 0.9


def test_the_share_of_a_time_stays_within_its_ends() -> None:
    assert [passed(2.0, now, 4.0) for now in (1.0, 2.0, 3.0, 6.0, 9.0)] == [0.0, 0.0, 0.25, 1.0, 1.0]


def test_a_place_along_a_straight_way_lies_at_its_distance() -> None:
    way = track([(10.0, 20.0), (110.0, 20.0)])
    assert way.length == 100.0
    assert way.at(30.0) == (40.0, 20.0)


def test_beyond_its_ends_a_way_stays_at_them() -> None:
    way = track([(0.0, 0.0), (50.0, 0.0)])
    assert (way.at(-5.0), way.at(99.0)) == ((0.0, 0.0), (50.0, 0.0))


def test_a_corner_is_cut_as_it_is_drawn_round() -> None:
    way = track([(0.0, 0.0), (50.0, 0.0), (50.0, 80.0)], radius=8.0)
    assert (50.0, 0.0) not in way.points
    assert (48.0, 2.0) in way.points  # the middle of the curve
    assert 130 - 16 + 8 * math.sqrt(2) <= way.length < 130
    for distance in range(0, int(way.length)):
        x, y = way.at(distance)
        assert -1e-9 <= x <= 50.0
        assert -1e-9 <= y <= 80.0


def test_a_corner_between_short_legs_is_cut_by_half_of_them() -> None:
    way = track([(0.0, 0.0), (4.0, 0.0), (4.0, 100.0)], radius=8.0)
    assert way.points[1] == (2.0, 0.0)


def test_two_ways_are_gone_one_after_the_other() -> None:
    way = track([(0.0, 0.0), (30.0, 0.0)], [(80.0, 0.0), (100.0, 0.0)])
    assert way.points[0] == (0.0, 0.0)
    assert way.points[-1] == (100.0, 0.0)
    assert way.length == 100.0  # behind the gate it goes on


def test_between_two_ways_nothing_is_seen() -> None:
    way = track([(0.0, 0.0), (30.0, 0.0)], [(80.0, 0.0), (100.0, 0.0)])
    assert [way.is_seen(distance) for distance in (0.0, 30.0, 31.0, 79.0, 80.0, 100.0)] == [
        True, True, False, False, True, True,
    ]  # fmt: skip
    assert track([(0.0, 0.0), (30.0, 0.0)]).is_seen(15.0)


def test_points_that_fall_together_stop_nothing() -> None:
    way = track([(0.0, 0.0), (0.0, 0.0), (10.0, 0.0), (10.0, 0.0)])
    assert way.length == 10.0
    assert way.at(4.0) == (4.0, 0.0)


def test_a_stopwatch_stands_while_it_is_stopped() -> None:
    clock = HandClock()
    watch = Stopwatch(clock)
    clock.pass_by(5)
    assert watch.now() == 0.0
    watch.run()
    clock.pass_by(2)
    watch.stand()
    clock.pass_by(30)
    watch.stand()
    assert watch.now() == 2.0
    watch.run()
    watch.run()
    clock.pass_by(1)
    assert watch.now() == 3.0
