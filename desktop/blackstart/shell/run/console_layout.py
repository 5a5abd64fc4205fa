"""Where the parts of the console stand: the clock above all, the map with what belongs to it, the side beside them."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from blackstart.shell.support.theme import SPACE_8, SPACE_12, SPACE_16


def lay_out(
    bar: QWidget, notices: QVBoxLayout, left: tuple[QWidget, QWidget, QWidget, QWidget], side: QWidget
) -> QWidget:
    """Put the parts into one widget; `left` = legend, map, strip and foot, from above."""
    body = QHBoxLayout()
    body.setSpacing(0)
    body.addWidget(_column(*left), 1)
    body.addWidget(side)
    console = QWidget()
    whole = QVBoxLayout(console)
    whole.setContentsMargins(0, 0, 0, 0)
    whole.setSpacing(0)
    whole.addWidget(bar)
    whole.addLayout(notices)
    whole.addLayout(body, 1)
    return console


def _column(legend: QWidget, shown: QWidget, strip: QWidget, foot: QWidget) -> QWidget:
    head = QHBoxLayout()
    head.setContentsMargins(SPACE_16, SPACE_8, SPACE_16, 0)
    head.addWidget(legend)
    held = QWidget()
    held.setProperty("role", "canvas")
    held.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    column = QVBoxLayout(held)
    column.setContentsMargins(0, 0, 0, SPACE_12)
    column.setSpacing(SPACE_8)
    column.addLayout(head)
    column.addWidget(shown, 1)
    column.addWidget(strip)
    column.addWidget(foot)
    return held
