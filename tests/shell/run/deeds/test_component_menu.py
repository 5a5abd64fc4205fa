"""What can be done with a component as it stands: orders of the team, and the facilitator's hand apart from them."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from blackstart.core.base.ids import ComponentId
from blackstart.core.base.words import words
from blackstart.core.engine import effects as fx
from blackstart.core.engine.effects import Effect, Target
from blackstart.core.engine.trace import Health
from blackstart.core.exercise.files import read_drill
from blackstart.core.play.commands import ActUnscripted, ApplyEffects
from blackstart.core.topology.model import Permille
from blackstart.shell.actions.offer import Offer
from blackstart.shell.canvas.view import MapView
from blackstart.shell.run.deeds.component_rows import ComponentMenu, component_menu
from blackstart.shell.run.deeds.map_menu import MapMenu
from blackstart.shell.run.deeds.presenter import DeedsPresenter
from blackstart.shell.run.workspace import RunWorkspace
from blackstart.shell.support.look import Look
from tests.shell.run.table import Table, grounded

DRILL = """\
blackstart: 1
id: menu
title: Menu
topology:
  crews: [{id: ops, name: Ops crew, size: 1}]
  components:
    - {id: power, name: Power, kind: power, repair: 30 min, crew: ops}
    - {id: spare, name: Spare, initially: off}
    - {id: tools, name: Tools}
    - {id: desk, name: Help & desk, restart: 5 min, repair: 2 h, crew: ops, needs: [
        {on: [power, spare], name: feed, standby: {spare: manual}}, {on: tools, for: start}]}
    - {id: grid, name: Grid}
    - {id: shop, name: Shop, needs: [{on: grid}]}
exercise: {lasts: 5 h}
"""
POWER, SPARE, TOOLS, DESK, GRID, SHOP = map(ComponentId, ("power", "spare", "tools", "desk", "grid", "shop"))


def on(component: ComponentId) -> Target:
    return Target((component,))


class Menus:
    """A table at which the drill is played, with the presenter of deeds."""

    def __init__(self, look: Look) -> None:
        self.table = Table(look)
        self.table.loaded = read_drill(DRILL, "menu.drill")
        self.table.groundwork = grounded(self.table.loaded)
        self.deeds = DeedsPresenter(self.table.presenter, look)
        self.offers: list[Offer] = []
        self.table.presenter.offered.connect(self.offers.append)
        self.table.begun().at(1)

    def force(self, *effects: Effect) -> None:
        self.table.presenter.submit(ApplyEffects(effects, "so"))
        self.table.at(self.table.run.clock.second + 1)

    def of(self, component: ComponentId) -> ComponentMenu:
        return component_menu(self.table.run.director, component, words("en"))

    def orders(self, component: ComponentId) -> list[str]:
        return [row.text for row in self.of(component).orders]

    def by_hand(self, component: ComponentId) -> list[str]:
        return [row.text for row in self.of(component).by_hand]

    def do_force(self, component: ComponentId, text: str) -> None:
        self.deeds.force(next(row for row in self.of(component).by_hand if row.text == text))
        self.table.at(self.table.run.clock.second + 1)

    def shown(self, component: ComponentId) -> str:
        return self.table.run.director.simulation.standing(component).shown

    def level(self, component: ComponentId) -> int:
        return self.table.run.director.simulation.standing(component).level

    def health(self, component: ComponentId) -> Health:
        return self.table.run.director.simulation.health(component)


@pytest.fixture
def menus(qtbot: QtBot, look: Look) -> Menus:
    return Menus(look)


def test_what_runs_can_be_restarted_switched_off_and_isolated(menus: Menus) -> None:
    assert menus.orders(POWER) == ["Restart", "Switch off in order", "Isolate"]
    assert menus.by_hand(POWER) == ["Force down", "Force to 25 %", "Force to 50 %", "Force to 75 %"]


def test_what_is_broken_can_be_repaired_and_says_how_long_and_by_whom(menus: Menus) -> None:
    menus.force(fx.Fail(on(POWER)))
    assert menus.orders(POWER)[0] == "Repair (30 min, Ops crew)"
    assert menus.by_hand(POWER)[0] == "Force up"
    menus.force(fx.Repair(on(POWER)))
    assert menus.orders(POWER)[0] == "Call the repair off"
    assert menus.by_hand(POWER)[-2:] == ["Let its repair be done now", "Call its repair off"]


def test_what_is_held_can_be_let_go(menus: Menus) -> None:
    assert "Switch on" in menus.orders(SPARE)
    menus.force(fx.Isolate(on(POWER)))
    assert menus.orders(POWER) == ["Join it again"]


def test_a_standby_can_be_armed_and_what_is_lost_done_without(menus: Menus) -> None:
    menus.force(fx.Fail(on(POWER)), fx.Fail(on(TOOLS)))
    rows = menus.of(DESK).orders
    assert [row.text for row in rows if isinstance(row.effects[0], fx.Arm | fx.Bootstrap)] == [
        "Arm the standby Spare",
        "Start by hand without Power, Spare…",
        "Start by hand without Tools…",
    ]
    assert [row.effects for row in rows if row.asks] == [
        (fx.Bootstrap(DESK, "feed"),),
        (fx.Bootstrap(DESK, "tools"),),
    ]


def test_starting_by_hand_proposes_the_time_and_the_hands_of_a_repair(menus: Menus) -> None:
    menus.force(fx.Fail(on(POWER)))
    row = next(row for row in menus.of(DESK).orders if row.asks)
    assert (row.takes, row.crew) == ("2 h", "ops")


def test_an_order_is_an_action_of_whoever_is_named(menus: Menus) -> None:
    menus.force(fx.Fail(on(POWER)))
    menus.deeds.order_row(menus.of(POWER).orders[0], "Ada")
    done = menus.table.run.submitted[-1]
    assert isinstance(done, ActUnscripted)
    assert (done.text, done.by, done.effects) == ("Repair: Power", "Ada", (fx.Repair(on(POWER)),))


def test_forced_up_means_started_whatever_it_waits_for(menus: Menus) -> None:
    menus.force(fx.Fail(on(POWER)), fx.Fail(on(TOOLS)))
    assert menus.shown(DESK) == "down"
    menus.do_force(DESK, "Force up")
    assert menus.shown(DESK) == "recovering"


@pytest.mark.parametrize("text", ["Force down", "Force to 50 %"])
def test_what_was_forced_can_be_put_back(menus: Menus, text: str) -> None:
    menus.do_force(POWER, text)
    assert menus.shown(POWER) in ("down", "degraded")
    assert menus.offers[-1].sentence == f"{text}: Power (facilitator)"
    menus.offers[-1].deed()
    menus.table.at(9)
    assert menus.shown(POWER) == "operational"
    assert "stays" in menus.table.ear.sentences[-1]


def test_a_held_component_forced_up_is_held_again_when_put_back(menus: Menus) -> None:
    menus.force(fx.Isolate(on(POWER)))
    menus.do_force(POWER, "Force up")
    assert menus.shown(POWER) == "operational"
    menus.offers[-1].deed()
    menus.table.at(9)
    assert menus.shown(POWER) == "isolated"
    assert not menus.health(POWER).is_off, "by nothing else than before"


def test_put_back_is_what_a_component_could_deliver_not_what_it_got_through(menus: Menus) -> None:
    menus.force(fx.Restore(on(GRID), Permille(500)))
    assert menus.level(SHOP) == 500, "the half of its supplier"
    menus.do_force(SHOP, "Force down")
    menus.offers[-1].deed()
    menus.force(fx.Restore(on(GRID)))
    menus.table.at(menus.table.run.clock.second + 9)
    assert menus.level(SHOP) == 1000, "nothing of it was ever broken"


@pytest.mark.parametrize("text", ["Force down", "Force up", "Force to 25 %", "Let its repair be done now"])
def test_a_repair_that_was_wanted_is_wanted_again_when_put_back(menus: Menus, text: str) -> None:
    menus.force(fx.Restore(on(POWER), Permille(500)), fx.Repair(on(POWER)))
    before = menus.health(POWER)
    menus.do_force(POWER, text)
    assert menus.health(POWER) != before
    menus.offers[-1].deed()
    menus.table.at(menus.table.run.clock.second + 1)
    assert menus.health(POWER) == before


def test_what_is_broken_and_forced_up_is_broken_again_when_put_back(menus: Menus) -> None:
    menus.force(fx.Fail(on(POWER)))
    menus.do_force(POWER, "Force up")
    menus.offers[-1].deed()
    menus.table.at(menus.table.run.clock.second + 1)
    assert (menus.shown(POWER), menus.health(POWER).capability) == ("down", 0)


def test_what_was_started_without_its_needs_is_held_and_unharmed_when_put_back(menus: Menus) -> None:
    menus.force(fx.Fail(on(POWER)), fx.Fail(on(TOOLS)))
    menus.do_force(DESK, "Force up")
    menus.offers[-1].deed()
    menus.table.at(menus.table.run.clock.second + 600)
    assert menus.shown(DESK) == "maintenance", "else it would start without them"
    assert menus.health(DESK).capability == 1000, "and needs no repair"
    assert "until you switch it on" in menus.table.ear.sentences[-1]


def test_nothing_can_be_done_before_a_run_begins(qtbot: QtBot, look: Look) -> None:
    table = Table(look)
    deeds = DeedsPresenter(table.presenter, look)
    table.presenter.open(table.loaded, table.groundwork)
    assert deeds.menu_of(POWER) is None


@pytest.fixture
def view(qtbot: QtBot, look: Look, menus: Menus) -> MapView:
    view = MapView(look)
    qtbot.addWidget(view)
    menus.table.presenter.map.map_shown.connect(view.show_picture)
    menus.table.presenter.map.show_map()
    view.resize(800, 500)
    view.show()
    qtbot.waitExposed(view)
    return view


def press(view: MapView, at: QPoint, reason: QContextMenuEvent.Reason) -> None:
    QApplication.sendEvent(view, QContextMenuEvent(reason, at, view.mapToGlobal(at)))


def test_the_right_button_asks_about_the_card_below_it(qtbot: QtBot, look: Look, view: MapView) -> None:
    menu = MapMenu(view, look)
    asked: list[object] = []
    menu.asked.connect(asked.append)
    place = view.place_of(DESK).center().toPoint()
    press(view, place, QContextMenuEvent.Reason.Mouse)
    press(view, QPoint(1, 1), QContextMenuEvent.Reason.Mouse)
    assert asked == [DESK]


def test_the_right_button_does_not_pan_the_map(qtbot: QtBot, look: Look, view: MapView) -> None:
    menu = MapMenu(view, look, view)
    before = view.placement
    QTest.mousePress(view, Qt.MouseButton.RightButton, pos=QPoint(20, 20))
    QTest.mouseMove(view, QPoint(200, 200))
    assert (view.placement, menu.parent()) == (before, view)


def test_the_menu_key_asks_about_the_card_that_was_walked_to(look: Look, view: MapView) -> None:
    menu = MapMenu(view, look)
    asked: list[object] = []
    menu.asked.connect(asked.append)
    press(view, QPoint(0, 0), QContextMenuEvent.Reason.Keyboard)
    view.overlay.walk.put(TOOLS)
    press(view, QPoint(0, 0), QContextMenuEvent.Reason.Keyboard)
    assert asked == [None, TOOLS]


def test_the_facilitators_rows_stand_apart_and_say_so(qtbot: QtBot, look: Look, menus: Menus, view: MapView) -> None:
    maker = MapMenu(view, look)
    forced: list[object] = []
    maker.forced.connect(forced.append)
    actions = maker.made(menus.of(DESK)).actions()
    words = [action.text() for action in actions]
    assert words[0] == "Help && desk"
    line = next(number for number, action in enumerate(actions) if action.isSeparator())
    assert words[line + 1] == "Facilitator"
    assert "Force down" not in words[:line]
    actions[words.index("Force down")].trigger()
    assert forced == [menus.of(DESK).by_hand[0]]


class Listening(QWidget):
    """A part of the page with a menu of its own."""

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self.times = 0

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.times += 1
        event.accept()


def test_the_key_is_for_the_menu_of_whatever_has_the_focus(qtbot: QtBot, look: Look, menus: Menus) -> None:
    page = RunWorkspace(menus.table.presenter, look)
    qtbot.addWidget(page)
    page.show()
    menus.table.presenter.show_all()
    room = page.rooms["actions"]
    asked: list[object] = []
    for menu in page.findChildren(MapMenu):
        menu.asked.connect(asked.append)
    listening = Listening(page)
    listening.show()
    listening.setFocus()
    room.deeds().deeds["run.component"]()
    assert (listening.times, asked) == (1, [])
    page.map.setFocus()
    room.deeds().deeds["run.component"]()
    assert (listening.times, asked) == (1, [None])
