"""The map painted from scratch: for the view, thumbnails and exports alike.

Painter order: zones, quiet lines, lit lines, gates, which are the ground; then cards. What cannot be read at a zoom
is not painted.
"""

from collections.abc import Collection

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from blackstart.core.base.ids import ComponentId
from blackstart.shell.canvas.cards import draw_block, draw_card, draw_gate, draw_zone
from blackstart.shell.canvas.geometry import Placement, fitted, rect
from blackstart.shell.canvas.lines import draw_hairlines, draw_lines
from blackstart.shell.canvas.picture import Face, GateFace, Picture
from blackstart.shell.support.theme import RADIUS_CONTROL, Theme

CARDS_FROM, QUIET_LINES_FROM = 0.45, 0.22  # least scale


def draw_map(painter: QPainter, picture: Picture, placement: Placement, theme: Theme) -> None:
    """Paint a picture where the placement puts it."""
    draw_ground(painter, picture, placement, theme)
    draw_cards(painter, picture, placement, theme, picture.drawing.arrangement.cards)


def draw_ground(painter: QPainter, picture: Picture, placement: Placement, theme: Theme) -> None:
    """Paint what lies below the cards; it changes with events, not with every second."""
    scale = placement.scale
    _begin(painter, placement)
    _draw_zones(painter, picture, theme, scale)
    if scale >= CARDS_FROM:
        draw_lines(painter, picture, theme)
    else:
        draw_hairlines(painter, picture, theme, scale, lit_only=scale < QUIET_LINES_FROM)
    if scale >= CARDS_FROM:
        _draw_gates(painter, picture, theme, scale)
    painter.restore()


def draw_cards(
    painter: QPainter, picture: Picture, placement: Placement, theme: Theme, only: Collection[ComponentId]
) -> None:
    """Paint some of the cards on their ground."""
    _begin(painter, placement)
    for component in only:
        box = rect(picture.drawing.arrangement.cards[component])
        face = picture.faces.get(component, Face(component))
        if placement.scale < CARDS_FROM:
            draw_block(painter, box, face, theme)
        else:
            draw_card(painter, box, face, theme, placement.scale)
        if component == picture.chosen:
            _draw_choice(painter, box, theme)
    painter.restore()


def draw_thumbnail(painter: QPainter, picture: Picture, area: QRectF, theme: Theme) -> None:
    """Paint a picture whole into an area."""
    painter.save()
    painter.setClipRect(area)
    draw_map(painter, picture, fitted(picture.drawing.bounds, area, 8.0, most=1.0), theme)
    painter.restore()


def _draw_zones(painter: QPainter, picture: Picture, theme: Theme, scale: float) -> None:
    # A zone inside another is smaller, and lies over it.
    boxes = sorted(picture.drawing.arrangement.zones.items(), key=lambda item: -item[1][2] * item[1][3])
    for zone, box in boxes:
        draw_zone(painter, rect(box), picture.zones.get(zone, zone), theme, scale)


def _draw_gates(painter: QPainter, picture: Picture, theme: Theme, scale: float) -> None:
    for key, box in picture.drawing.arrangement.gates.items():
        draw_gate(painter, rect(box), picture.gates.get(key, GateFace("")), theme, scale)


def _begin(painter: QPainter, placement: Placement) -> None:
    painter.save()
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    painter.setTransform(placement.transform(), True)


def _draw_choice(painter: QPainter, box: QRectF, theme: Theme) -> None:
    painter.setPen(QPen(theme.color("ink"), 1.8))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box.adjusted(-4, -4, 4, 4), RADIUS_CONTROL + 3, RADIUS_CONTROL + 3)
