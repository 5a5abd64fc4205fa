"""The improvement plan of a drill, folded from all its runs in a library."""

from pathlib import Path

import pytest

from blackstart.core.base.ids import DrillId
from blackstart.core.play.commands import Begin, Improve, Note
from blackstart.core.record.library import Library
from blackstart.core.review.drill_runs import runs_of_drill
from blackstart.core.review.improvements import PlanSource, improvement_plan
from tests.core.record.texts import TEXT, entry, loaded

DRILL = DrillId("dark-hall")
IMPROVE = Improve(issue="No torch", action="Buy one", element="equipment", owner="Ada")


def library_of(folder: Path, *texts: str) -> Library:
    """A run of each text; in each the same is to be improved."""
    library = Library(folder / "library.db")
    for text in texts:
        said = [entry(1, 0, Begin()), entry(2, 1, Note("dark", "facilitator")), entry(3, 2, IMPROVE)]
        library.create(loaded(text), said).release()
    return library


def test_what_was_said_in_any_run_is_told_and_nothing_else(tmp_path: Path) -> None:
    library = library_of(tmp_path, TEXT, TEXT + "# later\n", TEXT.replace("title:", "id: other\ntitle:"))
    found = list(runs_of_drill(library, DRILL))
    whole = [library.recorded(row.run) for row in library.runs() if row.drill_id == DRILL]
    library.close()
    wanted = [PlanSource(each.row.run, tuple(e for e in each.entries if e.command == IMPROVE)) for each in whole]
    assert len(found) == 2
    assert found == wanted
    assert improvement_plan(found) == improvement_plan(PlanSource(each.row.run, each.entries) for each in whole)


def test_no_drill_is_read_for_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    library = library_of(tmp_path, TEXT, TEXT + "# later\n")
    monkeypatch.setattr("blackstart.core.record.library.read_drill", None)
    assert len(list(runs_of_drill(library, DRILL))) == 2
    library.close()


def test_a_run_in_which_nothing_was_said_of_it_is_left_out(tmp_path: Path) -> None:
    library = Library(tmp_path / "library.db")
    library.create(loaded(), [entry(1, 0, Begin()), entry(2, 1, Note("dark", "facilitator"))]).release()
    assert list(runs_of_drill(library, DRILL)) == []
    library.close()
