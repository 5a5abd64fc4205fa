"""Every figure that looking back tells of the golden runs, against sums over seconds."""

from itertools import combinations

import pytest

from blackstart.core.base.ids import RunId
from blackstart.core.base.simtime import Seconds
from blackstart.core.exercise.model import DecidedWithin, DoneBy, Measure, SaidEvery, StateBy
from blackstart.core.play.commands import Act, Decide
from blackstart.core.play.events import TimedOut
from blackstart.core.review.cases import case
from blackstart.core.review.compare import compare
from blackstart.core.review.milestones import decision_times
from blackstart.core.review.variants import earlier, with_option
from tests.golden_runs.arithmetic import (
    Facts,
    changes_of,
    costs_of,
    counted,
    decisions_of,
    events_of,
    firsts_of,
    injects_of,
    longest_silence,
    mistakes_of,
    outages_of,
    ratings_of,
)
from tests.golden_runs.conftest import AT_TABLE_S, GoldenRun

TEAM = (Decide, Act)


def without(run: GoldenRun, seq: int) -> int:
    """Service-seconds of a run but for one entry."""
    left = [each for each in run.entries if each.seq != seq]
    return costs_of(run.drill, events_of(run.drill, left, run.until), run.until).service_seconds


def test_every_figure_of_the_report_follows_from_the_journal(run: GoldenRun) -> None:
    events = events_of(run.drill, run.entries, run.until)
    cost = costs_of(run.drill, events, run.until)
    still = [each for each in run.entries if not isinstance(each.command, TEAM)]
    nobody = costs_of(run.drill, events_of(run.drill, still, run.until), run.until)
    delivered, skipped = injects_of(events)
    wanted: Facts = {
        "run": run.name,
        "drill": run.drill.id,
        "until_s": run.until,
        "at_table_s": AT_TABLE_S,
        "lost_service_seconds": cost.service_seconds,
        "lost_money": cost.money,
        "peak_users": cost.peak_users,
        "first_impact_s": cost.first_impact,
        "nobody_lost_service_seconds": nobody.service_seconds,
        "injects_delivered": delivered,
        "injects_skipped": skipped,
        "injects_left_out": 0,
    }
    wanted |= {f"{what}_s": at for what, at in firsts_of(run.drill, run.entries).items()}
    wanted |= decisions_of(run.entries, events) | outages_of(run.drill, events) | ratings_of(run.entries)
    wanted |= measures_of(run)
    wanted |= mistakes_of(run.drill, run.entries, events, run.until, run.story.begin.display)
    for entry in run.entries:
        if isinstance(entry.command, TEAM):
            wanted[f"saved_service_seconds.{entry.seq}"] = without(run, entry.seq) - cost.service_seconds
    assert run.report.facts == wanted


def measures_of(run: GoldenRun) -> Facts:
    """How the measures turned out, from the journal and the changes alone."""
    assert run.drill.exercise is not None
    found: Facts = {}
    for objective in run.drill.exercise.objectives:
        if objective.measure is not None:
            is_met, value = measured(objective.measure, run)
            found[f"measure.{objective.id}.is_met"] = is_met
            found[f"measure.{objective.id}.value_s"] = value
    return found


def measured(measure: Measure, run: GoldenRun) -> tuple[bool | None, int | None]:
    """Whether a measure was met in a run that went to its end, and its value."""
    events = events_of(run.drill, run.entries, run.until)
    match measure:
        case DoneBy(by=by):
            assert measure.kind == "decision"
            times = [int(each.at) for each in run.entries if getattr(each.command, "decision", None) == measure.id]
            return (times[0] <= by, times[0]) if times else (False, None)
        case DecidedWithin(decision, within):
            told = decisions_of(run.entries, events)
            if f"took_s.{decision}" not in told:
                return None, None
            took = told[f"took_s.{decision}"]
            return (took <= within, took) if isinstance(took, int) else (False, None)
        case StateBy(component, state, by):
            changes = [each for each in changes_of(events) if each.component == component and each.t <= by]
            if not changes:
                is_so = (state.value == "operational") is not run.drill.topology.component(component).initially_off
                return is_so, 0 if is_so else None
            since = len(changes) - 1
            while since and changes[since - 1].shown == changes[-1].shown:
                since -= 1
            is_so = changes[-1].shown.value == state.value
            return is_so, int(changes[since].t) if is_so else None
        case SaidEvery(every):
            longest = longest_silence(counted(run.drill, run.entries)["said"], run.until)
            return longest <= every, longest
    raise AssertionError(measure)


def test_what_was_lost_is_the_sum_of_the_curve(run: GoldenRun) -> None:
    # Floored in every second by the curve, once by the sum: they part by less than one user a second.
    exact = run.report.facts["lost_service_seconds"]
    assert isinstance(exact, int)
    summed = run.story.curves.users.total(run.until)
    assert 0 <= exact - summed < run.until + 1


def test_a_good_team_loses_least_and_nobody_most(runs: dict[str, GoldenRun]) -> None:
    lost = {name: run.story.impact.lost_service_seconds for name, run in runs.items()}
    assert lost["good"] < lost["history"] < lost["nobody"]


@pytest.mark.parametrize("decision", ["first-call", "staff-comms", "promise"])
def test_another_option_and_an_earlier_hour_cost_what_the_seconds_add_up_to(
    runs: dict[str, GoldenRun], decision: str
) -> None:
    run = runs["history"]
    entry = next(each for each in run.entries if getattr(each.command, "decision", None) == decision)
    assert isinstance(entry.command, Decide)
    assert run.drill.exercise is not None
    script = next(each for each in run.drill.exercise.decisions if each.id == decision)
    opened = next(each.opened_s for each in decision_times(run.story) if each.decision == decision)
    others = [with_option(run.drill, run.entries, entry.seq, option.id) for option in script.options]
    others.append(earlier(run.entries, entry.seq, 300, opened))
    for other in others:
        cost = costs_of(run.drill, events_of(run.drill, other, run.until), run.until)
        found = case(run.drill, other, Seconds(run.until)).impact
        assert (found.lost_service_seconds, found.peak_users) == (cost.service_seconds, cost.peak_users)


def test_runs_part_where_the_journals_first_name_another_option(runs: dict[str, GoldenRun]) -> None:
    for one, other in combinations(runs.values(), 2):
        found = compare([(RunId(each.name), each.story) for each in (one, other)])
        ways = [settled(each) for each in (one, other)]
        times = {key: min(way[key][1] for way in ways if key in way) for way in ways for key in way}
        in_order = sorted(times, key=lambda key: times[key])
        parted = [key for key in in_order if len({way.get(key, ("", 0))[0] for way in ways}) > 1]
        assert found.decisions == tuple(in_order)
        assert found.parted == (parted[0] if parted else None)
        for run, way in zip(found.runs, ways, strict=True):
            assert {key: (each.option, each.at) for key, each in run.ways.items()} == way
            taken = {each.command.decision for each in runs[run.run].entries if isinstance(each.command, Decide)}
            assert run.taken == len(taken)


def settled(run: GoldenRun) -> dict[str, tuple[str, int]]:
    """How and when each decision was settled: taken, or by its time running out."""
    assert run.drill.exercise is not None
    otherwise = {each.id: each.otherwise for each in run.drill.exercise.decisions}
    found: dict[str, tuple[str, int]] = {}
    for event in events_of(run.drill, run.entries, run.until):
        if isinstance(event, TimedOut) and otherwise[event.decision] is not None:
            found[event.decision] = (str(otherwise[event.decision]), int(event.at))
    for entry in run.entries:
        if isinstance(entry.command, Decide):
            found[entry.command.decision] = (entry.command.option, int(entry.at))
    return found
