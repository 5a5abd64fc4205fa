"""What would follow from each way to take a decision."""

import pytest

from blackstart.core.base.simtime import Seconds
from blackstart.core.exercise.model import Drill
from blackstart.core.play.commands import Entry, Note
from blackstart.core.review.alternatives import Alternative, alternatives
from blackstart.core.review.cases import case
from tests.core.play.scripts import component, decide, decision, drill, fail, inject, journal, repair

S = Seconds


def broken() -> Drill:
    return drill(
        component("a", repair=60),
        injects=[inject("bang", fail("a"), at=10, opens="what")],
        decisions=[
            decision("what", {"leave": (), "mend": (repair("a"),)}),
            decision("then", {"yes": (), "no": ()}, at=300),
        ],
    )


def reckoned(entries: tuple[Entry, ...], seq: int, *at: int) -> list[Alternative]:
    return list(alternatives(broken(), entries, seq, [S(each) for each in at]))


def test_every_option_is_reckoned_from_the_second_of_the_decision() -> None:
    entries = journal((20, decide("what", "leave")))
    leave, mend = reckoned(entries, 2, 30, 79, 80)
    assert (leave.option, leave.users) == ("leave", (100, 100, 100))
    assert (mend.option, mend.users) == ("mend", (100, 100, 0))


def test_the_option_that_was_taken_is_told_as_it_was_played() -> None:
    entries = journal((20, decide("what", "mend")))
    _, mend = reckoned(entries, 2, 500)
    assert mend.users == (case(broken(), entries, S(500)).users.at(500),)


def test_what_was_done_later_does_not_count() -> None:
    entries = journal((20, decide("what", "leave")), (25, Note("calm", "Kim")), (310, decide("then", "no")))
    assert reckoned(entries, 2, 500) == reckoned(entries[:2], 2, 500)


def test_all_are_returned_together_at_the_end() -> None:
    steps = alternatives(broken(), journal((20, decide("what", "leave"))), 2, [S(500)])
    seen = (next(steps), next(steps))
    with pytest.raises(StopIteration) as end:
        next(steps)
    assert end.value.value == seen


def test_what_takes_no_decision_has_no_options() -> None:
    assert reckoned(journal((20, Note("calm", "Kim"))), 2, 500) == []
