"""The hot wash: everybody in turn, each answer recorded at once, nothing closed by a clock."""

from collections.abc import Iterator
from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from blackstart.core.base.errors import UserError
from blackstart.core.play.commands import Begin, End, Hotwash, Participant
from blackstart.shell.run.after.hot_wash import HotWash
from blackstart.shell.run.after.presenter import AfterPresenter
from blackstart.shell.support.look import Look
from tests.shell.drills import HandClock
from tests.shell.run.table import Table
from tests.shell.run.window import RunWindow

CONTROL = Qt.KeyboardModifier.ControlModifier
TEAM = Begin(team="night shift", participants=(Participant("Mina"), Participant("Joon")))


class Ended(RunWindow):
    """A console whose run is over."""

    def __init__(self, qtbot: QtBot, look: Look, begin: Begin = TEAM) -> None:
        super().__init__(qtbot, look, 1280, 720)
        self.begin(begin, 7)

    def end(self) -> "Ended":
        self.table.presenter.submit(End())
        return self

    def sheet(self) -> HotWash:
        self.press(Qt.Key.Key_H)
        return self.seen(HotWash)


@pytest.fixture
def ended(qtbot: QtBot, look: Look) -> Iterator[Ended]:
    made = Ended(qtbot, look).end()
    yield made
    made.leave()


def answer(sheet: HotWash, *words: str) -> None:
    for field, each in zip(sheet.fields, words, strict=False):
        QTest.keyClicks(field, each)
    QTest.keyClick(sheet.fields[0], Qt.Key.Key_Return, CONTROL)


def test_one_after_the_other_is_asked_and_each_answer_is_recorded_at_once(ended: Ended) -> None:
    sheet = ended.sheet()
    assert sheet.who.currentText() == "Mina"
    assert sheet.fields[0].hasFocus()
    answer(sheet, "calm", "no numbers", "a list of numbers")
    assert ended.recorded(Hotwash) == [Hotwash("Mina", "calm", "no numbers", "a list of numbers")]
    assert (sheet.who.currentText(), sheet.spoken.text()) == ("Joon", "1 of 2 have spoken")
    answer(sheet, "", "too fast")
    assert ended.recorded(Hotwash)[1] == Hotwash("Joon", hard="too fast")
    assert (sheet.who.currentText(), sheet.who.hasFocus()) == ("", True)


def test_somebody_on_no_list_or_without_a_name_can_speak(ended: Ended) -> None:
    sheet = ended.sheet()
    assert [sheet.who.itemText(number) for number in range(sheet.who.count())] == ["Mina", "Joon", "anonymous"]
    sheet.who.setEditText("A guest")
    answer(sheet, "good")
    assert ended.recorded(Hotwash) == [Hotwash("A guest", "good")]
    assert sheet.who.currentText() == "Mina"


@pytest.mark.parametrize(
    ("by", "well", "lacking"),
    [(" ", "good", "Say who speaks."), ("Mina", "  ", "Write down at least one of the three.")],
)
def test_what_is_missing_is_said_and_nothing_is_recorded(ended: Ended, by: str, well: str, lacking: str) -> None:
    sheet = ended.sheet()
    sheet.who.setEditText(by)
    answer(sheet, well)
    assert ended.recorded(Hotwash) == []
    assert sheet.lacking.text() == lacking
    assert not sheet.lacking.isHidden()


def test_what_was_refused_stays_to_be_recorded_again(ended: Ended) -> None:
    sheet = ended.sheet()
    ended.table.run.fault = UserError("the disk is full")
    answer(sheet, "calm")
    assert sheet.fields[0].toPlainText() == "calm"
    assert sheet.lacking.text() == "the disk is full"


def test_it_can_be_closed_and_opened_again_with_what_was_half_written(ended: Ended) -> None:
    sheet = ended.sheet()
    answer(sheet, "calm")
    QTest.keyClicks(sheet.fields[2], "drills")
    ended.press(Qt.Key.Key_Escape)
    assert not sheet.isVisible()
    again = ended.sheet()
    assert (again.who.currentText(), again.fields[2].toPlainText()) == ("Joon", "drills")
    assert again.spoken.text() == "1 of 2 have spoken"


def test_what_was_half_written_for_one_run_is_not_there_for_the_next(ended: Ended) -> None:
    sheet = ended.sheet()
    QTest.keyClicks(sheet.fields[2], "drills")
    ended.table.presenter.open(ended.table.loaded, ended.table.groundwork)
    assert not sheet.isVisible()
    ended.table.presenter.begin_as(TEAM)
    ended.end()
    assert ended.sheet().fields[2].toPlainText() == ""


def test_before_the_end_there_is_no_hot_wash_and_the_bar_says_so(qtbot: QtBot, look: Look) -> None:
    made = Ended(qtbot, look)
    made.press(Qt.Key.Key_H)
    assert made.window.findChildren(HotWash) == []
    assert made.table.ear.sentences[-1] == "The hot wash comes after the end of the exercise."
    made.leave()


def test_its_time_counts_from_the_first_opening_and_closes_nothing(look: Look) -> None:
    hand, table = HandClock(), Table(look)
    presenter = AfterPresenter(table.presenter, None, hand)
    table.begun()
    table.presenter.submit(End())
    hand.pass_by(60)
    assert presenter.passed() == 0
    presenter.begin()
    hand.pass_by(42)
    presenter.begin()
    hand.pass_by(300)
    assert presenter.passed() == 342
    table.presenter.leave()
    assert presenter.passed() == 0


def test_tab_leads_past_who_speaks_to_every_answer(ended: Ended) -> None:
    sheet = ended.sheet()
    sheet.who.setFocus()
    for field in sheet.fields:
        ended.press(Qt.Key.Key_Tab)
        assert field.hasFocus()


def test_past_five_minutes_the_time_goes_on_to_be_told(qtbot: QtBot, look: Look) -> None:
    hand, table = HandClock(), Table(look)
    presenter = AfterPresenter(table.presenter, None, hand)
    presenter.begin()
    hand.pass_by(342)
    sheet = HotWash(presenter, look, "Ctrl+Enter")
    qtbot.addWidget(sheet)
    assert sheet.time.text() == "5:42 of 5:00"


def test_at_twice_the_text_size_the_answers_scroll_and_do_not_lie_over_one_another(qtbot: QtBot, look: Look) -> None:
    look.set_text_size(200)
    made = Ended(qtbot, look).end()
    sheet = made.sheet()
    for upper, lower in pairwise(sheet.fields):
        assert upper.geometry().bottom() < lower.geometry().top()
    made.leave()
