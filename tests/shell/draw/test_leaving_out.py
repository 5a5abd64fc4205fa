"""A map without what is being dragged is painted as if that had never been on it."""

from dataclasses import replace

import numpy as np
import numpy.typing as npt
import pytest
from pytestqt.qtbot import QtBot

from blackstart.core.base.words import words
from blackstart.core.drawing.arrange import arrange
from blackstart.core.drawing.lift import lift
from blackstart.core.drawing.model import Arrangement, Drawing
from blackstart.core.drawing.route import routed
from blackstart.core.drawing.trunks import bundle
from blackstart.shell.canvas.flat import LeftOut
from blackstart.shell.canvas.view import MapView
from blackstart.shell.draw.pictures import Faces
from blackstart.shell.support.look import Look
from tests.shell.draw.drawing_page import drawing_page
from tests.shell.large import large

Colors = npt.NDArray[np.int16]
TOWN = large(72).drill.topology
PLAN = routed(TOWN, arrange(TOWN))
WHOLE = PLAN.drawing


def seen(qtbot: QtBot, look: Look, drawing: Drawing, left: LeftOut | None = None, scale: float = 1.0) -> Colors:
    """What the map shows, once it was whole; the middle of it at a scale."""
    view = MapView(look)
    qtbot.addWidget(view)
    view.resize(1200, 800)
    view.show_picture(Faces(TOWN, words("en")).picture(drawing))
    view._place(view.placement.zoomed(scale / view.placement.scale, view.rect().center().toPointF()))
    view.grab()
    view._leave_out(left)
    image = view.grab().toImage()
    return np.frombuffer(image.constBits(), np.uint8).astype(np.int16)


def without(left: LeftOut) -> Drawing:
    """The map drawn anew from all that is not left out."""
    lines = tuple(line for number, line in enumerate(WHOLE.lines) if number not in set(left.lines))
    arrangement = Arrangement(
        {id_: box for id_, box in WHOLE.arrangement.cards.items() if id_ not in left.cards},
        WHOLE.arrangement.zones,
        {key: box for key, box in WHOLE.arrangement.gates.items() if key not in left.gates},
    )
    return replace(WHOLE, arrangement=arrangement, lines=lines, trunks=bundle(lines))


@pytest.mark.parametrize("scale", [0.3, 0.6, 1.0])
@pytest.mark.parametrize("place", [0, 7, 12, 40])
def test_a_map_without_a_lifted_card_is_painted_as_if_it_had_not_been_there(
    qtbot: QtBot, look: Look, place: int, scale: float
) -> None:
    card = TOWN.components[place].id
    lifted = lift(PLAN, [card])
    left = LeftOut([card], lifted.gates, lifted.lines)
    one, other = seen(qtbot, look, WHOLE, left, scale), seen(qtbot, look, without(left), None, scale)
    assert np.abs(one - other).max() <= 1  # where two soft edges meet, it shows which of them was painted first


def test_a_map_that_is_whole_again_is_painted_as_it_was(qtbot: QtBot, look: Look) -> None:
    view = MapView(look)
    qtbot.addWidget(view)
    view.resize(1200, 800)
    view.show_picture(Faces(TOWN, words("en")).picture(WHOLE))
    before = view.grab().toImage()
    card = TOWN.components[12].id
    view._leave_out(LeftOut([card], lift(PLAN, [card]).gates, lift(PLAN, [card]).lines))
    assert view.grab().toImage() != before
    assert view.component_at(view.place_of(card).center()) is None
    view._leave_out(None)
    assert view.grab().toImage() == before
    assert view.component_at(view.place_of(card).center()) == card


def test_lines_ride_along_with_the_first_drag_on_a_map_that_was_opened(qtbot: QtBot, look: Look) -> None:
    with drawing_page(qtbot, look) as page:
        easel = page.map.easel
        qtbot.waitUntil(lambda: easel.plan is not None and easel.plan.drawing is easel.drawing)
