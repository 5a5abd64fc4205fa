"""The sheet of all injects."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from blackstart.core.base.ids import InjectId
from blackstart.core.play.commands import Begin, Deliver, End, Move, Seen, Skip
from blackstart.shell.run.coming import Verb
from blackstart.shell.run.injects.ask_sheet import AskSheet
from blackstart.shell.run.injects.book import BookEntry, Status
from blackstart.shell.run.injects.book_sheet import BookSheet
from blackstart.shell.support.look import Look
from tests.shell.run.injects.rehearsal import Console, console

__all__ = ["console"]


def opened(console: Console) -> BookSheet:
    QTest.keyClick(console.page, Qt.Key.Key_I)
    return console.page.findChildren(BookSheet)[-1]


def listed(sheet: BookSheet) -> list[str]:
    rows = sheet.list.rows
    return [row.id for number in range(rows.rowCount()) if (row := rows.line(rows.index(number))) is not None]


def entry(console: Console, id_: str) -> BookEntry:
    sheet = console.page.findChildren(BookSheet)
    entries = sheet[-1]._entries if sheet else opened(console)._entries
    return next(each for each in entries if each.row.id == id_)


def test_every_inject_stands_there_with_one_of_three_statuses(console: Console) -> None:
    presenter = console.table.at(7).presenter
    presenter.submit(Skip(InjectId("never"), "no time"))
    sheet = opened(console)
    assert listed(sheet) == ["bang", "never", "dark", "late", "spare"]
    said = [sheet.filter.button(key).text() for key in ("all", *Status)]
    assert said == ["All 5", "Planned 3", "Delivered 1", "Skipped 1"]


def test_all_of_an_inject_can_be_read(console: Console) -> None:
    presenter = console.table.at(7).presenter
    presenter.submit(Seen(InjectId("bang"), "a torch"))
    facts = dict(entry(console, "bang").facts)
    assert facts == {
        "How it stands": "0:00:05  delivered as timed",
        "Channel": "Alert",
        "To": "Lead",
        "Text": "A bang.",
        "Expected response": "Somebody looks.",
        "Response seen": "0:00:07  a torch",
        "Note": "Say it loud.",
        "On the map": "fails: Power",
        "Opens": "Candles or the grid?",
        "Tests": "Stay calm.",
    }


def test_what_was_skipped_says_when_why_and_by_whom(console: Console, look: Look) -> None:
    table = console.table
    table.presenter.open(table.loaded, table.groundwork)
    table.presenter.begin_as(Begin(facilitator="Kim"))
    table.at(7).presenter.submit(Skip(InjectId("spare"), "no time"))
    assert dict(entry(console, "spare").facts)["How it stands"] == "0:00:07  skipped: no time, by Kim"


def test_what_was_left_out_at_the_beginning_was_skipped_by_nobody(console: Console) -> None:
    table = console.table
    table.presenter.open(table.loaded, table.groundwork)
    table.presenter.begin_as(Begin(left_out=(InjectId("late"),)))
    table.at(0)
    left = entry(console, "late")
    assert (left.status, left.row.how) == (Status.SKIPPED, "left out when the run was set up")


def test_after_the_end_what_did_not_come_says_so_and_nothing_can_be_done_with_it(console: Console) -> None:
    console.table.presenter.submit(End())
    spare = entry(console, "spare")
    assert (spare.row.how, spare.row.verbs) == ("did not come", ())


def test_the_list_is_narrowed_by_status_and_by_any_word(console: Console) -> None:
    console.table.at(7)
    sheet = opened(console)
    sheet.filter.picked.emit("planned")
    sheet.filter.choose("planned")
    sheet.filter.picked.emit("planned")
    assert listed(sheet) == ["dark", "late", "never", "spare"]
    QTest.keyClicks(sheet.search, "isolated lamp")
    assert listed(sheet) == ["never"]
    QTest.keyClicks(sheet.search, " banana")
    assert listed(sheet) == []
    assert sheet.nothing.isVisible()


@pytest.mark.parametrize(("key", "command"), [("Shift+D", Deliver), ("Shift+H", Move)])
def test_the_same_keys_do_it_here(console: Console, key: str, command: type) -> None:
    sheet = opened(console)
    sheet.begin("inject:dark")
    QTest.keySequence(sheet.list, key)
    assert type(console.table.run.submitted[-1]) is command


def test_a_button_asks_and_the_sheet_shows_what_came_of_it(console: Console) -> None:
    sheet = opened(console)
    sheet.begin("inject:dark")
    sheet.detail.buttons[Verb.SKIP].click()
    ask = console.page.findChildren(AskSheet)[-1]
    QTest.keyClicks(ask.line, "no time")
    QTest.keyClick(ask.line, Qt.Key.Key_Return)
    submitted = console.table.run.submitted
    assert submitted[-1:] == [Skip(InjectId("dark"), "no time")]
    assert sheet.list.chosen is not None
    assert sheet.list.chosen.how == "skipped: no time"
    assert not sheet.detail.buttons[Verb.SKIP].isVisible()
    sheet.detail.buttons[Verb.DELIVER].click()
    assert submitted[-1:] == [Deliver(InjectId("dark"))]


def test_it_opens_at_the_next_that_is_planned(console: Console) -> None:
    console.table.at(7)
    sheet = opened(console)
    assert sheet.list.chosen is not None
    assert sheet.list.chosen.id == "dark"
    assert any(label.text() == "Still dark?" for label in sheet.detail.findChildren(QLabel))


def test_a_row_in_the_foot_is_read_in_full_there(console: Console) -> None:
    console.list.wished.emit(Verb.READ, "inject:spare")
    sheet = console.page.findChildren(BookSheet)[-1]
    assert sheet.list.chosen is not None
    assert sheet.list.chosen.id == "spare"


def test_where_only_a_line_is_shown_the_key_opens_the_sheet(console: Console) -> None:
    console.page.resize(1216, 720)
    assert console.page.foot.is_slim
    QTest.keyClick(console.page, Qt.Key.Key_U)
    assert console.page.findChildren(BookSheet)


@pytest.mark.parametrize("size", [100, 200])
def test_nothing_on_the_sheet_is_wider_than_a_small_window(console: Console, look: Look, size: int) -> None:
    look.set_text_size(size)
    console.page.resize(1216, 720)
    sheet = opened(console)
    assert sheet.plate.minimumSizeHint().width() <= sheet.plate.width()
