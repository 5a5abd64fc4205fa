"""How the open decision and the lists below it share the right column."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QScrollArea, QWidget

from blackstart.shell.run.decision_form import DecisionForm
from blackstart.shell.run.side_tabs import SideTabs
from blackstart.shell.support.look import Look

LIST_PX = 320  # of a list that was asked for, with its head: some rows of it are seen at a glance


class ColumnSharing(QObject):
    """Folds the decision while a list was asked for that has no room below it, and lets only one of both scroll.

    The first list only tells what came; with it in front the decision stands whole.
    """

    def __init__(self, form: DecisionForm, tabs: SideTabs, above: QWidget, scroll: QScrollArea, look: Look) -> None:
        super().__init__(scroll)
        self._form = form
        self._tabs = tabs
        self._above = above  # the panels, the decision among them
        self._held = scroll.widget() or above
        self._look = look
        self._is_list_asked = False
        form.switched.connect(self.show_decision)
        tabs.shown.connect(self._ask)
        self._port = scroll.viewport()
        self._port.installEventFilter(self)  # it gets its size after the area itself
        above.installEventFilter(self)

    def show_decision(self) -> None:
        """Let the decision stand whole until a list is asked for."""
        self._is_list_asked = False
        self._tabs.make_do()
        self.share()

    def share(self) -> None:
        """Give each what there is room for."""
        form, room = self._form, self._port.height()
        whole = self._height_above() - form.sizeHint().height() + form.whole_height()
        form.fold(is_folded=self._is_list_asked and whole + self._look.px(LIST_PX) > room)
        scroll = form.body
        given = 0 if form.is_folded or scroll.is_scrolling else scroll.height_to_spare()
        scroll.let_scroll(is_scrolling=self._held.minimumSizeHint().height() - given <= room)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        is_resized = event.type() == QEvent.Type.Resize and watched is self._port
        if is_resized or (event.type() == QEvent.Type.LayoutRequest and watched is self._above):
            self.share()
        return super().eventFilter(watched, event)

    def _ask(self) -> None:
        self._is_list_asked = not self._tabs.is_first_shown
        self.share()

    def _height_above(self) -> int:
        above, width = self._above, self._port.width()
        return above.heightForWidth(width) if above.hasHeightForWidth() else above.sizeHint().height()
