"""Draw: the map that is being drawn, and everything round it."""

from functools import partial

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from blackstart.core.analysis.weakness import WeakPoint
from blackstart.core.base.ids import ComponentId
from blackstart.shell.actions.spec import add_actions, key_text
from blackstart.shell.draw.actions import draw_actions
from blackstart.shell.draw.chosen import Chosen
from blackstart.shell.draw.clipboard import Clipboard
from blackstart.shell.draw.doing import Doing
from blackstart.shell.draw.drawn_map import DrawnMap
from blackstart.shell.draw.empty_map import EmptyMap
from blackstart.shell.draw.find.search import MapSearch
from blackstart.shell.draw.in_place import InPlace
from blackstart.shell.draw.inspector.column import InspectorColumn
from blackstart.shell.draw.kind_drop import KindDrop
from blackstart.shell.draw.layout import NOTHING, Laid
from blackstart.shell.draw.menus import menu_on, rows_for
from blackstart.shell.draw.minimap import MiniMap
from blackstart.shell.draw.out.out_dialogs import OutDialogs
from blackstart.shell.draw.palette import Palette
from blackstart.shell.draw.parts import Part, go_on
from blackstart.shell.draw.presenter import DrawPresenter
from blackstart.shell.draw.selection import Selection
from blackstart.shell.draw.spotlight import Spotlight
from blackstart.shell.draw.table.page import TablePage
from blackstart.shell.draw.toolbar import Toolbar
from blackstart.shell.draw.top_bar import TopBar
from blackstart.shell.draw.weak_panel import WeakPanel
from blackstart.shell.draw.wishes import MapWishes
from blackstart.shell.support.look import Look

ROOM_FOR_PALETTE_PX = 1300  # of the page, at the usual size of words
MOST_WEAK = 0.45  # of the page's height
ROOM_FOR_WEAK_PX = 560  # least height with which a map is left over the weak points


class DrawWorkspace(QWidget):
    """Lays the page out and joins widgets and presenter."""

    def __init__(self, presenter: DrawPresenter, look: Look, palette_key: str = "") -> None:
        super().__init__()
        self._presenter = presenter
        self._look = look
        self._laid: Laid | None = None
        self._palette_wish: bool | None = None  # None = as there is room
        self._weak_wish: bool | None = None  # the same for the weak points
        self._is_fresh = False  # whether the drill of the moment has been on the page
        self.top = TopBar(presenter.document, palette_key, look)
        self.wishes = MapWishes(presenter, self)
        self.map = DrawnMap(look, self.wishes)
        specs = {spec.id: spec for spec in draw_actions()}
        self.empty = EmptyMap(self.map, key_text(specs["draw.add"]))
        self.in_place = InPlace(self.map, presenter, look)
        self.minimap = MiniMap(self.map, look)
        self.palette_column = Palette(look)
        self.search = MapSearch(self.map, presenter, look)
        self.out = OutDialogs(presenter, look, self)
        self.tables = TablePage(presenter, look)
        self.weak = WeakPanel(look)
        self._spotlight = Spotlight(presenter, self.weak, self.map)
        self.inspector = InspectorColumn(presenter, look)
        self.chosen = Chosen(presenter, self)
        self.clipboard = Clipboard(presenter, self)
        doing = Doing(presenter, self.map, self.in_place, self.chosen, self.clipboard)
        deeds = {**doing.deeds(), "draw.weak": self.fold_weak_points}
        deeds |= {"draw.kinds": self.filter_kinds, "draw.palette": self.fold_palette}
        deeds["draw.minimap"] = self.toggle_minimap
        deeds |= self.search.deeds()
        deeds |= self.out.deeds()
        deeds |= {"draw.table": self.turn_to_tables, "draw.find": self.find_by_name}
        deeds |= {"draw.next-part": partial(self._go_on, 1), "draw.part-before": partial(self._go_on, -1)}
        self._actions = add_actions(self, draw_actions(), deeds, doing.hindrances())
        self.toolbar = Toolbar(self._actions, look)
        self.top.act(self._actions["draw.undo"], self._actions["draw.redo"])
        self._lay_out()
        self._join()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFocusProxy(self.map)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        topology = self._presenter.document.topology
        if self._laid is None and not topology.components and not topology.zones:
            self._laid = Laid(topology, NOTHING)  # before anything was opened there is an empty map
        self._show_map(is_kept=self._is_fresh)
        self._presenter.show()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._presenter.rest()

    def fold_weak_points(self) -> None:
        """Give the map the room of the weak points, or take it back."""
        self._weak_wish = self.weak.is_folded
        self.weak.show_folded(is_folded=not self._weak_wish)

    def filter_kinds(self) -> None:
        """Let a kind be typed, in the palette."""
        self._show_palette(is_shown=True)
        self.palette_column.begin()

    def fold_palette(self) -> None:
        """Give the map the room of the palette, or take it back."""
        self._palette_wish = not self.palette_column.isVisible()
        self._show_palette(is_shown=self._palette_wish)

    def toggle_minimap(self) -> None:
        """Show the small map where there is more than is seen, or never."""
        self.minimap.want(is_wanted=not self.minimap.is_wanted)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._palette_wish is None:
            self._show_palette(is_shown=self.width() >= self._look.px(ROOM_FOR_PALETTE_PX))
        self.weak.limit(round(self.height() * MOST_WEAK))
        if self._weak_wish is None:
            self.weak.show_folded(is_folded=self.height() < self._look.px(ROOM_FOR_WEAK_PX))

    def _show_palette(self, *, is_shown: bool) -> None:
        self.palette_column.setVisible(is_shown)

    def find_by_name(self) -> None:
        """Ask what is to be found: on the map, or in the rows."""
        if self.tables.isVisible():
            self.tables.filter.setFocus()
        else:
            self.search.open()

    def turn_to_tables(self) -> None:
        """Show the map as tables, or as a map again; what is chosen stays so."""
        is_map = self.tables.isVisible()
        self.map.setVisible(is_map)
        self.toolbar.setVisible(is_map)
        self.tables.setVisible(not is_map)
        shown = self.map if is_map else self.tables.table
        self.setFocusProxy(shown)
        shown.setFocus()

    def _go_on(self, by: int) -> None:
        """Go to the next part of the page, or to the one before."""
        middle = self.tables.table if self.tables.isVisible() else self.map
        parts = (
            Part(middle, middle.setFocus),
            Part(self.inspector, self.inspector.begin),
            Part(self.weak.table, self.weak.table.setFocus),
            Part(self.palette_column, self.palette_column.begin),
        )
        go_on(parts, by)

    def _show_weak_points(self, points: tuple[WeakPoint, ...] | None) -> None:
        told = self._presenter.tell
        self.weak.show_points(None if points is None else tuple((point, told(point)) for point in points))

    def _show_laid(self, laid: Laid) -> None:
        self._laid = laid
        self._show_map(is_kept=self._is_fresh)

    def _show_map(self, *, is_kept: bool = True) -> None:
        """Put the map on the page, once that is seen: a large one takes its time."""
        if self._laid is not None and self.isVisible():
            self._is_fresh = True
            laid = self._laid
            self.map.show_topology(laid, self._presenter.layout.plan, is_kept=is_kept)
            self.minimap.show_drawing(laid.drawing)
            self.empty.show_empty(is_empty=not laid.topology.components and not laid.topology.zones)

    def _inspect(self, component: ComponentId | None) -> None:
        """Choose the card that the keys have come to."""
        self._presenter.select(Selection(() if component is None else (component,)))

    def _show_selection(self) -> None:
        self.toolbar.show_selection(self._presenter.selection, is_locked=self.chosen.is_locked)

    def _show_menu(self, at: QPoint) -> None:
        """Show what can be done with what is chosen; what is added by it lies where it was asked for."""
        place = self.map.placement.to_canvas(QPointF(self.map.mapFromGlobal(at)))
        point = (place.x(), place.y())
        here = {
            "draw.add": lambda: self.in_place.add_wished(point, None),
            "draw.paste": lambda: self.clipboard.paste(point),
        }
        menu_on(self, self._actions, rows_for(self._presenter.selection), here).popup(at)

    def _show_title(self) -> None:
        document = self._presenter.document
        mark = "•  " if document.is_modified else ""
        self.top.title.say(mark + document.drill.title.to(self._look.language))

    def _forget_map(self) -> None:
        self._laid, self._is_fresh = None, False
        self._show_title()

    def _join(self) -> None:
        presenter, document = self._presenter, self._presenter.document
        presenter.laid.connect(self._show_laid)
        presenter.layout.planned.connect(self.map.take_plan)
        presenter.selected.connect(self.map.show_selection)
        presenter.purpose_shown.connect(self.map.easel.take_purpose)
        document.replaced.connect(self._forget_map)
        document.modified.connect(self._show_title)
        document.filed.connect(self._show_title)
        document.described.connect(self._show_title)
        presenter.weak_points_shown.connect(self._show_weak_points)
        self.weak.fold_wished.connect(self.fold_weak_points)
        self.map.chosen.connect(self._inspect)
        self.map.rename_wished.connect(self.in_place.rename)
        self.wishes.add_wished.connect(self.in_place.add_wished)
        self.wishes.zone_wished.connect(self.in_place.name_zone)
        document.replaced.connect(self.in_place.close)
        self.clipboard.pasted.connect(self.in_place.bring_chosen)
        self.tables.map_wished.connect(self.turn_to_tables)
        self.palette_column.kind_wished.connect(self.in_place.add_kind)
        KindDrop(self.map).dropped.connect(self.in_place.add_kind)
        self.map.inspect_wished.connect(self.inspector.begin)
        self.inspector.left.connect(self.map.setFocus)
        self.map.tool_shown.connect(self.toolbar.show_tool)
        self.toolbar.tool_picked.connect(self.map.take_tool)
        self.map.menu_wished.connect(self._show_menu)
        self.toolbar.purpose_picked.connect(presenter.choose_purpose)
        presenter.purpose_shown.connect(self.toolbar.show_purpose)
        presenter.selected.connect(self._show_selection)
        presenter.laid.connect(self._show_selection)
        self._show_title()

    def _lay_out(self) -> None:
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addWidget(self.top)
        middle = QVBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.toolbar)
        middle.addWidget(self.map, 1)
        middle.addWidget(self.tables, 1)
        middle.addWidget(self.weak)
        columns = QHBoxLayout()
        columns.setSpacing(0)
        columns.addWidget(self.palette_column)
        columns.addLayout(middle, 1)
        columns.addWidget(self.inspector)
        page.addLayout(columns, 1)
