"""Painters of what is lit for one card: the rest is dimmed, its lines are drawn in ink over that."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from blackstart.core.drawing.model import Drawing, Leg, Line
from blackstart.core.topology.model import Box, Purpose
from blackstart.shell.canvas.batches import draw_pieces
from blackstart.shell.canvas.geometry import rect
from blackstart.shell.canvas.glyphs import STATE_TOKENS
from blackstart.shell.canvas.hover import Lit
from blackstart.shell.canvas.lines import CHOSEN_WIDTH, LIT_SHARE, LIVE_WIDTH, QUIET_WIDTH, mixed, stroke_ways, way_pen
from blackstart.shell.canvas.picture import Light, Picture
from blackstart.shell.canvas.strokes import head_path
from blackstart.shell.support.theme import RADIUS_CONTROL, Theme

DIMMED_TO = 0.8  # what is left of the rest
FAR_SHARE = 0.55  # of ink; the rest is ground
LEAST_PX = 1.2  # of a line on screen
DETAILS_FROM = 0.45  # least scale for round corners and heads


@dataclass(frozen=True, slots=True)
class _Stroke:
    rgba: int
    width: float
    purpose: Purpose


def draw_lit(painter: QPainter, lit: Lit, picture: Picture, theme: Theme, sight: QRectF, scale: float) -> None:
    """Paint what is lit; the painter is on the canvas's scale, `sight` is what of the canvas is seen.

    The lines of the card itself are ink; farther off only quiet lines are, and those that are lit keep their colour.
    """
    drawing, lights = picture.drawing, picture.lights_among(lit.lines)
    _dim(painter, lit, drawing, theme, sight)
    ink = theme.color("tx1")
    faint = mixed(ink, theme.color("bg0"), FAR_SHARE)
    strokes: dict[_Stroke, list[Line]] = {}
    for number in sorted(lit.far_lines):
        light = lights.get(number)
        color = faint if light is None else _state_color(light, theme)
        width = LIVE_WIDTH if light is not None and light.is_live else QUIET_WIDTH
        _sort_in(strokes, drawing.lines[number], color, max(width, LEAST_PX / scale))
    for number in sorted(lit.near_lines):
        # What lies below it must not show beside it.
        width = LIVE_WIDTH + 0.4 if number in lights else CHOSEN_WIDTH
        _sort_in(strokes, drawing.lines[number], ink, max(width, LEAST_PX / scale))
    for stroke, lines in strokes.items():
        _draw_lines(painter, lines, stroke, has_detail=scale >= DETAILS_FROM)


def _dim(painter: QPainter, lit: Lit, drawing: Drawing, theme: Theme, sight: QRectF) -> None:
    """Cover everything but what is lit with a veil of the ground's colour."""
    veil = QPainterPath()
    veil.addRect(sight)
    for box in _kept(lit, drawing):
        if box.intersects(sight):
            radius = min(RADIUS_CONTROL, box.height() / 2)
            veil.addRoundedRect(box, radius, radius)
    painter.fillPath(veil, theme.color("bg0", 1 - DIMMED_TO))


def _kept(lit: Lit, drawing: Drawing) -> Iterable[QRectF]:
    arrangement = drawing.arrangement
    for component in lit.near | lit.far:
        if component in arrangement.cards:
            yield rect(arrangement.cards[component]).adjusted(-1, -1, 1, 1)
    gates: dict[Box, None] = {}
    for number in lit.near_lines | lit.far_lines:
        line = drawing.lines[number]
        if line.leg is Leg.FROM_GATE:
            gates[arrangement.gates[line.component, line.need_index]] = None
    for box in gates:  # each once: needs that ask the same share a gate
        yield rect(box).adjusted(-1, -1, 1, 1)


def _state_color(light: Light, theme: Theme) -> QColor:
    full = theme.color(STATE_TOKENS[light.shown])
    return full if light.is_live else mixed(full, theme.color("zone"), LIT_SHARE)


def _sort_in(strokes: dict[_Stroke, list[Line]], line: Line, color: QColor, width: float) -> None:
    """Put a line with those that are painted alike: in one stroke, so that shared pieces are painted once."""
    strokes.setdefault(_Stroke(color.rgba(), width, line.drawn_as), []).append(line)


def _draw_lines(painter: QPainter, lines: Sequence[Line], stroke: _Stroke, *, has_detail: bool) -> None:
    color = QColor.fromRgba(stroke.rgba)
    ways = tuple(dict.fromkeys(line.points for line in lines))
    if not has_detail:  # as hairlines, but smooth
        painter.setPen(QPen(color, stroke.width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.SquareCap))
        draw_pieces(painter, np.array([(*one, *other) for points in ways for one, other in pairwise(points)]))
        return
    stroke_ways(painter, ways, way_pen(color, stroke.width, stroke.purpose), stroke.purpose)
    leading = (line for line in lines if line.leg is not Leg.INTO_GATE)
    painter.fillPath(head_path((line.points[-1], line.points[-2]) for line in leading), color)
