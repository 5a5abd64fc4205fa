"""Painters of components, gates and zones: uncached, on the canvas's own scale."""

from dataclasses import dataclass, replace
from math import ceil

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from blackstart.core.engine.trace import Shown
from blackstart.shell.canvas.card_text import TEXT_RIGHT, Inks, broken, draw_far, draw_near, readable
from blackstart.shell.canvas.far_words import (
    FAR_GLYPH_RADIUS,
    GLYPH_SLOT_X,
    LARGEST_NAME_PX,
    draw_far_gate,
    draw_far_name,
    draw_far_title,
    draw_stale_plate,
    far_inks,
)
from blackstart.shell.canvas.glyphs import RESERVE_TOKEN, STATE_TOKENS, Stamp, draw_glyph, draw_ring
from blackstart.shell.canvas.picture import Face, GateFace
from blackstart.shell.canvas.plan_marks import draw_kind, draw_plan
from blackstart.shell.canvas.signs import LOUD, STALE, STATE_BITS, STATES
from blackstart.shell.support.fonts import cut, font, words_width
from blackstart.shell.support.theme import RADIUS_CONTROL, RADIUS_ZONE, Theme

GLYPH_X = 19.5  # from a card's left edge
GLYPH_RADIUS = 9.0
GATE_SIZE_PX, ZONE_SIZE_PX, LARGEST_GATE_PX = 11, 13, 15.0
LEAST_GATE_PX, GATE_INSET = 9, 8.0
DETAILS_FROM = 0.75  # least scale
ZONE_NAME = QPointF(20, 27)
ZONE_INSET = 10.0  # where the zone is narrow
TWO_BASELINES, MOST_TWO_LINE_PX = (18.0, 36.0), 15.0  # above the first card
LEAST_TITLE_SHARE = 0.9  # of the wished size, in which a name that can be broken stands in one line
BLOCK_GLYPH_RADIUS, UNKNOWN_SHARE = 17.0, 0.6  # of a far block's sign, and of the ring that stands for a reserve
HOLLOW_SHARE = 0.22  # of a block's height, the border of one that is no longer seen
LEAST_ZONE_PX = 4.5  # on screen; smaller names are specks


@dataclass(frozen=True, slots=True)
class Coat:
    """The colours of one card."""

    fill: QColor
    border: QColor
    border_style: Qt.PenStyle
    glyph: QColor
    name: QColor
    sub: QColor


def coat(face: Face, theme: Theme) -> Coat:
    """Dress a face in a theme: fill and border by state, border alone where it is on reserve."""
    is_down = face.shown is Shown.DOWN
    fill = {Shown.DEGRADED: "degf", Shown.DOWN: "downf", Shown.RECOVERING: "recf"}.get(face.shown, "card")
    border = STATE_TOKENS[face.shown]
    if face.shown is Shown.OPERATIONAL:
        border = "cardln" if face.share_left is None else RESERVE_TOKEN
    style = {Shown.ISOLATED: Qt.PenStyle.DashLine, Shown.MAINTENANCE: Qt.PenStyle.DotLine}
    return Coat(
        fill=theme.color(fill),
        border=theme.color(border),
        border_style=style.get(face.shown, Qt.PenStyle.SolidLine),
        glyph=theme.color("downg" if is_down else STATE_TOKENS[face.shown]),
        name=theme.color("ondown" if is_down else "tx1"),
        sub=theme.color("ondown2" if is_down else "tx2"),
    )


def draw_zone(painter: QPainter, box: QRectF, name: str, theme: Theme, scale: float, least_px: float = 0.0) -> None:
    """Paint a zone: quiet ground, hairline, its name; no word of it smaller than `least_px` on screen."""
    painter.setPen(QPen(theme.color("ln"), 1.0))
    painter.setBrush(theme.color("zone"))
    painter.drawRoundedRect(box, RADIUS_ZONE, RADIUS_ZONE)
    wished = max(readable(ZONE_SIZE_PX, scale), ceil(least_px / scale))
    if wished * scale < LEAST_ZONE_PX:
        return
    if least_px:
        draw_far_title(painter, box, name, theme, wished)
        return
    painter.setPen(theme.color("tx2"))
    lines, size = _title(name, box.width(), wished)
    painter.setFont(font(size))
    for place, words in lines:
        painter.drawText(box.topLeft() + place, cut(words, size, box.width() - TEXT_RIGHT - place.x()))


def _title(name: str, width: float, wished: float) -> tuple[list[tuple[QPointF, str]], float]:
    """Find lines and size of a zone's name: in a narrow zone it stands nearer to the edge, or in two lines."""
    for size in _sizes(wished):
        if size < wished * LEAST_TITLE_SHARE:
            lines = broken(name, MOST_TWO_LINE_PX, width - ZONE_INSET - TEXT_RIGHT, is_bold=False)
            if len(lines) == len(TWO_BASELINES):
                places = [QPointF(ZONE_INSET, y) for y in TWO_BASELINES]
                return list(zip(places, lines, strict=True)), MOST_TWO_LINE_PX
        for indent in (ZONE_NAME.x(), ZONE_INSET):
            if words_width(name, size) <= width - indent - TEXT_RIGHT:
                return [(QPointF(indent, ZONE_NAME.y()), name)], size
    return [(QPointF(ZONE_INSET, ZONE_NAME.y()), name)], ZONE_SIZE_PX


def _sizes(wished: float) -> list[float]:
    return [size for size in (wished, 16, 15, 14, ZONE_SIZE_PX) if ZONE_SIZE_PX <= size <= wished]


def draw_card(painter: QPainter, box: QRectF, face: Face, theme: Theme, scale: float, least_px: float = 0.0) -> None:
    """Paint a component; from afar its words are fewer and larger, and none is smaller than `least_px` on screen."""
    colors = coat(face, theme)
    if least_px:
        _draw_for_a_room(painter, box, face, colors, theme, ceil(least_px / scale))
        return
    _plate(painter, box, colors, is_quiet=face.shown is Shown.OPERATIONAL and face.share_left is None)
    is_near = scale >= DETAILS_FROM
    if face.is_plan:
        draw_kind(painter, box, face, theme, is_near=is_near)
        if is_near:
            draw_plan(painter, box, face, theme)
        else:
            draw_far(painter, box, face, Inks(colors.name, colors.sub), scale)
        return
    _state(painter, box, face, colors, theme)
    if is_near:
        draw_near(painter, box, face, Inks(colors.name, colors.sub))
    else:
        draw_far(painter, box, face, Inks(colors.name, colors.sub), scale)
    if face.progress is not None:
        _progress(painter, box, face.progress, theme.color(STATE_TOKENS[Shown.RECOVERING]))


def _draw_for_a_room(
    painter: QPainter, box: QRectF, face: Face, colors: Coat, theme: Theme, least: float | None
) -> None:
    """Paint a component so that its name can be read from the back of a room; `least` None = it is a form alone."""
    if face.is_stale:
        draw_stale_plate(painter, box, theme)
        colors = replace(colors, fill=theme.color("bg0"), glyph=theme.color(STATE_TOKENS[face.shown]))
    else:
        _plate(painter, box, colors, is_quiet=face.shown is Shown.OPERATIONAL and face.share_left is None)
    is_named = least is not None and least <= LARGEST_NAME_PX
    centre = QPointF(box.left() + GLYPH_SLOT_X if is_named else box.center().x(), box.center().y())
    _sign(painter, centre, FAR_GLYPH_RADIUS if least is not None else BLOCK_GLYPH_RADIUS, face, colors, theme)
    if least is not None and is_named:
        draw_far_name(painter, box, face, far_inks(face, theme, colors.name), least)


def _state(painter: QPainter, box: QRectF, face: Face, colors: Coat, theme: Theme) -> None:
    """Paint a state's glyph where a card of the window has it."""
    _sign(painter, QPointF(box.left() + GLYPH_X, box.center().y()), GLYPH_RADIUS, face, colors, theme)


def _sign(painter: QPainter, centre: QPointF, radius: float, face: Face, colors: Coat, theme: Theme) -> None:
    """Paint a state's glyph, or the ring of what goes on with what it holds."""
    if face.share_left is not None:
        # As large on every card that has a name: a larger one would touch that.
        ring = GLYPH_RADIUS if radius == FAR_GLYPH_RADIUS else radius
        draw_ring(painter, face.share_left, Stamp(centre, ring, theme.color(RESERVE_TOKEN), colors.fill))
    if face.share_left is None or face.shown is not Shown.OPERATIONAL:
        inside = radius if face.share_left is None else radius * 0.75  # inside its ring
        draw_glyph(painter, face.shown, Stamp(centre, inside, colors.glyph, colors.fill))


def draw_block(painter: QPainter, box: QRectF, code: int, theme: Theme, radius: float = RADIUS_CONTROL) -> None:
    """Paint a component as a plain block, for zooms at which nothing can be read; hollow if it is no longer seen."""
    color = block_color(code, theme)
    if code & STALE:
        width = box.height() * HOLLOW_SHARE
        painter.setPen(QPen(color, width))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box.adjusted(width / 2, width / 2, -width / 2, -width / 2), radius, radius)
        return
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    painter.drawRoundedRect(box, radius, radius)


def draw_choice(painter: QPainter, box: QRectF, theme: Theme) -> None:
    """Paint the ring of the chosen card."""
    painter.setPen(QPen(theme.color("ink"), 1.8))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box.adjusted(-4, -4, 4, 4), RADIUS_CONTROL + 3, RADIUS_CONTROL + 3)


def draw_far_block(painter: QPainter, box: QRectF, code: int, theme: Theme) -> None:
    """Paint a component for zooms at which no name can be read from the back of a room: its state's form still can."""
    share = UNKNOWN_SHARE if code & LOUD else None
    face = Face("", STATES[code & STATE_BITS], share_left=share, is_stale=bool(code & STALE))
    _draw_for_a_room(painter, box, face, coat(face, theme), theme, None)


def block_color(code: int, theme: Theme) -> QColor:
    """Return the colour of a card that is painted as a plain block, by its sign."""
    code &= ~STALE
    if not code:
        return theme.color("cardln")
    return theme.color(RESERVE_TOKEN if code == LOUD else STATE_TOKENS[STATES[code & STATE_BITS]])


def draw_gate(
    painter: QPainter, box: QRectF, gate: GateFace, theme: Theme, scale: float, least_px: float = 0.0
) -> None:
    """Paint the pill of a group: how many of how many, and the group's state as its border."""
    is_quiet = gate.shown is Shown.OPERATIONAL
    painter.setPen(QPen(theme.color("ln2" if is_quiet else STATE_TOKENS[gate.shown]), 1.4))
    painter.setBrush(theme.color("bg0" if theme.is_dark else "card"))
    painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
    painter.setPen(theme.color("tx1"))
    if least_px:
        draw_far_gate(painter, box, gate, ceil(least_px / scale))
        return
    sizes = range(round(min(readable(GATE_SIZE_PX, scale), LARGEST_GATE_PX)), LEAST_GATE_PX, -1)
    room = box.width() - GATE_INSET
    fitting = (size for size in sizes if words_width(gate.text, size) <= room)
    painter.setFont(font(next(fitting, LEAST_GATE_PX)))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, gate.text)


def _plate(painter: QPainter, box: QRectF, colors: Coat, *, is_quiet: bool) -> None:
    pen = QPen(colors.border, 1.2 if is_quiet else 1.6, colors.border_style)
    if colors.border_style is Qt.PenStyle.DashLine:
        pen.setDashPattern([3.2, 2.2])
    if colors.border_style is Qt.PenStyle.DotLine:
        pen.setDashPattern([1.2, 2.2])
    painter.setPen(pen)
    painter.setBrush(colors.fill)
    painter.drawRoundedRect(box, RADIUS_CONTROL, RADIUS_CONTROL)


def _progress(painter: QPainter, box: QRectF, share: float, color: QColor) -> None:
    full = box.width() - 12
    painter.setPen(Qt.PenStyle.NoPen)
    for width, opacity in ((full, 0.3), (full * min(max(share, 0.0), 1.0), 1.0)):
        shade = QColor(color)
        shade.setAlphaF(opacity)
        painter.setBrush(shade)
        painter.drawRoundedRect(QRectF(box.left() + 6, box.bottom() - 6, width, 2.6), 1.3, 1.3)
