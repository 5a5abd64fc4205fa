"""The rows of what is to come: one is chosen by arrow or mouse, and what can be done with it is at hand."""

from typing import Any

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QFontMetrics,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from blackstart.core.base.simtime import clock_face
from blackstart.shell.run.coming import ComingRow
from blackstart.shell.run.coming_verbs import KEYS, RowVerbs, VerbMenu
from blackstart.shell.support.fonts import BODY, META
from blackstart.shell.support.icons import draw_icon
from blackstart.shell.support.look import Look
from blackstart.shell.support.theme import RADIUS_TAG, SPACE_4, SPACE_8, SPACE_12
from blackstart.shell.widgets.lines_model import LINE, Index, LinesModel

translate = QCoreApplication.translate

ICON_PX, MOST_ICON_PX, ROW_PX, FIRST_PX, SECOND_PX = 16, 24, 43, 18, 16
LEAST_ROOM_PX = 170  # of the words, where the time stands beside them
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ComingModel(LinesModel[ComingRow]):
    """Rows, the next one first."""

    def known_by(self, line: ComingRow) -> object:
        return line.key

    def words(self, line: ComingRow) -> str:
        return line.title

    def aloud(self, line: ComingRow) -> str:
        time = f"{clock_face(line.at)}, " if line.at is not None else ""
        words = f"{line.title}: {line.text}" if line.text else line.title
        return f"{time}{words} ({line.how})"


class ComingList(QListView):
    """Enter, or a right click, opens what can be done; the small buttons do it with the mouse."""

    wished = Signal(str, str)  # verb, key of the row
    left = Signal()  # Escape

    chosen_changed = Signal()

    def __init__(self, look: Look, *, has_buttons: bool = True) -> None:
        super().__init__()
        self._look = look
        self._has_buttons = has_buttons
        self._key = ""  # of the row that is chosen
        self.verbs = RowVerbs(look, self.viewport())
        self.rows = ComingModel(self)
        self.setModel(self.rows)
        self.setItemDelegate(ComingDelegate(look, self))
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(translate("Upcoming", "Next injects"))
        self.setMinimumHeight(look.px(ROW_PX))
        self.verbs.wished.connect(self.wished)
        self.verbs.more_wished.connect(self._open_menu_of)
        self.entered.connect(self._offer)
        self.verticalScrollBar().valueChanged.connect(self._offer_to_chosen)
        look.changed.connect(self.scheduleDelayedItemsLayout)

    @property
    def chosen(self) -> ComingRow | None:
        """The row that is chosen."""
        return self.rows.line(self.currentIndex())

    def show_rows(self, rows: tuple[ComingRow, ...]) -> None:
        """Show rows; what was chosen stays so as long as it is there."""
        self.rows.show_lines(rows)
        index = self.rows.index_of(self._key) if self._key else QModelIndex()
        if index != self.currentIndex():
            self.setCurrentIndex(index)
        self._offer_to_chosen()

    def begin(self) -> None:
        """Take the focus, with a row chosen."""
        if self.chosen is None and self.rows.rowCount():
            self.setCurrentIndex(self.rows.index(0))
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def currentChanged(self, current: Index, previous: Index) -> None:
        row = self.rows.line(current)
        if row is not None:
            self._key = row.key
        super().currentChanged(current, previous)
        self._offer_to_chosen()
        self.chosen_changed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key is Qt.Key.Key_Escape:
            self.left.emit()
        elif key in _ENTER and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            self._open_menu(self.currentIndex())
        elif not self._wish_by_key(event):
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if Qt.Key(event.key()) in (*_ENTER, Qt.Key.Key_Home, Qt.Key.Key_End):
                event.accept()
                return True
            event.ignore()  # letters are the console's, and search no list
            return True
        return super().event(event)

    def keyboardSearch(self, search: str) -> None:
        """Find nothing: letters are the console's keys."""

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        row = self.rows.line(self.indexAt(event.position().toPoint()))
        if row is not None and self._has_buttons and row.verbs:
            self.wished.emit(row.verbs[-1], row.key)  # to read all of it, or to see it

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        is_mouse = event.reason() is QContextMenuEvent.Reason.Mouse
        index = self.indexAt(event.pos()) if is_mouse else self.currentIndex()
        self._open_menu(index)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._offer_to_chosen()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()
        self._offer_to_chosen()

    def _open_menu_of(self, key: str) -> None:
        self._open_menu(self.rows.index_of(key))

    def _open_menu(self, index: QModelIndex) -> None:
        row = self.rows.line(index)
        if row is None:
            return
        self.setCurrentIndex(index)
        self.scrollTo(index)
        if not row.verbs:
            return
        menu = VerbMenu(row, self)
        menu.wished.connect(self.wished)
        menu.open_at(self.viewport().mapToGlobal(self.visualRect(index).bottomLeft()))

    def _wish_by_key(self, event: QKeyEvent) -> bool:
        """Do what a key does to the chosen row, where the keys are not the page's already."""
        row, pressed = self.chosen, QKeySequence(event.keyCombination())
        verbs = [verb for verb, key in KEYS.items() if QKeySequence(key) == pressed]
        verb = next((each for each in verbs if row is not None and each in row.verbs), None)
        if row is None or verb is None:
            return False
        self.wished.emit(verb, row.key)
        return True

    def _offer_to_chosen(self) -> None:
        self._offer(self.currentIndex())

    def _offer(self, index: Index) -> None:
        row = self.rows.line(index)
        self.viewport().update()
        if row is None or not self._has_buttons:
            self.verbs.hide()
            return
        box = self.visualRect(self.rows.index(index.row()))
        ground = "bg3" if index == self.currentIndex() else "bg2"
        size = self.verbs.show_on(row, box.width(), ground)
        top = box.top() + (box.height() - size.height()) // 2
        self.verbs.setGeometry(QRect(box.right() - size.width(), top, size.width(), size.height()))
        self.verbs.show()


class ComingDelegate(QStyledItemDelegate):
    """Paints a row: time, icon, who and what, and what brings it."""

    def __init__(self, look: Look, view: ComingList) -> None:
        super().__init__(view)
        self._look = look
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(self._look.px(120), self._look.px(ROW_PX))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: ComingRow = index.data(LINE)
        look, theme, box = self._look, self._look.theme, QRect(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        self._draw_ground(painter, option, box, is_chosen=is_chosen)
        painter.setFont(look.font(BODY))
        left = box.left() + SPACE_4
        time_px = QFontMetrics(painter.font()).horizontalAdvance("00:00:00")
        icon_px = min(look.px(ICON_PX), MOST_ICON_PX)
        has_room = box.width() >= time_px + icon_px + 2 * SPACE_12 + LEAST_ROOM_PX
        middle = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        if has_room:
            painter.setPen(theme.color("tx2"))
            time = clock_face(row.at) if row.at is not None else "–"
            painter.drawText(QRect(left, box.top(), time_px, box.height()), middle, time)
            left += time_px + SPACE_8
        centre = QPointF(left + icon_px / 2, box.top() + box.height() / 2)
        draw_icon(painter, row.icon, centre, icon_px, theme.color("tx2"))
        left += icon_px + SPACE_12
        room = self._right(box) - left - SPACE_4
        first, second = look.px(FIRST_PX), look.px(SECOND_PX)
        above = box.top() + (box.height() - first - (second if row.how else 0)) // 2
        said = _draw_cut(painter, QRectF(left, above, room, first), row.title, theme.color("tx1"))
        rest = room - said - SPACE_8
        if row.text and rest > look.px(SPACE_12):
            _draw_cut(painter, QRectF(left + said + SPACE_8, above, rest, first), row.text, theme.color("tx2"))
        painter.setFont(look.font(META))
        how = row.how if has_room or row.at is None else f"{clock_face(row.at)}  {row.how}"
        quiet = theme.color("tx2" if is_chosen else "tx3")
        _draw_cut(painter, QRectF(left, above + first, room, second), how, quiet)
        painter.restore()

    def _right(self, box: QRect) -> int:
        """Where the words of a row end: before the buttons that lie on it."""
        verbs = self._view.verbs
        is_on_it = verbs.isVisible() and box.contains(verbs.geometry().center())
        return verbs.geometry().left() if is_on_it else box.right()

    def _draw_ground(self, painter: QPainter, option: QStyleOptionViewItem, box: QRect, *, is_chosen: bool) -> None:
        theme = self._look.theme
        is_under = bool(option.state & QStyle.StateFlag.State_MouseOver)
        if is_chosen or is_under:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("bg3" if is_chosen else "bg2"))
            painter.drawRoundedRect(box.adjusted(0, 1, 0, 0), RADIUS_TAG, RADIUS_TAG)
        painter.setPen(QPen(theme.color("ln"), 1))
        painter.drawLine(box.left(), box.top(), box.right(), box.top())
        if is_chosen and bool(option.state & QStyle.StateFlag.State_HasFocus):
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.color("ink"), 1))
            painter.drawRoundedRect(QRectF(box).adjusted(0.5, 1.5, -0.5, -0.5), RADIUS_TAG, RADIUS_TAG)


def _draw_cut(painter: QPainter, box: QRectF, words: str, color: Any) -> int:
    """Draw as much as there is room for; returns how wide that is."""
    metrics = QFontMetrics(painter.font())
    shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, int(box.width()))
    painter.setPen(color)
    painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
    return metrics.horizontalAdvance(shown)
