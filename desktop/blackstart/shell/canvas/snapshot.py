"""The whole map painted from scratch: for the plain view, thumbnails and exports alike.

Painter order: zones, quiet lines, lit lines, gates, cards. What cannot be read at a zoom is not painted.
"""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from blackstart.shell.canvas.cards import DETAILS_FROM, draw_block, draw_card, draw_gate, draw_zone
from blackstart.shell.canvas.geometry import Placement, fitted, rect
from blackstart.shell.canvas.lines import draw_hairlines, draw_lines
from blackstart.shell.canvas.picture import Face, GateFace, Picture
from blackstart.shell.support.theme import RADIUS_CONTROL, Theme

CARDS_FROM, QUIET_LINES_FROM = 0.45, 0.22  # least scale


def draw_map(painter: QPainter, picture: Picture, placement: Placement, theme: Theme) -> None:
    """Paint a picture where the placement puts it."""
    scale = placement.scale
    painter.save()
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    painter.setTransform(placement.transform(), True)
    _draw_zones(painter, picture, theme, scale)
    if scale >= CARDS_FROM:
        draw_lines(painter, picture, theme, has_arrows=scale >= DETAILS_FROM)
    else:
        draw_hairlines(painter, picture, theme, scale, lit_only=scale < QUIET_LINES_FROM)
    if scale >= CARDS_FROM:
        _draw_gates(painter, picture, theme, scale)
    _draw_cards(painter, picture, theme, scale)
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


def _draw_cards(painter: QPainter, picture: Picture, theme: Theme, scale: float) -> None:
    for component, box in picture.drawing.arrangement.cards.items():
        face = picture.faces.get(component, Face(component))
        if scale < CARDS_FROM:
            draw_block(painter, rect(box), face, theme)
        else:
            draw_card(painter, rect(box), face, theme, scale)
        if component == picture.chosen:
            _draw_choice(painter, rect(box), theme)


def _draw_choice(painter: QPainter, box: QRectF, theme: Theme) -> None:
    painter.setPen(QPen(theme.color("ink"), 1.8))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box.adjusted(-4, -4, 4, 4), RADIUS_CONTROL + 3, RADIUS_CONTROL + 3)
