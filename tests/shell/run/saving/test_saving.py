"""A run that is not yet safe: the mark that says so, the ways out, and what is held back meanwhile."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from blackstart.core.base.errors import UserError
from blackstart.core.play.commands import Note
from blackstart.core.record.faults import Why
from blackstart.core.session.unsafe import Unsafe
from blackstart.shell.run.saving.room import SafetyRoom
from blackstart.shell.run.saving.sheet import SafetySheet
from blackstart.shell.run.workspace import RunWorkspace
from blackstart.shell.support.look import Look
from tests.shell.run.table import Table

SINCE = "2026-11-22T12:00:00.000+00:00"


class Console:
    """The page with a run that has begun."""

    def __init__(self, qtbot: QtBot, look: Look) -> None:
        self.table = Table(look)
        self.page = RunWorkspace(self.table.presenter, look)
        qtbot.addWidget(self.page)
        self.page.resize(1400, 900)
        self.page.show()
        self.table.begun()
        room = self.page.rooms["safety"]
        assert isinstance(room, SafetyRoom)
        self.room = room

    def fail(self, why: Why = Why.FULL, entries: int = 3) -> None:
        self.table.run.unsafe = Unsafe(entries, SINCE, why, "no room")
        self.table.presenter.tick()

    def mend(self) -> None:
        self.table.run.unsafe = None
        self.table.presenter.tick()

    @property
    def sheet(self) -> SafetySheet:
        assert self.room.sheet is not None
        return self.room.sheet


@pytest.fixture
def console(qtbot: QtBot, look: Look) -> Iterator[Console]:
    made = Console(qtbot, look)
    yield made
    made.table.presenter.leave()


def test_while_all_is_safe_nothing_is_said_of_it(console: Console) -> None:
    assert console.room.bar.isHidden()
    assert console.page.notices.sizeHint().height() <= 0


def test_what_is_not_safe_is_said_below_the_clock_until_it_is(console: Console) -> None:
    console.fail()
    assert console.room.bar.isVisible()
    assert console.room.bar.words.accessibleName() == "Not yet safe: 3 entries (the disk is full)"
    assert console.table.ear.sentences[-1].startswith("The library cannot be written. The run goes on")
    console.mend()
    assert console.room.bar.isHidden()
    assert console.table.ear.sentences[-1] == "The run is safe again: everything is in the library."


@pytest.mark.parametrize("why", list(Why))
def test_every_reason_is_told_with_what_mends_it(console: Console, why: Why) -> None:
    console.fail(why, entries=1)
    console.room.open_sheet()
    assert console.room.bar.words.accessibleName().startswith("Not yet safe: 1 entry (")
    assert console.sheet.remedy.text().count(".") == 2 or "; " in console.sheet.remedy.text()
    assert "1 entry is in memory alone. The run goes on." in console.sheet.standing.text()


def test_the_clock_goes_on_and_commands_are_taken(console: Console) -> None:
    console.fail()
    assert console.table.ear.clock_shown.is_running
    assert console.table.presenter.submit(Note("x", "eva"))
    console.table.at(3)
    assert console.table.ear.clock_shown.now == 3


def test_the_mark_lies_below_the_clock_and_pushes_nothing_out(console: Console) -> None:
    console.fail()
    console.page.grab()  # lays it out
    page, foot = console.page, console.page.foot
    assert console.room.bar.y() == page.bar.geometry().bottom() + 1
    assert foot.mapTo(page, QPoint(0, foot.height())).y() <= page.height()


def test_the_sheet_goes_away_once_the_run_is_safe(qtbot: QtBot, console: Console) -> None:
    console.fail()
    console.room.bar.save.click()
    assert console.sheet.leave.isHidden()
    console.mend()
    assert console.room.sheet is None


def test_trying_again_says_when_it_was_in_vain(console: Console) -> None:
    console.fail()
    console.room.open_sheet()
    console.sheet.again.click()
    assert console.sheet.refusal.text() == "Not yet safe: 3 entries (the disk is full)"
    console.table.run.scribe.is_mended = True
    console.sheet.again.click()
    assert console.room.sheet is None


def choose(qtbot: QtBot, console: Console, press: Callable[[], None], place: str) -> None:
    """Press what opens a dialog of files, and choose a place there."""
    press()
    window = console.page.window()
    (dialog,) = [each for each in window.findChildren(QFileDialog) if each.isVisible()]
    dialog.fileSelected.emit(place)
    dialog.reject()


def test_a_run_can_be_kept_in_a_file(qtbot: QtBot, console: Console, tmp_path: Path) -> None:
    console.fail()
    console.room.open_sheet()
    choose(qtbot, console, console.sheet.file.click, str(tmp_path / "run.json"))
    assert console.table.run.scribe.kept_in == tmp_path / "run.json"
    assert console.room.bar.words.accessibleName() == (
        "Kept in run.json until the library can be written: the disk is full."
    )


def test_a_file_that_cannot_be_written_is_told_on_the_sheet(qtbot: QtBot, console: Console, tmp_path: Path) -> None:
    console.fail()
    console.room.open_sheet()
    console.table.run.scribe.refusal = UserError("run.json: cannot be saved (No space left on device)")
    choose(qtbot, console, console.sheet.file.click, str(tmp_path / "run.json"))
    assert console.sheet.refusal.text().startswith("run.json: cannot be saved")
    assert console.sheet.refusal.isVisible()


def test_another_library_folder_is_wished_for(qtbot: QtBot, console: Console, tmp_path: Path) -> None:
    console.fail()
    console.room.open_sheet()
    with qtbot.waitSignal(console.table.presenter.safety.folder_wished) as wished:
        choose(qtbot, console, console.sheet.folder.click, str(tmp_path))
    assert wished.args == [tmp_path]


def test_what_would_lose_entries_waits_until_they_are_safe(console: Console) -> None:
    done: list[str] = []
    console.fail()
    console.table.presenter.safety.guard(lambda: done.append("left"))
    assert not console.sheet.leave.isHidden()
    assert done == []
    console.mend()
    assert done == ["left"]
    assert console.room.sheet is None


def test_it_is_done_at_once_where_nothing_would_be_lost(console: Console) -> None:
    done: list[str] = []
    console.fail(entries=0)
    console.table.presenter.safety.guard(lambda: done.append("left"))
    assert done == ["left"]


def test_who_goes_on_playing_has_not_left(qtbot: QtBot, console: Console) -> None:
    done: list[str] = []
    console.fail()
    console.table.presenter.safety.guard(lambda: done.append("left"))
    QTest.keyClick(console.sheet, Qt.Key.Key_Escape)
    console.mend()
    assert done == []


def test_who_leaves_without_them_has_been_asked(console: Console) -> None:
    done: list[str] = []
    console.fail()
    console.table.presenter.safety.guard(lambda: done.append("left"))
    console.sheet.leave.click()
    assert done == ["left"]
    assert console.room.sheet is None


def test_a_page_in_another_language_says_it_at_once(qtbot: QtBot, console: Console, look: Look) -> None:
    console.fail()
    again = RunWorkspace(console.table.presenter, look)
    qtbot.addWidget(again)
    room = again.rooms["safety"]
    assert isinstance(room, SafetyRoom)
    assert not room.bar.isHidden()
