"""What is to come, in the foot of the console: what stands there, and what can be done with it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from blackstart.core.base.ids import DecisionId, InjectId
from blackstart.core.base.simtime import Seconds
from blackstart.core.play.commands import Deliver, End, Move, Open, Skip
from blackstart.shell.actions.offer import Offer
from blackstart.shell.run.coming import Verb
from blackstart.shell.run.coming_list import ROW_PX, ComingList
from blackstart.shell.run.coming_verbs import VerbMenu
from blackstart.shell.run.injects.ask_sheet import AskSheet
from blackstart.shell.support.look import Look
from tests.shell.run.injects.rehearsal import Console, console, house_table

__all__ = ["console"]


def told(console: Console) -> list[tuple[str, int | None, str]]:
    return [(row.key, row.at, row.how) for row in console.rows]


def test_all_that_can_come_stands_there_the_next_first(console: Console) -> None:
    assert told(console) == [
        ("inject:bang", 5, "timed"),
        ("decision:candles", 5, "comes with Neighbour"),
        ("inject:late", 480, "timed"),
        ("inject:dark", None, "if Lamp down 1 min"),
        ("inject:never", None, "if Lamp isolated"),
        ("inject:spare", None, "by hand"),
        ("decision:home", None, "by hand"),
    ]


def test_what_waits_for_a_state_and_what_runs_out_gets_its_time_once_that_is_known(console: Console) -> None:
    console.table.at(10)
    times = {row.key: (row.at, row.text, row.how) for row in console.rows}
    assert times["inject:dark"] == (65, "Still dark?", "if Lamp down 1 min")
    assert times["component:lock"] == (35, "reserve runs out", "from the model")
    assert times["component:core"] == (55, "battery empty", "from the model")
    assert [row.at for row in console.rows if row.at is not None] == [35, 55, 65, 480]


def test_what_changes_only_the_map_says_what_it_does_there(console: Console) -> None:
    late = next(row for row in console.rows if row.key == "inject:late")
    assert (late.title, late.text) == ("Map", "works again: Power")


def test_after_the_end_nothing_is_to_come(console: Console) -> None:
    console.table.presenter.submit(End())
    assert console.rows == []
    assert console.page.foot.upcoming.nothing.isVisible()


def test_before_the_run_what_is_to_come_can_be_read_and_nothing_done(look: Look, qtbot: QtBot) -> None:
    table = house_table(look)
    table.presenter.open(table.loaded, table.groundwork)
    made = ComingList(look)
    qtbot.addWidget(made)
    assert table.runs == []


@pytest.mark.parametrize(
    ("key", "command"),
    [("Shift+D", Deliver(InjectId("dark"))), ("Shift+H", Move(InjectId("dark"), None))],
)
def test_a_key_does_it_to_the_chosen_inject(console: Console, key: str, command: object) -> None:
    console.choose("inject:dark")
    QTest.keySequence(console.page, key)
    assert console.table.run.submitted[-1] == command


def test_a_key_opens_the_chosen_decision(console: Console) -> None:
    console.choose("decision:home")
    QTest.keySequence(console.page, "Shift+D")
    assert console.table.run.submitted[-1] == Open(DecisionId("home"))


def sheet_over(console: Console) -> AskSheet:
    return console.page.findChildren(AskSheet)[-1]


def test_an_inject_is_skipped_with_a_reason_and_not_without(console: Console) -> None:
    console.choose("inject:spare")
    QTest.keySequence(console.page, "Shift+S")
    sheet = sheet_over(console)
    QTest.keyClick(sheet.line, Qt.Key.Key_Return)
    assert sheet.isVisible()
    QTest.keyClicks(sheet.line, "too easy")
    QTest.keyClick(sheet.line, Qt.Key.Key_Return)
    assert console.table.run.submitted[-1] == Skip(InjectId("spare"), "too easy")
    assert "can still be delivered by hand: Guest: Ask me." in console.table.ear.sentences[-1]
    assert "inject:spare" not in [row.key for row in console.rows]


@pytest.mark.parametrize(("typed", "second"), [("0:02", 120), ("+90 s", 100), ("T+0:03:20", 200)])
def test_an_inject_is_moved_to_a_time_as_people_type_it(console: Console, typed: str, second: int) -> None:
    console.table.at(10)
    console.choose("inject:late")
    QTest.keySequence(console.page, "Shift+M")
    sheet = sheet_over(console)
    QTest.keyClicks(sheet.line, typed)
    assert "in " in sheet.said.text()
    QTest.keyClick(sheet.line, Qt.Key.Key_Return)
    assert console.table.run.submitted[-1] == Move(InjectId("late"), Seconds(second))
    assert ("inject:late", second, "moved to this time") in told(console)


@pytest.mark.parametrize(
    ("typed", "said"), [("0:00", "over"), ("9:00", "beyond"), ("soon", "No time yet"), ("", "1:05")]
)
def test_a_time_that_cannot_be_is_told_before_it_is_given(console: Console, typed: str, said: str) -> None:
    console.table.at(10)
    console.choose("inject:late")
    QTest.keySequence(console.page, "Shift+M")
    sheet = sheet_over(console)
    QTest.keyClicks(sheet.line, typed)
    QTest.keyClick(sheet.line, Qt.Key.Key_Return)
    assert said in sheet.said.text()
    assert sheet.isVisible()


def test_what_was_held_back_says_so_and_is_not_held_again(console: Console) -> None:
    console.choose("inject:dark")
    QTest.keySequence(console.page, "Shift+H")
    held = next(row for row in console.rows if row.key == "inject:dark")
    assert held.how == "held back"
    assert Verb.HOLD_BACK not in held.verbs
    assert console.list.chosen == held


@pytest.mark.qt_log_ignore("This plugin does not support")  # of a menu on a screen that is none
def test_enter_opens_what_can_be_done_with_the_deed_that_is_needed_most_chosen(console: Console) -> None:
    QTest.keyClick(console.page, Qt.Key.Key_U)
    assert console.list.hasFocus()
    QTest.keyClick(console.list, Qt.Key.Key_Down)
    QTest.keyClick(console.list, Qt.Key.Key_Up)
    QTest.keyClick(console.list, Qt.Key.Key_Return)
    (menu,) = console.list.findChildren(VerbMenu)
    words = [action.text() for action in menu.actions()]
    assert words[:2] == ["Deliver now\tShift+D", "Hold back\tShift+H"]
    assert menu.activeAction() is menu.actions()[0]
    menu.actions()[0].trigger()
    menu.close()
    assert console.table.run.submitted[-1] == Deliver(InjectId("bang"))


def test_a_small_button_on_the_row_under_the_mouse_does_it(console: Console) -> None:
    view = console.list
    view.verbs.show_on(console.rows[3], view.viewport().width(), "bg2")
    view.verbs.button(Verb.DELIVER).click()
    assert console.table.run.submitted[-1] == Deliver(InjectId("dark"))


def test_letters_over_the_list_are_the_consoles(console: Console) -> None:
    console.list.begin()
    before = console.list.chosen
    QTest.keyClick(console.list, Qt.Key.Key_N)
    assert not console.list.hasFocus()
    assert console.list.chosen == before


def test_what_was_chosen_stays_chosen_while_others_come_and_go(console: Console) -> None:
    console.choose("inject:never")
    console.table.at(10).at(70)
    chosen = console.list.chosen
    assert chosen is not None
    assert chosen.key == "inject:never"


def test_what_runs_out_is_shown_on_the_map(console: Console) -> None:
    console.table.at(10)
    console.choose("component:lock")
    console.list.wished.emit(Verb.SHOW, "component:lock")
    assert console.page.facts.isVisible()


@pytest.mark.parametrize("size", [100, 200])
def test_a_row_has_room_for_two_lines_of_words(look: Look, qtbot: QtBot, size: int) -> None:
    look.set_text_size(size)
    view = ComingList(look)
    qtbot.addWidget(view)
    assert look.px(ROW_PX) >= 2 * view.fontMetrics().height()


@pytest.mark.parametrize(("width", "shown", "has_more"), [(280, 1, True), (400, 4, False)])
def test_a_narrow_row_keeps_its_words_and_offers_the_rest_in_a_menu(
    console: Console, width: int, shown: int, has_more: bool
) -> None:
    verbs = console.list.verbs
    row = next(each for each in console.rows if each.key == "inject:dark")
    verbs.show_on(row, width, "bg3")
    assert sum(not verbs.button(verb).isHidden() for verb in Verb) == shown
    assert verbs.more.isHidden() is not has_more


@pytest.mark.parametrize("verb", [Verb.HOLD_BACK, Verb.MOVE])
def test_a_hand_that_slipped_is_offered_the_time_that_was(console: Console, verb: Verb) -> None:
    offers: list[Offer] = []
    console.table.presenter.offered.connect(offers.append)
    console.page.rooms["injects"].hands.do(verb, "inject:late")  # type: ignore[attr-defined]  # a room of the injects
    if verb is Verb.MOVE:
        sheet = sheet_over(console)
        QTest.keyClicks(sheet.line, "0:02")
        QTest.keyClick(sheet.line, Qt.Key.Key_Return)
    assert console.table.run.submitted[-1] != Move(InjectId("late"), Seconds(480))
    offers[-1].deed()
    assert console.table.run.submitted[-1] == Move(InjectId("late"), Seconds(480))


def test_a_condition_cannot_be_put_back_and_nothing_of_that_is_offered(console: Console) -> None:
    offers: list[Offer] = []
    console.table.presenter.offered.connect(offers.append)
    console.choose("inject:dark")
    QTest.keySequence(console.page, "Shift+H")
    assert offers == []
    assert "Held back" in console.table.ear.sentences[-1]
