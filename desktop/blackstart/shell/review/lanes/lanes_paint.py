"""Paints lanes: their names, the lines of decisions through them, and the signs."""

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen, QPixmap

from blackstart.shell.review.lanes.lanes_model import LanesModel
from blackstart.shell.review.lanes.layout import LanesLayout, PlacedLane, count_box
from blackstart.shell.review.lanes.signs import draw_count, draw_sign, shared_words
from blackstart.shell.review.lanes.spacing import Cluster
from blackstart.shell.support.fonts import META
from blackstart.shell.support.look import Look
from blackstart.shell.support.theme import SPACE_4, SPACE_8, SPACE_16
from blackstart.shell.widgets.time_axis import TimeScale
from blackstart.shell.widgets.time_lane import draw_dashed

RING_PX = 2.5  # from a sign to the ring that says where the keys are


class LanesPaint:
    """Paints the lanes of one layout; made anew with it."""

    def __init__(self, model: LanesModel, layout: LanesLayout, look: Look) -> None:
        self._model = model
        self._layout = layout
        self._look = look

    def kept(self, size: QSize, ratio: float, scale: TimeScale, decided: Iterable[int]) -> QPixmap:
        """Return everything that stays while the playhead moves."""
        kept = QPixmap(size * ratio)
        kept.setDevicePixelRatio(ratio)
        kept.fill(self._look.theme.color("bg0"))
        painter = QPainter(kept)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for at in decided:
            if scale.holds(at):
                draw_dashed(painter, scale.x_of(at, size.width()), QRectF(0, 0, 1, size.height()), self._look)
        for lane in self._layout.lanes:
            self._name(painter, lane, scale.left_px)
            for sign in lane.signs:
                self.sign(painter, lane, sign)
        painter.end()
        return kept

    def over_playhead(self, painter: QPainter, x: float) -> None:
        """Paint the signs under the playhead anew: its line passes below them."""
        for lane in self._layout.lanes:
            for sign in lane.signs:
                if sign.left - 1 <= x <= sign.right + 1:
                    self.sign(painter, lane, sign)

    def sign(self, painter: QPainter, lane: PlacedLane, sign: Cluster, *, is_filled: bool = False) -> None:
        marks = [self._model.marks[row] for row in sign.rows]
        if sign.is_single:
            draw_sign(painter, QPointF(sign.middle, lane.middle), marks[0], self._look, is_filled=is_filled)
        else:
            box = count_box(lane, sign, self._look)
            words = str(len(marks)) if self._model.is_folded else shared_words(marks)
            draw_count(painter, box, words, self._look, is_filled=is_filled)

    def ring(self, painter: QPainter, lane: PlacedLane, sign: Cluster) -> None:
        """Paint a ring round the sign that has the keys."""
        box = lane.box(sign).adjusted(-RING_PX, 0.5, RING_PX, -0.5)
        painter.setPen(QPen(self._look.theme.color("ink"), 1.0))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, SPACE_4, SPACE_4)

    def _name(self, painter: QPainter, lane: PlacedLane, left_px: int) -> None:
        painter.setFont(self._look.font(META))
        painter.setPen(self._look.theme.color("tx3"))
        box = QRectF(SPACE_16, lane.top, left_px - SPACE_16 - SPACE_8, lane.height)
        words = QFontMetricsF(painter.font()).elidedText(lane.name, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, words)
