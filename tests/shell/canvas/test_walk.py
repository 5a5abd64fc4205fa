from dataclasses import replace

import pytest
from PySide6.QtCore import QPointF, QRectF
from pytestqt.qtbot import QtBot

from blackstart.core.base.ids import ComponentId
from blackstart.core.base.simtime import Seconds
from blackstart.core.base.words import words
from blackstart.core.engine.trace import Shown, Standing
from blackstart.shell.canvas.faces import picture_of
from blackstart.shell.canvas.moment import Moment
from blackstart.shell.canvas.picture import Picture
from blackstart.shell.canvas.walk import Walk, Way, failure_order, shift_into
from tests.shell.canvas.drawings import APP, HALL, LOCK, POWER, SPARE, all_run, small_drawing, small_map, stands

DRAWING = small_drawing()


def picture(*others: Standing) -> Picture:
    topology = small_map()
    standings = {each.id: stands(each.id) for each in topology.components}
    standings |= {standing.component: standing for standing in others}
    return picture_of(Moment(topology, Seconds(60), standings), DRAWING, words("en"))


@pytest.fixture
def walk(qtbot: QtBot) -> Walk:
    made = Walk()
    made.show_picture(picture())
    return made


def everywhere(_component: ComponentId) -> bool:
    return True


def reached(walk: Walk, *, is_forward: bool = True) -> list[ComponentId | None]:
    found = []
    while walk.step(is_forward=is_forward):
        found.append(walk.at)
    return found


def test_cards_come_in_the_order_they_failed_then_in_that_of_the_file() -> None:
    failed = (
        stands(APP, Shown.DOWN, since=9),
        stands(HALL, Shown.DOWN, since=4),
        stands(SPARE, Shown.DEGRADED, since=9),
    )
    assert failure_order(picture(*failed)) == (HALL, SPARE, APP, POWER, LOCK)


def test_what_was_off_from_the_start_or_runs_again_has_not_failed() -> None:
    standings = (stands(LOCK, Shown.DOWN, since=-1), stands(SPARE, since=7), stands(APP, Shown.DOWN, since=0))
    assert failure_order(picture(*standings))[0] == APP
    assert failure_order(picture(*standings))[1:] == (POWER, HALL, SPARE, LOCK)


def test_tab_walks_all_cards_and_then_leaves_the_map(walk: Walk) -> None:
    assert reached(walk) == [POWER, HALL, SPARE, APP, LOCK]
    assert not walk.step(is_forward=True)


def test_shift_tab_walks_back_and_leaves_before_the_first_card(walk: Walk) -> None:
    walk.begin(is_forward=False)
    assert walk.at == LOCK
    assert reached(walk, is_forward=False) == [APP, SPARE, HALL, POWER]


def test_coming_into_the_map_begins_at_its_near_end(walk: Walk) -> None:
    walk.put(SPARE)
    walk.begin(is_forward=True)
    assert walk.at == POWER


def test_the_walk_goes_on_from_its_card_when_the_order_changes(walk: Walk) -> None:
    walk.put(HALL)
    walk.show_picture(picture(stands(LOCK, Shown.DOWN, since=5), stands(HALL, Shown.DOWN, since=6)))
    walk.step(is_forward=True)
    assert walk.at == POWER


@pytest.mark.parametrize(
    ("start", "way", "end"),
    [
        (HALL, Way.SUPPLIER, POWER),
        (APP, Way.SUPPLIER, LOCK),  # the nearest of its suppliers
        (POWER, Way.DEPENDENT, HALL),
        (LOCK, Way.DEPENDENT, APP),
        (POWER, Way.SUPPLIER, POWER),
        (HALL, Way.BELOW, SPARE),
        (SPARE, Way.ABOVE, HALL),
        (POWER, Way.ABOVE, POWER),
    ],
)
def test_arrows_follow_needs_sideways_and_rows_up_and_down(walk: Walk, start: ComponentId, way: Way, end: str) -> None:
    walk.put(start)
    walk.go(way, everywhere)
    assert walk.at == end


def test_the_opposite_arrow_leads_back_to_where_one_came_from(walk: Walk) -> None:
    walk.put(SPARE)
    walk.go(Way.DEPENDENT, everywhere)
    assert walk.at == APP
    walk.go(Way.SUPPLIER, everywhere)
    assert walk.at == SPARE


def test_up_and_down_keep_to_what_is_in_sight(walk: Walk) -> None:
    walk.put(POWER)
    walk.go(Way.BELOW, lambda component: component != SPARE)
    assert walk.at == LOCK
    walk.put(POWER)
    walk.go(Way.BELOW, lambda component: False)
    assert walk.at == POWER


def test_the_first_arrow_begins_the_walk(walk: Walk) -> None:
    walk.go(Way.DEPENDENT, everywhere)
    assert walk.at == POWER


def test_once_left_tab_leads_out_of_the_map_until_an_arrow_or_the_focus_comes_back(walk: Walk) -> None:
    walk.put(HALL)
    walk.leave()
    assert walk.at is None
    assert not walk.step(is_forward=True)
    walk.go(Way.DEPENDENT, everywhere)
    assert walk.at == POWER
    walk.leave()
    walk.resume()
    assert walk.step(is_forward=True)


def test_on_another_map_no_card_has_the_focus(qtbot: QtBot, walk: Walk) -> None:
    walk.put(HALL)
    with qtbot.waitSignal(walk.moved, timeout=0) as told:
        walk.show_picture(all_run())
    assert told.args == [None]
    walk.show_picture(None)
    assert not walk.step(is_forward=True)


def test_a_card_in_sight_moves_nothing_and_one_beyond_comes_just_inside() -> None:
    sight = QRectF(0, 0, 400, 300)
    assert shift_into(sight, QRectF(100, 100, 140, 52), 12) == QPointF(0, 0)
    assert shift_into(sight, QRectF(380, 100, 140, 52), 12) == QPointF(-132, 0)
    assert shift_into(sight, QRectF(-30, 290, 140, 52), 12) == QPointF(42, -54)


def test_a_card_larger_than_what_is_seen_begins_at_its_edge() -> None:
    assert shift_into(QRectF(0, 0, 100, 40), QRectF(60, 60, 280, 104), 12) == QPointF(-48, -48)


def test_tab_goes_on_from_the_chosen_card_on_a_map_that_was_edited(walk: Walk) -> None:
    walk.show_picture(replace(picture(), drawing=small_drawing(), chosen=SPARE))
    assert walk.at is None
    assert walk.step(is_forward=True)
    assert walk.at == APP
    walk.begin(is_forward=True)
    assert walk.at == POWER
