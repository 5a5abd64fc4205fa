"""Every kind of measure, met to the second, missed by a second, and not to be told yet."""

import pytest

from blackstart.core.base.ids import ActionId, ComponentId, DecisionId, ObjectiveId
from blackstart.core.base.simtime import Seconds
from blackstart.core.exercise.model import DecidedWithin, DoneBy, SaidEvery, State, StateBy
from blackstart.core.play.commands import Act, Say
from blackstart.core.review.measured import Checked, check, checked
from tests.core.play.scripts import decide
from tests.core.review.stories import measured_drill, told, with_measure

S = Seconds
CALL = DecisionId("call")


@pytest.mark.parametrize(("by", "is_met"), [(25, True), (24, False)])
def test_a_decision_by_a_time(by: int, is_met: bool) -> None:
    found = check(DoneBy("decision", CALL, S(by)), told((25, decide("call", "all"))))
    assert found == Checked(is_met, 25, evidence=(2,))


@pytest.mark.parametrize(("until", "is_met"), [(99, None), (100, False)])
def test_what_was_not_done_is_missed_only_once_its_time_is_over(until: int, is_met: bool | None) -> None:
    assert check(DoneBy("decision", CALL, S(100)), told(until=until)).is_met is is_met


def test_an_action_is_done_when_it_has_its_effects() -> None:
    story = told((15, Act(ActionId("tell"), "lead")))
    assert check(DoneBy("action", "tell", S(20)), story) == Checked(True, 20, evidence=(2,))
    assert check(DoneBy("action", "tell", S(19)), story).is_met is False


@pytest.mark.parametrize(("within", "is_met"), [(5, True), (4, False)])
def test_a_decision_within_a_time_of_being_put(within: int, is_met: bool) -> None:
    found = check(DecidedWithin(CALL, S(within)), told((25, decide("call", "all"))))
    assert found == Checked(is_met, 5, evidence=(2,))


def test_a_question_that_was_never_put_tells_nothing() -> None:
    assert check(DecidedWithin(CALL, S(5)), told(until=19)) == Checked(None)
    assert check(DecidedWithin(CALL, S(5)), told(until=25)).is_met is None
    assert check(DecidedWithin(CALL, S(5)), told(until=26)).is_met is False


def test_a_state_is_looked_at_in_its_second() -> None:
    story = told((25, decide("call", "all")))
    power = ComponentId("power")
    assert check(StateBy(power, State.OPERATIONAL, S(125)), story) == Checked(True, 125)
    assert check(StateBy(power, State.OPERATIONAL, S(124)), story) == Checked(False)
    assert check(StateBy(power, State.DOWN, S(10)), story).is_met is True
    assert check(StateBy(power, State.OPERATIONAL, S(700)), story).is_met is None


@pytest.mark.parametrize(("every", "is_met"), [(400, True), (399, False)])
def test_the_longest_silence_counts_the_beginning_and_the_end(every: int, is_met: bool) -> None:
    story = told((100, Say("a", "lead")), (200, Say("b", "lead")))
    assert check(SaidEvery(S(every)), story) == Checked(is_met, 400, S(200), (2, 3))


@pytest.mark.parametrize(("every", "is_met"), [(60, True), (59, False), (61, None)])
def test_a_run_that_is_shorter_shows_nothing_of_how_often_it_was_said(every: int, is_met: bool | None) -> None:
    assert check(SaidEvery(S(every)), told(until=60)).is_met is is_met


def test_only_objectives_with_a_measure_are_checked() -> None:
    assert checked(told()) == {}
    made = with_measure(measured_drill(), SaidEvery(S(600)))
    assert checked(told(drill_=made)) == {ObjectiveId("declare"): Checked(True, 600, S(0))}
