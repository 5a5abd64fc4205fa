"""Everything people did, the latest first: found by its kind, taken back, corrected in its words, never erased."""

import dataclasses
from typing import get_args

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from blackstart.core.base.ids import ActionId, ComponentId, DecisionId, InjectId, ObjectiveId
from blackstart.core.base.simtime import Seconds
from blackstart.core.base.words import LANGUAGES, words
from blackstart.core.engine.effects import Fail, Target
from blackstart.core.play import commands as done
from blackstart.core.play.commands import Command
from blackstart.shell.run.log.entry_sheets import CorrectSheet, TakeBackSheet
from blackstart.shell.run.log.list import LogModel
from blackstart.shell.run.log.panel import LogPanel
from blackstart.shell.run.log.presenter import LogPresenter
from blackstart.shell.support.look import Look
from blackstart.shell.widgets.entry_lines import LogLine
from blackstart.shell.widgets.entry_telling import KINDS, Telling
from tests.shell.run.table import LIGHT, Table

POWER = Target((ComponentId("power"),))
SHOUT, BANG = DecisionId("shout"), InjectId("bang")
ALL_COMMANDS: tuple[Command, ...] = (
    done.Begin(),
    done.Play(),
    done.Hold("coffee"),
    done.Pace(4),
    done.Jump(Seconds(30)),
    done.Deliver(BANG),
    done.Skip(BANG, "too much"),
    done.Move(BANG, None),
    done.Seen(BANG),
    done.Improvise("A rat.", "phone"),
    done.Open(SHOUT),
    LIGHT,
    done.DecideUnscripted("Sing?", "Yes", "lead"),
    done.TakeBack(12, "wrong click"),
    done.Act(ActionId("none"), "lead"),
    done.ActUnscripted("Sweep", Seconds(0), "lead"),
    done.ApplyEffects((Fail(POWER),), "to see"),
    done.Believe(ComponentId("power"), "down", "lead"),
    done.Say("All is well.", "lead"),
    done.Note("They are calm.", "Ada"),
    done.Correct(20, (("text", "They are not."),)),
    done.End(),
    done.Hotwash("guest", "the light"),
    done.Rate(ObjectiveId("none"), "P", "fast", "Ada"),
    done.AddFinding("strength", "Fast.", "Ada"),
    done.Improve("Dark", "Buy lamps", "equipment", "Ada"),
)


class Reader:
    """Reads the log of a table."""

    def __init__(self, look: Look) -> None:
        self.table = Table(look)
        self.log = LogPresenter(self.table.presenter, look)
        self.table.begun().at(7)

    def line(self, kind: str) -> LogLine:
        return next(line for line in self.log.lines if line.kind == kind)


@pytest.fixture
def reader(qtbot: QtBot, look: Look) -> Reader:
    return Reader(look)


def test_the_latest_entry_stands_at_the_head(reader: Reader) -> None:
    reader.table.presenter.submit(done.Note("They are calm.", "Ada"))
    assert [line.seq for line in reader.log.lines] == [3, 2, 1]
    assert (reader.log.lines[0].words, reader.log.lines[0].by) == (("They are calm.",), "Ada")


def test_a_note_names_what_it_is_about(reader: Reader) -> None:
    reader.table.presenter.submit(done.Note("Calm.", "Ada", ("candles", "lamp", "bang")))
    about = "about: Candles or the grid?, Lamp, Neighbour: A bang in the street."
    assert reader.log.lines[0].words == ("Calm.", about)


def test_a_decision_tells_question_choice_and_why_by_the_name_of_the_role(reader: Reader) -> None:
    reader.table.presenter.submit(LIGHT)
    line = reader.line("decisions")
    assert line.words == ("Light candles", "Candles or the grid?", "we must see")
    assert (line.heading, line.by) == ("Decided, confidence high", "Lead")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_command_is_told_in_every_language(reader: Reader, language: str) -> None:
    assert {type(each) for each in ALL_COMMANDS} == set(get_args(Command))
    known = dict(enumerate(ALL_COMMANDS, start=1))
    telling = Telling(reader.table.run.director, known, words(language))
    for command in ALL_COMMANDS:
        told = telling.tell(command)
        assert told.heading
        assert told.kind in KINDS


def test_what_the_facilitator_did_is_marked(reader: Reader) -> None:
    telling = Telling(reader.table.run.director, {}, words("en"))
    marked = {type(each) for each in ALL_COMMANDS if telling.tell(each).is_facilitators}
    assert marked == {done.ApplyEffects, done.Deliver, done.Skip, done.Move, done.Improvise, done.Open}


def test_a_hold_by_the_program_itself_is_quiet(reader: Reader) -> None:
    telling = Telling(reader.table.run.director, {}, words("en"))
    assert telling.tell(done.Hold("phase")).is_quiet
    assert not telling.tell(done.Hold("coffee")).is_quiet


def test_corrected_words_count_and_the_first_are_kept(reader: Reader) -> None:
    reader.table.presenter.submit(LIGHT)
    seq = reader.line("decisions").seq
    assert reader.log.correct(seq, {"why": "it was dark", "by": "guest"})
    line = next(each for each in reader.log.lines if each.seq == seq)
    assert line.words[2] == "it was dark"
    assert line.before[2] == "we must see"
    assert line.by == "Guest"
    assert reader.log.lines[0].heading == "Corrected"


def test_who_is_at_the_table_now_is_told(reader: Reader) -> None:
    people = (done.Participant("Kim", ("lead",)), done.Participant("Park"))
    reader.table.presenter.submit(done.Correct(1, (("participants", people),)))
    assert reader.log.lines[0].words == ("at the table: Kim, Park",)


def test_words_can_be_corrected_after_the_end_and_nothing_taken_back(reader: Reader) -> None:
    reader.table.presenter.submit(LIGHT)
    seq = reader.line("decisions").seq
    reader.table.presenter.submit(done.End())
    line = next(each for each in reader.log.lines if each.seq == seq)
    assert not line.can_be_taken_back
    assert reader.log.correct(seq, {"why": "it was dark"})


def test_a_decision_that_is_taken_back_is_open_again_and_stays_in_the_log(reader: Reader) -> None:
    reader.table.presenter.submit(LIGHT)
    line = reader.line("decisions")
    assert line.can_be_taken_back
    assert reader.log.take_back(line.seq, "wrong click")
    assert [each.decision.id for each in reader.table.run.director.open_decisions()] == ["candles"]
    after = next(each for each in reader.log.lines if each.seq == line.seq)
    assert (after.is_taken_back, after.can_be_taken_back) == (True, False)


def test_the_journal_is_read_only_when_it_has_grown(qtbot: QtBot, reader: Reader) -> None:
    with qtbot.assertNotEmitted(reader.log.listed):
        reader.table.at(8)


@pytest.fixture
def panel(qtbot: QtBot, look: Look, reader: Reader) -> LogPanel:
    panel = LogPanel(look)
    qtbot.addWidget(panel)
    reader.log.listed.connect(panel.show_lines)
    reader.table.presenter.submit(LIGHT)
    reader.table.presenter.submit(done.Note("They are calm.", "Ada"))
    panel.resize(392, 400)
    panel.show()
    return panel


def test_the_filter_leaves_one_kind(panel: LogPanel) -> None:
    panel.filter.setCurrentIndex(panel.filter.findData("decisions"))
    assert panel.model.rowCount() == 1


def test_what_can_be_done_is_offered_for_the_chosen_entry(qtbot: QtBot, panel: LogPanel) -> None:
    assert panel.take_back.isHidden()
    panel.view.setCurrentIndex(panel.model.index(1, 0))
    assert not panel.take_back.isHidden()
    assert not panel.correct.isHidden()
    panel.view.setCurrentIndex(panel.model.index(0, 0))
    assert panel.take_back.isHidden()
    with qtbot.waitSignal(panel.correct_wished) as wish:
        panel.correct.click()
    assert wish.args[0].words == ("They are calm.",)


def test_the_chosen_entry_stays_chosen_while_others_come(panel: LogPanel, reader: Reader) -> None:
    panel.view.setCurrentIndex(panel.model.index(1, 0))
    reader.table.presenter.submit(done.Note("Still calm.", "Ada"))
    line = panel.view.line
    assert line is not None
    assert line.kind == "decisions"


def test_enter_leads_to_what_can_be_done(qtbot: QtBot, panel: LogPanel) -> None:
    panel.begin()
    QTest.keyClick(panel.view, Qt.Key.Key_Return)
    assert panel.window().focusWidget() is panel.correct


def test_the_list_keeps_qts_rules(qtbot: QtBot, reader: Reader) -> None:
    model = LogModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    lines = reader.log.lines
    model.show_lines(lines[1:])
    model.show_lines(lines)
    model.show_lines((dataclasses.replace(lines[0], heading="x"), *lines[1:]))
    model.show_lines(lines[:1])
    assert (tester.model(), model.rowCount(), model.index_of(lines[0].seq).row()) == (model, 1, 0)
    assert not model.index_of(99).isValid()


def test_nothing_is_taken_back_without_a_reason(qtbot: QtBot, look: Look, reader: Reader) -> None:
    reader.table.presenter.submit(LIGHT)
    sheet = TakeBackSheet(reader.line("decisions"), look)
    qtbot.addWidget(sheet)
    with qtbot.assertNotEmitted(sheet.agreed):
        sheet.handed_on.emit()
    sheet.why.setText("wrong click")
    with qtbot.waitSignal(sheet.agreed) as told:
        sheet.handed_on.emit()
    assert told.args == [3, "wrong click"]


def test_only_what_is_said_otherwise_is_a_correction(qtbot: QtBot, look: Look, reader: Reader) -> None:
    reader.table.presenter.submit(LIGHT)
    sheet = CorrectSheet(reader.line("decisions"), (("lead", "Lead"),), reader.log.things, look)
    qtbot.addWidget(sheet)
    with qtbot.assertNotEmitted(sheet.agreed):
        sheet.handed_on.emit()
    why = sheet.field("why")
    assert isinstance(why, QPlainTextEdit)
    why.setPlainText("it was dark")
    with qtbot.waitSignal(sheet.agreed) as told:
        sheet.handed_on.emit()
    assert told.args == [3, {"why": "it was dark"}]


def test_what_a_note_is_about_can_be_corrected(qtbot: QtBot, look: Look, reader: Reader) -> None:
    reader.table.presenter.submit(done.Note("Calm.", "Ada", ("candles", "lamp")))
    seq = reader.line("notes").seq
    sheet = CorrectSheet(reader.line("notes"), (), reader.log.things, look)
    qtbot.addWidget(sheet)
    with qtbot.assertNotEmitted(sheet.agreed):
        sheet.handed_on.emit()
    about = sheet.about
    assert about is not None
    drop = next(each for each in about.findChildren(QPushButton) if each.accessibleName() == "Take out: Lamp")
    drop.click()
    about.finder.found.emit("bang")
    with qtbot.waitSignal(sheet.agreed) as told:
        sheet.handed_on.emit()
    assert told.args == [seq, {"about": ("candles", "bang")}]
    assert reader.log.correct(seq, told.args[1])
    line = next(each for each in reader.log.lines if each.seq == seq)
    assert line.about == ("candles", "bang")
    assert line.words[1] == "about: Candles or the grid?, Neighbour: A bang in the street."
    assert line.before[1] == "about: Candles or the grid?, Lamp"
    assert reader.log.lines[0].words == (line.words[1],)


def test_what_is_no_note_is_about_nothing(qtbot: QtBot, look: Look, reader: Reader) -> None:
    reader.table.presenter.submit(LIGHT)
    sheet = CorrectSheet(reader.line("decisions"), (), reader.log.things, look)
    qtbot.addWidget(sheet)
    assert sheet.about is None
