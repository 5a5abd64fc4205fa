"""The room of what the team does: the list behind Actions, and the sheet for an action on the spot."""

from dataclasses import dataclass, field

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QContextMenuEvent

from blackstart.core.base.ids import ComponentId
from blackstart.core.exercise.model import Drill
from blackstart.core.play.commands import ActUnscripted
from blackstart.shell.actions.deeds import RoomDeeds
from blackstart.shell.actions.spec import ActionSpec
from blackstart.shell.run.deeds.component_rows import MenuRow
from blackstart.shell.run.deeds.map_menu import MapMenu
from blackstart.shell.run.deeds.panel import DeedsPanel
from blackstart.shell.run.deeds.presenter import DeedsPresenter
from blackstart.shell.run.deeds.spot_sheet import SpotDraft, SpotSheet
from blackstart.shell.run.places import Places
from blackstart.shell.run.presenter import RunPresenter
from blackstart.shell.support.look import Look

translate = QCoreApplication.translate

KEY = "actions"


@dataclass(frozen=True, slots=True)
class DeedsDraft:
    """Who is named above the actions, and an action on the spot that is not begun."""

    who: str = ""
    spot: SpotDraft = field(default_factory=SpotDraft)


class DeedsRoom(QObject):
    """Joins the list to its presenter, and opens the sheet."""

    name = KEY

    def __init__(self, run: RunPresenter, places: Places, look: Look) -> None:
        super().__init__(places.page)
        self._run = run
        self._places = places
        self._look = look
        self._drill: Drill | None = None
        self._people: tuple[tuple[str, str], ...] = ()
        self._spot = SpotDraft()
        self._sheet: SpotSheet | None = None
        self.presenter = DeedsPresenter(run, look, self)
        self.panel = DeedsPanel(look)
        self.menu = MapMenu(places.map, look, self, places.card_verbs)
        places.side.tabs.add(KEY, translate("Actions", "Actions"), self.panel)
        presenter, panel = self.presenter, self.panel
        presenter.drill_shown.connect(self._show_drill)
        presenter.listed.connect(panel.show_lines)
        presenter.crews_told.connect(panel.show_crews)
        presenter.counted.connect(self._count)
        panel.begin_wished.connect(presenter.begin)
        panel.call_off_wished.connect(presenter.call_off)
        panel.move_wished.connect(presenter.move)
        panel.forced.connect(presenter.force_work)
        panel.spot_wished.connect(self.open_spot)
        panel.left.connect(places.take_focus)
        self.menu.asked.connect(self._show_menu)
        self.menu.ordered.connect(self._order_row)
        self.menu.forced.connect(presenter.force)
        self.menu.spot_wished.connect(self.open_spot)
        run.parted.connect(self._forget)

    def deeds(self) -> RoomDeeds:
        """Return what can be done here."""
        specs = (
            ActionSpec("run.actions", translate("Actions", "To the actions"), ("A",)),
            ActionSpec("run.spot", translate("Actions", "An action on the spot"), ("Shift+A",)),
            ActionSpec("run.component", translate("Actions", "What can be done with the chosen part"), ("Shift+F10",)),
        )
        deeds = {"run.actions": self.show, "run.spot": self.open_spot, "run.component": self._ask_menu}
        return RoomDeeds(specs, deeds, dict.fromkeys(deeds, self._hindrance))

    def draft(self) -> object:
        """Return what was typed here and stands in no journal."""
        return DeedsDraft(self.panel.who.who, self._spot)

    def take_draft(self, draft: object) -> None:
        """Go on with what was typed on another page."""
        if isinstance(draft, DeedsDraft):
            self.panel.who.choose(draft.who)
            self._spot = draft.spot

    def show(self) -> None:
        """Bring the actions to the front, and put the focus there."""
        if self._run.run_id is None:
            self._run.refused.emit(self._hindrance())
            return
        self._places.side.tabs.show_list(KEY)
        self.panel.begin()

    def open_spot(self) -> None:
        """Ask for an action that nobody scripted."""
        if self._drill is None or self._hindrance():
            self._run.refused.emit(self._hindrance())
            return
        self._sheet = sheet = SpotSheet(self._drill, self._people, self._look)
        sheet.take_draft(self._spot)
        sheet.ordered.connect(self._order)
        sheet.closed.connect(self._keep)
        self._run.refused.connect(sheet.complain)
        sheet.open_over(self._places.page.window())

    def _ask_menu(self) -> None:
        """Ask whatever has the focus for its menu, and the map if that has none."""
        page = self._places.page
        focused = page.window().focusWidget()
        if focused is not None and page.isAncestorOf(focused) and focused is not self._places.map:
            at = focused.rect().center()
            event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, at, focused.mapToGlobal(at))
            if QCoreApplication.sendEvent(focused, event) and event.isAccepted():
                return
        self.menu.ask()

    def _show_menu(self, component: ComponentId | None) -> None:
        if component is None:
            self._run.refused.emit(translate("Actions", "No component is chosen on the map."))
            return
        chosen = self._run.map.together
        is_one_of_several = component in chosen and len(chosen) > 1
        rows = self.presenter.menu_of(*(chosen if is_one_of_several else (component,)))
        if rows is None:
            self._run.refused.emit(self._hindrance())
            return
        if not is_one_of_several:
            self._run.map.choose(component)
        self.menu.show_menu(rows)

    def _order_row(self, row: MenuRow) -> None:
        """Order it, or ask first what else there is to say."""
        if row.asks:
            self._spot = SpotDraft(row.deed, self.panel.who.who, row.takes, row.crew, effects=row.effects)
            self.open_spot()
        else:
            self.presenter.order_row(row, self.panel.who.who)

    def _order(self, command: ActUnscripted) -> None:
        sheet = self._sheet
        if self.presenter.order(command) and sheet is not None:
            sheet.close_sheet()
            self._spot = SpotDraft()

    def _keep(self) -> None:
        """Keep what was filled in on a sheet that was put away."""
        if self._sheet is not None:
            self._spot, self._sheet = self._sheet.draft, None

    def _forget(self) -> None:
        self._spot = SpotDraft()

    def _count(self, number: int) -> None:
        self._places.side.tabs.count(KEY, number)

    def _show_drill(self, drill: Drill, people: tuple[tuple[str, str], ...]) -> None:
        self._drill, self._people = drill, people
        self.panel.show_people(people)

    def _hindrance(self) -> str:
        return "" if self._run.is_under_way else translate("RunHindrances", "No run is under way.")
