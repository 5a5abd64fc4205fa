"""One topology in time: rounds, closing, what is due."""

from copy import deepcopy

import pytest

from blackstart.core.base.ids import ComponentId
from blackstart.core.base.simtime import Seconds
from blackstart.core.engine.simulation import Simulation
from blackstart.core.engine.trace import Mode
from tests.core.engine.makers import fail, order, repair
from tests.core.engine.sketch import sketch

BATTERY = {("login", "power"): {"survives": Seconds(300)}}


def play_to(simulation: Simulation, until: int) -> None:
    while (due := simulation.due()) is not None and due <= until:
        simulation.play(due)


def modes(simulation: Simulation, *names: str) -> list[Mode]:
    return [simulation.standing(ComponentId(name)).mode for name in names]


def test_what_needs_a_failed_component_falls_with_it() -> None:
    simulation = Simulation(sketch("power > login > shop"))
    simulation.play(Seconds(0), [order(fail("power"))])
    assert modes(simulation, "power", "login", "shop") == [Mode.DOWN, Mode.DOWN, Mode.DOWN]


def test_the_end_of_a_reserve_is_due_by_itself() -> None:
    simulation = Simulation(sketch("power > login", need=BATTERY))
    simulation.play(Seconds(0), [order(fail("power"))])
    assert simulation.due() == 300


def test_nothing_is_due_where_nothing_is_going_on() -> None:
    assert Simulation(sketch("power > login")).due() is None


def test_a_second_at_which_something_is_due_cannot_be_left_out() -> None:
    simulation = Simulation(sketch("power > login", need=BATTERY))
    simulation.play(Seconds(0), [order(fail("power"))])
    with pytest.raises(ValueError, match="before 300"):
        simulation.play(Seconds(301))


def test_a_closed_instant_takes_no_more_rounds() -> None:
    simulation = Simulation(sketch("power > login"))
    simulation.play(Seconds(5))
    simulation.close()
    with pytest.raises(ValueError, match="5 is closed"):
        simulation.play(Seconds(5))


def test_the_start_is_closed() -> None:
    with pytest.raises(ValueError, match="-1 is closed"):
        Simulation(sketch("power > login")).play(Seconds(-1))


def test_a_second_round_of_an_instant_is_numbered_one() -> None:
    simulation = Simulation(sketch("power > login"))
    simulation.play(Seconds(5))
    rows = simulation.play(Seconds(5), [order(fail("power"))])
    assert {row.round for row in rows} == {1}


def test_closing_tells_the_net_change_of_the_instant_once() -> None:
    simulation = Simulation(sketch("power > login"))
    simulation.play(Seconds(0), [order(fail("power"))])
    assert [change.component for change in simulation.close()] == ["power", "login"]
    assert simulation.close() == ()


def test_an_instant_that_ends_as_it_began_tells_nothing() -> None:
    simulation = Simulation(sketch("power > login"))
    simulation.play(Seconds(0), [order(fail("power"))])
    simulation.play(Seconds(0), [order(repair("power"))])
    assert simulation.close() == ()


def test_playing_to_the_end_brings_everything_back() -> None:
    times = {"power": {"repair": Seconds(60)}, "login": {"restart": Seconds(5)}}
    simulation = Simulation(sketch("power > login > shop", component=times))
    simulation.play(Seconds(0), [order(fail("power"), repair("power"))])
    play_to(simulation, 1000)
    assert simulation.now == 65
    assert modes(simulation, "power", "login", "shop") == [Mode.UP, Mode.UP, Mode.UP]


def test_a_copy_goes_its_own_way() -> None:
    slow = {"login": {"restart": Seconds(5)}}
    one = Simulation(sketch("power > login > shop", need=BATTERY, component=slow))
    one.play(Seconds(0), [order(fail("power"), repair("login"))])
    other = one.copy()
    play_to(other, 1000)
    assert other.now == 300
    assert modes(other, "login", "shop") == [Mode.DOWN, Mode.DOWN]
    one.play(Seconds(0), [order(repair("power"))])
    assert one.due() is None
    assert modes(one, "login", "shop") == [Mode.UP, Mode.UP]


def test_a_copy_keeps_what_is_on_its_way() -> None:
    simulation = Simulation(sketch("power > login", need=BATTERY))
    simulation.play(Seconds(0), [order(fail("power"))])
    simulation.close()
    ahead = deepcopy(simulation)
    play_to(ahead, 1000)
    assert (ahead.now, simulation.now, simulation.due()) == (300, 0, 300)
    play_to(simulation, 1000)
    assert modes(simulation, "login") == modes(ahead, "login") == [Mode.DOWN]
