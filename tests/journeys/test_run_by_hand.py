"""Pangyo played to the end by mouse and keyboard, with a crash in the middle; what was done, shown and kept is one."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from blackstart.cli.root import main as blackstart
from blackstart.shell.review.reporting.room import ReportRoom
from blackstart.shell.support.theme import DARK, theme
from tests.journeys.draw_hands import OFFSCREEN_POPUP
from tests.journeys.facilitator import CONTROL, ENTER, Facilitator
from tests.journeys.screen import share_of
from tests.journeys.watcher import Watcher

ROOT = Path(__file__).resolve().parents[2]
PICTURES = ("1-brief", "2-message", "3-question", "4-improvised", "5-end")
FAILED = (theme(DARK).color("downf").name(),)  # of a card that is down

LEAST_SHARE = 0.01


@pytest.fixture
def killed(tmp_path: Path) -> dict[str, Any]:
    """What was on the screen, and what had been done, when the program was killed."""
    command = [sys.executable, "-m", "tests.journeys.killed_at_table", str(tmp_path)]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    ended = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert ended.returncode == -signal.SIGKILL, ended.stderr
    told: dict[str, Any] = json.loads(ended.stdout)
    return told


@pytest.fixture
def user(qtbot: QtBot, qapp: QApplication, tmp_path: Path, killed: dict[str, Any]) -> Iterator[Facilitator]:
    """The same facilitator, in front of the program that was started again."""
    made = Facilitator(qapp, tmp_path)
    qtbot.addWidget(made.frame)
    made.done = killed["done"]
    made.shown = {int(second): shown for second, shown in killed["shown"].items()}
    yield made
    made.close()


@pytest.mark.qt_log_ignore(OFFSCREEN_POPUP)
@pytest.mark.skipif(sys.platform == "win32", reason="nothing can be killed there the way a crash kills")
def test_what_was_done_shown_and_kept_is_one_from_the_brief_to_the_report(
    user: Facilitator, tmp_path: Path, killed: dict[str, Any], capsys: pytest.CaptureFixture[str]
) -> None:
    # After the crash: everything that was done is there, and one click goes on where it was.
    assert user.journal() == user.done
    user.click(user.frame.messages.act)
    user.wait(lambda: user.frame.mode == "run")
    assert user.clock == killed["clock"]
    assert user.is_paused
    watcher = Watcher(user)

    believe(user)
    improvise(user)
    watcher.look().save(str(tmp_path / "4-improvised.png"))
    assert watcher.message == "A truck stands at the gate."
    user.note("Nobody asked when, see", "heard", "heard-it", "heard-it")

    jump(user, "1:20", 4800)
    user.play_to("twelve-minutes")
    user.decide_by_keys(1, "tools", "All else needs them.")
    user.press(Qt.Key.Key_4)
    user.did("pace", pace=3)
    user.play_to("promise")
    user.decide_by_mouse(
        '"No time yet; the next word comes at every full third hour"', "fixed-times", "Nobody knows yet."
    )
    user.note("Who has the word ready, see", "tell", "tell", "tell")
    user.play_to("spare-hours")
    user.decide_by_keys(0, "tools", "The night is long.")
    user.skip_by_mouse("all-night", "It adds nothing.")
    assert user.frame.messages.text.endswith("…")  # all of its words would cover the map
    jump(user, "10:40", 38400)
    user.play_to("power-back")
    user.decide_by_mouse("Tools first, by the recovery plan", "tools-by-plan", "It is written down.")

    end(user, watcher)
    watcher.window.grab().toImage().save(str(tmp_path / "5-end.png"))
    wash(user)
    look_back(user)
    assert user.journal() == user.done
    check_pictures(tmp_path)
    check_replay(user, tmp_path, capsys)


def believe(user: Facilitator) -> None:
    """B, a few letters, Enter, the state, why, Ctrl+Enter."""
    user.press(Qt.Key.Key_B)
    user.write("network core")
    user.press(ENTER)
    user.choose("The team believes", "degraded")
    user.fill_in("Why", "It answered once.")
    user.press(ENTER, CONTROL)
    user.did("believe", component="net-core", state="degraded", by="lead", why="It answered once.")
    user.press(Qt.Key.Key_Escape)


def improvise(user: Facilitator) -> None:
    user.press(Qt.Key.Key_I, CONTROL)
    user.write("A truck stands at the gate.")
    user.press(ENTER, CONTROL)
    user.did("improvise", inject={"text": "A truck stands at the gate.", "channel": "phone"})


def jump(user: Facilitator, typed: str, second: int) -> None:
    user.remember()
    user.press(Qt.Key.Key_J)
    user.write(typed)
    user.press(ENTER)
    user.did("jump", to_s=second)


def end(user: Facilitator, watcher: Watcher) -> None:
    user.remember()
    user.press(Qt.Key.Key_E, CONTROL)
    user.answer("End it")
    user.did("end")
    user.rooms.projection.show_seen()
    assert watcher.message == "The exercise has ended."


def wash(user: Facilitator) -> None:
    """H, what went well, Ctrl+Enter; it asks the next one."""
    user.press(Qt.Key.Key_H)
    for by, well in (("Kim", "We had a phone tree."), ("Lee", "One person decided.")):
        user.fill_in("What went well", well)
        user.press(ENTER, CONTROL)
        user.did("hotwash", by=by, well=well)
    user.press(Qt.Key.Key_Escape)


def look_back(user: Facilitator) -> None:
    """From the end of the run to its report."""
    user.click(user.see(QAbstractButton, "Look back at this run"))
    review = user.rooms.review
    user.wait(lambda: user.frame.mode == "review" and review.map.picture is not None)
    user.press(Qt.Key.Key_R)
    room = next(each for each in review.rooms if isinstance(each, ReportRoom))
    user.wait(lambda: room.presenter.pages is not None)
    pages = room.presenter.pages
    assert pages is not None
    assert len(pages.pictures) > 1
    user.press(Qt.Key.Key_Escape)


def check_pictures(folder: Path) -> None:
    """What those at the table saw at five moments: each time something else, and what has failed."""
    pictures = [QImage(str(folder / f"{name}.png")) for name in PICTURES]
    for number, picture in enumerate(pictures):
        assert all(picture != other for other in pictures[number + 1 :]), PICTURES[number]
    brief, _, *later = (share_of(picture, FAILED) for picture in pictures)
    assert brief == 0
    assert min(later) > LEAST_SHARE


def check_replay(user: Facilitator, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What the command line tells of a second is what the console showed then."""
    assert len(user.shown) > 8
    for second, shown in user.shown.items():
        capsys.readouterr()
        library = str(folder / "library.db")
        assert blackstart(["replay", "last", "--at", f"{second} s", "--json", "--library", library]) == 0
        told = json.loads(capsys.readouterr().out)
        assert {each["component"]: each["shown"] for each in told["states"]} == shown["cards"]
        opened = [each["id"] for each in told["open_decisions"]]
        assert (shown["asked"] in opened) if shown["asked"] is not None else not opened
        assert set(shown["delivered"]) <= {each["id"] for each in told["delivered_injects"]}
