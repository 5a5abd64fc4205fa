"""The strips of a run are what looking back shows at any second."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from blackstart.core.base.assets import exercises_folder
from blackstart.core.base.ids import ComponentId
from blackstart.core.base.simtime import Seconds
from blackstart.core.engine.trace import Shown
from blackstart.core.exercise.files import load_drill
from blackstart.core.exercise.model import Drill
from blackstart.core.play.commands import Command, End, Entry
from blackstart.core.play.playback import look_back
from blackstart.core.review.timeline import StateSpan, Strip, Timeline, timeline_of
from blackstart.core.topology.model import Component, Need
from tests.core.play.acts import LASTS, any_command, busy_drill
from tests.core.play.scripts import component, drill, fail, inject, journal, release, repair
from tests.exercises.playing import listed, play

S = Seconds
ACTS = st.lists(st.tuples(st.integers(-1, LASTS), any_command()), max_size=12)


def as_folded(drill_: Drill, entries: tuple[Entry, ...], at: int) -> dict[ComponentId, tuple[Shown, bool]]:
    simulation = look_back(drill_, entries, S(at)).simulation
    standings = [simulation.standing(each.id) for each in drill_.topology.components]
    return {each.component: (each.shown, each.on_reserve_s is not None) for each in standings}


def as_drawn(timeline: Timeline, at: int) -> dict[ComponentId, tuple[Shown, bool]]:
    return {id_: (span.shown, span.is_on_reserve) for id_, span in timeline.at(at).items()}


def test_the_flagships_strips_are_what_looking_back_shows() -> None:
    pangyo = load_drill(exercises_folder() / "pangyo-2022.drill").drill
    entries = play(pangyo, listed("pangyo-history.jsonl")).entries
    assert pangyo.exercise is not None
    lasts = pangyo.exercise.lasts
    timeline = timeline_of(pangyo, entries, lasts)
    changes = sorted({span.start for strip in timeline.strips for span in strip.spans})
    for at in [*changes[:: len(changes) // 12], *(each - 1 for each in changes[1 :: len(changes) // 5]), lasts]:
        assert as_drawn(timeline, at) == as_folded(pangyo, entries, at)


@settings(max_examples=60, deadline=None)
@given(ACTS, st.integers(0, LASTS))
def test_any_runs_strips_are_what_looking_back_shows(acts: list[tuple[int, Command]], at: int) -> None:
    busy = busy_drill()
    entries = journal(*sorted(acts, key=lambda act: act[0]))
    timeline = timeline_of(busy, entries, S(LASTS))
    assert as_drawn(timeline, at) == as_folded(busy, entries, at)


@settings(max_examples=60, deadline=None)
@given(ACTS)
def test_a_strip_has_no_gaps_and_no_span_that_looks_like_the_one_before(acts: list[tuple[int, Command]]) -> None:
    timeline = timeline_of(busy_drill(), journal(*sorted(acts, key=lambda act: act[0])), S(LASTS))
    for strip in timeline.strips:
        assert (strip.spans[0].start, strip.spans[-1].until) == (0, LASTS + 1)
        for before, after in zip(strip.spans, strip.spans[1:], strict=False):
            assert before.start < before.until == after.start
            assert (before.shown, before.is_on_reserve) != (after.shown, after.is_on_reserve)


def test_who_failed_first_stands_first_and_who_never_did_last() -> None:
    falling = drill(
        component("never"),
        component("late"),
        component("early"),
        component("as-early"),
        injects=[inject("fire", fail("early"), fail("as-early"), at=3), inject("more", fail("late"), at=9)],
    )
    strips = timeline_of(falling, journal(), S(20)).strips
    assert [(strip.component, strip.left_s) for strip in strips] == [
        ("early", 3),
        ("as-early", 3),
        ("late", 9),
        ("never", None),
    ]


def test_what_was_off_and_came_on_has_not_failed() -> None:
    spare = Component(ComponentId("spare"), initially_off=True, restart=S(4))
    on = drill(spare, component("a"), injects=[inject("on", release("spare"), at=3), inject("fire", fail("a"), at=9)])
    timeline = timeline_of(on, journal(), S(20))
    assert [strip.component for strip in timeline.strips] == ["a", "spare"]
    strip = timeline.of(ComponentId("spare"))
    assert strip.left_s is None
    assert [(span.start, span.shown) for span in strip.spans] == [
        (0, Shown.MAINTENANCE),
        (3, Shown.RECOVERING),
        (7, Shown.OPERATIONAL),
    ]


def test_what_runs_on_a_reserve_has_a_span_of_its_own_and_has_not_failed_yet() -> None:
    held = Component(ComponentId("hall"), needs=(Need((ComponentId("power"),), survives=S(6)),))
    cut = drill(component("power"), held, injects=[inject("fire", fail("power"), at=2)])
    strip = timeline_of(cut, journal(), S(9)).of(ComponentId("hall"))
    assert strip.left_s == 9 - 1
    assert strip.spans == (
        StateSpan(S(0), S(2), Shown.OPERATIONAL, is_on_reserve=False),
        StateSpan(S(2), S(8), Shown.OPERATIONAL, is_on_reserve=True),
        StateSpan(S(8), S(10), Shown.DOWN, is_on_reserve=False),
    )


def test_what_falls_in_the_first_second_was_never_seen_standing() -> None:
    strip = timeline_of(drill(injects=[inject("fire", fail("a"), at=0)]), journal(), S(9)).strips[0]
    assert strip.left_s == 0
    assert strip.spans == (StateSpan(S(0), S(10), Shown.DOWN, is_on_reserve=False),)


def test_the_last_second_of_a_strip_has_ended() -> None:
    mended = drill(
        component("a", repair=5, crew="ops"), injects=[inject("fire", fail("a"), repair("a"), at=3)], crews={"ops": 1}
    )
    strip = timeline_of(mended, journal((3, End())), S(3)).strips[0]
    assert strip.spans[-1].shown is Shown.RECOVERING


@pytest.mark.parametrize(("at", "start"), [(-3, 0), (0, 0), (4, 0), (5, 5), (9, 5), (99, 5)])
def test_a_second_lies_in_the_span_that_began_last(at: int, start: int) -> None:
    strip = timeline_of(drill(injects=[inject("fire", fail("a"), at=5)]), journal(), S(9)).strips[0]
    assert strip.at(at).start == start


@pytest.mark.parametrize(
    ("first", "last", "starts"), [(0, 9, [0, 3, 6]), (3, 5, [3]), (4, 6, [3, 6]), (-5, 2, [0]), (7, 99, [6])]
)
def test_the_spans_between_two_seconds_are_those_they_and_all_between_them_lie_in(
    first: int, last: int, starts: list[int]
) -> None:
    looks = (Shown.OPERATIONAL, Shown.DOWN, Shown.RECOVERING)
    spans = tuple(StateSpan(S(3 * each), S(3 * each + 3), looks[each], is_on_reserve=False) for each in range(3))
    assert [span.start for span in Strip(ComponentId("a"), None, spans).between(first, last)] == starts
