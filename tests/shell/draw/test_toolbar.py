from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QWidget
from pytestqt.qtbot import QtBot

from blackstart.core.base.ids import ZoneId
from blackstart.core.topology.model import Purpose
from blackstart.shell.actions.spec import actions_of
from blackstart.shell.draw.drawn_map import PAN, SELECT, ZONE
from blackstart.shell.draw.menus import ALIGN_ROWS, BETWEEN, fill, rows_for
from blackstart.shell.draw.selection import Selection
from blackstart.shell.support.look import Look
from tests.shell.draw.drawing_page import A, B, C, D, Page, drawing_page

LEFT, RIGHT, NONE = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def page(qtbot: QtBot, look: Look) -> Iterator[Page]:
    with drawing_page(qtbot, look) as made:
        yield made


def tool(page: Page) -> str:
    return next(tool for tool, button in page.page.toolbar.tools.items() if button.isChecked())


@pytest.fixture
def menus(monkeypatch: pytest.MonkeyPatch) -> list[QMenu]:
    """The menus that were shown, the last one last; offscreen there is nothing to show them on."""
    found: list[QMenu] = []
    monkeypatch.setattr(QMenu, "popup", lambda menu, at: found.append(menu))
    return found


def offered(menus: list[QMenu]) -> list[str]:
    """What the last menu offers, greyed rows left out."""
    return [row.objectName() for row in menus[-1].actions() if row.isEnabled() and row.objectName()]


def right_click(page: Page, at: QPoint) -> None:
    QTest.mouseClick(page.map, RIGHT, NONE, at)


def card(page: Page, name: str) -> QPoint:
    return next(page.map.place_of(each.id).center().toPoint() for each in page.topology.components if each.id == name)


def test_a_zone_is_drawn_once_and_then_the_hand_chooses_again(page: Page) -> None:
    page.do("draw.zone")
    assert tool(page) == ZONE
    start, end = page.view_point(250, 120).toPoint(), page.view_point(480, 300).toPoint()
    QTest.mousePress(page.map, LEFT, NONE, start)
    QTest.mouseMove(page.map, end)
    QTest.mouseRelease(page.map, LEFT, NONE, end)
    page.type("Cellar", Qt.Key.Key_Return)
    assert tool(page) == SELECT
    assert [zone.label() for zone in page.topology.zones] == ["Room", "Cellar"]


def test_the_hand_pans_and_moves_no_card(page: Page) -> None:
    page.page.toolbar.tools[PAN].click()
    before = page.map.placement
    start = card(page, "a")
    QTest.mousePress(page.map, LEFT, NONE, start)
    QTest.mouseMove(page.map, start + QPoint(20, 10))
    QTest.mouseMove(page.map, start + QPoint(60, 40))
    QTest.mouseRelease(page.map, LEFT, NONE, start + QPoint(60, 40))
    assert page.map.placement != before
    assert not page.presenter.document.history.canUndo()
    QTest.keyClick(page.map, Qt.Key.Key_Escape)
    assert tool(page) == SELECT


def test_keys_and_buttons_choose_what_needs_are_for(page: Page) -> None:
    page.do("draw.to-respond")
    assert page.page.toolbar.purposes.buttons[Purpose.RESPOND].isChecked()
    page.page.toolbar.purposes.buttons[Purpose.START].click()
    assert page.presenter.purpose is Purpose.START


def test_with_less_room_it_says_less_and_cuts_nothing(page: Page, qtbot: QtBot) -> None:
    bar = page.page.toolbar
    room = QWidget()
    qtbot.addWidget(room)
    bar.setParent(room)  # where no layout has a say in its width
    room.show()
    bar.show()
    said = []
    for width in (1200, 900, 750, 560, 460):
        bar.resize(width, bar.height())
        assert bar.wanted_width() <= width
        shown = (bar.connect_as, bar.fit)
        words = [button.sizeHint().width() > 80 for button in bar.purposes.buttons.values()]
        said.append(sum(words) + sum(each.isVisibleTo(bar) for each in shown))
    assert said == sorted(said, reverse=True)
    assert said[0] == 5
    assert said[-1] == 0
    assert len(set(said)) > 3


@pytest.mark.parametrize("width", [500, 400, 300, 230])
def test_on_a_narrow_bar_buttons_that_are_in_menus_go_before_any_is_cut(page: Page, qtbot: QtBot, width: int) -> None:
    bar, room = page.page.toolbar, QWidget()
    qtbot.addWidget(room)
    bar.setParent(room)
    room.show()
    bar.show()
    page.choose(A, B)
    bar.resize(width, bar.height())
    assert bar.wanted_width() <= width
    assert bar.tools[SELECT].isVisibleTo(bar)
    assert bar.purposes.isVisibleTo(bar)


def test_aligning_is_offered_once_several_are_chosen(page: Page) -> None:
    bar = page.page.toolbar
    assert not bar.align.isVisible()
    page.choose(A, B)
    assert bar.align.isVisible()
    assert bar.lock.isVisible()
    bar.lock.click()
    assert page.topology.component(B).locked
    assert bar.lock.isChecked()


def test_undo_says_what_it_would_take_back(page: Page) -> None:
    top = page.page.top
    assert not top.undo.isEnabled()
    page.choose(A)
    page.do("draw.nudge-right")
    assert top.undo.toolTip().startswith("Undo: Move a")
    top.undo.click()
    assert top.redo.toolTip().startswith("Redo: Move a")


def test_every_row_of_every_menu_is_an_action_with_its_key(page: Page) -> None:
    known = {each.objectName() for each in actions_of(page.page)}
    chosen = [Selection(), Selection((A,)), Selection((A, B)), Selection(zone=ZoneId("room")), Selection(need=(D, 0))]
    rows = {row for each in chosen for row in rows_for(each)} | set(ALIGN_ROWS)
    assert rows - known - {BETWEEN} == set()


def test_a_right_click_chooses_what_lies_there_and_offers_what_fits(page: Page, menus: list[QMenu]) -> None:
    right_click(page, card(page, "c"))
    rows = offered(menus)
    assert page.presenter.selection.components == (C,)
    assert "draw.rename" in rows
    assert "draw.align-left" not in rows
    assert "draw.arrange-zone" not in rows  # it lies in none


def test_a_right_click_on_one_of_several_keeps_them_all(page: Page, menus: list[QMenu]) -> None:
    page.choose(A, B)
    right_click(page, card(page, "a"))
    rows = offered(menus)
    assert set(page.presenter.selection.components) == {A, B}
    assert "draw.align-left" in rows
    assert "draw.distribute-across" not in rows


def test_a_right_click_on_nothing_adds_there(page: Page, menus: list[QMenu]) -> None:
    page.choose(A)
    right_click(page, page.view_point(500, 500).toPoint())
    assert page.presenter.selection.is_empty
    next(row for row in menus[-1].actions() if row.objectName() == "draw.add").trigger()
    page.type("Gnu", Qt.Key.Key_Return, Qt.Key.Key_Escape)
    x, y = page.named("Gnu").at or (0, 0)
    assert x <= 500 <= x + 140
    assert y <= 500 <= y + 52


def test_a_right_drag_pans_and_asks_for_no_menu(page: Page, qtbot: QtBot) -> None:
    before = page.map.placement
    start = page.view_point(500, 500).toPoint()
    with qtbot.assertNotEmitted(page.map.menu_wished):
        QTest.mousePress(page.map, RIGHT, NONE, start)
        QTest.mouseMove(page.map, start + QPoint(30, 30))
        QTest.mouseMove(page.map, start + QPoint(60, 30))
        QTest.mouseRelease(page.map, RIGHT, NONE, start + QPoint(60, 30))
    assert page.map.placement != before


def test_a_greyed_row_says_why_and_leaves_the_key_alive(page: Page) -> None:
    actions = {each.objectName(): each for each in actions_of(page.page)}
    menu = QMenu(page.page)
    fill(menu, actions, ("draw.align-left",))
    row = menu.actions()[0]
    assert not row.isEnabled()
    assert row.toolTip() == "2 cards or more must be chosen."
    assert actions["draw.align-left"].isEnabled()
