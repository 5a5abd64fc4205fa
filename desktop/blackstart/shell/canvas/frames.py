"""Painters of what moves: dots on their way, cards that change. Uncached, on the canvas's own scale."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from blackstart.core.base.ids import ComponentId
from blackstart.core.engine.trace import Shown
from blackstart.core.topology.model import Box
from blackstart.shell.canvas.cards import draw_block, draw_card
from blackstart.shell.canvas.changes import Change
from blackstart.shell.canvas.geometry import rect
from blackstart.shell.canvas.glyphs import RESERVE_TOKEN, STATE_TOKENS
from blackstart.shell.canvas.motion import RING_GROWTH
from blackstart.shell.canvas.picture import Face, Picture, code_of
from blackstart.shell.canvas.pulses import Dot
from blackstart.shell.canvas.snapshot import CARDS_FROM
from blackstart.shell.support.theme import RADIUS_CONTROL, Theme

RING_WIDTH = 2.0
BORDER_REACH = 2.0  # canvas px by which a border, painted smoothly, goes beyond its card


@dataclass(frozen=True, slots=True)
class Frame:
    """What moves, at one time."""

    dots: tuple[Dot, ...] = ()
    changes: tuple[Change, ...] = ()


def places(frame: Frame, cards: Mapping[ComponentId, Box]) -> Iterator[QRectF]:
    """Return where a frame's parts lie, in canvas px."""
    for dot in frame.dots:
        reach = dot.radius + 1
        yield QRectF(dot.at[0] - reach, dot.at[1] - reach, 2 * reach, 2 * reach)
    for change in frame.changes:
        yield _around(rect(cards[change.component]))


def draw_frame(painter: QPainter, frame: Frame, picture: Picture, theme: Theme, scale: float) -> None:
    """Paint a frame over its picture."""
    cards = picture.drawing.arrangement.cards
    for change in frame.changes:
        box = rect(cards[change.component])
        if painter.hasClipping() and not painter.clipBoundingRect().intersects(_around(box)):
            continue
        if change.growth is None:
            _draw_former(painter, box, change, theme, scale, picture.least_px)
        else:
            _draw_ring(painter, box, change, ring_color(change, picture.faces[change.component], theme))
    painter.setPen(Qt.PenStyle.NoPen)
    for dot in frame.dots:
        painter.setBrush(theme.color(STATE_TOKENS[dot.shown], dot.opacity))
        painter.drawEllipse(QPointF(*dot.at), dot.radius, dot.radius)


def ring_color(change: Change, face: Face, theme: Theme) -> QColor:
    """Return the colour of a ring: of the state that the card has now, or ink where motion is reduced."""
    if change.is_still:
        return theme.color("ink")
    is_on_reserve = face.share_left is not None and face.shown is Shown.OPERATIONAL
    return theme.color(RESERVE_TOKEN if is_on_reserve else STATE_TOKENS[face.shown], change.opacity)


def _around(box: QRectF) -> QRectF:
    """Return all that a changing card ever covers."""
    reach = RING_GROWTH + RING_WIDTH + BORDER_REACH
    return box.adjusted(-reach, -reach, reach, reach)


def _draw_former(painter: QPainter, box: QRectF, change: Change, theme: Theme, scale: float, least_px: float) -> None:
    """Paint what the card looked like, as far as it is still seen, over what it looks like."""
    painter.setOpacity(1 - change.faded)
    if scale < CARDS_FROM:
        draw_block(painter, box, code_of(change.before), theme)
    else:
        draw_card(painter, box, change.before, theme, scale, least_px)
    painter.setOpacity(1.0)


def _draw_ring(painter: QPainter, box: QRectF, change: Change, color: QColor) -> None:
    growth = (change.growth or 0.0) + RING_WIDTH / 2
    painter.setPen(QPen(color, RING_WIDTH))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    radius = RADIUS_CONTROL + growth
    painter.drawRoundedRect(box.adjusted(-growth, -growth, growth, growth), radius, radius)
