"""One instant after another: what the script owes, in which order, and what commands do between."""

import pytest

from blackstart.core.base.errors import UserError
from blackstart.core.base.ids import ComponentId, DecisionId, InjectId, OptionId, PhaseId
from blackstart.core.base.simtime import START, Seconds
from blackstart.core.engine.trace import EffectCause, Shown
from blackstart.core.exercise.model import AllOf, ComponentIs, DecisionTook, Drill, InjectIs, Not, State
from blackstart.core.play.commands import Begin, Deliver, End, Entry, Move, Open, Skip
from blackstart.core.play.director import Director
from blackstart.core.play.events import (
    Decided,
    Delivered,
    Ended,
    Opened,
    PhaseEnded,
    Settled,
    Skipped,
    Spread,
    TimedOut,
)
from tests.core.play.scripts import (
    component,
    decide,
    decision,
    directed,
    down,
    drill,
    fail,
    inject,
    phase,
    repair,
    script_events,
)

S = Seconds


def delivered(at: int, id_: str, how: str = "timed") -> Delivered:
    return Delivered(S(at), InjectId(id_), how)


def shown(director: Director, id_: str) -> Shown:
    return director.simulation.standing(ComponentId(id_)).shown


def test_a_drill_without_an_exercise_cannot_be_played() -> None:
    bare = Drill(drill().id, drill().title, drill().topology)
    with pytest.raises(UserError, match="has no exercise"):
        Director(bare, Begin())


def test_nothing_has_happened_before_the_first_instant() -> None:
    director = directed(drill(injects=[inject("first", at=0)]))
    assert (director.now, director.delivered()) == (START, ())


def test_a_timed_inject_comes_in_its_second_and_its_effects_name_it() -> None:
    director = directed(drill(injects=[inject("smoke", fail("a"), at=5)]))
    assert script_events(director.advance(S(4))) == []
    events = director.advance(S(5))
    assert script_events(events) == [delivered(5, "smoke")]
    rows = [row for event in events if isinstance(event, Spread) for row in event.rows]
    assert {row.cause for row in rows} == {EffectCause("inject:smoke")}


def test_within_a_second_time_outs_come_first_then_timed_then_conditional_injects_then_openings() -> None:
    director = directed(
        drill(
            injects=[
                inject("on-failure", when=down("a", lasting=3)),
                inject("second", at=5),
                inject("first", at=5),
                inject("start", fail("a"), at=2),
            ],
            decisions=[
                decision("opens-itself", {"yes": ()}, at=5),
                decision("asked", {"yes": ()}, at=1, within=4, otherwise="yes"),
            ],
        )
    )
    director.advance(S(4))
    assert script_events(director.advance(S(5))) == [
        TimedOut(S(5), DecisionId("asked"), OptionId("yes")),
        delivered(5, "second"),
        delivered(5, "first"),
        delivered(5, "on-failure", "condition"),
        Opened(S(5), DecisionId("opens-itself"), None),
    ]


def test_a_condition_with_a_length_fires_when_its_state_has_held_for_that_many_ends() -> None:
    director = directed(drill(injects=[inject("fire", fail("a"), at=10), inject("call", when=down("a", lasting=30))]))
    assert script_events(director.advance(S(100))) == [delivered(10, "fire"), delivered(40, "call", "condition")]


def test_a_condition_starts_over_when_its_state_is_broken() -> None:
    director = directed(
        drill(
            component("a", repair=15),
            injects=[
                inject("fire", fail("a"), repair("a"), at=10),  # back at 25
                inject("again", fail("a"), at=50),
                inject("call", when=ComponentIs(ComponentId("a"), (State.DOWN, State.RECOVERING), S(20))),
            ],
        )
    )
    assert script_events(director.advance(S(100)))[-1] == delivered(70, "call", "condition")


def test_a_condition_sees_only_the_ends_of_earlier_seconds() -> None:
    director = directed(drill(injects=[inject("fire", fail("a"), at=10), inject("call", when=down("a"))]))
    assert script_events(director.advance(S(10))) == [delivered(10, "fire")]
    assert script_events(director.advance(S(11))) == [delivered(11, "call", "condition")]


def test_what_holds_from_the_start_fires_at_the_first_second_or_not_before() -> None:
    always = Not(down("a"))
    well = ComponentIs(ComponentId("a"), (State.OPERATIONAL,), S(30))
    director = directed(
        drill(
            injects=[
                inject("later", when=always, not_before=40),
                inject("at-once", when=always),
                inject("all-well", when=well),
            ]
        )
    )
    assert script_events(director.advance(S(100))) == [
        delivered(0, "at-once", "condition"),
        delivered(29, "all-well", "condition"),
        delivered(40, "later", "condition"),
    ]


def test_a_condition_fires_once() -> None:
    director = directed(
        drill(
            injects=[
                inject("off", fail("a"), at=10),
                inject("on", repair("a"), at=20),
                inject("off-again", fail("a"), at=30),
                inject("call", when=down("a")),
            ]
        )
    )
    calls = [event for event in director.advance(S(100)) if isinstance(event, Delivered) and event.inject == "call"]
    assert calls == [delivered(11, "call", "condition")]


def test_parts_of_a_condition_hold_together() -> None:
    both = AllOf((down("a", lasting=5), InjectIs(InjectId("told"), "delivered", S(7)), Not(down("b"))))
    director = directed(
        drill(
            component("a"),
            component("b"),
            injects=[inject("fire", fail("a"), at=10), inject("told", at=12), inject("call", when=both)],
        )
    )
    assert script_events(director.advance(S(100)))[-1] == delivered(19, "call", "condition")


def test_on_reserve_is_a_state_that_a_condition_can_ask_for() -> None:
    on_battery = component("a", "power")
    needs = tuple(type(need)(need.on, survives=S(60)) for need in on_battery.needs)
    battery = type(on_battery)(on_battery.id, needs=needs)
    reserve = ComponentIs(ComponentId("a"), (State.ON_RESERVE,), S(5))
    director = directed(
        drill(component("power"), battery, injects=[inject("cut", fail("power"), at=10), inject("beep", when=reserve)])
    )
    assert script_events(director.advance(S(100)))[-1] == delivered(15, "beep", "condition")


def test_an_inject_opens_its_decision_and_time_runs_from_there() -> None:
    director = directed(
        drill(injects=[inject("ask", at=5, opens="cut")], decisions=[decision("cut", {"yes": ()}, within=10)])
    )
    assert script_events(director.advance(S(5))) == [delivered(5, "ask"), Opened(S(5), DecisionId("cut"), S(15))]
    (opened,) = director.open_decisions()
    assert (opened.opened_s, opened.due_s, opened.is_overdue) == (5, 15, False)


def test_a_time_out_takes_the_scripts_otherwise_and_names_it_as_the_cause() -> None:
    director = directed(
        drill(decisions=[decision("cut", {"yes": (), "no": [fail("a")]}, at=5, within=10, otherwise="no")])
    )
    events = director.advance(S(15))
    assert TimedOut(S(15), DecisionId("cut"), OptionId("no")) in events
    rows = [row for event in events if isinstance(event, Spread) for row in event.rows]
    assert {row.cause for row in rows} == {EffectCause("timeout:cut")}
    (settled,) = director.decided()
    assert (settled.option, settled.at, settled.seq) == ("no", 15, None)


def test_without_an_otherwise_the_decision_stays_open_overdue_and_can_still_be_taken() -> None:
    director = directed(drill(decisions=[decision("cut", {"yes": [fail("a")]}, at=5, within=10)]))
    director.advance(S(20))
    assert [each.is_overdue for each in director.open_decisions()] == [True]
    events = director.apply(Entry(2, S(20), decide("cut", "yes")))
    assert Decided(S(20), DecisionId("cut"), OptionId("yes"), 2) in events
    assert shown(director, "a") is Shown.DOWN


def test_a_decision_in_the_second_of_its_time_out_is_too_late() -> None:
    played = drill(decisions=[decision("cut", {"yes": (), "no": ()}, at=5, within=10, otherwise="no")])
    early, late = directed(played), directed(played)
    assert early.apply(Entry(2, S(14), decide("cut", "yes")))
    assert early.decided()[0].option == "yes"
    late.apply(Entry(2, S(15), decide("cut", "yes")))
    assert late.decided()[0].option == "no"


def test_none_means_that_time_ran_out_and_an_option_that_was_taken_then_counts_as_that_option() -> None:
    waits = [("none", "nobody"), ("no", "so-it-is-no"), ("any", "settled"), ("yes", "never")]
    director = directed(
        drill(
            injects=[inject(name, when=DecisionTook(DecisionId("cut"), took)) for took, name in waits],
            decisions=[decision("cut", {"yes": (), "no": ()}, at=5, within=10, otherwise="no")],
        )
    )
    assert [event.inject for event in director.advance(S(50)) if isinstance(event, Delivered)] == [
        "nobody",
        "so-it-is-no",
        "settled",
    ]


def test_nobody_decided_is_over_once_an_overdue_decision_is_taken() -> None:
    nobody = DecisionTook(DecisionId("cut"), "none")
    director = directed(
        drill(
            injects=[inject("call", when=nobody, not_before=40)],
            decisions=[decision("cut", {"yes": ()}, at=5, within=10)],
        )
    )
    director.apply(Entry(2, S(20), decide("cut", "yes")))
    assert script_events(director.advance(S(100))) == []


def test_a_command_is_a_round_of_its_own_after_what_the_second_brings_by_itself() -> None:
    director = directed(
        drill(
            injects=[inject("off", fail("a"), at=10)],
            decisions=[decision("mend", {"yes": [repair("a")]}, at=0)],
        )
    )
    director.advance(S(10))
    assert shown(director, "a") is Shown.DOWN
    director.apply(Entry(2, S(10), decide("mend", "yes")))
    assert shown(director, "a") is Shown.OPERATIONAL
    assert [event for event in director.advance(S(11)) if isinstance(event, Settled)] == []


def test_delivering_by_hand_happens_at_once_and_not_again() -> None:
    director = directed(drill(injects=[inject("smoke", fail("a"), at=50)]))
    director.advance(S(10))
    events = director.apply(Entry(2, S(10), Deliver(InjectId("smoke"))))
    assert script_events(events) == [delivered(10, "smoke", "hand")]
    assert shown(director, "a") is Shown.DOWN
    assert script_events(director.advance(S(100))) == []
    assert director.refusal(Deliver(InjectId("smoke"))) == "The inject smoke was delivered already"


def test_a_skipped_inject_does_not_come_and_neither_do_its_effects() -> None:
    director = directed(drill(injects=[inject("smoke", fail("a"), at=50)]))
    director.advance(S(10))
    events = director.apply(Entry(2, S(10), Skip(InjectId("smoke"), "too much")))
    assert events == (Skipped(S(10), InjectId("smoke"), "too much"),)
    assert script_events(director.advance(S(100))) == []
    assert shown(director, "a") is Shown.OPERATIONAL


def test_a_skipped_inject_can_still_be_delivered_by_hand() -> None:
    director = directed(drill(injects=[inject("smoke", at=50)]), "smoke")
    director.advance(S(10))
    assert [each.why for each in director.skipped()] == ["left out"]
    assert director.apply(Entry(2, S(10), Deliver(InjectId("smoke")))) == (delivered(10, "smoke", "hand"),)
    assert director.skipped() == ()


def test_a_moved_inject_comes_at_its_new_time_only() -> None:
    director = directed(drill(injects=[inject("smoke", at=50)]))
    director.advance(S(10))
    director.apply(Entry(2, S(10), Move(InjectId("smoke"), S(70))))
    assert script_events(director.advance(S(100))) == [delivered(70, "smoke")]


def test_a_moved_inject_keeps_its_place_among_those_of_the_same_second() -> None:
    director = directed(drill(injects=[inject("one", at=50), inject("two", at=60)]))
    director.advance(S(10))
    director.apply(Entry(2, S(10), Move(InjectId("one"), S(60))))
    assert script_events(director.advance(S(100))) == [delivered(60, "one"), delivered(60, "two")]


def test_an_inject_that_is_held_back_waits_for_a_hand() -> None:
    director = directed(drill(injects=[inject("smoke", when=down("a")), inject("fire", fail("a"), at=20)]))
    director.advance(S(10))
    director.apply(Entry(2, S(10), Move(InjectId("smoke"), None)))
    assert script_events(director.advance(S(100))) == [delivered(20, "fire")]
    assert [(each.inject.id, each.how) for each in director.upcoming()] == [("smoke", "hand")]
    assert director.apply(Entry(3, S(100), Deliver(InjectId("smoke")))) == (delivered(100, "smoke", "hand"),)


def test_what_is_to_come_is_listed_timed_first_then_on_conditions_then_by_hand() -> None:
    director = directed(
        drill(
            injects=[
                inject("by-hand"),
                inject("late", at=90),
                inject("if-down", when=down("a")),
                inject("soon", at=20),
                inject("gone", at=0),
            ]
        )
    )
    director.advance(S(0))
    assert [(each.inject.id, each.at, each.how) for each in director.upcoming()] == [
        ("soon", 20, "timed"),
        ("late", 90, "timed"),
        ("if-down", None, "condition"),
        ("by-hand", None, "hand"),
    ]


def test_a_decision_can_be_opened_by_hand_once() -> None:
    director = directed(drill(decisions=[decision("cut", {"yes": ()})]))
    director.advance(S(10))
    assert director.apply(Entry(2, S(10), Open(DecisionId("cut")))) == (Opened(S(10), DecisionId("cut"), None),)
    assert director.refusal(Open(DecisionId("cut"))) == "The decision cut is open already"
    assert director.apply(Entry(3, S(10), Open(DecisionId("cut")))) == ()


def test_a_phase_is_over_after_its_last_second_and_the_next_ones_things_come_later() -> None:
    director = directed(
        drill(injects=[inject("next", at=60)], phases=[phase("one", 0, 60), phase("two", 60, 100)], lasts=100)
    )
    assert director.advance(S(300), stop_after=(PhaseEnded,)) == (PhaseEnded(S(60), PhaseId("one")),)
    assert director.now == 59
    assert director.advance(S(300), stop_after=(PhaseEnded,)) == (
        delivered(60, "next"),
        PhaseEnded(S(100), PhaseId("two")),
    )
    assert director.now == 100


def test_nothing_is_played_beyond_the_last_second() -> None:
    director = directed(drill(injects=[inject("beyond", at=101)], lasts=100))
    assert director.advance(S(500)) == ()
    assert director.now == 100


def test_after_the_end_nothing_happens_any_more() -> None:
    director = directed(drill(injects=[inject("later", at=50)]))
    director.advance(S(10))
    assert director.apply(Entry(2, S(10), End())) == (Ended(S(10)),)
    assert (director.advance(S(100)), director.now, director.is_ended) == ((), 10, True)
    assert director.apply(Entry(3, S(10), Deliver(InjectId("later")))) == ()


def test_hands_are_given_when_the_second_closes() -> None:
    director = directed(
        drill(
            component("a", repair=15, crew="hands"),
            crews={"hands": 1},
            injects=[inject("fire", fail("a"), repair("a"), at=10)],
        )
    )
    director.advance(S(10))
    assert shown(director, "a") is Shown.DOWN
    director.advance(S(11))
    assert shown(director, "a") is Shown.RECOVERING


def test_an_entry_before_what_was_played_is_a_bug() -> None:
    director = directed(drill())
    director.advance(S(10))
    with pytest.raises(ValueError, match="stamped 9"):
        director.apply(Entry(2, S(9), End()))
