import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QStackedWidget, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from blackstart.shell.actions.spec import ActionSpec, add_actions, key_text

NOTE = ActionSpec("room.note", "Write a note", ("N",))


class Deeds:
    def __init__(self) -> None:
        self.done: list[str] = []

    def note(self) -> None:
        self.done.append("note")


@pytest.fixture
def deeds() -> Deeds:
    return Deeds()


@pytest.fixture
def stack(qtbot: QtBot, deeds: Deeds) -> QStackedWidget:
    """Two pages; on the first a field, and an action that is bound to N."""
    made = QStackedWidget()
    qtbot.addWidget(made)
    page = QWidget()
    QVBoxLayout(page).addWidget(QLineEdit())
    made.addWidget(page)
    made.addWidget(QWidget())
    add_actions(page, [NOTE], {"room.note": deeds.note})
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    page.setFocus()
    return made


def press(window: QWidget, key: Qt.Key) -> None:
    QTest.keyClick(window.focusWidget() or window, key)


def test_an_action_without_a_key_is_refused() -> None:
    with pytest.raises(ValueError, match=r"room\.dance"):
        ActionSpec("room.dance", "Dance", ())


def test_a_key_does_what_its_row_says(stack: QStackedWidget, deeds: Deeds) -> None:
    press(stack, Qt.Key.Key_N)
    assert deeds.done == ["note"]


def test_a_key_that_a_field_wants_stays_the_fields(stack: QStackedWidget, deeds: Deeds) -> None:
    field = stack.findChild(QLineEdit)
    assert isinstance(field, QLineEdit)
    field.setFocus()
    press(stack, Qt.Key.Key_N)
    assert (deeds.done, field.text()) == ([], "n")


def test_the_keys_of_a_page_that_cannot_be_seen_do_nothing(stack: QStackedWidget, deeds: Deeds) -> None:
    stack.setCurrentIndex(1)
    press(stack, Qt.Key.Key_N)
    assert deeds.done == []


def test_return_is_written_as_keyboards_write_it() -> None:
    assert key_text(ActionSpec("a", "b", ("Ctrl+Return",))) == "Ctrl+Enter"
