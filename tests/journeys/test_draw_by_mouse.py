"""A map of twelve components drawn by mouse: nothing is typed but names and numbers, in fields."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from tests.journeys.draw_hands import NEEDS, OFFSCREEN_POPUP, TO_START, MouseHand
from tests.journeys.drawn_map_lives_on import save_and_open_again
from tests.journeys.user import User

PLACES = {
    "Power": QPointF(110, 120),
    "Cooling": QPointF(110, 240),
    "Hall": QPointF(330, 120),
    "Storage A": QPointF(330, 240),
    "Storage B": QPointF(330, 340),
    "Database": QPointF(570, 240),
    "Storage C": QPointF(330, 540),
    "Login": QPointF(800, 240),
    "Deploy tool": QPointF(800, 120),
    "Bank A": QPointF(570, 420),
    "Shop": QPointF(800, 460),
    "Bank B": QPointF(570, 520),
}
ASIDE = QPointF(30, 600)  # where nothing is drawn


def draw(hand: MouseHand) -> None:
    for name, at in PLACES.items():
        hand.add(name, at, ASIDE)
    for component, suppliers in NEEDS.items():
        for supplier in suppliers:
            is_to_start = (supplier, component) in TO_START
            hand.connect(supplier, component, "needed to start again" if is_to_start else "needed to run")

    # Two of three: one is added in the column, the third is dropped on the pill of the two.
    hand.open_need("Database", "Storage A")
    hand.add_to("Suppliers", "Storage B")
    hand.join("Storage C", "Database", 0)
    hand.open_need("Database", "1 of 3")
    hand.put("At least", "2", ASIDE)

    hand.open_need("Shop", "Bank A")
    hand.add_to("Suppliers", "Bank B")
    hand.pick("Bank B: How it serves", "standby, by hand")

    hand.click(hand.map, hand.point(ASIDE))
    hand.zone("Site", QPointF(20, 40), QPointF(440, 440), ASIDE)
    hand.zone("Room", QPointF(240, 180), QPointF(420, 400), ASIDE)


@pytest.mark.qt_log_ignore(OFFSCREEN_POPUP)
def test_a_map_of_twelve_is_drawn_by_mouse_saved_undone_and_opened_again(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    user = User(qapp, tmp_path)
    qtbot.addWidget(user.frame)
    hand = MouseHand(user)
    hand.click(hand.see(QPushButton, "Draw a new map"))
    user.wait(lambda: user.frame.mode == "draw")
    draw(hand)
    save_and_open_again(hand, tmp_path / "shop.drill", qapp, qtbot)
