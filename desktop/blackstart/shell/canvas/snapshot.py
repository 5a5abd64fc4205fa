"""The map painted from scratch, for thumbnails and exports; the view puts together the same painters' work.

Painter order: zones, quiet lines, lit lines, gates, cards. What cannot be read at a zoom is not painted.
"""

from collections.abc import Iterator
from contextlib import contextmanager

import numpy as np
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from blackstart.core.topology.model import Box
from blackstart.shell.canvas.batches import draw_boxes
from blackstart.shell.canvas.cards import (
    block_color,
    draw_block,
    draw_card,
    draw_choice,
    draw_far_block,
    draw_gate,
    draw_zone,
)
from blackstart.shell.canvas.flat import IntArray, within
from blackstart.shell.canvas.geometry import Placement, fitted, rect
from blackstart.shell.canvas.lines import draw_lit_hairlines, draw_lit_lines, draw_quiet_hairlines, draw_quiet_lines
from blackstart.shell.canvas.picture import Picture
from blackstart.shell.canvas.scene import EVERYWHERE, Scene, scene_of
from blackstart.shell.support.theme import Theme

CARDS_FROM, QUIET_LINES_FROM = 0.45, 0.22  # least scale
LEAST_SPECK_PX = 2.0


def draw_map(painter: QPainter, picture: Picture, placement: Placement, theme: Theme) -> None:
    """Paint a picture where the placement puts it."""
    scene = scene_of(picture, placement, theme)
    draw_base(painter, scene, EVERYWHERE)
    draw_middle(painter, scene, EVERYWHERE)
    draw_cards(painter, scene, np.arange(len(scene.flat.ids)))
    draw_chosen(painter, scene)


def draw_thumbnail(painter: QPainter, picture: Picture, area: QRectF, theme: Theme) -> None:
    """Paint a picture whole into an area."""
    painter.save()
    painter.setClipRect(area)
    draw_map(painter, picture, fitted(picture.drawing.bounds, area, 8.0, most=1.0), theme)
    painter.restore()


def draw_base(painter: QPainter, scene: Scene, area: Box) -> None:
    """Paint what stays as it is as long as a run lasts: zones and quiet lines, as far as they reach into an area."""
    scale, least = scene.placement.scale, scene.picture.least_px
    with on_canvas(painter, scene.placement):
        for zone, box in scene.flat.zones:
            if QRectF(*area).intersects(rect(box)):
                draw_zone(painter, rect(box), scene.picture.zones.get(zone, zone), scene.theme, scale, least)
        if scale >= CARDS_FROM:
            draw_quiet_lines(painter, scene, area)
    if QUIET_LINES_FROM <= scale < CARDS_FROM:
        draw_quiet_hairlines(painter, scene, area)


def draw_middle(painter: QPainter, scene: Scene, area: Box) -> None:
    """Paint what lies between base and cards: lines that are not quiet, and gates."""
    if scene.placement.scale < CARDS_FROM:
        draw_lit_hairlines(painter, scene, area)
        return
    least = scene.picture.least_px
    with on_canvas(painter, scene.placement):
        draw_lit_lines(painter, scene, area)
        for number in within(scene.flat.gates, area).tolist():
            key = scene.flat.gate_keys[number]
            box = rect(scene.flat.drawing.arrangement.gates[key])
            draw_gate(painter, box, scene.picture.gates[key], scene.theme, scene.placement.scale, least)


def draw_cards(painter: QPainter, scene: Scene, which: IntArray) -> None:
    """Paint some of the cards on their ground."""
    if scene.placement.scale < QUIET_LINES_FROM:
        draw_specks(painter, scene, which)
        return
    with on_canvas(painter, scene.placement):
        for number in which.tolist():
            draw_one(painter, scene, number)


def draw_one(painter: QPainter, scene: Scene, number: int) -> None:
    """Paint a card by its number; the painter is on the canvas's scale."""
    id_ = scene.flat.ids[number]
    box = rect(scene.flat.drawing.arrangement.cards[id_])
    if scene.placement.scale < CARDS_FROM and scene.picture.least_px:
        draw_far_block(painter, box, int(scene.picture.signs.cards[number]), scene.theme)
    elif scene.placement.scale < CARDS_FROM:
        draw_block(painter, box, int(scene.picture.signs.cards[number]), scene.theme)
    else:
        picture = scene.picture
        draw_card(painter, box, picture.faces[id_], scene.theme, scene.placement.scale, picture.least_px)


def draw_specks(painter: QPainter, scene: Scene, which: IntArray) -> None:
    """Paint cards as plain boxes without smoothing, in view px."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setPen(Qt.PenStyle.NoPen)
    place, codes = scene.placement, scene.picture.signs.cards[which]
    for code in np.flatnonzero(np.bincount(codes)).tolist():  # quiet first: what is not lies over it
        reach = scene.flat.cards[which[codes == code]] * place.scale + (place.dx, place.dy, place.dx, place.dy)
        reach[:, 2:] = np.maximum(reach[:, 2:] - reach[:, :2], LEAST_SPECK_PX)
        painter.setBrush(block_color(code, scene.theme))
        draw_boxes(painter, np.rint(reach))


def draw_chosen(painter: QPainter, scene: Scene) -> None:
    """Paint the rings of the chosen cards."""
    cards = scene.flat.drawing.arrangement.cards
    for chosen in (*scene.picture.also, scene.picture.chosen):
        if chosen is not None and chosen in scene.flat.place:
            with on_canvas(painter, scene.placement):
                draw_choice(painter, rect(cards[chosen]), scene.theme)


@contextmanager
def on_canvas(painter: QPainter, placement: Placement) -> Iterator[None]:
    """Let a painter work on the canvas's scale for a while, smoothly."""
    painter.save()
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    painter.setTransform(placement.transform(), True)
    try:
        yield
    finally:
        painter.restore()
