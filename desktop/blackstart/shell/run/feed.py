"""The injects that reached the team, and the notes: a list that grows at its head."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QModelIndex,
    QObject,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from blackstart.core.base.simtime import clock_face
from blackstart.shell.run.feed_card import Card, Cards, draw, sender
from blackstart.shell.run.feed_line import FeedLine
from blackstart.shell.support.look import Look
from blackstart.shell.support.theme import RADIUS_CONTROL, SPACE_8, SPACE_16
from blackstart.shell.widgets.arrival import SLIDE_PX, Arrival
from blackstart.shell.widgets.lines_model import LINE, Index, LinesModel

translate = QCoreApplication.translate

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class FeedModel(LinesModel[FeedLine]):
    """Lines, the latest first."""

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look

    def known_by(self, line: FeedLine) -> object:
        return _place(line)

    def words(self, line: FeedLine) -> str:
        return line.text

    def aloud(self, line: FeedLine) -> str:
        return _aloud(line, sender(line, self._look))

    @property
    def injects(self) -> int:
        """How many of the lines are injects."""
        return sum(line.is_inject for line in self.lines)


class FeedView(QListView):
    """The list on screen; rows are as high as their text, and slide in when they are new.

    A card is chosen by arrow or mouse; Enter, or a second click, opens all of its words.
    """

    seen = Signal(int)  # how many of the lines lie below what can be seen
    ticked = Signal(str)  # id of an inject: the response was seen
    left = Signal()  # Escape

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._cards = Cards(look)
        self._added = 0
        self._open: set[tuple[int, str, str]] = set()  # what is opened, by its place
        self._arrival = Arrival(self)
        self._arrival.valueChanged.connect(self.viewport().update)
        self.setItemDelegate(FeedDelegate(look, self))
        self.setSelectionMode(QListView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(translate("Feed", "Injects delivered"))
        self.verticalScrollBar().valueChanged.connect(self._count)
        self.verticalScrollBar().rangeChanged.connect(self._count)
        look.changed.connect(self.scheduleDelayedItemsLayout)

    @property
    def chosen(self) -> FeedLine | None:
        """The line that is chosen."""
        line = self.currentIndex().data(LINE) if self.currentIndex().isValid() else None
        return line if isinstance(line, FeedLine) else None

    def card(self, index: Index) -> Card:
        """Return a line as it stands here."""
        line: FeedLine = index.data(LINE)
        return self._cards.card(line, self.viewport().width(), is_open=_place(line) in self._open)

    def switch(self, index: QModelIndex) -> None:
        """Open all words of a card, or close them."""
        if index.isValid():
            self._open ^= {_place(index.data(LINE))}
            self.scheduleDelayedItemsLayout()

    def arrived(self, row: int) -> float:
        """How far a row has come in, 0..1."""
        return self._arrival.share if row < self._added else 1.0

    def rowsInserted(self, parent: Index, start: int, end: int) -> None:
        super().rowsInserted(parent, start, end)
        self._added = end + 1
        if self.isVisible() and not self._look.is_motion_reduced:
            self._arrival.start()

    def dataChanged(self, first: Index, last: Index, roles: Sequence[int] = ()) -> None:
        super().dataChanged(first, last, roles)
        self.scheduleDelayedItemsLayout()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key is Qt.Key.Key_Escape:
            self.left.emit()
        elif key in _ENTER and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            self.switch(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Find nothing: letters are the console's keys."""

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            is_ours = Qt.Key(event.key()) in _ENTER and event.modifiers() == Qt.KeyboardModifier.NoModifier
            event.setAccepted(is_ours)
            return True
        return super().event(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        place = event.position().toPoint()
        index = self.indexAt(place)
        super().mouseReleaseEvent(event)
        if event.button() is not Qt.MouseButton.LeftButton or not index.isValid():
            return
        card = self.card(index)
        if card.tick.translated(0, self.visualRect(index).top()).contains(place):
            if card.line.seen_at is None:
                self.ticked.emit(card.line.key)
            return
        self.switch(index)

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
    """Paints one card, with a ground of its own where it is chosen."""

    def __init__(self, look: Look, view: FeedView) -> None:
        super().__init__(view)
        self._look = look
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(self._view.viewport().width(), self._view.card(index).height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, box = self._look.theme, QRect(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        arrived = self._view.arrived(index.row())
        painter.setOpacity(arrived)
        painter.translate(0, (arrived - 1) * SLIDE_PX)
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected) and self._view.hasFocus()
        if is_chosen:
            painter.setPen(QPen(theme.color("ink"), 1))
            painter.setBrush(theme.color("bg3"))
            frame = QRectF(box).adjusted(SPACE_8 - 0.5, 1.5, -SPACE_8 + 0.5, -1.5)
            painter.drawRoundedRect(frame, RADIUS_CONTROL, RADIUS_CONTROL)
        draw(painter, self._view.card(index), box, self._look, is_chosen=is_chosen)
        painter.setPen(QPen(theme.color("ln"), 1))
        painter.drawLine(box.left(), box.bottom(), box.right(), box.bottom())
        painter.restore()


def _place(line: FeedLine) -> tuple[int, str, str]:
    """What tells a line from the others, whatever becomes of it."""
    return line.at, line.key, line.text


def _aloud(line: FeedLine, said_by: str) -> str:
    """A line as a reader says it."""
    to = f" → {', '.join(line.to)}" if line.to else ""
    said = f"{clock_face(line.at)}, {said_by}{to}: {line.text}"
    if line.seen_at is None:
        return said
    seen = translate("Feed", "Response seen {time}").format(time=clock_face(line.seen_at))
    return f"{said} {seen}"
