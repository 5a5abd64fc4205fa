from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from blackstart.core.base.simtime import Seconds
from blackstart.core.play.commands import Play
from blackstart.shell.run.amounts import parted
from blackstart.shell.run.figures import Figures
from blackstart.shell.run.foot import Foot
from blackstart.shell.run.sheets import ClockSheet
from blackstart.shell.run.workspace import RunWorkspace
from blackstart.shell.support.look import Look
from tests.shell.run.table import Later, Table, grounded

S = Seconds
FIGURES = Figures(((S(-1), 0), (S(60), 33_000_000)), ((S(-1), 28), (S(60), 13)), 28, None, "KRW")


@pytest.fixture
def foot(qtbot: QtBot, look: Look) -> Foot:
    made = Foot(look)
    qtbot.addWidget(made)
    return made


def at(second: int) -> ClockSheet:
    return ClockSheet(S(second), True, True, False, 1, 1, None)


@pytest.mark.parametrize(
    ("amount", "parts"),
    [("33 M", ("33", "M")), ("3,300만", ("3,300", "만")), ("1.6 bn", ("1.6", "bn")), ("0", ("0", ""))],
)
def test_an_amount_is_parted_into_number_and_scale(amount: str, parts: tuple[str, str]) -> None:
    assert parted(amount) == parts


def test_figures_stand_at_their_charts(foot: Foot) -> None:
    foot.show_figures(FIGURES)
    said = [(chart.accessibleName(), chart.accessibleDescription()) for chart in foot.charts]
    assert said == [("Users cut off", "33 M"), ("Services available", "13 of 28"), ("Money lost", "")]


def test_without_any_cost_the_missing_field_is_named(foot: Foot) -> None:
    foot.show_figures(FIGURES)
    assert "cost_per_hour" in foot.money.missing.text()
    assert not foot.money.missing.isHidden()
    assert not foot.money.way_out.isHidden()
    assert foot.users.way_out.isHidden()
    wishes: list[bool] = []
    foot.draw_wished.connect(lambda: wishes.append(True))
    foot.money.way_out.click()
    assert wishes == [True]
    foot.show_figures(replace(FIGURES, money=((S(-1), 0), (S(60), 1_570_000_000))))
    assert foot.money.missing.isHidden()
    assert foot.money.way_out.isHidden()
    assert foot.money.accessibleDescription() == "1.57 bn KRW/h"


def test_what_is_still_being_read_is_said_at_every_chart(foot: Foot) -> None:
    foot.show_figures(None)
    assert all(not chart.missing.isHidden() for chart in foot.charts)


@pytest.mark.parametrize(("second", "until"), [(0, 3600), (3600, 3600), (3601, 7200), (9000, 9999)])
def test_charts_span_the_least_round_time_that_holds_the_run(foot: Foot, second: int, until: int) -> None:
    foot.show_lasts(S(9999))
    foot.show_clock(at(second))
    assert foot.users.axes.span.until == until


@pytest.fixture
def page(qtbot: QtBot, look: Look) -> Iterator[RunWorkspace]:
    table = Table(look)
    made = RunWorkspace(table.presenter, look)
    qtbot.addWidget(made)
    made.resize(1500, 1000)
    with qtbot.waitExposed(made):
        made.show()
    table.presenter.open(table.loaded, table.groundwork)
    yield made
    table.presenter.leave()


def test_in_a_low_window_the_figures_stand_in_one_line(page: RunWorkspace) -> None:
    assert not page.foot.is_slim
    page.resize(1216, 720)
    assert page.foot.is_slim


def test_a_key_puts_the_charts_away_and_back(page: RunWorkspace) -> None:
    page.activateWindow()
    page.setFocus()
    for is_slim in (True, False):
        QTest.keyClick(page, Qt.Key.Key_C)
        assert page.foot.is_slim is is_slim


def test_nothing_in_the_foot_covers_anything_else(page: RunWorkspace) -> None:
    for width, height in ((1500, 1000), (1216, 720), (1216, 960)):
        page.resize(width, height)
        QTest.qWait(0)
        parts: tuple[QWidget, ...] = (*page.foot.charts, page.foot.upcoming)
        boxes = [part.geometry() for part in parts if part.isVisible()]
        assert not any(one.intersects(other) for one in boxes for other in boxes if one is not other)
        assert page.foot.geometry().top() > page.strip.geometry().bottom()


def test_the_curves_grow_with_what_the_run_tells(look: Look) -> None:
    table, shown = Table(look), list[Figures]()
    table.presenter.figures.figures_shown.connect(shown.append)
    table.begun().at(7).at(8)
    assert shown[-1].users == ((-1, 0), (5, 3))
    assert shown[-1].services == ((-1, 1), (5, 0))
    assert shown[-1].money is None
    table.presenter.leave()


def test_a_run_that_is_taken_over_has_the_curves_of_what_was_played_and_goes_on_with_them(look: Look) -> None:
    played, later, shown = Table(look).begun().at(7), Later(), list[Figures | None]()
    table = Table(look, later)
    table.presenter.figures.figures_shown.connect(shown.append)
    table.presenter.take_over(played.run, grounded(played.loaded))
    assert shown == [None]
    played.run.submit(Play())
    table.runs.append(played.run)
    table.at(12)
    assert shown[-1] is None  # the curves up to there are still being read
    later.settle()
    assert shown[-1] is not None
    assert shown[-1].users == ((-1, 0), (5, 3))
    table.presenter.leave()
    played.presenter.leave()
