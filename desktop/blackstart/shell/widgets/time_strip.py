"""The second axis: time from left to right, what happened as marks on it, and the playhead."""

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QAbstractSlider, QSizePolicy, QWidget

from blackstart.core.base.simtime import Seconds, clock_face
from blackstart.shell.support.fonts import META
from blackstart.shell.support.look import Look
from blackstart.shell.support.theme import SPACE_16
from blackstart.shell.widgets.diamond import draw_diamond

# All of it holds words, and grows with them.
HEIGHT_PX, LINE_Y, DIAMOND_Y, HEAD_Y = 52, 26, 10, 6
LEAST_TICK_GAP_PX, LABEL_PX = 72, 80
_STEPS_S = (60, 300, 600, 900, 1800, 3600, 7200, 14400, 21600, 43200, 86400, 172800)


class MarkKind(Enum):
    """What a mark stands for."""

    INJECT = "inject"  # delivered
    COMING = "coming"  # on the facilitator's console alone
    DECISION = "decision"


@dataclass(frozen=True, slots=True)
class Mark:
    """Something that happened, or will, at a time; a decision bears its number."""

    at: Seconds
    kind: MarkKind
    number: int = 0


@dataclass(frozen=True, slots=True)
class Span:
    """What a strip shows: from `start` to `until`, with marks."""

    start: Seconds = Seconds(0)
    until: Seconds = Seconds(3600)
    marks: tuple[Mark, ...] = ()


class TimeStrip(QAbstractSlider):
    """A slider over exercise time; arrows step, dragging seeks, unless it only shows."""

    sought = Signal(int)  # exercise seconds the user has moved the playhead to

    def __init__(self, look: Look, *, is_seekable: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._span = Span()
        self._is_seekable = is_seekable
        self.setOrientation(Qt.Orientation.Horizontal)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(look.px(HEIGHT_PX))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if is_seekable else Qt.FocusPolicy.NoFocus)
        self.setSingleStep(60)
        self.setPageStep(600)
        self.actionTriggered.connect(self._tell_wish)
        look.changed.connect(self.update)

    def show_span(self, span: Span) -> None:
        if span != self._span:
            self._span = span
            self.setRange(span.start, span.until)
            self.update()

    def show_now(self, now: Seconds) -> None:
        """Move the playhead, without a word to anyone."""
        if now != self.value():
            self.setValue(now)
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(480, self._look.px(HEIGHT_PX))

    def x_of(self, at: int) -> float:
        """Return where a time lies, px from the left."""
        whole = max(self._span.until - self._span.start, 1)
        return self._look.px(SPACE_16) + (at - self._span.start) / whole * self._room()

    def time_at(self, x: float) -> int:
        """Return the time at a place, within the span."""
        whole = self._span.until - self._span.start
        at = self._span.start + round((x - self._look.px(SPACE_16)) / self._room() * whole)
        return min(max(at, self._span.start), self._span.until)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._seek(event.position().x())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._seek(event.position().x())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_axis(painter)
        marks = [mark for mark in self._span.marks if self._span.start <= mark.at <= self._span.until]
        for mark in marks:
            if mark.kind is not MarkKind.DECISION:
                self._draw_stroke(painter, mark)
        self._draw_playhead(painter)
        for mark in marks:  # over the playhead, so that a decision that has just opened keeps its number
            if mark.kind is MarkKind.DECISION:
                draw_diamond(painter, QPointF(self.x_of(mark.at), self._look.px(DIAMOND_Y)), mark.number, self._look)
        painter.end()

    def _room(self) -> float:
        return max(self.width() - 2.0 * self._look.px(SPACE_16), 1.0)

    def _seek(self, x: float) -> None:
        if self._is_seekable:
            self.setValue(self.time_at(x))
            self.update()
            self.sought.emit(self.value())

    def _tell_wish(self) -> None:
        # Qt has the new place in sliderPosition already, and takes it over as value after this.
        self.update()
        self.sought.emit(self.sliderPosition())

    def _draw_axis(self, painter: QPainter) -> None:
        theme, px = self._look.theme, self._look.px
        line = px(LINE_Y)
        painter.setPen(QPen(theme.color("ln2"), 1.0))
        painter.drawLine(QPointF(self.x_of(self._span.start), line), QPointF(self.x_of(self._span.until), line))
        painter.setPen(QPen(theme.color("ink"), 2.6))
        played = min(max(self.value(), self._span.start), self._span.until)
        painter.drawLine(QPointF(self.x_of(self._span.start), line), QPointF(self.x_of(played), line))
        painter.setFont(self._look.font(META))
        for at in ticks(self._span, self._room(), px(LEAST_TICK_GAP_PX)):
            x = self.x_of(at)
            painter.setPen(QPen(theme.color("ln2"), 1.0))
            painter.drawLine(QPointF(x, line), QPointF(x, line + 5))
            painter.setPen(theme.color("tx3"))
            label = QRectF(x - px(LABEL_PX) / 2, line + px(7), px(LABEL_PX), px(16))
            painter.drawText(label, Qt.AlignmentFlag.AlignCenter, tick_label(at))

    def _draw_stroke(self, painter: QPainter, mark: Mark) -> None:
        x, line = self.x_of(mark.at), self._look.px(LINE_Y)
        painter.setPen(_stroke(mark.kind, self._look))
        painter.drawLine(QPointF(x, line - 6), QPointF(x, line + 6))

    def _draw_playhead(self, painter: QPainter) -> None:
        theme, head, line = self._look.theme, self._look.px(HEAD_Y), self._look.px(LINE_Y)
        x = self.x_of(min(max(self.value(), self._span.start), self._span.until))
        painter.setPen(QPen(theme.color("ink"), 1.5))
        painter.drawLine(QPointF(x, head + 4), QPointF(x, line + 10))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("ink"))
        painter.drawPolygon(QPolygonF([QPointF(x - 5, head), QPointF(x + 5, head), QPointF(x, head + 8)]))
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.color("ink"), 1.0))
            painter.drawRoundedRect(QRectF(x - 8, head - 3, 16, line - head + 16), 4, 4)


def ticks(span: Span, room_px: float, gap_px: float = LEAST_TICK_GAP_PX) -> list[int]:
    """Times that are written on the axis: round ones, far enough from each other."""
    whole = max(span.until - span.start, 1)
    step = next((each for each in _STEPS_S if each / whole * room_px >= gap_px), _STEPS_S[-1])
    first = -(-span.start // step) * step
    return list(range(first, span.until + 1, step))


def tick_label(at: int) -> str:
    """Write a time on the axis, ``h:mm``."""
    return clock_face(at)[:-3]


def _stroke(kind: MarkKind, look: Look) -> QPen:
    if kind is MarkKind.INJECT:
        return QPen(look.theme.color("ink"), 1.6)
    pen = QPen(look.theme.color("ln2"), 1.4)
    pen.setDashPattern([1.5, 1.5])
    return pen
