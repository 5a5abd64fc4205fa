"""Objectives are rated beside the strips: with a reason, by who is chosen, and beside what is measured."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from blackstart.core.base.ids import ObjectiveId
from blackstart.core.play.commands import Command, Rate
from blackstart.shell.review.leads import LeadButton
from blackstart.shell.review.objectives.panel import ObjectivesPanel
from blackstart.shell.review.objectives.room import ObjectivesRoom
from blackstart.shell.review.objectives.row import ObjectiveRow
from blackstart.shell.review.presenter import ReviewPresenter
from blackstart.shell.review.workspace import ReviewWorkspace
from blackstart.shell.support.look import Look
from blackstart.shell.widgets.labels import Label
from tests.shell.review.rated_runs import commands_of, page_of, record_rated

LIGHT, TELL, CALM = (ObjectiveId(each) for each in ("light", "tell", "calm"))


def panel_of(page: ReviewWorkspace) -> ObjectivesPanel:
    (room,) = (each for each in page.rooms if isinstance(each, ObjectivesRoom))
    return room.panel


def words_of(row: ObjectiveRow) -> list[str]:
    return [label.text() for label in row.findChildren(Label) if label.isVisible()]


def rate(qtbot: QtBot, presenter: ReviewPresenter, row: ObjectiveRow, key: Qt.Key, why: str) -> None:
    row.setFocus()
    QTest.keyClick(row, key)
    QTest.keyClicks(row.field, why)
    with qtbot.waitSignal(presenter.rewritten):
        QTest.keyClick(row.field, Qt.Key.Key_Return)


def test_a_letter_asks_for_the_reason_and_enter_writes_the_rating(
    qtbot: QtBot, presenter: ReviewPresenter, library: Path, look: Look
) -> None:
    run = record_rated(library)
    panel = panel_of(page_of(qtbot, presenter, look, run))
    panel.take_focus()
    row = panel.rows[LIGHT]
    assert row.hasFocus()
    rate(qtbot, presenter, row, Qt.Key.Key_S, "In the end")
    assert commands_of(library, run)[-1] == Rate(LIGHT, "S", "In the end", "Mina")
    assert (row.segments.key, row.why.text(), row.pending) == ("S", "In the end", "")
    assert row.hasFocus()


def test_a_rating_without_a_reason_is_not_written(
    qtbot: QtBot, presenter: ReviewPresenter, library: Path, look: Look
) -> None:
    run = record_rated(library)
    before = commands_of(library, run)
    row = panel_of(page_of(qtbot, presenter, look, run)).rows[LIGHT]
    row.segments.button("U").click()
    assert row.segments.key == ""
    QTest.keyClicks(row.field, "  ")
    QTest.keyClick(row.field, Qt.Key.Key_Return)
    assert row.complaint.text().startswith("Say why")
    qtbot.waitUntil(lambda: not presenter.worker.is_busy)
    assert commands_of(library, run) == before


def test_ratings_of_several_stand_beside_each_other_and_the_last_of_each_counts(
    qtbot: QtBot, presenter: ReviewPresenter, library: Path, look: Look
) -> None:
    said: tuple[Command, ...] = (
        Rate(LIGHT, "P", "quick", "Mina"),
        Rate(LIGHT, "U", "dark", "Jun"),
        Rate(LIGHT, "M", "late", "Mina"),
    )
    panel = panel_of(page_of(qtbot, presenter, look, record_rated(library, *said)))
    row = panel.rows[LIGHT]
    assert (row.segments.key, row.why.text()) == ("M", "late")
    qtbot.waitUntil(lambda: {"U", "Jun: dark"} <= set(words_of(row)))
    panel.who.choose("Jun")
    assert (row.segments.key, row.why.text()) == ("U", "dark")
    qtbot.waitUntil(lambda: {"M", "Mina: late"} <= set(words_of(row)))
    assert "quick" not in " ".join(words_of(row))


def test_evaluators_and_the_facilitator_are_offered_and_others_can_be_typed(
    qtbot: QtBot, presenter: ReviewPresenter, library: Path, look: Look
) -> None:
    run = record_rated(library)
    panel = panel_of(page_of(qtbot, presenter, look, run))
    assert [panel.who.itemText(number) for number in range(panel.who.count())] == ["Mina", "Jun", "Ada"]
    panel.who.setEditText("A guest")
    rate(qtbot, presenter, panel.rows[CALM], Qt.Key.Key_N, "Not seen")
    assert commands_of(library, run)[-1] == Rate(CALM, "N", "Not seen", "A guest")
    assert panel.who.who == "A guest"


def test_what_shows_a_measure_leads_to_its_second(
    qtbot: QtBot, presenter: ReviewPresenter, library: Path, look: Look
) -> None:
    panel = panel_of(page_of(qtbot, presenter, look, record_rated(library)))
    row = panel.rows[LIGHT]
    assert "met; after 3 s" in words_of(row)
    (lead,) = row.findChildren(LeadButton)
    with qtbot.waitSignal(presenter.moved) as moved:
        lead.click()
    assert moved.args == [8]
    silence = panel.rows[TELL].findChildren(LeadButton)[0]
    with qtbot.waitSignal(presenter.moved) as moved:
        silence.click()
    assert moved.args == [12]
    assert panel.rows[CALM].findChildren(LeadButton) == []


@pytest.mark.parametrize("leave", ["nothing", "escape"])
def test_half_a_reason_is_there_again_on_a_page_that_is_built_anew(
    qtbot: QtBot, presenter: ReviewPresenter, library: Path, look: Look, leave: str
) -> None:
    page = page_of(qtbot, presenter, look, record_rated(library))
    row = panel_of(page).rows[CALM]
    row.setFocus()
    QTest.keyClick(row, Qt.Key.Key_M)
    QTest.keyClicks(row.field, "They shou")
    if leave == "escape":
        QTest.keyClick(row.field, Qt.Key.Key_Escape)
    anew = ReviewWorkspace(presenter, look)
    qtbot.addWidget(anew)
    presenter.show_all()
    anew.take_drafts(page.drafts)
    again = panel_of(anew).rows[CALM]
    if leave == "escape":
        assert again.pending == ""
        again.picked.emit(CALM, "M")
    assert (again.pending, again.field.toPlainText()) == ("M", "They shou")


def test_arrows_go_from_objective_to_objective(
    qtbot: QtBot, presenter: ReviewPresenter, library: Path, look: Look
) -> None:
    panel = panel_of(page_of(qtbot, presenter, look, record_rated(library)))
    panel.take_focus()
    QTest.keyClick(panel.rows[LIGHT], Qt.Key.Key_Down)
    assert panel.rows[TELL].hasFocus()
    QTest.keyClick(panel.rows[TELL], Qt.Key.Key_Up)
    QTest.keyClick(panel.rows[LIGHT], Qt.Key.Key_Up)
    assert panel.rows[LIGHT].hasFocus()


def test_a_rating_before_the_end_is_refused_and_its_reason_stays(
    qtbot: QtBot, presenter: ReviewPresenter, library: Path, look: Look
) -> None:
    run = record_rated(library, is_ended=False)
    row = panel_of(page_of(qtbot, presenter, look, run)).rows[LIGHT]
    row.setFocus()
    QTest.keyClick(row, Qt.Key.Key_P)
    QTest.keyClicks(row.field, "Too early")
    with qtbot.waitSignal(presenter.refused):
        QTest.keyClick(row.field, Qt.Key.Key_Return)
    assert (row.pending, row.field.toPlainText(), row.field.isReadOnly()) == ("P", "Too early", False)
    assert not any(isinstance(each, Rate) for each in commands_of(library, run))
