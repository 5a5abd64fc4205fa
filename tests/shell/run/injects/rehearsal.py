"""A drill with everything that can still come, and a console that plays it."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from blackstart.core.exercise.files import LoadedDrill, read_drill
from blackstart.shell.run.coming import ComingRow
from blackstart.shell.run.injects.presenter import InjectsPresenter
from blackstart.shell.run.workspace import RunWorkspace
from blackstart.shell.support.look import Look
from tests.shell.run.table import Table, grounded

HOUSE = """\
blackstart: 1
id: house
title: House
topology:
  components:
    - {id: power, name: {en: Power, ko: 전력}, kind: power}
    - {id: lamp, name: Lamp, kind: device, users: 3, needs: [{on: power}]}
    - {id: lock, name: Lock, kind: device, needs: [{on: power, survives: 30 s}]}
    - {id: core, name: Core, kind: network, needs: [{on: power, survives: 50 s}]}
exercise:
  lasts: 10 min
  phases: [{id: dark, from: 0 s, until: 10 min, pace: 1}]
  roles: [{id: lead, name: {en: Lead, ko: 지휘자}}, {id: guest, name: Guest}]
  objectives: [{id: calm, text: Stay calm.}]
  injects:
    - {id: bang, at: 5 s, channel: alert, from: Neighbour, to: [lead], text: A bang., expect: Somebody looks.,
       note: Say it loud., tests: [calm], opens: candles, effects: [{fail: power}]}
    - {id: dark, when: {component: lamp, is: down, for: 1 min}, channel: phone, text: Still dark?}
    - {id: never, when: {component: lamp, is: isolated}, channel: press, text: Why?}
    - {id: spare, channel: chat, from: Guest, text: Ask me.}
    - {id: late, at: 8 min, channel: map, effects: [{restore: power}]}
  decisions:
    - {id: candles, question: Candles or the grid?, within: 5 min,
       options: [{id: light, text: Light}, {id: no, text: No}]}
    - {id: home, question: Go home?, options: [{id: us, text: We do}, {id: no, text: No}]}
"""


def house() -> LoadedDrill:
    return read_drill(HOUSE, "house.drill")


def house_table(look: Look) -> Table:
    table = Table(look)
    table.loaded = house()
    table.groundwork = grounded(table.loaded)
    return table


class Console:
    """A run of the house, its page, and what the room of the injects shows."""

    def __init__(self, look: Look, qtbot: QtBot) -> None:
        self.table = house_table(look)
        self.page = RunWorkspace(self.table.presenter, look)
        qtbot.addWidget(self.page)
        self.page.resize(1500, 1000)
        with qtbot.waitExposed(self.page):
            self.page.show()
        with qtbot.waitActive(self.page):
            self.page.activateWindow()
        self.table.begun().at(0)
        self.list = self.page.foot.upcoming.list

    @property
    def rows(self) -> list[ComingRow]:
        model = self.list.rows
        rows = [model.line(model.index(number)) for number in range(model.rowCount())]
        return [row for row in rows if row is not None]

    def choose(self, key: str) -> None:
        self.list.setCurrentIndex(self.list.rows.index_of(key))


@pytest.fixture
def console(look: Look, qtbot: QtBot) -> Iterator[Console]:
    made = Console(look, qtbot)
    yield made
    made.table.presenter.leave()


@pytest.fixture
def presenter(look: Look) -> Iterator[InjectsPresenter]:
    table = house_table(look)
    made = InjectsPresenter(table.presenter, look)
    table.begun().at(0)
    yield made
    table.presenter.leave()
