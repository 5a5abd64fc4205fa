"""The rows of the command palette: what is found, its room, its key, and why it cannot be done now."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from blackstart.shell.support.fonts import BODY, META, SECONDARY
from blackstart.shell.support.look import Look
from blackstart.shell.support.theme import RADIUS_TAG, SPACE_8, SPACE_12, SPACE_16
from blackstart.shell.window.finding import Entry

ROW_PX, HINDERED_PX, TOP_PX, LINE_PX, MARK_PX = 34, 52, 7, 20, 3
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
Index = QModelIndex | QPersistentModelIndex


class FoundModel(QAbstractListModel):
    """A row for each entry."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.entries: tuple[Entry, ...] = ()

    def show_entries(self, entries: Sequence[Entry]) -> None:
        self.beginResetModel()
        self.entries = tuple(entries)
        self.endResetModel()

    def entry(self, index: Index) -> Entry | None:
        return self.entries[index.row()] if index.isValid() else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # as Qt declares it
        return 0 if parent.isValid() else len(self.entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        entry = self.entry(index)
        if entry is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return said(entry)
        if role == Qt.ItemDataRole.SizeHintRole:
            return QSize(0, self._look.px(HINDERED_PX if entry.hindrance else ROW_PX))
        return None


def said(entry: Entry) -> str:
    """Return an entry as it is read out."""
    return ", ".join(filter(None, (entry.text, entry.group, entry.key, entry.hindrance)))


class FoundDelegate(QStyledItemDelegate):
    """Paints the rows."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        entry = model.entry(index) if isinstance(model, FoundModel) else None
        if entry is None:
            return
        look, theme = self._look, self._look.theme
        box: QRect = option.rect
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        if is_chosen:
            painter.fillRect(box, theme.color("bg3"))
            painter.fillRect(QRect(box.left(), box.top(), MARK_PX, box.height()), theme.color("ink"))
        quiet = theme.color("tx2" if is_chosen else "tx3")  # tx3 is too weak on a chosen row
        line = QRect(box.left() + SPACE_16, box.top() + look.px(TOP_PX), box.width() - 2 * SPACE_16, look.px(LINE_PX))
        right = self._draw_key(painter, entry, line)
        painter.setFont(look.font(SECONDARY))
        painter.setPen(quiet)
        painter.drawText(line.adjusted(0, 0, -right, 0), _RIGHT, entry.group)
        right += QFontMetrics(painter.font()).horizontalAdvance(entry.group) + SPACE_12
        name = theme.color("tx2" if entry.hindrance else "tx1")
        self._draw_words(painter, entry.text, line.adjusted(0, 0, -right, 0), name, BODY)
        self._draw_words(painter, entry.hindrance, line.translated(0, look.px(LINE_PX)), quiet, SECONDARY)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        size: QSize = index.data(Qt.ItemDataRole.SizeHintRole)
        return size

    def _draw_words(self, painter: QPainter, words: str, room: QRect, color: QColor, size_px: int) -> None:
        painter.setFont(self._look.font(size_px))
        painter.setPen(color)
        cut = QFontMetrics(painter.font()).elidedText(words, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, _LEFT, cut)

    def _draw_key(self, painter: QPainter, entry: Entry, line: QRect) -> int:
        """Paint the key at the right end; returns how much of the line it takes."""
        if not entry.key:
            return 0
        look, theme = self._look, self._look.theme
        painter.setFont(look.font(META))
        width = QFontMetrics(painter.font()).horizontalAdvance(entry.key) + 2 * SPACE_8
        tag = QRect(line.right() - width, line.top() + 1, width, line.height() - 2)
        painter.setPen(QPen(theme.color("btnln"), 1.0))
        painter.drawRoundedRect(tag, RADIUS_TAG, RADIUS_TAG)
        painter.setPen(theme.color("tx2"))
        painter.drawText(tag, Qt.AlignmentFlag.AlignCenter, entry.key)
        return width + SPACE_12
