"""The content: sections, audiences, languages, and figures that are those of the run."""

from dataclasses import replace

import pytest

from blackstart.core.base.ids import InjectId
from blackstart.core.base.simtime import Seconds
from blackstart.core.play.commands import Jump, Note, Seen, TakeBack
from blackstart.core.review.report.making import report
from blackstart.core.review.report.model import PARTICIPANTS, Figure, Paragraph, Report
from tests.core.play.scripts import component, decide, drill, fail, inject, repair
from tests.core.review.report.sources import source_of, usual
from tests.core.review.stories import LASTS

WANTED = (
    "overview",
    "summary",
    "objectives",
    "strengths",
    "areas",
    "timeline",
    "decisions",
    "known",
    "measures",
    "hotwash",
    "plan",
    "participants",
    "notes",
    "method",
)


@pytest.mark.parametrize("language", ["en", "ko"])
def test_every_section_is_there_also_where_nothing_was_said(language: str) -> None:
    for source in (usual(), source_of()):
        assert tuple(section.id for section in report(source, language).sections) == WANTED
        for section in report(source, language).sections:
            assert section.blocks, section.id


def test_participants_do_not_get_the_evaluators_notes() -> None:
    ours, theirs = report(usual("secret-note")), report(usual("secret-note"), audience=PARTICIPANTS)
    assert "notes" in ours.tables
    assert "notes" not in theirs.tables
    assert [section.id for section in theirs.sections] == [each for each in WANTED if each != "notes"]


def test_figures_are_exact_and_those_of_the_run() -> None:
    facts = report(usual()).facts
    # Login's 100 users are down from 10 to 170: asked for at 40, power back at 140, login 30 later.
    assert facts["lost_service_seconds"] == 160 * 100
    assert facts["nobody_lost_service_seconds"] == 590 * 100
    assert facts["saved_service_seconds.2"] == 430 * 100
    assert (facts["peak_users"], facts["first_impact_s"], facts["noticed_s"], facts["said_s"]) == (100, 10, 40, None)
    assert facts["outage.login.10"] == 170


def test_ratings_stand_beside_each_other_and_make_no_number() -> None:
    (row,) = report(usual()).tables["objectives"].rows
    assert row[2:7] == ("", "", "✓", "", "")


def test_a_jump_and_what_was_taken_back_stand_in_the_timeline() -> None:
    source = source_of((40, decide("call", "all")), (50, TakeBack(2, "misheard")), (60, Jump(Seconds(300))))
    rows = [row[1:] for row in report(source).tables["timeline"].rows if row[0] in ("0:00:50", "0:01:00")]
    assert rows == [
        ("Taken back", "Facilitator", "all (misheard)"),
        ("Clock", "Facilitator", "played at once up to 0:05:00"),
    ]


def test_where_nobody_decided_nothing_is_said_of_what_that_saved() -> None:
    def lead(made: Report) -> str:
        return next(block.text for block in made.sections[1].blocks if isinstance(block, Paragraph))

    assert lead(report(source_of())).endswith("Nobody decided or acted.")
    assert "as many" in lead(report(source_of((40, decide("call", "none")))))
    assert "earlier model (BS-1)" in lead(report(replace(usual(), is_as_played=False)))


def test_of_many_that_cannot_come_back_the_first_are_named_and_the_others_counted() -> None:
    pairs = [(f"a{number}", f"b{number}") for number in range(8)]
    parts = [component(one, other) for pair in pairs for one, other in (pair, pair[::-1])]
    firsts = [one for one, _ in pairs]
    falls = inject("falls", *map(fail, firsts), at=10)
    mends = inject("mends", *map(repair, firsts), at=20)
    made = drill(*parts, injects=(falls, mends), lasts=LASTS)
    source = source_of(drill_=made)
    assert len(source.played.stuck.deadlock) == 16
    (lead,) = (
        each for each in report(source).sections[1].blocks if isinstance(each, Paragraph) and each.role == "lead"
    )
    assert "and 4 more." in lead.text
    assert sum(name in lead.text for name in source.played.stuck.deadlock) == 12


def test_notes_name_what_they_are_about_and_tell_what_was_seen() -> None:
    said = Note("slow", "eva", ("login", "call", "nothing"))
    source = source_of((20, Seen(InjectId("smoke"), "they called")), (30, said))
    assert report(source).tables["notes"].rows == (
        ("0:00:20", "Facilitator", "Expected response seen: they called", "smoke"),
        ("0:00:30", "eva", "slow", "login, call?, nothing"),
    )


def test_every_table_has_as_many_cells_as_its_head() -> None:
    for source in (usual(), source_of()):
        for table in report(source).tables.values():
            assert {len(row) for row in table.rows} == {len(table.head)}
            assert all(column < len(table.head) for column in (*table.wide, *table.numbers))


def test_whatever_the_model_reckoned_is_said_to_be_an_estimate() -> None:
    summary = report(usual()).sections[1]
    assert any(isinstance(block, Figure) for block in summary.blocks)
    notes = [block.text for block in summary.blocks if isinstance(block, Paragraph) and block.role == "note"]
    assert notes == ["Service-hours, users and money are estimates of the model, not measurements."]


def test_what_a_decision_lost_is_said() -> None:
    source = source_of((40, decide("call", "none")))
    made = report(replace(source, saved=dict.fromkeys(source.saved, -7200)))
    assert "2 lost" in " ".join(made.tables["decisions"].rows[0])


def test_participants_are_not_told_what_was_left_out_before_the_start() -> None:
    source = source_of()
    begin = replace(source.story.begin, left_out=(InjectId("smoke"),))
    entries = (replace(source.story.entries[0], command=begin), *source.story.entries[1:])
    source = replace(source, story=replace(source.story, entries=entries))
    assert report(source).journal == entries
    assert report(source, audience=PARTICIPANTS).journal[0].command == replace(begin, left_out=())
