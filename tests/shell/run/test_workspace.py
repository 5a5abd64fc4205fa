from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from blackstart.core.base.errors import UserError
from blackstart.core.base.ids import ComponentId, OptionId
from blackstart.core.play.commands import Decide, End, Hold, Note, Pace, Play
from blackstart.shell.run.end_question import EndQuestion
from blackstart.shell.run.talk.writing_field import WritingField
from blackstart.shell.run.workspace import RunWorkspace
from blackstart.shell.support.look import Look
from tests.shell.run.table import LIGHT, Table
from tests.shell.run.window import RunWindow

CONTROL = Qt.KeyboardModifier.ControlModifier


class Console(RunWindow):
    """The page beside a button that nobody means to press."""

    def __init__(self, qtbot: QtBot, look: Look) -> None:
        self.trap = QPushButton("Library")
        super().__init__(qtbot, look, 1400, 900, self.trap)

    @property
    def field(self) -> WritingField:
        """Where notes are written."""
        return self.page.findChildren(WritingField)[0]


@pytest.fixture
def console(qtbot: QtBot, look: Look) -> Iterator[Console]:
    made = Console(qtbot, look)
    yield made
    made.leave()


def test_space_begins_with_the_team_that_was_typed_and_then_holds_and_plays(console: Console) -> None:
    console.page.side.begin.team.setText("night shift")
    for _ in range(3):
        console.press(Qt.Key.Key_Space)
    assert console.table.run.director.begin.team == "night shift"
    assert console.table.run.submitted == [Play(), Hold(), Play()]


def test_the_keys_of_the_console_reach_the_run(console: Console) -> None:
    console.press(Qt.Key.Key_Space)
    console.press(Qt.Key.Key_3)
    console.press(Qt.Key.Key_4)
    console.press(Qt.Key.Key_N)
    QTest.keyClicks(console.field, "4 calm people.")
    console.press(Qt.Key.Key_Return)
    assert console.table.run.submitted == [Play(), Pace(20), Pace(1), Note("4 calm people.", by="facilitator")]
    assert console.field.toPlainText() == ""


def test_half_a_note_for_one_run_is_not_there_for_the_next(console: Console) -> None:
    presenter, field = console.table.presenter, console.field
    field.setPlainText("Everybody is here")
    console.press(Qt.Key.Key_Space)
    assert field.toPlainText() == "Everybody is here"
    presenter.open(console.table.loaded, console.table.groundwork)
    assert field.toPlainText() == ""


@pytest.mark.parametrize("words", ["Lead is calm", ""])
def test_after_a_note_the_keys_are_the_consoles_again(console: Console, words: str) -> None:
    console.press(Qt.Key.Key_Space)
    console.press(Qt.Key.Key_N)
    QTest.keyClicks(console.field, words)
    console.press(Qt.Key.Key_Return)
    console.press(Qt.Key.Key_Space)
    assert console.table.run.submitted[-1] == Hold()


def test_a_note_that_was_refused_is_still_being_written(console: Console) -> None:
    console.press(Qt.Key.Key_Space)
    console.press(Qt.Key.Key_N)
    QTest.keyClicks(console.field, "Lead is calm")
    console.table.run.fault = UserError("the disk is full")
    console.press(Qt.Key.Key_Return)
    assert console.window.focusWidget() is console.field
    assert console.field.toPlainText() == "Lead is calm"


def test_a_note_can_be_read_again_among_what_was_delivered(console: Console) -> None:
    console.press(Qt.Key.Key_Space)
    console.table.at(7)
    console.press(Qt.Key.Key_N)
    QTest.keyClicks(console.field, "Lead is calm")
    console.press(Qt.Key.Key_Return)
    feed = console.page.side.feed
    heard = [feed.data(feed.index(row), Qt.ItemDataRole.AccessibleTextRole) for row in range(feed.rowCount())]
    assert heard == ["0:00:07, Note · facilitator: Lead is calm", "0:00:05, Neighbour: A bang in the street."]
    assert feed.injects == 1


def test_escape_leaves_any_field(console: Console) -> None:
    console.press(Qt.Key.Key_Space)
    console.table.at(7)
    side = console.page.side
    for field in (console.field, side.form.answer.why, side.form.answer.who, console.page.bar.pace):
        field.setFocus()
        console.press(Qt.Key.Key_Escape)
        assert console.window.focusWidget() is console.page.map


def test_a_step_goes_to_the_next_second_at_which_anything_happens(console: Console) -> None:
    console.press(Qt.Key.Key_Space)
    console.press(Qt.Key.Key_Space)
    console.press(Qt.Key.Key_Period)
    assert console.page.bar.clock.accessibleName() == "T+00:00:05"
    assert console.page.side.feed.rowCount() == 1


def test_a_decision_is_made_without_a_mouse_and_the_space_bar_then_plays(console: Console) -> None:
    console.press(Qt.Key.Key_Space)
    console.table.at(7)
    for key in (Qt.Key.Key_D, Qt.Key.Key_Space):
        console.press(key)
    console.press(Qt.Key.Key_Return, CONTROL)
    decided = console.table.run.submitted[-1]
    assert isinstance(decided, Decide)
    assert decided.option == OptionId("light")
    assert console.table.ear.sentences[-1] == "Decision 1 is recorded: Light candles"
    pressed: list[bool] = []
    console.trap.clicked.connect(pressed.append)
    console.press(Qt.Key.Key_Space)
    assert pressed == []
    assert console.table.run.submitted[-1] == Hold()


def test_arrow_keys_choose_among_the_ways_to_decide(console: Console) -> None:
    console.press(Qt.Key.Key_Space)
    console.table.at(7)
    for key in (Qt.Key.Key_D, Qt.Key.Key_Down):
        console.press(key)
    console.press(Qt.Key.Key_Return, CONTROL)
    decided = console.table.run.submitted[-1]
    assert isinstance(decided, Decide)
    assert decided.option == OptionId("mend")


def test_where_to_begin_is_where_the_focus_goes_on(console: Console) -> None:
    console.page.side.begin.team.setFocus()
    console.press(Qt.Key.Key_Return)
    assert console.window.focusWidget() is console.page.map


@pytest.mark.parametrize("typed", ["900", "0", "fast"])
def test_a_pace_that_there_is_not_is_answered_with_those_there_are(console: Console, typed: str) -> None:
    console.press(Qt.Key.Key_Space)
    console.page.bar.pace.setFocus()
    console.page.bar.pace.setText(typed)
    console.press(Qt.Key.Key_Return)
    assert console.table.ear.sentences == [
        f"The pace stays as it was: {typed} is not a whole number from 1 to 600."
    ]  # fmt: skip
    assert console.page.bar.pace.text() == "1×"


def test_after_a_pace_the_keys_are_the_consoles_again(console: Console) -> None:
    console.press(Qt.Key.Key_Space)
    console.page.bar.pace.setFocus()
    console.page.bar.pace.setText("42")
    console.press(Qt.Key.Key_Return)
    console.press(Qt.Key.Key_Space)
    assert console.table.run.submitted == [Play(), Pace(42), Hold()]


def test_escape_drops_the_pace_that_was_typed(console: Console) -> None:
    console.press(Qt.Key.Key_Space)
    console.page.bar.pace.setFocus()
    console.page.bar.pace.setText("42")
    console.press(Qt.Key.Key_Escape)
    assert console.table.run.submitted == [Play()]


def test_a_pace_that_is_refused_is_not_shown_as_chosen(console: Console) -> None:
    console.press(Qt.Key.Key_2)
    assert console.page.bar.paces.key == "phase"
    assert console.table.ear.sentences == ["The run has not begun."]


@pytest.mark.parametrize(("word", "is_over"), [("Go on playing", False), ("End it", True)])
def test_the_end_is_asked_for_and_can_be_thought_better_of(console: Console, word: str, is_over: bool) -> None:
    console.press(Qt.Key.Key_Space)
    console.press(Qt.Key.Key_E, CONTROL)
    (question,) = console.window.findChildren(EndQuestion)
    next(button for button in (question.end, question.go_on) if button.text() == word).click()
    assert console.table.presenter.is_under_way is not is_over
    assert console.page.side.end.isHidden() is not is_over
    assert (console.table.run.submitted[-1] == End()) is is_over


def test_the_button_that_ends_asks_as_its_key_does(console: Console) -> None:
    button = console.page.bar.end
    assert not button.isEnabled()
    console.press(Qt.Key.Key_Space)
    button.click()
    (question,) = console.window.findChildren(EndQuestion)
    assert console.table.presenter.is_under_way
    question.end.click()
    assert not console.table.presenter.is_under_way
    assert not button.isEnabled()


def test_before_anything_has_begun_there_is_nothing_to_end(console: Console) -> None:
    console.press(Qt.Key.Key_E, CONTROL)
    assert console.window.findChildren(EndQuestion) == []


def test_escape_goes_on_playing_and_gives_the_keys_back(console: Console) -> None:
    console.press(Qt.Key.Key_Space)
    before = console.window.focusWidget()
    console.press(Qt.Key.Key_E, CONTROL)
    console.press(Qt.Key.Key_Escape)
    assert console.table.presenter.is_under_way
    assert console.window.focusWidget() is before


def test_when_the_first_inject_comes_is_said(console: Console) -> None:
    console.press(Qt.Key.Key_Space)
    said = [label.text() for label in console.page.side.findChildren(QLabel)]
    assert "Nothing delivered yet. The first timed inject comes at 0:00:05." in said


def test_a_message_has_room_over_the_map_alone(console: Console) -> None:
    room = console.page.message_room()
    for part in (console.page.bar, console.page.legend, console.page.strip, console.page.foot, console.page.side):
        assert not room.intersects(QRect(part.mapTo(console.page, QPoint(0, 0)), part.size()))


def test_beginning_anew_steps_back_behind_an_offer(console: Console) -> None:
    console.page.step_back(True)
    assert console.page.side.begin.button.property("role") == ""
    console.page.step_back(False)
    assert console.page.side.begin.button.property("role") == "primary"


def test_a_message_leaves_alone_what_is_told_of_a_component(console: Console) -> None:
    console.table.presenter.map.choose(ComponentId("power"))
    facts = console.page.facts
    assert facts.isVisible()
    assert not console.page.message_room().intersects(
        QRect(facts.mapTo(console.page, QPoint(0, 0)), facts.size()).adjusted(1, 1, -1, -1)
    )


def test_it_is_told_when_what_is_told_of_a_component_takes_room_from_messages(qtbot: QtBot, console: Console) -> None:
    for chosen in (ComponentId("power"), None):
        with qtbot.waitSignal(console.page.room_changed):
            console.table.presenter.map.choose(chosen)


def test_before_any_exercise_is_open_there_is_one_sentence_and_one_way_on(qtbot: QtBot, look: Look) -> None:
    table = Table(look)
    page = RunWorkspace(table.presenter, look)
    qtbot.addWidget(page)
    page.resize(1400, 900)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    page.setFocus()
    seen = [button for button in page.findChildren(QAbstractButton) if button.isVisible()]
    assert seen == [page.plain.button]
    assert not page.map.isVisible()
    assert page.message_room() == page.rect()
    with qtbot.waitSignal(page.library_wished):
        QTest.keyClick(page.focusWidget(), Qt.Key.Key_Space)
    table.presenter.open(table.loaded, table.groundwork)
    assert page.map.isVisible()
    assert not page.plain.isVisible()
    assert page.hasFocus()


def test_once_decided_it_is_said_that_nothing_is_open_though_the_clock_is_held(console: Console) -> None:
    console.table.presenter.begin("night shift")
    console.table.at(7)
    assert console.page.side.waiting.isHidden()
    console.table.presenter.submit(LIGHT)
    assert not console.page.side.waiting.isHidden()
