import pytest
from pytestqt.qtbot import QtBot

from blackstart.shell.widgets.time_axis import LEAST_SHOWN_S, RIGHT_PX, TimeAxis, TimeScale

HOURS = 5 * 3600
WIDTH = 1000 + RIGHT_PX


@pytest.fixture
def axis(qtbot: QtBot) -> TimeAxis:
    made = TimeAxis()
    made.show_run(HOURS)
    return made


def shown(axis: TimeAxis) -> tuple[int, int]:
    return axis.scale.start, axis.scale.until


def test_a_place_is_the_time_that_lies_there() -> None:
    scale = TimeScale(3600, 7200, left_px=100)
    assert (scale.x_of(3600, WIDTH), scale.x_of(7200, WIDTH)) == (100, 1000)
    assert scale.time_at(scale.x_of(5400, WIDTH), WIDTH) == 5400
    assert (scale.time_at(-50, WIDTH), scale.time_at(5000, WIDTH)) == (3600, 7200)


def test_at_first_the_whole_run_is_shown(axis: TimeAxis) -> None:
    assert shown(axis) == (0, HOURS)
    assert axis.is_whole


@pytest.mark.parametrize("about", [0, 7200, HOURS])
def test_zooming_leaves_the_time_it_is_about_where_it_is(axis: TimeAxis, about: int) -> None:
    before = axis.scale.x_of(about, WIDTH)
    axis.zoom(2, about)
    assert axis.scale.length == pytest.approx(HOURS / 2.25, abs=1)
    assert axis.scale.x_of(about, WIDTH) == pytest.approx(before, abs=1)
    axis.zoom(-2, about)
    assert axis.is_whole


def test_no_less_than_a_minute_and_no_more_than_the_run_is_shown(axis: TimeAxis) -> None:
    axis.zoom(40)
    assert axis.scale.length == LEAST_SHOWN_S
    axis.zoom(-90)
    assert axis.is_whole


def test_a_run_of_no_time_can_be_shown(axis: TimeAxis) -> None:
    axis.show_run(0)
    axis.zoom(3)
    axis.step(1)
    assert shown(axis) == (0, 1)


def test_what_is_shown_follows_the_playhead(axis: TimeAxis) -> None:
    axis.zoom(3, about=0)
    length = axis.scale.length
    axis.show_now(3 * 3600)
    assert axis.scale.holds(3 * 3600)
    assert axis.scale.length == length
    axis.show_now(60)
    assert axis.scale.holds(60)


def test_scrolling_stays_within_the_run(axis: TimeAxis) -> None:
    axis.zoom(1)
    axis.scroll_to(-500)
    assert axis.scale.start == 0
    axis.scroll_to(HOURS)
    assert axis.scale.until == HOURS


def test_a_step_is_finer_the_less_is_shown_and_ends_on_a_whole_one(qtbot: QtBot, axis: TimeAxis) -> None:
    sought: list[int] = []
    axis.sought.connect(sought.append)
    assert axis.scale.step_s == 300
    axis.show_now(1000)
    axis.step(1)
    axis.step(-1)
    axis.zoom(12)
    assert axis.scale.step_s == 1
    axis.step(-1)
    assert sought == [1200, 900, 999]


def test_the_playhead_tells_where_it_was_and_is_and_only_when_it_moves(axis: TimeAxis) -> None:
    moved: list[tuple[int, int]] = []
    axis.moved.connect(lambda before, now: moved.append((before, now)))
    axis.show_now(60)
    axis.show_now(60)
    axis.show_now(HOURS + 60)
    assert moved == [(0, 60), (60, HOURS)]


def test_larger_words_have_fewer_ticks(axis: TimeAxis) -> None:
    assert len(axis.scale.ticks(WIDTH, 200)) < len(axis.scale.ticks(WIDTH, 100))
