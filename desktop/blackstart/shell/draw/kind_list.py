"""Kinds to choose from while a name is typed: a short list that takes no focus."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem

from blackstart.core.topology.kinds import KINDS
from blackstart.shell.support.icons import icon
from blackstart.shell.support.look import Look

MOST_ROWS, ROW_PX, ICON_PX = 6, 28, 16


class KindList(QListWidget):
    """Shows kinds in an order; arrows are handed to it by the field above."""

    kind_picked = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setIconSize(QSize(look.px(ICON_PX), look.px(ICON_PX)))
        self.itemClicked.connect(self._pick)

    @property
    def kind(self) -> str:
        """The kind that is chosen; empty = none is shown."""
        item = self.currentItem()
        return str(item.data(Qt.ItemDataRole.UserRole)) if item is not None else ""

    def show_kinds(self, ids: tuple[str, ...]) -> None:
        """Show some kinds, the first chosen."""
        self.clear()
        look = self._look
        for id_ in ids:
            item = QListWidgetItem(look.words.say(f"kind.{id_}"))
            item.setData(Qt.ItemDataRole.UserRole, id_)
            item.setIcon(icon(KINDS[id_].icon, look.theme.color("tx1"), look.px(ICON_PX)))
            item.setToolTip(look.words.say(f"kind-about.{id_}"))
            item.setSizeHint(QSize(0, look.px(ROW_PX)))
            self.addItem(item)
        self.setCurrentRow(0)
        self.setFixedHeight(look.px(ROW_PX) * min(len(ids), MOST_ROWS))

    def step(self, by: int) -> None:
        """Choose another row."""
        self.setCurrentRow(min(max(self.currentRow() + by, 0), self.count() - 1))

    def _pick(self, item: QListWidgetItem) -> None:
        self.kind_picked.emit(str(item.data(Qt.ItemDataRole.UserRole)))
