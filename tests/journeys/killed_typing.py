"""A decision and a note are half typed in a process of its own, which is then killed.

    python -m tests.journeys.killed_typing FILE FOLDER

FILE is a drill in which a decision opens.
"""

import os
import signal
import sys
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.journeys.user import User

WHY, NOTE = "They cannot reach each", "Nobody asked who is on"


def main(file: Path, folder: Path) -> None:
    """Begin, type, and be killed once a second has gone by."""
    user = User(QApplication([]), folder, file)
    user.wait(lambda: user.frame.mode == "run" and not user.rooms.desk.worker.is_busy)
    user.rooms.desk.run.begin("night shift")
    form = user.rooms.run.side.form
    user.play_until(lambda: form.shown is not None)
    user.press(Qt.Key.Key_D)
    user.press(Qt.Key.Key_Space)
    form.answer.why.setFocus()
    user.write(WHY)
    user.press(Qt.Key.Key_Escape)
    user.press(Qt.Key.Key_N)
    user.write(NOTE)
    kept = folder / "unsaved" / f"{user.rooms.desk.run.run_id}.typed"
    user.wait(lambda: kept.exists() and NOTE in kept.read_text(encoding="utf-8"))
    os.kill(os.getpid(), signal.SIGKILL)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
