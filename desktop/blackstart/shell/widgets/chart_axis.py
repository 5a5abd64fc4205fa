"""What lies round a chart's curves: hairlines with their figures, times below, marks and playhead above."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from blackstart.core.base.simtime import Seconds
from blackstart.core.base.words import Words
from blackstart.shell.support.fonts import META
from blackstart.shell.support.look import Look
from blackstart.shell.support.theme import SPACE_4, SPACE_8, SPACE_16
from blackstart.shell.widgets.diamond import draw_diamond, reach
from blackstart.shell.widgets.time_strip import LEAST_TICK_GAP_PX, Mark, MarkKind, Span, tick_label, ticks

LINE_PX, DOT_PX = 16.0, 4.0
GROUND = "bg1"


@dataclass(frozen=True, slots=True)
class Axes:
    """Where times and values lie.

    Attributes
    ----------
    area : QRectF
        What the curves have, px.
    span : Span
        Times from the left of the area to its right.
    levels : tuple of int
        Values with a hairline, the lowest and the highest of which bound the area.
    """

    area: QRectF
    span: Span
    levels: tuple[int, ...]

    @property
    def top(self) -> int:
        return max(self.levels[-1], 1)

    def x_of(self, at: float) -> float:
        whole = max(self.span.until - self.span.start, 1)
        return self.area.left() + (at - self.span.start) / whole * self.area.width()

    def y_of(self, value: float) -> float:
        return self.area.bottom() - value / self.top * self.area.height()

    def reach(self, box: QRectF) -> tuple[tuple[float, float], tuple[float, float]]:
        """Return which times and which values a box would show that may be larger than the area."""
        second = max(self.span.until - self.span.start, 1) / max(self.area.width(), 1.0)
        unit = self.top / max(self.area.height(), 1.0)
        first = self.span.start + (box.left() - self.area.left()) * second
        lowest = (self.area.bottom() - box.bottom()) * unit
        return (first, first + box.width() * second), (lowest, lowest + box.height() * unit)

    def time_at(self, x: float) -> int:
        """Return the time at a place, within the span."""
        share = (x - self.area.left()) / max(self.area.width(), 1.0)
        at = self.span.start + round(share * (self.span.until - self.span.start))
        return min(max(at, self.span.start), self.span.until)


def levels_up_to(most: int) -> tuple[int, ...]:
    """Round values from 0 to one that is not below the largest, two or three steps apart."""
    if most <= 0:
        return (0,)
    unit = 10 ** max(len(str(most)) - 2, 0)
    steps = [(count * step * each, count) for each in (unit, 10 * unit) for step in (1, 2, 5) for count in (2, 3)]
    top, count = min(found for found in steps if found[0] >= most)
    return tuple(range(0, top + 1, top // count))


def halves_of(whole: int) -> tuple[int, ...]:
    """0, the half and the whole of a known number of things; without a half where there is none."""
    return (0, whole // 2, whole) if whole % 2 == 0 and whole > 0 else (0, max(whole, 1))


def level_label(value: int, words: Words) -> str:
    """Write a round value in short, ``20 M``."""
    return words.amount(value).replace(".0", "")


def room_for_curves(whole: QRectF, levels: Sequence[int], until: Seconds, look: Look) -> QRectF:
    """Return what is left in the middle once figures, times and diamonds have their place."""
    metrics = QFontMetricsF(look.font(META))
    figures = max(metrics.horizontalAdvance(level_label(level, look.words)) for level in levels)
    last_time = metrics.horizontalAdvance(tick_label(until)) / 2
    below = look.px(LINE_PX) + SPACE_4
    return whole.adjusted(figures + SPACE_8, 2 * reach(look) + SPACE_4, -max(last_time, SPACE_8), -below)


def draw_axes(painter: QPainter, axes: Axes, look: Look) -> None:
    theme, line = look.theme, look.px(LINE_PX)
    painter.setFont(look.font(META))
    for level in axes.levels:
        y = axes.y_of(level)
        painter.setPen(QPen(theme.color("ln2" if level == 0 else "ln"), 1.0))
        painter.drawLine(QPointF(axes.area.left(), y), QPointF(axes.area.right(), y))
        box = QRectF(0, y - line / 2, axes.area.left() - SPACE_8, line)
        painter.setPen(theme.color("tx3"))
        painter.drawText(
            box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, level_label(level, look.words)
        )
    for at in ticks(axes.span, axes.area.width(), look.px(LEAST_TICK_GAP_PX)):
        box = QRectF(axes.x_of(at) - 2 * line, axes.area.bottom() + SPACE_4, 4 * line, line)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, tick_label(at))


def draw_marks(painter: QPainter, axes: Axes, marks: Sequence[Mark], look: Look) -> None:
    """Paint a dashed line at each decision; its diamond stands as near above it as its neighbours let it."""
    shown = sorted(
        (mark for mark in marks if mark.kind is MarkKind.DECISION and axes.span.start <= mark.at <= axes.span.until),
        key=lambda mark: (mark.at, mark.number),
    )
    pen = QPen(look.theme.color("tx3"), 1.0)
    pen.setDashPattern([2.0, 3.0])
    painter.setPen(pen)
    for mark in shown:
        x = axes.x_of(mark.at)
        painter.drawLine(QPointF(x, axes.area.top()), QPointF(x, axes.area.bottom()))
    middles = spaced([axes.x_of(mark.at) for mark in shown], 2 * reach(look) + 2, axes.area)
    y = axes.area.top() - reach(look) - 1
    for mark, x in zip(shown[len(shown) - len(middles) :], middles, strict=True):
        draw_diamond(painter, QPointF(x, y), mark.number, look, GROUND)


def spaced(wanted: Sequence[float], gap: float, area: QRectF) -> list[float]:
    """Move places, in rising order, so far apart that none covers another; as many of the last as have room."""
    kept = list(wanted[-max(int(area.width() / gap), 1) :])
    for number in range(1, len(kept)):
        kept[number] = max(kept[number], kept[number - 1] + gap)
    limit = area.right()
    for number in range(len(kept) - 1, -1, -1):
        kept[number] = min(kept[number], limit)
        limit = kept[number] - gap
    return kept


def draw_playhead(painter: QPainter, axes: Axes, now: int, value: int | None, look: Look) -> None:
    """Paint the line at the present, with a dot where the curve passes it."""
    x = axes.x_of(min(max(now, axes.span.start), axes.span.until))
    painter.setPen(QPen(look.theme.color("ink"), 1.5))
    painter.drawLine(QPointF(x, axes.area.top() - 1), QPointF(x, axes.area.bottom()))
    if value is not None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.theme.color("ink"))
        painter.drawEllipse(QPointF(x, axes.y_of(value)), DOT_PX, DOT_PX)


def draw_focus(painter: QPainter, axes: Axes, look: Look) -> None:
    """Paint what says that the keys are the chart's."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(look.theme.color("ink"), 1.0, Qt.PenStyle.DashLine))
    painter.drawRoundedRect(axes.area.adjusted(-SPACE_4, -SPACE_16, SPACE_4, SPACE_4), SPACE_4, SPACE_4)
