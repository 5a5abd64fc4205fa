from dataclasses import replace
from itertools import combinations

import numpy as np
import pytest
from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from blackstart.core.base.simtime import Seconds
from blackstart.core.base.words import words
from blackstart.core.engine.trace import Shown
from blackstart.core.topology.model import Purpose
from blackstart.shell.canvas.faces import picture_of
from blackstart.shell.canvas.geometry import Placement, fitted
from blackstart.shell.canvas.glyphs import Stamp, draw_glyph
from blackstart.shell.canvas.moment import Moment
from blackstart.shell.canvas.picture import Picture
from blackstart.shell.canvas.scene import EVERYWHERE, scene_of
from blackstart.shell.canvas.snapshot import draw_base, draw_map, draw_thumbnail
from blackstart.shell.canvas.view import MapView
from blackstart.shell.support.look import Look
from blackstart.shell.support.theme import THEMES, Theme, theme
from tests.shell.canvas.drawings import APP, LOCK, small_drawing, small_map, stands

VIEW = QRectF(0, 0, 740, 340)


def picture(**shown: Shown) -> Picture:
    topology = small_map()
    standings = {each.id: stands(each.id, shown.get(each.id, Shown.OPERATIONAL)) for each in topology.components}
    standings[LOCK] = stands(LOCK, reserve_s=300)
    return picture_of(Moment(topology, Seconds(0), standings), small_drawing(), words("en"))


def painted(what: Picture, placement: Placement, look: Theme) -> QImage:
    image = QImage(VIEW.size().toSize(), QImage.Format.Format_RGB32)
    image.fill(look.color("bg0"))
    painter = QPainter(image)
    draw_map(painter, what, placement, look)
    painter.end()
    return image


def middle(x: float, y: float, placement: Placement, image: QImage) -> str:
    return image.pixelColor(placement.transform().map(QPointF(x, y)).toPoint()).name().upper()


@pytest.mark.parametrize("name", THEMES)
def test_each_card_is_filled_by_its_state(qapp: object, name: str) -> None:
    look = theme(name)
    placement = Placement(1.0, 20, 20)
    image = painted(picture(power=Shown.DOWN, hall=Shown.DEGRADED, app=Shown.RECOVERING), placement, look)
    assert middle(156, 60, placement, image) == look.colors["downf"]
    assert middle(356, 60, placement, image) == look.colors["degf"]
    assert middle(696, 60, placement, image) == look.colors["recf"]
    assert middle(696, 260, placement, image) == look.colors["card"]  # on reserve: border and ring only


def test_a_line_tells_its_way_wherever_cards_are_shown(qapp: object) -> None:
    look, what, placement = theme("dark"), picture(), Placement(0.45, 20, 20)
    image = painted(what, placement, look)
    (tip_x, tip_y), (corner_x, _) = next(arrow for trunk in what.drawing.trunks for arrow in trunk.arrows)
    beside_head = middle(tip_x - 6, tip_y + 2, placement, image)
    beside_line = middle((tip_x + corner_x) / 2, tip_y + 4, placement, image)
    assert beside_head != beside_line


def test_far_away_a_card_is_a_block_in_its_states_colour(qapp: object) -> None:
    look = theme("dark")
    placement = Placement(0.3, 20, 20)
    image = painted(picture(power=Shown.DOWN, hall=Shown.ISOLATED), placement, look)
    assert middle(90, 66, placement, image) == look.colors["down"]
    assert middle(290, 66, placement, image) == look.colors["iso"]
    assert middle(630, 266, placement, image) == look.colors["deg"]
    assert middle(630, 66, placement, image) == look.colors["cardln"]


def test_a_line_from_what_is_down_is_red_and_others_are_quiet(qapp: object) -> None:
    look = theme("dark")
    placement = Placement(2.0, -300, -20)
    quiet = painted(picture(), placement, look)
    assert middle(185, 66, placement, quiet) == look.colors["edge"]
    lit = painted(picture(power=Shown.DOWN), placement, look)
    assert QColor(middle(185, 66, placement, lit)).redF() > 0.5


def test_the_chosen_card_is_ringed_in_ink(qapp: object) -> None:
    look = theme("dark")
    placement = Placement(1.0, 20, 20)
    plain = picture()
    chosen = replace(plain, chosen=APP)
    assert QColor(middle(630, 36, placement, painted(chosen, placement, look))).lightnessF() > 0.8
    assert QColor(middle(630, 36, placement, painted(plain, placement, look))).lightnessF() < 0.2


def test_every_state_has_a_shape_of_its_own(qapp: object) -> None:
    ink, ground = QColor("black"), QColor("white")
    shapes = {}
    for shown in Shown:
        image = QImage(40, 40, QImage.Format.Format_Mono)
        image.fill(1)
        painter = QPainter(image)
        draw_glyph(painter, shown, Stamp(QPointF(20, 20), 16, ink, ground))
        painter.end()
        shapes[shown] = [image.pixelColor(x, y).value() for x in range(40) for y in range(40)]
    for one, other in combinations(Shown, 2):
        differing = sum(a != b for a, b in zip(shapes[one], shapes[other], strict=True))
        assert differing > 40, (one, other)


def test_a_thumbnail_stays_in_its_area(qapp: object) -> None:
    image = QImage(200, 100, QImage.Format.Format_RGB32)
    image.fill(QColor("magenta"))
    painter = QPainter(image)
    draw_thumbnail(painter, picture(hall=Shown.DOWN), QRectF(0, 0, 100, 100), theme("light"))
    painter.end()
    assert all(image.pixelColor(x, 50) == QColor("magenta") for x in range(101, 200))
    assert any(image.pixelColor(x, y) != QColor("magenta") for x in range(100) for y in range(100))


def test_the_same_picture_is_painted_the_same(qapp: object) -> None:
    look = theme("dark")
    placement = fitted(small_drawing().bounds, VIEW, 12)
    once, again = painted(picture(), placement, look), painted(picture(), placement, look)
    assert once == again


@pytest.mark.parametrize("scale", [0.15, 0.3, 0.44, 0.45, 0.6, 1.0, 2.0])
@pytest.mark.parametrize("is_plain", [False, True])
def test_the_view_shows_what_a_snapshot_does(qtbot: QtBot, look: Look, scale: float, is_plain: bool) -> None:
    what = picture(power=Shown.DOWN, hall=Shown.DEGRADED, app=Shown.RECOVERING)
    what = replace(what, drawing=replace(what.drawing, is_plain=is_plain))
    view = MapView(look)
    qtbot.addWidget(view)
    view.resize(VIEW.size().toSize())
    view.show_picture(what)
    view.zoom(scale / view.placement.scale)
    mine = view.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    other = painted(what, view.placement, look.theme)
    # From afar cards lie on whole dots in the view: their edges may be off by half a dot.
    assert share_of_others(mine, other) < (0.004 if scale < 0.45 else 0.0005)


@pytest.mark.parametrize("purpose", [Purpose.START, Purpose.RESPOND])
@pytest.mark.parametrize("is_plain", [False, True])
def test_a_part_that_is_painted_alone_fits_into_the_whole(qapp: object, is_plain: bool, purpose: Purpose) -> None:
    what = picture(lock=Shown.DOWN)
    trunks = tuple(replace(each, purpose=purpose) for each in what.drawing.trunks)
    what = replace(what, drawing=replace(what.drawing, is_plain=is_plain, trunks=trunks))
    scene = scene_of(what, Placement(1.0, 20, 20), theme("dark"))
    part = QRect(640, 130, 30, 43)  # of the dashed line that crosses it
    images = []
    for area in (EVERYWHERE, (620.0, 110.0, 30.0, 43.0)):
        image = QImage(VIEW.size().toSize(), QImage.Format.Format_RGB32)
        image.fill(Qt.GlobalColor.black)
        painter = QPainter(image)
        draw_base(painter, scene, area)
        painter.end()
        images.append(image.copy(part))
    assert images[0] == images[1]
    assert len({images[0].pixel(10, y) for y in range(part.height())}) > 1  # dashes or dots, in fact


def share_of_others(one: QImage, other: QImage) -> float:
    """Share of dots that differ by more than one step in eight."""
    both = [np.asarray(image.constBits()).reshape(image.height(), image.width(), 4) for image in (one, other)]
    return float((np.abs(both[0].astype(int) - both[1]).max(axis=2) > 32).mean())
