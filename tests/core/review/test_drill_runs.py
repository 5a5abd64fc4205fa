"""All runs of a drill, read from a library."""

from pathlib import Path

import pytest

from blackstart.core.exercise.files import LoadedDrill
from blackstart.core.play.commands import Begin
from blackstart.core.record.library import Library
from blackstart.core.record.rows import RunRow
from blackstart.core.review.drill_runs import runs_of_drill
from tests.core.record.texts import TEXT, entry, loaded


def test_a_text_that_several_runs_played_is_read_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    library = Library(tmp_path / "library.db")
    for text in (TEXT, TEXT + "# later\n", TEXT + "# later\n", TEXT):
        library.create(loaded(text), [entry(1, 0, Begin())]).release()
    open_one = library.recorded(library.runs()[0].run)
    asked: list[str] = []
    read = library.drill_of

    def counted(row: RunRow) -> LoadedDrill:
        asked.append(row.drill)
        return read(row)

    monkeypatch.setattr(library, "drill_of", counted)
    assert len(list(runs_of_drill(library, open_one))) == 4
    assert len(asked) == 1  # the other text; that of the open run was read before
    library.close()
