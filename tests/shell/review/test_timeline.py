"""The lanes on the page: joined to the table, the playhead and the card that tells of a mark."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from blackstart.core.review.deeds import DeedKind
from blackstart.shell.review.lanes.card import MarkCard
from blackstart.shell.review.presenter import ReviewPresenter
from blackstart.shell.review.workspace import ReviewWorkspace
from blackstart.shell.support.look import Look
from tests.shell.review.eventful import record_eventful


@pytest.fixture
def workspace(qtbot: QtBot, presenter: ReviewPresenter, look: Look, library: Path) -> ReviewWorkspace:
    made = ReviewWorkspace(presenter, look)
    qtbot.addWidget(made)
    made.resize(1216, 900)
    made.show()
    qtbot.waitExposed(made)
    with qtbot.waitSignal(presenter.stood):
        presenter.open(record_eventful(library))
    return made


def card_of(workspace: ReviewWorkspace) -> MarkCard:
    found = workspace.findChild(MarkCard)
    assert isinstance(found, MarkCard)
    return found


def to_lanes(workspace: ReviewWorkspace) -> None:
    workspace.activateWindow()
    workspace.setFocus()
    QTest.keyClick(workspace, Qt.Key.Key_E)


def test_a_key_leads_to_the_lanes_and_the_card_tells_where_one_is(workspace: ReviewWorkspace) -> None:
    assert card_of(workspace).isHidden()
    to_lanes(workspace)
    assert workspace.page.panel.lanes.hasFocus()
    assert "A rat." in card_of(workspace).words.text()
    assert card_of(workspace).isVisible()


def test_a_mark_chooses_the_row_of_the_table_and_the_second(workspace: ReviewWorkspace) -> None:
    to_lanes(workspace)
    lanes, table = workspace.page.panel.lanes, workspace.page.table
    QTest.keyClick(lanes, Qt.Key.Key_Down)
    QTest.keyClick(lanes, Qt.Key.Key_Left)
    QTest.keyClick(lanes, Qt.Key.Key_Return)
    deed = table.decisions.deed(table.currentIndex())
    assert deed is not None
    assert (deed.kind, deed.number) == (DeedKind.UNDECIDED, 2)
    assert workspace.page.axis.now == 20


def test_a_row_of_the_table_marks_its_sign(workspace: ReviewWorkspace) -> None:
    table, lanes = workspace.page.table, workspace.page.panel.lanes
    table.clicked.emit(table.decisions.index(0, 0))
    mark = lanes.lanes.mark(lanes.currentIndex())
    assert mark is not None
    assert (mark.number, mark.at) == (1, 8)
    assert card_of(workspace).isHidden()


def test_words_of_people_are_never_read_as_markup(workspace: ReviewWorkspace) -> None:
    to_lanes(workspace)
    lanes = workspace.page.panel.lanes
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Left):
        QTest.keyClick(lanes, key)
    assert "&lt;b&gt;very calm&lt;/b&gt;" in card_of(workspace).words.text()


def test_the_card_lies_within_the_page_wherever_its_sign_is(workspace: ReviewWorkspace) -> None:
    to_lanes(workspace)
    for width in (1216, 700):
        workspace.resize(width, 620)
        for _ in range(3):
            QTest.keyClick(workspace.page.panel.lanes, Qt.Key.Key_Left)
            card = card_of(workspace)
            assert workspace.page.rect().contains(card.geometry())


def test_a_key_shows_the_log_at_the_playhead_and_another_the_decisions(
    workspace: ReviewWorkspace, presenter: ReviewPresenter
) -> None:
    tables = workspace.page.tables
    workspace.activateWindow()
    workspace.setFocus()
    presenter.seek(12)
    QTest.keyClick(workspace, Qt.Key.Key_L)
    assert tables.journal.hasFocus()
    assert tables.decisions.isHidden()
    row = tables.journal.journal.row(tables.journal.currentIndex())
    assert row is not None
    assert row.at == 12
    QTest.keyClick(tables.journal, Qt.Key.Key_Up)
    QTest.keyClick(tables.journal, Qt.Key.Key_Up)
    QTest.keyClick(tables.journal, Qt.Key.Key_Up)
    assert workspace.page.axis.now == 8
    QTest.keyClick(workspace, Qt.Key.Key_D)
    assert tables.decisions.hasFocus()
    assert tables.journal.isHidden()


def test_a_mark_chooses_its_line_of_the_log_and_a_line_its_mark(workspace: ReviewWorkspace) -> None:
    to_lanes(workspace)
    lanes, journal = workspace.page.panel.lanes, workspace.page.tables.journal
    QTest.keyClick(lanes, Qt.Key.Key_Return)
    row = journal.journal.row(journal.currentIndex())
    assert row is not None
    assert row.words == "Cat: A rat."
    journal.setCurrentIndex(journal.journal.index_of(3))
    mark = lanes.lanes.mark(lanes.currentIndex())
    assert mark is not None
    assert mark.seq == 3


def test_what_is_looked_for_is_above_the_log_alone(workspace: ReviewWorkspace) -> None:
    head, tables = workspace.page.tables.head, workspace.page.tables
    assert head.search.isHidden()
    head.which.setCurrentIndex(1)
    head.which.activated.emit(1)
    assert head.search.isVisible()
    assert head.repairs.isHidden()
    head.search.setText("rat")
    assert [row.words for row in tables.journal.journal.rows] == ["Cat: A rat."]


def test_which_table_is_shown_and_what_is_looked_for_outlives_other_words(workspace: ReviewWorkspace) -> None:
    tables = workspace.page.tables
    tables.to_journal()
    tables.head.kind.setCurrentIndex(2)
    tables.head.search.setText("calm")
    drafts = workspace.drafts
    tables.head.search.setText("")
    tables.to_decisions()
    workspace.take_drafts(drafts)
    assert (tables.which, tables.head.kind.currentIndex(), tables.head.search.text()) == ("log", 2, "calm")
