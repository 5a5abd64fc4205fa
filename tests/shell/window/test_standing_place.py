"""The window stands on its screen with its title bar and borders in sight."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QMargins, QPoint, QRect, QSize

from blackstart.shell.window.standing_place import FIRST_SIZE, LEAST_SIZE, brought_in, first_box

FRAME = QMargins(4, 30, 4, 4)
USUAL = {"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1, "x": 0, "y": 0, "name": "only"}
SCRIPT = """
import json, sys
from PySide6.QtWidgets import QApplication
from pathlib import Path
from blackstart.shell.support.look import Look
from blackstart.shell.support.settings import settings_in
from blackstart.shell.window.frame import Frame
app = QApplication([])
settings = settings_in(Path(sys.argv[1]))
frame = Frame(Look(settings), settings)
frame.show()
app.processEvents()
told = {"is_full": frame.isMaximized(), "outside": frame.frameGeometry().getRect()}
told |= {"least": frame.minimumSize().toTuple(), "size": frame.size().toTuple()}
if len(sys.argv) > 2:
    frame.setGeometry(*map(int, sys.argv[2].split(",")))
frame.close()
print(json.dumps(told))
"""


def shown(folder: Path, width: int, height: int, leave_at: str = "") -> dict[str, object]:
    """Open the window on a screen of its own, and leave it somewhere."""
    config = folder / "screen.json"
    config.write_text(json.dumps({"screens": [{**USUAL, "width": width, "height": height}]}))
    environment = {**os.environ, "QT_QPA_PLATFORM": f"offscreen:configfile={config}"}
    command = [sys.executable, "-c", SCRIPT, str(folder / "settings.ini"), *([leave_at] if leave_at else [])]
    ended = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert ended.returncode == 0, ended.stderr
    found: dict[str, object] = json.loads(ended.stdout)
    return found


@pytest.mark.parametrize("room", [QRect(0, 0, 1600, 1000), QRect(0, 40, 1440, 860), QRect(1920, 0, 3840, 2120)])
def test_the_first_window_is_seen_with_its_frame(room: QRect) -> None:
    box = first_box(room, FRAME)
    assert box is not None
    assert room.contains(box.marginsAdded(FRAME))
    assert box.size() == FIRST_SIZE.boundedTo(room.marginsRemoved(FRAME).size())


def test_where_the_least_window_and_its_frame_have_no_room_the_screen_is_filled() -> None:
    least = QRect(QPoint(0, 0), LEAST_SIZE).marginsAdded(FRAME)
    assert first_box(least, FRAME) == QRect(QPoint(0, 0), LEAST_SIZE)
    for short in (QSize(1, 0), QSize(0, 1)):
        assert first_box(QRect(least.topLeft(), least.size() - short), FRAME) is None


def test_a_window_that_stands_partly_outside_is_moved_and_keeps_its_size() -> None:
    room = QRect(0, 0, 1920, 1080)
    box = brought_in(QRect(1700, 900, 1400, 800), room, FRAME)
    assert box == QRect(QPoint(1920 - 4 - 1400, 1080 - 4 - 800), QSize(1400, 800))
    assert brought_in(QRect(-50, -20, 1400, 800), room, FRAME) == QRect(4, 30, 1400, 800)
    assert brought_in(QRect(0, 0, 3000, 800), room, FRAME) == QRect(4, 30, 1912, 800)


def test_a_large_screen_has_the_first_size_and_a_smaller_one_what_there_is(tmp_path: Path) -> None:
    large, smaller = shown(tmp_path, 1920, 1200), shown(tmp_path, 1600, 1000)
    assert (large["size"], large["is_full"]) == ([1600, 1000], False)
    assert smaller["is_full"] is False
    left, top, width, height = _numbers(smaller["outside"], 4)
    assert left >= 0
    assert top >= 0
    assert left + width <= 1600
    assert top + height <= 1000


def test_on_the_least_screen_the_window_fills_it(tmp_path: Path) -> None:
    found = shown(tmp_path, 1280, 720)
    assert found["is_full"] is True
    assert _numbers(found["least"], 2)[1] <= 720 - 40, "its foot stays in sight below a title bar"


def test_the_size_of_last_time_is_kept_as_long_as_it_fits(tmp_path: Path) -> None:
    shown(tmp_path, 1920, 1200, leave_at="100,120,1500,900")
    assert shown(tmp_path, 1920, 1200)["size"] == [1500, 900]
    found = shown(tmp_path, 1440, 900)
    _, _, width, height = _numbers(found["outside"], 4)
    assert found["is_full"] is False
    assert (width <= 1440, height <= 900) == (True, True)


def _numbers(value: object, count: int) -> list[int]:
    assert isinstance(value, list)
    assert len(value) == count
    return value
