"""Where the participants' display is, and whether it stands or is blank: as the console wishes and as screens allow."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject, Signal

from blackstart.shell.display.screens import Screens
from blackstart.shell.support.settings import Settings
from blackstart.shell.widgets.projector_sheet import IN_A_WINDOW, ProjectorSheet, ProjectorState

translate = QCoreApplication.translate

PLACE_KEY = "display/place"


class Projector(QObject):
    """One display; `console` tells the key of the screen that the console is on."""

    stood = Signal(object)  # ProjectorSheet
    told = Signal(str)  # one sentence for the console
    covered = Signal(str)  # the display goes onto this screen, or into `IN_A_WINDOW`
    hidden = Signal()
    froze = Signal(bool)
    blanked = Signal(bool)

    def __init__(
        self, screens: Screens, settings: Settings, console: Callable[[], str], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._screens = screens
        self._settings = settings
        self._console = console
        self._is_on = self._is_away = self._is_frozen = self._is_blank = False
        self._place = ""
        screens.changed.connect(self._look_for_screens)

    @property
    def is_on(self) -> bool:
        return self._is_on

    @property
    def is_seen(self) -> bool:
        """Whether anybody can look at it."""
        return self._is_on and not self._is_away

    def sheet(self) -> ProjectorSheet:
        """Return what the console tells."""
        place = self._place or self._usual_place()
        return ProjectorSheet(self._state(), self._is_frozen, self._is_blank, self._screens.faces(), place)

    def switch(self) -> None:
        """Show the display where it was shown last, or take it away."""
        if self._is_on:
            self.leave()
        else:
            self._go(self._usual_place())

    def show_at(self, place: str) -> None:
        """Show it on a screen, or in a window; from now on that is its place."""
        self._settings.choose(PLACE_KEY, place)
        self._go(place)

    def switch_full(self) -> None:
        """Let it fill the screen that was kept, or the other than the console's; or put it into a window."""
        if not self._is_on or self._place == IN_A_WINDOW:
            screens = self._keys()
            other = next((key for key in screens if key != self._console()), self._console())
            self.show_at(other)
        else:
            self.show_at(IN_A_WINDOW)

    def switch_frozen(self) -> None:
        """Let it stand as it is, or go on."""
        if self._is_shown_or_told():
            self._is_frozen = not self._is_frozen
            self.froze.emit(self._is_frozen)
            self._tell()

    def switch_blank(self) -> None:
        """Let it show nothing, or what there is."""
        if self._is_shown_or_told():
            self._is_blank = not self._is_blank
            self.blanked.emit(self._is_blank)
            self._tell()

    def leave(self) -> None:
        """Take the display away; the next one neither stands nor is blank."""
        if not self._is_on:
            return
        self._is_on = self._is_away = False
        self._place = ""
        self.hidden.emit()
        for was_set, signal in ((self._is_frozen, self.froze), (self._is_blank, self.blanked)):
            if was_set:
                signal.emit(False)
        self._is_frozen = self._is_blank = False
        self._tell()

    def hindrance(self) -> str:
        """Say why the display can neither stand nor be blank."""
        return "" if self._is_on else translate("Projector", "The participants' display is off.")

    def _is_shown_or_told(self) -> bool:
        if not self._is_on:
            self.told.emit(self.hindrance())
        return self._is_on

    def _go(self, place: str) -> None:
        self._is_on, self._is_away, self._place = True, False, place
        self.covered.emit(place)
        self._tell()

    def _usual_place(self) -> str:
        """Return where it was shown last; else the first screen that the console is not on; else a window."""
        keys = self._keys()
        kept = self._settings.choice(PLACE_KEY, (*keys, IN_A_WINDOW), "")
        return kept or next((key for key in keys if key != self._console()), IN_A_WINDOW)

    def _keys(self) -> tuple[str, ...]:
        return tuple(face.key for face in self._screens.faces())

    def _look_for_screens(self) -> None:
        """Hide the display when its screen goes, and show it when that comes back."""
        is_there = self._place in (*self._keys(), IN_A_WINDOW)
        if self._is_on and not self._is_away and not is_there:
            self._is_away = True
            self.hidden.emit()
            self.told.emit(translate("Projector", "The projector's screen is gone: the display waits for it."))
        elif self._is_on and self._is_away and is_there:
            self._is_away = False
            self.covered.emit(self._place)
            self.told.emit(translate("Projector", "The projector's screen is back, and the display with it."))
        self._tell()

    def _state(self) -> ProjectorState:
        if not self._is_on:
            return ProjectorState.OFF
        if self._is_away:
            return ProjectorState.AWAY
        if self._is_blank:
            return ProjectorState.BLANK
        return ProjectorState.FROZEN if self._is_frozen else ProjectorState.SHOWN

    def _tell(self) -> None:
        self.stood.emit(self.sheet())
