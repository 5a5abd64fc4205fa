"""The signs of marks: told apart by their shape, in ink like all that is no state."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen, QPolygonF

from blackstart.shell.review.lanes.marks import LaneKind, LaneMark
from blackstart.shell.support.look import Look
from blackstart.shell.widgets.diamond import NUMBER_PX, draw_diamond, reach

TICK_PX, SMALL_PX = 11, 3.5  # height of a tick; reach of a small sign
COUNT_PX, COUNT_SIDE_PX = 15, 4  # height of a count; beside its words
TICK_WIDTH_PX, LINE_PX = 1.6, 1.3


def half_of(mark: LaneMark, look: Look) -> float:
    """Return how far the sign of a mark reaches to either side, px."""
    match mark.kind:
        case LaneKind.INJECT:
            return TICK_WIDTH_PX
        case LaneKind.DECISION if mark.number:
            return reach(look)
        case LaneKind.DECISION:
            return _small(look) + 1
    return _small(look)


def shared_half(most: int, look: Look, *, has_numbers: bool) -> float:
    """Return how far the sign of several reaches to either side, px: of so many at most, or of decisions' numbers."""
    digits = "8" * len(str(most))
    words = QFontMetricsF(look.font(NUMBER_PX, is_bold=True)).horizontalAdvance(
        f"{digits}–{digits}" if has_numbers else digits
    )
    return words / 2 + look.px(COUNT_SIDE_PX)


def draw_sign(painter: QPainter, middle: QPointF, mark: LaneMark, look: Look, *, is_filled: bool) -> None:
    """Paint the sign of one mark; the chosen one is filled."""
    ink, small = look.theme.color("ink"), _small(look)
    if mark.kind is LaneKind.DECISION and mark.number:
        draw_diamond(painter, middle, mark.number, look, is_filled=is_filled)
        return
    painter.setPen(QPen(ink, LINE_PX))
    painter.setBrush(ink if is_filled else look.theme.color("bg0"))
    match mark.kind:
        case LaneKind.INJECT:
            half = look.px(TICK_PX) / 2
            painter.setPen(QPen(ink, 2 * TICK_WIDTH_PX if is_filled else TICK_WIDTH_PX))
            painter.drawLine(middle - QPointF(0, half), middle + QPointF(0, half))
        case LaneKind.DECISION:
            painter.drawPolygon(_polygon(middle, ((0, -1.3), (1.3, 0), (0, 1.3), (-1.3, 0)), small))
        case LaneKind.ACTION:
            painter.drawPolygon(_polygon(middle, ((-0.9, -1), (1, 0), (-0.9, 1)), small))
        case LaneKind.NOTE:
            painter.drawRect(QRectF(middle.x() - small + 0.5, middle.y() - small + 0.5, 2 * small - 1, 2 * small - 1))
        case LaneKind.WORD:
            painter.drawEllipse(middle, small, small)
        case LaneKind.HAND:
            painter.setPen(QPen(ink, 2 * LINE_PX if is_filled else LINE_PX))
            painter.drawLine(middle + QPointF(-small, -small), middle + QPointF(small, small))
            painter.drawLine(middle + QPointF(-small, small), middle + QPointF(small, -small))


def draw_count(painter: QPainter, box: QRectF, words: str, look: Look, *, is_filled: bool) -> None:
    """Paint the sign that several marks share."""
    theme = look.theme
    painter.setPen(QPen(theme.color("ink"), 1.0))
    painter.setBrush(theme.color("ink" if is_filled else "bg3"))
    painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
    painter.setFont(look.font(NUMBER_PX, is_bold=True))
    painter.setPen(theme.color("inkon" if is_filled else "ink"))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)


def shared_words(marks: Sequence[LaneMark]) -> str:
    """Return what stands in the sign of several marks: the numbers of decisions in a row, else how many there are."""
    numbers = sorted(mark.number for mark in marks)
    is_row = numbers[0] > 0 and numbers == list(range(numbers[0], numbers[0] + len(numbers)))
    return f"{numbers[0]}–{numbers[-1]}" if is_row else str(len(marks))


def _small(look: Look) -> float:
    return look.px(2 * SMALL_PX) / 2


def _polygon(middle: QPointF, corners: tuple[tuple[float, float], ...], size: float) -> QPolygonF:
    return QPolygonF([middle + QPointF(x, y) * size for x, y in corners])
