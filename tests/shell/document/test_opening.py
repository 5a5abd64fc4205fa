"""Large drills are opened in a process of their own; nobody can tell but by the clock."""

import os
from pathlib import Path

import pytest

from blackstart.core.base.errors import DrillError
from blackstart.core.base.ids import RunId
from blackstart.core.drawing.portfolio import Portfolio
from blackstart.core.record.library import Library
from blackstart.shell.document import opening
from blackstart.shell.document.opening import LARGE, Opener, open_bare
from blackstart.shell.document.stages import Progress, Stage
from blackstart.shell.support.apart import GivenUpError
from tests.shell.drills import LIGHTS, lights_file
from tests.shell.recorded_runs import record


@pytest.fixture
def everything_is_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "LARGE", 0)


@pytest.mark.usefixtures("everything_is_large")
def test_a_large_file_opens_as_a_small_one_does(tmp_path: Path) -> None:
    path = lights_file(tmp_path)
    opened = Opener().file(path)
    assert opened == open_bare(path, Portfolio())
    assert opened.loaded.document is None, "it was read in this process"


@pytest.mark.usefixtures("everything_is_large")
def test_a_large_file_is_refused_with_all_its_faults(tmp_path: Path) -> None:
    path = tmp_path / "lights.drill"
    path.write_text(LIGHTS.replace("[{on: power}]", "[{on: powr}]"), encoding="utf-8")
    with pytest.raises(DrillError, match="powr"):
        Opener().file(path)


@pytest.mark.usefixtures("everything_is_large")
def test_the_drill_of_a_large_run_opens_once(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    run = record(path)
    library = Library(path)
    row = library.find(RunId(run))
    library.close()
    opener = Opener()
    opened = opener.recorded(path, row)
    assert opened.loaded.text == LIGHTS
    assert opener.recorded(path, row) is opened


@pytest.mark.usefixtures("everything_is_large")
def test_a_closed_opener_opens_nothing_large(tmp_path: Path) -> None:
    opener = Opener()
    opener.close()
    with pytest.raises(GivenUpError):
        opener.file(lights_file(tmp_path))


def test_a_small_file_needs_no_process(tmp_path: Path) -> None:
    opener = Opener()
    opener.close()
    assert opener.file(lights_file(tmp_path)).path == tmp_path / "lights.drill"
    assert os.path.getsize(tmp_path / "lights.drill") < opening.LARGE


@pytest.mark.parametrize("largest", [LARGE, 0])
def test_opening_tells_how_far_it_has_come(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, largest: int) -> None:
    monkeypatch.setattr("blackstart.shell.document.opening.LARGE", largest)  # what is larger, another process opens
    told: list[Progress] = []
    opener = Opener()
    opener.file(lights_file(tmp_path), told.append)
    opener.file(tmp_path / "lights.drill", told.append)  # is open already
    assert [each.stage for each in told] == list(Stage)
    assert [each.share for each in told] == sorted(each.share for each in told)


@pytest.mark.parametrize("largest", [LARGE, 0])
def test_a_map_that_was_drawn_before_is_not_drawn_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, largest: int
) -> None:
    monkeypatch.setattr("blackstart.shell.document.opening.LARGE", largest)
    kept, told = Portfolio(tmp_path / "drawings"), list[Progress]()
    first = Opener(kept).file(lights_file(tmp_path))
    again = Opener(kept).file(tmp_path / "lights.drill", told.append)
    assert again == first
    assert [each.stage for each in told] == [Stage.READ, Stage.CHECK, Stage.SHOW]


def test_a_run_is_shown_on_the_map_that_its_file_was_drawn_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = Portfolio(tmp_path / "drawings")
    of_file = Opener(kept).file(lights_file(tmp_path))
    library = Library(tmp_path / "library.db")
    row = library.find(RunId(record(tmp_path / "library.db")))
    library.close()
    monkeypatch.setattr(opening, "arrange", None)  # nothing may be arranged any more
    assert Opener(kept).recorded(tmp_path / "library.db", row).drawing == of_file.drawing


def test_a_kept_drawing_that_was_damaged_is_made_anew(tmp_path: Path) -> None:
    kept = Portfolio(tmp_path / "drawings")
    first = Opener(kept).file(lights_file(tmp_path))
    (file,) = (tmp_path / "drawings").iterdir()
    file.write_bytes(file.read_bytes()[::-1])
    told: list[Progress] = []
    assert Opener(kept).file(tmp_path / "lights.drill", told.append) == first
    assert [each.stage for each in told] == list(Stage)
    assert [each.share for each in told] == sorted(each.share for each in told)
