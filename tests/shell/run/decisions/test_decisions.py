"""All decisions of a run: those to come opened by hand, those taken read again, and those that nobody scripted."""

import pytest
from pytestqt.qtbot import QtBot

from blackstart.core.base.ids import ComponentId, DecisionId
from blackstart.core.base.words import words
from blackstart.core.engine.effects import Fail, Target
from blackstart.core.play.commands import Begin, Correct, DecideUnscripted, Open, TakeBack
from blackstart.shell.actions.spec import actions_of
from blackstart.shell.run.decisions.overview import DecisionsSheet
from blackstart.shell.run.decisions.rows import DecisionRow, DecisionRows, decision_rows
from blackstart.shell.run.decisions.unscripted_sheet import UnscriptedDraft, UnscriptedSheet
from blackstart.shell.run.drafts import DecisionDraft
from blackstart.shell.run.stand import RunStand
from blackstart.shell.run.workspace import RunWorkspace
from blackstart.shell.support.look import Look
from tests.shell.run.table import LIGHT, Table

SING = DecideUnscripted("Sing?", "Yes, loudly", "guest", "it helps", "low")
CANDLES, SHOUT = DecisionId("candles"), DecisionId("shout")


class Decider:
    """A table, and how its run stands."""

    def __init__(self, look: Look) -> None:
        self.table = Table(look)
        self.stands: list[RunStand] = []
        self.table.presenter.stood.connect(self.stands.append)
        self.table.begun().at(7)

    @property
    def rows(self) -> DecisionRows:
        return decision_rows(self.stands[-1], words("en"))


@pytest.fixture
def decider(qtbot: QtBot, look: Look) -> Decider:
    return Decider(look)


def test_what_is_open_and_what_is_to_come_are_told_apart(decider: Decider) -> None:
    assert decider.rows.open == (DecisionRow(CANDLES, "1.  Candles or the grid?", ("to be decided by 0:00:15",)),)
    assert decider.rows.coming == (DecisionRow(SHOUT, "Who tells the neighbours?", ("comes at 0:00:20",)),)


def test_what_comes_with_an_inject_says_with_which(qtbot: QtBot, look: Look) -> None:
    table, stands = Table(look), list[RunStand]()
    table.presenter.stood.connect(stands.append)
    table.begun().at(1)
    coming = decision_rows(stands[-1], words("en")).coming
    assert coming[0].lines == ("at 0:00:05 with “Neighbour: A bang in the street.”",)


def test_a_learner_alone_is_told_neither_what_comes_nor_what_follows(qtbot: QtBot, look: Look) -> None:
    for mode, is_told in (("facilitated", True), ("self_study", False)):
        table, stands = Table(look), list[RunStand]()
        table.presenter.stood.connect(stands.append)
        table.presenter.open(table.loaded, table.groundwork)
        table.presenter.begin_as(Begin(mode=mode))
        table.at(7)
        assert bool(decision_rows(stands[-1], words("en")).coming) is is_told
        assert bool(table.ear.asked[0].otherwise) is is_told


def test_what_is_opened_by_hand_is_to_come_no_more(decider: Decider) -> None:
    decider.table.presenter.submit(Open(SHOUT))
    assert [row.id for row in decider.rows.open] == [CANDLES, SHOUT]
    assert decider.rows.coming == ()


def test_what_was_decided_can_be_read_again_with_its_corrections(decider: Decider) -> None:
    decider.table.presenter.submit(LIGHT)
    decider.table.presenter.submit(Correct(3, (("why", "it was dark"),)))
    assert decider.rows.taken[0].lines == ("Light candles", "Lead · 0:00:07 · confidence high", "it was dark")


def test_decisions_that_nobody_scripted_stand_among_the_others(decider: Decider) -> None:
    decider.table.presenter.submit(LIGHT)
    decider.table.presenter.submit(SING)
    assert [row.id for row in decider.rows.taken] == [None, CANDLES]
    assert decider.rows.taken[0].lines[:2] == ("Yes, loudly", "Guest · 0:00:07 · confidence low")
    decider.table.presenter.submit(TakeBack(4, "no"))
    assert [row.id for row in decider.rows.taken] == [CANDLES]


def test_each_row_has_the_button_that_fits_it(qtbot: QtBot, look: Look, decider: Decider) -> None:
    sheet = DecisionsSheet(decider.rows, look)
    qtbot.addWidget(sheet)
    with qtbot.waitSignal(sheet.go_wished) as wish:
        sheet.buttons[CANDLES].click()
    assert wish.args == [CANDLES]
    with qtbot.waitSignal(sheet.open_wished) as wish:
        sheet.buttons[SHOUT].click()
    assert wish.args == [SHOUT]


def test_a_run_without_decisions_says_so(qtbot: QtBot, look: Look) -> None:
    sheet = DecisionsSheet(DecisionRows(), look)
    qtbot.addWidget(sheet)
    assert sheet.buttons == {}
    assert sheet.first_stop() is sheet.record


FILLED = UnscriptedDraft(
    "Sing?", "Yes, loudly", DecisionDraft(None, "guest", "low", "it helps"), (Fail(Target((ComponentId("lamp"),))),)
)


@pytest.fixture
def sheet(qtbot: QtBot, look: Look, decider: Decider) -> UnscriptedSheet:
    made = UnscriptedSheet(decider.table.loaded.drill, (("lead", "Lead"), ("guest", "Guest")), look)
    qtbot.addWidget(made)
    return made


def test_an_unscripted_decision_is_what_was_filled_in(qtbot: QtBot, sheet: UnscriptedSheet) -> None:
    sheet.take_draft(FILLED)
    assert sheet.draft == FILLED
    with qtbot.waitSignal(sheet.decided) as told:
        sheet.handed_on.emit()
    assert told.args == [DecideUnscripted("Sing?", "Yes, loudly", "guest", "it helps", "low", FILLED.effects)]


@pytest.mark.parametrize(
    ("draft", "missing"),
    [
        (UnscriptedDraft("", "Yes"), "what was to be decided"),
        (UnscriptedDraft("Sing?", ""), "what was chosen"),
        (UnscriptedDraft("Sing?", "Yes"), "who decided"),
    ],
)
def test_what_is_missing_is_said_on_the_sheet(
    qtbot: QtBot, sheet: UnscriptedSheet, draft: UnscriptedDraft, missing: str
) -> None:
    sheet.take_draft(draft)
    with qtbot.assertNotEmitted(sheet.decided):
        sheet.handed_on.emit()
    assert missing in sheet.complaint.text()


def test_no_two_things_that_can_be_done_at_the_console_share_a_key(qtbot: QtBot, look: Look) -> None:
    page = RunWorkspace(Table(look).presenter, look)
    qtbot.addWidget(page)
    keys = [key for action in actions_of(page) for key in action.spec.keys]
    assert sorted(set(keys)) == sorted(keys)
