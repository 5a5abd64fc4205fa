from dataclasses import replace

import pytest

from blackstart.core.base.ids import ComponentId
from blackstart.core.base.simtime import Seconds
from blackstart.core.base.words import Words, words
from blackstart.core.drawing.model import GateKey
from blackstart.core.engine.trace import Shown, Standing
from blackstart.core.topology.model import Standby
from blackstart.shell.canvas.faces import count, face_of, picture_of
from blackstart.shell.canvas.moment import Moment
from blackstart.shell.canvas.picture import Face, GateFace, Light
from tests.shell.canvas.drawings import APP, HALL, LOCK, POWER, SPARE, small_drawing, small_map, stands

ENGLISH = words("en")


def at(now: int, *others: Standing, travelled: frozenset[tuple[ComponentId, ComponentId, str]] = frozenset()) -> Moment:
    topology = small_map()
    standings = {each.id: stands(each.id) for each in topology.components}
    standings |= {each.component: each for each in others}
    return Moment(topology, Seconds(now), standings, travelled)


def gate_face_of(moment: Moment, key: GateKey, words: Words) -> GateFace:
    return picture_of(moment, small_drawing(), words).gates[key]


def lights_of(moment: Moment) -> dict[int, Light]:
    return picture_of(moment, small_drawing(), ENGLISH).lights


def face(now: int, standing: Standing) -> Face:
    moment = at(now, standing)
    return face_of(moment, moment.topology.component(standing.component), ENGLISH)


def test_a_card_of_what_runs_says_so() -> None:
    assert face(90, stands(POWER)) == Face("Power", Shown.OPERATIONAL, "operational", None, None, "bolt")


def test_down_counts_up_from_when_it_became_down() -> None:
    assert face(1510, stands(HALL, Shown.DOWN, since=0)).sub == "down 25:10"
    assert face(60, stands(HALL, Shown.DOWN)).sub == "down 01:00"


def test_reserve_counts_down_with_the_share_that_is_left() -> None:
    held = face(300, stands(LOCK, reserve_s=470))
    assert held.sub == "holds 07:50"
    assert held.share_left == pytest.approx(470 / 600)


def test_what_lives_on_a_battery_says_battery() -> None:
    assert face(300, stands(HALL, reserve_s=470)).sub == "battery 07:50"


def test_recovering_shows_how_far_it_has_come() -> None:
    coming = face(300, stands(HALL, Shown.RECOVERING, back_s=25))
    assert (coming.sub, coming.progress) == ("recovering 00:25", 0.75)


def test_what_waits_for_more_than_its_supply_says_for_what() -> None:
    assert face(300, stands(APP, Shown.DOWN, since=0, waits_for=("lock",))).sub == "waits for lock"
    assert face(300, stands(HALL, Shown.DOWN, since=0, waits_for=("crew:night",))).sub == "waits for hands"


def test_what_waits_for_its_supply_counts_since_the_red_line_says_why() -> None:
    assert face(300, stands(APP, Shown.DOWN, since=0, waits_for=("hall|spare", "lock"))).sub == "down 05:00"


@pytest.mark.parametrize(("seconds", "written"), [(0, "00:00"), (3599, "59:59"), (3600, "1:00:00"), (-1, "00:00")])
def test_counts_have_hours_only_when_there_are_any(seconds: int, written: str) -> None:
    assert count(seconds) == written


def test_a_group_is_near_its_end_when_one_more_loss_would_end_it() -> None:
    key = (APP, 0)
    assert gate_face_of(at(0), key, ENGLISH).shown is Shown.OPERATIONAL
    assert gate_face_of(at(0, stands(HALL, Shown.DOWN)), key, ENGLISH).shown is Shown.DEGRADED
    both = at(0, stands(HALL, Shown.DOWN), stands(SPARE, Shown.ISOLATED))
    assert gate_face_of(both, key, ENGLISH).shown is Shown.DOWN
    assert gate_face_of(both, key, ENGLISH).text == "1 of 2"


def test_a_standby_that_waits_to_be_armed_is_no_loss() -> None:
    topology = small_map()
    need = replace(topology.component(APP).needs[0], standby=(Standby(SPARE),))
    moment = at(0, stands(SPARE, Shown.MAINTENANCE))
    app = replace(topology.component(APP), needs=(need, *topology.component(APP).needs[1:]))
    others = tuple(app if each.id == APP else each for each in topology.components)
    waiting = replace(moment, topology=replace(topology, components=others))
    assert gate_face_of(waiting, (APP, 0), ENGLISH).shown is Shown.OPERATIONAL
    assert gate_face_of(moment, (APP, 0), ENGLISH).shown is Shown.DEGRADED


def test_lines_from_what_is_down_are_lit_and_lead_on_where_a_reserve_still_holds() -> None:
    moment = at(0, stands(POWER, Shown.DOWN), stands(HALL, Shown.DOWN), stands(LOCK, reserve_s=470))
    assert lights_of(moment) == {
        0: Light(Shown.DOWN),
        1: Light(Shown.DOWN),
        5: Light(Shown.DOWN, is_live=True),
    }


def test_a_line_out_of_a_group_is_lit_when_the_group_is_lost() -> None:
    moment = at(0, stands(HALL, Shown.DOWN), stands(SPARE, Shown.DOWN))
    assert lights_of(moment)[3] == Light(Shown.DOWN)


def test_a_line_for_starting_is_lit_only_while_something_waits_for_it() -> None:
    lock = stands(LOCK, Shown.DOWN)
    assert 4 not in lights_of(at(0, lock))
    waiting = stands(APP, Shown.DOWN, waits_for=("lock",))
    assert lights_of(at(0, lock, waiting))[4] == Light(Shown.DOWN)


def test_the_way_of_the_last_change_is_live() -> None:
    moment = at(0, stands(POWER, Shown.DOWN), travelled=frozenset({(POWER, HALL, "power")}))
    assert lights_of(moment)[0] == Light(Shown.DOWN, is_live=True)


def test_what_came_through_a_gate_has_travelled_on_from_it() -> None:
    topology = small_map()
    reference = topology.component(APP).needs[0].reference
    moment = at(0, stands(HALL, Shown.DOWN), travelled=frozenset({(HALL, APP, reference)}))
    lights = lights_of(moment)
    live = Light(Shown.DOWN, is_live=True)
    assert (lights[1], lights[3]) == (live, live)  # although the group still serves
    assert 2 not in lights


def test_a_picture_speaks_the_readers_language() -> None:
    picture = picture_of(at(0), small_drawing(), words("ko"))
    assert picture.faces[POWER].name == "전력"
    assert picture.faces[POWER].sub == "정상"
    assert list(picture.zones.values()) == ["거점"]
