"""The hands of the lanes: pointing at a sign tells of it, a click or Enter goes there, arrows go from mark to mark."""

from PySide6.QtCore import QCoreApplication, QEvent, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from blackstart.shell.review.lanes.lanes_view import LanesView
from blackstart.shell.review.lanes.marks import LaneMark
from blackstart.shell.support.look import Look
from blackstart.shell.widgets.time_axis import TimeAxis
from blackstart.shell.widgets.time_lane import turn_wheel

translate = QCoreApplication.translate

_ACROSS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_DOWN = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class EventLanes(LanesView):
    """Arrows go from mark to mark and from lane to lane; Enter or a click wishes the playhead there.

    A press beside any mark wishes the playhead to where it was, as on the curve.
    """

    picked = Signal(object)  # LaneMark, by the user
    told = Signal(object, str, QRect)  # LaneMarks to be told of, none = no more; which of its sign; where that is

    def __init__(self, look: Look, axis: TimeAxis, parent: QWidget | None = None) -> None:
        super().__init__(look, axis, parent)
        self._hovered: tuple[int, ...] = ()
        self._is_dragging = False
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_marks(self, marks: tuple[LaneMark, ...], room_px: int) -> None:
        self._hovered = ()
        self._silence()
        super().show_marks(marks, room_px)

    def show_chosen(self, seq: int | None) -> None:
        """Mark the sign of an entry, without a word to anyone."""
        index = self.lanes.index_of(seq)
        if index != self.currentIndex():
            self.setCurrentIndex(index)
            self.viewport().update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        placed = self._places().sign_at(event.position())
        self._is_dragging = placed is None
        if placed is None:
            self._silence()
            self._seek(event)
            return
        rows = placed[1].rows
        row = self.currentIndex().row()
        # Of several that share a sign the next is taken with each press.
        self._choose(rows[(rows.index(row) + 1) % len(rows)] if row in rows else rows[0])
        self._pick()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._is_dragging:
            self._seek(event)
            return
        placed = self._places().sign_at(event.position())
        self._hover(placed[1].rows if placed is not None else ())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._is_dragging = False

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.mousePressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if not turn_wheel(self._axis, event, self.width()):
            event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, row = Qt.Key(event.key()), self.currentIndex().row()
        if row < 0:
            event.ignore()
        elif key in _ACROSS:
            lane = self.lanes.lanes[self.lanes.lane_of(row)]
            self._choose(lane[min(max(lane.index(row) + _ACROSS[key], 0), len(lane) - 1)])
        elif key in _DOWN:
            lane_number = min(max(self.lanes.lane_of(row) + _DOWN[key], 0), len(self.lanes.lanes) - 1)
            if lane_number != self.lanes.lane_of(row):
                self._choose(self.lanes.nearest(lane_number, self.lanes.marks[row].at))
        elif key in _ENTER:
            self._pick()
        elif key is Qt.Key.Key_Escape:
            self._silence()
            event.ignore()
        else:
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin at the mark that is nearest to the playhead, where none was chosen."""
        row = self.currentIndex().row()  # Qt takes the first itself
        super().focusInEvent(event)
        if event.reason() is Qt.FocusReason.MouseFocusReason or not self.lanes.marks:
            return
        self._choose(row if row >= 0 else self.lanes.nearest(0, self._axis.now))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._silence()

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Leave:
            self._hover(())
        return super().viewportEvent(event)

    def _choose(self, row: int) -> None:
        """Give the keys to a mark, and tell of it."""
        self.setCurrentIndex(self.lanes.index(row))
        self.scrollTo(self.currentIndex())
        self.viewport().update()
        self._tell((row,))

    def _pick(self) -> None:
        mark = self.lanes.mark(self.currentIndex())
        if mark is not None:
            self._axis.seek(mark.at)
            self.picked.emit(mark)

    def _hover(self, rows: tuple[int, ...]) -> None:
        if rows == self._hovered:
            return
        self._hovered = rows
        if rows:
            self._tell(rows)
        elif self.hasFocus() and self.currentIndex().isValid():
            self._tell((self.currentIndex().row(),))
        else:
            self._silence()

    def _tell(self, rows: tuple[int, ...]) -> None:
        placed = self._places().sign_of(rows[0])
        if placed is not None:
            marks = tuple(self.lanes.marks[row] for row in rows)
            self.told.emit(marks, _which(rows, placed[1].rows), placed[0].box(placed[1]).toAlignedRect())

    def _silence(self) -> None:
        self.told.emit((), "", QRect())

    def _seek(self, event: QMouseEvent) -> None:
        self._axis.seek(self._axis.scale.time_at(event.position().x(), self.width()))


def _which(rows: tuple[int, ...], sharing: tuple[int, ...]) -> str:
    """Say which of those that share a sign one is; nothing where it stands alone, or all are told of."""
    if len(rows) == len(sharing):
        return ""
    return translate("Lanes", "{number} of {count} here").format(number=sharing.index(rows[0]) + 1, count=len(sharing))
