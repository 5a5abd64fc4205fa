from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from blackstart.shell.draw.minimap import MiniMap
from blackstart.shell.support.look import Look
from tests.shell.draw.drawing_page import EMPTY, A, Page, drawing_page

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def page(qtbot: QtBot, look: Look) -> Iterator[Page]:
    with drawing_page(qtbot, look) as made:
        made.map.fit()
        yield made


def near(page: Page) -> MiniMap:
    """Zoom so far that not all of the map is seen."""
    page.map.zoom(3.0)
    page.map.grab()  # what is hidden offscreen is painted so
    return page.page.minimap


def seen(page: Page) -> QPointF:
    return page.map.placement.to_canvas(QRectF(page.map.rect()).center())


def test_it_is_there_only_while_something_lies_outside(page: Page) -> None:
    page.map.grab()
    assert not page.page.minimap.isVisible()
    assert near(page).isVisible()
    page.map.fit()
    page.map.grab()
    assert not page.page.minimap.isVisible()


def test_a_small_view_is_left_to_the_map(page: Page) -> None:
    assert near(page).isVisible()
    page.map.resize(page.map.width(), 200)
    page.map.grab()
    assert not page.page.minimap.isVisible()


def test_an_empty_map_has_none(qtbot: QtBot, look: Look) -> None:
    with drawing_page(qtbot, look, EMPTY) as page:
        assert not near(page).isVisible()


def test_a_press_goes_there(page: Page) -> None:
    small = near(page)
    card = page.map.easel.drawing.arrangement.cards[A]
    at = small._small().transform().map(QPointF(card[0] + 70, card[1] + 26)).toPoint()
    if small.frame().contains(QPointF(at)):
        page.map.pan(QPointF(-900, 0))
        page.map.grab()
    QTest.mouseClick(small, LEFT, NONE, at)
    assert (seen(page) - QPointF(card[0] + 70, card[1] + 26)).manhattanLength() < 40


def test_the_frame_is_dragged_by_where_it_was_grabbed(page: Page) -> None:
    small = near(page)
    before, frame = seen(page), small.frame()
    grip = frame.center().toPoint() + QPoint(2, 1)
    QTest.mousePress(small, LEFT, NONE, grip)
    assert (seen(page) - before).manhattanLength() < 12  # a press alone hardly moves it
    QTest.mouseMove(small, grip + QPoint(10, 0))
    QTest.mouseRelease(small, LEFT, NONE, grip + QPoint(10, 0))
    moved = seen(page) - before
    assert moved.x() == pytest.approx(10 / small._small().scale, rel=0.2)
    assert not page.presenter.document.history.canUndo()


def test_it_lies_where_the_fewest_cards_are(page: Page) -> None:
    small = near(page)
    under = page.map.placement.transform().inverted()[0].mapRect(QRectF(small.geometry()))
    cards = page.map.easel.drawing.arrangement.cards.values()
    assert not any(under.intersects(QRectF(*card)) for card in cards)


def test_it_makes_way_for_a_field_that_is_opened_over_it(page: Page) -> None:
    small = near(page)
    field = QLineEdit(page.map)
    field.setGeometry(small.geometry())
    field.show()
    page.map.repaint()
    assert not small.geometry().intersects(field.geometry())


def test_painting_it_does_not_make_it_paint_itself_again(
    page: Page, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    small = near(page)
    qtbot.waitUntil(lambda: small._blocks is not None)
    asked = []
    monkeypatch.setattr(MiniMap, "update", lambda _self: asked.append(1))
    page.map.repaint()
    page.map.repaint()
    assert asked == []
    page.map.pan(QPointF(20, 0))
    page.map.repaint()
    assert asked == [1]


def test_its_key_sends_it_away_and_brings_it_back(page: Page) -> None:
    small = near(page)
    page.do("draw.minimap")
    assert not small.isVisible()
    page.do("draw.minimap")
    assert small.isVisible()


def test_panning_paints_no_blocks_anew(page: Page) -> None:
    small = near(page)
    small.grab()
    painted = small._blocks
    page.map.pan(QPointF(30, 0))
    page.map.grab()
    small.grab()
    assert small._blocks is painted
    page.choose(A)
    page.do("draw.nudge-right")
    small.grab()
    assert small._blocks is not painted
