"""The lists of the right column: one in front, its words with a count, and what it says of itself."""

from PySide6.QtWidgets import QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from blackstart.shell.run.side_tabs import SideTabs


def _tabs(qtbot: QtBot) -> tuple[SideTabs, QLabel, QLineEdit]:
    tabs, first, second = SideTabs(), QLabel("delivered"), QLineEdit()
    qtbot.addWidget(tabs)
    tabs.add("injects", "Delivered", first)
    tabs.add("actions", "Actions", second)
    tabs.show()
    return tabs, first, second


def test_the_first_list_is_in_front_until_another_is_asked_for(qtbot: QtBot) -> None:
    tabs, first, second = _tabs(qtbot)
    assert (tabs.key, first.isVisible(), second.isVisible()) == ("injects", True, False)
    tabs.chips.button("actions").click()
    assert (tabs.key, first.isVisible(), second.isVisible()) == ("actions", False, True)


def test_a_count_stands_behind_the_word_while_something_waits(qtbot: QtBot) -> None:
    tabs, _, _ = _tabs(qtbot)
    tabs.count("actions", 3)
    assert tabs.chips.button("actions").text() == "Actions 3"
    tabs.count("actions", 100)
    assert tabs.chips.button("actions").text() == "Actions 99+"
    tabs.count("actions", 0)
    assert tabs.chips.button("actions").text() == "Actions"


def test_only_the_list_in_front_says_something_of_itself(qtbot: QtBot) -> None:
    tabs, _, _ = _tabs(qtbot)
    tabs.tell("injects", "3 earlier")
    tabs.tell("actions", "2 crews")
    assert tabs.told.text() == "3 earlier"
    tabs.show_list("actions")
    assert tabs.told.text() == "2 crews"


def test_to_begin_in_a_list_puts_the_focus_into_it(qtbot: QtBot) -> None:
    tabs, _, second = _tabs(qtbot)
    tabs.begin("actions")
    assert tabs.focusWidget() is second


def test_a_list_that_was_asked_for_has_room_below_a_decision(qtbot: QtBot) -> None:
    tabs = SideTabs()
    qtbot.addWidget(tabs)
    for key in ("injects", "log"):
        tabs.add(key, key, QWidget())
    before = tabs.minimumSizeHint().height()
    tabs.show_list("log")
    assert tabs.minimumSizeHint().height() > before + 100
    tabs.show_list("injects")
    assert tabs.minimumSizeHint().height() == before
