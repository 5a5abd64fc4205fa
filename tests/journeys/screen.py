"""A screen of one's own, with a keyboard: Xvfb and xdotool. Started by itself this module takes the pictures of it."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import numpy as np
from PySide6.QtGui import QGuiApplication, QImage

ROOT = Path(__file__).resolve().parents[2]
PATIENCE_S = 40.0
LOOK_AGAIN_S = 0.05


class Screen:
    """What somebody at it can do: press keys, write, look."""

    def __init__(self, display: str, photographer: "subprocess.Popen[str]", folder: Path) -> None:
        self.environment = {**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
        self._photographer = photographer
        self._picture = folder / "screen.png"

    def press(self, *keys: str) -> None:
        self._xdotool("key", "--clearmodifiers", *keys)

    def write(self, words: str) -> None:
        self._xdotool("type", "--delay", "5", words)

    def shows_window(self, title: str) -> bool:
        """Whether a window is seen whose title matches."""
        found = self._xdotool("search", "--onlyvisible", "--name", title, is_sure=False)
        return bool(found.strip())

    def look(self) -> QImage:
        assert self._photographer.stdin is not None
        assert self._photographer.stdout is not None
        self._photographer.stdin.write(f"{self._picture}\n")
        self._photographer.stdin.flush()
        assert self._photographer.stdout.readline().strip() == "taken"
        return QImage(str(self._picture))

    def _xdotool(self, *words: str, is_sure: bool = True) -> str:
        ran = subprocess.run(
            ["xdotool", *words], env=self.environment, capture_output=True, text=True, check=False, timeout=PATIENCE_S
        )
        assert ran.returncode == 0 or not is_sure, ran.stderr
        return ran.stdout


@contextmanager
def screen(folder: Path, size: str = "1600x1000") -> Iterator[Screen]:
    """Put up a screen that is gone afterwards; what is plugged into it stays so while nobody looks."""
    out, into = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(into), "-screen", "0", f"{size}x24", "-noreset", "-nolisten", "tcp"],
        pass_fds=[into],
        stderr=subprocess.DEVNULL,
    )
    os.close(into)
    try:
        with os.fdopen(out) as told:
            display = f":{told.readline().strip()}"
        environment = {**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
        photographer = subprocess.Popen(
            [sys.executable, "-m", "tests.journeys.screen", *size.split("x")],
            cwd=ROOT,
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        with photographer:
            yield Screen(display, photographer, folder)
            photographer.terminate()
    finally:
        server.terminate()
        server.wait()


def wait(until: Callable[[], bool], what: str, patience_s: float = PATIENCE_S) -> None:
    """Look again and again until something has come about."""
    end = time.monotonic() + patience_s
    while not until():
        assert time.monotonic() < end, f"waited in vain: {what}"
        time.sleep(LOOK_AGAIN_S)


def share_of(picture: QImage, colors: Sequence[str]) -> float:
    """The share of a picture's pixels that have one of some colours, looked at in every second row and column."""
    wanted = [int(color.removeprefix("#"), 16) for color in colors]
    whole = picture.convertToFormat(QImage.Format.Format_RGB32)
    pixels = np.frombuffer(whole.constBits(), np.uint32).reshape(whole.height(), -1)[::2, ::2] & 0xFFFFFF
    return float(np.isin(pixels, wanted).mean())


def main() -> None:
    """Take a picture of the whole screen, whatever of it belongs to a monitor, for each path that is read."""
    app = QGuiApplication([])
    width, height = map(int, sys.argv[1:])
    for line in sys.stdin:
        app.processEvents()
        app.primaryScreen().grabWindow(0, 0, 0, width, height).save(line.strip())
        print("taken", flush=True)


if __name__ == "__main__":
    main()
