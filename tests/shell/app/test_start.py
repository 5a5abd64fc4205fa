import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from blackstart.__main__ import Window, has_display, main, window_words
from blackstart.core.base.errors import UserError
from blackstart.shell.app.application import Program, Wanted
from blackstart.shell.app.furniture import furnish
from blackstart.shell.support.look import Look
from blackstart.shell.support.settings import settings_in
from blackstart.shell.window.frame import Frame
from blackstart.shell.window.rooms import Rooms
from blackstart.shell.window.settings_sheet import SettingsSheet
from tests.shell.drills import lights_file

REPORTS = {"docx", "jinja2", "lxml", "pypdf"}
HEAVY = {"numpy", "networkx", "PySide6", "pydantic", "pyqtgraph", "ruamel", "sqlite_utils"}


def program(app: QApplication, folder: Path, wanted: Wanted) -> Program:
    return Program(app, settings_in(folder / "settings.ini"), furnish, wanted)


@pytest.mark.parametrize(
    ("words", "window"),
    [
        ([], Window()),
        (["new.drill"], Window(Path("new.drill"))),
        (["--library", "l.db"], Window(None, Path("l.db"))),
        (["--library", "l.db", "a.drill"], Window(Path("a.drill"), Path("l.db"))),
        (["a.drill", "--library", "l.db"], Window(Path("a.drill"), Path("l.db"))),
        (["a.drill", "--library=l.db"], Window(Path("a.drill"), Path("l.db"))),
        (["--library=l.db"], Window(None, Path("l.db"))),
        (["a.drill", "--library"], None),
        (["play", "a.drill", "--library", "l.db"], None),
        (["runs", "--library", "l.db"], None),
        (["check", "a.drill"], None),
        (["--version"], None),
        (["check"], None),
        (["a.drill", "b.drill"], None),
        (["--library", "l.db", "runs"], None),
    ],
)
def test_no_words_or_a_drill_open_the_window_and_all_else_is_a_command(words: list[str], window: Window | None) -> None:
    assert window_words(words) == window


def test_any_file_that_is_there_opens_the_window(tmp_path: Path) -> None:
    path = tmp_path / "kept-elsewhere.yaml"
    path.write_text("blackstart: 1\n", encoding="utf-8")
    assert window_words([str(path)]) == Window(path)


@pytest.mark.parametrize(
    ("environment", "platform", "is_there"),
    [
        ({}, "linux", False),
        ({"DISPLAY": ":0"}, "linux", True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "linux", True),
        ({"QT_QPA_PLATFORM": "offscreen"}, "linux", True),
        ({}, "win32", True),
        ({}, "darwin", True),
    ],
)
def test_only_linux_can_be_without_a_display(environment: dict[str, str], platform: str, is_there: bool) -> None:
    assert has_display(environment, platform) is is_there


def test_without_a_display_the_drill_is_told_in_the_terminal(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "LC_ALL", "LANG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(sys, "platform", "linux")
    assert main(["--library", str(tmp_path / "library.db"), str(lights_file(tmp_path))]) == 0
    said = capsys.readouterr()
    assert "no display" in said.err
    assert "A bang in the street." in said.out


@pytest.mark.parametrize(
    ("language", "sentence"), [("en_GB.UTF-8", "there is no such file"), ("ko_KR.UTF-8", "파일이 없습니다")]
)
def test_a_drill_that_is_not_there_is_one_sentence_there_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], language: str, sentence: str
) -> None:
    monkeypatch.setenv("LC_ALL", language)
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(sys, "platform", "linux")
    assert main(["--library", str(tmp_path / "library.db"), str(tmp_path / "gone.drill")]) == 1
    assert sentence in capsys.readouterr().err


def test_a_command_is_handed_to_the_command_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out.startswith("blackstart ")


def test_the_version_is_told_without_loading_what_the_window_needs() -> None:
    command = [sys.executable, "-X", "importtime", "-m", "blackstart", "--version"]
    ended = subprocess.run(command, capture_output=True, text=True, check=True, env={**os.environ, "COLUMNS": "80"})
    loaded = {line.rsplit("|", 1)[-1].strip().split(".")[0] for line in ended.stderr.splitlines()}
    assert "blackstart" in loaded
    assert loaded & HEAVY == set()


def test_the_frame_is_seen_without_loading_what_the_rooms_need() -> None:
    code = "import sys, blackstart.shell.app.application; print(' '.join(sys.modules))"
    command = [sys.executable, "-c", code]
    ended = subprocess.run(command, capture_output=True, text=True, check=True)
    loaded = {name.split(".")[0] for name in ended.stdout.split()}
    assert loaded & (HEAVY - {"PySide6"}) == set()


def test_no_start_waits_for_what_only_reports_need() -> None:
    code = "import sys, blackstart.shell.app.furniture; print(' '.join(sys.modules))"
    command = [sys.executable, "-c", code]
    ended = subprocess.run(command, capture_output=True, text=True, check=True)
    loaded = {name.split(".")[0] for name in ended.stdout.split()}
    assert "pyqtgraph" in loaded
    assert loaded & REPORTS == set()


def test_the_rooms_are_loaded_after_the_frame(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    started = program(qapp, tmp_path, Wanted(lights_file(tmp_path), tmp_path / "library.db"))
    qtbot.addWidget(started.frame)
    assert started.rooms is None
    started.show()
    qtbot.waitUntil(lambda: started.rooms is not None)
    qtbot.waitUntil(lambda: started.frame.mode == "run")
    started.frame.close()


def test_a_library_that_cannot_be_opened_is_told_in_the_window(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    def refuse(frame: Frame, look: Look, wanted: Wanted) -> Rooms:
        raise UserError("library.db was made by a newer Blackstart")

    started = Program(qapp, settings_in(tmp_path / "settings.ini"), refuse, Wanted())
    qtbot.addWidget(started.frame)
    started.load()
    assert started.frame.messages.text == "library.db was made by a newer Blackstart"
    assert started.rooms is None


def test_the_library_moves_at_once_and_stays_there_for_the_next_start(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    started = program(qapp, tmp_path, Wanted(None, tmp_path / "first" / "library.db"))
    qtbot.addWidget(started.frame)
    started.load()
    started.frame.sheets.folder_wished.emit(tmp_path / "second")
    assert (tmp_path / "first" / "library.db").is_file()
    assert (tmp_path / "second" / "library.db").is_file()
    started.frame.close()
    (tmp_path / "second" / "library.db").unlink()
    again = program(qapp, tmp_path, Wanted())
    qtbot.addWidget(again.frame)
    again.load()
    assert (tmp_path / "second" / "library.db").is_file()
    again.frame.close()


def test_a_folder_that_cannot_hold_a_library_changes_nothing(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    started = program(qapp, tmp_path, Wanted(None, tmp_path / "library.db"))
    qtbot.addWidget(started.frame)
    started.load()
    rooms = started.rooms
    (tmp_path / "file").write_text("no folder", encoding="utf-8")
    started.frame.sheets.folder_wished.emit(tmp_path / "file")
    assert str(tmp_path / "file") in started.frame.messages.text
    assert started.rooms is rooms
    assert settings_in(tmp_path / "settings.ini").text("library/folder") == ""
    started.frame.close()


def test_a_library_folder_that_is_gone_can_be_given_up_for_another(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("no folder", encoding="utf-8")
    settings_in(tmp_path / "settings.ini").choose("library/folder", str(tmp_path / "file"))
    started = program(qapp, tmp_path, Wanted())
    qtbot.addWidget(started.frame)
    started.load()
    assert started.rooms is None
    started.frame.messages.act.click()
    assert isinstance(started.frame.sheets.sheet, SettingsSheet)
    started.frame.sheets.folder_wished.emit(tmp_path / "other")
    assert started.rooms is not None
    started.frame.close()
