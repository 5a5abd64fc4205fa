"""A run beside another way it could have gone: the curves, what they are called, and what lies between."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from blackstart.core.base.ids import RunId
from blackstart.core.review.variants import with_nobody_deciding
from blackstart.shell.review.presenter import ReviewPresenter
from blackstart.shell.review.what_if.ask_minutes import seconds_of
from blackstart.shell.review.what_if.choices import choices
from blackstart.shell.review.what_if.room import WhatIfRoom
from blackstart.shell.review.what_if.ways import Earlier, NobodyDecides, Otherwise, Without
from blackstart.shell.review.workspace import ReviewWorkspace
from blackstart.shell.support.look import Look
from tests.shell.recorded_runs import record


@pytest.fixture
def workspace(qtbot: QtBot, presenter: ReviewPresenter, look: Look, library: Path) -> ReviewWorkspace:
    made = ReviewWorkspace(presenter, look)
    qtbot.addWidget(made)
    made.resize(1216, 720)
    made.show()
    with qtbot.waitSignal(presenter.stood):
        presenter.open(RunId(record(library)))
    return made


@pytest.fixture
def room(workspace: ReviewWorkspace) -> WhatIfRoom:
    return next(each for each in workspace.rooms if isinstance(each, WhatIfRoom))


def choose_row(qtbot: QtBot, workspace: ReviewWorkspace, room: WhatIfRoom, row: int) -> None:
    with qtbot.waitSignal(room.presenter.compared, check_params_cb=lambda compared: compared is not None):
        workspace.page.table.selectRow(row)


def test_a_row_that_is_chosen_is_left_out_beside_the_run_as_played(
    qtbot: QtBot, workspace: ReviewWorkspace, room: WhatIfRoom, presenter: ReviewPresenter
) -> None:
    page = workspace.page
    assert page.head.key.names == ["as played"]
    choose_row(qtbot, workspace, room, 0)
    assert page.axis.now == 8
    assert page.head.key.names == ["as played", "without decision 1"]
    assert page.head.lost.text() == "Service-hours lost: 0 as played, 0 without decision 1"


def test_a_note_is_compared_with_nothing(qtbot: QtBot, workspace: ReviewWorkspace, room: WhatIfRoom) -> None:
    choose_row(qtbot, workspace, room, 0)
    with qtbot.waitSignal(room.presenter.compared) as told:
        workspace.page.table.selectRow(1)
    assert told.args == [None]
    assert workspace.page.head.key.names == ["as played"]


def test_while_another_way_is_reckoned_the_key_says_so(workspace: ReviewWorkspace, room: WhatIfRoom) -> None:
    room.presenter.compare(NobodyDecides())
    assert workspace.page.head.key.names == ["as played", "nobody deciding …"]
    room.presenter.compare(None)  # nobody waits for it any more
    assert workspace.page.head.key.names == ["as played"]


def test_a_run_without_anybody_is_that_of_a_journal_without_the_team(
    qtbot: QtBot, room: WhatIfRoom, presenter: ReviewPresenter
) -> None:
    with qtbot.waitSignal(room.presenter.compared) as told:
        room.presenter.compare(NobodyDecides())
    assert told.args is not None
    recorded = presenter.recorded
    assert recorded is not None
    kept = with_nobody_deciding(recorded.entries)
    assert len(kept) == len(recorded.entries) - 2
    assert told.args[0].other.users.last == 3  # the fuse was never mended


def test_a_decision_is_offered_without_otherwise_and_earlier(
    workspace: ReviewWorkspace, room: WhatIfRoom, presenter: ReviewPresenter
) -> None:
    recorded, naming = presenter.recorded, room.showing.naming
    assert recorded is not None
    assert naming is not None
    seq = recorded.deeds[0].seq or 0
    offered = choices(recorded.deeds[0], naming)
    assert offered[0].words == "Decision 1: “Mend the fuse”"
    ways = [each.way for each in offered[1:]]
    assert ways[0] == Without(seq)
    assert ways[-2:] == [Earlier(seq, 3), NobodyDecides()]  # it took three seconds: no minute to be had
    assert all(isinstance(each, Otherwise) for each in ways[1:-2])
    assert ways[1:-2]
    own = [each.way for each in choices(recorded.deeds[3], naming)]
    assert own == [None, Without(recorded.deeds[3].seq or 0), NobodyDecides()]
    assert [each.way for each in choices(recorded.deeds[1], naming)] == [None, NobodyDecides()]  # of a note


def test_other_minutes_are_typed(qtbot: QtBot, room: WhatIfRoom, presenter: ReviewPresenter) -> None:
    assert presenter.recorded is not None
    seq = presenter.recorded.deeds[0].seq or 0
    room.hand.ask_minutes(seq, "decision 1")
    sheet = room.hand.sheet
    assert sheet is not None
    QTest.keyClicks(sheet.line, "soon")
    QTest.keyClick(sheet.line, Qt.Key.Key_Return)
    assert "above 0" in sheet.said.text()
    sheet.line.setText("0.05")
    with qtbot.waitSignal(room.hand.picked) as picked:
        QTest.keyClick(sheet.line, Qt.Key.Key_Return)
    assert picked.args == [Earlier(seq, 3)]
    assert room.hand.sheet is None


@pytest.mark.parametrize(("typed", "seconds"), [("7", 420), ("2,5", 150), ("0", None), ("-1", None), ("nan", None)])
def test_minutes_are_a_number_above_nought(typed: str, seconds: int | None) -> None:
    assert seconds_of(typed) == seconds


def test_the_next_curve_is_drawn_by_key_and_tells_what_held(workspace: ReviewWorkspace, room: WhatIfRoom) -> None:
    page = workspace.page
    assert page.head.now.text() == "0 at 0:00:26"
    room.showing.show_next_measure()
    assert page.head.measure.currentText() == "Services available"
    assert page.head.now.text() != "0 at 0:00:26"
    assert page.head.lost.text() == ""  # services are counted, not lost by the hour


def test_what_a_way_saved_is_said_of_the_area_and_nothing_where_there_is_none(room: WhatIfRoom) -> None:
    naming = room.showing.naming
    assert naming is not None
    users, seq = room.showing.measure, 2
    assert naming.saved(Without(seq), 7200 * 1000, users) == (
        "2,000 service-hours",
        "saved by decision 1",
        "model estimate",
    )
    assert naming.saved(Without(seq), -7200, users)[1] == "lost by decision 1"
    assert naming.saved(NobodyDecides(), 1799, users) == ()
