"""Each import contract is broken once, in a copy of the tree, to see that it bites."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]

PLANTED = {
    "entry > shell | cli > core": ("core/base", "import blackstart.cli"),
    "core, high to low": ("core/topology", "import blackstart.core.play.commands"),
    "shell, high to low": ("shell/support", "import blackstart.shell.window"),
    "no cycles anywhere": ("core/base", "import blackstart.core.topology.model"),
    "core and command line know no Qt": ("core/review", "import PySide6"),
    "the engine knows no clock, chance, system or array": ("core/engine", "import random"),
    "the engine sees of the topology only its model": ("core/engine", "import blackstart.core.topology.graph"),
    "sqlite only in record": ("cli", "import sqlite3"),
}


def lint(tree: Path) -> str:
    command = [sys.executable, "-c", "from importlinter.cli import lint_imports_command as run; run()", "--no-cache"]
    environment = {"PYTHONPATH": str(tree / "desktop"), "PATH": "", "COLUMNS": "200"}
    ended = subprocess.run(command, cwd=tree, env=environment, capture_output=True, text=True, check=False)
    return ended.stdout + ended.stderr


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    shutil.copytree(ROOT / "desktop", tmp_path / "desktop", ignore=shutil.ignore_patterns("__pycache__"))
    return tmp_path


def test_every_contract_of_the_project_is_planted() -> None:
    named = [
        line
        for line in (ROOT / "pyproject.toml").read_text(encoding="utf-8").splitlines()
        if line.startswith("name = ")
    ]
    assert {line.split('"')[1] for line in named} - {"blackstart"} == set(PLANTED)


def test_a_planted_fault_breaks_each_contract(tree: Path) -> None:
    for number, (room, line) in enumerate(PLANTED.values()):
        module = tree / "desktop" / "blackstart" / room / f"planted_{number}.py"
        module.write_text(f'"""Planted."""\n\n{line}\n', encoding="utf-8")
    told = lint(tree)
    assert {name for name in PLANTED if f"{name} BROKEN" not in told} == set(), told
