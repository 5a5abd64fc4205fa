from collections.abc import Iterator

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon, QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from blackstart.shell.support.icons import icon
from blackstart.shell.support.look import Look
from blackstart.shell.support.stylesheet import stylesheet
from blackstart.shell.widgets.buttons import Button, Segments
from blackstart.shell.widgets.choice_row import ChoiceRow


class Window(QWidget):
    """A window in which the space bar is a shortcut."""

    def __init__(self, *parts: QWidget) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        for part in parts:
            column.addWidget(part)
        self.spaces = 0
        QShortcut(QKeySequence("Space"), self).activated.connect(self._count)

    def _count(self) -> None:
        self.spaces += 1


def shown(qtbot: QtBot, *parts: QWidget) -> Window:
    window = Window(*parts)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    return window


def test_a_click_leaves_the_focus_where_it_was(qtbot: QtBot, look: Look) -> None:
    button = Button("Step", look)
    window = shown(qtbot, button)
    window.setFocus()
    with qtbot.waitSignal(button.clicked):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    QTest.keyClick(window, Qt.Key.Key_Space)
    assert window.spaces == 1


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return])
def test_a_button_that_was_reached_by_tab_keeps_its_keys(qtbot: QtBot, look: Look, key: Qt.Key) -> None:
    button = Button("Hold clock", look)
    window = shown(qtbot, button)
    button.setFocus()
    with qtbot.waitSignal(button.clicked):
        QTest.keyClick(button, key)
    assert window.spaces == 0


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return])
def test_a_way_to_decide_is_chosen_by_its_keys(qtbot: QtBot, look: Look, key: Qt.Key) -> None:
    row = ChoiceRow("Agree now", "Cooling goes down at once", look)
    window = shown(qtbot, row)
    row.setFocus()
    QTest.keyClick(row, key)
    assert row.isChecked()
    assert window.spaces == 0


def test_only_one_of_a_row_is_chosen(qtbot: QtBot, look: Look) -> None:
    segments = Segments([("1", "1×"), ("4", "4×"), ("20", "20×")])
    qtbot.addWidget(segments)
    segments.choose("4")
    assert segments.key == "4"
    with qtbot.waitSignal(segments.picked) as told:
        segments.button("20").click()
    assert (told.args, segments.key) == (["20"], "20")


@pytest.fixture
def palette(qapp: QApplication, look: Look) -> Iterator[None]:
    before = qapp.palette()
    qapp.setPalette(look.theme.palette())
    yield
    qapp.setPalette(before)


@pytest.mark.usefixtures("palette")
@pytest.mark.parametrize("key", ["1", "4"])
def test_where_the_focus_is_can_be_seen_on_what_is_chosen_too(qtbot: QtBot, look: Look, key: str) -> None:
    segments, other = Segments([("1", "1×"), ("4", "4×"), ("20", "20×")]), QPushButton("Play")
    segments.choose("4")
    assert changed_by_focus(qtbot, look, segments.button(key), other) > 100


@pytest.mark.usefixtures("palette")
def test_where_the_focus_is_can_be_seen_on_a_button_of_ink(qtbot: QtBot, look: Look) -> None:
    assert changed_by_focus(qtbot, look, Button("Record", look, role="primary"), QPushButton("Play")) > 100


def changed_by_focus(qtbot: QtBot, look: Look, button: QPushButton, other: QPushButton) -> int:
    """Count the pixels that are plainly other ones when a button has the focus."""
    row = button.parentWidget() or button
    window = shown(qtbot, row, other)
    window.setStyleSheet(stylesheet(look.theme))
    other.setFocus()
    before = row.grab().toImage()
    button.setFocus()
    after = row.grab().toImage()
    return sum(
        abs(after.pixelColor(x, y).lightness() - before.pixelColor(x, y).lightness()) > 60
        for x in range(after.width())
        for y in range(after.height())
    )


def test_a_choice_that_is_not_there_shows_none(qtbot: QtBot) -> None:
    segments = Segments([("1", "1×"), ("4", "4×")])
    qtbot.addWidget(segments)
    segments.choose("1")
    segments.choose("42")
    assert segments.key == ""


def test_the_words_of_a_row_wrap_and_make_it_higher(qtbot: QtBot, look: Look) -> None:
    row = ChoiceRow("Refuse until someone senior calls back", "Fire service may cut without notice", look)
    qtbot.addWidget(row)
    assert row.heightForWidth(150) > row.heightForWidth(600)
    row.resize(150, row.heightForWidth(150))
    assert not row.grab().isNull()


def test_the_icon_of_what_cannot_be_pressed_is_dimmed(qtbot: QtBot, look: Look) -> None:
    button = Button("", look, "step")
    qtbot.addWidget(button)
    dimmed = icon("step", look.theme.color("tx3")).pixmap(16, 16).toImage()
    assert button.icon().pixmap(QSize(16, 16), QIcon.Mode.Disabled).toImage() == dimmed


def test_an_icon_follows_the_theme(qtbot: QtBot, look: Look) -> None:
    button = Button("Play", look, "run", "primary")
    qtbot.addWidget(button)
    before = button.icon().pixmap(16, 16).toImage()
    look.switch_theme()
    assert button.icon().pixmap(16, 16).toImage() != before


def test_enter_with_control_is_the_forms_and_not_the_buttons(qtbot: QtBot, look: Look) -> None:
    button = Button("Step", look)
    window = shown(qtbot, button)
    button.setFocus()
    assert window.isActiveWindow()
    with qtbot.assertNotEmitted(button.clicked):
        QTest.keyClick(button, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    with qtbot.waitSignal(button.clicked):
        QTest.keyClick(button, Qt.Key.Key_Return)


def test_a_name_keeps_its_ampersand(qtbot: QtBot, look: Look) -> None:
    button = Button("R & D", look)
    qtbot.addWidget(button)
    assert button.text() == "R & D"
    assert QPushButton.text(button) == "R && D"  # of two, Qt shows one and makes no key of it
    assert button.shortcut().isEmpty()
