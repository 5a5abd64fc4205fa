"""What had reached the team, and what it had said to others."""

from blackstart.core.base.ids import ActionId
from blackstart.core.base.simtime import Seconds
from blackstart.core.base.text import plain
from blackstart.core.play.commands import Act, Say
from blackstart.core.review.heard import Word, heard
from tests.core.play.scripts import decide
from tests.core.review.stories import LASTS, told


def test_only_what_had_come_by_then_was_heard() -> None:
    found = heard(told(until=LASTS - 1))
    assert [each.inject for each in found.messages_by(9)] == []
    assert [(each.inject, each.at) for each in found.messages_by(10)] == [("smoke", 10)]


def test_a_public_word_is_one_that_was_said_or_counts_as_one() -> None:
    found = heard(
        told(
            (30, Say("Hold the line", "lead", "customers")),
            (40, decide("call", "all")),
            (50, Act(ActionId("tell"), "lead", "At six we know more")),
            until=LASTS - 1,
        )
    )
    assert found.words == (
        Word(Seconds(30), 2, "lead", plain("Hold the line"), "customers"),
        Word(Seconds(55), 4, "lead", plain("tell · At six we know more")),
    )
    assert [found.words_by(t) for t in (29, 30, 54)] == [(), found.words[:1], found.words[:1]]
