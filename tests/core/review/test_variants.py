"""Another journal is a whole journal: one thing is otherwise, everything else as it was."""

import pytest

from blackstart.core.base.errors import UserError
from blackstart.core.base.ids import ActionId, OptionId
from blackstart.core.base.simtime import Seconds
from blackstart.core.play.commands import Act, Note
from blackstart.core.review.cases import case, saved_service_seconds
from blackstart.core.review.variants import earlier, with_nobody_deciding, with_option, without_entry
from tests.core.play.scripts import decide, journal
from tests.core.review.stories import LASTS, measured_drill

S = Seconds
DRILL = measured_drill()
ENTRIES = journal((40, decide("call", "all")), (41, Note("calm", "Mina")), (42, Act(ActionId("tell"), "lead")))


def test_an_entry_is_left_out_alone() -> None:
    assert [each.seq for each in without_entry(ENTRIES, 2)] == [1, 3, 4]


def test_nobody_deciding_leaves_out_what_the_team_did_and_keeps_what_was_noted() -> None:
    assert [each.seq for each in with_nobody_deciding(ENTRIES)] == [1, 3]


def test_another_option_is_taken_in_the_same_second() -> None:
    other = with_option(DRILL, ENTRIES, 2, OptionId("none"))
    assert [each.at for each in other] == [each.at for each in ENTRIES]
    assert other[1].command == decide("call", "none")
    assert other[2:] == ENTRIES[2:]


def test_an_option_that_there_is_not_is_answered_with_the_nearest() -> None:
    with pytest.raises(UserError, match="decision call has no option 'al'.*all"):
        with_option(DRILL, ENTRIES, 2, OptionId("al"))


@pytest.mark.parametrize("seq", [3, 9])
def test_what_is_no_decision_cannot_be_taken_otherwise(seq: int) -> None:
    with pytest.raises(UserError, match=f"entry {seq} takes no decision of the script"):
        earlier(ENTRIES, seq, 5, S(20))
    with pytest.raises(UserError, match=f"entry {seq} takes no decision of the script"):
        with_option(DRILL, ENTRIES, seq, OptionId("all"))


@pytest.mark.parametrize(("by", "at"), [(5, 35), (20, 20), (21, 20), (500, 20)])
def test_a_decision_is_not_taken_before_it_was_put(by: int, at: int) -> None:
    assert earlier(ENTRIES, 2, by, S(20))[1].at == at


def test_what_a_case_saves_is_reckoned_by_hand() -> None:
    # Login has 100 users. Played: asked for at 40, power back at 140, login at 170. Nobody: down from 10 to the end.
    until = S(LASTS - 1)
    played = case(DRILL, ENTRIES, until)
    assert played.impact.lost_service_seconds == (170 - 10) * 100
    assert played.users.total(until) == played.impact.lost_service_seconds
    nobody = case(DRILL, with_nobody_deciding(ENTRIES), until)
    assert saved_service_seconds(played, nobody) == (LASTS - 170) * 100
    sooner = case(DRILL, earlier(ENTRIES, 2, 15, S(20)), until)
    assert saved_service_seconds(played, sooner) == -15 * 100
    assert nobody.stuck.waiting
