from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from blackstart.core.record.tallies import Tally
from blackstart.shell.document.opening import Opener
from blackstart.shell.library.presenter import LibraryPresenter
from blackstart.shell.library.runs_model import RecentRun
from blackstart.shell.library.volume import Volume
from blackstart.shell.support.look import Look
from blackstart.shell.support.workers import Worker
from tests.shell.drills import LIGHTS, lights_file
from tests.shell.library.shelves import two_runs


class Page:
    """What the page was told last, and before."""

    def __init__(self, presenter: LibraryPresenter) -> None:
        self.volumes: list[tuple[Volume, ...]] = []
        self.runs: list[tuple[RecentRun, ...]] = []
        presenter.volumes_shown.connect(self.volumes.append)
        presenter.runs_shown.connect(self.runs.append)

    @property
    def titles(self) -> list[str]:
        return [volume.title for volume in self.volumes[-1]] if self.volumes else []


@pytest.fixture
def worker(qapp: object) -> Iterator[Worker]:
    made = Worker()
    yield made
    made.stop()


@pytest.fixture
def presenter(worker: Worker, look: Look) -> LibraryPresenter:
    return LibraryPresenter(worker, Opener(), look)


@pytest.fixture
def page(presenter: LibraryPresenter) -> Page:
    return Page(presenter)


def shelf(folder: Path) -> Path:
    """A folder with two drills, the second of which has a fault."""
    made = folder / "shelf"
    made.mkdir()
    lights_file(made)
    (made / "night.drill").write_text("blackstart: 1\n", encoding="utf-8")
    return made


def test_the_shelf_is_told_at_once_and_what_is_known_of_it_as_it_is_read(
    qtbot: QtBot, worker: Worker, presenter: LibraryPresenter, page: Page, tmp_path: Path
) -> None:
    presenter.list_drills(shelf(tmp_path))
    qtbot.waitUntil(lambda: bool(page.volumes) and not worker.is_busy)
    assert [[volume.is_read for volume in told] for told in page.volumes[:3]] == [
        [False, False],
        [True, False],
        [True, True],
    ]
    first, faulty = page.volumes[-1]
    assert first.scene is not None
    assert faulty.fault
    assert page.volumes[-2][1] is faulty  # what has not changed is the same object


def test_whoever_opens_a_drill_meanwhile_waits_for_one_file_at_most(
    qtbot: QtBot, worker: Worker, presenter: LibraryPresenter, page: Page, tmp_path: Path
) -> None:
    folder = tmp_path / "shelf"
    folder.mkdir()
    for number in range(9):
        (folder / f"{number}.drill").write_text(LIGHTS, encoding="utf-8")
    known_then: list[int] = []

    def opened(_: None) -> None:
        known_then.append(sum(volume.is_read for volume in page.volumes[-1]))

    presenter.list_drills(folder)
    qtbot.waitUntil(lambda: bool(page.volumes))
    worker.do("open", lambda: None, opened, lambda fault: None)
    qtbot.waitUntil(lambda: not worker.is_busy)
    assert known_then[0] < 5
    assert all(volume.scene is not None for volume in page.volumes[-1])


def test_an_opened_file_is_put_on_the_shelf_and_stays_there(
    qtbot: QtBot, worker: Worker, presenter: LibraryPresenter, page: Page, look: Look, tmp_path: Path
) -> None:
    folder, own = shelf(tmp_path), tmp_path / "own.drill"
    own.write_text(LIGHTS.replace("Lights", "Mine"), encoding="utf-8")
    presenter.list_drills(folder)
    presenter.keep(own)
    presenter.keep(folder / "lights.drill")
    qtbot.waitUntil(lambda: page.titles == ["Lights", "night", "Mine"])
    assert [volume.is_yours for volume in page.volumes[-1]] == [False, False, True]
    again = LibraryPresenter(worker, Opener(), look)
    told = Page(again)
    again.list_drills(folder)
    qtbot.waitUntil(lambda: told.titles == ["Lights", "night", "Mine"])
    again.drop(own)
    qtbot.waitUntil(lambda: told.titles == ["Lights", "night"])


def test_a_drill_that_was_changed_is_read_again_and_others_are_not(
    qtbot: QtBot, worker: Worker, presenter: LibraryPresenter, page: Page, tmp_path: Path
) -> None:
    folder = shelf(tmp_path)
    presenter.list_drills(folder)
    qtbot.waitUntil(lambda: bool(page.volumes) and not worker.is_busy)
    first, _ = page.volumes[-1]
    mended = LIGHTS.replace("Lights", "Night")
    (folder / "night.drill").write_text(mended, encoding="utf-8")
    presenter.list_drills(folder)
    qtbot.waitUntil(lambda: page.titles == ["Lights", "Night"])
    assert page.volumes[-1][0] is first


def test_runs_bear_the_title_of_their_drill_in_the_language_of_the_moment(
    qtbot: QtBot, worker: Worker, presenter: LibraryPresenter, page: Page, look: Look, tmp_path: Path
) -> None:
    presenter.list_drills(shelf(tmp_path))
    presenter.list_runs(two_runs(tmp_path), tmp_path / "library.db")
    assert [run.title for run in page.runs[0]] == ["Lights", "Lights"]
    qtbot.waitUntil(lambda: not worker.is_busy)
    look.set_language("ko")
    presenter.show_all()
    assert [run.title for run in page.runs[-1]] == ["등불", "등불"]
    assert presenter.title_of(page.runs[-1][0].row) == "등불"


def test_what_the_journals_add_up_to_follows_and_is_counted_once(
    qtbot: QtBot, worker: Worker, presenter: LibraryPresenter, page: Page, tmp_path: Path
) -> None:
    rows, library = two_runs(tmp_path), tmp_path / "library.db"
    presenter.list_runs(rows, library)
    assert [run.tally for run in page.runs[-1]] == [None, None]
    qtbot.waitUntil(lambda: not worker.is_busy)
    assert [run.tally for run in page.runs[-1]] == [Tally(2, 0), Tally(2, 0)]
    presenter.list_runs(rows, library)
    assert not worker.is_busy
