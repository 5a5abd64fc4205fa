"""Strips are narrowed down to what people use, or stand by zone; a choice stays when the journal grows."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from blackstart.core.base.ids import ZoneId
from blackstart.core.base.text import plain
from blackstart.core.topology.model import Topology, Zone
from blackstart.shell.review.recorded import Recorded
from blackstart.shell.review.strip_choices import StripChoice, chosen_strips, strip_names, strip_zones
from blackstart.shell.review.strips_panel import StripsPanel
from blackstart.shell.support.look import Look
from blackstart.shell.widgets.time_axis import TimeAxis


def shown(recorded: Recorded, topology: Topology, choice: StripChoice) -> list[str]:
    return [strip.component for strip in chosen_strips(recorded.timeline, topology, choice).strips]


def test_services_are_what_people_use(recorded: Recorded) -> None:
    topology = recorded.drill.topology
    assert shown(recorded, topology, StripChoice.EVERY) == ["power", "lamp", "lock"]
    assert shown(recorded, topology, StripChoice.SERVICES) == ["lamp"]


def test_by_zone_each_keeps_the_order_in_which_they_failed(recorded: Recorded) -> None:
    cellar = Zone(ZoneId("cellar"), plain("Cellar"))
    before = recorded.drill.topology
    power, lamp, lock = before.components
    moved = (replace(power, zone=cellar.id), lamp, replace(lock, zone=None))
    topology = replace(before, zones=(*before.zones, cellar), components=moved)
    assert shown(recorded, topology, StripChoice.ZONES) == ["lamp", "power", "lock"]
    assert list(strip_zones(topology, StripChoice.ZONES, "en").values()) == ["Cellar", "House", "In no zone"]
    assert strip_zones(topology, StripChoice.EVERY, "en") == {}
    assert list(strip_names(topology, "en").values()) == ["Power", "Lamp", "Lock"]


@pytest.fixture
def panel(qtbot: QtBot, look: Look, recorded: Recorded) -> StripsPanel:
    axis = TimeAxis()
    made = StripsPanel(look, axis)
    axis.setParent(made)
    qtbot.addWidget(made)
    made.resize(900, 400)
    made.show_run(recorded)
    made.show()
    qtbot.waitExposed(made)
    return made


def names(panel: StripsPanel) -> list[str]:
    return [panel.strips.strips.index(row).data() for row in range(panel.strips.strips.rowCount())]


def test_a_choice_stays_when_the_run_is_shown_again(panel: StripsPanel, recorded: Recorded) -> None:
    seen = []
    for _ in range(4):
        seen.append(names(panel))
        panel.choose_next()
        panel.show_run(recorded)
    assert seen == [["Power", "Lamp", "Lock"], ["Lamp"], ["House", "Power", "Lamp", "Lock"], ["Power", "Lamp", "Lock"]]


def test_keys_pass_over_the_heading_of_a_zone_and_its_name_is_heard_with_each_component(panel: StripsPanel) -> None:
    panel.choose(2)
    strips = panel.strips
    strips.setFocus()
    QTest.keyClick(strips, Qt.Key.Key_Down)
    QTest.keyClick(strips, Qt.Key.Key_Up)
    assert strips.currentIndex().data() == "Power"
    heard = [strips.strips.index(row).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(2)]
    assert heard[0] == "Zone: House"
    assert heard[1].startswith("Power, House: ")


def test_strips_are_found_by_parts_of_their_names(panel: StripsPanel) -> None:
    panel.filter.open()
    QTest.keyClicks(panel.filter.line, "LA")
    assert names(panel) == ["Lamp"]
    QTest.keyClick(panel.filter.line, Qt.Key.Key_Return)
    assert panel.strips.hasFocus()
    assert names(panel) == ["Lamp"]
    panel.filter.open()
    QTest.keyClick(panel.filter.line, Qt.Key.Key_Escape)
    assert panel.filter.line.isHidden()
    assert panel.strips.hasFocus()
    assert names(panel) == ["Power", "Lamp", "Lock"]


def test_where_nothing_is_called_that_the_panel_says_so(panel: StripsPanel) -> None:
    panel.filter.look_for("zz")
    assert names(panel) == []
    assert panel.nothing.isVisible()
    panel.filter.look_for("")
    assert panel.nothing.isHidden()
