"""What the README shows works as it stands there."""

import json
import re
import textwrap
from pathlib import Path

import pytest

from blackstart.cli.root import COMMANDS, main
from blackstart.core.base.assets import exercises_folder

README = (Path(__file__).resolve().parents[1] / "README.md").read_text(encoding="utf-8")


def block(first_line: str) -> str:
    """The indented block that begins with a line."""
    lines = README.splitlines()
    start = next(index for index, line in enumerate(lines) if line.startswith("    " + first_line))
    end = next(index for index in range(start, len(lines)) if lines[index] and not lines[index].startswith("    "))
    return textwrap.dedent("\n".join(lines[start:end])).strip() + "\n"


@pytest.fixture
def two_halls(tmp_path: Path) -> Path:
    path = tmp_path / "two-halls.drill"
    path.write_text(block("blackstart: 1"), encoding="utf-8")
    return path


def test_the_small_drill_has_neither_fault_nor_warning(two_halls: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(two_halls)]) == 0
    assert capsys.readouterr().out == ""


def test_the_effects_suit_the_small_drill(two_halls: Path, capsys: pytest.CaptureFixture[str]) -> None:
    effects = two_halls.with_name("effects.yaml")
    effects.write_text(block("- at: 10 s"), encoding="utf-8")
    assert main(["simulate", str(two_halls), "--effects", str(effects), "--until", "1 h"]) == 0
    assert json.loads(capsys.readouterr().out)["peak_users"] == 40000


def test_the_commands_suit_the_drill_that_is_shipped(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    commands = tmp_path / "commands.jsonl"
    commands.write_text(block('{"at": 900'), encoding="utf-8")
    words = ["play", str(exercises_folder() / "pangyo-2022.drill"), "--commands", str(commands), "--until", "1 h"]
    assert main([*words, "--library", str(tmp_path / "library.db")]) == 0
    assert "error" not in capsys.readouterr().out


def test_every_command_there_is_stands_in_the_table() -> None:
    shown = set(re.findall(r"`blackstart ([a-z]+)", README))
    assert set(COMMANDS) - shown == set()
