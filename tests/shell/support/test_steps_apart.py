"""Work in steps in a process of its own."""

import os
from collections.abc import Generator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.exceptions import capture_exceptions
from pytestqt.qtbot import QtBot

from blackstart.core.base.errors import UserError
from blackstart.core.base.words import ENGLISH, said
from blackstart.shell.support.steps_apart import StepsApart
from blackstart.shell.support.translation import Speech


def count_up(last: int) -> Generator[int, None, str]:
    yield from range(last)
    return "counted"


def refuse() -> Generator[int, None, None]:
    yield 1
    raise UserError("not today")


def refuse_in_words() -> Generator[int, None, None]:
    yield 1
    raise UserError(said("refusal.has-begun"))


def count_for_ever() -> Generator[int, None, None]:
    number = 0
    while True:
        yield number
        number += 1


def end_at_once() -> Generator[int, None, None]:
    yield 1
    os._exit(3)


@pytest.fixture
def apart(qtbot: QtBot) -> Generator[StepsApart, None, None]:
    made = StepsApart()
    yield made
    made.stop()


def test_every_step_is_told_in_order_and_then_the_outcome(qtbot: QtBot, apart: StepsApart) -> None:
    told: list[object] = []
    apart.stepped.connect(told.append)
    with qtbot.waitSignal(apart.done, timeout=20_000) as outcome:
        apart.begin(count_up, 4)
    assert told == [0, 1, 2, 3]
    assert outcome.args == ["counted"]
    assert not apart.is_under_way


def test_what_the_work_refuses_is_said(qtbot: QtBot, apart: StepsApart) -> None:
    with qtbot.waitSignal(apart.refused, timeout=20_000) as refusal:
        apart.begin(refuse)
    assert refusal.args == ["not today"]


def test_what_the_work_refuses_is_said_in_the_language_of_the_window(
    qtbot: QtBot, apart: StepsApart, qapp: QApplication
) -> None:
    speech = Speech(qapp)
    speech.speak("ko")
    try:
        with qtbot.waitSignal(apart.refused, timeout=20_000) as refusal:
            apart.begin(refuse_in_words)
    finally:
        speech.speak(ENGLISH)
    assert refusal.args == ["이미 시작한 실행입니다."]


def test_nothing_is_heard_of_work_that_was_stopped(qtbot: QtBot, apart: StepsApart) -> None:
    with qtbot.waitSignal(apart.stepped, timeout=20_000):
        apart.begin(count_for_ever)
    apart.stop()
    assert not apart.is_under_way
    with qtbot.assertNotEmitted(apart.stepped, wait=50):
        pass


def test_new_work_takes_the_place_of_what_is_done(qtbot: QtBot, apart: StepsApart) -> None:
    apart.begin(count_for_ever)
    with qtbot.waitSignal(apart.done, timeout=20_000) as outcome:
        apart.begin(count_up, 0)
    assert outcome.args == ["counted"]


def test_a_process_that_breaks_off_is_a_fault_of_ours(qtbot: QtBot, apart: StepsApart) -> None:
    with capture_exceptions() as caught:
        apart.begin(end_at_once)
        qtbot.waitUntil(lambda: bool(caught), timeout=20_000)
    assert "without an outcome" in str(caught[0][1])
