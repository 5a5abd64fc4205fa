"""The log beside the playhead: every line, found by kind and words, in step with the playhead both ways."""

from unittest.mock import Mock

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from blackstart.core.base.simtime import Seconds
from blackstart.shell.review.journal.model import NUMBER, TIME, WORDS
from blackstart.shell.review.journal.rows import JournalRow, journal_rows
from blackstart.shell.review.journal.table import JournalTable
from blackstart.shell.review.lanes.marks import LaneMark
from blackstart.shell.support.look import Look
from blackstart.shell.widgets.entry_lines import LogLine

Rows = tuple[JournalRow, ...]
MOST = 6


@pytest.fixture
def rows(lines: tuple[LogLine, ...], marks: tuple[LaneMark, ...]) -> Rows:
    return journal_rows(lines, marks)


@pytest.fixture
def table(qtbot: QtBot, look: Look, rows: Rows) -> JournalTable:
    made = JournalTable(look)
    qtbot.addWidget(made)
    made.fit_rows(MOST)
    made.show_rows(rows)
    made.resize(900, made.height())
    made.show()
    qtbot.waitExposed(made)
    return made


def line(seq: int, at: int, words: str = "") -> JournalRow:
    return JournalRow(Seconds(at), seq, "notes", "Note", "Ada", words)


def chosen(table: JournalTable) -> JournalRow | None:
    return table.journal.row(table.currentIndex())


def test_every_entry_and_what_came_by_itself_is_a_line_in_order_of_time(rows: Rows) -> None:
    assert [row.seq for row in rows if row.seq is not None] == list(range(1, 13))
    assert [row.at for row in rows] == sorted(row.at for row in rows)
    alone = [(row.at, row.kind, row.words) for row in rows if row.seq is None]
    assert alone == [
        (5, "injects", "A bang in the street."),
        (20, "injects", "Is it dark at yours too?"),
        (20, "decisions", "left open · Who tells the neighbours?"),
    ]


def test_what_was_corrected_and_taken_back_is_told_as_such(rows: Rows) -> None:
    by_seq = {row.seq: row for row in rows}
    assert by_seq[3].words == "Lead is <b>very calm</b> · first said: Lead is calm"
    assert by_seq[3].who == "Ada · corrected"
    assert by_seq[6].is_taken_back
    assert by_seq[6].who == "Guest · taken back"
    assert by_seq[7].heading == "Taken back"


def test_the_log_keeps_qts_rules_and_is_heard_line_by_line(table: JournalTable) -> None:
    QAbstractItemModelTester(table.journal, QAbstractItemModelTester.FailureReportingMode.Fatal)
    first = table.journal.index(2, TIME)
    assert first.data(Qt.ItemDataRole.AccessibleTextRole).startswith("0:00:08, Decided, confidence high, Mend the fuse")


def test_the_last_line_up_to_the_playhead_is_marked_without_a_word(table: JournalTable) -> None:
    sought = Mock()
    table.sought.connect(sought)
    for now, heading in ((4, "The run begins"), (5, "Inject, Alert"), (15, "Said in public"), (49, "Corrected")):
        table.show_now(now)
        row = chosen(table)
        assert row is not None
        assert row.heading == heading
    sought.assert_not_called()


def test_the_line_of_the_playhead_is_kept_in_view(table: JournalTable) -> None:
    table.show_rows(tuple(line(seq, seq) for seq in range(1, 401)))
    for now in (350, 3, 200):
        table.show_now(now)
        assert table.viewport().rect().contains(table.visualRect(table.currentIndex()).center())


def test_choosing_a_line_goes_to_its_second_and_it_stays_chosen(table: JournalTable) -> None:
    sought = Mock()
    table.sought.connect(sought)
    row = next(number for number, each in enumerate(table.journal.rows) if each.seq == 3)
    table.setCurrentIndex(table.journal.index(row, TIME))
    sought.assert_called_once_with(12)
    table.show_now(12)  # of three lines of that second
    assert table.currentIndex().row() == row


def test_lines_are_found_by_kind_and_by_words_that_stand_in_them(table: JournalTable) -> None:
    table.show_found("notes", "")
    assert {row.kind for row in table.journal.rows} == {"notes"}
    table.show_found("", "CALM lead")
    assert [row.seq for row in table.journal.rows] == [3, 11]
    table.show_found("", "there is no such word")
    assert table.journal.rows == ()
    assert not table.currentIndex().isValid()
    table.show_found("", "")
    assert len(table.journal.rows) == 15


def test_what_is_looked_for_changes_nothing_of_the_page_but_the_lines(table: JournalTable) -> None:
    height, sought = table.height(), Mock()
    table.sought.connect(sought)
    table.show_found("", "there is no such word")
    assert table.height() == height
    sought.assert_not_called()


def test_where_no_line_is_like_that_the_log_says_so(table: JournalTable) -> None:
    empty = table.viewport().grab().toImage()
    table.show_found("", "there is no such word")
    assert table.accessibleDescription() == "No line is like that."
    said = table.viewport().grab().toImage()
    assert said != empty
    assert {said.pixelColor(x, y).rgb() for x in range(13, 150) for y in range(8, 26)} != {said.pixelColor(0, 0).rgb()}
    table.show_found("", "")
    assert table.accessibleDescription() == ""


def test_a_line_that_somebody_chooses_shows_all_its_words(qtbot: QtBot, table: JournalTable) -> None:
    usual = table.rowHeight(0)
    table.show_rows((line(1, 1), line(2, 2, "word " * 60), line(3, 3)))
    table.show_now(2)
    assert table.rowHeight(1) == usual  # while it is played back nothing jumps
    table.show_now(1)
    QTest.keyClick(table, Qt.Key.Key_Down)
    assert table.rowHeight(1) > usual
    QTest.keyClick(table, Qt.Key.Key_Down)
    assert table.rowHeight(1) == usual


def test_words_of_people_are_never_read_as_markup(table: JournalTable) -> None:
    table.show_rows((line(1, 1, "<b>now</b>"),))
    cell = table.journal.index(0, WORDS)
    assert cell.data() == "<b>now</b>"
    assert "&lt;b&gt;" in cell.data(Qt.ItemDataRole.ToolTipRole)


def test_where_there_is_little_room_words_have_that_of_the_numbers(table: JournalTable) -> None:
    assert not table.isColumnHidden(NUMBER)
    table.resize(400, table.height())
    assert table.isColumnHidden(NUMBER)
    table.show_now(15)
    QTest.keyClick(table, Qt.Key.Key_Down)
    row = chosen(table)
    assert row is not None
    assert row.at == 16
