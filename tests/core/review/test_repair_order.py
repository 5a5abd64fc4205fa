"""Every order is tried by playing it; the best one is what playing it alone would show."""

import pytest

from blackstart.core.base.errors import UserError
from blackstart.core.base.ids import CrewId
from blackstart.core.base.simtime import Seconds
from blackstart.core.exercise.model import Drill
from blackstart.core.play.commands import ApplyEffects, Entry
from blackstart.core.review.repair_order import Tried, repair_orders
from tests.core.play.scripts import component, drill, fail, inject, journal, repair

S = Seconds


def _two_in_turn() -> Drill:
    """One pair of hands, a long repair that was asked for first and a short one."""
    return drill(
        component("slow", repair=100, crew="ops"),
        component("quick", repair=10, crew="ops"),
        component("shop", "quick"),
        injects=(inject("fire", fail("slow"), fail("quick"), at=0),),
        crews={"ops": 1},
        lasts=300,
    )


def _asked(*names: str) -> tuple[Entry, ...]:
    return journal(*((5, ApplyEffects((repair(name),), "mend")) for name in names))


def _last(drill_: Drill, entries: tuple[Entry, ...], at: int) -> Tried:
    return list(repair_orders(drill_, entries, S(at), S(299)))[-1]


def test_the_short_repair_first_is_found() -> None:
    found = _last(_two_in_turn(), _asked("slow", "quick"), 5)
    assert (found.done, found.whole) == (2, 2)
    assert found.as_played.components == ("slow", "quick")
    assert found.best.components == ("quick", "slow")
    # slow is back at 105, quick and the shop at 115; the other way round at 115 and 15; 100 users each.
    assert found.as_played.lost_service_seconds == (105 + 115 + 115) * 100
    assert found.best.lost_service_seconds == (115 + 15 + 15) * 100


def test_what_was_best_already_stays_and_is_what_was_played() -> None:
    found = _last(_two_in_turn(), _asked("quick", "slow"), 5)
    assert found.best == found.as_played


def test_work_that_has_begun_is_lost_by_another_order() -> None:
    found = _last(_two_in_turn(), _asked("slow", "quick"), 100)  # five seconds before the long one is done
    assert found.best == found.as_played


def test_each_order_is_told_so_that_it_can_be_stopped() -> None:
    assert [each.done for each in repair_orders(_two_in_turn(), _asked("slow", "quick"), S(5), S(299))] == [1, 2]


@pytest.mark.parametrize("names", [(), ("slow",)])
def test_there_must_be_an_order_to_choose(names: tuple[str, ...]) -> None:
    with pytest.raises(UserError, match=f"{len(names)} repairs wait for crews or are under way at 0:00:05; .* 2 to 6"):
        _last(_two_in_turn(), _asked(*names), 5)


def test_more_than_six_are_refused_before_anything_is_played() -> None:
    names = [f"c{number}" for number in range(7)]
    many = drill(
        *(component(name, repair=10, crew="ops") for name in names),
        injects=(inject("fire", *(fail(name) for name in names), at=0),),
        crews={CrewId("ops"): 1},
    )
    with pytest.raises(UserError, match="7 repairs"):
        next(repair_orders(many, _asked(*names), S(5), S(299)))
