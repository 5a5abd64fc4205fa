"""The first half of a journey, in a process of its own, which is killed while the clock runs.

    python -m tests.journeys.killed FOLDER

Prints one line: what the clock showed last, and then what every card showed.
"""

import json
import os
import signal
import sys
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.journeys.user import User


def main(folder: Path) -> None:
    """Open Pangyo, begin, decide, go on, and be killed."""
    user = User(QApplication([]), folder)
    user.press(Qt.Key.Key_Return)
    user.wait(lambda: user.frame.mode == "run")
    user.click(user.rooms.run.side.begin.team)
    user.rooms.run.side.begin.team.setFocus()
    user.write("night shift")
    user.press(Qt.Key.Key_Return)
    form = user.rooms.run.side.form
    user.press(Qt.Key.Key_3)
    user.play_until(lambda: form.shown is not None)
    first = form.shown
    user.press(Qt.Key.Key_D)
    user.press(Qt.Key.Key_Space)
    form.answer.why.setFocus()
    user.write("They cannot reach each other.")
    user.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert form.shown != first, user.frame.messages.text
    before = user.clock
    user.play_until(lambda: user.clock != before)
    shown = {component: [face.shown, face.sub] for component, face in user.map_in("run").items()}
    print(json.dumps({"clock": user.clock, "decision": first, "map": shown}), flush=True)
    os.kill(os.getpid(), signal.SIGKILL)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
