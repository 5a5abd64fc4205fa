"""What is known of loops by definition: they run for ever, they cannot start, and some carry a pulse round and round.

Each is asked of the reference and of the engine.
"""

from blackstart.core.topology.model import Topology
from tests.core.engine.makers import Player, at, bootstrap, component, down, fail, need, repair, restore, topology


def _two_in_a_loop(weight: int) -> Topology:
    return topology(
        component("a", need("b", weight=weight), restart=3), component("b", need("a", weight=weight), restart=5)
    )


def test_two_that_need_each_other_run_for_ever_when_nothing_breaks(play: Player) -> None:
    run = play(_two_in_a_loop(weight=1000), [], until=30)
    assert set(run.levels("a") + run.levels("b")) == {1000}


def test_two_that_need_each_other_never_start_again_by_themselves(play: Player) -> None:
    run = play(_two_in_a_loop(weight=1000), [at(0, fail("a")), at(10, repair("a"))], until=100)
    assert set(run.levels("a") + run.levels("b")) == {0}
    assert run.at(100).deadlock == ("a", "b")
    assert run.at(100).waiting == ()


def test_a_bootstrap_breaks_the_deadlock(play: Player) -> None:
    batches = [at(0, fail("a")), at(10, repair("a")), at(50, bootstrap("a", "b"))]
    run = play(_two_in_a_loop(weight=1000), batches, until=70)
    assert run.levels("a") == [0] * 53 + [1000] * 18
    assert run.levels("b") == [0] * 58 + [1000] * 13
    assert run.at(50).deadlock == ()


def test_a_small_interest_in_each_other_deadlocks_nobody(play: Player) -> None:
    soft = topology(component("a", need("b", weight=100)), component("b", need("a", weight=100)))
    run = play(soft, [at(0, fail("a", "b")), at(10, repair("a", "b"))], until=12)
    assert run.levels("a") == run.levels("b") == [0] * 10 + [1000] * 3


RING_TOLERANCE_S = 10


def _ring(restart: int) -> Topology:
    around = [("a", "c"), ("b", "a"), ("c", "b")]
    return topology(*(component(each, need(on, survives=RING_TOLERANCE_S), restart=restart) for each, on in around))


def _fault_of_15_s(play: Player, restart: int) -> list[set[str]]:
    run = play(_ring(restart), [at(0, fail("a")), at(15, restore("a"))], until=600)
    return [down(run, t) for t in range(601)]


def test_a_ring_that_restarts_in_its_tolerance_carries_a_pulse_to_the_horizon(play: Player) -> None:
    outages = _fault_of_15_s(play, restart=RING_TOLERANCE_S)
    once_round = 3 * RING_TOLERANCE_S
    assert outages[60:-once_round] == outages[60 + once_round :]
    assert {each for outage in outages[60 : 60 + once_round] for each in outage} == {"a", "b", "c"}
    assert all(any(each not in outage for outage in outages[60 : 60 + once_round]) for each in "abc")


def test_a_ring_that_restarts_more_slowly_than_it_tolerates_deadlocks(play: Player) -> None:
    run = play(_ring(restart=RING_TOLERANCE_S + 1), [at(0, fail("a")), at(15, restore("a"))], until=600)
    assert run.at(600).deadlock == ("a", "b", "c")


def test_a_ring_that_restarts_faster_than_it_tolerates_recovers(play: Player) -> None:
    outages = _fault_of_15_s(play, restart=RING_TOLERANCE_S - 1)
    assert {"b"} in outages
    assert not any(outages[300:])
