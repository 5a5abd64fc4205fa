"""What is done to recorded runs in the library: always asked for, never to the wrong one."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from blackstart.core.base.errors import UserError
from blackstart.core.record.library import Library
from blackstart.shell.actions.offer import Offer
from blackstart.shell.library.gathering import Gathering
from blackstart.shell.library.run_sheets import NAMELESS, WITH_NAMES, DeleteQuestion, ExportSheet, NameSheet
from blackstart.shell.library.runs_presenter import RunsPresenter
from blackstart.shell.library.workspace import LibraryWorkspace
from blackstart.shell.support.look import Look
from blackstart.shell.support.workers import Worker
from tests.shell.library.shelves import told, two_runs
from tests.shell.recorded_runs import record
from tests.shell.run.table import AtOnce


@pytest.fixture
def page(qtbot: QtBot, look: Look, tmp_path: Path) -> LibraryWorkspace:
    made = LibraryWorkspace("Ctrl+O", look)
    qtbot.addWidget(made)
    made.resize(1500, 900)
    made.show()
    made.show_runs(told(two_runs(tmp_path)))
    made.activateWindow()
    made.runs.view.setFocus()
    return made


def press(page: LibraryWorkspace, key: Qt.Key) -> None:
    QTest.keyClick(page.runs.view, key)


def test_delete_asks_and_names_the_run(qtbot: QtBot, page: LibraryWorkspace) -> None:
    run = page.runs.chosen_run
    assert run is not None
    with qtbot.assertNotEmitted(page.run_deeds.delete_wished):
        press(page, Qt.Key.Key_Delete)
    sheet = page.run_deeds.sheet
    assert isinstance(sheet, DeleteQuestion)
    assert f"“{run.title}”, {run.row.team}, " in sheet.words.text()
    assert page.window().focusWidget() is sheet.back  # a careless Enter deletes nothing
    with qtbot.waitSignal(page.run_deeds.delete_wished) as wished:
        sheet.deed.click()
    assert wished.args == [run.row]


def test_escape_deletes_nothing(qtbot: QtBot, page: LibraryWorkspace) -> None:
    press(page, Qt.Key.Key_Delete)
    assert page.run_deeds.sheet is not None
    with qtbot.assertNotEmitted(page.run_deeds.delete_wished):
        QTest.keyClick(page.run_deeds.sheet, Qt.Key.Key_Escape)


def test_a_run_is_renamed_by_typing_and_enter(qtbot: QtBot, page: LibraryWorkspace) -> None:
    press(page, Qt.Key.Key_F2)
    sheet = page.run_deeds.sheet
    assert isinstance(sheet, NameSheet)
    QTest.keyClicks(sheet.line, "  Rehearsal ")
    with qtbot.waitSignal(page.run_deeds.rename_wished) as wished:
        QTest.keyClick(sheet.line, Qt.Key.Key_Return)
    assert wished.args == [page.runs.chosen, "Rehearsal"]


@pytest.mark.parametrize("is_nameless", [False, True])
def test_export_asks_for_names_and_for_a_file(
    qtbot: QtBot, page: LibraryWorkspace, tmp_path: Path, is_nameless: bool
) -> None:
    page.run_deeds.export()
    sheet = page.run_deeds.sheet
    assert isinstance(sheet, ExportSheet)
    assert sheet.names.key == WITH_NAMES
    sheet.names.button(NAMELESS if is_nameless else WITH_NAMES).click()
    sheet.deed.click()
    (dialog,) = [each for each in page.findChildren(QFileDialog) if each.isVisible()]
    with qtbot.waitSignal(page.run_deeds.export_wished) as wished:
        dialog.fileSelected.emit(str(tmp_path / "run.json"))
    dialog.reject()
    assert wished.args == [page.runs.chosen, tmp_path / "run.json", not is_nameless]


def test_without_a_run_only_import_is_offered(qtbot: QtBot, look: Look) -> None:
    page = LibraryWorkspace("Ctrl+O", look)
    qtbot.addWidget(page)
    can = [id_ for id_, action in page.run_deeds.actions.items() if not action.hindrance()]
    assert can == ["library.import", "library.import-folder"]
    for deed in (page.run_deeds.rename, page.run_deeds.delete, page.run_deeds.export):
        deed()
        assert page.run_deeds.sheet is None


class Keeper:
    """A presenter with a library in which there is one run, and somebody who listens."""

    def __init__(self, folder: Path) -> None:
        self.run = record(folder / "library.db")
        self.library = Library(folder / "library.db")
        self.presenter = RunsPresenter(AtOnce(), lambda: self.library)
        self.said: list[str] = []
        self.presenter.told.connect(self.said.append)
        self.how_far: list[tuple[str, float | None]] = []
        self.ended: list[str] = []
        self.leave_from = 0  # number of the file from which on the rest is left out; 0 = none is
        gathering = self.presenter.gathering
        gathering.offered.connect(self._hear)
        gathering.reworded.connect(lambda _before, offer: self._hear(offer))
        gathering.ended.connect(self.ended.append)

    def _hear(self, offer: Offer) -> None:
        self.how_far.append((offer.sentence, offer.share))
        if len(self.how_far) == self.leave_from:
            offer.deed()


@pytest.fixture
def keeper(qapp: object, tmp_path: Path) -> Iterator[Keeper]:
    made = Keeper(tmp_path)
    yield made
    made.library.close()


def test_a_run_is_renamed_and_deleted(qtbot: QtBot, keeper: Keeper) -> None:
    row = keeper.library.find(keeper.run)
    with qtbot.waitSignal(keeper.presenter.changed):
        keeper.presenter.rename(row, "Rehearsal")
    assert keeper.library.find(keeper.run).name == "Rehearsal"
    with qtbot.waitSignal(keeper.presenter.changed):
        keeper.presenter.delete(row)
    assert keeper.library.runs() == ()
    assert keeper.said == ["The run is deleted."]


def test_a_run_that_is_open_stays(qtbot: QtBot, keeper: Keeper) -> None:
    row = keeper.library.find(keeper.run)
    journal = keeper.library.open_journal(row.run)
    with qtbot.assertNotEmitted(keeper.presenter.changed):
        keeper.presenter.delete(row)
    assert "close it there before it is deleted" in keeper.said[0]
    assert len(keeper.library.runs()) == 1
    journal.release()


def test_a_run_goes_out_without_names_and_comes_back(qtbot: QtBot, keeper: Keeper, tmp_path: Path) -> None:
    file, row = tmp_path / "run.json", keeper.library.find(keeper.run)
    keeper.presenter.export(row, file, with_names=False)
    assert "Ada" not in json.dumps(json.loads(file.read_text())["journal"])
    keeper.library.delete(row.run)
    with qtbot.waitSignal(keeper.presenter.taken_in) as taken:
        keeper.presenter.take_in(file)
    assert taken.args == [keeper.run]
    assert keeper.said == ["The run is exported as run.json.", "The run is in the library now."]


def test_the_same_run_is_not_taken_in_twice(qtbot: QtBot, look: Look, tmp_path: Path) -> None:
    run = record(tmp_path / "library.db")
    library, worker = Library(tmp_path / "library.db"), Worker()
    presenter = RunsPresenter(worker, lambda: library)
    said: list[str] = []
    presenter.told.connect(said.append)
    presenter.export(library.find(run), tmp_path / "run.json", with_names=True)
    qtbot.waitUntil(lambda: not worker.is_busy)
    presenter.take_in(tmp_path / "run.json")
    qtbot.waitUntil(lambda: len(said) == 2)
    assert said[1].endswith("already")
    presenter.export(library.find(run), tmp_path / "library.db", with_names=True)
    qtbot.waitUntil(lambda: len(said) == 3)
    assert said[2] == "library.db is the library itself. Choose another file."
    assert len(library.runs()) == 1
    worker.stop()
    library.close()


def test_many_files_are_taken_in_at_once_and_told_in_one_sentence(keeper: Keeper, tmp_path: Path) -> None:
    folder = tmp_path / "gathered"
    folder.mkdir()
    (folder / "a-note.json").write_text("{}")  # no run: left alone in a folder
    runs = [keeper.run, record(tmp_path / "library.db", team="b"), record(tmp_path / "library.db", team="c")]
    for run in runs:
        keeper.presenter.export(keeper.library.find(run), folder / f"{run}.json", with_names=True)
    for run in runs[1:]:
        keeper.library.delete(keeper.library.find(run).run)
    broken = tmp_path / "broken.json"
    broken.write_text('{"blackstart_run": 1')
    keeper.said.clear()
    keeper.presenter.take_in_all((folder, broken))
    assert len(keeper.library.runs()) == 3
    first, *why = keeper.said[-1].split("\n")
    assert first == "Runs: 2 taken in, 1 here already, 1 cannot be read"
    assert why[0].startswith("broken.json:")
    assert why[0].count("broken.json") == 1
    assert why[1:] == [f"{keeper.run}.json: is here already"]
    assert keeper.how_far == [(f"Taking in runs: {number} of 4…", (number - 1) / 4) for number in (1, 2, 3, 4)]
    assert keeper.ended == ["Taking in runs: 4 of 4…"]


def test_the_same_run_twice_among_the_files_is_noticed(keeper: Keeper, tmp_path: Path) -> None:
    files = (tmp_path / "run.json", tmp_path / "again.json")
    for file in files:
        keeper.presenter.export(keeper.library.find(keeper.run), file, with_names=True)
    keeper.library.delete(keeper.library.find(keeper.run).run)
    keeper.presenter.take_in_all(files)
    assert len(keeper.library.runs()) == 1
    assert keeper.said[-1] == "Runs: 1 taken in, 1 here already\nagain.json: is here already"


def test_the_rest_can_be_left_out_and_what_is_in_stays(keeper: Keeper, tmp_path: Path) -> None:
    files = [tmp_path / f"{number}.json" for number in range(5)]
    for file in files:
        keeper.presenter.export(keeper.library.find(keeper.run), file, with_names=True)
    keeper.library.delete(keeper.library.find(keeper.run).run)
    keeper.leave_from = 2  # while the second is being taken in
    keeper.presenter.take_in_all(tuple(files))
    assert keeper.said[-1] == "Runs: 1 taken in, 1 here already, 3 left out\n1.json: is here already"
    assert len(keeper.library.runs()) == 1
    keeper.presenter.take_in_all(tuple(files[:2]))
    assert keeper.said[-1].startswith("Runs: 0 taken in, 2 here already\n")


class ByHand(Worker):
    """Does what it is given when it is told to."""

    next: Callable[[], None]

    def do(
        self,
        name: str,
        work: Callable[[], Any],
        done: Callable[[Any], None],
        refused: Callable[[UserError], None],
    ) -> None:
        self.next = lambda: done(work())


def test_what_lies_in_a_folder_is_left_out_with_the_rest(keeper: Keeper, tmp_path: Path) -> None:
    folder, file, worker = tmp_path / "gathered", tmp_path / "run.json", ByHand()
    folder.mkdir()
    for each in (file, folder / "one.json", folder / "two.json"):
        keeper.presenter.export(keeper.library.find(keeper.run), each, with_names=True)
    gathering, told = Gathering(worker, lambda: keeper.library.path), list[str]()
    gathering.told.connect(told.append)
    gathering.take_in((file, folder, file))
    worker.next()
    gathering.leave_rest()  # while the folder is looked through
    worker.next()
    assert told == ["Runs: 0 taken in, 1 here already, 3 left out\nrun.json: is here already"]
    gathering.leave_rest()
    gathering.take_in((folder,))
    for _ in range(3):
        worker.next()
    assert told[1].startswith("Runs: 0 taken in, 2 here already\n")
    worker.stop()


def test_a_folder_without_runs_is_told(keeper: Keeper, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    keeper.presenter.take_in_all((tmp_path / "empty",))
    assert keeper.said == ["Runs: 0 taken in, 1 cannot be read\nempty: there is no run in it"]


def test_one_file_alone_is_told_as_before(keeper: Keeper, tmp_path: Path) -> None:
    keeper.presenter.export(keeper.library.find(keeper.run), tmp_path / "run.json", with_names=True)
    keeper.library.delete(keeper.library.find(keeper.run).run)
    keeper.presenter.take_in_all((tmp_path / "run.json",))
    assert keeper.said[-1] == "The run is in the library now."
