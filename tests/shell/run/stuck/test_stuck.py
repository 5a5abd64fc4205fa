"""What cannot come back is called out as soon as the model knows it, in words, to the facilitator."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from blackstart.core.base.ids import ComponentId
from blackstart.core.engine.effects import Bootstrap, Restore, Target
from blackstart.core.engine.trace import Stuck
from blackstart.core.exercise.files import LoadedDrill, read_drill
from blackstart.core.play.commands import ApplyEffects, Begin, End
from blackstart.shell.run.stuck.presenter import StuckPresenter
from blackstart.shell.run.stuck.telling import StuckSheet, told
from blackstart.shell.run.workspace import RunWorkspace
from blackstart.shell.support.look import Look
from tests.shell.drills import LIGHTS, SOURCE
from tests.shell.run.table import Table, grounded

LOGIN, CONSOLE, MAIL, POWER = (ComponentId(name) for name in ("login", "console", "mail", "power"))
LOOP = """\
    - {id: login, name: Login, needs: [{on: power}, {on: console, for: start}]}
    - {id: console, name: Ops console, needs: [{on: power}, {on: login, for: start}]}
    - {id: mail, name: Mail, needs: [{on: login}]}
exercise:
"""


def looped() -> LoadedDrill:
    """Lights, with two that need each other to start."""
    return read_drill(LIGHTS.replace("exercise:\n", LOOP, 1), SOURCE)


class Heard:
    """A presenter at a table, and what it told."""

    def __init__(self, look: Look, begin: Begin | None = None) -> None:
        self.table = Table(look)
        self.table.loaded = looped()
        self.table.groundwork = grounded(self.table.loaded)
        self.presenter = StuckPresenter(self.table.presenter, look)
        self.sheets: list[StuckSheet] = []
        self.presenter.shown.connect(self.sheets.append)
        self.table.presenter.open(self.table.loaded, self.table.groundwork)
        self.table.presenter.begin_as(begin or Begin())


@pytest.fixture
def heard(look: Look) -> Iterator[Heard]:
    made = Heard(look)
    yield made
    made.table.presenter.leave()


def test_what_waits_for_one_another_is_called_out_when_it_falls(heard: Heard) -> None:
    heard.table.at(4)
    assert heard.sheets == []
    heard.table.at(5)
    assert heard.sheets == [
        StuckSheet(
            "3 cannot come back as things stand",
            ("Login and Ops console wait for one another.", "Behind them: Mail."),
            LOGIN,
        )
    ]


def test_a_way_in_by_hand_ends_the_call(heard: Heard) -> None:
    heard.table.at(5)
    way_in = (Restore(Target((POWER,))), Bootstrap(LOGIN, "console"))
    assert heard.table.presenter.submit(ApplyEffects(way_in, "by hand"))
    heard.table.at(6)
    assert heard.sheets[-1] == StuckSheet()


def test_nothing_is_called_out_after_the_end_or_in_another_run(heard: Heard) -> None:
    heard.table.at(5)
    heard.table.presenter.submit(End())
    assert heard.sheets[-1] == StuckSheet()
    heard.table.presenter.open(heard.table.loaded, heard.table.groundwork)
    assert heard.presenter.facts(LOGIN) == ()


def test_a_card_tells_whether_it_comes_back(heard: Heard) -> None:
    heard.table.at(5)
    (login,), (mail,), (power,) = (heard.presenter.facts(each) for each in (LOGIN, MAIL, POWER))
    assert login == ("Comes back", "not as things stand: it and Ops console wait for one another")
    assert mail[1] == "not as things stand: it waits for what cannot come back"
    assert power[1].startswith("only once somebody acts")
    heard.table.presenter.leave()


def test_who_learns_alone_is_to_find_it_out(look: Look) -> None:
    heard = Heard(look, Begin(mode="self_study"))
    heard.table.at(5)
    assert heard.sheets == []
    assert heard.presenter.facts(LOGIN) == ()
    heard.table.presenter.leave()


def test_many_are_counted_and_not_all_named() -> None:
    topology = looped().drill.topology
    everything = tuple(each.id for each in topology.components)
    sheet = told(Stuck((), everything, (everything,)), topology, "en")
    assert sheet.lines == ("Power, Lamp, Lock, Login and 2 more wait for one another.",)


def test_the_note_stands_in_the_column_and_leads_to_the_map(qtbot: QtBot, look: Look) -> None:
    table = Table(look)
    table.loaded = looped()
    table.groundwork = grounded(table.loaded)
    page = RunWorkspace(table.presenter, look)
    qtbot.addWidget(page)
    table.begun().at(4)
    note = page.rooms["stuck"].note  # type: ignore[attr-defined]  # a room of this kind has one
    assert note.isHidden()
    table.at(5)
    assert not note.isHidden()
    assert note.heading.text() == "3 cannot come back as things stand"
    note.button.click()
    assert page.map.picture is not None
    assert page.map.picture.chosen == LOGIN
    table.presenter.leave()
