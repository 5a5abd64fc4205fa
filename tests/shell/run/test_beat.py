from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from blackstart.shell.run.beat import Beat
from blackstart.shell.run.stand import RunStand
from blackstart.shell.support.look import Look
from tests.shell.run.table import Table


@pytest.fixture
def table(look: Look) -> Iterator[Table]:
    made = Table(look)
    yield made
    made.presenter.leave()


@pytest.fixture
def stand(table: Table) -> RunStand:
    """How a run stood once."""
    stands: list[RunStand] = []
    table.presenter.stood.connect(stands.append)
    table.begun()
    return stands[-1]


def test_a_stroke_and_its_echo_never_share_a_turn_of_the_event_loop(
    qapp: QApplication, qtbot: QtBot, stand: RunStand
) -> None:
    beat, heard = Beat(), list[tuple[str, int]]()
    turns = 0

    def strike() -> None:
        heard.append(("stroke", turns))
        beat.keep(stand)

    def hear(_: RunStand) -> None:
        heard.append(("echo", turns))

    beat.struck.connect(strike)
    beat.stood.connect(hear)
    beat.start()
    while len(heard) < 6:
        qapp.processEvents()
        turns += 1
    beat.stop()
    assert [what for what, _ in heard] == ["stroke", "echo"] * 3
    assert len({turn for _, turn in heard}) == len(heard)


def test_what_was_kept_is_told_once(qtbot: QtBot, stand: RunStand) -> None:
    beat = Beat()
    beat.keep(stand)
    with qtbot.waitSignal(beat.stood, timeout=0):
        beat.tell()
    with qtbot.assertNotEmitted(beat.stood):
        beat.tell()


def test_what_was_kept_when_it_was_stopped_is_told_to_nobody(qtbot: QtBot, stand: RunStand) -> None:
    beat = Beat()
    beat.keep(stand)
    beat.stop()
    with qtbot.assertNotEmitted(beat.stood):
        beat.tell()


def test_the_rooms_hear_of_a_second_that_passed_behind_the_clock(qtbot: QtBot, table: Table) -> None:
    table.begun()
    heard: list[str] = []
    table.presenter.clock_shown.connect(lambda _: heard.append("clock"))
    table.presenter.stood.connect(lambda _: heard.append("rooms"))
    table.run.clock.second = 3
    qtbot.waitUntil(lambda: "clock" in heard)
    assert heard == ["clock"]
    qtbot.waitUntil(lambda: heard == ["clock", "rooms"])


def test_the_rooms_hear_of_a_command_at_once(table: Table) -> None:
    table.begun()
    heard: list[RunStand] = []
    table.presenter.stood.connect(heard.append)
    table.run.clock.second = 3
    table.presenter.play_or_hold()
    assert [each.is_running for each in heard] == [True, False]
