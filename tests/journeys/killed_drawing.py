"""Somebody who draws, in a process of its own, which is killed before anything is saved.

    python -m tests.journeys.killed_drawing FILE FOLDER

Prints the drill as it was drawn when all of it had been kept.
"""

import json
import os
import signal
import sys
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from blackstart.core.exercise.files import save_text
from tests.journeys.draw_hands import KeyboardHand
from tests.journeys.user import User


def kept(folder: Path) -> list[str]:
    """The drills that lie on the disk for a crash."""
    return [json.loads(each.read_text(encoding="utf-8"))["text"] for each in folder.glob("*.recovery")]


def main(file: Path, folder: Path) -> None:
    """Open a file, draw, wait until the program has kept it by itself, and be killed."""
    user = User(QApplication([]), folder, file)
    user.wait(lambda: user.frame.mode == "draw")
    hand = KeyboardHand(user)
    hand.rest()
    hand.add("Tills")
    hand.connect("Login", "Tills")
    hand.choose("Cooling")
    hand.press(Qt.Key.Key_Delete)
    hand.rest()
    hand.choose("Power")
    for _ in range(3):
        hand.press(Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    hand.rest()
    document = user.rooms.desk.draw.document
    drawn = save_text(document.drill, document.loaded)
    user.wait(lambda: drawn in kept(folder / "unsaved"))
    sys.stdout.write(drawn)
    sys.stdout.flush()
    os.kill(os.getpid(), signal.SIGKILL)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
