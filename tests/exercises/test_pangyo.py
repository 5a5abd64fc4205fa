"""The flagship drill: complete, in both languages, true to what happened, and open to what could have."""

import dataclasses
import itertools
import re
from collections.abc import Iterator

import pytest

from blackstart.core.base.text import Text
from blackstart.core.exercise.files import LoadedDrill
from blackstart.core.exercise.model import Channel, Drill, Exercise, History
from blackstart.core.play.events import ActionBegun, Decided
from tests.exercises.playing import Line, Run, decided, listed, play, with_more, with_option

MINUTE, HOUR = 60, 3600
CUT = 93 * MINUTE  # 16:52
TALK = 4  # minutes that a decision is talked about while the clock is held

WORDS_ALONE = {"promise"}  # its options change no machine; the file says so, and one of them brings an inject

HISTORY = listed("pangyo-history.jsonl")
GOOD = listed("pangyo-good.jsonl")


WAIT = with_option(HISTORY, "power-back", "wait")
WAIT_ON = with_more(WAIT, decided(17 * HOUR, "queue", "wait"), decided(87 * HOUR, "all-halls", "by-hand"))
CLOSED = with_more(with_option(HISTORY, "staff-comms", "private"), decided(7 * HOUR, "own-way", "phones"))
# Decisions that history's commands never meet, with commands that do.
ASKED_UNDER = {
    "own-way": CLOSED,
    "spare-hours": GOOD,
    "queue": with_more(WAIT, decided(17 * HOUR, "queue", "by-hand")),
    "all-halls": WAIT_ON,
}


@pytest.fixture(scope="module")
def history(drill: Drill) -> Run:
    return play(drill, HISTORY)


@pytest.fixture(scope="module")
def nobody(drill: Drill) -> Run:
    return play(drill, [])


def texts(value: object, place: str = "drill") -> Iterator[tuple[str, Text]]:
    if isinstance(value, Text):
        yield place, value
    elif isinstance(value, tuple):
        for number, each in enumerate(value):
            yield from texts(each, f"{place}[{number}]")
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            if field.compare:
                yield from texts(getattr(value, field.name), f"{place}.{field.name}")


# The file


def test_it_is_read_without_a_warning(loaded: LoadedDrill) -> None:
    assert loaded.warnings == ()


def test_every_text_stands_in_english_and_korean(drill: Drill) -> None:
    all_texts = list(texts(drill))
    assert len(all_texts) > 250
    for place, text in all_texts:
        assert [language for language, _ in text.words] == ["en", "ko"], place
        assert all(words.strip() for _, words in text.words), place
        assert re.search("[가-힣]", text.to("ko")) or text.to("ko") == text.to("en"), place


def test_everything_that_people_see_has_a_name(drill: Drill, exercise: Exercise) -> None:
    assert [each.id for each in drill.topology.components if each.name is None] == []
    assert [each.id for each in drill.topology.zones if each.name is None] == []
    assert [each.id for each in drill.topology.crews if each.name is None] == []
    assert [each.id for each in exercise.phases if each.name is None] == []
    assert [each.id for each in exercise.roles if each.name is None] == []


def test_it_has_the_size_of_an_exercise(drill: Drill, exercise: Exercise) -> None:
    assert 30 <= len(drill.topology.components) <= 40
    assert len(exercise.phases) == 4
    assert len(exercise.injects) >= 18
    assert {inject.channel for inject in exercise.injects} == set(Channel)
    assert len(exercise.decisions) >= 6
    assert all(2 <= len(decision.options) <= 4 for decision in exercise.decisions)
    assert all(decision.really is not None for decision in exercise.decisions)
    assert len(exercise.objectives) == 5
    assert all(objective.measure is not None for objective in exercise.objectives)
    assert 4 <= len(exercise.roles) <= 6


def test_objectives_are_tested_by_what_reaches_the_team(exercise: Exercise) -> None:
    objectives = {objective.id for objective in exercise.objectives}
    assert {id_ for inject in exercise.injects for id_ in inject.tests} == objectives
    assert {id_ for decision in exercise.decisions for id_ in decision.tests} == objectives


@pytest.mark.parametrize(
    ("lines", "longest"),
    [(HISTORY, 95), (GOOD, 95), (WAIT_ON, 105), (CLOSED, 105)],
    ids=["history", "good", "waiting", "group closed"],
)
def test_it_fits_in_ninety_minutes_at_the_table(
    drill: Drill, exercise: Exercise, lines: list[Line], longest: int
) -> None:
    played = sum((phase.until - phase.start) / phase.pace for phase in exercise.phases) / 60
    assert 85 <= played + TALK * len(play(drill, lines).asked) <= longest


def test_phases_follow_one_another_to_the_end(exercise: Exercise) -> None:
    bounds = [0, *(phase.until for phase in exercise.phases)]
    assert [phase.start for phase in exercise.phases] == bounds[:-1]
    assert bounds[-1] == exercise.lasts


def test_each_row_of_history_stands_under_a_comment_with_its_sources(loaded: LoadedDrill, drill: Drill) -> None:
    known = {source.split()[0] for source in drill.sources}
    above: list[str] = []
    rows = 0
    for line in loaded.text.split("\n  history:\n")[1].splitlines():
        if line.lstrip().startswith("#"):
            above.append(line)
            continue
        cited = set(re.findall(r"\bS\d+\b", line))
        assert cited, line
        assert cited <= set(re.findall(r"\bS\d+\b", " ".join(above))), line
        assert cited <= known, line
        above, rows = [], rows + 1
    assert rows == len(drill.exercise.history if drill.exercise else ())


def test_every_source_cited_anywhere_is_listed_and_every_listed_one_cited(loaded: LoadedDrill, drill: Drill) -> None:
    _, rest = loaded.text.split("\ntopology:\n")
    cited = set(re.findall(r"\bS\d+\b", rest))
    assert cited == {source.split()[0] for source in drill.sources}


# What happened


def test_every_service_is_dark_when_the_power_is_cut(drill: Drill, history: Run) -> None:
    services = [each.id for each in drill.topology.components if each.zone == "services"]
    assert len(services) == 10
    for at in range(CUT - MINUTE, CUT + MINUTE + 1):
        assert [service for service in services if history.level(service, at)] == []


def test_the_cut_takes_all_that_stands_in_pangyo(drill: Drill, history: Run) -> None:
    inside = [id_ for zone in drill.topology.zones if zone.id == "pangyo" for id_ in drill.topology.within(zone.id)]
    assert [id_ for id_ in inside if history.level(id_, CUT)] == ["grid"]


def test_text_is_back_when_it_was(drill: Drill, history: Run) -> None:
    text = next(each for each in drill.topology.components if each.id == "text")
    back = history.back(text.id)
    assert back is not None
    assert 9 * HOUR <= back <= 11 * HOUR


def test_services_come_back_in_the_order_of_history(exercise: Exercise, history: Run) -> None:
    assert rank_agreement(exercise.history, history) >= 0.8


def test_every_service_comes_back_within_its_bounds(exercise: Exercise, history: Run) -> None:
    for row in exercise.history:
        back = history.back(row.component)
        assert back is not None
        assert row.back_after is not None
        assert row.back_by is not None
        assert row.back_after <= back <= row.back_by, row.component


def rank_agreement(rows: tuple[History, ...], run: Run) -> float:
    """Kendall's tau over the pairs whose bounds do not overlap: history cannot tell the order of the others."""
    agree = differ = 0
    for one, other in itertools.permutations(rows, 2):
        assert one.back_by is not None
        assert other.back_after is not None
        if one.back_by <= other.back_after:
            earlier, later = run.back(one.component), run.back(other.component)
            assert earlier is not None
            assert later is not None
            agree += earlier < later
            differ += earlier > later
    return (agree - differ) / (agree + differ)


# What could have


def test_with_good_decisions_clearly_less_is_lost(drill: Drill, history: Run) -> None:
    good = play(drill, GOOD)
    assert good.impact.lost_service_seconds < 0.75 * history.impact.lost_service_seconds


def test_with_no_decision_the_tools_and_the_staff_wait_for_one_another_to_the_end(nobody: Run) -> None:
    loop = {"accounts", "images", "deploy", "failover", "text", "staff-chat", "talk", "phone-tree"}
    assert loop <= set(nobody.stuck.deadlock)
    assert any(loop <= set(each) for each in nobody.stuck.loops)


def test_with_no_decision_far_more_is_lost(nobody: Run, history: Run) -> None:
    assert nobody.impact.lost_service_seconds > 3 * history.impact.lost_service_seconds


def test_the_plan_alone_leaves_the_image_store_and_the_deploy_tool_waiting_for_each_other(drill: Drill) -> None:
    stuck = play(drill, with_option(HISTORY, "power-back", "tools-by-plan")).stuck
    assert ("images", "deploy") in stuck.loops


def test_the_image_store_built_by_hand_frees_what_the_plan_left_stuck(drill: Drill) -> None:
    by_hand: Line = {"at": 20 * HOUR, "do": "act", "action": "images-by-hand", "by": "platform-lead"}
    lines = with_more(with_option(HISTORY, "power-back", "tools-by-plan"), by_hand)
    assert play(drill, lines).stuck.deadlock == ()


@pytest.mark.parametrize("lines", [HISTORY, GOOD], ids=["history", "good"])
def test_every_listed_command_applies(drill: Drill, lines: list[Line]) -> None:
    run = play(drill, lines)
    obeyed = sum(isinstance(event, Decided | ActionBegun) for event in run.told.events)
    assert obeyed == len(lines)


def test_each_option_leads_elsewhere(drill: Drill, exercise: Exercise) -> None:
    for decision in exercise.decisions:
        lines = ASKED_UNDER.get(decision.id, HISTORY)
        runs = [play(drill, with_option(lines, decision.id, option.id)) for option in decision.options]
        different = {run.changes for run in runs}
        assert len(different) == (1 if decision.id in WORDS_ALONE else len(runs)), decision.id


def test_a_rash_promise_comes_back_to_the_team(drill: Drill) -> None:
    kept_quiet = play(drill, with_option(HISTORY, "promise", "fixed-times"))
    assert play(drill, HISTORY).delivered - kept_quiet.delivered == {"two-hours-over"}


def test_every_inject_reaches_the_team_under_some_decisions(drill: Drill, exercise: Exercise) -> None:
    by_hand = [inject.id for inject in exercise.injects if inject.at is None and inject.when is None]
    assert len(by_hand) >= 4
    handed: list[Line] = [{"at": HOUR, "do": "deliver", "inject": id_} for id_ in by_hand]
    plays: tuple[list[Line], ...] = (
        [],
        HISTORY,
        GOOD,
        handed,
        with_option(HISTORY, "staff-comms", "private"),
        with_option(HISTORY, "twelve-minutes", "tools"),
        with_option(HISTORY, "power-back", "tools-by-plan"),
        WAIT_ON,
    )
    reached = {id_ for lines in plays for id_ in play(drill, lines).delivered}
    assert reached == {inject.id for inject in exercise.injects}
