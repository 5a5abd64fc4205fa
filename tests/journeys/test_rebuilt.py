"""Pages are built anew while workers are busy: what is put away goes, and in the window's thread.

Some times by default; as often as BLACKSTART_REBUILDS says on request.
"""

import gc
import os
import threading
import weakref
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from blackstart.shell.app.application import tend
from blackstart.shell.support.look import TEXT_SIZES
from blackstart.shell.support.workers import Worker
from tests.journeys.user import User

ROOT = Path(__file__).resolve().parents[2]
PANGYO = ROOT / "exercises" / "pangyo-2022.drill"
TIMES = int(os.environ.get("BLACKSTART_REBUILDS", "3"))
LOOKS_MS = 300  # in which garbage is looked for at least twice
A_BREATH_S = 0.002


class Circles:
    """A worker that makes garbage as a reader of large drills does, and lets the window breathe."""

    def __init__(self) -> None:
        self._worker, self._is_over = Worker(), threading.Event()
        self._worker.do("circles", self._make, lambda _: None, lambda _: None)

    def stop(self) -> None:
        self._is_over.set()
        self._worker.stop()

    def _make(self) -> None:
        while not self._is_over.is_set():
            for _ in range(1000):
                ring: list[object] = []
                ring.append(ring)
            self._is_over.wait(A_BREATH_S)


@pytest.fixture
def user(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[User]:
    gc.collect()
    made = User(qapp, tmp_path, PANGYO)
    qtbot.addWidget(made.frame)
    made.wait(lambda: made.frame.mode == "run" and not made.rooms.desk.worker.is_busy)
    gc.freeze()
    yield made
    made.close()
    gc.unfreeze()


@pytest.mark.slow
def test_pages_that_are_put_away_go_in_the_windows_thread_while_workers_are_busy(qtbot: QtBot, user: User) -> None:
    gone: list[int] = []
    put_away: list[weakref.ref[QWidget]] = []
    rooms, look = user.rooms, user.program.look
    garbage = tend(user.program)
    rooms.desk.run.begin("night shift")
    circles = Circles()
    for number in range(TIMES):
        put_away += [weakref.ref(page) for page in (rooms.run, rooms.review, rooms.draw, rooms.library)]
        for each in put_away[-4:]:
            weakref.finalize(each(), lambda: gone.append(threading.get_ident()))
        look.set_language("ko" if number % 4 == 1 else "en")
        look.set_text_size(TEXT_SIZES[number % 3])
        qtbot.wait(LOOKS_MS)
    qtbot.waitUntil(lambda: len(gone) == len(put_away), timeout=20_000)
    circles.stop()
    garbage.deleteLater()  # its timer would go on looking in whatever test comes next
    QApplication.sendPostedEvents(garbage, QEvent.Type.DeferredDelete)
    assert set(gone) == {threading.get_ident()}
