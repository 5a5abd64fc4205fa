"""The smallest window with the largest words, in both languages: nothing that must be read is cut, nothing overlaps."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from blackstart.core.base.ids import ComponentId, RunId
from blackstart.shell.review.page_room import Part
from blackstart.shell.review.presenter import ReviewPresenter
from blackstart.shell.review.reporting.presenter import Wish
from blackstart.shell.review.reporting.sheet import ReportSheet
from blackstart.shell.review.side_column import SETTLING_MS
from blackstart.shell.review.workspace import ReviewWorkspace
from blackstart.shell.support.look import Look
from blackstart.shell.support.stylesheet import stylesheet
from blackstart.shell.support.translation import Speech
from blackstart.shell.widgets.curve_key import DASHED, DOTTED, SOLID, KeyRow
from blackstart.shell.widgets.fold_heading import FoldHeading
from tests.shell.recorded_runs import record

LEAST_WIDTH_PX, LEAST_HEIGHT_PX, RAIL_PX = 1280, 720, 64
KEY = (KeyRow(SOLID, "as played"), KeyRow(DASHED, "nobody deciding"), KeyRow(DOTTED, "what really happened"))
LOST = "Service-hours lost: 88.8 bn as played, 16.4 bn without decision 12"

Open = Callable[..., ReviewWorkspace]


@pytest.fixture
def speech(qapp: QApplication) -> Iterator[Speech]:
    made = Speech(qapp)
    yield made
    made.speak("en")


@pytest.fixture
def opened(qtbot: QtBot, presenter: ReviewPresenter, look: Look, library: Path, speech: Speech) -> Open:
    """Opens a run in a window of a size, with words of a size."""

    def open_(text_size: int, language: str = "en", width: int = LEAST_WIDTH_PX) -> ReviewWorkspace:
        look.set_language(language)
        speech.speak(language)
        look.set_text_size(text_size)
        made = ReviewWorkspace(presenter, look)
        made.setStyleSheet(stylesheet(look.theme, text_size))
        qtbot.addWidget(made)
        made.resize(width - look.px(RAIL_PX), LEAST_HEIGHT_PX)
        made.show()
        qtbot.waitExposed(made)
        made.activateWindow()
        with qtbot.waitSignal(presenter.stood):
            presenter.open(RunId(record(library)))
        return made

    return open_


def place_in(part: QWidget, whole: QWidget) -> QRect:
    return QRect(part.mapTo(whole, part.rect().topLeft()), part.size())


def cut_buttons(within: QWidget) -> list[str]:
    """Buttons that are narrower than their words."""
    buttons = [each for each in within.findChildren(QPushButton) if each.isVisibleTo(within) and each.text()]
    icons = {each: each.iconSize().width() if not each.icon().isNull() else 0 for each in buttons}
    words = {each: each.fontMetrics().horizontalAdvance(each.text()) for each in buttons}
    return [each.text() for each in buttons if each.width() < words[each] + icons[each] + 8]


@pytest.mark.parametrize("language", ["en", "ko"])
@pytest.mark.parametrize("text_size", [100, 125, 150, 200])
def test_the_page_asks_for_no_more_than_the_smallest_window(opened: Open, language: str, text_size: int) -> None:
    page = opened(text_size, language)
    least = page.minimumSizeHint()
    assert least.width() <= page.width()
    assert least.height() <= LEAST_HEIGHT_PX
    assert cut_buttons(page.bar) == cut_buttons(page.page) == []


@pytest.mark.parametrize("width", [LEAST_WIDTH_PX, 1366, 1440, 1600, 1920])
@pytest.mark.parametrize("text_size", [100, 125, 150, 200])
def test_nothing_in_the_bar_overlaps_and_its_title_can_be_read(opened: Open, text_size: int, width: int) -> None:
    bar = opened(text_size, width=width).bar
    bar.say("Review: Pangyo, October", "Run 9")
    ends = [each for each in bar.findChildren(QPushButton) if each not in (bar.to_start, bar.play, bar.to_next)]
    parts = [bar.title, bar.to_start, bar.play, bar.to_next, bar.pace, bar.picker, *ends]
    places = [place_in(each, bar) for each in parts]
    for number, place in enumerate(places):
        assert bar.rect().contains(place)
        assert not any(place.intersects(other) for other in places[number + 1 :])
    assert bar.title.text() == "Review: Pangyo, October"


@pytest.mark.parametrize("language", ["en", "ko"])
@pytest.mark.parametrize("text_size", [100, 150, 200])
def test_no_word_over_the_curve_is_cut(qtbot: QtBot, opened: Open, language: str, text_size: int) -> None:
    head = opened(text_size, language).page.head
    head.key.show_rows(KEY)
    head.now.say("127 M at 100:22:00")
    head.tell_lost(LOST)
    samples = head.key._samples
    qtbot.waitUntil(lambda: all(each.width() >= each.sizeHint().width() for each in samples))
    qtbot.waitUntil(lambda: head.key.height() >= max(each.geometry().bottom() for each in samples))
    qtbot.waitUntil(lambda: head.now.text() == "127 M at 100:22:00")
    lost = head.lost
    assert lost.text() == LOST
    words = lost.fontMetrics().horizontalAdvance(LOST)
    qtbot.waitUntil(lambda: lost.width() >= words or lost.height() >= lost.heightForWidth(lost.width()) > 0)
    in_two_lines = lost.height()
    head.tell_lost("Service-hours lost: 1.64 bn")
    assert lost.height() < in_two_lines or lost.width() >= words
    parts = (head.measure, head.now, head.key, head.compare, head.lost)
    assert len({place_in(each, head).center().toTuple() for each in parts}) == len(parts)
    qtbot.waitUntil(lambda: all(head.rect().contains(place_in(each, head)) for each in parts))


@pytest.mark.parametrize("text_size", [150, 200])
def test_where_all_has_no_room_one_part_is_seen_in_full(qtbot: QtBot, opened: Open, look: Look, text_size: int) -> None:
    page = opened(text_size).page
    assert page.switch.isVisible()
    line = look.px(20)
    page.show_part(Part.CURVE)
    qtbot.waitUntil(lambda: page.curve.height() >= 5 * line)
    assert not page.panel.isVisible()
    assert not page.table.isVisible()
    page.show_part(Part.STRIPS)
    strips = page.panel.strips
    qtbot.waitUntil(lambda: strips.viewport().height() >= strips.sizeHintForRow(0) * 3)
    assert not page.curve.isVisible()
    page.show_part(Part.TABLE)
    table = page.table
    qtbot.waitUntil(lambda: table.viewport().height() >= table.rowHeight(0) * 3)  # as many as there are
    assert page.table_head.isVisible()
    page.table_head.notes.hide()  # of a run with notes the hint has no room at all
    for known in (1, 9):
        page.table_head.show_progress(known, 9)
        qtbot.waitUntil(lambda: not page.table_head.hint.text().endswith("…"))
    assert page.rect().contains(place_in(table, page))


def test_where_there_is_room_all_parts_are_seen(opened: Open) -> None:
    page = opened(100).page
    page.show_part(Part.TABLE)
    assert not page.switch.isVisible()
    assert page.curve.isVisible()
    assert page.panel.isVisible()
    assert page.table.isVisible()


@pytest.mark.parametrize(
    ("key", "part"),
    [
        (Qt.Key.Key_D, Part.TABLE),
        (Qt.Key.Key_N, Part.TABLE),
        (Qt.Key.Key_S, Part.STRIPS),
        (Qt.Key.Key_Z, Part.STRIPS),
        (Qt.Key.Key_V, Part.CURVE),
    ],
)
def test_a_key_brings_the_part_that_it_is_about(opened: Open, key: Qt.Key, part: Part) -> None:
    workspace = opened(200)
    page = workspace.page
    page.show_part(Part.STRIPS if part is Part.CURVE else Part.CURVE)
    QTest.keyClick(workspace, key)
    assert page.switch.parts.key == part
    shown = {Part.CURVE: page.curve, Part.STRIPS: page.panel.strips, Part.TABLE: page.table}
    assert [each for each, widget in shown.items() if widget.isVisible()] == [part]


def test_a_part_that_is_put_away_with_the_focus_gives_it_to_the_ruler(opened: Open) -> None:
    page = opened(200).page
    page.go_to(Part.TABLE)
    assert page.table.hasFocus()
    page.show_part(Part.CURVE)
    assert page.ruler.hasFocus()


@pytest.mark.parametrize("text_size", [100, 200])
def test_the_time_at_the_playhead_stands_clear_of_edges_and_buttons(opened: Open, text_size: int) -> None:
    page = opened(text_size).page
    ruler = page.ruler
    ruler.setFocus(Qt.FocusReason.TabFocusReason)
    for at in (0, page.axis.end):
        page.show_now(at)
        flag = ruler._flag().adjusted(-3, -3, 3, 3).toAlignedRect()  # with its frame of the focus
        assert ruler.rect().contains(flag)
        assert not flag.intersects(place_in(page.nearer, ruler))


@pytest.mark.parametrize("language", ["en", "ko"])
def test_no_part_beside_the_strips_is_wider_than_their_column(
    qtbot: QtBot, opened: Open, presenter: ReviewPresenter, language: str
) -> None:
    page = opened(200, language).page
    held = page.side._scroll.widget()
    assert held is not None
    for at in (0, page.axis.end):
        with qtbot.waitSignal(presenter.stood):
            presenter.seek(at)
        wide = [each for each in held.findChildren(QWidget) if each.isVisibleTo(held)]
        room = page.side._scroll.viewport().width()
        assert [type(each).__name__ for each in wide if each.minimumSizeHint().width() > room] == []


def test_a_heading_that_folds_goes_on_in_a_second_line(qtbot: QtBot, look: Look) -> None:
    heading = FoldHeading("To fix before the next run", look)
    qtbot.addWidget(heading)
    heading.resize(heading.sizeHint())
    one_line = heading.height()
    heading.resize(heading.sizeHint().width() * 2 // 3, one_line)
    heading.show()
    assert heading.height() > one_line
    assert " ".join(heading._lines()) == "To fix before the next run"


def test_the_title_of_a_report_says_less_where_there_is_little_room(qtbot: QtBot, opened: Open) -> None:
    page = opened(200)
    title = "Report: Pangyo, October 2022: the messenger that could not start itself"
    sheet = ReportSheet(Wish("en"), title, page.page.side._look, "Report: Pangyo, October 2022")
    sheet.open_over(page)
    qtbot.waitUntil(lambda: sheet.title.text() == "Report: Pangyo, October 2022")


def test_of_a_part_that_has_no_room_its_heading_is_seen(qtbot: QtBot, opened: Open) -> None:
    page = opened(200).page
    side, held = page.side, page.side._scroll.widget()
    assert held is not None
    tall = QWidget()
    tall.setMinimumHeight(2 * side.height())
    side.take_section(tall)
    side.reveal(tall)
    qtbot.waitUntil(lambda: side._scroll.verticalScrollBar().value() == tall.mapTo(held, QPoint()).y() > 0)


def test_the_facts_of_what_is_chosen_are_brought_into_sight_once(
    qtbot: QtBot, opened: Open, presenter: ReviewPresenter
) -> None:
    page = opened(200).page
    bar = page.side._scroll.verticalScrollBar()
    presenter.choose(ComponentId("lamp"))
    qtbot.waitUntil(lambda: bar.value() > 0)
    bar.setValue(0)
    with qtbot.waitSignal(presenter.stood):
        presenter.seek(3)
    qtbot.wait(2 * SETTLING_MS)
    assert bar.value() == 0  # whoever has scrolled away stays there while the playhead moves
