"""The sign of a state beside its word: the same shapes as on the map."""

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter

from blackstart.shell.canvas.glyphs import RESERVE_TOKEN, STATE_TOKENS, Stamp, draw_glyph, draw_ring
from blackstart.shell.display.sheets import Sign
from blackstart.shell.support.icons import draw_icon
from blackstart.shell.support.theme import Theme

RING_SHARE = 0.6  # of the ring that stands for "on reserve"
RING_SIZE = 0.68  # of a glyph's, as the ring lies further out
NOT_SEEN_ICON = "eyeoff"


def draw_sign(painter: QPainter, sign: Sign, centre: QPointF, radius: float, theme: Theme, ground: str) -> None:
    """Paint it; `ground` is the colour's name below it."""
    if sign.shown is None:
        draw_icon(painter, NOT_SEEN_ICON, centre, 2 * radius, theme.color("tx2"))
        return
    token = RESERVE_TOKEN if sign.is_on_reserve else STATE_TOKENS[sign.shown]
    stamp = Stamp(centre, radius, theme.color(token), theme.color(ground))
    if sign.is_on_reserve:
        draw_ring(painter, RING_SHARE, Stamp(centre, radius * RING_SIZE, stamp.color, stamp.ground))
    else:
        draw_glyph(painter, sign.shown, stamp)
