"""The first half of an exercise played by hand, in a process of its own, which is killed while the clock runs.

    python -m tests.journeys.killed_at_table FOLDER

Leaves three pictures of the participants' display in FOLDER, and prints one line: the clock, what was done, and what
was shown.
"""

import json
import os
import signal
import sys
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication

from tests.journeys.facilitator import CONTROL, ENTER, Facilitator
from tests.journeys.watcher import Watcher

ROOT = Path(__file__).resolve().parents[2]
PANGYO = ROOT / "exercises" / "pangyo-2022.drill"


def main(folder: Path) -> None:
    """Set up, begin, decide twice, skip, note, act, and be killed."""
    user = Facilitator(QApplication([]), folder, PANGYO)
    user.wait(lambda: user.frame.mode == "run" and not user.rooms.desk.worker.is_busy)
    watcher = Watcher(user)
    assert watcher.message.startswith("You are the incident team")
    watcher.look().save(str(folder / "1-brief.png"))

    set_up(user)
    user.press(Qt.Key.Key_3)
    user.did("pace", pace=20)
    user.play_until(lambda: user.rooms.run.side.feed.rowCount() > 0)
    watcher.look().save(str(folder / "2-message.png"))
    assert watcher.message.startswith("A third of the servers")

    user.press(Qt.Key.Key_Space)
    user.did("hold")
    user.play_to("staff-comms")
    watcher.look().save(str(folder / "3-question.png"))
    user.decide_by_mouse("Build a phone tree from private phones", "phone-tree", "They cannot reach each other.")
    user.note("Nobody had the numbers, see", "staff ch", "Staff chat", "staff-chat")
    user.play_to("first-call")
    user.decide_by_keys(2, "site-lost", "Every hall hangs on one room.")
    user.skip_by_keys("smoke-picture", "The press has called already.")
    user.press(Qt.Key.Key_A)
    user.click(user.see(QAbstractButton, "Begin: Ask the host to feed the network core from feed 1"))
    user.did("act", action="refeed-network", by="platform-lead")
    user.press(Qt.Key.Key_Escape)
    user.let_go()
    before = user.clock
    user.play_until(lambda: user.clock != before)
    print(json.dumps({"clock": user.clock, "done": user.done, "shown": user.shown}), flush=True)
    os.kill(os.getpid(), signal.SIGKILL)


def set_up(user: Facilitator) -> None:
    """Who plays, and who runs it."""
    user.click(user.see(QAbstractButton, "Set up…"))
    user.write("Night shift")
    for name in ("Kim", "Lee"):
        user.go_to("At the table")
        user.write(name)
        user.press(ENTER)
    user.fill_in("Facilitator", "Park")
    user.press(ENTER, CONTROL)
    user.wait(lambda: user.rooms.desk.run.is_under_way)
    begun, *rest = user.journal()
    assert (begun["do"], begun["team"], begun["facilitator"]) == ("begin", "Night shift", "Park")
    assert [each["name"] for each in begun["participants"]] == ["Kim", "Lee"]
    assert rest == [{"do": "play"}]
    user.done = [begun, *rest]


if __name__ == "__main__":
    main(Path(sys.argv[1]))
