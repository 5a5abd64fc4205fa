from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from blackstart.core.base.ids import DecisionId, OptionId
from blackstart.core.base.simtime import Seconds
from blackstart.core.play.commands import Decide
from blackstart.shell.run.decision_form import DecisionForm
from blackstart.shell.run.drafts import DecisionDraft
from blackstart.shell.run.sheets import Choice, Question
from blackstart.shell.support.look import Look
from blackstart.shell.support.stylesheet import stylesheet
from tests.shell.run.table import Table

AGREE, REFUSE = OptionId("agree"), OptionId("refuse")
CUT = Question(
    id=DecisionId("power-cut"),
    number=4,
    text="Water is needed. Agree to cut all power?",
    choices=(Choice(AGREE, "Agree now", "Storage B goes down"), Choice(REFUSE, "Refuse", "")),
    asks="lead",
    due=Seconds(623),
    left_s=123,
    share_left=0.5,
)
BANK = replace(CUT, id=DecisionId("bank"), number=5, text="Cut the bank off?", asks="", due=None, left_s=None)
ROLES = (("lead", "Incident lead"), ("ops", "Operations"))


@pytest.fixture
def form(qtbot: QtBot, look: Look) -> DecisionForm:
    made = DecisionForm("Ctrl+Enter", look)
    qtbot.addWidget(made)
    made.show_roles(ROLES)
    made.resize(360, 500)
    made.show_questions((CUT,))
    return made


def test_without_an_open_decision_there_is_no_form(form: DecisionForm) -> None:
    form.show_questions(())
    assert form.isHidden()
    assert form.shown is None


def test_a_decision_is_emitted_with_who_and_why(qtbot: QtBot, form: DecisionForm) -> None:
    form.choose(REFUSE)
    form.answer.confidence.button("high").click()
    form.answer.why.setPlainText("Storage C must have a clean copy.\n")
    with qtbot.waitSignal(form.decided) as told:
        form.submit()
    assert told.args == [
        Decide(DecisionId("power-cut"), REFUSE, "lead", "Storage C must have a clean copy.", "high")
    ]  # fmt: skip


def test_the_asked_role_is_proposed_and_any_name_can_be_typed(qtbot: QtBot, form: DecisionForm) -> None:
    assert form.answer.who.currentText() == "Incident lead"
    form.choose(AGREE)
    form.answer.who.setEditText("Jiwon")
    with qtbot.waitSignal(form.decided) as told:
        form.submit()
    assert told.args is not None
    assert told.args[0].by == "Jiwon"


def test_nothing_is_proposed_when_nobody_in_particular_is_asked(form: DecisionForm) -> None:
    form.show_questions((BANK,))
    assert form.answer.who.currentText() == ""


@pytest.mark.parametrize("missing", ["choice", "who"])
def test_an_incomplete_decision_is_not_emitted_but_told(qtbot: QtBot, form: DecisionForm, missing: str) -> None:
    if missing == "who":
        form.choose(AGREE)
        form.answer.who.setEditText("  ")
    with qtbot.assertNotEmitted(form.decided), qtbot.waitSignal(form.incomplete):
        form.submit()


def test_what_was_typed_survives_the_ticking_clock(form: DecisionForm) -> None:
    form.choose(AGREE)
    form.answer.why.setPlainText("because")
    form.show_questions((replace(CUT, left_s=122, share_left=0.49),))
    assert form.answer.why.toPlainText() == "because"
    assert form.head.time.text() == "02:02"


def test_another_decision_begins_with_an_empty_form(form: DecisionForm) -> None:
    form.choose(AGREE)
    form.answer.why.setPlainText("because")
    form.show_questions((BANK,))
    assert form.shown == BANK.id
    assert form.answer.why.toPlainText() == ""


def test_the_one_that_is_shown_stays_while_others_open_and_close(form: DecisionForm) -> None:
    form.show_questions((BANK, CUT))
    assert form.shown == CUT.id
    assert form.head.other.text() == "also open: 5"
    form.head.other.click()
    assert form.shown == BANK.id


def test_of_many_open_decisions_the_first_few_are_numbered(form: DecisionForm) -> None:
    many = [replace(BANK, id=DecisionId(f"bank-{number}"), number=number) for number in range(5, 12)]
    form.show_questions((CUT, *many))
    assert form.head.other.text() == "also open: 5, 6, 7, …"


def test_nothing_of_the_form_is_cut_off_while_there_is_room(qtbot: QtBot, look: Look) -> None:
    form = DecisionForm("Ctrl+Enter", look)
    form.show_roles(ROLES)
    long = "The name server is gone and the shop with it, and nobody knows since when. What now, and who tells it?"
    form.show_questions((replace(BANK, text=long),))
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    column.addWidget(form)
    column.addStretch(1)
    window.resize(390, 900)
    with qtbot.waitExposed(window):
        window.show()
    scroll = form.findChildren(QScrollArea)[0]
    held = scroll.widget()
    assert held is not None
    qtbot.waitUntil(lambda: held.height() == scroll.height() == held.heightForWidth(held.width()), timeout=1000)


def test_time_that_has_run_out_is_told_in_words_and_the_ring_is_empty(form: DecisionForm) -> None:
    form.show_questions((replace(CUT, left_s=-507, share_left=0.0),))
    assert (form.head.time.text(), form.head.remark.isHidden()) == ("Overdue since 0:10:23", True)
    assert form.head.ring.share == 0.0


@pytest.mark.parametrize(("left_s", "is_bold"), [(60, False), (59, True), (0, True), (-1, True)])
def test_the_time_left_turns_bold_in_the_last_minute(
    form: DecisionForm, look: Look, left_s: int, is_bold: bool
) -> None:
    form.setStyleSheet(stylesheet(look.theme))
    form.show_questions((replace(CUT, left_s=left_s),))
    assert form.head.time.font().bold() is is_bold


def test_only_a_clock_that_runs_can_be_held(form: DecisionForm) -> None:
    form.show_clock(is_running=True)
    assert (form.head.hold.isEnabled(), form.head.hold.text()) == (True, "Hold clock")
    form.show_clock(is_running=False)
    assert (form.head.hold.isEnabled(), form.head.hold.text()) == (False, "Clock held")


def test_what_is_filled_in_is_kept_for_each_open_decision(form: DecisionForm) -> None:
    form.show_questions((CUT, BANK))
    form.choose(AGREE)
    form.answer.who.setEditText("Jiwon")
    form.answer.why.setPlainText("because")
    form.answer.confidence.button("high").click()
    form.head.other.click()
    assert (form.answer.who.currentText(), form.answer.why.toPlainText(), form.answer.confidence.key) == (
        "",
        "",
        "medium",
    )
    form.switch_to(CUT)
    assert form.drafts()[CUT.id] == DecisionDraft(AGREE, "Jiwon", "high", "because")


def test_a_new_form_goes_on_with_what_was_filled_in(qtbot: QtBot, look: Look, form: DecisionForm) -> None:
    form.show_questions((CUT, BANK))
    form.choose(REFUSE)
    form.answer.why.setPlainText("because")
    other = DecisionForm("Ctrl+Enter", look)
    qtbot.addWidget(other)
    other.show_roles((("lead", "상황 지휘자"),))
    other.take_drafts(form.drafts())
    other.show_questions((replace(CUT, text="동의할까요?"), BANK))
    assert other.drafts()[CUT.id] == DecisionDraft(REFUSE, "lead", "medium", "because")
    assert other.answer.who.currentText() == "상황 지휘자"


def test_a_decision_that_is_no_longer_open_leaves_nothing_behind(form: DecisionForm) -> None:
    form.show_questions((CUT, BANK))
    form.answer.why.setPlainText("because")
    form.show_questions((BANK,))
    form.show_questions((CUT, BANK))
    form.switch_to(CUT)
    assert form.answer.why.toPlainText() == ""


def test_a_decision_without_a_limit_says_so(form: DecisionForm) -> None:
    form.show_questions((BANK,))
    assert form.head.remark.text() == "no time limit"
    assert form.head.ring.isHidden()


def test_another_language_renames_the_degrees_of_confidence(form: DecisionForm, look: Look) -> None:
    look.set_language("ko")
    assert form.answer.confidence.button("high").text() == "높음"


def test_the_whole_form_can_be_filled_by_keys(qtbot: QtBot, form: DecisionForm) -> None:
    with qtbot.waitExposed(form):
        form.show()
    form.activateWindow()
    form.begin()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Space):
        QTest.keyClick(form.focusWidget(), key)
    reached = []
    for _ in range(4):
        QTest.keyClick(form.focusWidget(), Qt.Key.Key_Tab)
        reached.append(form.focusWidget())
    assert reached[0] in (form.answer.who, form.answer.who.lineEdit())
    assert reached[1] is form.answer.confidence.button("medium")
    assert reached[2:] == [form.answer.why, form.record]
    with qtbot.waitSignal(form.decided) as told:
        QTest.keyClick(form.record, Qt.Key.Key_Return)
    assert told.args is not None
    assert told.args[0].option == REFUSE


def test_time_is_out_from_its_very_last_second(look: Look) -> None:
    table = Table(look)
    table.begun().at(14)
    assert not table.ear.asked[0].is_overdue
    table.at(15)
    assert (table.ear.asked[0].left_s, table.ear.asked[0].is_overdue) == (0, True)
    table.presenter.leave()


def test_the_facilitator_is_told_what_follows_if_nobody_decides(form: DecisionForm) -> None:
    assert form.otherwise.isHidden() or not form.otherwise.isVisibleTo(form)
    form.show_questions((replace(BANK, otherwise="If nobody decides in time: Refuse"),))
    assert form.otherwise.isVisibleTo(form)
    assert form.otherwise.text() == "If nobody decides in time: Refuse"


def test_whoever_switches_while_the_clock_is_held_sees_which_others_are_open(form: DecisionForm) -> None:
    form.show_questions((CUT, BANK))
    form.show_decision(BANK.id)
    assert form.shown == BANK.id
    assert form.head.other.text() == "also open: 4"
    form.show_decision(DecisionId("none"))
    assert form.shown == BANK.id
