from collections.abc import Iterator
from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from blackstart.core.base.ids import ComponentId, ZoneId
from blackstart.core.drawing.arrange import arrange
from blackstart.core.drawing.route import route
from blackstart.core.exercise.files import read_drill
from blackstart.core.topology.model import Component, Purpose, Topology, Zone
from blackstart.shell.draw.layout import Laid, meanwhile
from blackstart.shell.draw.presenter import DrawPresenter
from blackstart.shell.draw.selection import Selection
from blackstart.shell.support.look import Look
from tests.shell.draw.presenters import draw_presenter

A, B, C = (ComponentId(name) for name in "abc")
FILE = """\
blackstart: 1
id: three
title: Three
topology:
  components:
    - {id: a}
    - {id: b, users: 5, needs: [{on: a}]}
    - {id: c, needs: [{on: b}]}
"""


@pytest.fixture
def draw(look: Look) -> Iterator[DrawPresenter]:
    presenter = draw_presenter(look)
    document = presenter.document
    loaded = read_drill(FILE)
    document.open(loaded, None)
    presenter.open(route(loaded.drill.topology, arrange(loaded.drill.topology)))
    presenter.show()
    yield presenter
    presenter.stop()
    presenter.document.close()


def final(laid: Laid) -> bool:
    return laid.is_final


def test_what_is_added_is_chosen_and_drawn_where_it_was_put(qtbot: QtBot, draw: DrawPresenter) -> None:
    with qtbot.waitSignal(draw.laid, check_params_cb=final):
        assert draw.do(lambda hand: hand.add("hall", "Hall", (900.0, 40.0)))
    assert draw.selection.components == ("hall",)
    assert draw.layout.drawing.arrangement.cards[ComponentId("hall")][:2] == (900.0, 40.0)
    assert draw.document.history.undoText() == "Add Hall"


def test_an_edit_is_shown_at_once_and_routed_after_it(qtbot: QtBot, draw: DrawPresenter) -> None:
    told: list[Laid] = []
    draw.laid.connect(told.append)
    draw.do(lambda hand: hand.move({B: (700.0, 300.0)}))
    (first,) = told
    assert first.drawing.arrangement.cards[B][:2] == (700.0, 300.0)
    assert not first.is_final
    qtbot.waitUntil(lambda: told[-1].is_final)
    assert len(told[-1].drawing.lines) == 2


def test_what_nobody_touched_stays_where_it_was(qtbot: QtBot, draw: DrawPresenter) -> None:
    before = dict(draw.layout.drawing.arrangement.cards)
    with qtbot.waitSignal(draw.laid, check_params_cb=final):
        draw.do(lambda hand: hand.add("hall", "Hall"))
    after = draw.layout.drawing.arrangement.cards
    assert {id_: after[id_] for id_ in before} == before


def test_a_wish_that_cannot_be_is_refused_with_the_reason(qtbot: QtBot, draw: DrawPresenter) -> None:
    with qtbot.waitSignal(draw.refused) as told:
        assert not draw.do(lambda hand: hand.connect(A, B, Purpose.RUN))
    assert "already" in told.args[0]
    assert not draw.document.history.canUndo()


def test_what_is_deleted_is_chosen_no_more(draw: DrawPresenter) -> None:
    draw.select(Selection((A, B)))
    draw.do(lambda hand: hand.remove([B]))
    assert draw.selection == Selection((A,))


def test_weak_points_follow_the_edits(qtbot: QtBot, draw: DrawPresenter) -> None:
    with qtbot.waitSignal(draw.weak_points_shown, check_params_cb=lambda points: points is not None):
        pass
    told: list[object] = []
    draw.weak_points_shown.connect(told.append)
    draw.do(lambda hand: hand.remove([A]))
    assert told[0] is None
    qtbot.waitUntil(lambda: told[-1] is not None)


def test_meanwhile_only_lines_that_nothing_touched_are_drawn(draw: DrawPresenter) -> None:
    before = draw.document.topology
    drawing = draw.layout.drawing
    draw.do(lambda hand: hand.move({A: (900.0, 900.0)}))
    shown = meanwhile(drawing, before, draw.document.topology)
    assert [(line.supplier, line.component) for line in shown.lines] == [(B, C)]


def test_nothing_is_worked_out_for_a_map_that_nobody_sees(qtbot: QtBot, look: Look) -> None:
    presenter = draw_presenter(look)
    loaded = read_drill(FILE)
    presenter.document.open(loaded, None)
    with qtbot.assertNotEmitted(presenter.weak_points_shown, wait=250):
        presenter.open(route(loaded.drill.topology, arrange(loaded.drill.topology)))
    with qtbot.waitSignal(presenter.weak_points_shown, check_params_cb=lambda points: points is not None):
        presenter.show()
    presenter.stop()
    presenter.document.close()


def test_meanwhile_a_value_that_moves_nothing_leaves_every_line(draw: DrawPresenter) -> None:
    before, drawing = draw.document.topology, draw.layout.drawing
    draw.do(lambda hand: hand.rename(B, "Login"))
    assert meanwhile(drawing, before, draw.document.topology).lines == drawing.lines


def test_meanwhile_a_zone_goes_along_with_its_cards_if_all_of_them_move_alike() -> None:
    room, rack = ZoneId("room"), ZoneId("rack")
    placed = (
        Component(A, at=(0.0, 0.0), zone=room),
        Component(B, at=(200.0, 0.0), zone=rack),
        Component(C, at=(400.0, 0.0)),
    )
    before = Topology(zones=(Zone(room), Zone(rack, inside=room)), components=placed)
    drawing = route(before, arrange(before))

    def frames(**by: float) -> dict[ZoneId, float]:
        """How far to the right frames went, with cards that went so far."""
        moved = tuple(replace(each, at=((each.at or (0.0, 0.0))[0] + by.get(each.id, 0.0), 0.0)) for each in placed)
        after = meanwhile(drawing, before, replace(before, components=moved)).arrangement.zones
        return {zone: after[zone][0] - drawing.arrangement.zones[zone][0] for zone in after}

    assert frames(a=7.3, b=7.3) == pytest.approx({room: 7.3, rack: 7.3})
    assert frames(b=7.3) == pytest.approx({room: 0.0, rack: 7.3})
    assert frames(c=7.3) == pytest.approx({room: 0.0, rack: 0.0})
