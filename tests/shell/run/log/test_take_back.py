"""What was just decided or begun can be taken back within seconds; what has happened stays."""

import pytest
from pytestqt.qtbot import QtBot

from blackstart.core.base.ids import ActionId, ComponentId
from blackstart.core.base.simtime import Seconds
from blackstart.core.engine.effects import Fail, Target
from blackstart.core.play.commands import ActUnscripted, ApplyEffects, DecideUnscripted, Note, TakeBack
from blackstart.shell.actions.offer import Offer
from blackstart.shell.run.deeds.works import crew_sheets
from blackstart.shell.run.log.take_back import TakeBackOffers
from blackstart.shell.support.look import Look
from tests.shell.run.deeds.team import Team
from tests.shell.run.table import LIGHT, Table


class Listener:
    """A table, and what is offered at it."""

    def __init__(self, table: Table, look: Look) -> None:
        self.table = table
        self.offers: list[Offer] = []
        self._maker = TakeBackOffers(table.presenter, look)
        table.presenter.offered.connect(self.offers.append)


@pytest.fixture
def listener(qtbot: QtBot, look: Look) -> Listener:
    listener = Listener(Table(look), look)
    listener.table.begun().at(7)
    return listener


def test_a_decision_is_offered_to_be_taken_back_in_the_words_that_tell_it(listener: Listener) -> None:
    listener.table.presenter.submit(LIGHT)
    assert listener.offers[-1].sentence in listener.table.ear.sentences  # the message bar says a sentence once
    assert listener.offers[-1].is_passing


def test_the_offer_takes_back_what_it_was_made_for(listener: Listener) -> None:
    listener.table.presenter.submit(LIGHT)
    listener.table.presenter.submit(Note("Calm.", "Ada"))
    listener.offers[-1].deed()
    assert listener.table.run.submitted[-1] == TakeBack(3, "a wrong click")
    assert [each.decision.id for each in listener.table.run.director.open_decisions()] == ["candles"]
    assert listener.table.ear.sentences[-1] == "Taken back; what has happened meanwhile stays."


def test_an_offer_of_another_run_does_nothing_any_more(listener: Listener) -> None:
    listener.table.presenter.submit(LIGHT)
    listener.table.presenter.leave()
    before = list(listener.table.run.submitted)
    listener.offers[-1].deed()
    assert listener.table.run.submitted == before


@pytest.mark.parametrize(
    "command", [ActUnscripted("Sweep", Seconds(60), "lead"), DecideUnscripted("Sing?", "Yes, sing", "lead")]
)
def test_what_nobody_scripted_is_offered_too(listener: Listener, command: ActUnscripted | DecideUnscripted) -> None:
    listener.table.presenter.submit(command)
    assert [offer.word for offer in listener.offers] == ["Take back"]


def test_a_note_cannot_be_taken_back(listener: Listener) -> None:
    listener.table.presenter.submit(Note("Calm.", "Ada"))
    assert listener.offers == []


def test_a_run_that_is_continued_offers_nothing_of_before(qtbot: QtBot, look: Look) -> None:
    table = Table(look)
    table.begun().at(7).presenter.submit(LIGHT)
    offers: list[Offer] = []
    maker = TakeBackOffers(table.presenter, look, table.presenter)
    table.presenter.offered.connect(offers.append)
    table.presenter.show_all()
    table.presenter.show_all()
    assert (offers, maker.parent()) == ([], table.presenter)


def test_an_action_that_waits_says_for_what(qtbot: QtBot, look: Look) -> None:
    team = Team(look)
    listener = Listener(team.table, look)
    team.begun()
    team.table.presenter.submit(ApplyEffects((Fail(Target((ComponentId("console"),))),), "so"))
    team.deeds.begin(ActionId("third"), "")
    assert listener.offers[-1].sentence == "Ordered: Ask around; waits for Console"


def test_another_order_in_a_queue_is_nothing_to_take_back(qtbot: QtBot, look: Look) -> None:
    team = Team(look)
    listener = Listener(team.table, look)
    team.begun()
    for action in ("first", "second", "fifth"):
        team.deeds.begin(ActionId(action), "lead")
    team.table.at(2)
    count, said = len(listener.offers), list(team.table.ear.sentences)
    team.deeds.move(crew_sheets(team.stand, look.words)[0].works[2], -1)
    assert (len(listener.offers), team.table.ear.sentences) == (count, said)
