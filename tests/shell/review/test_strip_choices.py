"""Strips are narrowed down to what people use, or stand by zone; a choice stays when the journal grows."""

from dataclasses import replace

from pytestqt.qtbot import QtBot

from blackstart.core.base.ids import ZoneId
from blackstart.core.base.text import plain
from blackstart.core.topology.model import Topology, Zone
from blackstart.shell.review.recorded import Recorded
from blackstart.shell.review.strip_choices import StripChoice, chosen_strips, strip_names
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
    names = strip_names(topology, StripChoice.ZONES, "en")
    assert list(names.values()) == ["Power, Cellar", "Lamp, House", "Lock"]
    assert list(strip_names(topology, StripChoice.EVERY, "en").values()) == ["Power", "Lamp", "Lock"]


def test_a_choice_stays_when_the_run_is_shown_again(qtbot: QtBot, look: Look, recorded: Recorded) -> None:
    axis = TimeAxis()
    panel = StripsPanel(look, axis)
    axis.setParent(panel)
    qtbot.addWidget(panel)
    counts = []
    panel.show_run(recorded)
    for _ in range(4):
        counts.append(panel.strips.strips.rowCount())
        panel.choose_next()
        panel.show_run(recorded)
    assert counts == [3, 1, 3, 3]
