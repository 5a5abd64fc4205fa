"""What a run cost over time: held to what the engine itself sums."""

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from blackstart.core.base.assets import exercises_folder
from blackstart.core.base.ids import ComponentId
from blackstart.core.base.simtime import START, Seconds
from blackstart.core.exercise.files import load_drill
from blackstart.core.exercise.model import Drill
from blackstart.core.play.commands import Begin, Command, End, Entry
from blackstart.core.play.director import Director
from blackstart.core.play.events import Settled
from blackstart.core.play.playback import tell
from blackstart.core.review.curves import Curve, Curves, curves_of
from blackstart.core.topology.model import Component, Permille
from tests.core.play.acts import LASTS, any_command, busy_drill
from tests.core.play.scripts import component, drill, fail, inject, journal, repair
from tests.exercises.playing import listed, play

S = Seconds
ACTS = st.lists(st.tuples(st.integers(-1, LASTS), any_command()), max_size=12)


@pytest.fixture(scope="module")
def pangyo() -> Drill:
    return load_drill(exercises_folder() / "pangyo-2022.drill").drill


@pytest.fixture(scope="module")
def pangyo_entries(pangyo: Drill) -> tuple[Entry, ...]:
    return play(pangyo, listed("pangyo-history.jsonl")).entries


def settled_seconds(drill_: Drill, entries: tuple[Entry, ...]) -> Iterator[Director]:
    """The run at the end of each second in which its map changed."""
    assert drill_.exercise is not None
    told = tell(drill_, entries, drill_.exercise.lasts)
    ends = [event.at for event in told.events if isinstance(event, Settled)]
    director, left = Director(drill_, Begin()), [entry for entry in entries if not isinstance(entry.command, Begin)]
    for end in ends:
        while left and left[0].at <= end:
            director.apply(left.pop(0))
        director.advance(end)
        director.close()
        yield director


def whole_services(director: Director) -> int:
    simulation = director.simulation
    return sum(
        each.users > 0 and simulation.standing(each.id).level == 1000 for each in director.drill.topology.components
    )


def test_users_and_services_of_the_flagship_are_the_engines_own_at_every_second(
    pangyo: Drill, pangyo_entries: tuple[Entry, ...]
) -> None:
    assert pangyo.exercise is not None
    curves = curves_of(pangyo, pangyo_entries, pangyo.exercise.lasts)
    seen = 0
    for director in settled_seconds(pangyo, pangyo_entries):
        seen += 1
        assert curves.users.at(director.now) == director.simulation.users_cut_off()
        assert curves.services.at(director.now) == whole_services(director)
    assert seen > 50


def test_what_lies_under_the_curves_of_the_flagship_is_its_impact(
    pangyo: Drill, pangyo_entries: tuple[Entry, ...]
) -> None:
    assert pangyo.exercise is not None
    lasts = pangyo.exercise.lasts
    curves = curves_of(pangyo, pangyo_entries, lasts)
    impact = tell(pangyo, pangyo_entries, lasts).director.simulation.impact(lasts)
    assert curves.users.total(lasts) == impact.lost_service_seconds
    assert curves.money.total(lasts) // 3600 == impact.lost_money
    assert curves.users.peak == impact.peak_users


@settings(max_examples=40, deadline=None)
@given(ACTS)
def test_any_run_has_the_engines_own_users_at_every_second(acts: list[tuple[int, Command]]) -> None:
    busy = busy_drill()
    entries = journal(*sorted(acts, key=lambda act: act[0]))
    curves = curves_of(busy, entries, S(LASTS))
    for director in settled_seconds(busy, entries):
        assert curves.users.at(director.now) == director.simulation.users_cut_off()
        assert curves.services.at(director.now) == whole_services(director)


def test_curves_that_follow_a_run_are_those_of_looking_back_on_it() -> None:
    busy = busy_drill()
    director, curves = Director(busy, Begin()), Curves(busy.topology)
    for second in range(0, LASTS + 1, 7):
        curves.take(director.advance(S(second)))
    curves.take(director.close())
    back = curves_of(busy, journal(), director.now)
    assert (curves.users, curves.services, curves.money) == (back.users, back.services, back.money)
    assert curves.users.last == 400


def test_a_curve_holds_from_the_second_in_which_something_changed() -> None:
    fire = drill(component("a", repair=10), injects=[inject("fire", fail("a"), repair("a"), at=5)])
    users = curves_of(fire, journal(), S(99)).users
    assert users.points == ((START, 0), (5, 100), (15, 0))
    assert [users.at(t) for t in (-5, 0, 4, 5, 14, 15, 99)] == [0, 0, 0, 100, 100, 0, 0]
    assert [users.total(t) for t in (4, 5, 14, 99)] == [0, 100, 1000, 1000]


def test_the_last_second_of_a_curve_has_ended() -> None:
    fire = drill(component("a"), injects=[inject("fire", fail("a"), at=5)])
    assert curves_of(fire, journal((5, End())), S(5)).users.last == 100


def test_who_is_off_at_the_start_is_cut_off_from_the_start() -> None:
    spare = Component(ComponentId("b"), users=50, initially_off=True, cost_per_hour=7200)
    curves = curves_of(drill(component("a"), spare), journal(), S(9))
    assert curves.users.points == ((START, 50),)
    assert curves.services.points == ((START, 1),)
    assert curves.money.total(9) // 3600 == 20


def test_users_who_can_go_elsewhere_are_not_cut_off() -> None:
    half = Component(ComponentId("a"), users=101, substitutable=Permille(500))
    users = curves_of(drill(half, injects=[inject("fire", fail("a"), at=0)]), journal(), S(9)).users
    assert users.last == 50


def test_a_curve_knows_its_end_and_its_top() -> None:
    curve = Curve(((START, 1), (S(3), 9), (S(4), 2)))
    assert (curve.last, curve.peak, curve.total(-1)) == (2, 9, 0)
