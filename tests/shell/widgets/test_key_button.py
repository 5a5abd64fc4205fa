import pytest
from PySide6.QtGui import QFontMetricsF
from pytestqt.qtbot import QtBot

from blackstart.shell.support.look import Look
from blackstart.shell.support.stylesheet import stylesheet
from blackstart.shell.widgets.key_button import KeyButton


@pytest.mark.parametrize("size", [100, 200])
def test_words_and_key_have_room_side_by_side(qtbot: QtBot, look: Look, size: int) -> None:
    look.set_text_size(size)
    button = KeyButton("Record decision", "Ctrl+Enter", look, role="primary")
    qtbot.addWidget(button)
    button.setStyleSheet(stylesheet(look.theme, size))
    button.show()
    behind = QFontMetricsF(button.font()).horizontalAdvance(button.text().removeprefix("Record decision"))
    assert behind > QFontMetricsF(look.font(11)).horizontalAdvance("Ctrl+Enter")
    assert button.sizeHint().width() > QFontMetricsF(button.font()).horizontalAdvance(button.text())


def test_a_reader_hears_words_and_key(qtbot: QtBot, look: Look) -> None:
    button = KeyButton("Record decision", "Ctrl+Enter", look)
    qtbot.addWidget(button)
    assert button.accessibleName() == "Record decision, Ctrl+Enter"
