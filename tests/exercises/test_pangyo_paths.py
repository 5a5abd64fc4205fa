"""What the team is told and asked agrees with what stands on the map, whatever it decided before."""

import pytest

from blackstart.core.base.ids import ComponentId
from blackstart.core.exercise.model import Drill
from tests.exercises.playing import Line, decided, listed, play, with_more, with_option, without

MINUTE, HOUR = 60, 3600
MORNING = 16 * HOUR + 41 * MINUTE
DEPLOY, TEXT, TAXI, MAIL = (ComponentId(each) for each in ("deploy", "text", "taxi", "mail"))

HISTORY = listed("pangyo-history.jsonl")
GOOD = listed("pangyo-good.jsonl")
SITE_LOST = with_option(HISTORY, "first-call", "site-lost")
PRIVATE = with_option(HISTORY, "staff-comms", "private")
STILL_DARK = without(HISTORY, "what-first")  # with another option of `power-back`


def dark(option: str, *more: Line) -> list[Line]:
    """History's commands with another way to start the tools, and what was decided after it."""
    return with_more(with_option(STILL_DARK, "power-back", option), *more)


# Text


@pytest.mark.parametrize("lines", [SITE_LOST, HISTORY, GOOD], ids=["site lost", "history", "good"])
def test_users_tell_of_the_first_message_as_soon_as_text_is_back(drill: Drill, lines: list[Line]) -> None:
    run = play(drill, lines)
    back = run.back(TEXT)
    assert back is not None
    assert run.brought["first-messages"] == back + 1


def test_nobody_tells_of_messages_that_never_went_through(drill: Drill) -> None:
    assert "first-messages" not in play(drill, []).brought


def test_moving_text_by_hand_is_asked_only_where_text_is_not_there(drill: Drill) -> None:
    dark_text, there = play(drill, HISTORY), play(drill, SITE_LOST)
    assert there.level(TEXT, there.asked["spare-hours"]) > 0
    assert "rebuild" not in there.asked
    assert "few-hands" not in there.brought
    assert dark_text.level(TEXT, dark_text.asked["rebuild"]) == 0
    assert "spare-hours" not in dark_text.asked


def test_moving_text_by_hand_is_not_asked_while_somebody_does_it(drill: Drill) -> None:
    begun: Line = {"at": 2 * HOUR, "do": "act", "action": "switch-text", "by": "platform-lead"}
    run = play(drill, with_more(without(HISTORY, "rebuild"), begun))
    assert "rebuild" not in run.asked
    assert "spare-hours" in run.asked


# The tools


@pytest.mark.parametrize("option", ["wait", "services", "tools-by-plan"])
def test_a_team_whose_tools_stay_dark_is_told_why_and_asked_again(drill: Drill, option: str) -> None:
    run = play(drill, dark(option))
    assert run.level(DEPLOY, MORNING) == 0
    assert run.asked["queue"] <= MORNING
    assert {"queue-stuck", "loop-drawn"} & run.delivered
    assert "what-first" not in run.asked


@pytest.mark.parametrize("option", ["wait", "services", "tools-by-plan"])
def test_the_order_of_services_is_asked_once_the_tools_can_work(drill: Drill, option: str) -> None:
    run = play(drill, dark(option, decided(17 * HOUR, "queue", "by-hand")))
    assert run.level(DEPLOY, run.asked["what-first"] - 1) > 0
    assert run.stuck.deadlock == ()


@pytest.mark.parametrize("option", ["wait", "by-plan"])
def test_who_waits_for_all_halls_is_asked_to_start_when_they_have_power(drill: Drill, option: str) -> None:
    run = play(drill, dark("wait", decided(17 * HOUR, "queue", option)))
    assert [run.level(ComponentId(hall), run.asked["all-halls"]) for hall in ("hall-a", "hall-b", "hall-c")] == [
        1000
    ] * 3


def test_a_clean_start_after_all_halls_have_power_brings_everything_back(drill: Drill) -> None:
    lines = dark(
        "wait",
        decided(17 * HOUR, "queue", "wait"),
        decided(87 * HOUR, "all-halls", "by-hand"),
        decided(91 * HOUR, "what-first", "daily-life"),
    )
    run = play(drill, lines)
    assert run.stuck.deadlock == run.stuck.waiting == ()


def test_the_order_of_services_is_not_asked_where_none_is_left_to_repair(drill: Drill) -> None:
    run = play(drill, GOOD)
    assert run.level(MAIL, MORNING) == 1000
    assert "what-first" not in run.asked


def test_mail_first_is_mail_first_even_for_who_asked_for_taxis_before(drill: Drill) -> None:
    lines = dark("services", decided(17 * HOUR, "queue", "by-hand"), decided(25 * HOUR, "what-first", "mail-first"))
    run = play(drill, lines)
    mail, taxi = run.back(MAIL), run.back(TAXI)
    assert mail is not None
    assert taxi is not None
    assert mail < taxi


# Words


@pytest.mark.parametrize("lines", [with_option(HISTORY, "promise", "nothing"), without(HISTORY, "promise")])
def test_who_says_nothing_hears_what_others_say(drill: Drill, lines: list[Line]) -> None:
    assert "others-say" in play(drill, lines).brought


@pytest.mark.parametrize("option", ["two-hours", "fixed-times"])
def test_who_speaks_does_not_hear_it_from_others(drill: Drill, option: str) -> None:
    assert "others-say" not in play(drill, with_option(HISTORY, "promise", option)).brought


def test_a_neighbour_that_comes_back_by_itself_is_explained(drill: Drill) -> None:
    run = play(drill, HISTORY)
    assert run.brought["neighbour-back"] == (run.back(ComponentId("neighbour-shop")) or 0) + 1


def test_the_direct_line_is_told_once_and_when_it_comes(drill: Drill) -> None:
    by_itself, pressed = play(drill, HISTORY), play(drill, GOOD)
    assert "line-early" not in by_itself.brought
    assert by_itself.brought["direct-line"] == 85 * HOUR + 41 * MINUTE
    assert "direct-line" not in pressed.brought
    assert pressed.level(ComponentId("feed-3"), pressed.brought["line-early"]) == 1000


def test_the_players_are_not_sent_to_a_file_they_do_not_see(drill: Drill) -> None:
    assert drill.exercise is not None
    read_out = (drill.summary, drill.content_note, drill.exercise.brief)
    shown = [words for text in read_out if text is not None for _, words in text.words]
    assert len(shown) == 6
    assert [words for words in shown if "file" in words or "파일" in words] == []


# What is left at the end


@pytest.mark.parametrize("lines", [HISTORY, GOOD, []], ids=["history", "good", "nobody"])
def test_the_burnt_rooms_do_not_wait_for_the_team(drill: Drill, lines: list[Line]) -> None:
    stuck = play(drill, lines).stuck
    assert {"battery", "ups"} & {*stuck.waiting, *stuck.deadlock} == set()


@pytest.mark.parametrize("option", ["wait", "move-mail", "move-business"])
def test_the_shop_channel_comes_back_whatever_is_carried_out_of_the_dark_hall(drill: Drill, option: str) -> None:
    run = play(drill, with_option(GOOD, "dark-hall", option))
    assert run.level(ComponentId("channel"), run.lasts) == 1000


@pytest.mark.parametrize("option", ["phones", "verify"])
@pytest.mark.parametrize("first_call", ["order-failover", "site-lost"])
def test_a_closed_group_is_answered_by_a_decision_alone(drill: Drill, first_call: str, option: str) -> None:
    talk = ComponentId("phone-tree")
    closed = with_option(with_option(PRIVATE, "first-call", first_call), "power-back", "wait")
    left, answered = play(drill, closed), play(drill, with_more(closed, decided(7 * HOUR, "own-way", option)))
    assert left.level(talk, left.lasts) == 0
    assert answered.level(talk, answered.lasts) == 1000
