"""Setting up: what is done once, what is asked of the system, what is said to whom."""

import importlib.util
import sys
from collections import namedtuple
from pathlib import Path
from types import ModuleType

import pytest

SCRIPT = Path(__file__).resolve().parents[1] / "packaging" / "bootstrap.py"
Version = namedtuple("Version", "major minor micro releaselevel serial")


@pytest.fixture
def bootstrap(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The script as a module whose .venv is an empty folder and whose commands are only written down."""
    spec = importlib.util.spec_from_file_location("bootstrap", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    ran: list[list[str]] = []
    monkeypatch.setattr(module, "VENV", tmp_path)
    monkeypatch.setattr(module, "PIP", tmp_path / "pip")
    monkeypatch.setattr(module, "_run", lambda command, environment=None: ran.append([str(part) for part in command]))
    monkeypatch.setattr(module, "_loads", lambda library: True)
    monkeypatch.setattr(module, "_has_font", lambda pattern: True)
    monkeypatch.setattr(module, "_finds", lambda program: True)
    monkeypatch.setattr(module, "ran", ran, raising=False)
    return module


def test_the_first_time_it_makes_the_venv_and_installs(bootstrap: ModuleType) -> None:
    bootstrap.main(["app", "--no-start"])
    assert [command[1:3] for command in bootstrap.ran] == [["-m", "venv"], ["-m", "pip"]]


def test_the_second_time_there_is_nothing_to_do(bootstrap: ModuleType) -> None:
    bootstrap.main(["app", "--no-start"])
    bootstrap.PIP.touch()
    bootstrap.ran.clear()
    assert bootstrap.main(["app", "--no-start"]) == 0
    assert bootstrap.ran == []


def test_a_changed_list_of_packages_is_installed_again(bootstrap: ModuleType, tmp_path: Path) -> None:
    bootstrap.main(["app", "--no-start"])
    bootstrap.PIP.touch()
    bootstrap.ran.clear()
    (tmp_path / "blackstart-app.stamp").write_text("of an older list", encoding="utf-8")
    bootstrap.main(["app", "--no-start"])
    assert [command[1:3] for command in bootstrap.ran] == [["-m", "pip"]]


def test_an_old_python_is_told_which_one_is_needed(
    bootstrap: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "version_info", Version(3, 10, 1, "final", 0))
    assert bootstrap.main(["app"]) == 1
    assert "needs Python 3.11 or newer" in capsys.readouterr().err


def test_without_words_it_says_what_it_can_do(bootstrap: ModuleType, capsys: pytest.CaptureFixture[str]) -> None:
    assert bootstrap.main([]) == 1
    assert "bootstrap.py app" in capsys.readouterr().err


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux leaves Qt's libraries to the system")
def test_lacking_libraries_are_installed_by_root(bootstrap: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bootstrap, "_loads", lambda library: library != "libxcb-cursor.so.0")
    monkeypatch.setattr(bootstrap, "_may_install", lambda: True)
    bootstrap._provide_system_packages("app")
    assert bootstrap.ran[-1][:2] == ["apt-get", "install"]
    assert "libxcb-cursor0" in bootstrap.ran[-1]


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux leaves Qt's libraries to the system")
def test_anyone_else_is_told_the_one_line_that_installs_them(
    bootstrap: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(bootstrap, "_loads", lambda library: library != "libxcb-cursor.so.0")
    monkeypatch.setattr(bootstrap, "_may_install", lambda: False)
    with pytest.raises(SystemExit):
        bootstrap._provide_system_packages("app")
    assert "sudo apt-get install -y --no-install-recommends libxcb-cursor0" in capsys.readouterr().err
    assert bootstrap.ran == []


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux leaves Qt's libraries to the system")
def test_missing_fonts_alone_never_stop_anyone(bootstrap: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bootstrap, "_has_font", lambda pattern: False)
    monkeypatch.setattr(bootstrap, "_may_install", lambda: False)
    bootstrap._provide_system_packages("app")
    assert bootstrap.ran == []
