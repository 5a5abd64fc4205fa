from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from blackstart.core.base.ids import ComponentId
from blackstart.core.base.text import plain
from blackstart.core.exercise.files import load_drill, read_drill
from blackstart.core.topology.edits import RenameComponent
from blackstart.shell.document.document import Document
from blackstart.shell.document.filing import Filing
from blackstart.shell.document.recovery import left_behind
from blackstart.shell.support.workers import Worker

A = ComponentId("a")
FILE = "blackstart: 1 # kept\nid: one\ntitle: One\ntopology:\n  components:\n    - {id: a}\n"


class Desk:
    """A document with its file, and the folder of recoveries."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "one.drill"
        self.path.write_text(FILE, encoding="utf-8")
        self.recoveries = folder / "recoveries"
        self.worker = Worker()
        self.document = Document()
        self.filing = Filing(self.document, self.worker, self.recoveries)
        self.document.open(load_drill(self.path), self.path)

    def edit(self, name: str = "Power") -> None:
        self.document.edit(RenameComponent(A, plain(name)), "Rename a")

    def kept(self) -> list[str]:
        return [each.name for each in self.recoveries.glob("*.recovery")] if self.recoveries.exists() else []


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    made = Desk(tmp_path)
    yield made
    made.filing.close()
    made.worker.stop()


def test_a_save_changes_what_differs_and_keeps_the_rest_and_one_backup(qtbot: QtBot, desk: Desk) -> None:
    desk.edit()
    with qtbot.waitSignal(desk.filing.saved):
        desk.filing.save()
    text = desk.path.read_text(encoding="utf-8")
    assert "# kept" in text
    assert "Power" in text
    assert not desk.document.is_modified
    assert Path(f"{desk.path}.bak").read_text(encoding="utf-8") == FILE


def test_what_is_saved_elsewhere_belongs_there_from_then_on(qtbot: QtBot, desk: Desk) -> None:
    other = desk.path.with_name("other.drill")
    with qtbot.waitSignal(desk.filing.saved):
        desk.filing.save(other)
    assert desk.document.path == other
    assert other.read_text(encoding="utf-8") == FILE


def test_an_edit_made_while_the_file_is_written_is_still_unsaved(qtbot: QtBot, desk: Desk) -> None:
    desk.edit()
    with qtbot.waitSignal(desk.filing.saved):
        desk.filing.save()
        desk.edit("Power again")
    assert desk.document.is_modified


def test_a_file_that_cannot_be_written_is_told_and_stays_unsaved(qtbot: QtBot, desk: Desk) -> None:
    desk.edit()
    with qtbot.waitSignal(desk.filing.refused) as told:
        desk.filing.save(desk.path.with_name("no-such-folder") / "one.drill")
    assert "cannot be saved" in told.args[0]
    assert desk.document.is_modified


def test_what_is_not_saved_is_kept_and_dropped_with_the_save(qtbot: QtBot, desk: Desk) -> None:
    desk.edit()
    desk.filing.keep()
    qtbot.waitUntil(lambda: len(desk.kept()) == 1)
    assert left_behind(desk.recoveries) == ()  # this program lives
    with qtbot.waitSignal(desk.filing.saved):
        desk.filing.save()
    assert desk.kept() == []


def test_a_clean_drill_is_kept_nowhere(desk: Desk) -> None:
    desk.filing.keep()
    assert not desk.worker.is_busy
    assert desk.kept() == []


def test_what_another_program_writes_is_noticed_once(qtbot: QtBot, desk: Desk) -> None:
    told: list[Path] = []
    desk.filing.changed_outside.connect(told.append)
    desk.path.write_text(FILE.replace("One", "Two"), encoding="utf-8")
    desk.filing.look()
    qtbot.waitUntil(lambda: bool(told))
    desk.filing.look()
    qtbot.waitUntil(lambda: not desk.worker.is_busy)
    assert told == [desk.path]


def test_a_file_that_differs_from_what_was_kept_of_it_was_changed_by_nobody(qtbot: QtBot, desk: Desk) -> None:
    kept = read_drill(FILE.replace("One", "Two"), str(desk.path))
    desk.document.open(kept, desk.path, is_saved=False)
    desk.filing.take_kept()
    told: list[Path] = []
    desk.filing.changed_outside.connect(told.append)
    desk.filing.look()
    qtbot.waitUntil(lambda: not desk.worker.is_busy)
    assert told == []
    desk.path.write_text(FILE.replace("One", "Three and more"), encoding="utf-8")
    desk.filing.look()
    qtbot.waitUntil(lambda: told == [desk.path])


def test_the_programs_own_save_is_no_change_by_others(qtbot: QtBot, desk: Desk) -> None:
    desk.edit()
    with qtbot.waitSignal(desk.filing.saved):
        desk.filing.save()
    with qtbot.assertNotEmitted(desk.filing.changed_outside):
        desk.filing.look()
        qtbot.waitUntil(lambda: not desk.worker.is_busy)
