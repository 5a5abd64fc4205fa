"""What is shown of a component: the word, since when, the reserve, what it waits for."""

from blackstart.core.base.ids import ComponentId
from blackstart.core.base.simtime import Seconds
from blackstart.core.engine.effects import CallOff, Isolate, Maintain, Waive
from blackstart.core.engine.trace import Health, Shown
from blackstart.core.topology.model import Permille, Purpose
from tests.core.engine.makers import component, fail, need, repair, restore, target, topology
from tests.core.engine.playing import Playing
from tests.core.engine.sketch import sketch
from tests.shell.large import large

LOGIN = ComponentId("login")


def lasting(seconds: int) -> dict[tuple[str, str], dict[str, Seconds]]:
    return {("login", "power"): {"survives": Seconds(seconds)}}


def test_isolated_is_said_before_anything_else() -> None:
    playing = Playing(sketch("power"))
    playing.do(0, Maintain(target("power")), Isolate(target("power")))
    assert playing.shown("power") is Shown.ISOLATED


def test_down_with_a_repair_running_is_recovering() -> None:
    playing = Playing(sketch("power", component={"power": {"repair": Seconds(10)}}))
    playing.do(0, fail("power"))
    assert playing.shown("power") is Shown.DOWN
    playing.do(1, repair("power"))
    assert (playing.shown("power"), playing.standing("power").back_in_s) == (Shown.RECOVERING, 10)
    playing.do(4, CallOff(target("power")))
    assert (playing.shown("power"), playing.standing("power").back_in_s) == (Shown.DOWN, None)


def test_starting_is_recovering_and_tells_when_it_is_back() -> None:
    playing = Playing(sketch("power", component={"power": {"restart": Seconds(9)}}))
    playing.do(0, fail("power"), restore("power"))
    playing.to(4)
    assert (playing.shown("power"), playing.standing("power").back_in_s) == (Shown.RECOVERING, 5)


def test_a_word_is_so_since_the_instant_it_changed() -> None:
    playing = Playing(sketch("power > login"))
    assert playing.standing("login").since == -1
    playing.do(7, fail("power", level=500))
    assert (playing.shown("login"), playing.standing("login").since) == (Shown.DEGRADED, 7)
    playing.do(9, fail("power", level=300))
    playing.to(10)
    assert playing.standing("login").since == 7


def test_a_reserve_tells_how_long_it_lasts_at_any_moment() -> None:
    playing = Playing(sketch("power > login", need=lasting(300)))
    playing.do(10, fail("power"))
    assert playing.standing("login").on_reserve_s == 300
    playing.to(10)
    assert playing.standing("login").on_reserve_s == 300
    playing.to(110)
    assert playing.standing("login").on_reserve_s == 200


def test_being_on_reserve_is_a_change_though_nothing_moved() -> None:
    playing = Playing(sketch("power > login", need=lasting(300)))
    playing.do(10, fail("power"))
    playing.do(20, restore("power"))
    playing.to(30)
    told = [(change.t, change.is_on_reserve, change.moved) for change in playing.changes if change.component == "login"]
    assert told == [(10, True, False), (20, False, False)]


def test_a_reserve_in_steps_tells_the_next_fall() -> None:
    playing = Playing(sketch("power > login", need=lasting(10)))
    playing.do(0, fail("power", level=700))
    playing.do(4, fail("power"))
    playing.to(4)
    assert playing.standing("login").on_reserve_s == 6
    playing.to(10)
    assert (playing.level("login"), playing.standing("login").on_reserve_s) == (700, 4)


def test_a_reserve_that_something_else_outweighs_tells_when_the_level_really_falls() -> None:
    playing = Playing(sketch("power > login", need=lasting(10)))
    playing.do(0, fail("login", level=600), fail("power", level=700))
    playing.do(4, fail("power"))
    playing.to(4)
    assert playing.standing("login").on_reserve_s == 10


def test_a_reserve_that_changes_nothing_tells_when_it_ends() -> None:
    weak = {("login", "power"): {"survives": Seconds(10), "weight": Permille(100)}}
    playing = Playing(sketch("power > login", need=weak))
    playing.do(0, fail("login", level=500), fail("power"))
    playing.to(0)
    assert playing.standing("login").on_reserve_s == 10


def test_a_waived_need_is_no_reserve() -> None:
    playing = Playing(sketch("power > login", need=lasting(300)))
    playing.do(0, fail("power"))
    playing.do(5, Waive(LOGIN, "power"))
    playing.to(5)
    assert playing.standing("login").on_reserve_s is None
    assert [change.t for change in playing.changes if change.component == "login"] == [0, 5]


def test_what_is_down_is_not_on_reserve() -> None:
    playing = Playing(sketch("power > login", need=lasting(300)))
    playing.do(0, fail("power", "login"))
    playing.to(0)
    assert playing.standing("login").on_reserve_s is None


def test_what_is_down_tells_what_it_waits_for() -> None:
    map_ = topology(
        component("power"),
        component("images"),
        component("badges"),
        component(
            "login",
            need("power", name="feed"),
            need("images", purpose=Purpose.START),
            need("badges", purpose=Purpose.RESPOND),
            repair=60,
            crew="platform",
        ),
        crews=[("platform", 0)],
    )
    playing = Playing(map_)
    playing.do(0, fail("power", "images", "login"))
    assert playing.standing("login").waits_for == ("repair", "feed", "images")
    playing.do(1, repair("login"))
    playing.to(1)
    assert playing.standing("login").waits_for == ("crew:platform", "feed", "images")
    playing.do(2, fail("badges"), Maintain(target("login")))
    assert playing.standing("login").waits_for == ("release", "badges", "feed", "images")


def test_what_is_on_waits_for_nothing() -> None:
    playing = Playing(sketch("hints > shop", need={("shop", "hints"): {"weight": Permille(100)}}))
    playing.do(0, fail("hints"))
    assert playing.standing("shop").waits_for == ()


def test_a_glance_tells_what_the_standing_tells_at_every_second_of_a_cascade() -> None:
    map_ = large(72).drill.topology
    playing = Playing(map_)
    playing.do(10, fail(map_.components[0].id))
    seen = set()
    for second in range(10, 4000, 90):
        playing.to(second)
        for each in map_.components:
            standing, glance = playing.simulation.standing(each.id), playing.simulation.glance(each.id)
            told = (standing.level, standing.shown, standing.on_reserve_s, standing.cause)
            assert (glance.level, glance.shown, glance.on_reserve_s, glance.cause) == told
            seen.add((glance.shown, glance.on_reserve_s is None))
    assert {(Shown.DOWN, True), (Shown.OPERATIONAL, True), (Shown.OPERATIONAL, False)} <= seen


def test_health_is_a_components_own_whatever_it_is_supplied_with() -> None:
    playing = Playing(sketch("power > login", component={"login": {"repair": Seconds(10)}}))
    login = ComponentId("login")
    assert playing.simulation.health(login) == Health(
        Permille(1000), is_repair_wanted=False, is_isolated=False, is_off=False
    )
    playing.do(0, fail("power"))
    assert playing.simulation.health(login).capability == 1000, "down, and not broken"
    playing.do(1, fail("login"), repair("login"), Isolate(target("login")))
    assert playing.simulation.health(login) == Health(
        Permille(0), is_repair_wanted=True, is_isolated=True, is_off=False
    )
    playing.do(2, restore("login"), Maintain(target("login")))
    assert playing.simulation.health(login) == Health(
        Permille(1000), is_repair_wanted=False, is_isolated=True, is_off=True
    )
