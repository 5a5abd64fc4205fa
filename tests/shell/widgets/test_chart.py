import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from blackstart.core.base.simtime import Seconds
from blackstart.core.base.words import words
from blackstart.shell.support.fonts import META
from blackstart.shell.support.look import Look
from blackstart.shell.support.theme import LIGHT
from blackstart.shell.widgets.chart import Chart, Series, Stroke
from blackstart.shell.widgets.chart_axis import halves_of, level_label, levels_up_to, spaced
from blackstart.shell.widgets.diamond import reach
from blackstart.shell.widgets.time_strip import Mark, MarkKind


def points(*pairs: tuple[int, int]) -> tuple[tuple[Seconds, int], ...]:
    return tuple((Seconds(at), value) for at, value in pairs)


RISE = Series(points((0, 0), (600, 20), (1200, 33)))


def chart(qtbot: QtBot, look: Look, *, is_seekable: bool = False) -> Chart:
    made = Chart(look, is_seekable=is_seekable)
    qtbot.addWidget(made)
    made.resize(262, 216)
    made.say("Users cut off", "33", "M")
    made.show_span(Seconds(0), Seconds(3600))
    made.show()
    qtbot.waitExposed(made)
    return made


def picture(made: Chart) -> QImage:
    return made.grab().toImage()


def is_ink(made: Chart, image: QImage, at: int, value: int) -> bool:
    """Whether the curve passes that point: a pixel there is much nearer to ink than to the ground."""
    place = (QPointF(made.axes.x_of(at), made.axes.y_of(value)) + QPointF(made.plot_at)).toPoint()
    return any(image.pixelColor(place + QPoint(0, by)).lightness() > 140 for by in (-1, 0, 1))


@pytest.mark.parametrize(
    ("most", "levels"),
    [(0, (0,)), (1, (0, 1, 2)), (33, (0, 20, 40)), (41, (0, 20, 40, 60)), (61, (0, 50, 100)), (101, (0, 50, 100, 150))],
)
def test_hairlines_are_round_and_reach_over_the_largest_value(most: int, levels: tuple[int, ...]) -> None:
    assert levels_up_to(most) == levels


@pytest.mark.parametrize(("whole", "levels"), [(28, (0, 14, 28)), (13, (0, 13)), (0, (0, 1))])
def test_a_known_number_has_its_half_where_that_is_whole(whole: int, levels: tuple[int, ...]) -> None:
    assert halves_of(whole) == levels


def test_a_round_value_is_written_without_a_fraction() -> None:
    assert level_label(20_000_000, words("en")) == "20 M"
    assert level_label(20_000_000, words("ko")) == "2,000만"


def test_diamonds_that_would_cover_each_other_move_apart_within_the_chart() -> None:
    area = QRectF(0, 0, 100, 50)
    assert spaced([10, 12, 60], 19, area) == [10, 29, 60]
    assert spaced([90, 95, 99], 19, area) == [62, 81, 100]
    assert len(spaced(range(50), 19, area)) == 5


def test_a_curve_is_a_step_that_goes_on_level_to_the_playhead(qtbot: QtBot, look: Look) -> None:
    made = chart(qtbot, look)
    made.show_series((RISE,))
    made.show_now(Seconds(3000))
    image = picture(made)
    assert is_ink(made, image, 900, 20)
    assert is_ink(made, image, 2000, 33)
    assert not is_ink(made, image, 900, 26)  # no slope between two points
    assert not is_ink(made, image, 3300, 33)


def test_a_curve_on_the_upper_edge_is_not_cut(qtbot: QtBot, look: Look) -> None:
    made = chart(qtbot, look)
    made.show_whole(28)
    made.show_series((Series(points((0, 28))),))
    made.show_now(Seconds(3000))
    image = picture(made)
    row = QPointF(made.axes.x_of(1500), made.axes.y_of(28)) + QPointF(made.plot_at)
    lit = [image.pixelColor(round(row.x()), round(row.y()) + by).lightness() > 100 for by in (-1, 0, 1)]
    assert sum(lit) >= 2


def test_the_scale_reaches_over_every_series(qtbot: QtBot, look: Look) -> None:
    made = chart(qtbot, look)
    made.show_series((RISE, Series(points((0, 70)), Stroke.DASHED)))
    assert made.axes.top == 100


def test_what_is_said_of_a_chart_is_told_to_a_screen_reader(qtbot: QtBot, look: Look) -> None:
    made = chart(qtbot, look)
    assert (made.accessibleName(), made.accessibleDescription()) == ("Users cut off", "33 M")


def test_a_chart_without_data_says_why_until_there_is_some(qtbot: QtBot, look: Look) -> None:
    made = chart(qtbot, look)
    made.show_missing("No component has a cost.")
    assert made.missing.isVisible()
    made.show_series((RISE,))
    assert not made.missing.isVisible()


def test_a_press_seeks_the_time_below_it_where_the_chart_lets_it(qtbot: QtBot, look: Look) -> None:
    made = chart(qtbot, look, is_seekable=True)
    made.show_series((RISE,))
    place = QPoint(round(made.axes.x_of(1800)), 80) + made.plot_at
    with qtbot.waitSignal(made.sought) as told:
        QTest.mouseClick(made, Qt.MouseButton.LeftButton, pos=place)
    assert told.args is not None
    assert told.args[0] == pytest.approx(1800, abs=20)
    quiet = chart(qtbot, look)
    with qtbot.assertNotEmitted(quiet.sought):
        QTest.mouseClick(quiet, Qt.MouseButton.LeftButton, pos=place)


def test_arrows_seek_a_minute_on_and_stay_within_the_span(qtbot: QtBot, look: Look) -> None:
    made = chart(qtbot, look, is_seekable=True)
    made.show_now(Seconds(3590))
    with qtbot.waitSignal(made.sought) as told:
        QTest.keyClick(made, Qt.Key.Key_Right)
    assert told.args == [3600]


def test_a_chart_takes_the_other_theme(qtbot: QtBot, look: Look) -> None:
    made = chart(qtbot, look)
    made.show_series((RISE,))
    made.show_marks((Mark(Seconds(900), MarkKind.DECISION, 1),))
    dark = picture(made)
    look.set_theme(LIGHT)
    assert picture(made).pixelColor(made.plot_at).lightness() > dark.pixelColor(made.plot_at).lightness()


def test_of_all_marks_only_decisions_are_shown(qtbot: QtBot, look: Look) -> None:
    made = chart(qtbot, look)
    bare = picture(made)
    made.show_marks((Mark(Seconds(900), MarkKind.INJECT),))
    assert picture(made) == bare
    made.show_marks((Mark(Seconds(900), MarkKind.DECISION, 1),))
    assert picture(made) != bare


def test_of_more_decisions_than_have_room_the_last_are_shown_with_their_own_numbers(qtbot: QtBot, look: Look) -> None:
    made, other = chart(qtbot, look), chart(qtbot, look)
    marks = tuple(Mark(Seconds(60 * number), MarkKind.DECISION, number) for number in range(1, 41))
    made.show_marks(marks)
    room = len(spaced([made.axes.x_of(mark.at) for mark in marks], 2 * reach(look) + 2, made.axes.area))
    assert room < len(marks)
    other.show_marks(marks[-room:])
    above = QRect(made.plot_at, QSize(made.width(), round(made.axes.area.top()) - 1))
    assert picture(made).copy(above) == picture(other).copy(above)


def test_the_last_time_below_a_chart_is_whole(qtbot: QtBot, look: Look) -> None:
    made = chart(qtbot, look)
    made.show_span(Seconds(0), Seconds(100 * 3600))
    half = QFontMetricsF(look.font(META)).horizontalAdvance("100:00") / 2
    assert made.axes.area.right() + half <= made.width() - 2 * made.plot_at.x()


def test_curves_that_come_after_a_sentence_have_the_whole_chart(qtbot: QtBot, look: Look) -> None:
    made, other = chart(qtbot, look), chart(qtbot, look)
    made.show_missing("What was played is being read.")
    QTest.qWait(0)
    for each in (made, other):
        each.show_series((RISE,))
    qtbot.waitUntil(lambda: made.axes == other.axes)


def test_a_narrow_chart_says_its_whole_title_above_its_figure(qtbot: QtBot, look: Look) -> None:
    made = chart(qtbot, look)
    made.say("Services available", "857", "M KRW/h")
    made.resize(165, 216)
    qtbot.waitUntil(lambda: made.figure.geometry().top() >= made.title.geometry().bottom())
    qtbot.waitUntil(lambda: made.title.text() == "Services available")
    made.resize(300, 216)
    qtbot.waitUntil(lambda: made.figure.geometry().left() > made.title.geometry().left())
    assert made.figure.geometry().top() < made.title.geometry().bottom()
