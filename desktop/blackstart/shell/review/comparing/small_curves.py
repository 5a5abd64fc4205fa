"""A class of runs as small curves on the same axes, each named by its team."""

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from blackstart.core.base.ids import RunId
from blackstart.core.base.simtime import Seconds
from blackstart.core.review.curves import Curve
from blackstart.shell.review.comparing.lines import corners, line_of
from blackstart.shell.review.comparing.naming import run_name
from blackstart.shell.review.comparing.side import Compared, Side
from blackstart.shell.review.one_line import one_line
from blackstart.shell.support.fonts import SECONDARY
from blackstart.shell.support.look import Look
from blackstart.shell.support.theme import SPACE_4, SPACE_8
from blackstart.shell.widgets.chart_axis import Axes, levels_up_to
from blackstart.shell.widgets.time_strip import Span

translate = QCoreApplication.translate

TILE_PX, CURVE_PX, LINE_PX = 168, 52, 18
AREA_OPACITY = 0.14


class SmallCurves(QWidget):
    """One tile for each run, as many in a row as there is room for; keys are those of the table below."""

    chosen = Signal(str)  # RunId, by a click
    opened = Signal(str)  # RunId, by two

    def __init__(self, look: Look, shown: Compared) -> None:
        super().__init__()
        self._look = look
        self._sides = shown.sides
        self._until = shown.shared_until
        self._span = Span(Seconds(0), max(shown.until, Seconds(1)))
        self._levels = levels_up_to(max(side.run.users.peak for side in shown.sides))
        self._chosen: RunId | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        words = translate("Compare", "Users cut off in {count} runs, on the same axes; the table below has the figures")
        self.setAccessibleName(words.format(count=len(shown.sides)))
        look.changed.connect(self.update)

    def choose(self, run: RunId | None) -> None:
        """Frame a run, without a word to anyone."""
        self._chosen = run
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        rows = -(-len(self._sides) // self._in_row(width))
        return rows * self._tile_height() - SPACE_8

    def sizeHint(self) -> QSize:
        width = self._look.px(TILE_PX) * 6
        return QSize(width, self.heightForWidth(width))

    def tile(self, number: int) -> QRectF:
        """Return where a run lies."""
        in_row = self._in_row(self.width())
        width = (self.width() + SPACE_8) / in_row
        row, column = divmod(number, in_row)
        return QRectF(column * width, row * self._tile_height(), width - SPACE_8, self._tile_height() - SPACE_8)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        side = self._side_at(event.position())
        if side is not None:
            self.chosen.emit(side.row.run)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        side = self._side_at(event.position())
        if side is not None:
            self.opened.emit(side.row.run)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for number, side in enumerate(self._sides):
            tile = self.tile(number)
            if tile.intersects(QRectF(event.rect())):
                self._draw(painter, tile, side)
        painter.end()

    def _draw(self, painter: QPainter, tile: QRectF, side: Side) -> None:
        theme, line = self._look.theme, self._look.px(LINE_PX)
        is_chosen = side.row.run == self._chosen
        painter.setPen(QPen(theme.color("ink" if is_chosen else "ln"), 1.0))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(tile.adjusted(0.5, 0.5, -0.5, -0.5), SPACE_4, SPACE_4)
        inner = tile.adjusted(SPACE_8, SPACE_4, -SPACE_8, -SPACE_8)
        self._draw_head(painter, QRectF(inner.left(), inner.top(), inner.width(), line), side)
        room = inner.adjusted(0, line + SPACE_4, 0, 0)
        axes = Axes(room, self._span, self._levels)
        painter.setPen(QPen(theme.color("ln2"), 1.0))
        painter.drawLine(room.bottomLeft(), room.bottomRight())
        path = line_of(corners(seen(side.run.users, self._span, room.width()), side.run.until, axes))
        painter.setPen(QPen(theme.color("ink"), 1.25))
        painter.drawPath(path)
        path.lineTo(axes.x_of(side.run.until), room.bottom())
        path.lineTo(room.bottomLeft())
        painter.fillPath(path, theme.color("ink", AREA_OPACITY))

    def _draw_head(self, painter: QPainter, room: QRectF, side: Side) -> None:
        """Write the team, and what was lost where the name leaves room."""
        theme, middle = self._look.theme, Qt.AlignmentFlag.AlignVCenter
        painter.setFont(self._look.font(SECONDARY))
        metrics = QFontMetricsF(painter.font())
        hours = self._look.words.amount(side.lost_hours_until(self._until))
        painter.setPen(theme.color("tx3"))
        painter.drawText(room, Qt.AlignmentFlag.AlignRight | middle, hours)
        left = room.width() - metrics.horizontalAdvance(hours) - SPACE_8
        name = one_line(side.row.team or side.row.name) or run_name(side.row)
        painter.setPen(theme.color("tx1"))
        cut = metrics.elidedText(name, Qt.TextElideMode.ElideRight, left)
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | middle, cut)

    def _in_row(self, width: int) -> int:
        return max(int((width + SPACE_8) // (self._look.px(TILE_PX) + SPACE_8)), 1)

    def _tile_height(self) -> int:
        return self._look.px(LINE_PX + CURVE_PX) + 2 * SPACE_4 + 2 * SPACE_8

    def _side_at(self, at: QPointF) -> Side | None:
        return next((side for number, side in enumerate(self._sides) if self.tile(number).contains(at)), None)


def seen(curve: Curve, span: Span, room_px: float) -> Curve:
    """Return no more of a curve than so many px can show: the first, the highest and the last of each."""
    if len(curve.points) <= 3 * room_px:
        return curve
    whole = max(span.until - span.start, 1)
    places: dict[int, list[tuple[Seconds, int]]] = {}
    for point in curve.points:
        places.setdefault(int((point[0] - span.start) / whole * room_px), []).append(point)
    kept = ((each[0], max(each, key=lambda point: point[1]), each[-1]) for each in places.values())
    return Curve(tuple(sorted({point for three in kept for point in three})))
