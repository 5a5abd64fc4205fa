"""State strips: a row for each component with what it went through, along the time the page shares.

Qt's list keeps rows, keys and what screen readers need; each row is kept as painted, so that the playhead that
passes over it costs no more than putting it back.
"""

from collections.abc import Mapping
from heapq import nlargest

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QFontMetricsF,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QToolTip,
    QWidget,
)

from blackstart.core.base.ids import ComponentId
from blackstart.core.review.timeline import Timeline
from blackstart.shell.support.fonts import META
from blackstart.shell.support.look import Look
from blackstart.shell.support.theme import SPACE_4, SPACE_12, SPACE_16
from blackstart.shell.widgets.strip_rows import ROW_PX, StripRows
from blackstart.shell.widgets.strips_model import NO_ZONES, StripsModel
from blackstart.shell.widgets.time_axis import TimeAxis
from blackstart.shell.widgets.time_lane import draw_dashed, draw_playhead, strip_at, turn_wheel

MOST_MEASURED = 40  # names: to measure thousands would stall the window
LEAST_NAMES_PX, MOST_NAMES_PX = 96, 168
Index = QModelIndex | QPersistentModelIndex


class StateStrips(QListView):
    """All components of a run; a click on a name chooses it, one on a strip wishes the playhead there too.

    Enter wishes it to where the chosen one first failed.
    """

    chosen = Signal(object)  # ComponentId, by the user
    hovered = Signal(object)  # ComponentId or None: another row is under the pointer than before

    def __init__(self, look: Look, axis: TimeAxis, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._axis = axis
        self._decided: tuple[int, ...] = ()
        self._widest = 0.0  # name, px
        self._is_telling = True
        self._is_dragging = False
        self._hovered: ComponentId | None = None
        self.strips = StripsModel(look, self)
        self._rows = StripRows(look, axis, self.strips, self)
        self._set_up()
        axis.moved.connect(self._move)
        axis.rescaled.connect(self._renew)
        look.changed.connect(self._renew)

    def show_timeline(
        self,
        timeline: Timeline,
        names: dict[ComponentId, str],
        decided: tuple[int, ...],
        zones: Mapping[ComponentId, str] = NO_ZONES,
    ) -> None:
        """Show a run; `decided` are the seconds of its decisions, `zones` go between the strips."""
        self._decided = decided
        self.strips.show_timeline(timeline, names, zones)
        metrics = QFontMetricsF(self._look.font(META, is_bold=True))
        longest = nlargest(MOST_MEASURED, names.values(), key=len)
        self._widest = max((metrics.horizontalAdvance(name) for name in longest), default=0.0)
        self._hover(None)
        self._renew()
        self._axis.show_left(self.names_px())

    def show_chosen(self, component: ComponentId | None) -> None:
        """Mark a row, without a word to anyone."""
        index = self.strips.index_of(component)
        if index != self.currentIndex():
            self._is_telling = False
            self.setCurrentIndex(index)
            self._is_telling = True

    def show_pointed(self, component: ComponentId | None) -> None:
        """Light a row for as long as something is pointed at elsewhere."""
        if component != self._rows.pointed:
            for each in (self._rows.pointed, component):
                self.viewport().update(self.visualRect(self.strips.index_of(each)))
            self._rows.pointed = component

    def names_px(self) -> int:
        """From the left to where time begins: what the longest name needs, within bounds."""
        least, most = self._look.px(LEAST_NAMES_PX), self._look.px(MOST_NAMES_PX)
        return SPACE_16 + round(min(max(self._widest, least), most, max(self.width() * 0.3, least))) + SPACE_12

    def paintEvent(self, event: QPaintEvent) -> None:
        # The line of the playhead passes to the right of all names: they stay as they are.
        self._rows.is_naming = event.region().boundingRect().left() < self._axis.scale.left_px - SPACE_4
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.setClipRegion(event.region())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area, touched = self._time_area(), event.region().boundingRect()
        for at in self._decided:
            x = self._axis.scale.x_of(at, self.width())
            if self._axis.scale.holds(at) and touched.left() - 1 <= x <= touched.right() + 1:
                draw_dashed(painter, x, area, self._look)
        if self._axis.scale.holds(self._axis.now) and self.strips.rowCount():
            draw_playhead(painter, self._axis.scale.x_of(self._axis.now, self.width()), area, self._look)
        if self.hasFocus() and not self.currentIndex().isValid():  # else the chosen name says whose the keys are
            painter.setPen(QPen(self._look.theme.color("ink"), 1.0))
            painter.drawRoundedRect(QRectF(self.viewport().rect()).adjusted(2.5, 0.5, -2.5, -0.5), SPACE_4, SPACE_4)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._axis.show_left(self.names_px())
        self._renew()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        self._is_dragging = event.button() is Qt.MouseButton.LeftButton and self._is_time(event.position().x())
        self._seek(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._is_dragging:
            self._seek(event)
        else:
            self._hover(self.indexAt(event.position().toPoint()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        self._is_dragging = False

    def wheelEvent(self, event: QWheelEvent) -> None:
        if not turn_wheel(self._axis, event, self.width()):
            super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if steps is not None:
            self._axis.step(steps)
            return
        strip = self.strips.strip(self.currentIndex())
        if Qt.Key(event.key()) in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and strip is not None:
            self._axis.seek(strip.left_s or 0)
            return
        super().keyPressEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Leave:
            self._hover(None)
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            self._tell(event.pos(), event.globalPos())
            return True
        return super().viewportEvent(event)

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        strip = self.strips.strip(current)
        if self._is_telling and strip is not None:
            self.chosen.emit(strip.component)

    def words_at(self, at: QPoint) -> str:
        """Say what lies under a point of the viewport; empty where there is nothing."""
        index = self.indexAt(at)
        if not index.isValid():
            return ""
        if not self._is_time(at.x()):
            told: str = self.strips.data(index, Qt.ItemDataRole.AccessibleTextRole)
            return told
        return self.strips.span_words(index, self._axis.scale.time_at(at.x(), self.width()))

    def _set_up(self) -> None:
        self.setModel(self.strips)
        self.setItemDelegate(self._rows)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.verticalScrollBar().setSingleStep(self._look.px(ROW_PX))
        self.setMinimumHeight(self._look.px(3 * ROW_PX))

    def _is_time(self, x: float) -> bool:
        return x >= self._axis.scale.left_px - SPACE_4

    def _time_area(self) -> QRectF:
        """Where rows are, and time passes over them."""
        rows = self.strips.rowCount() * self._look.px(ROW_PX) - self.verticalOffset()
        return QRectF(0, 0, self.viewport().width(), min(rows, self.viewport().height()))

    def _seek(self, event: QMouseEvent) -> None:
        if self._is_dragging:
            self._axis.seek(self._axis.scale.time_at(event.position().x(), self.width()))

    def _hover(self, index: Index | None) -> None:
        strip = self.strips.strip(index) if index is not None else None
        component = strip.component if strip is not None else None
        if component != self._hovered:
            self._hovered = component
            self.show_pointed(component)
            self.hovered.emit(component)

    def _tell(self, at: QPoint, on_screen: QPoint) -> None:
        words = self.words_at(at)
        if words:
            QToolTip.showText(on_screen, words, self.viewport(), QRect(at.x() - 2, at.y() - 2, 4, 4))
        else:
            QToolTip.hideText()

    def _move(self, before: int, now: int) -> None:
        for at in (before, now):
            self.viewport().update(strip_at(self._axis.scale.x_of(at, self.width()), 2, self.viewport().height()))

    def _renew(self) -> None:
        self._rows.forget()
        self.viewport().update()
