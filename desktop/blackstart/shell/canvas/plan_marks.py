"""What a card shows while it is drawn: its kind on the left, a badge where it stands in a group, a lock."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from blackstart.shell.canvas.card_text import SUB_SIZE_PX, TEXT_RIGHT, TEXT_X, draw_name, draw_sub
from blackstart.shell.canvas.picture import Face
from blackstart.shell.support.fonts import font
from blackstart.shell.support.icons import draw_icon
from blackstart.shell.support.theme import RADIUS_TAG, Theme

KIND_X, KIND_Y, KIND_PX = 19.5, 18.0, 16.0  # middle of the icon, from a card's upper left corner
FAR_KIND_PX = 21.0  # where the name is set larger too
BADGE_HEIGHT, BADGE_PAD, BADGE_INSET = 16.0, 6.0, 7.0
LOCK_PX, LOCK_INSET = 11.0, 13.0
LOCK_ICON = "lock"


def draw_kind(painter: QPainter, box: QRectF, face: Face, theme: Theme, *, is_near: bool) -> None:
    """Paint the icon of a kind; beside a name that stands alone, in the middle of the card's height."""
    y = box.top() + KIND_Y if is_near else box.center().y()
    draw_icon(
        painter, face.icon, QPointF(box.left() + KIND_X, y), KIND_PX if is_near else FAR_KIND_PX, theme.color("tx2")
    )


def draw_plan(painter: QPainter, box: QRectF, face: Face, theme: Theme) -> None:
    """Set the name and the kind, and the marks on their right."""
    room = box.width() - TEXT_X - TEXT_RIGHT
    draw_name(painter, box, face.name, theme.color("tx1"), room - (LOCK_INSET if face.is_locked else 0))
    if face.is_locked:
        middle = QPointF(box.right() - LOCK_INSET, box.top() + KIND_Y)
        draw_icon(painter, LOCK_ICON, middle, LOCK_PX, theme.color("tx2"))
    taken = _badge(painter, box, face.badge, theme) if face.badge else 0.0
    draw_sub(painter, box, face.sub, theme.color("tx2"), room - taken)


def _badge(painter: QPainter, box: QRectF, words: str, theme: Theme) -> float:
    """Paint a badge; returns how much of the line beside it that takes."""
    width = QFontMetricsF(font(SUB_SIZE_PX)).horizontalAdvance(words) + 2 * BADGE_PAD
    plate = QRectF(box.right() - BADGE_INSET - width, box.bottom() - BADGE_INSET - BADGE_HEIGHT, width, BADGE_HEIGHT)
    painter.setPen(QPen(theme.color("btnln"), 1.0))
    painter.setBrush(theme.color("bg3"))
    painter.drawRoundedRect(plate, RADIUS_TAG, RADIUS_TAG)
    painter.setFont(font(SUB_SIZE_PX))
    painter.setPen(theme.color("tx1"))
    painter.drawText(plate, Qt.AlignmentFlag.AlignCenter, words)
    return width
