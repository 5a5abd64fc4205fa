"""Widths of the columns of a table, measured once: Qt would ask every row for them whenever anything changes."""

from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHeaderView

from blackstart.shell.support.fonts import BODY
from blackstart.shell.support.look import Look

PADDING_PX, SORT_MARK_PX = 28, 16


def fix_columns(header: QHeaderView, model: QAbstractItemModel, stretched: int, look: Look) -> None:
    """Give every column the width of its longest words, and one of them what is left."""
    metrics = QFontMetrics(look.font(BODY, is_bold=True))
    header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    header.setSectionResizeMode(stretched, QHeaderView.ResizeMode.Stretch)
    for column in range(model.columnCount()):
        if column != stretched:
            said = [str(model.index(row, column).data() or "") for row in range(model.rowCount())]
            words = max(map(metrics.horizontalAdvance, said), default=0)
            head = str(model.headerData(column, Qt.Orientation.Horizontal) or "")
            wanted = max(words, metrics.horizontalAdvance(head) + look.px(SORT_MARK_PX))
            header.resizeSection(column, wanted + look.px(PADDING_PX))
