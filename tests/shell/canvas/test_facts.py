from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QRectF
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
