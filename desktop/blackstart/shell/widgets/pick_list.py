"""Rows to choose from while something is typed: a short list that takes no focus."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem

from blackstart.shell.support.icons import icon
from blackstart.shell.support.look import Look
from blackstart.shell.support.tips import tip

MOST_ROWS, ROW_PX, ICON_PX = 6, 28, 16


@dataclass(frozen=True, slots=True)
class PickRow:
    """One row: what it stands for, what it says, its icon, and more about it."""

    key: str
    text: str
    icon: str
    about: str = ""


class PickList(QListWidget):
    """Shows rows in an order; arrows are handed to it by the field above."""

    picked = Signal(str)  # key, by a click

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._most = MOST_ROWS
        self.setProperty("role", "finder")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setIconSize(QSize(look.px(ICON_PX), look.px(ICON_PX)))
        self.itemClicked.connect(self._pick)

    @property
    def key(self) -> str:
        """Key of what is chosen; empty = nothing is shown."""
        item = self.currentItem()
        return str(item.data(Qt.ItemDataRole.UserRole)) if item is not None else ""

    def show_rows(self, rows: Sequence[PickRow]) -> None:
        """Show other rows, the first chosen."""
        self.clear()
        look = self._look
        for row in rows:
            item = QListWidgetItem(row.text)
            item.setData(Qt.ItemDataRole.UserRole, row.key)
            item.setIcon(icon(row.icon, look.theme.color("tx1"), look.px(ICON_PX)))
            item.setToolTip(tip(row.about))
            item.setSizeHint(QSize(0, look.px(ROW_PX)))
            self.addItem(item)
        self.setCurrentRow(0)
        self._take_height()

    def limit(self, room: int) -> None:
        """Take in how many px there are for it: of six rows, as many as have room, and one at least."""
        self._most = min(max(room // self._look.px(ROW_PX), 1), MOST_ROWS)
        self._take_height()

    def _take_height(self) -> None:
        self.setFixedHeight(self._look.px(ROW_PX) * min(self.count(), self._most))

    def step(self, by: int) -> None:
        """Choose another row."""
        self.setCurrentRow(min(max(self.currentRow() + by, 0), self.count() - 1))

    def _pick(self, item: QListWidgetItem) -> None:
        self.picked.emit(str(item.data(Qt.ItemDataRole.UserRole)))
