import threading
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from blackstart.core.base.errors import UserError
from blackstart.shell.support.workers import Worker


@pytest.fixture
def worker(qapp: object) -> Iterator[Worker]:
    made = Worker()
    yield made
    made.stop()


def never(_: object) -> None:
    raise AssertionError("must not be called")


def test_work_is_done_elsewhere_and_its_outcome_is_told_in_the_windows_thread(qtbot: QtBot, worker: Worker) -> None:
    told: list[tuple[str, int]] = []

    def done(name: str) -> None:
        told.append((name, threading.get_ident()))

    worker.do("load", lambda: threading.current_thread().name, done, never)
    qtbot.waitUntil(lambda: bool(told))
    name, thread = told[0]
    assert name.startswith("blackstart-work")
    assert thread == threading.get_ident()


def test_a_users_error_is_handed_over_and_nothing_else_is(qtbot: QtBot, worker: Worker) -> None:
    refused: list[UserError] = []

    def fail() -> None:
        raise UserError("pangyo.drill:3: no kind 'lok'")

    worker.do("load", fail, never, refused.append)
    qtbot.waitUntil(lambda: bool(refused))
    assert str(refused[0]) == "pangyo.drill:3: no kind 'lok'"


def test_our_own_bug_surfaces_in_the_windows_thread(qtbot: QtBot, worker: Worker) -> None:
    def fail() -> None:
        raise ZeroDivisionError

    with qtbot.captureExceptions() as caught:
        worker.do("load", fail, never, never)
        qtbot.waitUntil(lambda: bool(caught))
    assert caught[0][0] is ZeroDivisionError


def test_only_the_latest_of_one_name_is_told(qtbot: QtBot, worker: Worker) -> None:
    gate = threading.Event()
    told: list[int] = []

    def slow(number: int) -> int:
        gate.wait()
        return number

    for number in range(3):
        worker.do("fold", lambda number=number: slow(number), told.append, never)  # type: ignore[misc]  # bound per turn
    worker.do("other", lambda: 99, told.append, never)
    gate.set()
    qtbot.waitUntil(lambda: 99 in told)
    assert told == [2, 99]
