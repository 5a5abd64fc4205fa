"""The lanes above the strips: by mouse, by keyboard, and for those who hear the window."""

from unittest.mock import Mock

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from blackstart.shell.review.lanes.lanes import EventLanes
from blackstart.shell.review.lanes.marks import LaneKind, LaneMark
from blackstart.shell.support.look import Look
from blackstart.shell.widgets.time_axis import TimeAxis

Marks = tuple[LaneMark, ...]
HIGH_PX = 600
ROLE = Qt.ItemDataRole.AccessibleTextRole


@pytest.fixture
def axis(qtbot: QtBot) -> TimeAxis:
    made = TimeAxis()
    made.show_run(60)
    made.show_left(120)
    return made


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def lanes(qtbot: QtBot, look: Look, window: QWidget, axis: TimeAxis, marks: Marks) -> EventLanes:
    other, made = QLineEdit(), EventLanes(look, axis)
    column = QVBoxLayout(window)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(other)
    column.addWidget(made)
    made.show_marks(marks, HIGH_PX)
    window.resize(900, 200)
    window.show()
    qtbot.waitExposed(window)
    other.setFocus()
    return made


def row_of(lanes: EventLanes, kind: LaneKind, at: int) -> int:
    return next(row for row, mark in enumerate(lanes.lanes.marks) if (mark.kind, mark.at) == (kind, at))


def place_of(lanes: EventLanes, kind: LaneKind, at: int) -> QPoint:
    return lanes.visualRect(lanes.lanes.index(row_of(lanes, kind, at))).center()


def chosen(lanes: EventLanes) -> tuple[LaneKind, int]:
    mark = lanes.lanes.mark(lanes.currentIndex())
    assert mark is not None
    return mark.kind, mark.at


def press(lanes: EventLanes, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(lanes, key)


def test_each_kind_has_a_lane_and_one_without_marks_has_none(lanes: EventLanes, marks: Marks) -> None:
    names = [lanes.lanes.name_of(lane) for lane in range(len(lanes.lanes.lanes))]
    assert names == ["Injects", "Decisions", "Actions", "Notes", "Public words", "Facilitator’s hand"]
    whole = lanes.height()
    lanes.show_marks(tuple(mark for mark in marks if mark.kind is not LaneKind.NOTE), HIGH_PX)
    assert "Notes" not in [lanes.lanes.name_of(lane) for lane in range(len(lanes.lanes.lanes))]
    assert lanes.height() < whole


def test_without_any_mark_there_are_no_lanes(lanes: EventLanes) -> None:
    lanes.show_marks((), HIGH_PX)
    assert lanes.isHidden()


def test_where_there_is_little_room_all_marks_share_one_lane(lanes: EventLanes, marks: Marks) -> None:
    whole = lanes.height()
    lanes.fit(160)
    assert [lanes.lanes.name_of(lane) for lane in range(len(lanes.lanes.lanes))] == ["All that happened"]
    assert len(lanes.lanes.lanes[0]) == len(marks)
    assert lanes.height() < whole / 3
    lanes.fit(HIGH_PX)
    assert lanes.height() == whole


def test_a_mark_lies_at_its_second(lanes: EventLanes, axis: TimeAxis) -> None:
    for kind, at in ((LaneKind.INJECT, 5), (LaneKind.DECISION, 8), (LaneKind.HAND, 16)):
        assert abs(place_of(lanes, kind, at).x() - axis.scale.x_of(at, lanes.width())) < 2


def test_a_click_on_a_mark_goes_there_and_chooses_it(qtbot: QtBot, lanes: EventLanes, axis: TimeAxis) -> None:
    sought = Mock()
    axis.sought.connect(sought)
    with qtbot.waitSignal(lanes.picked) as picked:
        QTest.mouseClick(lanes.viewport(), Qt.MouseButton.LeftButton, pos=place_of(lanes, LaneKind.DECISION, 8))
    assert picked.args is not None
    assert picked.args[0].number == 1
    sought.assert_called_once_with(8)
    assert chosen(lanes) == (LaneKind.DECISION, 8)


def test_a_press_beside_any_mark_moves_the_playhead_alone(lanes: EventLanes, axis: TimeAxis) -> None:
    sought, picked = Mock(), Mock()
    axis.sought.connect(sought)
    lanes.picked.connect(picked)
    at = QPoint(round(axis.scale.x_of(40, lanes.width())), 5)
    QTest.mouseClick(lanes.viewport(), Qt.MouseButton.LeftButton, pos=at)
    sought.assert_called_once_with(40)
    picked.assert_not_called()


def test_marks_of_one_second_share_a_sign_and_each_press_takes_the_next(lanes: EventLanes) -> None:
    at = place_of(lanes, LaneKind.NOTE, 12)
    taken = []
    for _ in range(3):
        QTest.mouseClick(lanes.viewport(), Qt.MouseButton.LeftButton, pos=at)
        mark = lanes.lanes.mark(lanes.currentIndex())
        assert mark is not None
        taken.append(mark.words[0])
    assert taken == ["Lead is <b>very calm</b>", "Guest is not", "Lead is <b>very calm</b>"]


def test_what_is_pointed_at_is_told_with_all_that_shares_its_sign(lanes: EventLanes) -> None:
    told = Mock()
    lanes.told.connect(told)
    QTest.mouseMove(lanes.viewport(), place_of(lanes, LaneKind.NOTE, 12))
    assert [mark.words[0] for mark in told.call_args.args[0]] == ["Lead is <b>very calm</b>", "Guest is not"]
    QTest.mouseMove(lanes.viewport(), QPoint(60, 5))
    assert told.call_args.args[0] == ()


def test_keys_begin_at_the_mark_nearest_to_the_playhead(lanes: EventLanes, axis: TimeAxis) -> None:
    axis.show_now(27)
    lanes.setFocus(Qt.FocusReason.TabFocusReason)
    assert chosen(lanes) == (LaneKind.INJECT, 30)


def test_arrows_go_from_mark_to_mark_and_from_lane_to_lane(lanes: EventLanes) -> None:
    lanes.setFocus(Qt.FocusReason.TabFocusReason)
    assert chosen(lanes) == (LaneKind.INJECT, 5)
    press(lanes, Qt.Key.Key_Right)
    assert chosen(lanes) == (LaneKind.INJECT, 20)
    press(lanes, Qt.Key.Key_Down)
    assert chosen(lanes) == (LaneKind.DECISION, 20)
    press(lanes, Qt.Key.Key_Left, Qt.Key.Key_Left, Qt.Key.Key_Left)
    assert chosen(lanes) == (LaneKind.DECISION, 8)
    press(lanes, Qt.Key.Key_Up, Qt.Key.Key_Up)
    assert chosen(lanes) == (LaneKind.INJECT, 5)


def test_every_mark_of_a_shared_sign_is_reached_by_keys(lanes: EventLanes) -> None:
    lanes.setCurrentIndex(lanes.lanes.index(row_of(lanes, LaneKind.NOTE, 12)))
    first = lanes.currentIndex().row()
    press(lanes, Qt.Key.Key_Right)
    assert (chosen(lanes), lanes.currentIndex().row()) == ((LaneKind.NOTE, 12), first + 1)


def test_which_of_those_that_share_a_sign_the_keys_are_at_is_said(lanes: EventLanes) -> None:
    told = Mock()
    lanes.told.connect(told)
    lanes.setFocus(Qt.FocusReason.TabFocusReason)
    assert told.call_args.args[1] == ""
    press(lanes, *[Qt.Key.Key_Down] * 3)
    assert [mark.at for mark in told.call_args.args[0]] == [12]
    press(lanes, Qt.Key.Key_Right)
    assert told.call_args.args[1] == "2 of 2 here"
    QTest.mouseMove(lanes.viewport(), place_of(lanes, LaneKind.NOTE, 12))
    assert len(told.call_args.args[0]) == 2
    assert told.call_args.args[1] == ""


def test_enter_goes_to_the_mark(qtbot: QtBot, lanes: EventLanes, axis: TimeAxis) -> None:
    lanes.setFocus(Qt.FocusReason.TabFocusReason)
    with qtbot.waitSignals([lanes.picked, axis.sought]):
        press(lanes, Qt.Key.Key_Return)


def test_a_mark_outside_of_what_is_shown_is_brought_into_view_by_keys(
    qtbot: QtBot, lanes: EventLanes, axis: TimeAxis
) -> None:
    axis.show_run(3600)
    axis.zoom(20, about=3600)
    assert not axis.scale.holds(5)
    lanes.setFocus(Qt.FocusReason.TabFocusReason)
    assert axis.scale.holds(lanes.lanes.marks[lanes.currentIndex().row()].at)


def test_the_mark_that_keys_are_at_is_told_until_they_leave(lanes: EventLanes) -> None:
    told = Mock()
    lanes.told.connect(told)
    lanes.setFocus(Qt.FocusReason.TabFocusReason)
    press(lanes, Qt.Key.Key_Right)
    assert [mark.at for mark in told.call_args.args[0]] == [20]
    press(lanes, Qt.Key.Key_Escape)
    assert told.call_args.args[0] == ()


def test_screen_readers_are_told_every_mark_with_its_kind(qtbot: QtBot, lanes: EventLanes) -> None:
    QAbstractItemModelTester(lanes.lanes)
    told = [lanes.lanes.index(row).data(ROLE) for row in range(lanes.lanes.rowCount())]
    assert "Decisions: 0:00:08, Decision 1, Mend the fuse, Candles or the grid?" in told[1]
    assert "Public words: 0:00:12, Said in public, All is well., Lead" in told
    heard = QAccessible.queryAccessibleInterface(lanes)
    assert heard.childCount() == len(told)
    assert heard.text(QAccessible.Text.Name) == "What happened, in order of time"


def test_the_playhead_passes_over_what_was_painted_once(
    lanes: EventLanes, axis: TimeAxis, monkeypatch: pytest.MonkeyPatch
) -> None:
    lanes.grab()
    kept = Mock(side_effect=AssertionError)
    monkeypatch.setattr("blackstart.shell.review.lanes.lanes_paint.LanesPaint.kept", kept)
    for at in range(0, 60, 7):
        axis.show_now(at)
        lanes.grab()
    kept.assert_not_called()
