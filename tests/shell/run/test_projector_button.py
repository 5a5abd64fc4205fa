"""The projector's button tells how the display stands, and asks for what is chosen in its menu."""

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QAction, QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from blackstart.shell.run.projector_button import ProjectorButton, draw_dot
from blackstart.shell.support.look import Look
from blackstart.shell.widgets.projector_sheet import IN_A_WINDOW, ProjectorSheet, ProjectorState, ScreenFace

BEAMER = ScreenFace("beamer", "Beamer, 1920 × 1080")
SHOWN = ProjectorSheet(ProjectorState.SHOWN, screens=(BEAMER,), place=BEAMER.key)


@pytest.fixture
def button(qtbot: QtBot, look: Look) -> ProjectorButton:
    made = ProjectorButton(look)
    qtbot.addWidget(made)
    return made


def rows(button: ProjectorButton) -> dict[str, QAction]:
    return {row.objectName(): row for row in button.fill_menu().actions() if not row.isSeparator()}


def test_every_state_has_a_word_and_a_form_of_its_own(button: ProjectorButton, look: Look) -> None:
    names, forms = set(), set()
    for state in ProjectorState:
        button.show_sheet(ProjectorSheet(state))
        names.add(button.accessibleName())
        image = QImage(24, 24, QImage.Format.Format_RGB32)
        image.fill(QColor("black"))
        painter = QPainter(image)
        draw_dot(painter, state, QPointF(12, 12), 8, look)
        painter.end()
        forms.add(tuple(image.pixelColor(x, y).lightness() > 60 for x in range(24) for y in range(24)))
    assert len(names) == len(forms) == len(ProjectorState)


def test_the_menu_tells_what_is_so_and_where_the_display_is(button: ProjectorButton) -> None:
    button.show_sheet(SHOWN)
    checked = {name for name, row in rows(button).items() if row.isChecked()}
    assert checked == {"run.display", "run.display-full", BEAMER.key}
    assert rows(button)[IN_A_WINDOW].text() == "In a window"


def test_what_needs_a_display_cannot_be_chosen_while_there_is_none(button: ProjectorButton) -> None:
    off = {name for name, row in rows(button).items() if not row.isEnabled()}
    assert off == {"run.display-freeze", "run.display-blank"}
    assert button.hindrance() == "The participants' display is off."
    button.show_sheet(SHOWN)
    assert button.hindrance() == ""


@pytest.mark.parametrize(
    ("row", "signal"),
    [
        ("run.display", "switch_wished"),
        ("run.display-full", "full_wished"),
        ("run.display-freeze", "freeze_wished"),
        ("run.display-blank", "blank_wished"),
    ],
)
def test_a_row_of_the_menu_is_a_wish(qtbot: QtBot, button: ProjectorButton, row: str, signal: str) -> None:
    button.show_sheet(SHOWN)
    with qtbot.waitSignal(getattr(button, signal)):
        rows(button)[row].trigger()


def test_a_screen_that_is_chosen_is_wished_for(qtbot: QtBot, button: ProjectorButton) -> None:
    button.show_sheet(SHOWN)
    with qtbot.waitSignal(button.place_wished) as wished:
        rows(button)[BEAMER.key].trigger()
    assert wished.args == [BEAMER.key]


def test_the_button_is_as_wide_whatever_it_says(button: ProjectorButton) -> None:
    widths = set()
    for state in ProjectorState:
        button.show_sheet(ProjectorSheet(state))
        widths.add(button.sizeHint().width())
    assert len(widths) == 1
