"""What people do: decisions, actions, improvised injects, and taking back."""

import pytest

from blackstart.core.base.ids import ActionId, ComponentId, CrewId, DecisionId, InjectId, ObjectiveId, OptionId
from blackstart.core.base.simtime import Seconds
from blackstart.core.base.words import words
from blackstart.core.engine.effects import CallOffJob
from blackstart.core.engine.trace import EffectCause, Shown
from blackstart.core.exercise.model import ActionIs
from blackstart.core.play.commands import (
    Act,
    ActUnscripted,
    AddFinding,
    ApplyEffects,
    Begin,
    Command,
    DecideUnscripted,
    Deliver,
    End,
    Entry,
    Hotwash,
    Improvise,
    Jump,
    Move,
    Note,
    Open,
    Pace,
    Rate,
    Skip,
    TakeBack,
)
from blackstart.core.play.director import Director
from blackstart.core.play.events import ActionBegun, ActionDone, Delivered, Opened, Spread
from tests.core.play.scripts import (
    action,
    component,
    decide,
    decision,
    directed,
    down,
    drill,
    fail,
    inject,
    job,
    repair,
    script_events,
)

S = Seconds


def act(id_: str) -> Act:
    return Act(ActionId(id_), "lead")


def shown(director: Director, id_: str) -> Shown:
    return director.simulation.standing(ComponentId(id_)).shown


def played(director: Director, until: int) -> Director:
    director.advance(S(until))
    return director


def standing(director: Director, id_: str = "wire") -> tuple[str, int | None, tuple[str, ...]]:
    (found,) = [each for each in director.actions() if each.action.id == id_]
    return found.state, found.done_s, found.waits_for


def test_an_action_without_time_or_tools_has_its_effects_at_once() -> None:
    director = played(directed(drill(actions=[action("wire", fail("a"))])), 10)
    events = director.apply(Entry(2, S(10), act("wire")))
    begun, spread, done = events
    assert begun == ActionBegun(S(10), ActionId("wire"), 2, ())
    assert isinstance(spread, Spread)
    assert {row.cause for row in spread.rows} == {EffectCause("action:wire/2")}
    assert done == ActionDone(S(10), ActionId("wire"), 2)
    assert standing(director) == ("done", 10, ())


def test_an_action_that_takes_time_is_done_that_much_later() -> None:
    director = played(directed(drill(actions=[action("wire", fail("a"), takes=20)])), 10)
    assert director.apply(Entry(2, S(10), act("wire"))) == (ActionBegun(S(10), ActionId("wire"), 2, ()),)
    assert standing(director) == ("begun", 30, ())
    assert script_events(director.advance(S(29))) == []
    assert script_events(director.advance(S(30))) == [ActionDone(S(30), ActionId("wire"), 2)]
    assert shown(director, "a") is Shown.DOWN


def test_an_action_waits_for_what_it_requires_and_says_for_what() -> None:
    director = directed(
        drill(
            component("chat", repair=30),
            component("a"),
            injects=[inject("fire", fail("chat"), at=5), inject("fix", repair("chat"), at=40)],
            actions=[action("wire", takes=20, requires=["chat"])],
        )
    )
    (begun,) = played(director, 10).apply(Entry(2, S(10), act("wire")))
    assert begun == ActionBegun(S(10), ActionId("wire"), 2, ("chat",))
    assert standing(director) == ("waiting", None, ("chat",))
    assert script_events(director.advance(S(100)))[-1] == ActionDone(S(90), ActionId("wire"), 2)  # 40 + 30 + 20


def test_by_hand_an_action_takes_longer_and_needs_no_tools() -> None:
    director = directed(
        drill(
            component("chat"),
            component("a"),
            injects=[inject("fire", fail("chat"), at=5)],
            actions=[action("wire", takes=20, requires=["chat"], by_hand=50)],
        )
    )
    played(director, 10).apply(Entry(2, S(10), act("wire")))
    assert [each.by_hand for each in director.actions()] == [True]
    assert script_events(director.advance(S(100))) == [ActionDone(S(60), ActionId("wire"), 2)]


def test_with_its_tools_there_an_action_is_not_done_by_hand() -> None:
    director = directed(drill(component("chat"), actions=[action("wire", takes=20, requires=["chat"], by_hand=50)]))
    played(director, 10).apply(Entry(2, S(10), act("wire")))
    assert script_events(director.advance(S(100))) == [ActionDone(S(30), ActionId("wire"), 2)]


def test_what_needs_tools_takes_at_least_a_second() -> None:
    director = directed(drill(component("chat"), actions=[action("wire", requires=["chat"])]))
    played(director, 10).apply(Entry(2, S(10), act("wire")))
    assert script_events(director.advance(S(100))) == [ActionDone(S(11), ActionId("wire"), 2)]


def test_two_actions_of_one_pair_of_hands_are_done_one_after_the_other() -> None:
    director = directed(
        drill(
            crews={"ops": 1},
            actions=[action("wire", takes=20, crew="ops"), action("call", takes=5, crew="ops")],
        )
    )
    played(director, 10)
    director.apply(Entry(2, S(10), act("wire")))
    director.apply(Entry(3, S(10), act("call")))
    director.advance(S(11))
    assert standing(director, "call") == ("waiting", None, ("crew:ops",))
    assert script_events(director.advance(S(100))) == [
        ActionDone(S(30), ActionId("wire"), 2),
        ActionDone(S(35), ActionId("call"), 3),
    ]


def test_an_action_is_done_once_unless_the_script_lets_it_be_repeated() -> None:
    director = directed(drill(actions=[action("once"), action("often", once=False)]))
    played(director, 10)
    for seq, name in enumerate(["once", "often"], start=2):
        director.apply(Entry(seq, S(10), act(name)))
    assert director.refusal(act("once")) == "The action once was begun already, and can be done only once"
    assert director.refusal(act("often")) is None


def test_conditions_see_an_action_begun_and_done() -> None:
    begun, done = (ActionIs(ActionId("wire"), state) for state in ("begun", "done"))
    director = directed(
        drill(
            injects=[inject("so-you-began", when=begun), inject("so-you-are-done", when=done)],
            actions=[action("wire", takes=20)],
        )
    )
    played(director, 10).apply(Entry(2, S(10), act("wire")))
    assert [event for event in director.advance(S(100)) if isinstance(event, Delivered)] == [
        Delivered(S(11), InjectId("so-you-began"), "condition"),
        Delivered(S(31), InjectId("so-you-are-done"), "condition"),
    ]


def test_an_action_that_an_effect_calls_off_is_ready_again() -> None:
    director = directed(drill(actions=[action("wire", takes=20)]))
    played(director, 10).apply(Entry(2, S(10), act("wire")))
    director.apply(Entry(3, S(10), ApplyEffects((CallOffJob("wire"),), "no time")))
    assert standing(director) == ("ready", None, ())
    assert script_events(director.advance(S(100))) == []


def test_taking_back_an_action_cancels_what_has_not_happened() -> None:
    director = directed(drill(actions=[action("wire", fail("a"), takes=20)]))
    played(director, 10).apply(Entry(2, S(10), act("wire")))
    played(director, 15).apply(Entry(3, S(15), TakeBack(2, "too risky")))
    assert standing(director) == ("ready", None, ())
    assert script_events(director.advance(S(100))) == []
    assert shown(director, "a") is Shown.OPERATIONAL


def test_taking_back_one_of_two_equal_acts_leaves_the_other() -> None:
    director = directed(drill(actions=[action("wire", takes=20, once=False)]))
    played(director, 10).apply(Entry(2, S(10), act("wire")))
    played(director, 15).apply(Entry(3, S(15), act("wire")))
    director.apply(Entry(4, S(15), TakeBack(2, "twice by mistake")))
    assert script_events(director.advance(S(100))) == [ActionDone(S(35), ActionId("wire"), 3)]


def test_taking_back_a_decision_opens_it_again_and_cancels_its_jobs_and_wanted_repairs() -> None:
    director = directed(
        drill(
            component("a", repair=30),
            component("b"),
            injects=[inject("fire", fail("a"), at=0)],
            decisions=[decision("cut", {"yes": [repair("a"), job(40, fail("b"))]}, at=0, within=100)],
        )
    )
    played(director, 10).apply(Entry(2, S(10), decide("cut", "yes")))
    events = played(director, 20).apply(Entry(3, S(20), TakeBack(2, "wrong one")))
    assert Opened(S(20), DecisionId("cut"), S(120)) in events
    assert director.decided() == ()
    director.advance(S(90))
    assert (shown(director, "a"), shown(director, "b")) == (Shown.DOWN, Shown.OPERATIONAL)


def test_what_a_decision_has_brought_about_stays_when_it_is_taken_back() -> None:
    director = directed(drill(decisions=[decision("cut", {"yes": [fail("a")]}, at=0)]))
    played(director, 10).apply(Entry(2, S(10), decide("cut", "yes")))
    director.apply(Entry(3, S(10), TakeBack(2, "wrong one")))
    assert shown(director, "a") is Shown.DOWN
    assert director.apply(Entry(4, S(10), TakeBack(2, "again"))) == ()


def test_an_improvised_inject_is_named_by_its_entry_and_comes_at_once() -> None:
    director = played(directed(drill()), 10)
    events = director.apply(Entry(7, S(10), Improvise("Smoke!", "phone", effects=(fail("a"),))))
    assert script_events(events) == [Delivered(S(10), InjectId("i7"), "hand")]
    (spread,) = [event for event in events if isinstance(event, Spread)]
    assert {row.cause for row in spread.rows} == {EffectCause("inject:i7")}


def test_an_improvised_inject_with_a_time_comes_then_and_can_be_moved() -> None:
    director = played(directed(drill()), 10)
    assert director.apply(Entry(2, S(10), Improvise("Smoke!", "phone", at_s=S(40)))) == ()
    director.apply(Entry(3, S(10), Move(InjectId("i2"), S(60))))
    assert script_events(director.advance(S(100))) == [Delivered(S(60), InjectId("i2"), "timed")]


def test_an_improvised_inject_does_not_take_the_place_of_one_that_the_script_calls_so() -> None:
    director = played(directed(drill(injects=[inject("i2", at=40), inject("i3", at=50)])), 10)
    director.apply(Entry(2, S(10), Improvise("Smoke!", "phone")))
    director.apply(Entry(3, S(10), Improvise("Fire!", "phone", at_s=S(60))))
    ids = ["i2-improvised", "i2", "i3", "i3-improvised"]
    played(director, 100)
    assert [str(each.inject.id) for each in director.delivered()] == ids


def test_an_unscripted_act_is_not_taken_for_an_action_that_the_script_calls_so() -> None:
    director = played(directed(drill(actions=[action("a2", takes=5)])), 10)
    director.apply(Entry(2, S(10), ActUnscripted("Pull the plug", S(20), "lead")))
    assert [(str(each.action.id), each.state) for each in director.actions()] == [
        ("a2", "ready"),
        ("a2-improvised", "begun"),
    ]


def test_unscripted_decisions_and_acts_reach_the_map_under_their_entry() -> None:
    director = played(directed(drill(component("a"), component("b"))), 10)
    (spread,) = director.apply(Entry(2, S(10), DecideUnscripted("Cut it?", "Yes", "lead", effects=(fail("a"),))))
    assert isinstance(spread, Spread)
    assert {row.cause for row in spread.rows} == {EffectCause("command:2")}
    (begun,) = director.apply(Entry(3, S(10), ActUnscripted("Pull the plug", S(20), "lead", effects=(fail("b"),))))
    assert begun == ActionBegun(S(10), ActionId("a3"), 3, ())
    assert script_events(director.advance(S(100))) == [ActionDone(S(30), ActionId("a3"), 3)]


def test_an_unscripted_act_can_be_taken_back() -> None:
    director = played(directed(drill()), 10)
    director.apply(Entry(2, S(10), ActUnscripted("Pull the plug", S(20), "lead", effects=(fail("a"),))))
    director.apply(Entry(3, S(10), TakeBack(2, "no")))
    assert script_events(director.advance(S(100))) == []


def test_before_the_first_second_nothing_reaches_the_map_but_plans_can_change() -> None:
    director = directed(drill(injects=[inject("one", at=0), inject("two", at=0)], actions=[action("wire")]))
    too_early = "The exercise has not started: let the clock run first"
    assert [director.refusal(each) for each in (act("wire"), Deliver(InjectId("one")), Improvise("x", "phone"))] == [
        too_early
    ] * 3
    director.apply(Entry(2, S(-1), Skip(InjectId("one"), "not today")))
    director.apply(Entry(3, S(-1), Move(InjectId("two"), S(5))))
    assert script_events(director.advance(S(10))) == [Delivered(S(5), InjectId("two"), "timed")]


REFUSED: list[tuple[Command, str]] = [
    (Begin(), "begun already"),
    (Pace(601), "601 is not a pace"),
    (Jump(S(10)), "0:00:10 is over"),
    (Jump(S(1001)), "beyond the end of the exercise at 0:16:40"),
    (Deliver(InjectId("smok")), "no inject smok"),
    (Skip(InjectId("gone"), ""), "gone was delivered already"),
    (Move(InjectId("smoke"), S(10)), "cannot come at 0:00:10"),
    (Improvise("x", "telex"), "no channel telex; channels are alert, phone"),
    (Improvise("x", "phone", to=("boss",)), "no role boss; roles are lead"),
    (Improvise("x", "phone", at_s=S(10)), "without a time it comes now"),
    (Open(DecisionId("cu")), "no decision cu"),
    (decide("cut", "maybe"), "no option maybe; it has yes, no"),
    (decide("later", "yes"), "later is not open"),
    (decide("taken", "yes"), "taken was taken at 0:00:05: yes; take that back first"),
    (decide("missed", "yes"), "missed ran out of time at 0:00:09: no"),
    (TakeBack(99, ""), "Entry 99 is no decision or action"),
    (act("wir"), "no action wir"),
    (ActUnscripted("x", S(0), "lead", requires=(ComponentId("z"),)), "no component z"),
    (ActUnscripted("x", S(0), "lead", crew=CrewId("z")), "no crew z"),
    (ActUnscripted("x", S(5), "lead", effects=(job(5, fail("a")),)), "cannot take time of its own"),
    (Rate(ObjectiveId("declare"), "P", "x", "eva"), "not ended yet"),
    (Hotwash("lead"), "not ended yet"),
]


@pytest.fixture
def busy() -> Director:
    director = directed(
        drill(
            injects=[inject("gone", at=0), inject("smoke", at=50), inject("never", when=down("a"))],
            decisions=[
                decision("cut", {"yes": (), "no": ()}, at=0),
                decision("later", {"yes": ()}, at=90),
                decision("taken", {"yes": ()}, at=0),
                decision("missed", {"yes": (), "no": ()}, at=0, within=9, otherwise="no"),
            ],
        )
    )
    played(director, 5).apply(Entry(2, S(5), decide("taken", "yes")))
    return played(director, 10)


@pytest.mark.parametrize(("command", "why"), REFUSED, ids=lambda value: value if isinstance(value, str) else "")
def test_a_refusal_says_what_is_wrong_and_the_command_changes_nothing(
    busy: Director, command: Command, why: str
) -> None:
    refusal = busy.refusal(command)
    assert refusal is not None
    assert why in refusal
    assert busy.apply(Entry(3, S(10), command)) == ()


def test_after_the_end_only_the_record_goes_on(busy: Director) -> None:
    busy.apply(Entry(3, S(10), End()))
    assert busy.refusal(Hotwash("lead")) is None
    assert busy.refusal(Note("x", "lead")) is None
    assert busy.refusal(AddFinding("area", "x", "eva")) is None
    refusal = busy.refusal(decide("cut", "yes"))
    assert refusal is not None
    assert "ended at 0:00:10" in refusal


def test_a_refusal_is_told_in_the_language_of_whoever_reads_it() -> None:
    refusal = Director(drill(), Begin(language="ko")).refusal(Begin())
    assert refusal == "The run has begun already"
    assert words("ko").tell(refusal) == "이미 시작한 실행입니다."


def test_an_option_of_the_decision_is_named_as_the_cause() -> None:
    director = played(directed(drill(decisions=[decision("cut", {"yes": [fail("a")]}, at=0)])), 10)
    events = director.apply(Entry(2, S(10), decide("cut", "yes")))
    (spread,) = [event for event in events if isinstance(event, Spread)]
    assert {row.cause for row in spread.rows} == {EffectCause("decision:cut/yes")}
    assert director.decided()[0].option == OptionId("yes")


def test_an_action_called_off_in_the_second_in_which_it_would_be_done_is_not_done() -> None:
    called_off = [job(6, CallOffJob("wire"))]
    director = directed(
        drill(
            component("a"),
            actions=[action("wire", fail("a"), takes=5)],
            decisions=[decision("stop", {"yes": called_off}, at=0)],
        )
    )
    director.advance(S(0))
    director.apply(Entry(2, S(0), decide("stop", "yes")))
    director.apply(Entry(3, S(1), act("wire")))
    assert not [event for event in director.advance(S(20)) if isinstance(event, ActionDone)]
    assert [each.state for each in director.actions()] == ["ready"]
