"""What the team believes is recorded by keys alone, one component after the other."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from blackstart.core.base.errors import UserError
from blackstart.core.base.ids import ComponentId
from blackstart.core.play.commands import Begin, Believe, Participant
from blackstart.shell.canvas.doubts import Doubt
from blackstart.shell.run.beliefs.belief_sheet import BeliefSheet
from blackstart.shell.run.deeds.room import DeedsRoom
from blackstart.shell.support.look import Look
from blackstart.shell.support.stylesheet import stylesheet
from tests.shell.run.window import RunWindow

CONTROL = Qt.KeyboardModifier.ControlModifier
NONE = Qt.KeyboardModifier.NoModifier
LAMP = ComponentId("lamp")


class Console(RunWindow):
    """A console on which the power has failed."""

    def __init__(self, qtbot: QtBot, look: Look) -> None:
        super().__init__(qtbot, look, 1280, 720)
        self.begin(Begin(participants=(Participant("Mina"),)), 7)

    def sheet(self) -> BeliefSheet:
        self.press(Qt.Key.Key_B)
        return self.seen(BeliefSheet)


@pytest.fixture
def console(qtbot: QtBot, look: Look) -> Iterator[Console]:
    made = Console(qtbot, look)
    yield made
    made.leave()


def test_a_belief_is_recorded_by_keys_alone_and_the_next_can_follow(console: Console) -> None:
    sheet = console.sheet()
    QTest.keyClicks(sheet.field, "la")
    console.press(Qt.Key.Key_Return)
    assert sheet.state.hasFocus()
    QTest.keyClicks(sheet.state, "op")
    sheet.who.choose("Mina")
    console.press(Qt.Key.Key_Return, CONTROL)
    assert console.recorded(Believe) == [Believe(LAMP, "operational", "Mina")]
    assert sheet.count.text() == "1 believed wrong"
    assert sheet.field.hasFocus()
    assert sheet.isVisible()


def test_the_card_that_is_chosen_on_the_map_is_chosen_on_the_sheet(console: Console) -> None:
    console.table.presenter.map.choose(LAMP)
    assert console.sheet().components == (LAMP,)


def test_the_card_that_is_walked_to_on_the_map_is_chosen_on_the_sheet(console: Console) -> None:
    console.press(Qt.Key.Key_M)
    console.press(Qt.Key.Key_Tab)
    at = console.page.map.overlay.walk.at
    assert at is not None
    console.press(Qt.Key.Key_Tab)
    assert console.page.map.overlay.walk.at != at
    assert console.sheet().components == (console.page.map.overlay.walk.at,)


def test_arrows_choose_a_component_while_one_is_being_looked_for(console: Console) -> None:
    sheet = console.sheet()
    first = sheet.components
    console.press(Qt.Key.Key_Down)
    assert sheet.components != first
    assert sheet.field.hasFocus()


def test_a_belief_is_taken_back(console: Console) -> None:
    sheet = console.sheet()
    sheet.choose((LAMP,))
    assert not sheet.take_back.isEnabled()
    sheet.who.choose("Mina")
    sheet.handed_on.emit()
    sheet.choose((LAMP,))
    sheet.take_back.click()
    assert [each.state for each in console.recorded(Believe)] == ["down", None]


def test_who_thinks_so_is_asked_for_and_what_was_refused_is_said_on_the_sheet(console: Console) -> None:
    sheet = console.sheet()
    sheet.who.setEditText(" ")
    sheet.handed_on.emit()
    assert sheet.complaint.text() == "Nothing is recorded yet: say who thinks so."
    sheet.who.choose("Mina")
    sheet.why.setText("we see light")
    console.table.run.fault = UserError("the disk is full")
    sheet.handed_on.emit()
    assert sheet.complaint.text() == "the disk is full"
    assert sheet.why.text() == "we see light"


def test_what_is_believed_wrong_is_counted_in_the_legend_and_marked_on_the_map(console: Console) -> None:
    before = console.page.map.grab().toImage()
    assert console.table.presenter.submit(Believe(LAMP, "operational", "Mina"))
    entries = {entry.sign: entry.count for entry in console.page.legend.entries()}
    assert entries[Doubt.WRONG] == 1
    assert Doubt.UNSEEN not in entries
    assert console.page.map.grab().toImage() != before
    assert console.table.presenter.submit(Believe(LAMP, None, "Mina"))
    assert console.page.map.grab().toImage() == before


def test_the_menu_of_a_card_leads_here(console: Console) -> None:
    console.table.presenter.map.choose(LAMP)
    deeds = console.page.rooms["actions"]
    assert isinstance(deeds, DeedsRoom)
    rows = deeds.presenter.menu_of(LAMP)
    assert rows is not None
    menu = deeds.menu.made(rows)
    next(each for each in menu.actions() if each.text() == "What the team believes…").trigger()
    (sheet,) = console.window.findChildren(BeliefSheet)
    assert sheet.components == (LAMP,)


def test_with_large_words_the_table_gives_way_to_the_fields_below_it(qtbot: QtBot, look: Look) -> None:
    look.set_text_size(200)
    console = Console(qtbot, look)
    console.window.setStyleSheet(stylesheet(look.theme, 200))
    sheet = console.sheet()
    fields = (sheet.chosen_name, sheet.state, sheet.who, sheet.why)
    table = sheet.table.mapTo(sheet, sheet.table.rect().bottomLeft()).y()
    qtbot.waitUntil(lambda: sheet.table.viewport().height() >= 2 * sheet.table.rowHeight(0))
    assert all(each.mapTo(sheet, each.rect().topLeft()).y() > table for each in fields)
    console.leave()
