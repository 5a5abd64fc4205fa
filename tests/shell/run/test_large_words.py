"""The console where words are large and the window is small: nothing is cut that cannot be scrolled to."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget
from pytestqt.qtbot import QtBot

from blackstart.core.base.simtime import Seconds
from blackstart.shell.run.clock_bar import ClockBar
from blackstart.shell.run.figures import Figures
from blackstart.shell.run.workspace import RunWorkspace
from blackstart.shell.support.look import Look
from blackstart.shell.support.stylesheet import stylesheet
from blackstart.shell.widgets.arrival import Curtain
from tests.shell.run.table import Table

WIDTH, HEIGHT = 1216, 720  # of the smallest window, without its rail


@pytest.fixture(params=[100, 150, 200])
def console(request: pytest.FixtureRequest, qtbot: QtBot, look: Look) -> Iterator[tuple[Table, RunWorkspace]]:
    look.set_text_size(request.param)
    table = Table(look)
    page = RunWorkspace(table.presenter, look)
    qtbot.addWidget(page)
    page.setStyleSheet(stylesheet(look.theme, look.text_size))
    page.setMinimumSize(1, 1)  # as in the window, which says itself how small it gets
    page.resize(WIDTH - (request.param - 100) * 64 // 100, HEIGHT)
    with qtbot.waitExposed(page):
        page.show()
    table.begun().at(7)
    QTest.qWait(0)
    yield table, page
    table.presenter.leave()


def box(part: QWidget, page: QWidget) -> QRect:
    return QRect(part.mapTo(page, QPoint(0, 0)), part.size())


def test_the_parts_of_the_page_do_not_cover_each_other(console: tuple[Table, RunWorkspace]) -> None:
    _, page = console
    boxes = [box(part, page) for part in (page.bar, page.legend, page.map, page.strip, page.foot, page.side)]
    assert not any(one.intersects(other) for one in boxes for other in boxes if one is not other)
    assert all(QRect(QPoint(0, 0), page.size()).contains(each) for each in boxes)


def test_nothing_of_the_bar_is_cut(console: tuple[Table, RunWorkspace]) -> None:
    _, page = console
    bar = page.bar
    parts: tuple[QWidget, ...] = (bar.clock, bar.caption, bar.day, bar.play, bar.step, bar.paces, bar.pace, bar.end)
    assert all(bar.rect().contains(box(part, bar)) for part in parts)
    worded: list[QWidget] = [bar.clock, bar.caption, bar.day, *bar.paces.findChildren(QAbstractButton), bar.end]
    assert all(part.width() >= part.minimumSizeHint().width() for part in worded)


def test_the_words_of_the_decision_have_the_room_they_need(console: tuple[Table, RunWorkspace]) -> None:
    _, page = console
    form = page.side.form
    words: list[QWidget] = [*form.head.findChildren(QLabel), *form.head.findChildren(QAbstractButton), form.record]
    for part in words:
        if part.isVisible():
            assert part.width() >= part.minimumSizeHint().width()
            assert part.height() >= part.fontMetrics().height()


def test_the_figures_have_the_room_they_need(console: tuple[Table, RunWorkspace]) -> None:
    _, page = console
    page.foot.show_slim(page.foot.width(), is_slim=True)
    QTest.qWait(0)
    for label in page.foot.slim.findChildren(QLabel):
        if label.isVisible() and label is not page.foot.slim.next:
            assert label.width() >= label.sizeHint().width()


def test_the_bar_has_a_second_row_only_while_one_is_too_narrow(qtbot: QtBot, look: Look) -> None:
    bar = ClockBar(look)
    qtbot.addWidget(bar)
    bar.show()
    heights = []
    for width in (1500, 700, 1500):
        bar.resize(width, bar.height())
        heights.append(bar.height())
    assert heights == [76, 152, 76]


def test_the_way_to_decide_that_has_the_focus_is_in_sight(qtbot: QtBot, console: tuple[Table, RunWorkspace]) -> None:
    _, page = console
    with qtbot.waitActive(page):
        page.activateWindow()
    page.resize(page.width(), 420)
    qtbot.waitUntil(lambda: all(each.isHidden() for each in page.side.form.findChildren(Curtain)))  # it has come in
    page.side.to_decision()
    for _ in range(3):
        focused = page.focusWidget()
        assert isinstance(focused, QAbstractButton)
        seen = focused.visibleRegion().boundingRect()
        assert seen.height() >= min(focused.height(), 24)
        QTest.keyClick(focused, Qt.Key.Key_Down)


def test_a_low_map_has_the_room_of_the_legend(console: tuple[Table, RunWorkspace], look: Look) -> None:
    _, page = console
    page.resize(page.width(), 520)
    QTest.qWait(0)
    assert page.legend.height() == page.legend.minimumHeight()
    assert len(page.legend.entries()) < 7


def test_a_map_that_has_its_room_keeps_the_whole_legend(console: tuple[Table, RunWorkspace], look: Look) -> None:
    _, page = console
    assert len(page.legend.entries()) > 7 or look.text_size > 100


def test_no_word_makes_the_decision_wider_than_its_column(console: tuple[Table, RunWorkspace]) -> None:
    table, page = console
    table.at(25)
    QTest.qWait(0)
    form = page.side.form
    assert form.minimumSizeHint().width() <= page.side.width()


def shared(page: RunWorkspace) -> tuple[int, int, int, int]:
    """Return what each part has of the room."""
    QTest.qWait(0)
    return len(page.legend.entries()), page.map.height(), page.foot.height(), page.bar.height()


def settled(page: RunWorkspace) -> tuple[int, int, int, int]:
    """Return what each part has after two more resizes."""
    for by in (-1, 1):
        page.resize(page.width() + by, page.height())
        shared(page)
    return shared(page)


def test_room_is_shared_at_once_as_it_is_after_the_next_resize(console: tuple[Table, RunWorkspace]) -> None:
    _, page = console
    for height in range(480, 1000, 40):
        page.resize(page.width() + 40, 1480 - height)
        QTest.qWait(0)
        page.resize(page.width() - 40, height)
        assert shared(page) == settled(page)


@pytest.mark.parametrize("height", [560, 640, 720, 760, 800, 900])
def test_a_page_that_is_shown_for_the_first_time_shares_its_room_at_once(qtbot: QtBot, look: Look, height: int) -> None:
    look.set_text_size(200)
    table = Table(look)
    table.begun().at(7)
    page = RunWorkspace(table.presenter, look)
    qtbot.addWidget(page)
    page.setStyleSheet(stylesheet(look.theme, look.text_size))
    page.resize(WIDTH, height)
    with qtbot.waitExposed(page):
        page.show()
    table.at(8)
    assert shared(page) == settled(page)
    table.presenter.leave()


@pytest.mark.parametrize("width", [1000, 700, 560])
def test_figures_that_grow_are_cut_with_dots_and_have_their_room_at_once(
    console: tuple[Table, RunWorkspace], width: int
) -> None:
    table, page = console
    page.resize(width, HEIGHT)
    QTest.qWait(0)
    huge = Seconds(0), 123_456_789_000
    table.presenter.figures.figures_shown.emit(Figures((huge,), (huge,), 14, (huge,), "KRW"))
    assert shared(page) == settled(page)
    assert page.foot.slim.minimumSizeHint().width() < width // 2  # else the side would be pushed out
    for label in page.foot.slim.findChildren(QLabel):
        if label.isVisible() and label.text():
            assert label.fontMetrics().horizontalAdvance(label.text()) <= label.contentsRect().width() + 1
