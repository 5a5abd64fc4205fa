"""The injects that reached the team, and the notes: a list that grows at its head."""

from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem

from blackstart.core.base.simtime import clock_face
from blackstart.core.exercise.model import Channel
from blackstart.shell.run.sheets import FeedLine
from blackstart.shell.support.fonts import BODY, SECONDARY
from blackstart.shell.support.icons import draw_icon
from blackstart.shell.support.look import Look
from blackstart.shell.support.theme import RADIUS_CONTROL, SPACE_8, SPACE_12, SPACE_16, Theme
from blackstart.shell.widgets.arrival import SLIDE_PX, Arrival
from blackstart.shell.widgets.channel_icons import ICONS

translate = QCoreApplication.translate

WELL_PX, SENDER_HEIGHT, TIME_WIDTH = 28, 18, 64
_LINE = Qt.ItemDataRole.UserRole
_WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft
Index = QModelIndex | QPersistentModelIndex


class FeedModel(QAbstractListModel):
    """Lines, the latest first; new ones are put in above, so that what is being read stays where it is."""

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._lines: tuple[FeedLine, ...] = ()

    def show_lines(self, lines: tuple[FeedLine, ...]) -> None:
        if lines == self._lines:
            return
        added = len(lines) - len(self._lines)
        if added > 0 and lines[added:] == self._lines:
            self.beginInsertRows(QModelIndex(), 0, added - 1)
            self._lines = lines
            self.endInsertRows()
            return
        self.beginResetModel()
        self._lines = lines
        self.endResetModel()

    @property
    def injects(self) -> int:
        """How many of the lines are injects."""
        return sum(line.channel is not None for line in self._lines)

    def line(self, index: Index) -> FeedLine:
        return self._lines[index.row()]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's signature
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._lines):
            return None
        line = self._lines[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return line.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{clock_face(line.at)}, {sender(line, self._look)}: {line.text}"
        return line if role == _LINE else None


class FeedView(QListView):
    """The list on screen; rows are as high as their text, and slide in when they are new."""

    seen = Signal(int)  # how many of the lines lie below what can be seen

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._added = 0
        self._arrival = Arrival(self)
        self._arrival.valueChanged.connect(self.viewport().update)
        self.setItemDelegate(FeedDelegate(look, self))
        self.setSelectionMode(QListView.SelectionMode.NoSelection)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(translate("Feed", "Injects delivered"))
        self.verticalScrollBar().valueChanged.connect(self._count)
        self.verticalScrollBar().rangeChanged.connect(self._count)
        look.changed.connect(self.scheduleDelayedItemsLayout)

    def arrived(self, row: int) -> float:
        """How far a row has come in, 0..1."""
        return self._arrival.share if row < self._added else 1.0

    def rowsInserted(self, parent: Index, start: int, end: int) -> None:
        super().rowsInserted(parent, start, end)
        self._added = end + 1
        if self.isVisible() and not self._look.is_motion_reduced:
            self._arrival.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def updateGeometries(self) -> None:
        super().updateGeometries()
        self._count()

    def _count(self) -> None:
        last = self.indexAt(QPoint(SPACE_16, self.viewport().height() - SPACE_16))
        rows = self.model().rowCount() if self.model() is not None else 0
        self.seen.emit(rows - 1 - last.row() if last.isValid() else 0)


class FeedDelegate(QStyledItemDelegate):
    """Paints one line: icon well, sender, time, words."""

    def __init__(self, look: Look, view: FeedView) -> None:
        super().__init__(view)
        self._look = look
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        width = self._view.viewport().width()
        line: FeedLine = index.data(_LINE)
        return QSize(width, max(_text_box(line.text, 0, width, self._look).bottom(), WELL_PX + SPACE_8) + SPACE_12)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        look, theme = self._look, self._look.theme
        line: FeedLine = index.data(_LINE)
        box: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        arrived = self._view.arrived(index.row())
        painter.setOpacity(arrived)
        painter.translate(0, (arrived - 1) * SLIDE_PX)
        _draw_well(painter, box, line.channel, theme)
        left, room = SPACE_16 + WELL_PX + SPACE_12, box.width() - 2 * SPACE_16 - WELL_PX - SPACE_12
        top = box.top() + SPACE_8
        painter.setPen(theme.color("tx3"))
        painter.setFont(look.font(SECONDARY))
        head = QRect(left, top, room, look.px(SENDER_HEIGHT))
        painter.drawText(head, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, clock_face(line.at))
        painter.setPen(theme.color("tx1" if line.channel is not None else "tx2"))
        painter.setFont(look.font(BODY, is_bold=line.channel is not None))
        name = QFontMetrics(painter.font()).elidedText(
            sender(line, self._look), Qt.TextElideMode.ElideRight, room - look.px(TIME_WIDTH)
        )
        painter.drawText(head, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, name)
        painter.setPen(theme.color("tx2"))
        painter.setFont(look.font(BODY))
        painter.drawText(_text_box(line.text, box.top(), box.width(), look), _WRAP, line.text)
        painter.setPen(QPen(theme.color("ln"), 1))
        painter.drawLine(box.left(), box.bottom(), box.right(), box.bottom())
        painter.restore()


def sender(line: FeedLine, look: Look) -> str:
    """Who it came from; the channel's name where the script does not say; that it is a note."""
    if line.channel is None:
        return translate("Feed", "Note")
    return line.sender or look.words.say(f"channel.{line.channel}")


def _draw_well(painter: QPainter, box: QRect, channel: Channel | None, theme: Theme) -> None:
    well = QRect(SPACE_16, box.top() + SPACE_8 + 2, WELL_PX, WELL_PX)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color("bg3"))
    painter.drawRoundedRect(well, RADIUS_CONTROL, RADIUS_CONTROL)
    name = ICONS[channel] if channel is not None else "note"
    draw_icon(painter, name, QPointF(well.center()) + QPointF(0.5, 0.5), 16, theme.color("tx1"))


def _text_box(text: str, top: int, width: int, look: Look) -> QRect:
    left = SPACE_16 + WELL_PX + SPACE_12
    room = QRect(left, top + SPACE_8 + look.px(SENDER_HEIGHT), max(width - left - SPACE_16, 60), 10_000)
    return QFontMetrics(look.font(BODY)).boundingRect(room, _WRAP, text)
