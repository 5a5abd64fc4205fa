"""play, as a script meets it: what it prints, what it records, what it answers line by line."""

import json
import os
import subprocess
import sys
from io import BytesIO, TextIOWrapper
from pathlib import Path
from typing import Any

import pytest

from blackstart.cli.root import main
from blackstart.core.record.library import Library

ROOT = Path(__file__).parents[2]
DRILL = """\
blackstart: 1
id: hall
title: A dark hall
topology:
  currency: KRW
  crews: [{id: ops}]
  components:
    - {id: power, repair: 40 s}
    - {id: hall, restart: 5 s, users: 1000, cost_per_hour: 3600, needs: [{on: power}]}
    - {id: desk, needs: [{on: phone}]}
    - {id: phone, needs: [{on: desk}]}
exercise:
  lasts: 300 s
  display: visible
  phases: [{id: one, name: One, from: 0, until: 100 s}, {id: two, name: Two, from: 100 s, until: 300 s}]
  roles: [{id: lead, name: Lead}]
  injects:
    - {id: smoke, at: 30 s, channel: phone, text: Smoke, opens: cut, effects: [{fail: power}, {fail: desk}]}
    - {id: mend, at: 31 s, channel: map, effects: [{repair: desk}]}
    - {id: press, at: 290 s, channel: press, text: What happens?}
  decisions:
    - id: cut
      asks: lead
      question: Cut?
      within: 40 s
      options:
        - {id: agree, text: Agree, effects: [{repair: power}]}
        - {id: wait, text: Wait}
      otherwise: wait
    - {id: late, at: 200 s, asks: lead, question: Late?, options: [{id: "yes", text: "Yes"}]}
"""
AGREE = {"at": 40, "do": "decide", "decision": "cut", "option": "agree", "by": "lead", "why": "safe"}


@pytest.fixture
def drill(tmp_path: Path) -> Path:
    path = tmp_path / "hall.drill"
    path.write_text(DRILL)
    return path


@pytest.fixture
def library(tmp_path: Path) -> Path:
    return tmp_path / "library.db"


def lines(*commands: object) -> str:
    return "".join((each if isinstance(each, str) else json.dumps(each)) + "\n" for each in commands)


def played(
    drill: Path, library: Path, capsys: pytest.CaptureFixture[str], *words: str, text: str | None = None
) -> tuple[int, list[dict[str, Any]]]:
    """Exit status and printed rows of a play with a file of commands."""
    if text is not None:
        commands = drill.with_suffix(".jsonl")
        commands.write_text(text)
        words = (*words, "--commands", str(commands))
    status = main(["play", str(drill), "--library", str(library), *words])
    return status, [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def journal(library: Path) -> list[tuple[int, str]]:
    kept = Library(library)
    try:
        rows = kept._db.execute("SELECT exercise_s, kind FROM journal ORDER BY seq")
        return [(int(at), str(kind)) for at, kind in rows]
    finally:
        kept.close()


def test_a_drill_nobody_plays_goes_to_its_end(drill: Path, library: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, (summary,) = played(drill, library, capsys)
    assert status == 0
    assert summary.pop("run")
    assert summary == {
        "injects_delivered": 3,
        "injects_skipped": 0,
        "decisions": [
            {"id": "cut", "option": "wait", "opened_s": 30, "decided_s": None},
            {"id": "late", "option": None, "opened_s": 200, "decided_s": None},
        ],
        "lost_service_seconds": 271 * 1000,  # down in every second from 30 to 300
        "lost_money": 271,
        "first_impact_s": 30,
        "peak_users": 1000,
        "waiting": ["power", "hall"],
        "deadlock": ["desk", "phone"],
    }
    assert journal(library) == [(-1, "begin"), (300, "end")]


def test_commands_take_effect_in_their_second(drill: Path, library: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, (summary,) = played(drill, library, capsys, text=lines(AGREE))
    assert status == 0
    assert summary["decisions"][0] == {"id": "cut", "option": "agree", "opened_s": 30, "decided_s": 40}
    assert summary["lost_service_seconds"] == (40 + 40 + 5 - 30) * 1000
    assert journal(library) == [(-1, "begin"), (40, "decide"), (300, "end")]


def test_until_ends_the_run_there(drill: Path, library: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _, (summary,) = played(drill, library, capsys, "--until", "1 min", "--team", "Night shift")
    assert summary["lost_service_seconds"] == 31 * 1000
    assert journal(library)[-1] == (60, "end")
    kept = Library(library)
    assert (kept.find("last").team, kept.find("last").ended) == ("Night shift", True)
    kept.close()


def test_a_command_in_the_last_second_counts(drill: Path, library: Path, capsys: pytest.CaptureFixture[str]) -> None:
    late = {"at": 300, "do": "decide", "decision": "late", "option": "yes", "by": "lead"}
    status, (summary,) = played(drill, library, capsys, text=lines(late))
    assert (status, summary["decisions"][1]["decided_s"]) == (0, 300)


REFUSED: list[tuple[object, str]] = [
    ({**AGREE, "at": 20}, "at 20 lies before 30"),
    ({**AGREE, "at": 301}, "301 lies beyond 300"),
    ({"at": 40, "do": "jump", "to_s": 400}, "400 lies beyond 300"),
    ({**AGREE, "option": "agre"}, "has no option agre; it has agree, wait"),
    ({**AGREE, "decision": "late", "option": "yes"}, "The decision late is not open"),
    ({**AGREE, "do": "decied"}, "did you mean decide?"),
    ({**AGREE, "confidence": "sure"}, "wanted one of low, medium, high"),
    ({"at": 40, "do": "effect", "effects": [{"fail": "pwer"}], "why": "x"}, "no component 'pwer'; did you mean power?"),
    ({"at": 40, "do": "begin"}, "begun already"),
    ({"do": "end"}, "at is missing"),
    ({"at": 40}, "do is missing"),
    ({"at": "soon", "do": "end"}, "at: "),
    ("[1]", "wanted one JSON object"),
    ("{not json}", "wanted one JSON object: it is none from character 2 on"),
    ("[" * 100_000, "of ordinary depth"),
]


@pytest.mark.parametrize(("command", "why"), REFUSED)
def test_what_does_not_apply_is_answered_not_recorded_and_the_play_goes_on(
    drill: Path, library: Path, capsys: pytest.CaptureFixture[str], command: object, why: str
) -> None:
    note = {"at": 30, "do": "note", "text": "x", "by": "eva"}
    status, (answer, summary) = played(drill, library, capsys, text=lines(note, "", command, AGREE))
    assert status == 1
    assert answer["line"] == 3
    assert why in answer["error"]
    assert summary["decisions"][0]["option"] == "agree"
    assert journal(library) == [(-1, "begin"), (30, "note"), (40, "decide"), (300, "end")]


def test_input_that_breaks_off_leaves_the_run_without_an_end(
    drill: Path, library: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status, (summary,) = played(drill, library, capsys, text=lines(AGREE) + '{"at": 50, "do": "no')
    assert status == 1
    assert summary["decisions"][0]["option"] == "agree"
    assert journal(library) == [(-1, "begin"), (40, "decide")]
    kept = Library(library)
    assert (kept.find("last").ended, kept.find("last").reached_s) == (False, 40)
    kept.close()


def test_a_last_line_without_a_line_break_counts(
    drill: Path, library: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status, _ = played(drill, library, capsys, text=json.dumps(AGREE))
    assert status == 0
    assert journal(library) == [(-1, "begin"), (40, "decide"), (300, "end")]


def test_an_end_of_theirs_is_the_end_and_the_record_goes_on(
    drill: Path, library: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    end, hotwash = {"at": 50, "do": "end"}, {"at": 50, "do": "hotwash", "by": "lead", "well": "calm"}
    status, (answer, summary) = played(drill, library, capsys, text=lines(AGREE, end, hotwash, {**AGREE, "at": 60}))
    assert (status, answer["line"]) == (1, 4)
    assert summary["lost_service_seconds"] == 21 * 1000
    assert journal(library) == [(-1, "begin"), (40, "decide"), (50, "end"), (50, "hotwash")]


def test_holds_are_written_down_and_ignored(drill: Path, library: Path, capsys: pytest.CaptureFixture[str]) -> None:
    clocks = [{"at": 10, "do": "play"}, {"at": 20, "do": "hold", "why": "lunch"}, {"at": 20, "do": "jump", "to_s": 35}]
    status, (summary,) = played(drill, library, capsys, text=lines(*clocks, AGREE))
    assert (status, summary["injects_delivered"]) == (0, 3)
    assert journal(library) == [(-1, "begin"), (10, "play"), (20, "hold"), (20, "jump"), (40, "decide"), (300, "end")]


def test_a_drill_without_an_exercise_is_told_in_one_sentence(
    drill: Path, library: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    drill.write_text(DRILL.split("exercise:")[0])
    assert main(["play", str(drill), "--library", str(library)]) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("hall has no exercise yet")
    assert len(err.splitlines()) == 1


@pytest.mark.parametrize("name", ["none", ".", "latin.jsonl"])
def test_commands_that_cannot_be_read_are_told_and_nothing_is_recorded(
    drill: Path, library: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    (drill.parent / "latin.jsonl").write_bytes("{'text': 'für'}".encode("latin-1"))
    commands = str(drill.parent / name)
    assert main(["play", str(drill), "--library", str(library), "--commands", commands]) == 1
    assert capsys.readouterr().err.startswith(f"{commands}: ")
    assert not library.exists()


def test_a_line_that_is_no_text_is_answered(
    drill: Path, library: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", TextIOWrapper(BytesIO(b"\xff\n" + lines(AGREE).encode())))
    assert main(["play", str(drill), "--library", str(library), "--commands", "-"]) == 1
    answers = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert answers[:2] == [{"error": "byte 1 is no UTF-8; wanted one JSON object in UTF-8", "line": 1}, {"seq": 2}]


def test_a_closed_stdin_is_told(
    drill: Path, library: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    assert main(["play", str(drill), "--library", str(library), "--commands", "-"]) == 1
    assert "no stdin" in capsys.readouterr().err


def streaming(drill: Path, library: Path) -> subprocess.Popen[str]:
    words = ["play", str(drill), "--library", str(library), "--commands", "-"]
    return subprocess.Popen(
        [sys.executable, "-m", "blackstart", *words],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT / "desktop")},
    )


def told(process: subprocess.Popen[str], command: object) -> dict[str, Any]:
    """Write one line and wait for its answer."""
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write(lines(command))
    process.stdin.flush()
    return dict(json.loads(process.stdout.readline()))


def test_live_commands_are_acknowledged_one_by_one_once_they_are_durable(drill: Path, library: Path) -> None:
    with streaming(drill, library) as process:
        assert told(process, AGREE) == {"seq": 2}
        assert journal(library) == [(-1, "begin"), (40, "decide")]
        assert told(process, {"at": 10, "do": "end"})["line"] == 2
        assert told(process, {"at": 45, "do": "note", "text": "x", "by": "eva"}) == {"seq": 3}
        rest, _ = process.communicate()
    assert process.returncode == 1
    assert json.loads(rest)["decisions"][0]["decided_s"] == 40
    assert journal(library)[-1] == (300, "end")


def test_what_was_acknowledged_is_there_after_a_kill(drill: Path, library: Path) -> None:
    with streaming(drill, library) as process:
        assert told(process, AGREE) == {"seq": 2}
        process.kill()
    assert journal(library) == [(-1, "begin"), (40, "decide")]
