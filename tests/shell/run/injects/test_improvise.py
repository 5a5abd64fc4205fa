"""An inject written on the spot."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from blackstart.core.base.errors import UserError
from blackstart.core.base.ids import ComponentId
from blackstart.core.base.simtime import Seconds
from blackstart.core.engine.effects import Fail, Target
from blackstart.core.play.commands import Improvise
from blackstart.shell.run.injects.improvise_sheet import EVERYONE, LATER, ImproviseSheet
from blackstart.shell.support.look import Look
from tests.shell.run.injects.rehearsal import Console, console

__all__ = ["console"]
LAMP_FAILS = (Fail(Target((ComponentId("lamp"),))),)


def opened(console: Console) -> ImproviseSheet:
    QTest.keySequence(console.page, "Ctrl+I")
    return next(each for each in console.page.findChildren(ImproviseSheet)[::-1] if each.isVisible())


def test_what_is_written_reaches_everyone_now(console: Console) -> None:
    console.table.at(3)
    sheet = opened(console)
    QTest.keyClicks(sheet.text, "It rains.")
    sheet.channel.setCurrentIndex(sheet.channel.findData("radio"))
    sheet.source.setEditText("Pilot")
    QTest.keyClick(sheet.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert console.table.run.submitted[-1] == Improvise("It rains.", "radio", "Pilot")
    assert not sheet.isVisible()
    assert console.page.side.feed.lines[0].text == "It rains."


def test_it_can_come_later_to_some_and_change_the_map(console: Console) -> None:
    console.table.at(3)
    sheet = opened(console)
    sheet.text.setPlainText("Listen.")
    sheet.to.tag("guest").click()
    sheet.when.button(LATER).click()
    QTest.keyClicks(sheet.time, "+1 min")
    assert sheet.said.text() == "At 0:01:03, in 1 min."
    sheet.effects.take(LAMP_FAILS)
    sheet.accept_button.click()
    written = console.table.run.submitted[-1]
    assert written == Improvise("Listen.", "phone", "", ("guest",), LAMP_FAILS, Seconds(63))
    assert "Listen." in [row.text for row in console.rows]


def test_without_words_or_with_a_time_that_is_over_nothing_is_delivered(console: Console) -> None:
    console.table.at(3)
    sheet = opened(console)
    sheet.accept_button.click()
    assert "write what they hear" in sheet.complaint.text()
    sheet.text.setPlainText("Listen.")
    sheet.when.button(LATER).click()
    QTest.keyClicks(sheet.time, "0:00")
    sheet.accept_button.click()
    assert sheet.complaint.text() == "That is over: it is 0:00:03."
    assert not any(isinstance(each, Improvise) for each in console.table.run.submitted)


def test_what_was_refused_says_so_on_the_sheet_and_stays_there(console: Console) -> None:
    console.table.at(3).run.fault = UserError("The disk is full")
    sheet = opened(console)
    sheet.text.setPlainText("Listen.")
    sheet.accept_button.click()
    assert sheet.isVisible()
    assert sheet.complaint.text() == "The disk is full"


def test_everyone_and_single_roles_exclude_each_other(console: Console) -> None:
    sheet = opened(console)
    assert sheet.to.tag(EVERYONE).isChecked()
    sheet.to.tag("lead").click()
    sheet.to.tag("guest").click()
    assert (sheet.to.chosen, sheet.to.tag(EVERYONE).isChecked()) == (("lead", "guest"), False)
    sheet.to.tag(EVERYONE).click()
    assert sheet.to.chosen == ()
    sheet.to.tag("lead").click()
    sheet.to.tag("lead").click()
    assert sheet.to.tag(EVERYONE).isChecked()


def test_it_is_shown_as_it_will_look(console: Console) -> None:
    sheet = opened(console)
    before = sheet.preview.grab().toImage()
    sheet.text.setPlainText("Listen.")
    assert sheet.preview.grab().toImage() != before
    assert sheet.preview.accessibleName() == "Listen."


def test_those_who_speak_in_the_script_are_offered(console: Console) -> None:
    sheet = opened(console)
    assert [sheet.source.itemText(number) for number in range(sheet.source.count())] == ["Neighbour", "Guest"]


def test_what_was_put_away_is_there_again_and_is_gone_with_its_run(console: Console) -> None:
    sheet = opened(console)
    sheet.text.setPlainText("Listen.")
    sheet.to.tag("lead").click()
    QTest.keyClick(sheet, Qt.Key.Key_Escape)
    again = opened(console)
    assert (again.text.toPlainText(), again.to.chosen) == ("Listen.", ("lead",))
    again.close_sheet()
    room = console.page.rooms["injects"]
    kept = room.draft()
    console.table.presenter.leave()
    assert room.draft() != kept


@pytest.mark.parametrize("size", [100, 200])
def test_the_sheet_fits_a_small_window(console: Console, look: Look, size: int) -> None:
    look.set_text_size(size)
    console.page.resize(1216, 720)
    sheet = opened(console)
    assert sheet.plate.minimumSizeHint().width() <= sheet.plate.width()
    assert sheet.rect().contains(sheet.plate.geometry())
