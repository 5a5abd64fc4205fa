import subprocess
import sys

import pytest

from blackstart.shell.window.another import start_of_program


def test_another_window_is_this_program_started_once_more() -> None:
    program, words = start_of_program()
    told = subprocess.run([program, *words, "--version"], capture_output=True, text=True, check=True)
    assert "blackstart" in told.stdout.lower()


def test_a_packaged_program_is_started_by_its_own_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert start_of_program() == (sys.executable, [])
