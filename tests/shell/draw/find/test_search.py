from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from blackstart.core.base.ids import ComponentId, ZoneId
from blackstart.core.drawing.arrange import arrange
from blackstart.core.drawing.route import route
from blackstart.core.exercise.files import read_drill
from blackstart.shell.draw.find.matches import matches
from blackstart.shell.draw.selection import Selection
from blackstart.shell.draw.workspace import DrawWorkspace
from blackstart.shell.support.look import Look
from tests.shell.draw.presenters import draw_presenter

HALL_A, HALL_B, SHOP = (ComponentId(name) for name in ("hall-a", "hall-b", "shop"))
LOADED = read_drill(
    """\
blackstart: 1
id: three
title: Three
topology:
  zones: [{id: yard, name: The hall yard}]
  components:
    - {id: shop, name: {en: Shop, ko: 상점}, at: [0, 0]}
    - {id: hall-b, name: Old hall, at: [4000, 3000]}
    - {id: hall-a, name: Hall A, at: [300, 0], zone: yard}
"""
)


@pytest.fixture
def page(qtbot: QtBot, look: Look) -> Iterator[DrawWorkspace]:
    presenter = draw_presenter(look)
    made = DrawWorkspace(presenter, look)
    qtbot.addWidget(made)
    presenter.document.open(LOADED, None)
    presenter.open(route(LOADED.drill.topology, arrange(LOADED.drill.topology)))
    made.resize(1200, 800)
    made.show()
    made.search.open()
    yield made
    presenter.stop()


def chosen(page: DrawWorkspace) -> Selection:
    return page.map.easel.selection


def test_what_begins_with_the_letters_comes_first_and_zones_are_found_too() -> None:
    found = matches(LOADED.drill.topology, "HALL", "en")
    assert found == (Selection((HALL_A,)), Selection((HALL_B,)), Selection(zone=ZoneId("yard")))


def test_a_name_is_found_in_any_of_its_languages_and_by_every_word_typed() -> None:
    assert matches(LOADED.drill.topology, "상점", "en") == (Selection((SHOP,)),)
    assert matches(LOADED.drill.topology, "hall ol", "en") == (Selection((HALL_B,)),)
    assert matches(LOADED.drill.topology, " ", "en") == ()


def test_typing_chooses_the_first_and_brings_it_to_the_middle(page: DrawWorkspace) -> None:
    QTest.keyClicks(page.search.field.line, "old")
    assert chosen(page) == Selection((HALL_B,))
    middle = page.map.place_of(HALL_B).center() - page.map.rect().toRectF().center()
    assert middle.manhattanLength() < 2
    assert page.map.placement.scale >= 0.75
    assert page.search.field.count.text() == "1 of 1"


def test_enter_and_f3_go_on_and_round(page: DrawWorkspace) -> None:
    line = page.search.field.line
    QTest.keyClicks(line, "hall")
    assert page.search.field.count.text() == "1 of 3"
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert chosen(page) == Selection((HALL_B,))
    QTest.keyClick(line, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(line, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert chosen(page) == Selection(zone=ZoneId("yard"))
    page.search.next()
    assert chosen(page) == Selection((HALL_A,))


def test_what_is_nowhere_is_said_and_what_was_chosen_stays(page: DrawWorkspace) -> None:
    QTest.keyClicks(page.search.field.line, "shopx")
    assert page.search.field.count.text() == "Nothing"
    assert chosen(page) == Selection((SHOP,))


def test_escape_goes_back_to_the_map_and_the_search_can_go_on_there(page: DrawWorkspace) -> None:
    QTest.keyClicks(page.search.field.line, "hall")
    QTest.keyClick(page.search.field.line, Qt.Key.Key_Escape)
    assert not page.search.field.isVisible()
    page.search.next()
    assert chosen(page) == Selection((HALL_B,))
    assert not page.search.field.isVisible()


def test_what_was_found_stays_in_the_middle_and_keys_go_on_from_there(page: DrawWorkspace) -> None:
    QTest.keyClicks(page.search.field.line, "old")
    found = page.map.placement
    QTest.keyClick(page.search.field.line, Qt.Key.Key_Escape)
    assert page.map.hasFocus()
    assert page.map.placement == found
    assert page.map.overlay.walk.at == HALL_B


def test_what_has_gone_is_found_no_more(page: DrawWorkspace) -> None:
    QTest.keyClicks(page.search.field.line, "hall")
    page._presenter.do(lambda hand: hand.remove([HALL_A]))
    assert page.search.field.count.text() == "0 of 2"
    QTest.keyClick(page.search.field.line, Qt.Key.Key_Return)
    assert chosen(page) == Selection((HALL_B,))
