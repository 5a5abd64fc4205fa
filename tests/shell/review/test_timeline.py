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
from tests.shell.review.lanes.eventful import record_eventful


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
    assert "&lt;b&gt;calm&lt;/b&gt;" in card_of(workspace).words.text()


def test_the_card_lies_within_the_page_wherever_its_sign_is(workspace: ReviewWorkspace) -> None:
    to_lanes(workspace)
    for width in (1216, 700):
        workspace.resize(width, 620)
        for _ in range(3):
            QTest.keyClick(workspace.page.panel.lanes, Qt.Key.Key_Left)
            card = card_of(workspace)
            assert workspace.page.rect().contains(card.geometry())
