"""Paints the rows of state strips: the name, and the strip as it was painted last."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem

from blackstart.core.base.ids import ComponentId
from blackstart.core.engine.trace import Shown
from blackstart.core.review.timeline import StateSpan, Strip
from blackstart.shell.support.fonts import META
from blackstart.shell.support.look import Look
from blackstart.shell.support.theme import SPACE_4, SPACE_8, SPACE_16
from blackstart.shell.widgets.strip_paint import LEAST_SPAN_PX, StripPaint
from blackstart.shell.widgets.strips_model import StripsModel
from blackstart.shell.widgets.time_axis import RIGHT_PX, TimeAxis, TimeScale

ROW_PX, GAP_PX = 15, 3
TICK_OPACITY = 0.45
Index = QModelIndex | QPersistentModelIndex


class StripRows(QStyledItemDelegate):
    """Rows without a state of their own but what is pointed at."""

    def __init__(self, look: Look, axis: TimeAxis, strips: StripsModel, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._look = look
        self._axis = axis
        self._strips = strips
        self._view = view
        self._kept: dict[ComponentId, QPixmap] = {}
        self._paint: StripPaint | None = None
        self.pointed: ComponentId | None = None
        self.is_naming = True  # whether what is painted now reaches to where the names are

    def forget(self) -> None:
        """Paint everything anew."""
        self._kept.clear()
        self._paint = None

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(1, self._look.px(ROW_PX))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        strip = self._strips.strip(index)
        box: QRect = option.rect
        if strip is None:
            self._heading(painter, box, str(index.data()))
            return
        if strip.component not in self._kept:
            self._kept[strip.component] = self._painted(strip, box.size())
        painter.drawPixmap(self._axis.scale.left_px, box.top(), self._kept[strip.component])
        if self.is_naming:
            self._name(painter, box, index, strip.component)

    def _heading(self, painter: QPainter, box: QRect, words: str) -> None:
        """Paint the name of a zone, where those of its components begin and as far as it needs."""
        painter.setFont(self._look.font(META, is_bold=True))
        painter.setPen(self._look.theme.color("tx2"))
        metrics = QFontMetricsF(painter.font())
        inner = QRectF(SPACE_16, box.top(), self._view.width() - SPACE_16 - RIGHT_PX, box.height())
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(inner, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
        painter.setPen(QPen(self._look.theme.color("ln"), 1.0))
        left, y = inner.left() + metrics.horizontalAdvance(shown) + SPACE_8, round(inner.center().y()) + 0.5
        painter.drawLine(QPointF(left, y), QPointF(inner.right(), y))

    def _name(self, painter: QPainter, box: QRect, index: Index, component: ComponentId) -> None:
        theme = self._look.theme
        is_chosen = index == self._view.currentIndex()
        name = QRect(box.left() + SPACE_4, box.top(), self._axis.scale.left_px - SPACE_4 - SPACE_4, box.height())
        if is_chosen or component == self.pointed:
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(theme.color("ink") if is_chosen and self._view.hasFocus() else theme.color("bg3"))
            painter.setBrush(theme.color("bg3"))
            painter.drawRoundedRect(QRectF(name).adjusted(0.5, 0.5, -0.5, -0.5), SPACE_4, SPACE_4)
            painter.restore()
        painter.setFont(self._look.font(META, is_bold=is_chosen))
        painter.setPen(theme.color("tx1" if is_chosen or component == self.pointed else "tx2"))
        inner = name.adjusted(SPACE_4, 0, -SPACE_4, 0)
        metrics = QFontMetricsF(painter.font())
        words = metrics.elidedText(str(index.data()), Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(inner, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, words)

    def _painted(self, strip: Strip, size: QSize) -> QPixmap:
        """Paint the strip of a component from where time begins to where it ends."""
        ratio = self._view.devicePixelRatioF()
        width = self._view.width()
        room = round(self._axis.scale.room_px(width))
        kept = QPixmap(QSize(max(room, 1), size.height()) * ratio)
        kept.setDevicePixelRatio(ratio)
        kept.fill(self._look.theme.color("bg0"))
        self._paint = self._paint or StripPaint(self._look.theme, ratio)
        painter = QPainter(kept)
        painter.translate(-self._axis.scale.left_px, 0)
        gap = self._look.px(GAP_PX)
        inner = QRectF(0, gap - gap // 2, 0, size.height() - gap)
        self._spans(painter, strip, inner, width)
        painter.end()
        return kept

    def _spans(self, painter: QPainter, strip: Strip, inner: QRectF, width: int) -> None:
        scale, paint = self._axis.scale, self._paint
        pieces = _pieces(strip.between(scale.start, scale.until), scale, width)
        # What is not as it should be is painted last: of the shortest at least a line is to be seen.
        for shown, is_on_reserve in sorted(pieces, key=lambda look: look[0] is not Shown.OPERATIONAL):
            for left, right in pieces[shown, is_on_reserve]:
                if paint is not None:
                    area = QRectF(left, inner.top(), right - left, inner.height())
                    paint.draw(painter, area, shown, is_on_reserve=is_on_reserve)
        line = self._look.theme.color("bg0", TICK_OPACITY)
        for at in scale.ticks(width, self._look.text_size):
            painter.fillRect(QRectF(round(scale.x_of(at, width)), inner.top(), 1, inner.height()), line)


def _pieces(spans: Sequence[StateSpan], scale: TimeScale, width: int) -> dict[tuple[Shown, bool], list[list[float]]]:
    """Where each look is painted, from left to right: what lies too near to be told apart is one piece."""
    pieces: dict[tuple[Shown, bool], list[list[float]]] = {}
    px_per_s, start, until = scale.room_px(width) / scale.length, scale.start, scale.until
    for span in spans:
        left = scale.left_px + (max(span.start, start) - start) * px_per_s
        right = scale.left_px + (min(span.until, until) - start) * px_per_s
        known = pieces.setdefault((span.shown, span.is_on_reserve), [])
        if known and left - known[-1][1] < LEAST_SPAN_PX:
            known[-1][1] = right
        else:
            known.append([left, right])
    return pieces
