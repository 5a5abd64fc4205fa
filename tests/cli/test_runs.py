"""runs, replay, without, as a script meets them."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from blackstart.cli.root import main
from tests.cli.test_play import AGREE, DRILL, lines


@pytest.fixture
def library(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> str:
    """A library with two runs, the later one with a decision."""
    drill, commands, path = tmp_path / "hall.drill", tmp_path / "c.jsonl", tmp_path / "library.db"
    drill.write_text(DRILL)
    commands.write_text(lines(AGREE, {"at": 41, "do": "note", "text": "x", "by": "Ada"}))
    for words in (["--team", "First"], ["--team", "Second", "--commands", str(commands)]):
        assert main(["play", str(drill), "--library", str(path), *words]) == 0
    capsys.readouterr()
    return str(path)


def rows(capsys: pytest.CaptureFixture[str], *words: str) -> list[dict[str, Any]]:
    assert main(words) == 0
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def error(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    assert main(words) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert len(err.splitlines()) == 1
    return err


def test_runs_are_listed_the_latest_first(library: str, capsys: pytest.CaptureFixture[str]) -> None:
    listed = rows(capsys, "runs", "--json", "--library", library)
    assert [set(row) for row in listed] == [{"run", "drill", "title", "team", "begun_utc", "ended"}] * 2
    assert [(row["drill"], row["title"], row["team"], row["ended"]) for row in listed] == [
        ("hall", "A dark hall", "Second", True),
        ("hall", "A dark hall", "First", True),
    ]


def test_people_get_a_line_for_each_run(library: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["runs", "--library", library]) == 0
    first = capsys.readouterr().out.splitlines()[0]
    assert "hall #2  Second  A dark hall" in first


def test_replay_tells_states_open_decisions_and_delivered_injects(
    library: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (row,) = rows(capsys, "replay", "last", "--at", "35", "--json", "--library", library)
    assert row["t"] == 35
    assert row["states"][1] == {"component": "hall", "mode": "down", "level": 0, "shown": "down"}
    assert row["open_decisions"] == [{"id": "cut", "opened_s": 30, "due_s": 70, "overdue": False}]
    assert row["delivered_injects"] == [
        {"id": "smoke", "t": 30, "how": "timed"},
        {"id": "mend", "t": 31, "how": "timed"},
    ]
    (later,) = rows(capsys, "replay", "last", "--at", "90 s", "--json", "--library", library)
    assert later["open_decisions"] == []
    assert later["states"][1]["shown"] == "operational"


def test_without_a_decision_tells_both_impacts(library: str, capsys: pytest.CaptureFixture[str]) -> None:
    (row,) = rows(capsys, "without", "last", "2", "--json", "--library", library)
    assert (row["seq"], row["do"]) == (2, "decide")
    assert row["with"]["lost_service_seconds"] == 55 * 1000
    assert row["without"]["lost_service_seconds"] == 271 * 1000
    assert row["without"]["waiting"] == ["power", "hall"]


def test_what_cannot_be_left_out_is_told(library: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert "entry 3 says note; only decide" in error(capsys, "without", "last", "3", "--json", "--library", library)


def test_an_unknown_run_is_told(library: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert "there is no run 'nobody'" in error(capsys, "replay", "nobody", "--at", "1", "--json", "--library", library)


def test_people_can_read_replay_and_without(library: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["replay", "last", "--at", "35", "--library", library]) == 0
    assert "  component=hall  mode=down  level=0  shown=down" in capsys.readouterr().out
    assert main(["without", "last", "2", "--library", library]) == 0
    assert "without.lost_service_seconds: 271000" in capsys.readouterr().out


def test_a_run_goes_out_and_into_another_library(
    library: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file, other = str(tmp_path / "run.json"), str(tmp_path / "other.db")
    assert rows(capsys, "runs", "export", "last", "-o", file, "--without-names", "--library", library) == []
    assert "Ada" not in Path(file).read_text()
    (row,) = rows(capsys, "runs", "import", file, "--library", other)
    assert rows(capsys, "runs", "--json", "--library", other)[0]["run"] == row["run"]
    assert rows(capsys, "replay", "last", "--at", "300", "--json", "--library", other) == rows(
        capsys, "replay", "last", "--at", "300", "--json", "--library", library
    )


def test_a_run_is_not_exported_over_its_library(library: str, capsys: pytest.CaptureFixture[str]) -> None:
    said = error(capsys, "runs", "export", "last", "-o", library, "--library", library)
    assert said == f"{library} is the library itself; choose another file\n"
    assert len(rows(capsys, "runs", "--json", "--library", library)) == 2


def test_the_library_may_stand_before_or_behind_the_second_word(
    library: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (row,) = rows(capsys, "runs", "--library", library, "delete", "last")
    assert [each["team"] for each in rows(capsys, "runs", "--json", "--library", library)] == ["First"]
    assert error(capsys, "runs", "delete", row["deleted"], "--library", library).startswith("there is no run")


def test_a_damaged_library_is_set_aside_and_its_new_name_told(library: str, capsys: pytest.CaptureFixture[str]) -> None:
    Path(library).write_bytes(b"no database, and long enough to be seen as none")
    assert main(["runs", "--library", library]) == 0
    assert f"kept as {library}.damaged-1" in capsys.readouterr().err
    assert main(["runs", "--library", library]) == 0
    assert capsys.readouterr().err == ""


def test_who_only_looks_makes_no_files(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    nowhere = str(tmp_path / "none" / "library.db")
    assert rows(capsys, "runs", "--json", "--library", nowhere) == []
    for words in (["replay", "last", "--at", "0"], ["without", "last", "2"], ["runs", "delete", "last"]):
        assert error(capsys, *words, "--library", nowhere).startswith("there is no run")
    assert list(tmp_path.iterdir()) == []


def test_a_run_of_an_earlier_model_is_told_beside_its_replay(library: str, capsys: pytest.CaptureFixture[str]) -> None:
    with closing(sqlite3.connect(library)) as connection, connection:
        connection.execute("UPDATE runs SET digest = 'of an earlier program'")
    assert main(["replay", "last", "--at", "0", "--json", "--library", library]) == 0
    out, err = capsys.readouterr()
    assert json.loads(out)["t"] == 0
    assert "was played with an earlier model" in err
