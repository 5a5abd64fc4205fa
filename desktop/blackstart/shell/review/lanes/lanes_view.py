"""Lanes above the strips: a sign for each thing that happened, along the time that the page shares.

Qt's list keeps the marks, which of them has the keys, and what screen readers need; where they lie is told by the
layout of the moment. All is kept as painted, so that the playhead that passes costs its own line alone.
"""

from PySide6.QtCore import QCoreApplication, QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from blackstart.shell.review.lanes.lanes_model import LanesModel
from blackstart.shell.review.lanes.lanes_paint import LanesPaint
from blackstart.shell.review.lanes.layout import LanesLayout, height_of
from blackstart.shell.review.lanes.marks import LaneKind, LaneMark
from blackstart.shell.support.look import Look
from blackstart.shell.widgets.time_axis import TimeAxis
from blackstart.shell.widgets.time_lane import draw_playhead, strip_at

translate = QCoreApplication.translate
Index = QModelIndex | QPersistentModelIndex

MOST_OF_PANEL = 0.3  # of what lanes and strips share; where that is too little, all marks share one lane


class LanesView(QListView):
    """Lays out and paints; heirs have hands."""

    def __init__(self, look: Look, axis: TimeAxis, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._axis = axis
        self._layout: LanesLayout | None = None
        self._painted: QPixmap | None = None
        self.lanes = LanesModel(self)
        self._set_up()
        axis.moved.connect(self._move)
        axis.rescaled.connect(self._renew)
        look.changed.connect(self._renew)

    def show_marks(self, marks: tuple[LaneMark, ...], room_px: int) -> None:
        """Show the marks of a run in a panel that is so high."""
        self.lanes.show_marks(marks)
        self.fit(room_px)
        self._renew()

    def fit(self, room_px: int) -> None:
        """Take a lane for each kind, or one for all where lanes and strips have too little room."""
        whole = height_of(self.lanes, self._look, is_folded=False)
        is_folded = whole > MOST_OF_PANEL * room_px
        if is_folded != self.lanes.is_folded:
            self.lanes.fold(is_folded)
            self._renew()
        self.setFixedHeight(height_of(self.lanes, self._look, is_folded=is_folded))
        self.setVisible(whole > 0)

    def visualRect(self, index: Index) -> QRect:
        placed = self._places().sign_of(index.row()) if index.isValid() else None
        return placed[0].box(placed[1]).toAlignedRect() if placed is not None else QRect()

    def indexAt(self, at: QPoint) -> QModelIndex:
        placed = self._places().sign_at(at.toPointF())
        return self.lanes.index(placed[1].rows[0]) if placed is not None else QModelIndex()

    def scrollTo(self, index: Index, hint: QAbstractItemView.ScrollHint = QListView.ScrollHint.EnsureVisible) -> None:
        """Show the part of the run in which a mark lies."""
        mark = self.lanes.mark(index)
        if mark is not None and not self._axis.scale.holds(mark.at):
            self._axis.scroll_to(mark.at - self._axis.scale.length // 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        paint = LanesPaint(self.lanes, self._places(), self._look)
        if self._painted is None:
            decided = [mark.at for mark in self.lanes.marks if mark.kind is LaneKind.DECISION and mark.number]
            size, ratio = self.viewport().size(), self.devicePixelRatioF()
            self._painted = paint.kept(size, ratio, self._axis.scale, decided)
        painter = QPainter(self.viewport())
        painter.setClipRegion(event.region())
        painter.drawPixmap(0, 0, self._painted)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._axis.scale.holds(self._axis.now):
            x = self._axis.scale.x_of(self._axis.now, self.width())
            draw_playhead(painter, x, QRectF(self.viewport().rect()), self._look)
            paint.over_playhead(painter, x)
        chosen = self._places().sign_of(self.currentIndex().row())
        if chosen is not None:
            paint.sign(painter, *chosen, is_filled=True)
            if self.hasFocus():
                paint.ring(painter, *chosen)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._renew()

    def _places(self) -> LanesLayout:
        if self._layout is None:
            self._layout = LanesLayout(self.lanes, self._axis.scale, self.width(), self._look)
        return self._layout

    def _move(self, before: int, now: int) -> None:
        for at in (before, now):
            self.viewport().update(strip_at(self._axis.scale.x_of(at, self.width()), 2, self.viewport().height()))

    def _renew(self) -> None:
        self._layout = self._painted = None
        self.viewport().update()

    def _set_up(self) -> None:
        self.setModel(self.lanes)
        self.setAccessibleName(translate("Lanes", "What happened, in order of time"))
        self.setUniformItemSizes(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.hide()
