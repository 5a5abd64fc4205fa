from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from blackstart.core.base.ids import ComponentId
from blackstart.shell.draw.workspace import DrawWorkspace
from blackstart.shell.support.look import Look
from tests.shell.draw.drawing_page import EMPTY, Page, drawing_page
from tests.shell.draw.presenters import draw_presenter


@pytest.fixture
def empty(qtbot: QtBot, look: Look) -> Iterator[Page]:
    with drawing_page(qtbot, look, EMPTY) as made:
        yield made


def test_an_empty_map_says_how_to_begin_until_something_is_on_it(empty: Page) -> None:
    assert empty.page.empty.isVisible()
    empty.do("draw.add")
    assert not empty.page.empty.isVisible()  # the field is open
    empty.type("Power", Qt.Key.Key_Return)
    empty.type("", Qt.Key.Key_Return)
    assert not empty.page.empty.isVisible()
    empty.do("draw.undo")
    assert empty.page.empty.isVisible()


def test_before_anything_was_opened_there_is_an_empty_map(qtbot: QtBot, look: Look) -> None:
    presenter = draw_presenter(look)
    page = DrawWorkspace(presenter, look)
    qtbot.addWidget(page)
    page.show()
    assert page.empty.isVisible()
    assert page.map.picture is not None
    presenter.stop()


def test_what_is_said_on_an_empty_map_takes_no_press(empty: Page) -> None:
    QTest.mouseDClick(
        empty.page.windowHandle(),
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
        empty.map.mapTo(empty.page, empty.map.rect().center()),
    )
    assert empty.page.in_place.field is not None


def test_a_new_map_lies_at_100_percent_and_the_first_card_moves_nothing(empty: Page) -> None:
    assert empty.map.placement.scale == 1.0
    before = empty.map.placement
    empty.presenter.do(lambda hand: hand.add("power", "Power", (900.0, 700.0)))
    assert empty.map.placement == before
    assert ComponentId("power") in empty.topology
