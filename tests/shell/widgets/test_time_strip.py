import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from blackstart.core.base.simtime import Seconds
from blackstart.shell.support.fonts import META
from blackstart.shell.support.look import Look
from blackstart.shell.widgets.time_strip import HEIGHT_PX, Mark, MarkKind, Span, TimeStrip, tick_label, ticks

HOUR = Span(Seconds(0), Seconds(3600), (Mark(Seconds(600), MarkKind.INJECT), Mark(Seconds(900), MarkKind.DECISION, 1)))


def strip(qtbot: QtBot, look: Look, *, is_seekable: bool) -> TimeStrip:
    made = TimeStrip(look, is_seekable=is_seekable)
    qtbot.addWidget(made)
    made.resize(632, HEIGHT_PX)  # 600 px for an hour, 16 on each side
    made.show_span(HOUR)
    made.show()
    return made


@pytest.mark.parametrize(
    ("lasts", "expected"),
    [
        (3600, [0, 600, 1200, 1800, 2400, 3000, 3600]),
        (300, [0, 60, 120, 180, 240, 300]),
        (86400, list(range(0, 86401, 14400))),
    ],
)
def test_ticks_are_round_and_far_enough_from_each_other(lasts: int, expected: list[int]) -> None:
    assert ticks(Span(Seconds(0), Seconds(lasts)), 600) == expected


def test_ticks_of_a_later_phase_begin_within_it() -> None:
    assert ticks(Span(Seconds(4860), Seconds(8460)), 600)[0] == 5400


def test_a_tick_reads_hours_and_minutes() -> None:
    assert tick_label(5400) == "1:30"


def test_a_press_on_the_strip_seeks(qtbot: QtBot, look: Look) -> None:
    made = strip(qtbot, look, is_seekable=True)
    with qtbot.waitSignal(made.sought) as told:
        QTest.mouseClick(made, Qt.MouseButton.LeftButton, pos=QPoint(316, 26))
    assert told.args == [1800]
    assert made.value() == 1800


def test_beyond_the_ends_lies_the_end(qtbot: QtBot, look: Look) -> None:
    made = strip(qtbot, look, is_seekable=True)
    assert (made.time_at(-50), made.time_at(10_000)) == (0, 3600)


@pytest.mark.parametrize(
    ("key", "reached"),
    [(Qt.Key.Key_Right, 660), (Qt.Key.Key_Left, 540), (Qt.Key.Key_PageUp, 1200), (Qt.Key.Key_End, 3600)],
)
def test_keys_move_the_playhead(qtbot: QtBot, look: Look, key: Qt.Key, reached: int) -> None:
    made = strip(qtbot, look, is_seekable=True)
    made.show_now(Seconds(600))
    with qtbot.waitSignal(made.sought) as told:
        QTest.keyClick(made, key)
    assert told.args == [reached]
    assert made.value() == reached


def test_a_strip_that_only_shows_is_not_moved_by_the_user(qtbot: QtBot, look: Look) -> None:
    made = strip(qtbot, look, is_seekable=False)
    with qtbot.assertNotEmitted(made.sought):
        QTest.mouseClick(made, Qt.MouseButton.LeftButton, pos=QPoint(316, 26))
    assert made.value() == 0


def test_showing_the_time_says_nothing(qtbot: QtBot, look: Look) -> None:
    made = strip(qtbot, look, is_seekable=True)
    with qtbot.assertNotEmitted(made.sought):
        made.show_now(Seconds(1200))
    assert made.value() == 1200


def test_marks_are_painted_where_they_happened(qtbot: QtBot, look: Look) -> None:
    made = strip(qtbot, look, is_seekable=False)
    with_marks = made.grab().toImage()
    made.show_span(Span(Seconds(0), Seconds(3600)))
    without = made.grab().toImage()
    differing = {x for x in range(632) for y in range(HEIGHT_PX) if with_marks.pixel(x, y) != without.pixel(x, y)}
    assert all(abs(x - 116) < 12 or abs(x - 166) < 12 for x in differing)
    assert differing


def test_the_axis_keeps_its_labels_apart_and_whole_in_larger_words(qtbot: QtBot, look: Look) -> None:
    look.set_text_size(200)
    made = strip(qtbot, look, is_seekable=True)
    assert made.height() == 2 * HEIGHT_PX
    widest = QFontMetrics(look.font(META)).horizontalAdvance(tick_label(3600))
    assert made.x_of(0) >= widest / 2
    assert made.time_at(made.x_of(600)) == 600
