"""check, schema and simulate, as a shell user meets them."""

import json
import subprocess
import sys
from errno import ENOSPC
from pathlib import Path

import pytest

from blackstart.cli.root import main

CHAIN = """\
blackstart: 1
id: chain
title: Chain
topology:
  components:
    - {id: grid, repair: 5 s}
    - {id: ups, needs: [{on: grid, survives: 10 s}]}
    - {id: login, users: 1000, cost_per_hour: 3600, restart: 4 s, needs: [{on: ups}, {on: tips, weight: 30 %}]}
    - {id: tips}
"""


@pytest.fixture
def chain(tmp_path: Path) -> Path:
    path = tmp_path / "chain.drill"
    path.write_text(CHAIN)
    return path


def effects(folder: Path, text: str) -> str:
    path = folder / "e.yaml"
    path.write_text(text)
    return str(path)


def rows(text: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in text.splitlines()]


def test_a_sound_drill_is_checked_in_silence(chain: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(chain)]) == 0
    assert capsys.readouterr() == ("", "")


def test_every_fault_is_one_line_with_file_and_line(chain: Path, capsys: pytest.CaptureFixture[str]) -> None:
    bad = chain.with_name("bad.drill")
    bad.write_text(CHAIN.replace("on: grid", "on: gird").replace("users: 1000", "users: many"))
    assert main(["check", str(chain), str(bad)]) == 1
    out, err = capsys.readouterr()
    assert [line.split(": ")[0] for line in out.splitlines()] == [f"{bad}:7", f"{bad}:8"]
    assert err == ""


def test_a_warning_is_told_and_is_no_failure(chain: Path, capsys: pytest.CaptureFixture[str]) -> None:
    chain.write_text(CHAIN.replace("id: chain", "id: other"))
    assert main(["check", str(chain)]) == 0
    message = "the id is other, the file is called chain: its runs stand under other"
    assert capsys.readouterr() == (f"{chain}:2: warning: id: {message}\n", "")


def test_a_missing_file_is_one_sentence_and_the_others_are_still_checked(
    chain: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bad = chain.with_name("bad.drill")
    bad.write_text("blackstart: 2\n")
    assert main(["check", "none.drill", str(bad)]) == 1
    out, err = capsys.readouterr()
    assert err == "none.drill: there is no such file\n"
    assert out.startswith(f"{bad}:1: ")


def test_the_schema_is_one_object_on_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema"]) == 0
    (schema,) = rows(capsys.readouterr().out)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"


def test_the_sums_of_a_simulation(chain: Path, capsys: pytest.CaptureFixture[str]) -> None:
    given = effects(chain.parent, "- {at: 10 s, do: [{fail: grid}]}\n- {at: 40 s, do: [{repair: grid}]}\n")
    assert main(["simulate", str(chain), "--effects", given, "--until", "90s"]) == 0
    (sums,) = rows(capsys.readouterr().out)
    assert float(str(sums.pop("engine_ms"))) > 0
    # Down from 20, the grid back at 45 and the login 4 s later: 29 s of 1,000 users.
    assert sums == {
        "lost_service_seconds": 29_000,
        "lost_money": 29,
        "first_impact_s": 20,
        "peak_users": 1000,
        "waiting": [],
        "deadlock": [],
    }


def test_the_trace_is_the_start_and_then_what_moves(chain: Path, capsys: pytest.CaptureFixture[str]) -> None:
    given = effects(chain.parent, "- {at: 10, do: [{fail: grid}]}\n- {at: 12, do: [{fail: tips}]}\n")
    assert main(["simulate", str(chain), "--effects", given, "--until", "20", "--trace"]) == 0
    found = rows(capsys.readouterr().out)
    up = {"mode": "up", "level": 1000, "shown": "operational", "cause": None}
    down = {"mode": "down", "level": 0, "shown": "down"}
    assert found == [
        *({"t": -1, "component": name, **up} for name in ("grid", "ups", "login", "tips")),
        {"t": 10, "component": "grid", **down, "cause": {"effect": "effects[0]"}},
        {
            "t": 12,
            "component": "login",
            "mode": "up",
            "level": 700,
            "shown": "degraded",
            "cause": {"component": "tips", "t": 12, "need": "tips"},
        },
        {"t": 12, "component": "tips", **down, "cause": {"effect": "effects[1]"}},
        {"t": 20, "component": "ups", **down, "cause": {"component": "grid", "t": 10, "need": "grid"}},
        {"t": 20, "component": "login", **down, "cause": {"component": "ups", "t": 20, "need": "ups"}},
    ]


def test_batches_of_one_instant_are_played_together_in_file_order(
    chain: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    given = effects(chain.parent, '[{"at": 30, "do": []}, {"at": 5, "do": [{"fail": "tips"}]},'
                                  ' {"at": 5, "do": [{"restore": "tips"}]}]')  # fmt: skip
    assert main(["simulate", str(chain), "--effects", given, "--until", "90", "--trace"]) == 0
    assert all(row["t"] == -1 for row in rows(capsys.readouterr().out) if row["mode"] == "up" and row["level"] == 1000)


def test_faults_of_the_effects_are_told_with_their_line(chain: Path, capsys: pytest.CaptureFixture[str]) -> None:
    given = effects(chain.parent, "- {at: 10, do: [{fail: gird}]}\n- {at: 12 m, du: []}\n")
    assert main(["simulate", str(chain), "--effects", given, "--until", "90"]) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert [line.split(": ")[:2] for line in err.splitlines()] == [
        [f"{given}:1", "[0].do[0].fail"],
        [f"{given}:2", "[1].at"],
        [f"{given}:2", "[1].du"],
    ]


MISUSED = [
    (["simulate", "x.drill", "--until", "9 parsecs"], "blackstart simulate: '--until': '9 parsecs' is not a duration"),
    (["simulate", "x.drill"], "blackstart simulate: '--until' is missing"),
    (["simulate", "x.drill", "--untl", "9"], "blackstart simulate: No such option '--untl'"),
    (["simulate", "x.drill", "--until"], "blackstart: Option '--until' requires an argument"),
    (["simulat"], "blackstart: No such command 'simulat'"),
    (["check"], "blackstart check: 'FILES...' is missing"),
    (["without", "last", "x"], "blackstart without: 'SEQ': found 'x', wanted the number of an entry"),
    (["runs", "exprot"], "blackstart runs: No such command 'exprot'"),
]


@pytest.mark.parametrize(("words", "said"), MISUSED)
def test_a_misused_command_is_told_in_one_sentence(
    words: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(words) == 1
    out, err = capsys.readouterr()
    assert (out, err.count("\n")) == ("", 1)
    assert err.startswith(said)


def test_a_result_that_a_full_disk_cannot_take_is_told(
    chain: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def full(_text: str) -> int:
        raise OSError(ENOSPC, "No space left on device")

    monkeypatch.setattr(sys.stdout, "write", full)
    assert main(["simulate", str(chain), "--until", "90"]) == 1
    assert capsys.readouterr().err == "the result cannot be written: No space left on device\n"


def test_the_version_and_the_help_are_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out.startswith("blackstart ")
    assert main(["--help"]) == 0
    assert "simulate" in capsys.readouterr().out


def test_a_simulation_starts_without_arrays_graphs_databases_windows_and_yaml(chain: Path, tmp_path: Path) -> None:
    drill = tmp_path / "j.drill"
    drill.write_text('{"blackstart": 1, "title": "J", "topology": {"components": [{"id": "a"}]}}')
    code = (
        "import sys; from blackstart.cli.root import main; main(['simulate', sys.argv[1], '--until', '5']);"
        "print(sorted({name.split('.')[0] for name in sys.modules}), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code, str(drill)], capture_output=True, text=True, check=True)
    heavy = {"numpy", "networkx", "sqlite3", "sqlite_utils", "PySide6", "ruamel", "pydantic"}
    assert heavy.isdisjoint(json.loads(done.stderr.replace("'", '"')))
