"""The menu of a card: asked for by the right button, the menu key or Shift+F10."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QContextMenuEvent, QMouseEvent
from PySide6.QtWidgets import QMenu

from blackstart.shell.canvas.view import MapView
from blackstart.shell.run.deeds.component_rows import ComponentMenu
from blackstart.shell.run.places import CardVerb
from blackstart.shell.support.icons import icon
from blackstart.shell.support.look import Look

translate = QCoreApplication.translate


class MapMenu(QObject):
    """Listens to the map; whoever knows how a component stands is asked for the rows."""

    asked = Signal(object)  # ComponentId
    ordered = Signal(object)  # MenuRow of the team
    forced = Signal(object)  # MenuRow of the facilitator
    spot_wished = Signal()

    def __init__(
        self, view: MapView, look: Look, parent: QObject | None = None, verbs: Sequence[CardVerb] = ()
    ) -> None:
        super().__init__(parent)
        self._view = view
        self._verbs = verbs  # of other rooms, asked for when the menu is: they may not be furnished yet
        self._look = look
        self._place = QPoint()
        view.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QContextMenuEvent):
            self._take(event)
            return True
        is_press = event.type() in (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease)
        # The menu takes the release away; the map would go on panning as if the button were still down.
        return is_press and isinstance(event, QMouseEvent) and event.button() is Qt.MouseButton.RightButton

    def ask(self) -> None:
        """Ask about the card that has the focus, or is chosen."""
        picture = self._view.picture
        component = self._view.overlay.walk.at or (picture.chosen if picture is not None else None)
        if component is not None:
            self._place = self._view.place_of(component).center().toPoint()
        self.asked.emit(component)

    def show_menu(self, rows: ComponentMenu) -> None:
        """Show what can be done, where it was asked for."""
        menu = self.made(rows)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self._view.mapToGlobal(self._place))

    def made(self, rows: ComponentMenu) -> QMenu:
        """Return the menu, which is not shown yet."""
        menu = QMenu(self._view)
        menu.setAccessibleName(rows.name)
        self._add_heading(menu, rows.name, "")
        for row in rows.orders:
            self._add(menu, row.text, partial(self.ordered.emit, row))
        self._add(menu, translate("ComponentMenu", "Something else on the spot…"), self.spot_wished.emit)
        for verb in self._verbs:
            if not verb.hindrance():
                self._add(menu, verb.text, partial(verb.deed, rows.components))
        if rows.by_hand:
            menu.addSeparator()
            self._add_heading(menu, translate("ComponentMenu", "Facilitator"), "eyeoff")
        for row in rows.by_hand:
            self._add(menu, row.text, partial(self.forced.emit, row))
        return menu

    def _take(self, event: QContextMenuEvent) -> None:
        if event.reason() is not QContextMenuEvent.Reason.Mouse:
            self.ask()
            return
        self._place = event.pos()
        component = self._view.component_at(event.pos().toPointF())
        if component is not None:
            self.asked.emit(component)

    def _add(self, menu: QMenu, text: str, deed: Callable[[], object]) -> None:
        action = QAction(text.replace("&", "&&"), menu)
        action.triggered.connect(lambda: deed())
        menu.addAction(action)

    def _add_heading(self, menu: QMenu, text: str, icon_name: str) -> None:
        heading = QAction(text.replace("&", "&&"), menu)
        heading.setEnabled(False)
        if icon_name:
            heading.setIcon(icon(icon_name, self._look.theme.color("tx3")))
        menu.addAction(heading)
