import pytest
from pytestqt.qtbot import QtBot

from blackstart.core.base.simtime import Seconds
from blackstart.core.base.words import words
from blackstart.shell.canvas.faces import picture_of
from blackstart.shell.canvas.hover import Light, lit_among, lit_for
from blackstart.shell.canvas.links import Links
from blackstart.shell.canvas.moment import Moment
from blackstart.shell.canvas.picture import Picture
from tests.shell.canvas.drawings import APP, HALL, LOCK, POWER, SPARE, all_run, small_drawing, small_map, stands

DRAWING = small_drawing()


def picture(chosen: str | None = None) -> Picture:
    topology = small_map()
    standings = {each.id: stands(each.id) for each in topology.components}
    wanted = next((each.id for each in topology.components if each.id == chosen), None)
    return picture_of(Moment(topology, Seconds(0), standings), DRAWING, words("en"), wanted)


@pytest.fixture
def light(qtbot: QtBot) -> Light:
    made = Light()
    made.show_picture(picture())
    return made


def test_a_card_lights_what_it_needs_and_what_needs_it() -> None:
    lit = lit_for(Links(DRAWING), HALL)
    assert lit.near == {HALL, POWER, APP}
    assert lit.near_lines == {0, 1, 3}  # from power, into the gate, out of it
    assert not lit.far
    assert not lit.far_lines


def test_the_chain_goes_on_fainter_along_needs_to_run() -> None:
    lit = lit_for(Links(DRAWING), APP)
    assert lit.near == {APP, HALL, SPARE, LOCK}
    assert lit.near_lines == {1, 2, 3, 4}
    assert lit.far == {POWER}
    assert lit.far_lines == {0}  # not 5: the app needs the lock to start again, and only that needs power by it


def test_a_need_to_start_again_lights_one_step_and_carries_no_chain() -> None:
    lit = lit_for(Links(DRAWING), POWER)
    assert lit.near == {POWER, HALL, LOCK}
    assert lit.far == {APP}
    assert lit.far_lines == {1, 3}  # by the hall, not by the lock


def test_what_has_a_supplier_in_common_is_not_lit() -> None:
    lit = lit_for(Links(DRAWING), LOCK)
    assert HALL not in lit.near | lit.far


def test_a_card_is_lit_once_the_pointer_rests_on_it(qtbot: QtBot, light: Light) -> None:
    light.hover(HALL)
    assert light.lit is None
    assert light.is_waiting
    with qtbot.waitSignal(light.changed):
        pass
    assert light.lit is not None
    assert light.lit.component == HALL


def test_a_pointer_that_passes_by_lights_nothing(qtbot: QtBot, light: Light) -> None:
    with qtbot.assertNotEmitted(light.changed):
        light.hover(HALL)
        light.hover(APP)
        light.hover(None)
    assert not light.is_waiting
    assert light.lit is None


def test_leaving_a_card_restores_the_map_at_once(qtbot: QtBot, light: Light) -> None:
    with qtbot.waitSignal(light.changed):
        light.hover(HALL)
    with qtbot.waitSignal(light.changed, timeout=0):
        light.hover(None)
    assert light.lit is None


def test_without_a_mouse_the_focused_card_is_lit_at_once_else_the_chosen_one(light: Light) -> None:
    light.show_picture(picture("lock"))
    assert light.lit is not None
    assert light.lit.component == LOCK
    light.focus(APP)
    assert light.lit.component == APP
    light.focus(None)
    assert light.lit.component == LOCK
    light.show_picture(picture())
    assert light.lit is None


def test_another_map_has_nothing_lit(qtbot: QtBot, light: Light) -> None:
    light.focus(APP)
    light.show_picture(all_run())
    assert light.lit is None
    light.show_picture(None)
    light.focus(None)
    assert light.lit is None


def test_what_is_asked_for_is_lit_with_the_lines_among_it() -> None:
    lit = lit_among(Links(DRAWING), frozenset({HALL, APP}))
    assert lit.near == {HALL, APP}
    assert lit.near_lines == {1, 3}  # into the gate and out of it
    assert not lit.far


def test_what_is_asked_for_stays_lit_after_an_edit_and_goes_when_it_is_left(light: Light) -> None:
    light.ask(frozenset({HALL, APP}))
    assert light.lit is not None
    light.show_picture(all_run())
    assert light.lit is not None
    assert light.lit.near == {HALL, APP}
    light.ask(frozenset())
    assert light.lit is None


def test_a_focused_card_is_lit_over_what_was_asked_for(light: Light) -> None:
    light.ask(frozenset({HALL, APP}))
    light.focus(LOCK)
    assert light.lit is not None
    assert light.lit.component == LOCK


def test_while_something_is_dragged_nothing_is_lit(light: Light) -> None:
    light.focus(APP)
    light.put_out(is_out=True)
    assert light.lit is None
    light.put_out(is_out=False)
    assert light.lit is not None


def test_where_the_choice_is_told_otherwise_it_is_not_lit(light: Light) -> None:
    light.follows_choice = False
    light.show_picture(picture("lock"))
    assert light.lit is None
