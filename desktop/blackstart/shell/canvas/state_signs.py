"""The sign and the word of a state, and the sign of a doubt, for tables and lists beside the map."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap

from blackstart.core.engine.trace import Shown
from blackstart.core.exercise.model import State
from blackstart.shell.canvas.doubts import Doubt, draw_doubt
from blackstart.shell.canvas.glyphs import RESERVE_TOKEN, STATE_TOKENS, Stamp, draw_glyph, draw_ring
from blackstart.shell.support.look import Look
from blackstart.shell.support.theme import Theme

RING_SHARE, RING_RADIUS_SHARE = 0.6, 0.75


def state_word(state: State, look: Look) -> str:
    """Return a state's word."""
    return look.words.say(state_key(state))


def state_key(state: State) -> str:
    """Return what a state's word goes by."""
    return f"state.{state.value.replace(' ', '-')}"


def draw_state(painter: QPainter, state: State, centre: QPointF, radius: float, theme: Theme, ground: QColor) -> None:
    """Paint a state's glyph, or the ring of a reserve."""
    if state is State.ON_RESERVE:
        ring = Stamp(centre, radius * RING_RADIUS_SHARE, theme.color(RESERVE_TOKEN), ground)
        draw_ring(painter, RING_SHARE, ring)
    else:
        shown = Shown(state.value)
        draw_glyph(painter, shown, Stamp(centre, radius, theme.color(STATE_TOKENS[shown]), ground))


def state_icon(state: State, look: Look, usual_px: int) -> QIcon:
    """Return a state's glyph as an icon."""

    def paint(painter: QPainter, size: int) -> None:
        theme = look.theme
        draw_state(painter, state, QPointF(size / 2, size / 2), size / 2 - 2, theme, theme.color("bg1"))

    return _icon(paint, look.px(usual_px))


def doubt_icon(doubt: Doubt, look: Look, usual_px: int) -> QIcon:
    """Return a doubt's mark as an icon."""

    def paint(painter: QPainter, size: int) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_doubt(painter, doubt, QPointF(size / 2, size / 2), size - 2, look.theme)

    return _icon(paint, look.px(usual_px))


def _icon(paint: Callable[[QPainter, int], None], size: int) -> QIcon:
    picture = QPixmap(2 * size, 2 * size)  # sharp on double-density screens
    picture.setDevicePixelRatio(2)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    paint(painter, size)
    painter.end()
    made = QIcon(picture)
    made.addPixmap(picture, QIcon.Mode.Selected)  # else Qt would tint it in a chosen row, and colour means a state
    return made
