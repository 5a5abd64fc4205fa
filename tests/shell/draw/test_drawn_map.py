from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

import pytest
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from blackstart.core.base.ids import ComponentId, ZoneId
from blackstart.core.drawing.arrange import arrange
from blackstart.core.drawing.model import Line
from blackstart.core.drawing.route import route
from blackstart.core.exercise.files import read_drill
from blackstart.core.topology.edits import AddZone, ChangeZone, Several
from blackstart.core.topology.model import Box, Need, Purpose, Zone
from blackstart.shell.canvas.geometry import fitted
from blackstart.shell.canvas.movable import FITTED_AT_MOST
from blackstart.shell.document.document import Document
from blackstart.shell.draw.bending import pinned_pieces
from blackstart.shell.draw.presenter import DrawPresenter
from blackstart.shell.draw.selection import Selection
from blackstart.shell.draw.workspace import DrawWorkspace
from blackstart.shell.support.look import Look
from blackstart.shell.support.theme import SPACE_28
from tests.shell.draw.presenters import draw_presenter

A, B, C, D = (ComponentId(name) for name in "abcd")
LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
FILE = """\
blackstart: 1
id: four
title: Four
topology:
  zones: [{id: room, name: Room}]
  components:
    - {id: a, at: [0, 0]}
    - {id: b, at: [300, 0], users: 5, needs: [{on: a}]}
    - {id: c, at: [300, 200]}
    - {id: d, at: [700, 200], zone: room, needs: [{on: [a, c]}]}
"""


class Hands:
    """Somebody with a mouse on Draw's page; places are of the canvas."""

    def __init__(self, qtbot: QtBot, page: DrawWorkspace, presenter: DrawPresenter) -> None:
        self.page, self.presenter, self.map = page, presenter, page.map
        self._qtbot = qtbot

    @property
    def document(self) -> Document:
        return self.presenter.document

    def at(self, component: ComponentId, dx: float = 0, dy: float = 0) -> QPointF:
        x, y, width, height = self.map.easel.drawing.arrangement.cards[component]
        return QPointF(x + width / 2 + dx, y + height / 2 + dy)

    def drag(self, start: QPointF, end: QPointF, keys: Qt.KeyboardModifier = NONE, *, drops: bool = True) -> None:
        view = self.map.placement.transform()
        first, last = view.map(start).toPoint(), view.map(end).toPoint()
        QTest.mouseMove(self.map, first)
        QTest.mousePress(self.map, LEFT, keys, first)
        for step in range(1, 6):
            QTest.mouseMove(self.map, first + (last - first) * step / 5)
        if drops:
            QTest.mouseRelease(self.map, LEFT, keys, last)

    def click(self, at: QPointF, keys: Qt.KeyboardModifier = NONE) -> None:
        QTest.mouseClick(self.map, LEFT, keys, self.map.placement.transform().map(at).toPoint())

    def place(self, component: ComponentId) -> tuple[float, float] | None:
        return self.document.topology.component(component).at


@pytest.fixture
def hands(qtbot: QtBot, look: Look) -> Iterator[Hands]:
    presenter = draw_presenter(look)
    page = DrawWorkspace(presenter, look)
    qtbot.addWidget(page)
    page.resize(1400, 900)
    page.show()
    loaded = read_drill(FILE)
    presenter.document.open(loaded, None)
    presenter.open(route(loaded.drill.topology, arrange(loaded.drill.topology)))
    qtbot.waitUntil(lambda: page.map.easel.plan is not None)
    yield Hands(qtbot, page, presenter)
    presenter.stop()
    presenter.document.close()


def test_a_dragged_card_goes_onto_the_grid_and_is_taken_back_as_one_step(hands: Hands) -> None:
    hands.drag(hands.at(C), hands.at(C, 0, 208))
    assert hands.place(C) == (300.0, 400.0)
    assert hands.document.history.undoText() == "Move c"
    hands.document.history.undo()
    assert hands.place(C) == (300.0, 200.0)


def test_lines_ride_along_from_the_first_drag_on(hands: Hands) -> None:
    plan = hands.map.easel.plan
    assert plan is not None
    assert plan.drawing is hands.map.easel.drawing
    assert plan.courses is not None


def test_alt_ignores_the_grid(hands: Hands) -> None:
    hands.drag(hands.at(C), hands.at(C, 13, 207), Qt.KeyboardModifier.AltModifier)
    x, y = hands.place(C) or (0, 0)
    assert (abs(x - 313), abs(y - 407)) < (2, 2)
    assert x % 20 != 0


def test_escape_leaves_a_dragged_card_where_it_was(hands: Hands) -> None:
    hands.drag(hands.at(C), hands.at(C, 100, 100), drops=False)
    assert hands.map.is_busy
    QTest.keyClick(hands.map, Qt.Key.Key_Escape)
    assert not hands.map.is_busy
    assert hands.place(C) == (300.0, 200.0)
    assert not hands.document.history.canUndo()


def test_control_at_the_press_drags_copies(hands: Hands) -> None:
    hands.click(hands.at(B))
    hands.drag(hands.at(B), hands.at(B, 0, 400), Qt.KeyboardModifier.ControlModifier)
    made = hands.presenter.selection.current
    assert made == "b-2"
    assert hands.document.topology.component(made).needs == (Need((A,)),)
    assert hands.place(B) == (300.0, 0.0)


def test_a_band_chooses_what_it_touches_and_shift_adds(hands: Hands) -> None:
    hands.drag(QPointF(290, -10), QPointF(460, 270))
    assert set(hands.presenter.selection.components) == {B, C}
    hands.drag(QPointF(-10, -10), QPointF(20, 20), Qt.KeyboardModifier.ShiftModifier)
    assert set(hands.presenter.selection.components) == {A, B, C}


def test_a_click_beside_everything_lets_go(hands: Hands) -> None:
    hands.click(hands.at(B))
    assert hands.presenter.selection == Selection((B,))
    hands.click(QPointF(200, 160))
    assert hands.presenter.selection.is_empty


def test_several_chosen_cards_are_dragged_together(hands: Hands) -> None:
    hands.drag(QPointF(290, -10), QPointF(460, 270))
    hands.drag(hands.at(B), hands.at(B, 0, 300))
    assert (hands.place(B), hands.place(C)) == ((300.0, 300.0), (300.0, 500.0))
    assert hands.document.history.undoText() == "Move 2 components"


def test_a_line_drawn_from_a_handle_to_a_card_is_a_need_of_the_chosen_purpose(hands: Hands) -> None:
    hands.presenter.choose_purpose(Purpose.START)
    hands.click(hands.at(C))
    hands.drag(hands.at(C, 70, 0), hands.at(B))
    assert hands.document.topology.component(B).needs[-1] == Need((C,), purpose=Purpose.START)


@pytest.mark.parametrize("reach_px", [-6, 6])  # from the border, inwards or outwards
def test_a_handle_of_a_card_that_is_pointed_at_is_grabbed_by_either_half(hands: Hands, reach_px: int) -> None:
    view = hands.map.placement.transform()
    QTest.mouseMove(hands.map, view.map(hands.at(C, 40, 0)).toPoint())
    grip = hands.at(C, 70 + reach_px / hands.map.placement.scale, 0)
    hands.drag(grip, hands.at(B))
    assert hands.document.topology.component(B).needs[-1] == Need((C,))


def test_a_line_drawn_to_a_group_joins_it(hands: Hands) -> None:
    hands.click(hands.at(B))
    gate = hands.map.easel.drawing.arrangement.gates[(D, 0)]
    hands.drag(hands.at(B, 70, 0), QPointF(gate[0] + gate[2] / 2, gate[1] + gate[3] / 2))
    assert hands.document.topology.component(D).needs[0].on == (A, C, B)


def test_a_refused_connection_says_why(qtbot: QtBot, hands: Hands) -> None:
    hands.click(hands.at(A))
    with qtbot.waitSignal(hands.presenter.refused) as told:
        hands.drag(hands.at(A, 70, 0), hands.at(B))
    assert "already" in told.args[0]


def test_a_card_dropped_into_a_zone_lies_there_and_dropped_outside_it_does_not(hands: Hands) -> None:
    hands.drag(hands.at(C), hands.at(D, 0, -20))
    assert hands.document.topology.component(C).zone == "room"
    hands.drag(hands.at(C), QPointF(370, 500))
    assert hands.document.topology.component(C).zone is None


def test_a_locked_card_stays(hands: Hands) -> None:
    hands.presenter.do(lambda hand: hand.lock([C], is_locked=True))
    hands.drag(hands.at(C), hands.at(C, 0, 200))
    assert hands.place(C) == (300.0, 200.0)


def test_a_zone_is_dragged_by_its_name_with_what_is_in_it(hands: Hands) -> None:
    x, y, _, _ = hands.map.easel.drawing.arrangement.zones[hands.document.topology.zones[0].id]
    hands.drag(QPointF(x + 30, y + 15), QPointF(x + 30, y + 115))
    assert hands.place(D) == (700.0, 300.0)


@pytest.mark.parametrize(
    ("chosen", "seen"),
    [
        (Selection((A,)), {A, B, C, D}),  # B and D need it, D by a group with C, which is in between
        (Selection((B,)), {A, B}),
        (Selection((B, C)), {B, C}),
        (Selection(zone=ZoneId("room")), {D}),
        (Selection(need=(D, 0)), {A, C, D, B}),
    ],
)
def test_fitting_shows_whole_what_is_chosen_and_what_one_card_is_joined_to(
    qtbot: QtBot, hands: Hands, chosen: Selection, seen: set[ComponentId]
) -> None:
    hands.presenter.select(chosen)
    hands.map.fit_chosen_or_all()
    box = hands.map.easel.chosen_box()
    assert box is not None
    around = QRectF(*box)
    assert {
        id_ for id_ in (A, B, C, D) if around.contains(QRectF(*hands.map.easel.drawing.arrangement.cards[id_]))
    } == seen
    wanted = fitted(box, QRectF(hands.map.rect()), SPACE_28, most=FITTED_AT_MOST)
    qtbot.waitUntil(lambda: hands.map.placement == wanted)


def routed_to_the_end(qtbot: QtBot, hands: Hands) -> None:
    def is_routed() -> bool:
        plan = hands.map.easel.plan
        return plan is not None and plan.drawing is hands.map.easel.drawing

    qtbot.waitUntil(is_routed)


def zone_of(hands: Hands, name: str) -> Zone:
    return next(zone for zone in hands.document.topology.zones if zone.id == name)


def frame_of(hands: Hands, name: str) -> Box:
    arrangement = arrange(hands.document.topology)
    return arrangement.zones[ZoneId(name)]


def drag_zone(hands: Hands, name: str, dx: float, dy: float) -> None:
    x, y, _, _ = hands.map.easel.drawing.arrangement.zones[ZoneId(name)]
    hands.drag(QPointF(x + 30, y + 15), QPointF(x + 30 + dx, y + 15 + dy))


def test_a_drawn_zone_keeps_its_size_when_it_is_dragged_and_goes_back_in_one_step(hands: Hands) -> None:
    hands.presenter.do(lambda hand: hand.change_zone(replace(zone_of(hands, "room"), box=(640.0, 140.0, 260.0, 200.0))))
    before = hands.document.topology
    drag_zone(hands, "room", 0, 200)
    assert frame_of(hands, "room") == (640.0, 340.0, 260.0, 200.0)
    assert hands.document.history.undoText() == "Move zone Room"
    hands.document.history.undo()
    assert hands.document.topology == before


def test_an_empty_zone_can_be_dragged(hands: Hands) -> None:
    hands.presenter.do(lambda hand: hand.remove([D]))
    hands.presenter.do(lambda hand: hand.change_zone(replace(zone_of(hands, "room"), box=(640.0, 140.0, 260.0, 200.0))))
    drag_zone(hands, "room", -40, 200)
    assert frame_of(hands, "room") == (600.0, 340.0, 260.0, 200.0)


def test_zones_in_a_dragged_zone_go_along(hands: Hands) -> None:
    room = zone_of(hands, "room")
    inner = Zone(ZoneId("rack"), inside=room.id, box=(680.0, 160.0, 180.0, 120.0))
    outer = replace(room, box=(640.0, 120.0, 260.0, 240.0))
    hands.document.edit(Several((ChangeZone(outer), AddZone(inner))), "Draw a zone", "")
    drag_zone(hands, "room", 0, 200)
    assert zone_of(hands, "rack").box == (680.0, 360.0, 180.0, 120.0)
    assert zone_of(hands, "rack").inside == "room"


def test_a_zone_dropped_in_another_lies_in_it_and_dropped_outside_it_does_not(qtbot: QtBot, hands: Hands) -> None:
    hands.document.edit(AddZone(Zone(ZoneId("house"), box=(560.0, 400.0, 400.0, 300.0))), "Draw a zone", "")
    routed_to_the_end(qtbot, hands)
    drag_zone(hands, "room", 0, 320)
    routed_to_the_end(qtbot, hands)
    assert zone_of(hands, "room").inside == "house"
    drag_zone(hands, "room", 0, -320)
    assert zone_of(hands, "room").inside is None


def line_between(hands: Hands, supplier: ComponentId, component: ComponentId) -> Line:
    lines = hands.map.easel.drawing.lines
    return next(line for line in lines if (line.supplier, line.component) == (supplier, component))


def upright_of(line: Line) -> QPointF:
    """The middle of its first upright piece."""
    (x, y), (_, to_y) = next(pair for pair in pairwise(line.points) if pair[0][0] == pair[1][0])
    return QPointF(x, (y + to_y) / 2)


@pytest.fixture
def bent(qtbot: QtBot, hands: Hands) -> Line:
    """The line from a to c, of which a piece in the channel was chosen and dragged aside."""
    hands.presenter.do(lambda hand: hand.connect(A, C, Purpose.RUN))
    routed_to_the_end(qtbot, hands)
    at = upright_of(line_between(hands, A, C))
    hands.click(at)
    assert hands.presenter.selection.need == (C, 0)
    hands.drag(at, at + QPointF(16, 0))
    routed_to_the_end(qtbot, hands)
    return line_between(hands, A, C)


def test_a_click_on_a_line_chooses_its_need(hands: Hands) -> None:
    line = line_between(hands, A, B)
    hands.click(QPointF(*line.points[0]) + QPointF(80, 0))
    assert hands.presenter.selection == Selection(need=(B, 0))


def test_a_line_that_is_not_painted_from_so_far_is_not_chosen(hands: Hands) -> None:
    line = line_between(hands, A, B)
    placement = hands.map.placement
    hands.map._place(placement.zoomed(0.2 / placement.scale, hands.map.rect().center().toPointF()))
    assert hands.map.placement.scale == pytest.approx(0.2)
    hands.click(QPointF(*line.points[0]) + QPointF(80, 0))
    assert hands.presenter.selection.is_empty


def test_a_piece_of_a_chosen_line_is_pinned_where_it_is_dragged_and_goes_back_in_one_step(
    qtbot: QtBot, hands: Hands, bent: Line
) -> None:
    (bend,) = hands.document.topology.component(C).needs[0].bends
    ((x, _),) = bend.points
    assert bend.supplier == A
    assert upright_of(bent).x() == x
    assert [piece.middle for piece in pinned_pieces(hands.map.easel)] == [upright_of(bent)]
    assert hands.document.history.undoText() == "Pin a line to c"
    hands.document.history.undo()
    assert hands.document.topology.component(C).needs[0].bends == ()


def test_escape_leaves_a_dragged_piece_where_it_was(hands: Hands, bent: Line) -> None:
    before = hands.document.topology
    hands.drag(upright_of(bent), upright_of(bent) - QPointF(20, 0), drops=False)
    QTest.keyClick(hands.map, Qt.Key.Key_Escape)
    assert hands.document.topology is before


def test_a_double_click_on_a_pin_takes_it_away(hands: Hands, bent: Line) -> None:
    at = hands.map.placement.transform().map(upright_of(bent)).toPoint()
    QTest.mouseDClick(hands.map, LEFT, NONE, at)
    assert hands.document.topology.component(C).needs[0].bends == ()
    assert hands.document.history.undoText() == "Unpin a line to c"


def test_the_lines_of_a_chosen_need_are_locked_and_unlocked_as_cards_are(hands: Hands, bent: Line) -> None:
    lock = next(each for each in hands.page.actions() if each.objectName() == "draw.lock")
    lock.trigger()
    assert hands.document.topology.component(C).needs[0].bends == ()
    lock.trigger()
    assert hands.document.topology.component(C).needs[0].bends[0].points != ()
    assert hands.page.chosen.is_locked


def test_keys_move_the_pins_of_a_chosen_need_and_several_steps_are_one(qtbot: QtBot, hands: Hands, bent: Line) -> None:
    before = hands.document.topology
    ((x, y),) = before.component(C).needs[0].bends[0].points
    nudge = next(each for each in hands.page.actions() if each.objectName() == "draw.shift-left")
    nudge.trigger()
    routed_to_the_end(qtbot, hands)
    nudge.trigger()
    assert hands.document.topology.component(C).needs[0].bends[0].points == ((x - 2, y),)
    hands.document.history.undo()
    assert hands.document.topology == before


def test_a_piece_dragged_again_unpins_what_held_its_trunk_there_before(qtbot: QtBot, hands: Hands, bent: Line) -> None:
    other = line_between(hands, A, D)
    assert upright_of(other).x() == upright_of(bent).x()
    hands.presenter.select(Selection(need=(D, 0)))
    hands.drag(upright_of(other), upright_of(other) - QPointF(10, 0))
    routed_to_the_end(qtbot, hands)
    assert hands.document.topology.component(C).needs[0].bends == ()
    assert upright_of(line_between(hands, A, D)).x() == upright_of(bent).x() - 10


def test_a_double_click_beside_everything_asks_what_is_to_be_there(qtbot: QtBot, hands: Hands) -> None:
    with qtbot.waitSignal(hands.page.wishes.add_wished) as told:
        at = hands.map.placement.transform().map(QPointF(200, 160)).toPoint()
        QTest.mouseDClick(hands.map, LEFT, NONE, at)
    assert told.args[1] is None
