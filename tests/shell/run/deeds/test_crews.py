"""Crews and their queues: who works on what, what waits in which order, and how that is changed."""

import dataclasses

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from blackstart.core.base.ids import ActionId, ComponentId, CrewId, DecisionId, OptionId
from blackstart.core.base.simtime import Seconds
from blackstart.core.base.words import words
from blackstart.core.engine.effects import Fail, Repair, Target
from blackstart.core.play.commands import Act, ActUnscripted, ApplyEffects, Begin, Decide, TakeBack
from blackstart.shell.run.deeds.crew_box import CrewBox
from blackstart.shell.run.deeds.works import CrewSheet, Work, crew_sheets
from blackstart.shell.support.look import Look
from tests.shell.run.deeds.team import Team

FIRST, SECOND, FIFTH = map(ActionId, ("first", "second", "fifth"))
POWER = Target((ComponentId("power"),))


@pytest.fixture
def team(qtbot: QtBot, look: Look) -> Team:
    return Team(look).begun()


def ops(team: Team) -> CrewSheet:
    return crew_sheets(team.stand, words("en"))[0]


def names(team: Team) -> list[str]:
    return [work.name for work in ops(team).works]


def begin(team: Team, *actions: ActionId) -> None:
    for each in actions:
        team.deeds.begin(each, "lead")
    team.table.at(team.table.run.clock.second + 1)


def test_crews_stand_in_the_order_of_the_file(team: Team) -> None:
    sheets = crew_sheets(team.stand, words("en"))
    assert [(sheet.name, sheet.size, sheet.busy) for sheet in sheets] == [("Ops crew", 1, 0), ("Site crew", 2, 1)]


@pytest.mark.parametrize(("mode", "name"), [("facilitated", "Host: We check it."), ("self_study", "Something else")])
def test_what_the_script_does_itself_is_told_only_where_it_takes_hands(
    qtbot: QtBot, look: Look, mode: str, name: str
) -> None:
    team = Team(look).begun(Begin(mode=mode))
    sheets = crew_sheets(team.stand, words("en"))
    assert [work.name for sheet in sheets for work in sheet.works] == [name]


def test_what_is_done_stands_before_what_waits(team: Team) -> None:
    begin(team, FIRST, SECOND, FIFTH)
    assert names(team) == ["Look after it", "Look again", "Write it down"]
    assert [work.standing for work in ops(team).works] == [
        "done at 0:10:01, 9 min 59 s left",
        "waits for Ops crew",
        "waits for Ops crew",
    ]


def test_a_waiting_work_changes_places_with_the_one_before_it(team: Team) -> None:
    begin(team, FIRST, SECOND, FIFTH)
    team.deeds.move(ops(team).works[2], -1)
    assert names(team) == ["Look after it", "Write it down", "Look again"]
    assert team.table.run.submitted[-1] == Act(SECOND, "lead")  # asked for again, as it was


def test_moving_back_is_moving_the_next_one_to_the_front(team: Team) -> None:
    begin(team, FIRST, SECOND, FIFTH)
    team.deeds.move(ops(team).works[1], 1)
    assert names(team) == ["Look after it", "Write it down", "Look again"]


def test_a_repair_is_queued_anew_as_an_order_of_the_team(team: Team) -> None:
    team.table.presenter.submit(ApplyEffects((Fail(POWER),), "so"))
    begin(team, FIRST)
    team.table.presenter.submit(ActUnscripted("Mend the power", Seconds(0), "lead", effects=(Repair(POWER),)))
    begin(team, FIFTH)
    assert names(team) == ["Look after it", "Repair: Power", "Write it down"]
    team.deeds.move(ops(team).works[2], -1)
    assert names(team) == ["Look after it", "Write it down", "Repair: Power"]


def test_what_a_decision_ordered_is_not_pushed_back_and_that_is_said(team: Team) -> None:
    begin(team, FIRST)
    team.table.presenter.submit(Decide(DecisionId("how"), OptionId("mend"), "lead"))
    begin(team, FIFTH)
    before = names(team)
    assert before == ["Look after it", "Mend the lamp", "Write it down"]
    team.deeds.move(ops(team).works[2], -1)
    assert names(team) == before
    assert "cannot be asked for again" in team.table.ear.sentences[-1]


def test_the_team_gives_up_what_it_began(team: Team) -> None:
    begin(team, FIRST)
    team.deeds.call_off(ops(team).works[0])
    assert isinstance(team.table.run.submitted[-1], TakeBack)
    assert ops(team).works == ()


def test_the_team_gives_up_a_repair_whoever_asked_for_it(team: Team) -> None:
    team.table.presenter.submit(ApplyEffects((Fail(POWER), Repair(POWER)), "so"))
    team.table.at(3)
    repair = ops(team).works[0]
    assert (repair.name, repair.seq, repair.can_be_moved) == ("Repair: Power", None, True)
    team.deeds.call_off(repair)
    assert ops(team).works == ()


def test_what_needs_no_crew_stands_behind_the_crews(team: Team) -> None:
    begin(team, ActionId("third"))
    sheet = crew_sheets(team.stand, words("en"))[-1]
    assert (sheet.id, [work.name for work in sheet.works]) == (None, ["Ask around"])


def test_all_that_is_under_way_is_counted(qtbot: QtBot, team: Team) -> None:
    with qtbot.waitSignal(team.deeds.counted) as told:
        team.deeds.begin(FIRST, "lead")
    assert told.args == [2]


def test_the_facilitator_lets_an_action_be_done_now(team: Team) -> None:
    team.deeds.order(ActUnscripted("Fix it", Seconds(600), "lead", crew=CrewId("ops"), effects=(Fail(POWER),)))
    team.table.at(3)
    team.deeds.force_work(ops(team).works[0], True)
    team.table.at(4)
    assert ops(team).works == ()
    assert team.table.run.director.simulation.standing(POWER.components[0]).shown == "down"
    assert team.table.ear.sentences[-1] == "Done now: Fix it (facilitator)"


def test_the_facilitator_calls_a_repair_off_or_lets_it_be_done(team: Team) -> None:
    for is_done, shown in ((False, "down"), (True, "operational")):
        team.table.presenter.submit(ApplyEffects((Fail(POWER), Repair(POWER)), "so"))
        team.table.at(team.table.run.clock.second + 1)
        team.deeds.force_work(ops(team).works[0], is_done)
        team.table.at(team.table.run.clock.second + 1)
        assert ops(team).works == ()
        assert team.table.run.director.simulation.standing(POWER.components[0]).shown == shown


@pytest.mark.parametrize("is_done", [True, False])
def test_of_two_works_of_one_name_one_is_forced_alone(team: Team, is_done: bool) -> None:
    order = ActUnscripted("Fix it", Seconds(600), "lead", crew=CrewId("ops"), effects=(Fail(POWER),))
    begin(team, SECOND, SECOND)
    team.deeds.order(order)
    team.table.at(3)
    former, latter, _ = ops(team).works
    team.deeds.force_work(latter, False)
    team.table.at(4)
    assert [each.turn for each in ops(team).works] == [former.turn, ops(team).works[1].turn]
    team.deeds.force_work(ops(team).works[1], is_done)
    team.table.at(5)
    assert [each.turn for each in ops(team).works] == [former.turn]
    state = team.table.run.director.simulation.standing(POWER.components[0]).shown
    assert state == ("down" if is_done else "operational")


def work(turn: int, name: str, *, is_running: bool = False) -> Work:
    return Work(turn, name, "", is_running, turn)


@pytest.fixture
def box(qtbot: QtBot, look: Look) -> CrewBox:
    box = CrewBox(look)
    qtbot.addWidget(box)
    box.show_crew(CrewSheet(None, "Ops", 1, (work(1, "One", is_running=True), work(2, "Two"), work(3, "Three"))))
    box.show()
    return box


def test_only_what_waits_has_arrows_and_only_where_it_can_go(box: CrewBox) -> None:
    arrows = [(not row.up.isHidden(), not row.down.isHidden()) for row in box.rows]
    assert arrows == [(False, False), (False, True), (True, False)]


def test_keys_move_a_work_and_call_it_off(qtbot: QtBot, box: CrewBox) -> None:
    with qtbot.waitSignal(box.move_wished) as wish:
        QTest.keyClick(box.rows[2], Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert (wish.args[0].name, wish.args[1]) == ("Three", -1)
    with qtbot.waitSignal(box.call_off_wished) as wish:
        QTest.keyClick(box.rows[0], Qt.Key.Key_Delete)
    assert wish.args[0].name == "One"


def test_what_the_facilitator_can_do_with_a_work_stands_in_its_menu(qtbot: QtBot, box: CrewBox) -> None:
    assert box.rows[0].made_menu() is None
    repair = dataclasses.replace(
        work(1, "One"), ending=(ApplyEffects((Repair(POWER),), "so"),), ceasing=(ApplyEffects((Fail(POWER),), "so"),)
    )
    box.show_crew(CrewSheet(None, "Ops", 1, (repair,)))
    menu = box.rows[0].made_menu()
    assert menu is not None
    assert [action.text() for action in menu.actions()] == ["Facilitator", "Let it be done now", "Call it off"]
    with qtbot.waitSignal(box.forced) as forced:
        menu.actions()[2].trigger()
    assert forced.args == [repair, False]
