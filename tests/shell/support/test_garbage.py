import gc
import threading
import weakref
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from blackstart.shell.support.garbage import FEW, FIRST_GUESS_S, MOST_S, Garbage
from blackstart.shell.support.workers import Worker

TOO_MANY = round(MOST_S / FIRST_GUESS_S) + FEW


class Link:
    """One of two that hold each other."""

    def __init__(self, other: "Link | None" = None) -> None:
        self.other = other or Link(self)


@pytest.fixture
def garbage(qapp: object) -> Iterator[Garbage]:
    gc.collect()
    made = Garbage()
    made.keep()  # as once the program is loaded
    yield made
    made.deleteLater()
    gc.unfreeze()
    gc.enable()


def circle() -> "weakref.ref[Link]":
    """Make one and let go of it."""
    return weakref.ref(Link())


def make_many(count: int) -> list[list[int]]:
    return [[] for _ in range(count)]


def test_circles_are_taken_apart_in_the_windows_thread_though_a_worker_makes_many(
    qtbot: QtBot, garbage: Garbage
) -> None:
    threads: set[int] = set()
    worker, is_over = Worker(), threading.Event()

    def note() -> None:
        threads.add(threading.get_ident())

    def make_circles() -> None:
        while not is_over.is_set():
            weakref.finalize(Link(), note)
            make_many(FEW)

    garbage.begin()
    worker.do("circles", make_circles, lambda _: None, lambda _: None)
    qtbot.waitUntil(lambda: bool(threads))
    is_over.set()
    worker.stop()
    assert threads == {threading.get_ident()}


def test_few_new_objects_are_not_worth_a_look(garbage: Garbage) -> None:
    gc.disable()
    lost = circle()
    garbage.look()
    assert lost() is not None


def test_what_outlived_a_look_is_found_once_as_much_again_has_come(garbage: Garbage) -> None:
    gc.disable()
    held = Link()
    lost = weakref.ref(held)
    much = make_many(FEW)
    garbage.look()
    del held
    while lost() is not None:
        assert len(much) < 10 * FEW
        much += make_many(FEW)
        garbage.look()
        garbage.look()


def test_too_much_for_one_look_is_left_alone_until_everything_is_looked_through(garbage: Garbage) -> None:
    gc.disable()
    lost = circle()
    kept = gc.get_freeze_count()
    much = make_many(TOO_MANY)
    garbage.look()
    assert gc.get_freeze_count() >= kept + len(much)
    assert lost() is not None
    garbage.owe()
    garbage.look()
    assert lost() is None


def test_what_is_left_alone_is_looked_through_before_it_fills_the_memory(
    garbage: Garbage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("blackstart.shell.support.garbage.MOST_LEFT_ALONE", 3 * TOO_MANY)
    gc.disable()
    lost = circle()
    much = make_many(TOO_MANY)
    garbage.look()
    garbage.look()
    assert lost() is not None
    much += make_many(3 * TOO_MANY)
    garbage.look()
    garbage.look()
    assert lost() is None


def test_what_was_too_much_and_has_gone_by_itself_is_no_reason_to_look_through_everything(
    garbage: Garbage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("blackstart.shell.support.garbage.MOST_LEFT_ALONE", 3 * TOO_MANY)
    gc.disable()
    lost = circle()
    for _ in range(10):
        much = make_many(TOO_MANY)
        garbage.look()
        del much
    garbage.look()
    assert lost() is not None


def test_a_look_that_took_very_long_does_not_end_all_looking(garbage: Garbage, monkeypatch: pytest.MonkeyPatch) -> None:
    gc.disable()
    times = iter((0.0, 3600.0, 3600.0, 3600.0))
    monkeypatch.setattr("time.thread_time", lambda: next(times))
    much = make_many(FEW)
    garbage.look()
    lost = circle()
    much += make_many(FEW)
    garbage.look()
    assert lost() is None
