"""What a learner who plays alone is not shown before it comes."""

from blackstart.core.base.ids import ComponentId
from blackstart.core.exercise.files import read_drill
from blackstart.core.play.commands import Begin
from blackstart.shell.run.deeds.component_rows import component_menu
from blackstart.shell.run.setup.answers import Answers
from blackstart.shell.run.stuck.presenter import StuckPresenter
from blackstart.shell.run.stuck.telling import StuckSheet
from blackstart.shell.support.look import Look
from tests.shell.drills import LIGHTS, SOURCE
from tests.shell.run.setup.test_setup_room import Console, console
from tests.shell.run.table import Table, grounded

RING = """\
blackstart: 1
id: ring
title: Ring
topology:
  components:
    - {id: x, users: 5, needs: [{on: y}]}
    - {id: y, users: 5, needs: [{on: x}]}
exercise:
  lasts: 60 s
  injects:
    - {id: bang, at: 5 s, channel: map, effects: [{fail: x}]}
    - {id: mend, at: 10 s, channel: map, effects: [{repair: x}]}
"""
ALONE = Begin(mode="self_study", holds="decisions", language="en")
__all__ = ["console"]


def begun(look: Look, begin: Begin) -> Table:
    table = Table(look)
    table.presenter.open(table.loaded, table.groundwork)
    table.presenter.begin_as(begin)
    return table.at(5)


def test_what_is_foreseen_of_an_option_is_not_shown_before_the_decision(look: Look) -> None:
    def foreseen(begin: Begin) -> list[str]:
        return [choice.foresee for question in begun(look, begin).ear.asked for choice in question.choices]

    assert "It is warm." in foreseen(Begin())
    assert set(foreseen(ALONE)) == {""}


def test_the_strip_marks_nothing_that_is_to_come(look: Look) -> None:
    def marks(begin: Begin) -> int:
        return len(begun(look, begin).ear.strip_shown.marks)

    assert marks(ALONE) < marks(Begin())


def test_nobody_forces_a_component(look: Look) -> None:
    for begin, is_offered in ((ALONE, False), (Begin(), True)):
        director = begun(look, begin).run.director
        assert bool(component_menu(director, ComponentId("lamp"), look.words).by_hand) is is_offered


def test_the_next_injects_are_hidden_from_a_learner(console: Console) -> None:
    foot = console.page.foot
    assert not foot.upcoming.isHidden()
    console.room.presenter.take(Answers(mode="self_study"))
    assert foot.upcoming.isHidden(), "as soon as self-study is chosen"
    console.room.presenter.take(Answers())
    assert not foot.upcoming.isHidden()
    console.table.presenter.begin_as(ALONE)
    assert foot.upcoming.isHidden()
    assert foot.upcoming.list.rows.rowCount() == 0


def test_no_sheet_tells_a_learner_of_injects(console: Console) -> None:
    console.table.presenter.begin_as(ALONE)
    actions = {each.objectName(): each for each in console.page.actions()}
    assert actions["injects.all"].hindrance() == "In self-study nothing is shown before it comes."  # type: ignore[attr-defined]  # an Action
    actions["injects.all"].trigger()
    assert [each for each in console.window.children() if type(each).__name__ == "BookSheet"] == []


def test_no_expected_response_stands_on_a_card(console: Console) -> None:
    text = LIGHTS.replace("Is it dark at yours too?", "Is it dark at yours too?, expect: Say yes.")
    loaded = read_drill(text, SOURCE)
    for begin, expected in ((ALONE, [""]), (Begin(), ["Say yes."])):
        console.table.presenter.open(loaded, grounded(loaded))
        console.table.presenter.begin_as(begin)
        console.table.at(20)
        lines = [line for line in console.page.side.feed.lines if line.key == "call"]
        assert [line.expect for line in lines] == expected


def test_what_cannot_come_back_is_left_to_be_found_out(look: Look) -> None:
    """Two that wait for one another: a facilitator is told."""
    for begin, is_told in ((ALONE, False), (Begin(language="en"), True)):
        table = Table(look)
        stuck = StuckPresenter(table.presenter, look)
        sheets: list[StuckSheet] = []
        stuck.shown.connect(sheets.append)
        loaded = read_drill(RING, "ring.drill")
        table.presenter.open(loaded, grounded(loaded))
        table.presenter.begin_as(begin)
        table.at(20)
        assert bool(sheets and sheets[-1] != StuckSheet()) is is_told
