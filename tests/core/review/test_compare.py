"""Runs of one drill side by side."""

from dataclasses import replace

import pytest

from blackstart.core.base.errors import UserError
from blackstart.core.base.ids import DrillId, RunId
from blackstart.core.review.compare import compare
from tests.core.play.scripts import decide
from tests.core.review.stories import measured_drill, told

A, B = RunId("a"), RunId("b")


def test_runs_that_decided_alike_never_parted() -> None:
    found = compare([(A, told((25, decide("call", "all")))), (B, told((70, decide("call", "all"))))])
    assert (found.decisions, found.parted) == (("call",), None)
    assert [run.ways[found.decisions[0]].took_s for run in found.runs] == [5, 50]
    assert found.runs[1].impact.lost_service_seconds - found.runs[0].impact.lost_service_seconds == 45 * 100


def test_they_part_at_the_first_decision_that_is_settled_otherwise() -> None:
    found = compare([(A, told((25, decide("call", "all")))), (B, told())])
    assert found.parted == "call"
    assert (found.runs[1].ways[found.parted].by, found.runs[1].ways[found.parted].option) == ("", "none")


@pytest.mark.parametrize(("until", "has_parted"), [(24, False), (25, True)])
def test_a_run_that_ended_before_says_nothing(until: int, has_parted: bool) -> None:
    found = compare([(A, told((25, decide("call", "all")))), (B, told(until=until))])
    assert (found.parted is not None) is has_parted


def test_runs_of_different_drills_are_refused() -> None:
    other = replace(measured_drill(), id=DrillId("other"))
    with pytest.raises(UserError, match="different drills: test, other"):
        compare([(A, told()), (B, told(drill_=other))])


def test_what_nobody_took_in_time_is_counted_apart() -> None:
    found = compare([(A, told((25, decide("call", "all")))), (B, told())])
    assert [(run.taken, run.ran_out) for run in found.runs] == [(1, 0), (0, 1)]


def test_each_run_keeps_its_own_number_of_a_decision() -> None:
    found = compare([(A, told((25, decide("call", "all")))), (B, told(until=5))])
    assert [run.numbers for run in found.runs] == [{"call": 1}, {}]


def test_what_runs_lost_is_compared_up_to_the_end_of_the_shortest() -> None:
    found = compare([(A, told(until=60)), (B, told(until=40))])
    assert (found.is_uneven, found.shared_until) == (True, 40)
    longer, shorter = found.runs
    assert longer.impact.lost_service_seconds > shorter.impact.lost_service_seconds  # for it went on longer
    assert longer.lost_until(found.shared_until) == shorter.lost_until(found.shared_until)
    assert longer.lost_until(longer.until) == longer.impact.lost_service_seconds


def test_runs_of_one_length_are_compared_to_their_end() -> None:
    found = compare([(A, told((25, decide("call", "all")))), (B, told())])
    assert not found.is_uneven
    assert [run.lost_until(found.shared_until) for run in found.runs] == [
        run.impact.lost_service_seconds for run in found.runs
    ]
