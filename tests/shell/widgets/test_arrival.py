import pytest
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from blackstart.shell.support.look import Look
from blackstart.shell.widgets.arrival import Curtain


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


def test_a_card_stands_at_once_where_motion_is_reduced(card: QWidget, look: Look) -> None:
    look.set_motion(is_reduced=True)
    curtain = Curtain(card, "bg1", look)
    curtain.draw()
    assert curtain.isHidden()
