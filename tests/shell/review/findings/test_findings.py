"""Strengths, areas for improvement and the hot wash, written down beside the strips."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from blackstart.core.base.ids import ObjectiveId, RunId
from blackstart.core.play.commands import AddFinding, Correct, Hotwash
from blackstart.core.record.library import Library
from blackstart.core.review.report.making import report
from blackstart.core.review.report.reading import read_source
from blackstart.shell.review.entry_form import EntryForm
from blackstart.shell.review.findings.room import FindingsRoom
from blackstart.shell.review.presenter import ReviewPresenter
from blackstart.shell.review.press_row import PressRow
from blackstart.shell.review.section import Section
from blackstart.shell.support.look import Look
from blackstart.shell.widgets.labels import Label
from tests.shell.review.rated_runs import commands_of, entries_of, page_of, record_rated

SHUT = AddFinding("area", "Nobody told the partners", "Mina", ObjectiveId("tell"), "Plan 4.2", "No name stands there")
LOG = AddFinding("strength", "One log for all", "Jun")


def looked_at(qtbot: QtBot, presenter: ReviewPresenter, look: Look, run: RunId) -> FindingsRoom:
    page = page_of(qtbot, presenter, look, run)
    (room,) = (each for each in page.rooms if isinstance(each, FindingsRoom))
    return room


def form_of(room: FindingsRoom) -> EntryForm:
    assert room.forms.form is not None
    return room.forms.form


def words_in(part: Section) -> list[str]:
    return [label.text() for label in part.findChildren(Label) if label.text()]


def test_a_finding_is_written_with_where_it_is_from_and_why_it_is_so(
    qtbot: QtBot, presenter: ReviewPresenter, library: Path, look: Look
) -> None:
    run = record_rated(library)
    room = looked_at(qtbot, presenter, look, run)
    room.panel.add.click()
    values = {"kind": "area", "text": SHUT.text, "objective": "tell", "by": "Mina"}
    form_of(room).take(values | {"reference": SHUT.reference, "analysis": SHUT.analysis})
    with qtbot.waitSignal(presenter.rewritten):
        form_of(room).accept_button.click()
    assert commands_of(library, run)[-1] == SHUT
    assert "Mina, Plan 4.2\nTell the neighbours.\nNo name stands there" in words_in(room.panel)


def test_strengths_stand_before_areas_each_below_its_name(
    qtbot: QtBot, presenter: ReviewPresenter, library: Path, look: Look
) -> None:
    room = looked_at(qtbot, presenter, look, record_rated(library, SHUT, LOG))
    words = words_in(room.panel)
    order = [words.index(each) for each in ("Strengths", LOG.text, "Areas for improvement", SHUT.text)]
    assert order == sorted(order)


def test_words_are_corrected_and_the_journal_keeps_those_before(
    qtbot: QtBot, presenter: ReviewPresenter, library: Path, look: Look
) -> None:
    run = record_rated(library, LOG)
    seq = entries_of(library, run)[-1].seq
    room = looked_at(qtbot, presenter, look, run)
    (row,) = room.panel.findChildren(PressRow)
    row.pressed.emit(str(seq))
    form_of(room).take({"text": "One log that all could read"})
    with qtbot.waitSignal(presenter.rewritten):
        form_of(room).accept_button.click()
    assert commands_of(library, run)[-2:] == [LOG, Correct(seq, (("text", "One log that all could read"),))]
    assert "One log that all could read" in words_in(room.panel)
    qtbot.waitUntil(lambda: LOG.text not in words_in(room.panel))


def test_nothing_is_corrected_into_what_it_was(
    qtbot: QtBot, presenter: ReviewPresenter, library: Path, look: Look
) -> None:
    run = record_rated(library, LOG)
    room = looked_at(qtbot, presenter, look, run)
    room.correct(str(entries_of(library, run)[-1].seq))
    with qtbot.assertNotEmitted(form_of(room).wished):
        form_of(room).accept_button.click()
    assert form_of(room).complaint.text() == "Nothing is other than before."


@pytest.mark.parametrize(("empty", "said"), [("text", "Say what was seen."), ("by", "Say who says so.")])
def test_a_finding_without_words_or_a_name_is_not_written(
    qtbot: QtBot, presenter: ReviewPresenter, library: Path, look: Look, empty: str, said: str
) -> None:
    room = looked_at(qtbot, presenter, look, record_rated(library))
    room.find()
    form_of(room).take({"text": "a", "by": "b"} | {empty: ""})
    with qtbot.assertNotEmitted(form_of(room).wished):
        form_of(room).accept_button.click()
    assert form_of(room).complaint.text() == said


def test_answers_of_the_hot_wash_are_shown_and_added_later(
    qtbot: QtBot, presenter: ReviewPresenter, library: Path, look: Look
) -> None:
    run = record_rated(library, Hotwash("Kim", well="We spoke early", change="One map"))
    room = looked_at(qtbot, presenter, look, run)
    assert {"Kim", "Well: We spoke early\nChange: One map"} <= set(words_in(room.wash))
    room.wash.add.click()
    form_of(room).take({"by": "Mina", "hard": "Two maps"})
    with qtbot.waitSignal(presenter.rewritten):
        form_of(room).accept_button.click()
    assert commands_of(library, run)[-1] == Hotwash("Mina", hard="Two maps")
    assert {"Mina", "Hard: Two maps"} <= set(words_in(room.wash))


def test_the_report_holds_what_was_found_and_said(
    qtbot: QtBot, presenter: ReviewPresenter, library: Path, look: Look
) -> None:
    run = record_rated(library)
    looked_at(qtbot, presenter, look, run)
    for command in (SHUT, Hotwash("Kim", hard="Two maps")):
        with qtbot.waitSignal(presenter.rewritten):
            presenter.write(command)
    store = Library(library)
    tables = report(read_source(store, run)).tables
    store.close()
    assert [row[0] for row in tables["areas"].rows] == [SHUT.text]
    assert [row[:3] for row in tables["hotwash"].rows] == [("Kim", "", "Two maps")]
