import pytest
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from blackstart.shell.support.look import Look
from blackstart.shell.widgets.arrival import Curtain


@pytest.fixture
def card(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    QVBoxLayout(made).addWidget(QPushButton("Record"))
    with qtbot.waitExposed(made):
        made.show()
    return made


def test_a_new_card_comes_in_and_lies_bare_when_it_has_come(qtbot: QtBot, card: QWidget, look: Look) -> None:
    curtain = Curtain(card, "bg1", look)
    curtain.draw()
    assert curtain.isVisible()
    card.resize(300, 400)
    assert curtain.size() == card.size()
    qtbot.waitUntil(curtain.isHidden)


def test_a_card_stands_at_once_where_motion_is_reduced(card: QWidget, look: Look) -> None:
    look.set_motion(is_reduced=True)
    curtain = Curtain(card, "bg1", look)
    curtain.draw()
    assert curtain.isHidden()
