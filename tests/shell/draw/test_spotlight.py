import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from blackstart.core.analysis.weakness import Weakness, WeakPoint
from blackstart.core.base.ids import ComponentId
from blackstart.core.drawing.arrange import arrange
from blackstart.core.drawing.route import route
from blackstart.core.exercise.files import read_drill
from blackstart.shell.draw.selection import Selection
from blackstart.shell.draw.workspace import DrawWorkspace
from blackstart.shell.support.look import Look
from tests.shell.draw.presenters import draw_presenter

A, B, C = (ComponentId(name) for name in "abc")
FILE = """\
blackstart: 1
id: three
title: Three
topology:
  components:
    - {id: a, at: [0, 0]}
    - {id: b, at: [300, 0], users: 5, needs: [{on: a}]}
    - {id: c, at: [9000, 0]}
"""
POINT = WeakPoint(Weakness.SINGLE, (A,), frozenset({A, B}), users=5, falls=1)


@pytest.fixture
def page(qtbot: QtBot, look: Look) -> DrawWorkspace:
    presenter = draw_presenter(look)
    made = DrawWorkspace(presenter, look)
    qtbot.addWidget(made)
    loaded = read_drill(FILE)
    presenter.document.open(loaded, None)
    presenter.open(route(loaded.drill.topology, arrange(loaded.drill.topology)))
    made.resize(1200, 800)
    made.show()
    presenter.stop()  # nothing is looked for: the panel keeps what it is given
    presenter.weak_points_shown.emit((POINT,))
    made.weak.table.setCurrentIndex(made.weak.model.index(0, 0))
    return made


def lit(page: DrawWorkspace) -> frozenset[ComponentId]:
    light = page.map.overlay.light.lit
    return light.near if light is not None else frozenset()


def test_the_row_that_is_chosen_is_lit_on_the_map_with_its_lines(page: DrawWorkspace) -> None:
    assert lit(page) == {A, B}
    light = page.map.overlay.light.lit
    assert light is not None
    assert [page.map.easel.drawing.lines[each].supplier for each in light.lines] == [A]


def test_escape_on_the_map_puts_it_out_and_lets_go_of_the_row(page: DrawWorkspace) -> None:
    QTest.keyClick(page.map, Qt.Key.Key_Escape)
    assert not lit(page)
    assert not page.weak.table.currentIndex().isValid()


def test_escape_in_the_panel_puts_it_out(page: DrawWorkspace) -> None:
    QTest.keyClick(page.weak.table, Qt.Key.Key_Escape)
    assert not lit(page)


def test_choosing_a_component_puts_it_out(page: DrawWorkspace) -> None:
    page.wishes.select(Selection((C,)))
    assert not lit(page)


def test_enter_on_a_row_brings_it_into_view(page: DrawWorkspace) -> None:
    before = page.map.placement.scale
    QTest.keyClick(page.weak.table, Qt.Key.Key_Return)
    assert page.map.placement.scale > before
    for each in (A, B):
        assert page.map.rect().contains(page.map.place_of(each).toRect())


def test_weak_points_fold_where_they_would_leave_no_map_until_somebody_unfolds_them(
    page: DrawWorkspace, look: Look
) -> None:
    assert not page.weak.is_folded
    page.resize(1200, 540)
    assert page.weak.is_folded
    page.fold_weak_points()
    page.resize(1200, 530)
    assert not page.weak.is_folded
