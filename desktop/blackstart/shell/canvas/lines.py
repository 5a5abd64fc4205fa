"""Painters of the lines: one stroke a trunk, lit lines over the quiet ones."""

from collections.abc import Iterable
from functools import lru_cache

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

from blackstart.core.drawing.model import Drawing, Leg, Line, Trunk
from blackstart.core.engine.trace import Shown
from blackstart.core.topology.model import Point, Purpose
from blackstart.shell.canvas.geometry import CORNER_RADIUS, arrow_head, rounded_line
from blackstart.shell.canvas.glyphs import STATE_TOKENS
from blackstart.shell.canvas.picture import Light, Picture
from blackstart.shell.support.theme import Theme

QUIET_WIDTH, CHOSEN_WIDTH, LIVE_WIDTH, DOT_WIDTH = 1.4, 1.8, 2.2, 2.1
# Lengths of dash and gap, canvas px.
DASHES = {Purpose.START: (6.0, 4.0), Purpose.RESPOND: (0.1, 4.6)}
LIT_SHARE = (
    0.6  # of the state's colour, the rest is ground: a line whose supplier is down, but which carries nothing now
)
# Hairlines wider than 1 px are painted several times faster than those of 0 or 1, and do not shimmer.
HAIRLINE_PX = 1.01
_ORDER = (Purpose.RESPOND, Purpose.START, Purpose.RUN)

KEPT_PATHS = 2_000

Points = tuple[Point, ...]
Arrow = tuple[Point, Point]  # tip, and the corner it comes from


def draw_lines(painter: QPainter, picture: Picture, theme: Theme) -> None:
    """Paint all lines in full: respond below start below run, quiet below lit below live."""
    drawing = picture.drawing
    for trunk in sorted(drawing.trunks, key=lambda each: _ORDER.index(each.purpose)):
        pen = _pen(theme.color("edge"), QUIET_WIDTH, trunk.purpose)
        _stroke(painter, trunk.paths, pen)
        _heads(painter, trunk.arrows, pen.color())
    for is_live in (False, True):
        for trunk in drawing.trunks:
            _draw_lit(painter, picture, trunk, theme, is_live=is_live)
    if picture.chosen is not None:
        _draw_chosen(painter, picture, theme)


def draw_hairlines(painter: QPainter, picture: Picture, theme: Theme, scale: float, *, lit_only: bool) -> None:
    """Paint lines with sharp corners and no heads, for zooms at which more cannot be seen."""
    width = HAIRLINE_PX / scale
    if not lit_only:
        quiet = QPen(theme.color("edge", 0.7), width)
        _stroke(painter, (path for trunk in picture.drawing.trunks for path in trunk.paths), quiet, radius=0)
    for number, light in picture.lights.items():
        _stroke(painter, (picture.drawing.lines[number].points,), QPen(_color(light, theme), width), radius=0)


def _draw_lit(painter: QPainter, picture: Picture, trunk: Trunk, theme: Theme, *, is_live: bool) -> None:
    """Paint what is lit of a trunk: in one stroke for each colour, so that shared pieces do not add up."""
    by_light: dict[Shown, list[Line]] = {}
    for number in trunk.lines:
        light = picture.lights.get(number)
        if light is not None and light.is_live is is_live:
            by_light.setdefault(light.shown, []).append(picture.drawing.lines[number])
    for shown, lines in by_light.items():
        pen = _pen(_color(Light(shown, is_live), theme), LIVE_WIDTH if is_live else QUIET_WIDTH, trunk.purpose)
        _stroke(painter, {line.points for line in lines}, pen)
        _heads(painter, _arrows(lines), pen.color())


def _draw_chosen(painter: QPainter, picture: Picture, theme: Theme) -> None:
    for line in _lines_of(picture.drawing, picture):
        pen = _pen(theme.color("tx1"), CHOSEN_WIDTH, line.drawn_as)
        _stroke(painter, (line.points,), pen)
        _heads(painter, _arrows([line]), pen.color())


def _lines_of(drawing: Drawing, picture: Picture) -> list[Line]:
    return [line for line in drawing.lines if picture.chosen in (line.supplier, line.component)]


def _arrows(lines: Iterable[Line]) -> list[Arrow]:
    return [(line.points[-1], line.points[-2]) for line in lines if line.leg is not Leg.INTO_GATE]


def _color(light: Light, theme: Theme) -> QColor:
    full = theme.color(STATE_TOKENS[light.shown])
    return full if light.is_live else mixed(full, theme.color("zone"), LIT_SHARE)


def mixed(color: QColor, ground: QColor, share: float) -> QColor:
    """Return the opaque colour that `color` at an opacity of `share` gives over `ground`.

    Opaque, because pieces that several lines share would otherwise add up.
    """
    rest = 1 - share
    return QColor.fromRgbF(
        color.redF() * share + ground.redF() * rest,
        color.greenF() * share + ground.greenF() * rest,
        color.blueF() * share + ground.blueF() * rest,
    )


def _stroke(painter: QPainter, paths: Iterable[Points], pen: QPen, *, radius: float = CORNER_RADIUS) -> None:
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(_joined(tuple(paths), radius))


@lru_cache(maxsize=KEPT_PATHS)
def _joined(paths: tuple[Points, ...], radius: float) -> QPainterPath:
    """Join lines into one path; kept, because the same are painted with every event."""
    whole = QPainterPath()
    for points in paths:
        whole.addPath(rounded_line(points, radius))
    return whole


def _heads(painter: QPainter, arrows: Iterable[Arrow], color: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    for tip, before in arrows:
        head: QPolygonF | None = arrow_head((before, tip))
        if head is not None:
            painter.drawPolygon(head)


def _pen(color: QColor, width: float, purpose: Purpose) -> QPen:
    if purpose is Purpose.RESPOND:
        width = max(width, DOT_WIDTH)
    pen = QPen(color, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap, Qt.PenJoinStyle.RoundJoin)
    if purpose in DASHES:
        pen.setDashPattern([length / width for length in DASHES[purpose]])
    if purpose is Purpose.RESPOND:
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    return pen


def draw_sample(painter: QPainter, start: QPointF, length: float, purpose: Purpose, theme: Theme) -> None:
    """Paint a short line with its head, for the legend."""
    end = (start.x() + length, start.y())
    pen = _pen(theme.color("edge"), QUIET_WIDTH, purpose)
    _stroke(painter, (((start.x(), start.y()), (end[0] - 6, end[1])),), pen)
    _heads(painter, ((end, (start.x(), start.y())),), pen.color())
