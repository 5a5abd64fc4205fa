"""The script's actions at the console: how each stands, who does it, and what it waits for."""

import pytest
from pytestqt.qtbot import QtBot

from blackstart.core.base.ids import ActionId, ComponentId, CrewId
from blackstart.core.base.simtime import Seconds
from blackstart.core.base.words import words
from blackstart.core.engine.effects import Fail, Target
from blackstart.core.play.commands import Act, ActUnscripted, ApplyEffects, Begin, Participant
from blackstart.shell.run.deeds.action_lines import ActionLine, action_lines
from blackstart.shell.run.deeds.panel import DeedsPanel
from blackstart.shell.run.deeds.spot_sheet import SpotDraft, SpotSheet
from blackstart.shell.support.look import Look
from tests.shell.run.deeds.team import Team

FIRST, SECOND, THIRD, FOURTH = map(ActionId, ("first", "second", "third", "fourth"))
CONSOLE = ComponentId("console")
BREAK_CONSOLE = ApplyEffects((Fail(Target((CONSOLE,))),), "so")


@pytest.fixture
def team(qtbot: QtBot, look: Look) -> Team:
    return Team(look).begun()


def line(team: Team, action: ActionId) -> ActionLine:
    return next(each for each in action_lines(team.stand, words("en")) if each.id == action)


def test_a_ready_action_says_what_it_takes_and_nothing_of_its_state(team: Team) -> None:
    ready = line(team, SECOND)
    assert (ready.state, ready.standing, ready.can_begin) == ("ready", "", True)
    assert ready.about == "20 min · Ops crew · needs Console · by hand 2 h"
    assert line(team, FIRST).about == "Operations · 10 min · Ops crew"


def test_what_it_requires_and_is_down_is_said_before_it_is_begun(team: Team) -> None:
    team.table.presenter.submit(BREAK_CONSOLE)
    assert line(team, SECOND).standing == "without Console: by hand, 2 h"
    assert (line(team, THIRD).state, line(team, THIRD).standing) == ("hindered", "would wait for Console")


def test_a_begun_action_tells_how_long_it_still_takes(team: Team) -> None:
    team.deeds.begin(FIRST, "lead")
    team.table.at(61)
    begun = line(team, FIRST)
    assert begun.state == "begun"
    assert begun.standing == "done at 0:10:01, 9 min left"
    assert not begun.can_begin


def test_a_waiting_action_says_for_what(team: Team) -> None:
    team.table.presenter.submit(BREAK_CONSOLE)
    team.deeds.begin(THIRD, "")
    team.deeds.begin(FIRST, "")
    team.deeds.begin(ActionId("fifth"), "")
    team.table.at(3)
    assert line(team, THIRD).standing == "waits for Console"
    assert line(team, ActionId("fifth")).standing == "waits for Ops crew"


def test_an_action_that_may_be_done_again_can_be_begun_again_once_done(team: Team) -> None:
    team.deeds.begin(FOURTH, "")
    said = line(team, FOURTH)
    assert (said.state, said.standing, said.can_begin) == ("done", "done at 0:00:01", True)


def test_whoever_is_named_does_it_else_whoever_the_script_says(team: Team) -> None:
    team.deeds.begin(FIRST, "Ada")
    team.deeds.begin(THIRD, "")
    acts = [each for each in team.table.run.submitted if isinstance(each, Act)]
    assert acts == [Act(FIRST, "Ada"), Act(THIRD, "lead")]


def test_an_action_of_nobody_is_not_begun_before_somebody_is_named(team: Team) -> None:
    team.deeds.begin(SECOND, "")
    assert not any(isinstance(each, Act) for each in team.table.run.submitted)
    assert "say who does it" in team.table.ear.sentences[-1]


def test_roles_and_people_at_the_table_can_be_named(qtbot: QtBot, look: Look) -> None:
    team = Team(look)
    heard: list[tuple[tuple[str, str], ...]] = []
    team.deeds.drill_shown.connect(lambda drill, people: heard.append(people))
    team.begun(Begin(participants=(Participant("Ada", ("lead",)),)))
    assert heard[-1] == (("lead", "Lead"), ("ops", "Operations"), ("Ada", "Ada"))


def test_who_was_named_last_stays_while_the_actions_change(qtbot: QtBot, look: Look, team: Team) -> None:
    panel = DeedsPanel(look)
    qtbot.addWidget(panel)
    panel.show_people((("lead", "Lead"), ("ops", "Operations")))
    panel.show_lines(action_lines(team.stand, words("en")))
    panel.who.setEditText("Ada")
    panel.show_people((("lead", "Lead"),))
    with qtbot.waitSignal(panel.begin_wished) as wish:
        panel.cards[THIRD].button.click()
    assert wish.args == [THIRD, "Ada"]
    panel.who.setEditText("Lead")
    with qtbot.waitSignal(panel.begin_wished) as wish:
        panel.cards[THIRD].button.click()
    assert wish.args == [THIRD, "lead"]


def test_a_card_has_no_button_while_it_cannot_be_begun(qtbot: QtBot, look: Look, team: Team) -> None:
    panel = DeedsPanel(look)
    qtbot.addWidget(panel)
    team.deeds.listed.connect(panel.show_lines)
    team.deeds.begin(FIRST, "lead")
    assert panel.cards[FIRST].button.isHidden()
    assert not panel.cards[FOURTH].button.isHidden()
    team.table.presenter.submit(ActUnscripted("x", Seconds(0), "lead"))
    assert list(panel.cards) == [FIRST, SECOND, THIRD, FOURTH, ActionId("fifth")]


def test_a_begun_action_hands_the_keys_back_to_the_console(qtbot: QtBot, look: Look, team: Team) -> None:
    panel = DeedsPanel(look)
    qtbot.addWidget(panel)
    team.deeds.listed.connect(panel.show_lines)
    panel.begin_wished.connect(team.deeds.begin)
    panel.show_lines(action_lines(team.stand, words("en")))
    panel.show()
    qtbot.waitExposed(panel)
    panel.cards[FIRST].button.setFocus()
    with qtbot.waitSignal(panel.left):
        panel.cards[FIRST].button.click()


def test_an_action_on_the_spot_is_what_was_filled_in(qtbot: QtBot, look: Look, team: Team) -> None:
    sheet = SpotSheet(team.table.loaded.drill, (("lead", "Lead"),), look)
    qtbot.addWidget(sheet)
    effects = (Fail(Target((CONSOLE,))),)
    filled = SpotDraft(" Carry lamps ", "lead", "1 h 30 min", "site", (CONSOLE,), effects)
    sheet.take_draft(filled)
    assert sheet.draft == filled
    with qtbot.waitSignal(sheet.ordered) as told:
        sheet.handed_on.emit()
    assert told.args == [ActUnscripted("Carry lamps", Seconds(5400), "lead", (CONSOLE,), CrewId("site"), effects)]


@pytest.mark.parametrize(
    ("draft", "missing"),
    [
        (SpotDraft("", "lead"), "say what is done"),
        (SpotDraft("Carry lamps", ""), "say who does it"),
        (SpotDraft("Carry lamps", "lead", "soon"), "give the time"),
    ],
)
def test_what_is_missing_on_the_spot_is_said_on_the_sheet(
    qtbot: QtBot, look: Look, team: Team, draft: SpotDraft, missing: str
) -> None:
    sheet = SpotSheet(team.table.loaded.drill, (("lead", "Lead"),), look)
    qtbot.addWidget(sheet)
    sheet.take_draft(draft)
    with qtbot.assertNotEmitted(sheet.ordered):
        sheet.handed_on.emit()
    assert missing in sheet.complaint.text()
