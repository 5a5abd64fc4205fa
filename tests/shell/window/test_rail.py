"""The rail holds all its words in every size and language."""

from pathlib import Path

import pytest
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from blackstart.shell.support.fonts import META
from blackstart.shell.support.look import LANGUAGE_NAMES, TEXT_SIZES, Look
from blackstart.shell.support.settings import settings_in
from blackstart.shell.support.translation import Speech
from blackstart.shell.window.actions import MODES, feet, modes
from blackstart.shell.window.frame import Frame
from blackstart.shell.window.standing_place import LEAST_SIZE


@pytest.fixture
def frame(qtbot: QtBot, look: Look, tmp_path: Path) -> Frame:
    made = Frame(look, settings_in(tmp_path / "frame.ini"))
    qtbot.addWidget(made)
    made.resize(LEAST_SIZE)
    return made


@pytest.mark.parametrize("language", LANGUAGE_NAMES)
@pytest.mark.parametrize("size", TEXT_SIZES)
def test_all_of_the_rail_can_be_read_in_the_least_window(
    qtbot: QtBot, qapp: QApplication, frame: Frame, look: Look, size: int, language: str
) -> None:
    speech = Speech(qapp)
    speech.speak(language)
    look.set_text_size(size)
    frame.rail.retell((*modes(), *feet()))
    with qtbot.waitExposed(frame):
        frame.show()
    bold = QFontMetrics(look.font(META, is_bold=True))
    for mode in MODES:
        button = frame.rail.button(mode)
        assert bold.horizontalAdvance(button.text()) <= button.width()
    buttons = [frame.rail.button(each.id) for each in (*modes(), *feet())]
    tops = [button.geometry().top() for button in buttons]
    bottoms = [button.geometry().bottom() for button in buttons]
    assert all(bottom < top for bottom, top in zip(bottoms[:-1], tops[1:], strict=True))
    assert bottoms[-1] < LEAST_SIZE.height()
    speech.speak("en")


def test_every_button_of_the_rail_tells_its_key(frame: Frame) -> None:
    told = [frame.rail.button(each.id).toolTip() for each in (*modes(), *feet())]
    assert told[0] == "Library  (Ctrl+1)"
    assert all(each.endswith(")") for each in told)
