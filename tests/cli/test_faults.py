"""Libraries with something wrong with them, on the command line: one clear sentence each, and nothing is lost."""

import json
import sqlite3
import subprocess
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from blackstart.cli.root import main
from blackstart.core.record.library import Library
from blackstart.core.record.schema import NEWEST
from tests.cli.test_play import AGREE, DRILL, lines, streaming, told
from tests.core.session.faults import full_small_disk, small_disk


@pytest.fixture
def drill(tmp_path: Path) -> Path:
    path = tmp_path / "hall.drill"
    path.write_text(DRILL)
    return path


@pytest.fixture
def library(drill: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """A library with one run."""
    path = drill.with_name("library.db")
    assert main(["play", str(drill), "--library", str(path), "--team", "First"]) == 0
    capsys.readouterr()
    return path


def said(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    """The one sentence of a command that failed."""
    assert main(list(words)) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert err.count("\n") == 1
    return err


def runs(capsys: pytest.CaptureFixture[str], library: Path) -> list[str]:
    assert main(["runs", "--json", "--library", str(library)]) == 0
    return [json.loads(line)["run"] for line in capsys.readouterr().out.splitlines()]


def test_a_newer_library_is_told_by_every_command_and_left_alone(
    drill: Path, library: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with closing(sqlite3.connect(library)) as connection:
        connection.execute("PRAGMA user_version = 7")
    before = library.read_bytes()
    for words in (
        ["runs"],
        ["play", str(drill)],
        ["replay", "last", "--at", "0"],
        ["without", "last", "2"],
        ["runs", "delete", "last"],
    ):
        sentence = said(capsys, *words, "--library", str(library))
        assert f"its schema is 7, this program knows {NEWEST}; use the newer program" in sentence
    assert library.read_bytes() == before


def test_a_damaged_page_sets_the_library_aside_and_the_play_is_recorded_in_a_new_one(
    drill: Path, library: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for _ in range(3):
        assert main(["play", str(drill), "--library", str(library)]) == 0
    damaged = bytearray(library.read_bytes())
    damaged[20_000:30_000] = b"\xff" * 10_000
    library.write_bytes(bytes(damaged))
    capsys.readouterr()
    assert main(["play", str(drill), "--library", str(library), "--until", "9"]) == 0
    assert capsys.readouterr().err.count("kept as") == 1
    assert library.with_name("library.db.damaged-1").read_bytes() == bytes(damaged)
    assert len(runs(capsys, library)) == 1


def test_a_run_that_another_process_plays_may_be_read_and_not_deleted(
    drill: Path, library: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    at = ("--library", str(library))
    with streaming(drill, library) as process:
        assert told(process, AGREE) == {"seq": 2}
        sentence = said(capsys, "runs", "delete", "last", *at)
        assert f"is open in another Blackstart (process {process.pid}): close it there" in sentence
        assert main(["replay", "last", "--at", "40", "--json", *at]) == 0
        assert main(["runs", "export", "last", "-o", str(tmp_path / "run.json"), *at]) == 0
        assert len(json.loads((tmp_path / "run.json").read_text())["journal"]) == 2
        assert told(process, {"at": 45, "do": "note", "text": "x", "by": "eva"}) == {"seq": 3}
        process.kill()
    capsys.readouterr()
    assert len(runs(capsys, library)) == 2
    assert main(["runs", "delete", "last", *at]) == 0


def test_a_locked_library_is_told_and_nothing_is_acknowledged(
    drill: Path, library: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("blackstart.cli.kept.PATIENCE_S", 0.01)
    with closing(sqlite3.connect(library)) as other:
        other.execute("BEGIN EXCLUSIVE")
        assert "another program holds" in said(capsys, "play", str(drill), "--library", str(library))
    assert len(runs(capsys, library)) == 1


def test_a_library_whose_folder_is_gone_is_told(
    drill: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("where a folder was")
    where = str(tmp_path / "file" / "library.db")
    assert f"{where} cannot be used" in said(capsys, "play", str(drill), "--library", where)


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    with small_disk(tmp_path / "small") as is_small:
        if not is_small:
            pytest.skip("only root can make a small disk")
        yield tmp_path / "small"


def test_on_a_full_disk_what_was_acknowledged_is_there_and_nothing_else_is_acknowledged(
    drill: Path, disk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = disk / "library.db"
    Library(path).close()
    with streaming(drill, path) as process:
        assert told(process, AGREE) == {"seq": 2}
        library = Library(path)
        with full_small_disk(library):
            answers, note = [2], {"at": 45, "do": "note", "text": "x" * 3000, "by": "eva"}
            assert process.stdin is not None
            assert process.stdout is not None
            while True:
                process.stdin.write(lines(note))
                process.stdin.flush()
                answer = process.stdout.readline()
                if not answer:
                    break
                answers.append(json.loads(answer)["seq"])
            assert process.wait() == 1
        entries = library.recorded("last").entries
        assert [entry.seq for entry in entries[1:]] == answers
        library.close()


def test_a_folder_that_may_only_be_read_is_told(drill: Path, disk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    library = disk / "library.db"
    assert main(["play", str(drill), "--library", str(library)]) == 0
    capsys.readouterr()
    subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
    assert str(library) in said(capsys, "play", str(drill), "--library", str(library))
