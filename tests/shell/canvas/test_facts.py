from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from blackstart.core.base.ids import ComponentId
from blackstart.core.base.simtime import Seconds
from blackstart.core.base.words import words
from blackstart.core.engine.trace import Shown, SupplierCause
from blackstart.shell.canvas.faces import picture_of
from blackstart.shell.canvas.facts import Facts, facts_of
from blackstart.shell.canvas.moment import Moment
from blackstart.shell.canvas.view import MapView
from blackstart.shell.support.look import Look
from blackstart.shell.support.theme import SPACE_12
from blackstart.shell.widgets.facts_panel import FactsPanel
from tests.shell.canvas.drawings import APP, HALL, LOCK, POWER, small_drawing, small_map, stands


def moment() -> Moment:
    """Power fell at second 60 and took the hall with it; the app waits for the lock."""
    topology = small_map()
    standings = {each.id: stands(each.id) for each in topology.components}
    standings[POWER] = stands(POWER, Shown.DOWN, since=60, waits_for=("repair",))
    cause = SupplierCause(POWER, Seconds(60), "power")
    standings[HALL] = replace(stands(HALL, Shown.DOWN, since=61), cause=cause)
    standings[APP] = stands(APP, Shown.DOWN, since=62, waits_for=("lock",))
    return Moment(topology, Seconds(100), standings)


def facts(component: ComponentId, language: str = "en") -> Facts:
    return facts_of(moment(), component, words(language))


def test_a_failure_is_told_with_when_and_through_what_it_came() -> None:
    told = facts(HALL)
    assert (told.name, told.about, told.state) == ("hall", "Server hall, Site", "down 00:39")
    assert dict(told.lines)["Since"] == "T+0:01:01, because of Power"


def test_what_it_needs_and_what_needs_it_are_told_with_their_states() -> None:
    assert dict(facts(HALL).lines)["Needs"] == "Power, down"
    assert dict(facts(HALL).lines)["Needed by"] == "app, down"
    assert dict(facts(APP).lines)["Needs"] == "1 of: hall, down; spare\nlock (to start again)"


def test_what_it_waits_for_is_told() -> None:
    assert dict(facts(POWER).lines)["Waits for"] == "repair"
    assert dict(facts(APP).lines)["Waits for"] == "lock (to start again)"


def test_what_has_always_run_has_no_since() -> None:
    assert "Since" not in dict(facts(LOCK).lines)


@pytest.mark.parametrize(("component", "is_left"), [(POWER, False), (APP, True)])
def test_the_panel_leaves_the_chosen_card_in_sight(
    qtbot: QtBot, look: Look, component: ComponentId, is_left: bool
) -> None:
    view = MapView(look)
    qtbot.addWidget(view)
    view.resize(1100, 600)
    view.show_picture(picture_of(moment(), small_drawing(), words("en"), component))
    panel = FactsPanel(view, look)
    assert panel.isHidden()
    panel.show_facts(facts(component), view.place_of(component))
    assert not panel.isHidden()
    assert (panel.geometry().center().x() < view.width() / 2) is is_left
    assert view.rect().contains(panel.geometry())
    assert view.childAt(QPoint(550, 20)) is None
    panel.show_facts(None, QRectF())
    assert panel.isHidden()


def test_the_panel_lies_in_the_corner_in_which_it_covers_least(qtbot: QtBot, look: Look) -> None:
    over = QWidget()
    qtbot.addWidget(over)
    over.resize(1100, 900)
    panel = FactsPanel(over, look)
    card, below = QRectF(20, 430, 120, 40), QRectF(0, 700, 1100, 200)
    panel.show_facts(facts(APP), card, lambda: (below, QRectF(700, 0, 400, 100)))
    assert panel.geometry().topLeft() == QPoint(SPACE_12, SPACE_12)
    panel.show_facts(facts(APP), QRectF(60, 60, 120, 40), lambda: (below,))
    assert panel.geometry().top() == SPACE_12
    assert panel.geometry().left() > 500


def test_the_panel_is_as_high_as_the_words_of_the_moment(qtbot: QtBot, look: Look) -> None:
    over = QWidget()
    qtbot.addWidget(over)
    over.resize(1100, 900)
    many, few = facts(APP), facts(POWER)
    panel, fresh = FactsPanel(over, look), FactsPanel(over, look)
    panel.show_facts(many, QRectF())
    panel.show_facts(few, QRectF())
    fresh.show_facts(few, QRectF())
    assert panel.height() == fresh.height()


def test_what_is_pressed_on_the_panel_is_not_pressed_on_the_map(qtbot: QtBot, look: Look) -> None:
    view = MapView(look)
    qtbot.addWidget(view)
    view.resize(1100, 600)
    view.show_picture(picture_of(moment(), small_drawing(), words("en"), APP))
    panel = FactsPanel(view, look)
    panel.show_facts(facts(APP), view.place_of(APP))
    view.show()
    with qtbot.assertNotEmitted(view.chosen):
        QTest.mouseClick(panel, Qt.MouseButton.LeftButton)
        QTest.mouseClick(panel.state, Qt.MouseButton.LeftButton)


def test_larger_words_leave_half_of_a_small_map_in_sight_and_scroll(qtbot: QtBot, look: Look) -> None:
    look.set_text_size(200)
    view = MapView(look)
    qtbot.addWidget(view)
    view.resize(700, 160)
    view.show_picture(picture_of(moment(), small_drawing(), words("en"), APP))
    panel = FactsPanel(view, look)
    panel.show_facts(facts(APP), view.place_of(APP))
    assert panel.width() <= view.width() / 2
    assert view.rect().contains(panel.geometry())
    held = panel.name.parentWidget()
    assert held is not None
    assert panel.height() < held.heightForWidth(panel.width())
