"""What is to be fixed is written down beside the strips, and carried from run to run until it is done."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from blackstart.core.base.ids import RunId
from blackstart.core.play.commands import Improve
from blackstart.core.record.library import Library
from blackstart.core.review.report.making import report
from blackstart.core.review.report.reading import read_source
from blackstart.shell.review.entry_form import EntryForms
from blackstart.shell.review.improving.form import ImproveForm
from blackstart.shell.review.improving.presenter import PlanPresenter
from blackstart.shell.review.improving.room import ImprovingRoom
from blackstart.shell.review.presenter import ReviewPresenter
from blackstart.shell.review.press_row import PressRow
from blackstart.shell.review.workspace import ReviewWorkspace
from blackstart.shell.support.look import Look
from blackstart.shell.widgets.labels import Label
from tests.shell.review.rated_runs import commands_of, entries_of, page_of, record_rated

LOGIN = Improve("Login needs Login", "Paper login", "equipment", "Operations", due="2026-05-30")
TODAY = date(2026, 6, 1)


@pytest.fixture(autouse=True)
def _june(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(PlanPresenter, "today", property(lambda _: TODAY))


def room_of(page: ReviewWorkspace) -> ImprovingRoom:
    (room,) = (each for each in page.rooms if isinstance(each, ImprovingRoom))
    return room


def told(room: ImprovingRoom) -> list[list[str]]:
    """The words of each row of the column."""
    return [[label.text() for label in row.findChildren(Label)] for row in room.panel.findChildren(PressRow)]


def form_of(forms: EntryForms) -> ImproveForm:
    assert isinstance(forms.form, ImproveForm)
    return forms.form


def looked_at(qtbot: QtBot, presenter: ReviewPresenter, look: Look, run: RunId) -> ImprovingRoom:
    room = room_of(page_of(qtbot, presenter, look, run))
    qtbot.waitUntil(lambda: not presenter.worker.is_busy)
    return room


def test_a_row_is_written_down_and_its_day_read_as_it_is_typed(
    qtbot: QtBot, presenter: ReviewPresenter, library: Path, look: Look
) -> None:
    run = record_rated(library)
    room = looked_at(qtbot, presenter, look, run)
    room.panel.add.click()
    form = form_of(room.forms)
    form.take({"issue": "Login needs Login", "action": "Paper login", "element": "equipment", "owner": "Operations"})
    form.due.setText("30 May 2026")
    with qtbot.waitSignal(presenter.rewritten):
        QTest.keyClick(form, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert commands_of(library, run)[-1] == LOGIN
    qtbot.waitUntil(lambda: told(room) == [["Paper login", "Operations, 30 May", "late"]])
    assert room.forms.form is None
    assert room.forms.drafts == {}


def test_what_is_no_day_is_refused_at_its_field_and_nothing_is_written(
    qtbot: QtBot, presenter: ReviewPresenter, library: Path, look: Look
) -> None:
    run = record_rated(library)
    before = commands_of(library, run)
    room = looked_at(qtbot, presenter, look, run)
    room.tell("")
    form = form_of(room.forms)
    form.take({"issue": "a", "action": "b", "owner": "c", "due": "31 June"})
    form.accept_button.click()
    assert "“31 June” is no day" in form.complaint.text()
    assert form.due.property("refused") is None or form.due.hasFocus()
    form.start.setFocus()
    assert form.due.property("refused") == "true"
    qtbot.waitUntil(lambda: not presenter.worker.is_busy)
    assert commands_of(library, run) == before


@pytest.mark.parametrize("empty", ["issue", "action", "owner"])
def test_without_issue_action_or_owner_nothing_is_written(
    qtbot: QtBot, presenter: ReviewPresenter, library: Path, look: Look, empty: str
) -> None:
    room = looked_at(qtbot, presenter, look, record_rated(library))
    room.tell("")
    form = form_of(room.forms)
    form.take({"issue": "a", "action": "b", "owner": "c"} | {empty: " "})
    with qtbot.assertNotEmitted(form.wished):
        form.accept_button.click()
    assert form.complaint.text()


def test_what_an_earlier_run_left_open_is_carried_over_and_closed_from_here(
    qtbot: QtBot, presenter: ReviewPresenter, library: Path, look: Look
) -> None:
    earlier = record_rated(library, LOGIN)
    later = record_rated(library)
    room = looked_at(qtbot, presenter, look, later)
    assert told(room) == [["Paper login", "Operations, 30 May", "late", "from run 1"]]
    (row,) = room.panel.findChildren(PressRow)
    QTest.keyClick(row, Qt.Key.Key_Return)
    form = form_of(room.forms)
    form.take({"status": "done", "owner": "Platform"})
    with qtbot.waitSignal(presenter.rewritten):
        form.accept_button.click()
    said = commands_of(library, later)[-1]
    assert isinstance(said, Improve)
    assert said.of == f"{earlier}/{entries_of(library, earlier)[-1].seq}"
    assert (said.status, said.owner, said.due) == ("done", "Platform", "2026-05-30")
    qtbot.waitUntil(lambda: told(room) == [])
    room.open()
    assert room.sheet is not None
    (row,) = room.sheet.findChildren(PressRow)
    assert [label.text() for label in row.findChildren(Label)][2:] == ["done", "from run 1"]


def test_the_report_holds_what_was_written_and_what_was_carried_over(
    qtbot: QtBot, presenter: ReviewPresenter, library: Path, look: Look
) -> None:
    record_rated(library, LOGIN)
    run = record_rated(library)
    looked_at(qtbot, presenter, look, run)
    with qtbot.waitSignal(presenter.rewritten):
        presenter.write(Improve("One log", "Print it", "planning", "Lead"))
    store = Library(library)
    rows = report(read_source(store, run)).tables["plan"].rows
    store.close()
    assert [row[1] for row in rows] == ["Paper login", "Print it"]


def test_a_form_that_was_left_is_there_again(
    qtbot: QtBot, presenter: ReviewPresenter, library: Path, look: Look
) -> None:
    page = page_of(qtbot, presenter, look, record_rated(library))
    room = room_of(page)
    room.tell("")
    form_of(room.forms).take({"issue": "Half a"})
    form_of(room.forms).close_sheet()
    anew = ReviewWorkspace(presenter, look)
    qtbot.addWidget(anew)
    anew.take_drafts(page.drafts)
    again = room_of(anew)
    again.tell("")
    assert form_of(again.forms).value("issue") == "Half a"
    assert "typed before" in form_of(again.forms).complaint.text()


def test_what_another_process_holds_back_is_told_on_the_form(
    qtbot: QtBot, presenter: ReviewPresenter, library: Path, look: Look
) -> None:
    run = record_rated(library)
    room = looked_at(qtbot, presenter, look, run)
    store = Library(library)
    journal = store.open_journal(run)
    room.tell("")
    form = form_of(room.forms)
    form.take({"issue": "a", "action": "b", "owner": "c"})
    with qtbot.waitSignal(presenter.refused) as why:
        form.accept_button.click()
    journal.release()
    store.close()
    assert why.args == [form.complaint.text()]
    assert form.accept_button.isEnabled()
