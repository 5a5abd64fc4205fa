from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from blackstart.shell.support.look import Look
from blackstart.shell.support.settings import settings_in
from blackstart.shell.window.actions import MODES
from blackstart.shell.window.frame import Frame
from blackstart.shell.window.message_bar import Message, MessageBar
from blackstart.shell.window.pages import later_pages
from blackstart.shell.window.standing_place import FIRST_SIZE


@pytest.fixture
def frame(qtbot: QtBot, look: Look, tmp_path: Path) -> Frame:
    made = Frame(look, settings_in(tmp_path / "frame.ini"))
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    return made


def press(frame: Frame, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.ControlModifier) -> None:
    QTest.keyClick(frame.focusWidget() or frame, key, modifier)


@pytest.mark.parametrize(("number", "mode"), list(enumerate(MODES, start=1)))
def test_every_mode_has_its_key(frame: Frame, number: int, mode: str) -> None:
    frame.show_mode(MODES[number % len(MODES)])
    press(frame, Qt.Key(Qt.Key.Key_0.value + number))
    assert frame.mode == mode
    assert frame.rail.button(mode).isChecked()


def test_a_click_on_the_rail_switches_and_leaves_the_keys_to_the_page(qtbot: QtBot, frame: Frame) -> None:
    QTest.mouseClick(frame.rail.button("run"), Qt.MouseButton.LeftButton)
    assert frame.mode == "run"
    assert not isinstance(frame.focusWidget(), type(frame.rail.button("run")))


def test_a_page_takes_its_place_without_changing_the_mode(frame: Frame) -> None:
    frame.show_mode("run")
    for mode in MODES:
        frame.furnish(mode, QWidget())
    assert frame.mode == "run"


def test_what_is_to_come_is_said_in_one_sentence(look: Look) -> None:
    for page in later_pages(look).values():
        sentence = page.findChildren(QLabel)[1].text()
        assert sentence.startswith("Here you will")


def test_the_theme_switches_by_its_key(frame: Frame, look: Look) -> None:
    before = frame.styleSheet()
    press(frame, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert look.theme.name == "light"
    assert frame.styleSheet() != before


def test_the_window_opens_where_it_was_left(qtbot: QtBot, look: Look, tmp_path: Path) -> None:
    settings = settings_in(tmp_path / "place.ini")
    first = Frame(look, settings)
    qtbot.addWidget(first)
    first.resize(1333, 790)
    first.close()
    again = Frame(look, settings)
    qtbot.addWidget(again)
    assert again.height() < FIRST_SIZE.height()  # not to the pixel: the offscreen screen is too small for it


def test_the_window_opens_in_the_mode_in_which_it_was_left(qtbot: QtBot, look: Look, tmp_path: Path) -> None:
    settings = settings_in(tmp_path / "mode.ini")
    first = Frame(look, settings)
    qtbot.addWidget(first)
    first.show_mode("review")
    first.close()
    again = Frame(look, settings)
    qtbot.addWidget(again)
    assert again.mode == "review"
    assert again.rail.button("review").isChecked()


def test_a_window_that_was_as_large_as_the_screen_opens_so(qtbot: QtBot, look: Look, tmp_path: Path) -> None:
    settings = settings_in(tmp_path / "place.ini")
    first = Frame(look, settings)
    qtbot.addWidget(first)
    with qtbot.waitExposed(first):
        first.showMaximized()
    first.close()
    again = Frame(look, settings)
    qtbot.addWidget(again)
    assert again.isMaximized()


def test_closing_is_told_before_the_window_goes(qtbot: QtBot, frame: Frame) -> None:
    with qtbot.waitSignal(frame.closing):
        frame.close()


def test_a_sentence_goes_when_there_was_time_to_read_it_and_an_offer_stays(qtbot: QtBot, look: Look) -> None:
    bar = MessageBar(look)
    qtbot.addWidget(bar)
    taken: list[str] = []
    bar.say("There is no such file.")
    assert bar.text == "There is no such file."
    assert bar.leaving.isActive()
    bar.offer("A run was not ended.", "Continue run", lambda: taken.append("continued"))
    assert not bar.leaving.isActive()
    bar.act.click()
    assert taken == ["continued"]
    assert bar.text == "There is no such file."
    bar.dismiss()
    assert bar.text == ""
    bar.say("a.drill:1: no title\na.drill:2: no id")
    assert not bar.leaving.isActive()


def test_what_is_said_last_is_read_first_and_nothing_is_lost(qtbot: QtBot, look: Look) -> None:
    bar = MessageBar(look)
    qtbot.addWidget(bar)
    bar.offer("A run was not ended.", "Continue run", lambda: None)
    for sentence in ("Login is down.", "Payment is down.", "The run has not begun."):
        bar.say(sentence)
    read = []
    while bar.text:
        read.append(bar.text)
        bar.dismiss()
    assert read == ["The run has not begun.", "Login is down.", "Payment is down.", "A run was not ended."]


def test_a_sentence_that_is_said_again_does_not_wait_twice(qtbot: QtBot, look: Look) -> None:
    bar = MessageBar(look)
    qtbot.addWidget(bar)
    for sentence in ("Login is down.", "No.", "No.", "Login is down."):
        bar.say(sentence)
    assert bar.text == "Login is down."
    bar.dismiss()
    assert bar.text == "No."
    bar.dismiss()
    assert bar.text == ""


def test_what_was_said_of_a_page_goes_with_it_and_what_can_be_done_stays(frame: Frame) -> None:
    frame.show_mode("run")
    frame.messages.offer("A run was not ended.", "Continue run", lambda: None)
    frame.messages.say("The run has ended.")
    frame.show_mode("run")
    assert frame.messages.text == "The run has ended."
    frame.show_mode("review")
    assert frame.messages.text == "A run was not ended."
    frame.messages.dismiss()
    assert frame.messages.text == ""


def test_an_offer_that_is_made_again_takes_the_place_of_the_one_before(frame: Frame) -> None:
    for title in ("Pangyo", "판교"):
        frame.messages.offer(f"A run of {title} was not ended.", "Continue run", lambda: None)
    frame.messages.dismiss()
    assert frame.messages.text == ""
    frame.messages.offer("A run was not ended.", "Continue run", lambda: None)
    frame.messages.reword("A run was not ended.", Message("실행이 끝나지 않았습니다.", "이어 하기", lambda: None))
    assert frame.messages.text == "실행이 끝나지 않았습니다."
    frame.messages.dismiss()
    assert frame.messages.text == ""


def test_many_sentences_leave_the_last_ones_to_be_read(qtbot: QtBot, look: Look) -> None:
    bar = MessageBar(look)
    qtbot.addWidget(bar)
    for number in range(20):
        bar.say(f"Sentence {number}.")
    bar.dismiss()
    assert bar.text == "Sentence 15."


def test_the_key_that_goes_to_the_message_is_done_with_it_when_pressed_again(frame: Frame) -> None:
    frame.messages.say("There is no such file.")
    frame.messages.say("No decision is open.")
    press(frame, Qt.Key.Key_F8, Qt.KeyboardModifier.NoModifier)
    press(frame, Qt.Key.Key_F8, Qt.KeyboardModifier.NoModifier)
    assert frame.messages.text == "There is no such file."
    press(frame, Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier)
    assert frame.messages.text == ""


def test_a_message_moves_nothing_on_the_page(frame: Frame) -> None:
    page = QWidget()
    frame.furnish("library", page)
    before = page.geometry()
    frame.messages.say("There is no such file.")
    assert page.geometry() == before
    assert frame.messages.isVisible()
    assert frame.messages.geometry().bottom() < page.geometry().bottom()


class Mapped(QWidget):
    """A page that keeps a place for messages."""

    room = QRect(100, 60, 500, 300)

    def message_room(self) -> QRect:
        return self.room


def test_a_message_lies_where_the_page_has_room_for_it(frame: Frame) -> None:
    frame.furnish("library", Mapped())
    frame.messages.offer("There is no such file.", "Choose another", lambda: None)
    assert QRect(100, 60, 500, 300).contains(frame.messages.geometry())
    frame.show_mode("review")
    assert not QRect(100, 60, 500, 300).contains(frame.messages.geometry())


def test_a_message_covers_no_more_than_a_third_of_the_room_it_is_given(frame: Frame) -> None:
    frame.furnish("library", Mapped())
    frame.messages.say("There is no such file. " * 60)
    assert frame.messages.height() <= Mapped.room.height() / 3


def test_in_a_low_room_its_button_and_two_lines_are_seen_whole(
    qtbot: QtBot, frame: Frame, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Mapped, "room", QRect(40, 60, 520, 90))
    frame.furnish("library", Mapped())
    frame.messages.say("It did not come from another component. " * 3)
    button = frame.messages._close
    line = frame.messages._label.fontMetrics().lineSpacing()
    qtbot.waitUntil(lambda: button.height() >= button.sizeHint().height())
    qtbot.waitUntil(lambda: frame.messages._words.viewport().height() >= 2 * line)
    assert frame.messages.rect().contains(button.geometry())


def test_a_message_goes_where_the_page_has_room_for_it_by_now(qtbot: QtBot, frame: Frame) -> None:
    page = Mapped()
    frame.furnish("library", page)
    frame.messages.say("There is no such file.")
    page.room = QRect(400, 60, 200, 300)
    frame.messages.place_again()
    qtbot.waitUntil(lambda: page.room.contains(frame.messages.geometry()))


def test_a_message_is_no_wider_than_its_words(frame: Frame) -> None:
    frame.messages.say("There is no such file.")
    short = frame.messages.width()
    frame.messages.say("There is no such file. " * 20)
    assert short < frame.messages.width() <= 784


def test_it_is_told_whether_a_message_offers_something(qtbot: QtBot, frame: Frame) -> None:
    told: list[bool] = []
    frame.messages.offers.connect(told.append)
    frame.messages.offer("A run was not ended.", "Continue run", lambda: None)
    assert told[-1] is frame.messages.is_offering is True
    frame.messages.say("There is no such file.")
    assert told[-1] is frame.messages.is_offering is False


def test_a_long_list_of_faults_leaves_the_window_to_be_seen(frame: Frame) -> None:
    frame.messages.say("\n".join(f"a.drill:{line}: no title" for line in range(300)))
    assert frame.messages.height() < frame.height() * 0.7


def test_a_message_is_answered_by_keys_and_the_focus_goes_back(frame: Frame) -> None:
    taken: list[str] = []
    page = QWidget()
    page.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    frame.furnish("library", page)
    frame.messages.offer("A run was not ended.", "Continue run", lambda: taken.append("continued"))
    press(frame, Qt.Key.Key_F8, Qt.KeyboardModifier.NoModifier)
    press(frame, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier)
    assert taken == ["continued"]
    assert frame.focusWidget() is page
    frame.messages.say("There is no such file.")
    press(frame, Qt.Key.Key_F8, Qt.KeyboardModifier.NoModifier)
    press(frame, Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier)
    assert frame.messages.text == ""
    assert frame.focusWidget() is page


def test_the_title_names_the_page_that_is_shown(frame: Frame) -> None:
    frame.show_mode("review")
    assert frame.windowTitle() == "Review – Blackstart"


def test_the_title_names_the_drill_on_every_page_and_marks_what_is_not_saved(frame: Frame) -> None:
    frame.name_drill("Our hall", is_modified=True)
    frame.show_mode("draw")
    assert frame.windowTitle() == "Our hall[*] – Draw – Blackstart"
    assert frame.isWindowModified()
    frame.name_drill("", is_modified=False)
    assert frame.windowTitle() == "Draw – Blackstart"
    assert not frame.isWindowModified()


@pytest.mark.parametrize("mode", MODES)
def test_what_is_put_away_leaves_its_keys_to_the_page(frame: Frame, mode: str) -> None:
    page = QWidget()
    page.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    button, below = QPushButton("Look back", page), QPushButton("Delete", page)
    frame.furnish(mode, page)
    frame.show_mode(mode)
    below.show()
    button.setFocus(Qt.FocusReason.TabFocusReason)
    button.hide()
    assert frame.focusWidget() is page


def test_a_page_whose_first_part_is_hidden_leaves_no_key_to_the_rail(frame: Frame) -> None:
    page = QWidget()
    hidden = QPushButton(page)
    page.setFocusProxy(hidden)
    hidden.hide()
    frame.furnish("review", page)
    frame.rail.button("library").setFocus(Qt.FocusReason.TabFocusReason)
    frame.show_mode("review")
    assert frame.focusWidget() is None


def test_tab_passes_over_nothing_before_the_part_that_has_a_pages_keys(frame: Frame) -> None:
    page = QWidget()
    first, second = QPushButton("Open", page), QPushButton("Pangyo", page)
    page.setFocusProxy(second)
    frame.furnish("library", page)
    frame.show_mode("library")
    stops = [frame.focusWidget()]
    while len(stops) < 20 and stops[-1] is not first:
        QTest.keyClick(stops[-1], Qt.Key.Key_Tab)
        stops.append(frame.focusWidget())
    assert stops[0] is second
    assert stops[-1] is first
    assert page.focusProxy() is second


def test_an_offer_to_take_a_click_back_goes_away_by_itself(qtbot: QtBot, look: Look) -> None:
    bar = MessageBar(look)
    qtbot.addWidget(bar)
    bar.offer("Decision 1 is recorded: Wait", "Take back", lambda: None, is_brief=True)
    assert bar.is_offering
    assert bar.leaving.isActive()
    bar.offer("A run was left unfinished.", "Continue", lambda: None)
    assert not bar.leaving.isActive()


def test_a_wait_shows_how_far_it_is_and_is_called_off_by_its_button(frame: Frame) -> None:
    called_off: list[bool] = []
    frame.messages.offer("Opening a.drill…", "Cancel", lambda: called_off.append(True), share=0.25)
    bar = frame.messages
    assert bar.line.isVisible()
    assert bar.line.share == 0.25
    assert bar.geometry().contains(bar.mapToParent(bar.line.geometry().bottomRight()))
    bar.reword("Opening a.drill…", Message("Opening a.drill: 2 of 5…", "Cancel", bar.act.click, share=0.5))
    assert (bar.text, bar.line.share) == ("Opening a.drill: 2 of 5…", 0.5)
    bar.reword("Opening a.drill: 2 of 5…", Message("3 of 5…", "Cancel", lambda: called_off.append(True), share=0.7))
    bar.act.click()
    assert called_off == [True]
    bar.say("It was called off.")
    assert not bar.line.isVisible()


def test_a_wait_that_is_covered_goes_on_behind(frame: Frame) -> None:
    bar = frame.messages
    bar.offer("1 of 3", "Cancel", lambda: None, share=0.0)
    bar.say("Something else.")
    bar.reword("1 of 3", Message("2 of 3", "Cancel", lambda: None, share=0.5))
    assert bar.text == "Something else."
    bar.dismiss()
    assert (bar.text, bar.line.share) == ("2 of 3", 0.5)


def test_a_wait_that_is_over_is_not_said_again(frame: Frame) -> None:
    bar = frame.messages
    bar.offer("1 of 3", "Cancel", lambda: None, share=0.0)
    bar.say("There is no such file.")
    bar.drop(lambda message: message.sentence == "1 of 3")
    bar.dismiss()
    assert bar.text == ""
