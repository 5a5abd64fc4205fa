"""Covering one of two screens that Qt itself takes for real; in a process of its own, which has them from its start."""

import json
import os
import subprocess
import sys
from pathlib import Path

LAPTOP = {"name": "laptop", "x": 0, "y": 0, "width": 1600, "height": 1000}
BEAMER = {"name": "beamer", "x": 1600, "y": 0, "width": 1920, "height": 1080}
USUAL = {"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
SCRIPT = """
import json
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QWidget
from blackstart.shell.display.screens import Screens
app = QApplication([])
screens, console, shown = Screens(), QWidget(), QWidget()
console.show()
faces = screens.faces()
other = next(face.key for face in faces if face.key != screens.under(console))
screens.cover(shown, other)
app.processEvents()
covered = shown.size().toTuple(), shown.isFullScreen()
screens.uncover(shown, QSize(1280, 720))
app.processEvents()
print(json.dumps({
    "keys": [face.key for face in faces], "names": [face.name for face in faces], "under": screens.under(console),
    "on": screens.under(shown), "size": covered[0], "is_full": covered[1],
    "after": shown.size().toTuple(), "is_still_full": shown.isFullScreen(),
}))
"""


def told(folder: Path, *screens: dict[str, object]) -> dict[str, object]:
    config = folder / "screens.json"
    config.write_text(json.dumps({"screens": [{**screen, **USUAL} for screen in screens]}))
    environment = {**os.environ, "QT_QPA_PLATFORM": f"offscreen:configfile={config}"}
    command = [sys.executable, "-c", SCRIPT]
    ended = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert ended.returncode == 0, ended.stderr
    found: dict[str, object] = json.loads(ended.stdout)
    return found


def test_a_window_fills_the_screen_that_is_not_the_consoles(tmp_path: Path) -> None:
    found = told(tmp_path, LAPTOP, BEAMER)
    sizes = {"laptop": [1600, 1000], "beamer": [1920, 1080]}
    assert sorted(str(name) for name in _listed(found["names"])) == ["beamer, 1920 × 1080", "laptop, 1600 × 1000"]
    assert found["on"] != found["under"]
    assert (found["size"], found["is_full"]) == (sizes[str(found["on"]).split("|")[0]], True)


def test_a_window_that_filled_a_screen_stands_by_itself_again(tmp_path: Path) -> None:
    found = told(tmp_path, LAPTOP, BEAMER)
    assert (found["after"], found["is_still_full"]) == ([1280, 720], False)


def test_twins_have_keys_of_their_own(tmp_path: Path) -> None:
    found = told(tmp_path, LAPTOP, {**BEAMER, "name": "laptop"})
    assert len(set(_listed(found["keys"]))) == 2
    assert found["on"] != found["under"]


def _listed(value: object) -> list[object]:
    assert isinstance(value, list)
    return value
