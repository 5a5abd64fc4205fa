"""The projector is unplugged in the middle of a run, on a real X server: the display waits for it, and comes back."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QRect

from tests.journeys.screen import PATIENCE_S, ROOT, Screen, screen, share_of, wait

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux") or None in map(shutil.which, ("Xvfb", "xdotool", "xrandr")),
    reason="needs an X server to put up, xdotool and xrandr",
)
LAPTOP, BEAMER = "1600/400x1000/250+0+0", "1280/320x720/180+1600+0"
PROJECTED = QRect(1600, 0, 1280, 720)


def plug(seen: Screen, *words: str) -> None:
    ran = subprocess.run(
        ["xrandr", *words], env=seen.environment, capture_output=True, text=True, check=False, timeout=PATIENCE_S
    )
    assert ran.returncode == 0, ran.stderr


def is_dark(seen: Screen) -> bool:
    """Whether nothing at all is projected; the darkest ground of the display is not black."""
    return share_of(seen.look().copy(PROJECTED), ["#000000"]) > 0.95


def test_the_display_survives_that_the_projector_is_unplugged(tmp_path: Path) -> None:
    with screen(tmp_path, "2880x1000") as seen:
        plug(seen, "--setmonitor", "laptop", LAPTOP, "screen")
        plug(seen, "--setmonitor", "beamer", BEAMER, "none")
        drill = ROOT / "exercises" / "pangyo-2022.drill"
        command = [sys.executable, "-m", "blackstart", str(drill), "--library", str(tmp_path / "library.db")]
        environment = {**seen.environment, "HOME": str(tmp_path), "XDG_CONFIG_HOME": str(tmp_path / "config")}
        with subprocess.Popen(command, env=environment, stderr=subprocess.PIPE, text=True) as program:
            try:
                wait(lambda: seen.shows_window("– Run – Blackstart"), "the console")
                assert is_dark(seen)
                seen.press("ctrl+d")
                wait(lambda: not is_dark(seen), "the display on the second screen")
                for _ in range(2):
                    plug(seen, "--delmonitor", "beamer")
                    wait(lambda: is_dark(seen), "the display to go with its screen")
                    plug(seen, "--setmonitor", "beamer", BEAMER, "none")
                    wait(lambda: not is_dark(seen), "the display to come back with its screen")
                assert program.poll() is None
            finally:
                program.terminate()
            assert program.stderr is not None
            assert "Traceback" not in program.stderr.read()
