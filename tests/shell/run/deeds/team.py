"""A drill with two crews and a tool that can fail, and the console at which it is played."""

from blackstart.core.exercise.files import read_drill
from blackstart.core.play.commands import Begin
from blackstart.shell.run.deeds.presenter import DeedsPresenter
from blackstart.shell.run.stand import RunStand
from blackstart.shell.support.look import Look
from tests.shell.run.table import Table, grounded

DRILL = """\
blackstart: 1
id: works
title: Works
topology:
  crews: [{id: ops, name: Ops crew, size: 1}, {id: site, name: Site crew, size: 2}]
  components:
    - {id: power, name: Power, kind: power, repair: 30 min, crew: ops}
    - {id: lamp, name: Lamp, kind: device}
    - {id: console, name: Console, kind: console}
exercise:
  lasts: 5 h
  injects:
    - {id: later, at: 0 s, channel: map, effects: [{after: 4 h, do: [{fail: lamp}]}]}
    - {id: busy, at: 0 s, channel: phone, from: Host, text: We check it., effects: [
        {after: 4 h, crew: site, do: [{repair: lamp}]}]}
  roles: [{id: lead, name: Lead}, {id: ops, name: Operations}]
  decisions:
    - {id: how, at: 0 s, question: How?, options: [
        {id: mend, text: Mend the lamp, effects: [{after: 10 min, crew: ops, do: [{restore: lamp}]}]},
        {id: no, text: Wait}]}
  actions:
    - {id: first, text: Look after it, by: ops, takes: 10 min, crew: ops}
    - {id: second, text: Look again, takes: 20 min, crew: ops, requires: [console], by_hand: 2 h, once: false}
    - {id: third, text: Ask around, by: lead, takes: 5 min, requires: [console]}
    - {id: fourth, text: Say it, by: lead, once: false}
    - {id: fifth, text: Write it down, by: lead, takes: 5 min, crew: ops}
"""


class Team:
    """A table at which the drill is played, with what the room of deeds tells."""

    def __init__(self, look: Look) -> None:
        self.table = Table(look)
        self.table.loaded = read_drill(DRILL, "works.drill")
        self.table.groundwork = grounded(self.table.loaded)
        self.deeds = DeedsPresenter(self.table.presenter, look)
        self.stands: list[RunStand] = []
        self.table.presenter.stood.connect(self.stands.append)

    def begun(self, settings: Begin | None = None) -> "Team":
        self.table.presenter.open(self.table.loaded, self.table.groundwork)
        self.table.presenter.begin_as(settings or Begin())
        self.table.at(1)
        return self

    @property
    def stand(self) -> RunStand:
        return self.stands[-1]
