"""Tab goes through the column beside the strips from top to bottom, whatever was built anew in it; the focus stays."""

from itertools import pairwise
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from blackstart.core.base.ids import ObjectiveId
from blackstart.core.play.commands import AddFinding, Improve
from blackstart.shell.review.comparing.room import CompareRoom
from blackstart.shell.review.findings.room import FindingsRoom
from blackstart.shell.review.improving.room import ImprovingRoom
from blackstart.shell.review.objectives.room import ObjectivesRoom
from blackstart.shell.review.presenter import ReviewPresenter
from blackstart.shell.review.press_row import PressRow
from blackstart.shell.review.reporting.room import ReportRoom
from blackstart.shell.review.workspace import ReviewWorkspace
from blackstart.shell.support.look import Look
from tests.shell.review.rated_runs import page_of, record_rated

FOUND = (AddFinding("strength", "One log for all", "Jun"), AddFinding("area", "Nobody told the partners", "Mina"))
TO_FIX = (
    Improve("Login needs Login", "Paper login", "equipment", "Operations"),
    Improve("No list", "Print it", "planning", "Lead"),
)
MOST_STOPS, SAME_ROW_PX = 200, 4

Wanted = TypeVar("Wanted")


@pytest.fixture
def page(qtbot: QtBot, presenter: ReviewPresenter, library: Path, look: Look) -> ReviewWorkspace:
    made = page_of(qtbot, presenter, look, record_rated(library, *FOUND, *TO_FIX))
    qtbot.waitUntil(lambda: len(room_of(made, ImprovingRoom).panel.findChildren(PressRow)) == len(TO_FIX))
    return made


def room_of(page: ReviewWorkspace, kind: type[Wanted]) -> Wanted:
    return next(room for room in page.rooms if isinstance(room, kind))


def held(page: ReviewWorkspace) -> QWidget:
    found = page.page.side._scroll.widget()
    assert found is not None
    return found


def focused() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def walked(page: ReviewWorkspace, key: Qt.Key = Qt.Key.Key_Tab) -> list[int]:
    """How far down each stop in the column is, in the order in which Tab comes to them."""
    page.page.ruler.setFocus()
    places, column, is_through = [], held(page), False
    for _ in range(MOST_STOPS):
        QTest.keyClick(focused(), key)
        if column.isAncestorOf(focused()):
            places.append(focused().mapTo(column, QPoint(0, focused().height() // 2)).y())
            is_through = True
        elif is_through:
            return places
    raise AssertionError("Tab never leaves the column")


def is_in_order(page: ReviewWorkspace, key: Qt.Key = Qt.Key.Key_Tab) -> bool:
    down = walked(page, key)
    if key is Qt.Key.Key_Backtab:
        down.reverse()
    return len(down) > 10 and all(one <= other + SAME_ROW_PX for one, other in pairwise(down))


def stays(qtbot: QtBot, page: ReviewWorkspace, words: str) -> None:
    """The focus is at what says this, and Tab goes through all of the column in order."""
    qtbot.waitUntil(lambda: words in focused().accessibleName())
    qtbot.wait(0)  # what was built anew tells of its size
    assert words in focused().accessibleName()
    qtbot.waitUntil(lambda: is_in_order(page))


def test_tab_goes_from_top_to_bottom(qtbot: QtBot, page: ReviewWorkspace) -> None:
    qtbot.waitUntil(lambda: is_in_order(page))
    assert is_in_order(page, Qt.Key.Key_Backtab)


def test_tab_goes_on_in_order_after_a_rating(qtbot: QtBot, page: ReviewWorkspace, presenter: ReviewPresenter) -> None:
    row = room_of(page, ObjectivesRoom).panel.rows[ObjectiveId("tell")]
    row.setFocus()
    QTest.keyClick(row, Qt.Key.Key_M)
    QTest.keyClicks(row.field, "Late")
    with qtbot.waitSignal(presenter.rewritten):
        QTest.keyClick(row.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not presenter.worker.is_busy)
    assert row.hasFocus()
    qtbot.waitUntil(lambda: is_in_order(page))


def test_the_finding_that_was_corrected_keeps_the_focus(
    qtbot: QtBot, page: ReviewWorkspace, presenter: ReviewPresenter
) -> None:
    room = room_of(page, FindingsRoom)
    row = room.panel.findChildren(PressRow)[0]
    row.setFocus()
    QTest.keyClick(row, Qt.Key.Key_Return)
    form = room.forms.form
    assert form is not None
    form.take({"text": "One log that all could read"})
    with qtbot.waitSignal(presenter.rewritten):
        form.accept_button.click()
    stays(qtbot, page, "One log that all could read")


def test_a_row_of_the_plan_keeps_the_focus(qtbot: QtBot, page: ReviewWorkspace, presenter: ReviewPresenter) -> None:
    room = room_of(page, ImprovingRoom)
    row = next(each for each in room.panel.findChildren(PressRow) if "Print it" in each.accessibleName())
    row.setFocus()
    QTest.keyClick(row, Qt.Key.Key_Return)
    form = room.forms.form
    assert form is not None
    form.take({"action": "Print it, twice"})
    with qtbot.waitSignal(presenter.rewritten):
        form.accept_button.click()
    stays(qtbot, page, "Print it, twice")


def test_a_row_on_the_sheet_of_the_plan_keeps_the_focus(
    qtbot: QtBot, page: ReviewWorkspace, presenter: ReviewPresenter
) -> None:
    room = room_of(page, ImprovingRoom)
    room.open()
    assert room.sheet is not None
    row = next(each for each in room.sheet.findChildren(PressRow) if "Print it" in each.accessibleName())
    row.setFocus()
    QTest.keyClick(row, Qt.Key.Key_Return)
    form = room.forms.form
    assert form is not None
    form.take({"action": "Print it, twice"})
    with qtbot.waitSignal(presenter.rewritten):
        form.accept_button.click()
    qtbot.waitUntil(lambda: "Print it, twice" in focused().accessibleName())
    assert room.sheet.isAncestorOf(focused())


def test_whoever_adds_a_finding_stays_at_what_adds(
    qtbot: QtBot, page: ReviewWorkspace, presenter: ReviewPresenter
) -> None:
    room = room_of(page, FindingsRoom)
    room.panel.add.setFocus()
    QTest.keyClick(room.panel.add, Qt.Key.Key_Return)
    form = room.forms.form
    assert form is not None
    form.take({"kind": "area", "text": "No second log", "by": "Mina"})
    with qtbot.waitSignal(presenter.rewritten):
        form.accept_button.click()
    qtbot.waitUntil(lambda: len(room.panel.findChildren(PressRow)) == len(FOUND) + 1)
    assert room.panel.add.hasFocus()
    qtbot.waitUntil(lambda: is_in_order(page))


def test_tab_goes_from_the_picker_of_runs_to_what_stands_beside_it(page: ReviewWorkspace) -> None:
    buttons = (room_of(page, CompareRoom).button, room_of(page, ReportRoom).button)
    page.bar.pace.setFocus()  # no run is listed: there is nothing to choose from
    for button in buttons:
        QTest.keyClick(focused(), Qt.Key.Key_Tab)
        assert button.hasFocus()
