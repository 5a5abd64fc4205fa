import json
import multiprocessing
from pathlib import Path

import pytest

from blackstart.cli.root import main

DRILL = """\
blackstart: 1
id: ring
title: Ring
topology:
  components:
    - {id: power}
    - {id: hall, needs: [{on: power, survives: 2 min}]}
    - {id: login, users: 100, needs: [{on: hall}, {on: cache, weight: 40 %}]}
    - {id: cache}
    - {id: mail, users: 30, needs: [{on: hall}]}
"""


@pytest.fixture
def drill(tmp_path: Path) -> Path:
    path = tmp_path / "ring.drill"
    path.write_text(DRILL, encoding="utf-8")
    return path


def rows(capsys: pytest.CaptureFixture[str]) -> list[dict[str, object]]:
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_rank_puts_the_component_with_most_users_cut_off_first(drill: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rank", str(drill), "--until", "9 min"]) == 0
    assert [(row["component"], row["users_cut_off"]) for row in rows(capsys)] == [
        ("hall", 130),
        ("power", 130),
        ("login", 100),
        ("cache", 40),
        ("mail", 30),
    ]


def test_rank_says_what_falls_and_when(drill: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rank", str(drill), "--until", "120s"]) == 0
    found = {row["component"]: row for row in rows(capsys)}
    assert found["power"] == {
        "component": "power",
        "users_cut_off": 130,
        "lost_service_seconds": 130,
        "falls": [
            {"component": "hall", "t": 120, "down_t": 120, "level": 0},
            {"component": "login", "t": 120, "down_t": 120, "level": 0},
            {"component": "mail", "t": 120, "down_t": 120, "level": 0},
        ],
    }
    assert found["cache"]["falls"] == [{"component": "login", "t": 0, "down_t": None, "level": 600}]


@pytest.mark.parametrize(("exercise", "seconds"), [("", 86401), ("exercise: {lasts: 30 min}\n", 1801)])
def test_failures_are_followed_as_long_as_the_exercise_lasts_or_for_a_day(
    drill: Path, capsys: pytest.CaptureFixture[str], exercise: str, seconds: int
) -> None:
    drill.write_text(DRILL + exercise, encoding="utf-8")
    assert main(["rank", str(drill)]) == 0
    lost = {row["component"]: row["lost_service_seconds"] for row in rows(capsys)}
    assert lost["mail"] == 30 * seconds


def test_a_large_map_is_ranked_by_worker_processes_with_the_same_rows(
    drill: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert main(["rank", str(drill)]) == 0
    here = rows(capsys)
    monkeypatch.setattr("blackstart.cli.rank.IN_PROCESS", 4)
    assert main(["rank", str(drill)]) == 0
    assert rows(capsys) == here
    assert multiprocessing.active_children() == []


def test_a_file_with_faults_is_told_on_stderr_and_ranks_nothing(
    drill: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    drill.write_text(DRILL.replace("on: power", "on: pover"), encoding="utf-8")
    assert main(["rank", str(drill)]) == 1
    told = capsys.readouterr()
    assert told.out == ""
    assert "pover" in told.err
