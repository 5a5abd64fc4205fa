"""The open decision and the lists below it: whichever was asked for last has the room."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QScrollArea
from pytestqt.qtbot import QtBot

from blackstart.core.base.ids import OptionId
from blackstart.shell.run.side_column import INJECTS
from blackstart.shell.run.workspace import RunWorkspace
from blackstart.shell.support.look import Look
from blackstart.shell.support.stylesheet import stylesheet
from blackstart.shell.widgets.snug_scroll import SnugScroll
from tests.shell.run.table import Table

WIDTH, LOW, HIGH = 1216, 720, 1300
LIGHT = OptionId("light")


class Console:
    """A console at which a decision is open."""

    def __init__(self, qtbot: QtBot, look: Look, height: int) -> None:
        self.table = Table(look)
        self.page = RunWorkspace(self.table.presenter, look)
        qtbot.addWidget(self.page)
        self.page.setStyleSheet(stylesheet(look.theme, look.text_size))
        self.page.setMinimumSize(1, 1)
        self.page.resize(WIDTH, height)
        with qtbot.waitExposed(self.page):
            self.page.show()
        self.table.begun().at(7)
        QTest.qWait(0)
        self.side, self.form = self.page.side, self.page.side.form

    def ask_for(self, key: str) -> None:
        self.side.tabs.chips.button(key).click()
        QTest.qWait(0)

    def scrolls(self) -> tuple[bool, bool]:
        """Whether the decision scrolls, and whether the column round it does."""
        QTest.qWait(0)
        inner = self.form.findChild(SnugScroll)
        outer = next(each for each in self.side.findChildren(QScrollArea) if each.isAncestorOf(self.form))
        assert isinstance(inner, SnugScroll)
        return inner.verticalScrollBar().maximum() > 0, outer.verticalScrollBar().maximum() > 0


@pytest.fixture
def made(qtbot: QtBot, look: Look) -> Iterator[Callable[[int], Console]]:
    consoles: list[Console] = []

    def make(height: int) -> Console:
        consoles.append(Console(qtbot, look, height))
        return consoles[-1]

    yield make
    for each in consoles:
        each.table.presenter.leave()


def test_a_list_that_was_asked_for_leaves_of_the_decision_its_head(made: Callable[[int], Console]) -> None:
    console = made(LOW)
    before = console.side.tabs.height()
    console.ask_for("log")
    assert console.form.is_folded
    assert not console.form.record.isVisible()
    assert console.form.folded.text.toolTip() in ("", "Candles or the grid?")
    assert console.form.folded.text.accessibleName() == "Candles or the grid?"
    assert console.side.tabs.height() > before + 100


@pytest.mark.parametrize("way", ["button", "key", "list"])
def test_the_decision_stands_whole_again_when_it_is_asked_for(made: Callable[[int], Console], way: str) -> None:
    console = made(LOW)
    console.ask_for("actions")
    if way == "button":
        console.form.folded.button.click()
    elif way == "key":
        next(each for each in console.page.actions() if each.objectName() == "run.decision").trigger()
    else:
        console.ask_for(INJECTS)
    assert not console.form.is_folded
    assert console.form.record.isVisible()
    assert console.side.tabs.key == (INJECTS if way == "list" else "actions")


def test_where_there_is_room_for_both_nothing_is_folded(made: Callable[[int], Console]) -> None:
    console = made(HIGH)
    console.ask_for("log")
    assert not console.form.is_folded
    console.page.resize(WIDTH, LOW)
    QTest.qWait(0)
    assert console.form.is_folded
    console.page.resize(WIDTH, HIGH)
    QTest.qWait(0)
    assert not console.form.is_folded


def test_another_decision_that_opens_is_seen_whole(made: Callable[[int], Console]) -> None:
    console = made(LOW)
    console.form.choose(LIGHT)
    console.form.submit()
    QTest.qWait(0)
    console.ask_for("log")
    console.table.at(21)
    QTest.qWait(0)
    assert console.form.shown == "shout"
    assert not console.form.is_folded


def test_what_is_filled_in_and_folded_is_not_recorded_unseen(made: Callable[[int], Console]) -> None:
    console = made(LOW)
    console.form.choose(LIGHT)
    console.ask_for("log")
    console.form.submit()
    assert not console.form.is_folded
    assert console.form.shown == "candles", "nothing was recorded"
    console.form.submit()
    assert console.form.shown != "candles"


@pytest.mark.parametrize(
    ("text_size", "height", "wanted"),
    [
        pytest.param(100, 560, (True, False), id="the button below it stays in sight"),
        pytest.param(200, 560, (False, True), id="not even the least of it has room"),
        pytest.param(200, 2400, (False, False), id="room for all"),
    ],
)
def test_either_the_decision_scrolls_or_the_column(
    qtbot: QtBot, made: Callable[[int], Console], look: Look, text_size: int, height: int, wanted: tuple[bool, bool]
) -> None:
    look.set_text_size(text_size)
    console = made(height)
    qtbot.waitUntil(lambda: console.scrolls() == wanted)
    console.table.at(8)
    assert console.scrolls() == wanted, "and it stays so"
