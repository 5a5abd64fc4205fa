"""What the field is told: who can write, what can be named, and when the next public word is due."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from blackstart.core.base.errors import UserError
from blackstart.core.base.ids import DecisionId, OptionId
from blackstart.core.base.simtime import Seconds
from blackstart.core.exercise.files import LoadedDrill, read_drill
from blackstart.core.play.commands import Begin, Correct, Decide, End, Note, Participant, Say
from blackstart.shell.run.talk.presenter import TalkPresenter
from blackstart.shell.run.talk.sheet import WordsSheet
from blackstart.shell.support.look import Look
from tests.shell.drills import LIGHTS, SOURCE
from tests.shell.run.table import Table

DUE = "  objectives: [{id: tell, text: Keep telling, measure: {said_every: 20 s}}]\n  decisions:"
MINA = Participant("Mina", ("lead",))


def speaking() -> LoadedDrill:
    """Lights, where a public word is wanted every 20 seconds and one option counts as such."""
    text = LIGHTS.replace("  decisions:", DUE).replace("text: Light candles,", "text: Light candles, counts_as: said,")
    return read_drill(text, SOURCE)


class Heard:
    """A presenter at a table, and the sheets it told."""

    def __init__(self, look: Look, loaded: LoadedDrill | None = None) -> None:
        self.table = Table(look)
        self.presenter = TalkPresenter(self.table.presenter, look)
        self.sheets: list[WordsSheet] = []
        self.presenter.shown.connect(self.sheets.append)
        if loaded is not None:
            self.table.loaded = loaded

    @property
    def sheet(self) -> WordsSheet:
        return self.sheets[-1]

    def begun(self, begin: Begin | None = None) -> "Heard":
        self.table.presenter.open(self.table.loaded, self.table.groundwork)
        self.table.presenter.begin_as(begin or Begin())
        return self

    def told_at(self, second: int) -> tuple[str, bool]:
        self.table.at(second)
        return self.sheet.told, self.sheet.is_due


@pytest.fixture
def heard(look: Look) -> Iterator[Heard]:
    made = Heard(look)
    yield made
    made.table.presenter.leave()


def test_a_note_is_recorded_with_its_author_and_its_ties(qtbot: QtBot, heard: Heard) -> None:
    heard.begun()
    with qtbot.waitSignal(heard.presenter.recorded):
        heard.presenter.note("@Lamp is out", "Mina", ("lamp",))
    assert heard.table.run.submitted[-1] == Note("@Lamp is out", "Mina", ("lamp",))


def test_what_was_refused_is_not_called_recorded(qtbot: QtBot, heard: Heard) -> None:
    heard.begun()
    heard.table.run.fault = UserError("no")
    with qtbot.assertNotEmitted(heard.presenter.recorded):
        heard.presenter.note("Lead is calm", "Mina", ())


def test_notes_can_be_written_after_the_end_and_public_words_cannot(heard: Heard) -> None:
    assert heard.presenter.why_no_note() == "The run has not begun."
    heard.begun()
    assert (heard.presenter.why_no_note(), heard.presenter.why_no_word()) == ("", "")
    heard.table.presenter.submit(End())
    assert (heard.presenter.why_no_note(), heard.presenter.why_no_word()) == ("", "The run has ended.")


def test_facilitator_evaluators_and_participants_write_each_once(heard: Heard) -> None:
    heard.begun(Begin(facilitator="Ed", evaluators=("Eva", "Mina"), participants=(MINA,)))
    assert heard.sheet.authors == ("Ed", "Eva", "Mina")
    heard.table.presenter.submit(Correct(1, (("participants", (MINA, Participant("Joon"))),)))
    assert heard.sheet.speakers == (("lead", "Lead"), ("guest", "Guest"), ("Mina", "Mina"), ("Joon", "Joon"))


def test_what_is_open_and_came_last_is_named_first(heard: Heard) -> None:
    heard.begun()
    heard.table.at(7)
    assert [each.id for each in heard.sheet.register.matching("")][:4] == ["candles", "silent", "bang", "power"]
    (lamp,) = heard.sheet.register.matching("lam")
    assert (lamp.id, heard.sheet.register.about("@Lamp, #bang, @candles")) == ("lamp", ("lamp", "bang", "candles"))


def test_nothing_that_is_to_come_can_be_named_by_who_learns_alone(heard: Heard) -> None:
    heard.begun(Begin(mode="self_study"))
    heard.table.at(3)
    assert heard.sheet.register.about("#bang #call #candles #shout @Lamp") == ("lamp",)
    heard.table.at(7)
    assert heard.sheet.register.about("#bang #call #candles #shout @Lamp") == ("bang", "candles", "lamp")


def test_another_language_names_things_in_its_words_and_still_knows_the_old_ones(heard: Heard, look: Look) -> None:
    heard.begun()
    look.set_language("ko")
    assert heard.sheet.register.about("@전력 @power @Power") == ("power",)
    assert heard.sheet.register.matching("pow")[0].label == "전력"


def test_nothing_is_said_of_a_public_word_that_nobody_waits_for(heard: Heard) -> None:
    heard.begun()
    assert heard.told_at(7) == ("", False)
    heard.table.presenter.submit(Say("We are on it", "lead", "press"))
    assert heard.told_at(8) == ("Last word 0:00:07", False)
    assert heard.sheet.listeners == ("press",)


def test_the_next_public_word_is_due_as_the_objective_asks(look: Look) -> None:
    heard = Heard(look, speaking()).begun()
    assert heard.told_at(7) == ("No word yet, first due 0:00:20", False)
    heard.table.presenter.submit(Say("We are on it", "lead"))
    assert heard.told_at(27) == ("Last word 0:00:07, next due 0:00:27", False)
    assert heard.told_at(28) == ("A public word is due since 0:00:27", True)
    heard.table.presenter.submit(End())
    assert (heard.sheet.told, heard.sheet.is_due) == ("", False)
    heard.table.presenter.leave()


def test_a_choice_that_counts_as_said_is_a_public_word(look: Look) -> None:
    heard = Heard(look, speaking()).begun()
    heard.table.at(6)
    heard.table.presenter.submit(Decide(DecisionId("candles"), OptionId("light"), "lead"))
    assert heard.told_at(Seconds(9)) == ("Last word 0:00:06, next due 0:00:26", False)
    heard.table.presenter.leave()
