import re
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from blackstart.core.record.rows import RunRow
from blackstart.core.record.tallies import Tally
from blackstart.shell.library.runs_model import AT_TABLE, DATE, DECISIONS, DEED, EXERCISE, STATE, TEAM, RunsModel
from blackstart.shell.library.runs_table import LEAST_EXERCISE_PX, RunsTable
from blackstart.shell.support.look import Look
from tests.shell.library.shelves import told, two_runs

FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal


@pytest.fixture
def rows(tmp_path: Path) -> tuple[RunRow, ...]:
    return two_runs(tmp_path)


@pytest.fixture
def table(qtbot: QtBot, look: Look, rows: tuple[RunRow, ...]) -> RunsTable:
    made = RunsTable(look)
    qtbot.addWidget(made)
    made.resize(1000, 300)
    made.show_runs(told(rows, Tally(2, 5640), Tally(5, 1860)))
    made.show()
    return made


def column(table: RunsTable, number: int) -> list[str]:
    return [table.model.index(row, number).data() for row in range(table.model.rowCount())]


def test_the_table_keeps_qts_rules_while_runs_come_change_and_go(look: Look, rows: tuple[RunRow, ...]) -> None:
    model = RunsModel(look)
    tester = QAbstractItemModelTester(model, FATAL)
    for shown in (rows[:1], rows, rows[::-1], ()):
        model.show_rows(told(shown))
        model.sort(TEAM, Qt.SortOrder.AscendingOrder)
        model.sort(DATE, Qt.SortOrder.DescendingOrder)
    assert tester.model() is model


def test_a_row_tells_of_a_run(table: RunsTable) -> None:
    assert column(table, EXERCISE) == ["Lights", "Lights"]
    assert column(table, TEAM) == ["night", "day"]
    assert column(table, AT_TABLE) == ["1 h 34 min", "31 min"]
    assert column(table, DECISIONS) == ["2", "5"]
    assert column(table, STATE) == ["unfinished at T+0:00:26", "ended"]
    assert column(table, DEED) == ["Continue", "Review"]


def test_what_has_not_been_counted_is_left_blank(table: RunsTable, rows: tuple[RunRow, ...]) -> None:
    table.show_runs(tuple(run.__class__(run.row, run.title) for run in told(rows)))
    assert column(table, AT_TABLE) == ["", ""]
    table.show_runs(told(rows))
    assert column(table, AT_TABLE) == ["under 1 min"] * 2


def test_a_date_is_written_as_its_language_does(look: Look, table: RunsTable) -> None:
    assert all(re.fullmatch(r"\d+ \w{3} \d{4}", date) for date in column(table, DATE))
    look.set_language("ko")
    assert column(table, STATE)[1] == "ended"  # no translator here: the date follows the locale all the same


def test_a_click_on_a_heading_sorts_by_number_and_not_by_word(table: RunsTable) -> None:
    table.view.sortByColumn(AT_TABLE, Qt.SortOrder.AscendingOrder)
    assert column(table, AT_TABLE) == ["31 min", "1 h 34 min"]
    table.view.sortByColumn(STATE, Qt.SortOrder.DescendingOrder)
    assert column(table, STATE)[0] == "ended"


def test_the_run_that_was_chosen_stays_so_when_others_come(table: RunsTable, rows: tuple[RunRow, ...]) -> None:
    table.view.selectRow(1)
    table.show_runs(told(rows[1:]))
    assert table.chosen == rows[1]
    table.show_runs(told(rows))
    assert table.chosen == rows[1]


def test_the_run_that_was_chosen_stays_so_when_sorted_otherwise(table: RunsTable, rows: tuple[RunRow, ...]) -> None:
    table.view.selectRow(1)
    for order in (Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder):
        table.view.sortByColumn(TEAM, order)
        assert table.chosen == rows[1]


def test_enter_opens_a_run_and_so_does_a_click_on_its_word(
    qtbot: QtBot, table: RunsTable, rows: tuple[RunRow, ...]
) -> None:
    table.view.selectRow(0)
    with qtbot.waitSignal(table.opened) as opened:
        QTest.keyClick(table.view, Qt.Key.Key_Return)
    assert opened.args == [rows[0]]
    word = table.view.visualRect(table.model.index(1, DEED)).center()
    with qtbot.waitSignal(table.opened) as opened:
        QTest.mouseClick(table.view.viewport(), Qt.MouseButton.LeftButton, pos=word)
    assert opened.args == [rows[1]]
    name = table.view.visualRect(table.model.index(0, EXERCISE)).center()
    with qtbot.assertNotEmitted(table.opened):
        QTest.mouseClick(table.view.viewport(), Qt.MouseButton.LeftButton, pos=name)


def test_the_table_is_as_high_as_its_rows_and_no_higher(table: RunsTable, rows: tuple[RunRow, ...]) -> None:
    two = table.maximumHeight()
    table.show_runs(told(rows[:1]))
    assert table.maximumHeight() < two
    assert table.minimumHeight() == table.maximumHeight()
    table.show_runs(told(rows * 10))
    assert table.minimumHeight() < table.maximumHeight()


def test_where_there_is_little_room_the_exercise_keeps_its_own(table: RunsTable) -> None:
    assert not table.view.isColumnHidden(AT_TABLE)
    table.resize(560, 300)
    assert table.view.isColumnHidden(AT_TABLE)
    assert table.view.columnWidth(EXERCISE) >= LEAST_EXERCISE_PX
    table.resize(1000, 300)
    assert not table.view.isColumnHidden(AT_TABLE)
    assert not table.view.isColumnHidden(DECISIONS)


@pytest.mark.parametrize("count", [1, 2, 3, 4])
def test_a_few_runs_are_seen_whole_without_a_bar(
    qtbot: QtBot, look: Look, rows: tuple[RunRow, ...], count: int
) -> None:
    table = RunsTable(look)
    qtbot.addWidget(table)
    table.show_runs(told((rows * 2)[:count]))  # while it is hidden, in another type than the window's
    table.setStyleSheet("* { font-size: 17px } QTableView { border: none }")
    table.resize(1000, table.maximumHeight())
    table.show()
    view = table.view
    assert not view.horizontalScrollBar().isVisible()
    assert not view.verticalScrollBar().isVisible()
    last = view.visualRect(table.model.index(count - 1, DEED))
    assert view.viewport().rect().contains(last)
    assert last.right() == view.viewport().rect().right()
    for number in (TEAM, DATE, AT_TABLE, DECISIONS, STATE, DEED):
        assert view.columnWidth(number) >= view.horizontalHeader().sectionSizeHint(number)


def test_a_long_team_has_the_room_the_exercise_does_not_need(table: RunsTable, rows: tuple[RunRow, ...]) -> None:
    long = replace(rows[0], team="Night shift of the second data centre")
    table.show_runs(told((long, rows[1])))
    table.resize(1400, 300)
    assert table.view.columnWidth(TEAM) >= table.view.sizeHintForColumn(TEAM)
    table.resize(700, 300)
    assert table.view.columnWidth(TEAM) < table.view.sizeHintForColumn(TEAM)
