"""The injects of a drill, each of which can be left out of a run."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem

from blackstart.shell.support.icons import icon
from blackstart.shell.support.look import Look
from blackstart.shell.support.tips import tip

ROW_PX, ICON_PX, MOST_ROWS = 26, 16, 7
_TURNING = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class LeaveOutList(QListWidget):
    """A mark stands before those that come; Space, Enter or a click turns one."""

    changed = Signal()

    def __init__(self, injects: Sequence[tuple[str, str]], look: Look) -> None:
        super().__init__()
        self._look = look
        self._words = dict(injects)
        self._left_out: set[str] = set()
        self.setProperty("role", "finder")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setUniformItemSizes(True)
        self.setIconSize(QSize(look.px(ICON_PX), look.px(ICON_PX)))
        for id_ in self._words:
            item = QListWidgetItem(self)
            item.setData(Qt.ItemDataRole.UserRole, id_)
            item.setSizeHint(QSize(0, look.px(ROW_PX)))
        self.setFixedHeight(look.px(ROW_PX) * max(min(len(self._words), MOST_ROWS), 1) + 2)
        self.itemClicked.connect(self.turn)
        look.changed.connect(self._show)
        self._show()

    @property
    def left_out(self) -> tuple[str, ...]:
        """Ids of what does not come, in the order of the drill."""
        return tuple(id_ for id_ in self._words if id_ in self._left_out)

    def leave_out(self, ids: Collection[str]) -> None:
        """Leave these out and no others."""
        self._left_out = set(ids)
        self._show()

    def turn(self, item: QListWidgetItem) -> None:
        """Let an inject come, or leave it out."""
        self._left_out ^= {str(item.data(Qt.ItemDataRole.UserRole))}
        self._show()
        self.changed.emit()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._turns(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        item = self.currentItem()
        if self._turns(event) and item is not None:
            self.turn(item)
            return
        super().keyPressEvent(event)

    def _turns(self, event: QKeyEvent) -> bool:
        return Qt.Key(event.key()) in _TURNING and not event.modifiers() & Qt.KeyboardModifier.ControlModifier

    def _show(self) -> None:
        theme, size = self._look.theme, self._look.px(ICON_PX)
        out = QCoreApplication.translate("RunSetup", "left out")
        for row in range(self.count()):
            item = self.item(row)
            id_ = str(item.data(Qt.ItemDataRole.UserRole))
            is_out = id_ in self._left_out
            item.setText(f"{out} · {self._words[id_]}" if is_out else self._words[id_])
            item.setToolTip(tip(self._words[id_]))
            item.setIcon(icon("check", theme.color("bg1" if is_out else "tx1"), size))
            item.setForeground(theme.color("tx3" if is_out else "tx1"))
