from collections.abc import Iterator

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from blackstart.core.base.ids import ZoneId
from blackstart.core.topology.kinds import KINDS
from blackstart.shell.draw import kind_button
from blackstart.shell.draw.kind_button import KindButton, kind_data, kind_in
from blackstart.shell.draw.palette import Palette
from blackstart.shell.support.look import Look
from blackstart.shell.support.stylesheet import stylesheet
from tests.shell.draw.drawing_page import Page, drawing_page

ENTER, ESCAPE = Qt.Key.Key_Return, Qt.Key.Key_Escape


@pytest.fixture
def page(qtbot: QtBot, look: Look) -> Iterator[Page]:
    with drawing_page(qtbot, look) as made:
        yield made


@pytest.fixture
def palette(qtbot: QtBot, look: Look) -> Palette:
    made = Palette(look)
    qtbot.addWidget(made)
    made.resize(made.width(), 800)
    made.show()
    return made


def shown(palette: Palette) -> list[str]:
    return [each.kind for each in palette.buttons if each.isVisible()]


def focus() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def drop(page: Page, data: QMimeData, x: float, y: float) -> None:
    at = page.view_point(x, y)
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(page.map, QDragEnterEvent(at.toPoint(), copy, data, left, none))
    QApplication.sendEvent(page.map, QDropEvent(at, copy, data, left, none))


def test_every_kind_is_in_the_palette_once(palette: Palette) -> None:
    assert sorted(shown(palette)) == sorted(KINDS)


def test_typing_leaves_what_is_meant_and_enter_takes_the_first(palette: Palette, qtbot: QtBot) -> None:
    palette.begin()
    with qtbot.waitSignal(palette.kind_wished) as wished:
        palette.field.setText("발전")  # QTest can type nothing but ASCII
        QTest.keyClick(palette.field, ENTER)
    assert wished.args == ["generator"]
    assert shown(palette) == ["generator"]
    QTest.keyClick(palette.field, ESCAPE)
    assert len(shown(palette)) == len(KINDS)


def test_what_no_kind_is_called_says_so(palette: Palette) -> None:
    QTest.keyClicks(palette.field, "xyzzy")
    assert shown(palette) == []
    assert palette.nothing.isVisible()


def test_tab_stops_once_among_the_kinds_and_arrows_go_on(palette: Palette) -> None:
    assert [each.kind for each in palette.buttons if each.focusPolicy() != Qt.FocusPolicy.NoFocus] == ["site"]
    palette.begin()
    QTest.keyClick(palette.field, Qt.Key.Key_Down)
    walked = []
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Left):
        QTest.keyClick(focus(), key)
        button = focus()
        assert isinstance(button, KindButton)
        walked.append(button.kind)
    assert walked == ["power", "ups", "cooling", "ups"]
    for _ in range(2):
        QTest.keyClick(focus(), Qt.Key.Key_Up)
    QTest.keyClick(focus(), Qt.Key.Key_Up)
    assert QApplication.focusWidget() is palette.field


@pytest.mark.parametrize("language", ["en", "ko"])
@pytest.mark.parametrize("size", [100, 125, 150, 200])
def test_every_name_has_room_in_its_button(qtbot: QtBot, look: Look, language: str, size: int) -> None:
    look.set_language(language)
    look.set_text_size(size)
    palette = Palette(look)
    palette.setStyleSheet(stylesheet(look.theme, size))
    qtbot.addWidget(palette)
    palette.resize(palette.width(), 1200)
    palette.show()
    palette.show_found("")
    assert [each.accessibleName() for each in palette.buttons if each.is_cut] == []
    right = palette.width()
    assert all(each.mapTo(palette, each.rect().topRight()).x() < right for each in palette.buttons)


def test_a_click_puts_one_in_the_middle_and_asks_for_its_name(page: Page) -> None:
    button = next(each for each in page.page.palette_column.buttons if each.kind == "database")
    button.click()
    page.type("Ledger", ENTER)
    made = page.named("Ledger")
    assert made.kind == "database"
    assert made.restart == KINDS["database"].usual.restart
    assert page.map.rect().contains(page.map.place_of(made.id).center().toPoint())


def test_escape_at_the_name_leaves_it_called_as_its_kind(page: Page) -> None:
    page.page.in_place.add_kind("database")
    page.type("", ESCAPE)
    assert page.named("Database").kind == "database"


def test_a_dropped_kind_lies_where_it_was_dropped_in_the_zone_there(page: Page) -> None:
    x, y, width, height = page.map.easel.drawing.arrangement.zones[ZoneId("room")]
    drop(page, kind_data("sensor"), x + width / 2, y + height - 10)
    page.type("", ESCAPE)
    made = page.named("Sensor")
    assert made.zone == "room"
    assert made.at is not None
    assert made.at[0] <= x + width / 2 <= made.at[0] + 140


def test_what_is_no_kind_is_left_to_others(page: Page) -> None:
    data = QMimeData()
    data.setText("a letter")
    before = page.topology
    drop(page, data, 0, 0)
    assert page.topology is before
    assert kind_in(data) is None


def test_a_drag_begins_only_after_some_way(palette: Palette, monkeypatch: pytest.MonkeyPatch) -> None:
    dragged = []
    monkeypatch.setattr(KindButton, "_drag", lambda button: dragged.append(button.kind))
    button = palette.buttons[0]
    none, left = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
    QTest.mousePress(button, left, none, QPointF(5, 5).toPoint())
    QTest.mouseMove(button, QPointF(6, 6).toPoint())
    assert dragged == []
    QTest.mouseMove(button, QPointF(60, 20).toPoint())
    assert dragged == ["site"]


def test_the_picture_that_is_dragged_is_the_card_as_it_will_lie(
    palette: Palette, monkeypatch: pytest.MonkeyPatch
) -> None:
    faces = []
    monkeypatch.setattr(kind_button, "draw_card", lambda _painter, _box, face, *_rest: faces.append(face))
    picture = palette.buttons[0]._picture()
    assert picture.deviceIndependentSize().width() == pytest.approx(144)
    assert faces[0].is_plan
    assert faces[0].icon == "site"


def test_the_palette_is_folded_by_its_key_and_stays_so(page: Page) -> None:
    assert page.page.palette_column.isVisible()
    page.do("draw.palette")
    assert not page.page.palette_column.isVisible()
    page.page.resize(1500, 900)
    assert not page.page.palette_column.isVisible()
    page.do("draw.kinds")
    assert page.page.palette_column.isVisible()
    assert page.page.palette_column.field.hasFocus()


def test_a_dropped_kind_and_its_name_are_taken_back_in_one_step(page: Page) -> None:
    before = page.topology
    drop(page, kind_data("database"), 600, 600)
    page.type("Ledger", ENTER)
    made = page.named("Ledger")
    assert (made.id, made.kind) == ("ledger", "database")
    assert page.presenter.selection.current == made.id
    assert page.presenter.document.history.undoText() == "Add Ledger"
    page.do("draw.undo")
    assert page.topology == before
    page.do("draw.redo")
    assert page.named("Ledger") == made


def test_a_later_name_of_a_dropped_kind_is_a_step_of_its_own(page: Page) -> None:
    drop(page, kind_data("database"), 600, 600)
    page.type("", ESCAPE)
    page.do("draw.rename")
    page.type("Ledger", ENTER)
    page.do("draw.undo")
    assert page.names[-1] == "Database"
