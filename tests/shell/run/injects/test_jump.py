"""Jumping ahead: a time or a place is chosen, and what happens on the way is shown before."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from blackstart.core.base.errors import UserError
from blackstart.core.base.ids import InjectId
from blackstart.core.base.simtime import Seconds
from blackstart.core.play.commands import Jump, Skip
from blackstart.shell.run.injects.jump_sheet import JumpSheet
from tests.shell.run.injects.rehearsal import Console, console

__all__ = ["console"]


def opened(console: Console) -> JumpSheet:
    QTest.keyClick(console.page, Qt.Key.Key_J)
    return next(each for each in console.page.findChildren(JumpSheet)[::-1] if each.isVisible())


def way(sheet: JumpSheet) -> list[tuple[int | None, str, str]]:
    rows = sheet.way.rows
    found = [rows.line(rows.index(number)) for number in range(rows.rowCount())]
    return [(row.at, row.title, row.text) for row in found if row is not None]


def test_what_happens_on_the_way_is_shown_and_has_not_happened(console: Console) -> None:
    sheet = opened(console)
    QTest.keyClicks(sheet.line, "0:01")
    assert way(sheet) == [
        (5, "Neighbour", "A bang."),
        (5, "Decision", "Candles or the grid?"),
        (5, "Down", "Power, Lamp"),
        (35, "Down", "Lock"),
        (55, "Down", "Core"),
    ]
    assert console.table.run.director.now == 0
    assert not any(isinstance(each, Jump) for each in console.table.run.submitted)


def test_before_a_time_is_typed_the_sheet_says_what_will_be_shown_there(console: Console) -> None:
    sheet = opened(console)
    assert sheet.nothing.isVisible()
    assert sheet.nothing.text().startswith("Type or choose a time")
    QTest.keyClicks(sheet.line, "0:01")
    assert not sheet.nothing.isVisible()


def test_what_was_done_before_counts_on_the_way(console: Console) -> None:
    console.table.presenter.submit(Skip(InjectId("bang"), "no time"))
    sheet = opened(console)
    QTest.keyClicks(sheet.line, "0:01")
    assert way(sheet) == []
    assert sheet.nothing.text() == "Nothing happens on the way."


def test_what_comes_back_and_what_nobody_decides_is_shown_too(console: Console) -> None:
    console.table.at(60)
    sheet = opened(console)
    QTest.keyClicks(sheet.line, "+9 min")
    assert [row for row in way(sheet) if row[0] != 65] == [
        (305, "Nobody decides in time", "Candles or the grid?"),
        (480, "Map", "works again: Power"),
        (480, "Operational", "Power, Lamp, Lock, Core"),
        (600, "End of the phase", "dark"),
    ]


def test_enter_jumps_there(console: Console) -> None:
    sheet = opened(console)
    QTest.keyClicks(sheet.line, "+10 s")
    QTest.keyClick(sheet.line, Qt.Key.Key_Return)
    assert console.table.run.submitted[-1] == Jump(Seconds(10))
    assert not sheet.isVisible()


def test_places_to_jump_to_are_offered(console: Console) -> None:
    sheet = opened(console)
    words = [button.text() for button in sheet.choices]
    assert words == ["Next inject 0:00:05", "Next decision 0:00:05", "End of the phase 0:10:00"]
    sheet.choices[0].click()
    assert sheet.line.text() == "0:00:05"
    assert way(sheet)[0] == (5, "Neighbour", "A bang.")


def test_a_time_that_is_over_is_not_jumped_to(console: Console) -> None:
    console.table.at(60)
    sheet = opened(console)
    QTest.keyClicks(sheet.line, "0:00:30")
    QTest.keyClick(sheet.line, Qt.Key.Key_Return)
    assert sheet.complaint.text() == "That is over: it is 0:01:00."
    assert sheet.isVisible()


def test_a_jump_that_is_refused_says_so_on_the_sheet(console: Console) -> None:
    sheet = opened(console)
    console.table.run.fault = UserError("The disk is full")
    QTest.keyClicks(sheet.line, "0:01")
    sheet.accept_button.click()
    assert sheet.complaint.text() == "The disk is full"


def test_a_click_on_the_clock_asks_too(console: Console) -> None:
    QTest.mouseClick(console.page.bar.clock, Qt.MouseButton.LeftButton)
    assert console.page.findChildren(JumpSheet)
