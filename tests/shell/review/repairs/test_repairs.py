"""The best order of repairs is looked for beside the window, told order by order, and can be given up."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from blackstart.core.base.ids import ComponentId
from blackstart.core.base.simtime import Seconds
from blackstart.core.play.commands import ApplyEffects
from blackstart.core.review.repair_order import RepairOrder, Tried
from blackstart.shell.review.presenter import ReviewPresenter
from blackstart.shell.review.recorded import Recorded
from blackstart.shell.review.repairs.presenter import RepairsPresenter
from blackstart.shell.review.repairs.room import RepairsRoom
from blackstart.shell.review.repairs.sheet import RepairsSheet
from blackstart.shell.review.workspace import ReviewWorkspace
from blackstart.shell.support.look import Look
from tests.core.play.scripts import component, drill, fail, inject, journal, repair

SLOW, QUICK = ComponentId("slow"), ComponentId("quick")
HOUR_S = 3600


@pytest.fixture
def two_in_turn(recorded: Recorded) -> Recorded:
    """One pair of hands, a long repair that was asked for first and a short one."""
    made = drill(
        component("slow", repair=100, crew="ops"),
        component("quick", repair=10, crew="ops"),
        injects=(inject("fire", fail("slow"), fail("quick"), at=0),),
        crews={"ops": 1},
        lasts=300,
    )
    entries = journal(*((5, ApplyEffects((repair(name),), "mend")) for name in ("slow", "quick")))
    return replace(recorded, drill=made, entries=entries, reached=Seconds(299))


@pytest.fixture
def repairs(
    presenter: ReviewPresenter, two_in_turn: Recorded, monkeypatch: pytest.MonkeyPatch
) -> Iterator[RepairsPresenter]:
    monkeypatch.setattr(ReviewPresenter, "recorded", property(lambda self: two_in_turn))
    made = RepairsPresenter(presenter, presenter)
    yield made
    made.stop()


def tried(done: int, played: int, best: int) -> Tried:
    return Tried(done, 2, RepairOrder((SLOW, QUICK), played), RepairOrder((QUICK, SLOW), best))


def sheet(look: Look, qtbot: QtBot) -> RepairsSheet:
    made = RepairsSheet(Seconds(5), {SLOW: "Slow one", QUICK: "Quick one"}, look)
    qtbot.addWidget(made)
    return made


def test_every_order_is_told_and_the_best_at_the_end(qtbot: QtBot, repairs: RepairsPresenter) -> None:
    steps: list[int] = []
    repairs.stepped.connect(lambda each: steps.append(each.done))
    with qtbot.waitSignal(repairs.found, timeout=60_000) as found:
        repairs.look_from(Seconds(5))
    assert steps == [1, 2]
    assert found.args is not None
    assert found.args[0].best.components == (QUICK, SLOW)


def test_where_nothing_waits_for_a_crew_the_reason_is_told(qtbot: QtBot, repairs: RepairsPresenter) -> None:
    with qtbot.waitSignal(repairs.refused, timeout=60_000) as refused:
        repairs.look_from(Seconds(290))
    assert refused.args is not None
    assert "0 repairs wait for crews" in refused.args[0]


def test_what_is_given_up_is_heard_of_no_more(qtbot: QtBot, repairs: RepairsPresenter) -> None:
    with qtbot.assertNotEmitted(repairs.found, wait=200):
        repairs.look_from(Seconds(5))
        repairs.stop()
    assert not repairs.is_under_way


def test_the_sheet_shows_both_orders_and_what_the_better_one_saves(qtbot: QtBot, look: Look) -> None:
    made = sheet(look, qtbot)
    made.show_step(tried(1, 50 * HOUR_S, 30 * HOUR_S))
    assert made.said.text() == "1 of 2 orders are tried."
    assert made.best.heading.text() == "Best so far"
    made.show_step(tried(2, 50 * HOUR_S, 30 * HOUR_S))
    assert (made.played.names.text(), made.played.lost.text()) == ("1. Slow one\n2. Quick one", "50 service-hours lost")
    assert (made.best.heading.text(), made.best.names.text()) == ("Best order", "1. Quick one\n2. Slow one")
    assert made.saved.text() == "20 service-hours saved by the best order (model estimate)"


def test_where_no_order_is_better_the_sheet_says_so(qtbot: QtBot, look: Look) -> None:
    made = sheet(look, qtbot)
    made.show_step(tried(2, 50 * HOUR_S, 50 * HOUR_S))
    assert made.saved.text() == "No order loses less than the one that was played."
    assert made.best.isHidden()


def test_a_search_that_is_stopped_keeps_what_it_found(qtbot: QtBot, look: Look) -> None:
    made = sheet(look, qtbot)
    made.show_step(tried(1, 50 * HOUR_S, 30 * HOUR_S))
    made.show_stopped()
    assert made.said.text() == "1 of 2 orders are tried. You stopped it there."
    assert not made.best.isHidden()
    assert made.stop.isHidden()


def test_closing_the_sheet_ends_the_search(
    qtbot: QtBot, presenter: ReviewPresenter, look: Look, two_in_turn: Recorded, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace = ReviewWorkspace(presenter, look)
    qtbot.addWidget(workspace)
    room = next(each for each in workspace.rooms if isinstance(each, RepairsRoom))
    room.open()
    assert room.sheet is None  # no run is open
    monkeypatch.setattr(ReviewPresenter, "recorded", property(lambda self: two_in_turn))
    room.open()
    assert room.sheet is not None
    assert room.presenter.is_under_way
    room.sheet.close_sheet()
    assert room.sheet is None
    assert not room.presenter.is_under_way
