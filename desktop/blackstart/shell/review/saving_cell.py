"""The last column of the table of decisions: a triangle, how much, and whether it was saved or lost."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPolygonF
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from blackstart.shell.review.savings import Saving
from blackstart.shell.support.fonts import BODY
from blackstart.shell.support.look import Look
from blackstart.shell.support.theme import SPACE_4

SAVING = Qt.ItemDataRole.UserRole
TRIANGLE_PX, PADDING_PX = 9, 12
Index = QModelIndex | QPersistentModelIndex


class SavingCell(QStyledItemDelegate):
    """Down = less was lost, up = more; the words say it too."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        size = super().sizeHint(option, index)
        saving = index.data(SAVING)
        if isinstance(saving, Saving) and saving.hours:
            size.setWidth(round(sum(self._widths(saving))) + 2 * PADDING_PX + 2)
        return size

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        saving = index.data(SAVING)
        if not isinstance(saving, Saving) or not saving.hours:
            super().paint(painter, option, index)
            return
        self.initStyleOption(option, index)
        plate = QStyleOptionViewItem(option)
        plate.text = ""
        widget: QWidget = option.widget
        widget.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, plate, painter, widget)
        self._draw(painter, saving, QRectF(option.rect))

    def _draw(self, painter: QPainter, saving: Saving, cell: QRectF) -> None:
        look, theme = self._look, self._look.theme
        triangle, figure, word = self._widths(saving)
        left, middle = cell.right() - PADDING_PX - triangle - figure - word, cell.center().y()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = look.px(TRIANGLE_PX)
        up = -1 if saving.is_lost else 1
        corners = ((0, -0.4), (1, -0.4), (0.5, 0.45))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("ink"))
        painter.drawPolygon(QPolygonF([QPointF(left + x * side, middle + up * y * side) for x, y in corners]))
        align = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.setFont(look.font(BODY, is_bold=True))
        painter.setPen(theme.color("ink"))
        painter.drawText(
            QRectF(left + triangle, cell.top(), figure + 1, cell.height()), align, saving.figure(look.words)
        )
        painter.setFont(look.font(BODY))
        painter.setPen(theme.color("tx2"))
        painter.drawText(
            QRectF(cell.right() - PADDING_PX - word, cell.top(), word + 1, cell.height()), align, saving.word()
        )
        painter.restore()

    def _widths(self, saving: Saving) -> tuple[float, float, float]:
        """From the left of the triangle, of the figure and of the word to the next."""
        look = self._look
        bold, plain = QFontMetricsF(look.font(BODY, is_bold=True)), QFontMetricsF(look.font(BODY))
        figure, gap = saving.figure(look.words), plain.horizontalAdvance(" ")
        return (
            look.px(TRIANGLE_PX) + SPACE_4,
            bold.horizontalAdvance(figure) + gap,
            plain.horizontalAdvance(saving.word()),
        )
