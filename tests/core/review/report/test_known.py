"""What the report tells of what the team knew: literal cells on the small drill, and hostile words."""

import csv
from collections.abc import Iterable
from dataclasses import replace
from io import StringIO

import pytest

from blackstart.core.base.ids import ComponentId
from blackstart.core.base.text import plain
from blackstart.core.exercise.model import Drill
from blackstart.core.play.commands import Begin, Believe, Command, Entry, Say
from blackstart.core.review.known import Known
from blackstart.core.review.mistakes import mistakes
from blackstart.core.review.report.html import html_of
from blackstart.core.review.report.making import report
from blackstart.core.review.report.markdown import markdown_of
from blackstart.core.review.report.model import PARTICIPANTS, Paragraph, Report
from blackstart.core.review.report.source import ReportSource
from blackstart.core.review.report.svg import harmless
from blackstart.core.review.report.tables import csv_of
from tests.core.play.scripts import decide
from tests.core.review.report.sources import HOSTILE, source_of
from tests.core.review.stories import measured_drill

POWER, LOGIN, SHOP = ComponentId("power"), ComponentId("login"), ComponentId("shop")


def mistaken(drill_: Drill | None = None, words: str = "We look into it") -> ReportSource:
    """Power and login fall at 10, login is back at 170; the team says so of login at 30, and never of power."""
    commands: Iterable[tuple[int, Command]] = (
        (5, Believe(POWER, "operational", "lead", "lights are on")),
        (5, Believe(LOGIN, "operational", "lead")),
        (30, Believe(LOGIN, "down", "lead")),
        (35, Say(words, "lead", words)),
        (40, decide("call", "all")),
    )
    return source_of(*commands, drill_=drill_)


def paragraphs(made: Report) -> list[str]:
    (section,) = (each for each in made.sections if each.id == "known")
    return [block.text for block in section.blocks if isinstance(block, Paragraph)]


def test_before_each_decision_it_tells_what_was_mistaken_heard_and_said() -> None:
    (row,) = report(mistaken()).tables["known"].rows
    assert row == (
        "0:00:40",
        "call?",
        "power: believed operational, was down",
        "0:00:10, Alert: smoke",
        "1, the last at 0:00:35",
    )


def test_what_came_in_the_second_of_a_decision_was_not_known_before_it() -> None:
    (row,) = report(source_of((10, Say("calm", "lead")), (20, decide("call", "none")))).tables["known"].rows
    assert row[3:] == ("0:00:10, Alert: smoke", "1, the last at 0:00:10")
    drill = measured_drill()
    assert drill.exercise is not None
    earlier = replace(drill.exercise, injects=(replace(drill.exercise.injects[0], at=drill.exercise.decisions[0].at),))
    (row,) = (
        report(source_of((20, decide("call", "none")), drill_=replace(drill, exercise=earlier))).tables["known"].rows
    )
    assert row[3:] == ("none", "nothing")


def test_each_mistake_is_told_with_how_long_it_lasted_and_how_it_ended() -> None:
    # Power is repaired by 140; login restarts for 30 s after that, so that from 140 on it is recovering.
    made = report(mistaken())
    assert made.tables["mistakes"].rows == (
        ("power", "operational", "down", "0:00:10", "2 min 10 s", "it came to be so", "0:00:10"),
        ("login", "operational", "down", "0:00:10", "20 s", "the team said otherwise", "0:00:10"),
        ("login", "down", "recovering", "0:02:20", "7 min 39 s", "not by the end", "0:02:20"),
    )
    facts = {key: value for key, value in made.facts.items() if key.startswith(("mistake", "beliefs"))}
    assert facts == {
        "beliefs_written": 3,
        "mistaken.6": 1,
        "mistake_s.power.10": 130,
        "mistake_s.login.10": 20,
        "mistake_s.login.140": 459,
    }


def test_where_nobody_wrote_down_a_belief_that_is_said_and_not_that_nothing_was_mistaken() -> None:
    made = report(source_of((40, decide("call", "all"))))
    assert paragraphs(made) == [
        "The participants' display was set to show everything as it was; whether it was on is not recorded. "
        "Nobody wrote down what the team believed."
    ]
    assert made.tables["known"].rows[0][2] == "not written down"
    assert "mistakes" not in made.tables


def test_where_every_belief_was_true_that_is_said() -> None:
    made = report(source_of((5, Believe(SHOP, "operational", "lead")), (40, decide("call", "all"))))
    assert paragraphs(made)[1:] == ["Nothing that was written down was mistaken."]
    assert made.tables["known"].rows[0][2] == "nothing on record"


def test_participants_get_it_too() -> None:
    ours, theirs = report(mistaken()), report(mistaken(), audience=PARTICIPANTS)
    for table in ("known", "mistakes"):
        assert theirs.tables[table] == ours.tables[table]


def test_of_many_mistakes_the_longest_are_told_in_the_order_they_began() -> None:
    known = Known(mistaken().story)
    assert [(each.component, each.start) for each in mistakes(known, 2)] == [(POWER, 10), (LOGIN, 140)]
    assert known.mistaken_in_all == 3


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_names_messages_and_words_do_nothing(words: str) -> None:
    csv.field_size_limit(1_000_000)
    drill = measured_drill()
    assert drill.exercise is not None
    power, *others = drill.topology.components
    topology = replace(drill.topology, components=(replace(power, name=plain(words)), *others))
    smoke = replace(drill.exercise.injects[0], text=plain(words), sender=plain(words))
    hostile = replace(drill, topology=topology, exercise=replace(drill.exercise, injects=(smoke,)))
    made = report(mistaken(hostile, words))
    assert "<script" not in html_of(made)
    rows = [line for line in markdown_of(made).splitlines() if line.startswith("|")]
    assert len(rows) == sum(len(table.rows) + 2 for table in made.tables.values())
    for table in ("known", "mistakes"):
        cells = [cell for row in csv.reader(StringIO(csv_of(made, table))) for cell in row]
        assert not [cell for cell in cells if cell[:1] in ("=", "+", "@", "-")]
    assert len(made.tables["known"].rows[0][3]) < 300  # all of it stands in the timeline
    assert harmless(words) in " ".join(harmless(cell) for row in made.tables["timeline"].rows for cell in row)


def test_a_display_that_monitoring_feeds_tells_what_it_did_not_show() -> None:
    drill = measured_drill()
    login = replace(drill.topology.component(LOGIN), seen_by=(POWER,))
    topology = replace(
        drill.topology, components=tuple(login if each.id == LOGIN else each for each in drill.topology.components)
    )
    source = source_of(drill_=replace(drill, topology=topology))
    entries = tuple(
        Entry(each.seq, each.at, Begin(display="visible") if isinstance(each.command, Begin) else each.command)
        for each in source.story.entries
    )
    story = replace(source.story, entries=entries)
    made = report(replace(source, story=story, known=Known(story)))
    assert made.tables["mistakes"].rows == (
        ("login", "nothing said, shown as operational", "down", "0:00:10", "9 min 49 s", "not by the end", ""),
    )
