"""First times are those of the journal and of the events it brought; words are counted each."""

from blackstart.core.base.ids import ActionId
from blackstart.core.base.simtime import Seconds
from blackstart.core.play.commands import Act, DecideUnscripted, Say, TakeBack
from blackstart.core.review.milestones import DecisionTime, Milestone, decision_times, milestones
from tests.core.play.scripts import decide
from tests.core.review.stories import told

S = Seconds
TELL, DECLARE = Act(ActionId("tell"), "lead"), Act(ActionId("declare"), "lead")


def test_nothing_comes_about_by_itself() -> None:
    found = milestones(told())
    assert (found.noticed, found.declared, found.decided, found.words) == (None, None, None, ())


def test_an_option_counts_when_it_is_taken_and_an_action_when_it_is_done() -> None:
    found = milestones(told((15, TELL), (25, decide("call", "all")), (40, DECLARE)))
    assert found.noticed == Milestone(S(25), 3)
    assert found.said == Milestone(S(20), 2)
    assert found.declared == Milestone(S(40), 4)
    assert found.decided == Milestone(S(25), 3)


def test_an_option_that_says_nothing_counts_as_nothing() -> None:
    found = milestones(told((25, decide("call", "none"))))
    assert (found.noticed, found.decided) == (None, Milestone(S(25), 2))


def test_every_public_word_is_told_in_order_of_time() -> None:
    found = milestones(told((30, Say("We know.", "lead")), (30, TELL), (90, Say("We work.", "lead"))))
    assert found.words == (Milestone(S(30), 2), Milestone(S(35), 3), Milestone(S(90), 4))


def test_a_decision_nobody_scripted_is_a_decision() -> None:
    own = DecideUnscripted("Go home?", "no", "lead")
    assert milestones(told((12, own), (25, decide("call", "all")))).decided == Milestone(S(12), 2)


def test_a_word_that_is_taken_back_was_said_nevertheless() -> None:
    found = milestones(told((25, decide("call", "all")), (30, TakeBack(2, "wrong line"))))
    assert found.noticed == Milestone(S(25), 2)


def test_what_lies_behind_the_end_is_not_told() -> None:
    assert milestones(told((25, decide("call", "all")), until=24)).noticed is None


def test_the_time_to_decide_counts_from_the_question() -> None:
    (time,) = decision_times(told((25, decide("call", "all"))))
    assert (time.opened_s, time.at, time.took_s, time.seq) == (20, 25, 5, 2)


def test_time_that_ran_out_is_not_a_decision() -> None:
    (time,) = decision_times(told())
    assert time == DecisionTime(time.decision, S(20), ran_out_s=S(80))
    assert time.took_s is None


def test_a_decision_taken_back_is_put_again() -> None:
    times = decision_times(told((25, decide("call", "none")), (30, TakeBack(2, "hasty")), (50, decide("call", "all"))))
    assert [(each.opened_s, each.at, each.seq) for each in times] == [(20, 25, 2), (30, 50, 4)]
