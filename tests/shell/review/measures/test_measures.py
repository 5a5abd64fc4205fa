"""What can be measured of a run stands in one sheet, and each row leads to its second."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from blackstart.core.base.ids import ComponentId, RunId
from blackstart.core.base.simtime import Seconds
from blackstart.core.base.words import words
from blackstart.core.play.commands import Believe
from blackstart.core.review.known import Known
from blackstart.shell.review.measures.room import MeasuresRoom
from blackstart.shell.review.measures.rows import Group, Measured, groups_of
from blackstart.shell.review.measures.table import MeasuresTable, lines_of
from blackstart.shell.review.presenter import ReviewPresenter
from blackstart.shell.support.look import Look
from tests.core.play.scripts import decide
from tests.core.review.stories import LASTS, told
from tests.shell.review.rated_runs import page_of, record_rated


def rows_of(group: int) -> list[tuple[int | None, str]]:
    """The rows of a run in which power fails at 10 and is repaired by a decision at 40."""
    groups = groups_of(Known(told((40, decide("call", "all", "now")), until=LASTS - 1)), words("en"))
    return [(row.at, row.result) for row in groups[group].rows]


def test_first_times_lead_to_their_entries_and_what_never_came_about_leads_nowhere() -> None:
    assert rows_of(0) == [
        (40, "entry 2"),
        (None, "did not come about"),
        (40, "entry 2"),
        (None, "did not come about"),
    ]


def test_a_decision_tells_how_long_it_took_from_being_put() -> None:
    assert rows_of(1) == [(20, "decided after 20 s")]


def test_an_outage_is_held_against_its_target() -> None:
    rows = rows_of(2)
    assert rows[0] == (10, "back 0:02:20, after 2 min 10 s; target 2 min 30 s: met")
    assert "target" not in rows[1][1]


def test_how_long_the_team_was_mistaken_is_told_with_how_it_ended() -> None:
    login = ComponentId("login")
    said = ((5, Believe(login, "operational", "lead")), (30, Believe(login, "down", "lead")))
    group = groups_of(Known(told(*said, until=LASTS - 1)), words("en"))[3]
    assert [(row.at, row.words, row.result) for row in group.rows] == [
        (10, "login", "believed operational, was down; the team said otherwise after 20 s"),
    ]


def test_without_a_belief_on_record_it_is_said_that_this_is_not_known() -> None:
    group = groups_of(Known(told(until=LASTS - 1)), words("en"))[3]
    assert (group.rows, group.none) == ((), "Not known: nobody wrote down what the team believed.")


def test_of_many_mistakes_the_longest_are_told() -> None:
    said = [
        (20 + 2 * number + step, Believe(ComponentId("shop"), state, "lead"))
        for number in range(25)
        for step, state in enumerate(("down", "operational"))
    ]
    group = groups_of(Known(told(*said, until=LASTS - 1)), words("en"))[3]
    assert group.title == "How long the team was mistaken: the longest 20 of 25"
    assert len(group.rows) == 20


def opened(qtbot: QtBot, presenter: ReviewPresenter, look: Look, run: RunId) -> MeasuresRoom:
    page = page_of(qtbot, presenter, look, run)
    (room,) = (each for each in page.rooms if isinstance(each, MeasuresRoom))
    room.open()
    qtbot.waitUntil(lambda: room.sheet is not None)
    return room


def test_a_row_leads_to_its_second_and_the_sheet_goes(
    qtbot: QtBot, presenter: ReviewPresenter, library: Path, look: Look
) -> None:
    room = opened(qtbot, presenter, look, record_rated(library))
    assert room.sheet is not None
    table = room.sheet.table
    row = table.rows.row(table.currentIndex())
    assert row is not None
    assert row.at is not None  # keys begin where something leads
    with qtbot.waitSignal(presenter.moved) as moved:
        table.activated.emit(table.currentIndex())
    assert moved.args == [row.at]
    assert room.sheet is None


def test_headings_and_what_never_came_about_are_passed_over_by_keys(
    qtbot: QtBot, presenter: ReviewPresenter, library: Path, look: Look
) -> None:
    room = opened(qtbot, presenter, look, record_rated(library))
    assert room.sheet is not None
    table = room.sheet.table
    seen = []
    for _ in range(table.rows.rowCount()):
        row = table.rows.row(table.currentIndex())
        assert row is not None
        seen.append(row.at)
        QTest.keyClick(table, Qt.Key.Key_Down)
    leading = [row.at for row in lines_of(groups_of(known_of(presenter), words("en"))) if row.at is not None]
    assert None not in seen
    assert seen[: len(leading)] == leading


def test_many_outages_take_no_widget_each(qtbot: QtBot, look: Look) -> None:
    rows = tuple(Measured(Seconds(each), f"Service {each}", "not back") for each in range(3000))
    table = MeasuresTable((Group("Outages", rows, "None"),), look)
    qtbot.addWidget(table)
    table.resize(900, 600)
    table.show()
    assert table.rows.rowCount() == 3001
    assert len(table.findChildren(QWidget)) < 30


def test_a_row_whose_words_are_long_gets_more_lines(qtbot: QtBot, look: Look) -> None:
    rows = (Measured(Seconds(1), "Short", "met"), Measured(Seconds(2), "Long words " * 12, "met"))
    table = MeasuresTable((Group("Decisions", rows, "None"),), look)
    qtbot.addWidget(table)
    table.resize(600, 400)
    table.show()
    qtbot.waitUntil(lambda: table.rowHeight(2) > table.rowHeight(1))


def known_of(presenter: ReviewPresenter) -> Known:
    assert presenter.recorded is not None
    return presenter.recorded.known
