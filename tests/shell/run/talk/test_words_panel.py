"""The field below the right column: notes and public words, whose they are, what they are about."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from blackstart.shell.actions.spec import ActionSpec, add_actions
from blackstart.shell.run.talk.mentions import Register, Thing
from blackstart.shell.run.talk.sheet import WordsSheet
from blackstart.shell.run.talk.words_panel import NOTE, WORD, WordsPanel
from blackstart.shell.support.look import Look

REGISTER = Register(
    (Thing("login", "Login", "key"), Thing("console", "Ops console", "terminal"), Thing("o", "O", "server"))
)
SHEET = WordsSheet(REGISTER, ("facilitator", "Mina", "Joon"), (("lead", "Incident lead"), ("Bo", "Bo")), ("press",))
SHIFT, ALT = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.AltModifier


class Desk:
    """The panel on a page, and what it was told."""

    def __init__(self, qtbot: QtBot, look: Look) -> None:
        self.page = QWidget()
        qtbot.addWidget(self.page)
        self.panel = WordsPanel({NOTE: "N", WORD: "W"}, look, self.page)
        self.field = self.panel.field
        column = QVBoxLayout(self.page)
        self.elsewhere = QPushButton("Library")
        column.addWidget(self.elsewhere)
        column.addStretch(1)
        column.addWidget(self.panel)
        self.page.resize(420, 600)
        self.noted: list[tuple[str, str, tuple[str, ...]]] = []
        self.said: list[tuple[str, str, str]] = []
        self.panel.noted.connect(lambda *words: self.noted.append(words))
        self.panel.said.connect(lambda *words: self.said.append(words))
        self.panel.show_sheet(SHEET)
        with qtbot.waitExposed(self.page):
            self.page.show()
        self.page.activateWindow()
        self.elsewhere.setFocus()

    def type_in(self, words: str) -> None:
        self.panel.begin(NOTE)
        QTest.keyClicks(self.field, words)

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(self.field, key, modifier)


@pytest.fixture
def desk(qtbot: QtBot, look: Look) -> Desk:
    return Desk(qtbot, look)


def test_enter_records_what_is_written_and_leaves_it_until_it_is_recorded(desk: Desk) -> None:
    desk.type_in(" Lead is calm ")
    desk.press(Qt.Key.Key_Return)
    assert desk.noted == [("Lead is calm", "facilitator", ())]
    assert desk.field.toPlainText() == " Lead is calm "


def test_enter_in_an_empty_field_leaves_it(qtbot: QtBot, desk: Desk) -> None:
    desk.type_in("   ")
    with qtbot.waitSignal(desk.panel.left):
        desk.press(Qt.Key.Key_Return)
    assert desk.noted == []


def test_a_note_can_have_several_lines_and_the_field_grows_with_them(desk: Desk) -> None:
    desk.type_in("one")
    before = desk.field.height()
    for _ in range(3):
        desk.press(Qt.Key.Key_Return, SHIFT)
    QTest.keyClicks(desk.field, "four")
    assert desk.field.height() > before
    desk.press(Qt.Key.Key_Return)
    assert desk.noted[0][0] == "one\n\n\nfour"


def test_evaluators_take_turns_by_a_number_and_the_last_one_stays(desk: Desk) -> None:
    desk.type_in("late")
    desk.press(Qt.Key.Key_2, ALT)
    desk.press(Qt.Key.Key_Return)
    desk.panel.clear_recorded()
    desk.type_in("calm")
    desk.press(Qt.Key.Key_Return)
    desk.press(Qt.Key.Key_9, ALT)
    desk.press(Qt.Key.Key_Return)
    assert [by for _, by, _ in desk.noted] == ["Mina", "Mina", "Mina"]


def test_somebody_who_is_on_no_list_can_write_too(desk: Desk) -> None:
    desk.type_in("late")
    desk.panel.author.setEditText(" Guest ")
    desk.press(Qt.Key.Key_Return)
    assert desk.noted[0][1] == "Guest"


def test_a_name_behind_a_sign_is_found_and_taken_by_keys_alone(desk: Desk) -> None:
    desk.type_in("so @op")
    assert desk.field.found.isVisible()
    desk.press(Qt.Key.Key_Return)
    assert desk.field.toPlainText() == "so @Ops console "
    assert not desk.field.found.isVisible()
    QTest.keyClicks(desk.field, "and #")
    desk.press(Qt.Key.Key_Down)
    desk.press(Qt.Key.Key_Up)
    desk.press(Qt.Key.Key_Tab)
    desk.press(Qt.Key.Key_Return)
    assert desk.noted == [("so @Ops console and #Login", "facilitator", ("console", "login"))]


def test_a_name_can_be_taken_with_the_mouse(desk: Desk) -> None:
    desk.type_in("@")
    names = desk.field.found.names
    place = names.visualItemRect(names.item(1)).center()
    QTest.mouseClick(names.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert desk.field.toPlainText() == "@Ops console "
    assert desk.field.hasFocus()


def test_a_name_that_was_taken_stays_though_others_begin_with_it(desk: Desk) -> None:
    desk.type_in("@")
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Return):
        desk.press(key)
    assert desk.noted == [("@O", "facilitator", ("o",))]


def test_escape_puts_the_names_away_and_then_leaves_the_field(desk: Desk) -> None:
    desk.type_in("@l")
    desk.press(Qt.Key.Key_Escape)
    assert not desk.field.found.isVisible()
    QTest.keyClicks(desk.field, "o")
    assert not desk.field.found.isVisible()
    desk.press(Qt.Key.Key_Return)
    assert desk.noted == [("@lo", "facilitator", ())]


def test_a_letter_that_qt_counts_twice_does_not_shift_the_name(desk: Desk) -> None:
    desk.panel.begin(NOTE)
    desk.field.insertPlainText("\U0001f600 @lo")
    desk.press(Qt.Key.Key_Return)
    assert desk.field.toPlainText() == "\U0001f600 @Login "


def test_a_public_word_says_who_says_it_and_to_whom(desk: Desk) -> None:
    desk.panel.begin(WORD)
    QTest.keyClicks(desk.field, "We are on it")
    desk.panel.listener.setEditText("press")
    desk.press(Qt.Key.Key_Return)
    desk.press(Qt.Key.Key_2, ALT)
    desk.press(Qt.Key.Key_Return)
    assert desk.said == [("We are on it", "lead", "press"), ("We are on it", "Bo", "press")]
    assert desk.noted == []


def test_half_a_note_and_half_a_word_are_kept_apart(desk: Desk) -> None:
    desk.type_in("a note")
    desk.panel.begin(WORD)
    assert desk.field.toPlainText() == ""
    QTest.keyClicks(desk.field, "a word")
    desk.panel.modes.button(NOTE).click()
    assert desk.field.toPlainText() == "a note"
    desk.panel.begin(WORD)
    assert desk.field.toPlainText() == "a word"


def test_an_empty_field_is_for_notes_again_once_it_is_left(desk: Desk) -> None:
    desk.panel.begin(WORD)
    desk.elsewhere.setFocus()
    assert desk.panel.mode == NOTE
    desk.panel.begin(WORD)
    QTest.keyClicks(desk.field, "a word")
    desk.elsewhere.setFocus()
    assert desk.panel.mode == WORD


def test_a_draft_is_gone_on_with_in_another_panel(qtbot: QtBot, look: Look, desk: Desk) -> None:
    desk.type_in("a note")
    desk.press(Qt.Key.Key_3, ALT)
    desk.panel.begin(WORD)
    QTest.keyClicks(desk.field, "a word")
    other = Desk(qtbot, look)
    other.panel.take_draft(desk.panel.draft())
    assert other.panel.draft() == desk.panel.draft()
    assert (other.field.toPlainText(), other.panel.author.currentText()) == ("a word", "Joon")


def test_whose_it_is_shows_only_while_something_is_written(desk: Desk) -> None:
    assert not desk.panel.author.isVisible()
    desk.panel.begin(NOTE)
    assert desk.panel.author.isVisible()
    assert not desk.panel.speaker.isVisible()


def test_a_word_that_is_due_is_said_while_nothing_is_written(desk: Desk) -> None:
    assert not desk.panel.told.isVisible()
    due = "A public word is due since 0:30:00"
    desk.panel.show_sheet(WordsSheet(REGISTER, SHEET.authors, SHEET.speakers, (), due, is_due=True))
    assert desk.panel.told.isVisible()
    assert desk.panel.told.accessibleName() == f"{due} (W)"


def test_ctrl_enter_records_what_is_written_and_not_the_open_decision(desk: Desk) -> None:
    decided: list[str] = []
    spec = ActionSpec("run.record", "Record", ("Ctrl+Return", "Ctrl+Enter"))
    add_actions(desk.page, [spec], {"run.record": lambda: decided.append("")})
    desk.type_in("Lead is calm")
    desk.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert desk.noted == [("Lead is calm", "facilitator", ())]
    desk.panel.author.setFocus()
    QTest.keyClick(desk.panel.author, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert len(desk.noted) == 2
    assert decided == []
    desk.elsewhere.setFocus()
    QTest.keyClick(desk.elsewhere, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert len(decided) == 1


def test_whoever_is_named_as_the_facilitator_later_writes_the_notes(desk: Desk) -> None:
    desk.panel.show_sheet(WordsSheet(REGISTER, ("Park", "Mina"), SHEET.speakers, (), "", is_due=False))
    desk.type_in("a")
    desk.press(Qt.Key.Key_Return)
    assert [by for _, by, _ in desk.noted] == ["Park"]
