"""Painters of the lines: one stroke a trunk, lit lines over the quiet ones.

Near, lines are paths with round corners, dashes and heads; from afar hairlines, thousands in one call.
"""

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from blackstart.core.drawing.model import Leg, Line
from blackstart.core.topology.model import Box, Point, Purpose
from blackstart.shell.canvas.batches import draw_pieces
from blackstart.shell.canvas.dots import DOT_STEP, dots_along, dots_on_pieces, draw_dots
from blackstart.shell.canvas.flat import PURPOSES, FloatArray, numbers, within
from blackstart.shell.canvas.glyphs import STATE_TOKENS
from blackstart.shell.canvas.picture import Light, light_of
from blackstart.shell.canvas.scene import Scene
from blackstart.shell.canvas.strokes import head_path, stroke_path
from blackstart.shell.canvas.unite import united
from blackstart.shell.support.theme import Theme

QUIET_WIDTH, CHOSEN_WIDTH, LIVE_WIDTH, DOT_WIDTH = 1.4, 1.8, 2.2, 2.1
DASHES = {Purpose.START: (6.0, 4.0)}  # lengths of dash and gap, canvas px
# Of the state's colour, the rest is ground: a line whose supplier is down, but which carries nothing now.
LIT_SHARE = 0.6
QUIET_SHARE = 0.7  # of a hairline's colour
# Hairlines wider than 1 px are painted several times faster than those of 0 or 1, and do not shimmer.
HAIRLINE_PX = 1.01
BESIDE = 20.0  # canvas px by which pieces of long lines go on beyond what is painted


def draw_quiet_lines(painter: QPainter, scene: Scene, area: Box) -> None:
    """Paint all lines that reach into an area of the canvas, on its scale: respond below start below run."""
    trunks = scene.flat.drawing.trunks
    near: dict[int, list[int]] = {}
    numbers_near = scene.flat.paths.near(area)
    trunks_near = scene.flat.trunk_of_path[numbers_near]
    for trunk, path in zip(trunks_near.tolist(), numbers_near - scene.flat.first_path[trunks_near], strict=True):
        near.setdefault(trunk, []).append(int(path))
    color, is_plain = scene.theme.color("edge"), scene.flat.drawing.is_plain
    if is_plain:
        paths = scene.flat.paths
        for place, purpose in enumerate(PURPOSES):
            some = np.flatnonzero(scene.flat.path_purposes == place)
            _draw_plain(painter, paths.ends_near(some, area), area, way_pen(color, QUIET_WIDTH, purpose), purpose)
    for trunk in sorted(near, key=lambda each: PURPOSES.index(trunks[each].purpose)):
        if not is_plain:
            _draw_trunk(painter, scene, trunk, near[trunk], area)
        painter.fillPath(scene.strokes.trunk_heads(trunk, area), color)


def draw_lit_lines(painter: QPainter, scene: Scene, area: Box) -> None:
    """Paint the lines that are not quiet: lit below live, and those of the chosen card over them."""
    flat, codes = scene.flat, scene.picture.signs.lines
    near = flat.lines.near(area)
    # In one stroke for each colour of a trunk, so that shared pieces do not add up; of a plain drawing, of a purpose.
    by_pen: dict[tuple[int, int, int], list[int]] = {}
    for number in near[codes[near] > 0].tolist():
        trunk = 0 if flat.drawing.is_plain else int(flat.trunk_of[number])
        by_pen.setdefault((int(codes[number]), int(flat.line_purposes[number]), trunk), []).append(number)
    for (code, place, _), lines in sorted(by_pen.items()):
        light = light_of(code)
        pen = way_pen(_color(light, scene.theme), LIVE_WIDTH if light.is_live else QUIET_WIDTH, PURPOSES[place])
        if flat.drawing.is_plain:
            _draw_plain(painter, flat.lines.ends_near(numbers(lines), area), area, pen, PURPOSES[place])
            painter.fillPath(scene.strokes.line_heads(lines, area), pen.color())
        else:
            _draw_way(painter, scene, lines, pen, area)
    for number in scene.flat.lines_of(scene.picture.chosen):
        purpose = scene.flat.drawing.lines[number].drawn_as
        _draw_way(painter, scene, [number], way_pen(scene.theme.color("tx1"), CHOSEN_WIDTH, purpose), area)


def draw_quiet_hairlines(painter: QPainter, scene: Scene, area: Box) -> None:
    """Paint all lines with sharp corners and no heads, in view px."""
    color = mixed(scene.theme.color("edge"), scene.theme.color("zone"), QUIET_SHARE)
    paths = scene.flat.paths
    _draw_hairlines(painter, scene, paths.ends[within(paths.spans, area)], color)


def draw_lit_hairlines(painter: QPainter, scene: Scene, area: Box) -> None:
    """Paint what is not quiet with sharp corners and no heads, in view px."""
    codes, lines = scene.picture.signs.lines, scene.flat.lines
    near = within(lines.spans, area)
    marks = codes[lines.of[near]]
    for code in np.flatnonzero(np.bincount(marks, minlength=1)).tolist():  # live ones come last
        if code:
            _draw_hairlines(painter, scene, lines.ends[near[marks == code]], _color(light_of(code), scene.theme))
    chosen = numbers(scene.flat.lines_of(scene.picture.chosen))
    _draw_hairlines(painter, scene, lines.ends_near(chosen, area), scene.theme.color("tx1"))


def _draw_hairlines(painter: QPainter, scene: Scene, ends: FloatArray, color: QColor) -> None:
    # No smoothing: they run along rows and columns of dots, and thousands are painted several times faster.
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setPen(QPen(color, HAIRLINE_PX, Qt.PenStyle.SolidLine, Qt.PenCapStyle.SquareCap))
    place = scene.placement
    draw_pieces(painter, ends * place.scale + (place.dx, place.dy, place.dx, place.dy))


def _draw_plain(painter: QPainter, ends: FloatArray, area: Box, pen: QPen, purpose: Purpose) -> None:
    """Stroke straight pieces; of those that cross the whole map only what lies in an area."""
    if pen.style() is Qt.PenStyle.SolidLine:
        pen.setCapStyle(Qt.PenCapStyle.SquareCap)  # so that corners are filled
    step = DOT_STEP if purpose is Purpose.RESPOND else sum(DASHES.get(purpose, ()))
    left, top, width, height = area
    least, most = (left - BESIDE, top - BESIDE), (left + width + BESIDE, top + height + BESIDE)
    starts, stops = ends[:, :2], ends[:, 2:]
    cut = np.clip(starts, least, most) - starts
    if step:
        cut = np.sign(cut) * np.floor(np.abs(cut) / step) * step  # by whole dashes: they stay where they are
    seen = np.hstack([starts + cut, np.clip(stops, least, most)])
    if purpose is Purpose.RESPOND:
        draw_dots(painter, dots_on_pieces(seen), pen)
    else:
        painter.setPen(pen)
        draw_pieces(painter, seen if step else united(seen))


def _draw_trunk(painter: QPainter, scene: Scene, trunk: int, paths: list[int], area: Box) -> None:
    purpose = scene.flat.drawing.trunks[trunk].purpose
    pen = way_pen(scene.theme.color("edge"), QUIET_WIDTH, purpose)
    if purpose is Purpose.RESPOND:
        draw_dots(painter, scene.strokes.trunk_dots(trunk, paths), pen, area)
    else:
        painter.strokePath(scene.strokes.trunk(trunk, paths), pen)


def _draw_way(painter: QPainter, scene: Scene, lines: list[int], pen: QPen, area: Box) -> None:
    if scene.flat.drawing.lines[lines[0]].drawn_as is Purpose.RESPOND:
        draw_dots(painter, scene.strokes.line_dots(lines), pen, area)
    else:
        painter.strokePath(scene.strokes.lines(lines), pen)
    painter.fillPath(scene.strokes.line_heads(lines, area), pen.color())


def draw_line(painter: QPainter, line: Line, color: QColor, width: float = CHOSEN_WIDTH) -> None:
    """Paint one line by itself, such as one that is being drawn or dragged; on the canvas's scale."""
    stroke_ways(painter, (line.points,), way_pen(color, width, line.drawn_as), line.drawn_as)
    if line.leg is not Leg.INTO_GATE and len(line.points) > 1:
        painter.fillPath(head_path(((line.points[-1], line.points[-2]),)), color)


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


def way_pen(color: QColor, width: float, purpose: Purpose) -> QPen:
    """Return the pen of a line; a dotted one's dots are as wide."""
    if purpose is Purpose.RESPOND:
        width = max(width, DOT_WIDTH)
    pen = QPen(color, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap, Qt.PenJoinStyle.RoundJoin)
    if purpose in DASHES:
        pen.setDashPattern([length / width for length in DASHES[purpose]])
    return pen


def stroke_ways(painter: QPainter, ways: Sequence[Sequence[Point]], pen: QPen, purpose: Purpose) -> None:
    """Paint some ways by themselves, with their round corners."""
    if purpose is Purpose.RESPOND:
        draw_dots(painter, np.vstack([dots_along(points) for points in ways]), pen)
    else:
        painter.strokePath(stroke_path(ways), pen)


def draw_sample(painter: QPainter, start: QPointF, length: float, purpose: Purpose, theme: Theme) -> None:
    """Paint a short line with its head, for the legend."""
    end = (start.x() + length, start.y())
    pen = way_pen(theme.color("edge"), QUIET_WIDTH, purpose)
    tail = (start.x(), start.y())
    stroke_ways(painter, ((tail, (end[0] - 6, end[1])),), pen, purpose)
    painter.fillPath(head_path(((end, tail),)), pen.color())
