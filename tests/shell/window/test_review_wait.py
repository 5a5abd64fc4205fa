"""The wait for a run that is to be looked back on."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from blackstart.core.base.ids import RunId
from blackstart.core.record.library import Library
from blackstart.shell.document.opening import Opener
from blackstart.shell.document.stages import Stage
from blackstart.shell.review.presenter import ReviewPresenter
from blackstart.shell.support.look import Look
from blackstart.shell.support.workers import Worker
from blackstart.shell.window.review_wait import ReviewWait
from tests.shell.recorded_runs import record


class Desk:
    """A presenter of Review with one run to read, and the wait for it."""

    def __init__(self, folder: Path, look: Look) -> None:
        self.run = RunId(record(folder / "library.db"))
        self.worker = Worker()
        self.review = ReviewPresenter(folder / "library.db", self.worker, Opener(), look)
        store = Library(folder / "library.db")
        self.review.list_runs(store.runs(), {})
        store.close()
        self.wait = ReviewWait(self.review)
        self.said: list[str] = []
        self.ended: list[str] = []
        self.wait.grew_long.connect(lambda offer: self.said.append(offer.sentence))
        self.wait.reworded.connect(lambda _before, offer: self.said.append(offer.sentence))
        self.wait.ended.connect(self.ended.append)


@pytest.fixture
def desk(qapp: object, tmp_path: Path, look: Look) -> Iterator[Desk]:
    made = Desk(tmp_path, look)
    yield made
    made.worker.stop()


def test_a_run_that_takes_long_tells_in_which_step_it_is(qtbot: QtBot, desk: Desk) -> None:
    with qtbot.waitSignal(desk.review.opened):
        desk.review.open(desk.run)
        desk.wait.tell()  # as after some time
    assert desk.said[0] == "Opening Lights…"
    assert [sentence.split(" of 5")[0][-1] for sentence in desk.said[1:]] == [str(n + 1) for n in range(len(Stage))]
    assert desk.ended == desk.said[-1:]
    assert not desk.wait.is_on


def test_a_run_that_is_opened_at_once_says_nothing(qtbot: QtBot, desk: Desk) -> None:
    with qtbot.waitSignal(desk.review.opened):
        desk.review.open(desk.run)
    assert not desk.said
    assert not desk.wait.is_on


def test_a_run_that_cannot_be_read_is_not_waited_for_any_more(qtbot: QtBot, desk: Desk) -> None:
    with qtbot.waitSignal(desk.review.unread):
        desk.review.open(RunId("nowhere"))
        desk.wait.tell()
    assert desk.ended == ["Opening nowhere…"]


def test_a_run_that_was_called_off_is_not_opened_and_that_is_said(qtbot: QtBot, desk: Desk) -> None:
    desk.review.open(desk.run)
    offers: list[object] = []
    desk.wait.grew_long.connect(offers.append)
    desk.wait.grew_long.connect(lambda offer: offer.deed())
    with qtbot.waitSignal(desk.review.unread) as unread, qtbot.assertNotEmitted(desk.review.opened, wait=200):
        desk.wait.tell()
    assert unread.args == ["The run is not open: that was called off."]
    assert len(offers) == 1
    assert desk.review.recorded is None
