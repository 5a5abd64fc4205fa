from collections.abc import Iterator
from itertools import count

import pytest
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from blackstart.shell.support.look import Look
from blackstart.shell.widgets.arrival import MOST_TURNS, Curtain


class Words(QWidget):
    """Counts how often it is painted."""

    paints = 0

    def paintEvent(self, event: QPaintEvent) -> None:
        self.paints += 1


@pytest.fixture
def card(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    QVBoxLayout(made).addWidget(Words())
    made.resize(200, 200)
    with qtbot.waitExposed(made):
        made.show()
    return made


def paints(card: QWidget) -> int:
    words = card.findChild(Words)
    assert words is not None
    return words.paints


def test_a_new_card_comes_in_and_lies_bare_when_it_has_come(qtbot: QtBot, card: QWidget, look: Look) -> None:
    curtain = Curtain(card, "bg1", look)
    curtain.draw()
    assert curtain.isVisible()
    card.resize(300, 400)
    assert curtain.size() == card.size()
    qtbot.waitUntil(curtain.isHidden)


def test_a_new_card_is_painted_for_its_picture_and_when_it_has_come_but_not_meanwhile(
    qtbot: QtBot, card: QWidget, look: Look
) -> None:
    qtbot.waitUntil(lambda: paints(card) > 0)
    curtain, before = Curtain(card, "bg1", look), paints(card)
    curtain.draw()
    qtbot.waitUntil(curtain.isHidden)
    QApplication.processEvents()
    assert paints(card) - before == 2


def test_a_new_card_is_not_painted_together_with_all_that_came_with_it(qtbot: QtBot, card: QWidget, look: Look) -> None:
    qtbot.waitUntil(lambda: paints(card) > 0)
    curtain, before = Curtain(card, "bg1", look), paints(card)
    curtain.draw()
    QApplication.processEvents()
    assert paints(card) == before


def looks_before_the_picture(qtbot: QtBot, card: QWidget, look: Look, spent_s: Iterator[float]) -> int:
    """How often a new card asked what the window had spent before its picture was taken."""
    qtbot.waitUntil(lambda: paints(card) > 0)
    before, asked = paints(card), []

    def ask() -> float:
        if paints(card) == before:
            asked.append(next(spent_s))
        return asked[-1]

    curtain = Curtain(card, "bg1", look, ask)
    curtain.draw()
    qtbot.waitUntil(lambda: paints(card) > before)
    return len(asked)


def test_a_new_card_comes_in_after_the_first_quiet_turn(qtbot: QtBot, card: QWidget, look: Look) -> None:
    assert looks_before_the_picture(qtbot, card, look, iter((1.0, 2.0, 3.0, 3.001))) == 4


def test_a_new_card_does_not_wait_for_ever_while_the_window_is_busy(qtbot: QtBot, card: QWidget, look: Look) -> None:
    assert looks_before_the_picture(qtbot, card, look, map(float, count())) == MOST_TURNS + 1


def test_a_card_stands_at_once_where_motion_is_reduced(card: QWidget, look: Look) -> None:
    look.set_motion(is_reduced=True)
    curtain = Curtain(card, "bg1", look)
    curtain.draw()
    assert curtain.isHidden()
