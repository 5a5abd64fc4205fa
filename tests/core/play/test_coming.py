"""What can still come, and when, as far as that is known."""

from blackstart.core.base.ids import DecisionId, InjectId
from blackstart.core.base.simtime import Seconds
from blackstart.core.play.commands import Entry, Move, Open
from blackstart.core.play.director import Director
from tests.core.play.scripts import decide, decision, directed, down, drill, fail, inject

S = Seconds


def expected(director: Director) -> dict[str, int | None]:
    return {each.inject.id: each.expected for each in director.upcoming()}


def test_what_waits_for_a_state_to_last_is_expected_once_that_has_begun() -> None:
    director = directed(drill(injects=[inject("fire", fail("a"), at=20), inject("call", when=down("a", 60))]))
    director.advance(S(19))
    assert expected(director) == {"fire": 20, "call": None}
    director.advance(S(30))
    assert expected(director) == {"call": 80}
    director.advance(S(80))
    assert expected(director) == {}


def test_what_is_expected_comes_not_before_its_time() -> None:
    script = [inject("fire", fail("a"), at=0), inject("call", when=down("a"), not_before=90)]
    director = directed(drill(injects=script))
    director.advance(S(10))
    assert expected(director) == {"call": 90}


def test_what_waits_for_a_hand_is_expected_at_no_time() -> None:
    director = directed(drill(injects=[inject("by-hand"), inject("held", at=50)]))
    director.advance(S(10))
    director.apply(Entry(2, S(10), Move(InjectId("held"), None)))
    assert expected(director) == {"by-hand": None, "held": None}


def test_decisions_are_to_come_until_they_are_open_or_settled() -> None:
    options = {"yes": (), "no": ()}
    script = [
        decision("timed", options, at=50),
        decision("if-down", options, when=down("a")),
        decision("by-hand", options),
        decision("first", options, at=0),
    ]
    director = directed(drill(decisions=script))
    director.advance(S(10))
    rows = [(each.decision.id, each.at, each.how, each.expected) for each in director.unopened()]
    assert rows == [("timed", 50, "timed", 50), ("if-down", None, "condition", None), ("by-hand", None, "hand", None)]
    director.apply(Entry(2, S(10), Open(DecisionId("by-hand"))))
    director.apply(Entry(3, S(10), decide("by-hand", "yes")))
    assert [each.decision.id for each in director.unopened()] == ["timed", "if-down"]
