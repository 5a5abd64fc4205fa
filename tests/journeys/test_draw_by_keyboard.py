"""The same map of twelve components drawn by keyboard alone."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.journeys.draw_hands import CTRL, NEEDS, OFFSCREEN_POPUP, TO_START, KeyboardHand
from tests.journeys.drawn_map_lives_on import save_and_open_again
from tests.journeys.user import User


def draw(hand: KeyboardHand) -> None:
    for name in NEEDS:
        hand.add(name)
    for component, suppliers in NEEDS.items():
        for supplier in suppliers:
            is_to_start = (supplier, component) in TO_START
            hand.connect(supplier, component, Qt.Key.Key_2 if is_to_start else Qt.Key.Key_1)

    hand.open_need("Database", "Storage A")
    hand.add_to("Suppliers", "Storage B")
    hand.add_to("Suppliers", "Storage C")
    hand.put("At least", "2")

    hand.open_need("Shop", "Bank A")
    hand.add_to("Suppliers", "Bank B")
    hand.pick("Bank B: How it serves", "standby, by hand")

    # The second zone is put round a card of the first, and so lies in it.
    hand.zone("Site", "Power", "Cooling", "Hall", "Storage A")
    hand.zone("Room", "Storage A", "Storage B")


@pytest.mark.qt_log_ignore(OFFSCREEN_POPUP)
def test_the_same_map_is_drawn_by_keyboard_saved_undone_and_opened_again(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    user = User(qapp, tmp_path)
    qtbot.addWidget(user.frame)
    hand = KeyboardHand(user)
    user.press(Qt.Key.Key_N, CTRL)
    user.wait(lambda: user.frame.mode == "draw")
    draw(hand)
    hand.let_go()
    save_and_open_again(hand, tmp_path / "shop.drill", qapp, qtbot)
