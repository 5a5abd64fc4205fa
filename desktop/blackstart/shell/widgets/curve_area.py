"""What lies between two step curves: hatched in ink, with what it is worth in words."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPainterPath, QPen, QPolygonF

from blackstart.shell.support.fonts import META, SECONDARY
from blackstart.shell.support.look import Look
from blackstart.shell.support.theme import RADIUS_TAG, SPACE_4, SPACE_8

HATCH_GAP_PX, HATCH_OPACITY, PLATE_OPACITY, SAMPLE_PX = 7, 0.30, 0.86, 4


def between(one: Sequence[QPointF], other: Sequence[QPointF]) -> QPainterPath:
    """Return the area between two curves from the same left to the same right, as their corners."""
    path = QPainterPath()
    path.addPolygon(QPolygonF([*one, *reversed(other)]))
    path.closeSubpath()
    return path


def draw_hatch(painter: QPainter, area: QPainterPath, look: Look) -> None:
    """Fill an area with slanting lines, one to the next as far as on a map on paper."""
    box, gap = area.boundingRect(), HATCH_GAP_PX
    painter.save()
    painter.setClipPath(area, Qt.ClipOperation.IntersectClip)
    painter.setPen(QPen(look.theme.color("ink", HATCH_OPACITY), 1.0))
    first = int((box.left() - box.height()) // gap) * gap
    for x in range(first, int(box.right()) + gap, gap):
        painter.drawLine(QPointF(x, box.bottom()), QPointF(x + box.height(), box.top()))
    painter.restore()


def middle_of(one: Sequence[QPointF], other: Sequence[QPointF]) -> QPointF | None:
    """Return where most of the area lies: the middle of its widest gap near its centre; None = there is no area."""
    left, right = one[0].x(), one[-1].x()
    gaps = []
    for number in range(max(int((right - left) / SAMPLE_PX), 1)):
        x = left + (number + 0.5) * SAMPLE_PX
        upper, lower = _y_at(one, x), _y_at(other, x)
        gaps.append((x, abs(upper - lower), (upper + lower) / 2))
    whole = sum(gap for _, gap, _ in gaps)
    if whole <= 0:
        return None
    centre = sum(x * gap for x, gap, _ in gaps) / whole
    widest = max(gap for _, gap, _ in gaps)
    x, _, y = min((each for each in gaps if each[1] >= widest / 2), key=lambda each: abs(each[0] - centre))
    return QPointF(x, y)


def draw_words(painter: QPainter, middle: QPointF, words: Sequence[str], plot: QRectF, look: Look) -> None:
    """Write lines round a point, on a plate that keeps the hatch away: as many as the plot holds, the first bold."""
    fonts = [look.font(META if number == 2 else SECONDARY, is_bold=number == 0) for number in range(len(words))]
    lines = [QFontMetricsF(font) for font in fonts]
    while len(lines) > 1 and sum(metrics.height() for metrics in lines) > plot.height():
        lines.pop()
    words, fonts = words[: len(lines)], fonts[: len(lines)]
    width = max(metrics.horizontalAdvance(each) for metrics, each in zip(lines, words, strict=True)) + 2 * SPACE_8
    height = sum(metrics.height() for metrics in lines) + SPACE_4
    plate = QRectF(middle.x() - width / 2, middle.y() - height / 2, width, height)
    plate.moveLeft(max(min(plate.left(), plot.right() - width), plot.left()))
    plate.moveTop(max(min(plate.top(), plot.bottom() - height), plot.top()))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.theme.color("bg0", PLATE_OPACITY))
    painter.drawRoundedRect(plate, RADIUS_TAG, RADIUS_TAG)
    y = plate.top() + SPACE_4 / 2
    for number, (font, metrics, each) in enumerate(zip(fonts, lines, words, strict=True)):
        painter.setFont(font)
        painter.setPen(look.theme.color("ink" if number == 0 else "tx2"))
        painter.drawText(QRectF(plate.left(), y, width, metrics.height()), Qt.AlignmentFlag.AlignCenter, each)
        y += metrics.height()


def _y_at(corners: Sequence[QPointF], x: float) -> float:
    """Return the height of a step curve at a place, from its corners."""
    y = corners[0].y()
    for corner in corners:
        if corner.x() > x:
            break
        y = corner.y()
    return y
