"""The entries as rows, as high as their words; one is chosen, and the buttons below are about that."""

from typing import Any

from PySide6.QtCore import (
    QCoreApplication,
    QPointF,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from blackstart.core.base.simtime import clock_face
from blackstart.shell.support.fonts import BODY, SECONDARY
from blackstart.shell.support.icons import draw_icon
from blackstart.shell.support.look import Look
from blackstart.shell.support.theme import RADIUS_CONTROL, SPACE_8, SPACE_12, SPACE_16
from blackstart.shell.widgets.entry_lines import LogLine, marks
from blackstart.shell.widgets.entry_telling import CLOCK
from blackstart.shell.widgets.lines_model import LINE, Index, LinesModel

translate = QCoreApplication.translate

ICON_PX, HEAD_PX, GAP_PX = 14, 18, 2
_WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class LogModel(LinesModel[LogLine]):
    """Entries, the latest first."""

    def known_by(self, line: LogLine) -> object:
        return line.seq

    def words(self, line: LogLine) -> str:
        return line.heading

    def aloud(self, line: LogLine) -> str:
        return ", ".join((clock_face(max(line.at, 0)), line.heading, *line.words, *marks(line)))


class LogView(QListView):
    """The list on screen."""

    picked = Signal(object)  # LogLine or None: what is chosen now
    opened = Signal()  # Enter, or a double click

    def __init__(self, model: LogModel, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setModel(model)
        self.setItemDelegate(LogDelegate(look, self))
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(translate("Log", "What was done"))
        self.doubleClicked.connect(self.opened)
        model.dataChanged.connect(self.scheduleDelayedItemsLayout)
        look.changed.connect(self.scheduleDelayedItemsLayout)

    @property
    def line(self) -> LogLine | None:
        """The entry that is chosen."""
        index = self.currentIndex()
        return index.data(LINE) if index.isValid() else None

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.picked.emit(self.line)

    def dataChanged(self, first: Index, last: Index, roles: Any = ()) -> None:
        super().dataChanged(first, last, roles)
        self.picked.emit(self.line)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if Qt.Key(event.key()) in _ENTER and self.line is not None:
            self.opened.emit()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()


class LogDelegate(QStyledItemDelegate):
    """Paints one entry: its sign, what kind of deed it was, when, its words, and by whom."""

    def __init__(self, look: Look, view: LogView) -> None:
        super().__init__(view)
        self._look = look
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        width = self._view.viewport().width()
        line: LogLine = index.data(LINE)
        if line.is_quiet and not line.words:
            return QSize(width, self._look.px(HEAD_PX) + SPACE_8)
        heights = [box.height() + GAP_PX for _, box in self._paragraphs(line, 0, width)]
        return QSize(width, SPACE_8 + self._look.px(HEAD_PX) + sum(heights) + SPACE_8)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        look, theme = self._look, self._look.theme
        line: LogLine = index.data(LINE)
        box: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if is_chosen:
            painter.setPen(QPen(theme.color("ink" if self._view.hasFocus() else "ln2"), 1))
            painter.setBrush(theme.color("bg3"))
            painter.drawRoundedRect(box.adjusted(SPACE_8, 1, -SPACE_8, -2), RADIUS_CONTROL, RADIUS_CONTROL)
        is_brief = line.is_quiet and not line.words
        top = box.top() + (SPACE_8 // 2 if is_brief else SPACE_8)
        quiet = "tx2" if is_chosen else "tx3"  # what is chosen needs more contrast
        icon_at = QPointF(SPACE_16 + look.px(ICON_PX) / 2, top + look.px(HEAD_PX) / 2)
        draw_icon(painter, line.icon, icon_at, look.px(ICON_PX), theme.color(quiet if line.is_quiet else "tx2"))
        head = QRect(self._left, top, box.width() - self._left - SPACE_16, look.px(HEAD_PX))
        self._draw_head(painter, head, line, quiet)
        painter.setFont(look.font(BODY))
        for number, (words, place) in enumerate(self._paragraphs(line, top - SPACE_8, box.width())):
            is_mark = number >= len(line.words)
            painter.setPen(theme.color("tx1" if number == 0 and not is_mark else quiet if is_mark else "tx2"))
            painter.drawText(place, _WRAP, words)
        painter.restore()

    @property
    def _left(self) -> int:
        return SPACE_16 + self._look.px(ICON_PX) + SPACE_12

    def _draw_head(self, painter: QPainter, head: QRect, line: LogLine, quiet: str) -> None:
        look, theme = self._look, self._look.theme
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setFont(look.font(SECONDARY))
        painter.setPen(theme.color(quiet))
        time = clock_face(max(line.at, 0))
        painter.drawText(head, Qt.AlignmentFlag.AlignRight | middle, time)
        room = head.width() - QFontMetrics(painter.font()).horizontalAdvance(time) - SPACE_12
        painter.setFont(look.font(SECONDARY if line.is_quiet else BODY, is_bold=line.kind != CLOCK))
        painter.setPen(theme.color(quiet if line.is_quiet else "tx2" if line.kind == CLOCK else "tx1"))
        said = QFontMetrics(painter.font()).elidedText(line.heading, Qt.TextElideMode.ElideRight, room)
        painter.drawText(head, Qt.AlignmentFlag.AlignLeft | middle, said)

    def _paragraphs(self, line: LogLine, top: int, width: int) -> list[tuple[str, QRect]]:
        """Return each paragraph below the heading, with where it stands."""
        below = " · ".join(marks(line))
        metrics, placed = QFontMetrics(self._look.font(BODY)), []
        at = top + SPACE_8 + self._look.px(HEAD_PX) + GAP_PX
        for words in (*line.words, *([below] if below else [])):
            room = QRect(self._left, at, max(width - self._left - SPACE_16, 60), 10_000)
            place = metrics.boundingRect(room, _WRAP, words)
            placed.append((words, QRect(place.left(), place.top(), room.width(), place.height())))
            at = place.bottom() + 1 + GAP_PX
        return placed
