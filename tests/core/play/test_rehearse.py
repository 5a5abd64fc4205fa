"""Rehearsal: what a drill played in many ways shows before the day."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from blackstart.core.base.assets import exercises_folder
from blackstart.core.base.ids import DecisionId, InjectId, ObjectiveId, RoleId
from blackstart.core.base.simtime import Seconds
from blackstart.core.base.words import LANGUAGES, words
from blackstart.core.engine.effects import Bootstrap
from blackstart.core.exercise.files import read_drill
from blackstart.core.exercise.model import (
    ActionIs,
    AllOf,
    DecisionTook,
    Drill,
    Exercise,
    Inject,
    InjectIs,
    Not,
    Role,
)
from blackstart.core.play.commands import Begin, Participant
from blackstart.core.play.rehearsal_telling import finding
from blackstart.core.play.rehearse import Progress, Rehearsal, rehearse
from blackstart.core.play.shortfalls import KINDS, Shortfall
from blackstart.core.topology.model import Component, Need
from tests.core.play.scripts import action, component, decision, down, drill, fail, inject, phase, release, repair

FAIL_AND_MEND = {"leave": (), "mend": (repair("a"),)}


def rehearsed(drill_: Drill, begin: Begin | None = None, most_ways: int = 200) -> Rehearsal:
    steps = rehearse(drill_, begin or Begin(), most_ways)
    while True:
        try:
            next(steps)
        except StopIteration as end:
            found = end.value
            assert isinstance(found, Rehearsal)
            return found


def told(rehearsal: Rehearsal, kind: str) -> list[tuple[str, str]]:
    return [(each.id, each.sentence) for each in rehearsal.shortfalls if each.kind == kind]


def scripted(drill_: Drill, **script: object) -> Drill:
    assert isinstance(drill_.exercise, Exercise)
    return replace(drill_, exercise=replace(drill_.exercise, **script))  # type: ignore[arg-type]  # fields by name


def to(inject_: Inject, *roles: str) -> Inject:
    return replace(inject_, to=tuple(RoleId(role) for role in roles))


def with_test(turn: Inject, objective: str) -> Inject:
    return replace(turn, tests=(ObjectiveId(objective),))


def broken(**more: Sequence[object]) -> Drill:
    """One component that fails at 10 and can be mended by decision."""
    injects = [inject("bang", fail("a"), at=10, opens="what")]
    return drill(
        component("a", repair=5),
        injects=[*injects, *more.get("injects", ())],  # type: ignore[list-item]  # makers give them
        decisions=[decision("what", FAIL_AND_MEND), *more.get("decisions", ())],  # type: ignore[list-item]  # the same
        actions=more.get("actions", ()),  # type: ignore[arg-type]  # the same
    )


def test_a_sound_drill_has_nothing_to_tell() -> None:
    sound = scripted(broken(), injects=(with_test(inject("bang", fail("a"), at=10, opens="what"), "declare"),))
    found = rehearsed(sound)
    assert found.shortfalls == ()
    assert found.is_whole


def test_an_inject_for_a_role_that_nobody_wears_reaches_nobody() -> None:
    two = scripted(
        broken(injects=[to(inject("call", at=20), "press"), to(inject("all", at=21), "lead", "press")]),
        roles=(Role(RoleId("lead")), Role(RoleId("press"))),
    )
    begin = Begin(participants=(Participant("Kim", ("lead",)),))
    assert told(rehearsed(two, begin), "nobody") == [("call", "unworn")]
    assert told(rehearsed(two), "nobody") == [], "without participants everybody is there"


def test_a_decision_that_asks_a_role_that_nobody_wears_reaches_nobody() -> None:
    asked = replace(decision("who", FAIL_AND_MEND, at=30), asks=RoleId("press"))
    two = scripted(broken(decisions=[asked]), roles=(Role(RoleId("lead")), Role(RoleId("press"))))
    begin = Begin(participants=(Participant("Kim", ("lead",)),))
    assert ("who", "unasked") in told(rehearsed(two, begin), "nobody")


def test_an_inject_before_the_team_comes_in_reaches_nobody() -> None:
    begin = Begin(from_s=Seconds(11))
    assert told(rehearsed(broken(), begin), "nobody") == [("bang", "before")]
    assert told(rehearsed(broken(), Begin(from_s=Seconds(10))), "nobody") == []


def test_an_objective_that_nothing_names_is_not_tested() -> None:
    assert told(rehearsed(broken()), "untested") == [("declare", "unnamed")]


def test_an_objective_whose_tests_never_come_is_not_tested() -> None:
    named = broken(injects=[with_test(inject("late", at=2000), "declare")])
    assert told(rehearsed(named), "untested") == [("declare", "uncome")]


def test_an_objective_whose_test_is_left_out_is_not_tested() -> None:
    named = broken(injects=[with_test(inject("call", at=20), "declare")])
    assert told(rehearsed(named), "untested") == []
    begin = Begin(left_out=(InjectId("call"),))
    assert told(rehearsed(named, begin), "untested") == [("declare", "uncome")]


def test_what_is_left_out_is_not_missed() -> None:
    never = broken(injects=[inject("never", when=down("a", 5000))])
    assert told(rehearsed(never, Begin(left_out=(InjectId("never"),))), "never-true") == []


def test_a_branch_behind_an_option_that_is_tried_is_reached() -> None:
    taken = DecisionTook(DecisionId("what"), "mend")
    assert told(rehearsed(broken(injects=[inject("thanks", when=taken)])), "unreached") == []


def test_a_branch_behind_two_options_of_two_decisions_is_reached() -> None:
    both = AllOf((DecisionTook(DecisionId("what"), "mend"), DecisionTook(DecisionId("then"), "mend")))
    two = broken(injects=[inject("thanks", when=both)], decisions=[decision("then", FAIL_AND_MEND, at=50)])
    assert told(rehearsed(two), "unreached") == []


def test_a_branch_that_no_option_leads_to_is_never_reached() -> None:
    both = AllOf((DecisionTook(DecisionId("what"), "mend"), DecisionTook(DecisionId("what"), "leave")))
    assert told(rehearsed(broken(injects=[inject("thanks", when=both)])), "unreached") == [("thanks", "together")]


def test_a_decision_opened_by_an_inject_that_never_comes_is_never_reached() -> None:
    lost = broken(
        injects=[inject("never", when=down("a", 5000), opens="lost")], decisions=[decision("lost", FAIL_AND_MEND)]
    )
    assert told(rehearsed(lost), "unreached") == [("lost", "unopened")]


def test_what_comes_when_nobody_decides_in_time_is_reached() -> None:
    silence = broken(
        decisions=[decision("quick", FAIL_AND_MEND, at=40, within=10)],
        injects=[inject("nobody", when=DecisionTook(DecisionId("quick"), "none"))],
    )
    assert told(rehearsed(silence), "unreached") == []


def test_what_an_action_brings_about_comes_true() -> None:
    done = ActionIs(action("call").id, "done")
    acted = broken(injects=[inject("thanks", when=done)], actions=[action("call", takes=30)])
    assert told(rehearsed(acted), "never-true") == []


def test_what_is_opened_or_delivered_by_hand_is_reached() -> None:
    by_hand = broken(
        injects=[inject("if-asked", opens="more")],
        decisions=[decision("by-hand", FAIL_AND_MEND), decision("more", FAIL_AND_MEND)],
    )
    assert told(rehearsed(by_hand), "unreached") == []


def test_a_condition_names_what_of_it_never_holds() -> None:
    long, short = down("a", 5000), down("a", 5)
    found = rehearsed(broken(injects=[inject("never", when=AllOf((short, long, Not(down("a")))))]))
    (never,) = [each for each in found.shortfalls if each.kind == "never-true"]
    assert (never.id, never.sentence, never.lacking) == ("never", "lacking", (long,))
    assert never.place == ("exercise", "injects", 1, "when")


def test_a_condition_whose_facts_never_hold_at_once_says_so() -> None:
    apart = AllOf((down("a", 5), Not(down("a"))))
    assert told(rehearsed(broken(injects=[inject("never", when=apart)])), "never-true") == [("never", "together")]


def test_a_state_that_lasts_exactly_as_long_as_asked_comes_true() -> None:
    blip = [inject("bang", fail("a"), at=10), inject("mend", repair("a"), at=20)]
    for lasting, is_never in ((10, False), (11, True)):
        once = drill(component("a", repair=5), injects=[*blip, inject("told", when=down("a", lasting))])
        assert bool(told(rehearsed(once), "never-true")) is is_never, lasting


def test_what_waits_for_a_skipped_inject_needs_the_facilitator() -> None:
    skipped = InjectIs(InjectId("bang"), "skipped")
    assert told(rehearsed(broken(injects=[inject("instead", when=skipped)])), "never-true") == [("instead", "skip")]


def test_a_decision_after_which_the_same_follows_changes_nothing() -> None:
    idle = decision("talk", {"yes": (), "no": (release("a"),)}, at=30)
    assert told(rehearsed(broken(decisions=[idle])), "no-difference") == [("talk", "same")]


def test_two_options_with_the_same_effect_make_no_difference() -> None:
    twice = decision("mend", {"now": (repair("a"),), "at-once": (repair("a"),)}, at=30)
    assert ("mend", "same") in told(rehearsed(broken(decisions=[twice])), "no-difference")


def test_a_decision_that_a_condition_asks_about_makes_a_difference() -> None:
    asked = broken(
        decisions=[decision("talk", {"yes": (), "no": ()}, at=30)],
        injects=[inject("thanks", when=DecisionTook(DecisionId("talk"), "no"))],
    )
    assert told(rehearsed(asked), "no-difference") == []


def test_options_that_count_as_different_things_make_a_difference() -> None:
    talk = decision("talk", {"yes": (), "no": ()}, at=30)
    counted = replace(talk, options=(replace(talk.options[0], counts_as="said"), talk.options[1]))
    assert told(rehearsed(broken(decisions=[counted])), "no-difference") == []


def test_a_component_that_nobody_feels_is_named() -> None:
    felt = broken()
    loose = replace(component("loose"), users=0)
    found = rehearsed(replace(felt, topology=replace(felt.topology, components=(*felt.topology.components, loose))))
    assert told(found, "idle") == [("loose", "unfelt")]


def ring() -> tuple[Component, ...]:
    """Two that wait for one another to start."""

    def part(id_: str, on: str) -> Component:
        whole = component(id_, on)
        return replace(whole, needs=(Need(whole.needs[0].on, name="peer"),))

    return part("x", "y"), part("y", "x")


def looped(**script: Sequence[object]) -> Drill:
    return drill(*ring(), injects=[inject("bang", fail("x"), at=10), inject("mend", repair("x"), at=50)], **script)  # type: ignore[arg-type]  # makers give them


def test_a_loop_that_nothing_breaks_is_stuck_for_ever() -> None:
    found = rehearsed(looped())
    stuck = [each for each in found.shortfalls if each.kind == "stuck"]
    assert [(each.id, each.sentence, set(each.ids)) for each in stuck] == [
        ("x", "loop", {"x", "y"}),
        ("y", "loop", {"x", "y"}),
    ]


def test_a_loop_that_an_option_breaks_is_not_stuck_for_ever() -> None:
    way_out = (Bootstrap(component("x").id, "peer"),)
    asked = decision("now", {"wait": (), "by-hand": way_out}, at=100)
    assert told(rehearsed(looped(decisions=[asked])), "stuck") == []


def test_a_loop_that_an_action_breaks_is_not_stuck_for_ever() -> None:
    by_hand = action("by-hand", Bootstrap(component("x").id, "peer"))
    assert told(rehearsed(looped(actions=[by_hand])), "stuck") == []


def test_a_bound_that_was_hit_is_said() -> None:
    many = [decision(f"d{number}", {"a": (), "b": (), "c": ()}, at=number) for number in range(20, 30)]
    found = rehearsed(broken(decisions=many), most_ways=8)
    assert found.ways == 8
    assert not found.is_whole


def test_all_ways_through_a_small_drill_are_tried() -> None:
    found = rehearsed(broken(decisions=[decision("talk", {"yes": (), "no": ()}, at=30)]))
    assert found.is_whole


def test_a_rehearsal_can_be_given_up_after_any_way() -> None:
    steps = rehearse(broken(), Begin(), 50)
    assert next(steps) == Progress(1, 50)
    steps.close()
    with pytest.raises(StopIteration):
        next(steps)


def test_the_length_follows_pace_and_scope() -> None:
    phased = scripted(broken(), phases=(phase("one", 0, 100, 4), phase("two", 200, 1000, 10)))
    own = rehearsed(phased)
    assert [each.real_s for each in own.lengths] == [50, 80], "the gap is played at the pace before it"
    assert own.real_s == 130
    assert rehearsed(phased, Begin(pace=2)).real_s == 500
    later = rehearsed(phased, Begin(from_s=Seconds(150)))
    assert [(each.start, each.real_s) for each in later.lengths] == [(150, 13), (200, 80)]


def test_holds_are_counted_by_the_settings() -> None:
    def holds(rule: str) -> int:
        return sum(each.holds for each in rehearsed(broken(), Begin(holds=rule)).lengths)

    apart = broken(decisions=[decision("talk", {"yes": (), "no": ()}, at=30)])
    assert holds("never") == 0
    assert holds("decisions") == holds("injects") == holds("both") == 1, "an inject and its question hold once"
    assert sum(each.holds for each in rehearsed(apart, Begin(holds="both")).lengths) == 2


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_that_can_be_noticed_has_words(language: str) -> None:
    sentences = {
        "nobody": ("before", "unworn", "unasked"),
        "untested": ("unnamed", "uncome"),
        "unreached": ("late", "unopened", "lacking", "together", "skip"),
        "never-true": ("lacking", "together", "skip"),
        "no-difference": ("same",),
        "idle": ("unfelt",),
        "stuck": ("loop", "behind"),
    }
    assert tuple(sentences) == KINDS
    lacking = (down("a", 5), DecisionTook(DecisionId("d"), "any"), ActionIs(action("c").id, "done"))
    for kind in KINDS:
        for name in sentences[kind]:
            shortfall = Shortfall(kind, ("exercise", "injects", 0), "bang", name, ("a", "b"), Seconds(90), lacking)
            assert "bang" in words(language).tell(finding(shortfall).message)
        for key in ("name", "about", "mend"):
            assert words(language).say(f"rehearsal.{kind}.{key}")


def test_a_finding_stands_at_its_place() -> None:
    found = rehearsed(broken(injects=[inject("never", when=down("a", 5000))]))
    never = finding(next(each for each in found.shortfalls if each.kind == "never-true"))
    assert str(never) == (
        "<drill>: warning: exercise.injects[1].when: "
        "never never comes by itself: it never holds that a is down for 1 h 23 min 20 s"
    )


def test_two_rehearsals_find_the_same() -> None:
    asked = broken(
        injects=[inject("never", when=down("a", 5000))], decisions=[decision("talk", {"y": (), "n": ()}, at=9)]
    )
    assert rehearsed(asked) == rehearsed(asked)


@pytest.mark.parametrize("path", sorted(exercises_folder().glob("*.drill")), ids=lambda path: path.stem)
def test_the_exercises_that_are_shipped_have_nothing_to_tell(path: object) -> None:
    loaded = read_drill(str(path.read_text(encoding="utf-8")), str(path))  # type: ignore[attr-defined]  # a Path
    found = rehearsed(loaded.drill, most_ways=240)
    assert [finding(each).message for each in found.shortfalls] == []
