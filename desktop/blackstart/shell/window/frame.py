"""The window's frame: rail, a page for each mode, message bar. Light: it can be seen before the rest is loaded."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QCloseEvent, QIcon, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QWidget

from blackstart.shell.actions.spec import Action, actions_of, add_actions
from blackstart.shell.support.look import Look
from blackstart.shell.support.settings import Settings
from blackstart.shell.support.stylesheet import stylesheet
from blackstart.shell.window.actions import LIBRARY, MODES, feet, modes, window_actions
from blackstart.shell.window.entries import Room, action_entries
from blackstart.shell.window.finding import Batch, batch
from blackstart.shell.window.message_bar import MessageBar, is_passing
from blackstart.shell.window.pages import empty_page
from blackstart.shell.window.palette import Source
from blackstart.shell.window.rail import Badge, Rail
from blackstart.shell.window.sheets import Sheets
from blackstart.shell.window.standing_place import FIRST_SIZE, LEAST_SIZE, stand_first, stand_inside
from blackstart.shell.window.typing_place import TypingPlace, field_at, typing_place

translate = QCoreApplication.translate

MODE_KEY = "window/mode"


class Frame(QMainWindow):
    """Switches between pages; what is on them is put there once it is loaded."""

    open_wished = Signal()
    mode_shown = Signal(str)
    seen = Signal()  # the frame is painted for the first time
    closing = Signal()
    new_wished = Signal()
    another_wished = Signal()  # a window of its own, beside this one
    save_wished = Signal()
    save_as_wished = Signal()
    revert_wished = Signal()

    def __init__(self, look: Look, settings: Settings) -> None:
        super().__init__()
        self._look = look
        self._settings = settings
        self._is_seen = False
        self._drill = ""  # name of the one that is open
        self.hold_back: Callable[[], bool] = _nothing_holds  # asked before it closes; True = not yet
        self.rail = Rail(modes(), feet(), look)
        self.messages = MessageBar(look)
        self._whole = QWidget()
        self.sheets = Sheets(self._whole, look)
        self.sources: Sequence[Source] = ()  # of what the palette finds beside the actions
        self._pages = QStackedWidget()
        for _ in MODES:
            self._pages.addWidget(empty_page())
        self._lay_out()
        self._actions = self._act()
        self._retell()
        look.changed.connect(self._dress)
        look.relaid.connect(self._retell)
        self._dress()
        self.setMinimumSize(LEAST_SIZE)
        self.resize(FIRST_SIZE.boundedTo(self.screen().availableSize()))  # what is left of it if it fills the screen
        stand_first(self)
        self.restoreGeometry(settings.place())
        stand_inside(self)
        self.show_mode(settings.choice(MODE_KEY, MODES, LIBRARY))

    @property
    def mode(self) -> str:
        return MODES[self._pages.currentIndex()]

    def show_mode(self, mode: str) -> None:
        if mode != self.mode:
            self.messages.drop(is_passing)
        self._pages.setCurrentIndex(MODES.index(mode))
        self.rail.show_mode(mode)
        self._tell_title()
        self._focus_page()
        self.mode_shown.emit(mode)

    def name_drill(self, name: str, *, is_modified: bool) -> None:
        """Tell in the title which drill is open, with a mark while it is not saved; empty = none."""
        self._drill = name
        self._tell_title()
        self.setWindowModified(is_modified and bool(name))  # where none is named there is no place for the mark

    def furnish(self, mode: str, page: QWidget) -> None:
        """Put the page of a mode where it belongs."""
        index = MODES.index(mode)
        before = self._pages.widget(index)
        was_shown = self._pages.currentIndex()
        page.setAccessibleName(self.rail.button(mode).text())
        self._pages.insertWidget(index, page)
        if before is not None:
            self._pages.removeWidget(before)
            before.deleteLater()
        self._pages.setCurrentIndex(was_shown)
        self._focus_page()

    def typing_place(self) -> TypingPlace | None:
        """Return where on the page somebody types, or will again once the sheet over it is closed."""
        sheet, page = self.sheets.sheet, self._pages.currentWidget()
        return typing_place(page, sheet.before if sheet is not None else self.focusWidget()) if page else None

    def type_on(self, place: TypingPlace) -> None:
        """Let what is typed go where it went before the page was built anew."""
        sheet, page = self.sheets.sheet, self._pages.currentWidget()
        field = field_at(page, place) if page is not None else None
        if field is not None and sheet is not None:
            sheet.give_back_to(field)
        elif field is not None:
            field.setFocus(Qt.FocusReason.OtherFocusReason)

    def focusNextPrevChild(self, is_next: bool) -> bool:
        focused = self.focusWidget()
        if focused is not None and not focused.isVisible():
            # What had the focus went away. Qt would go on to whatever comes next, which Space would press.
            self._focus_page()
            return True
        page = self._pages.currentWidget()
        proxy = page.focusProxy() if page is not None else None
        if page is None or proxy is None:
            return super().focusNextPrevChild(is_next)
        # Going forward, Qt takes a page for its proxy, and so passes over all that comes before that.
        page.setFocusProxy(None)  # type: ignore[arg-type]  # Qt takes it, its stub does not say so
        is_moved = super().focusNextPrevChild(is_next)
        page.setFocusProxy(proxy)
        return is_moved

    def rooms(self) -> tuple[Room, ...]:
        """Return what can be done: in the room that is shown, anywhere, and in the others."""
        words = {mode.id: mode.word for mode in modes()}
        pages = [(mode, self._pages.widget(index)) for index, mode in enumerate(MODES)]
        rooms = [Room(mode, words[mode], actions_of(page)) for mode, page in pages if page is not None]
        anywhere = Room("", translate("Window", "Everywhere"), actions_of(self))
        shown = [room for room in rooms if room.mode == self.mode]
        others = [room for room in rooms if room.mode != self.mode]
        return tuple(room for room in (*shown, anywhere, *others) if room.actions)

    def show_keys(self) -> None:
        self.sheets.open_keys(self.rooms())

    def show_palette(self) -> None:
        self.sheets.open_palette(self._found())

    def renew_palette(self) -> None:
        """Let the palette find what has been loaded or read since it was opened."""
        self.sheets.renew_palette(self._found)

    def refuse_library(self, sentence: str) -> None:
        """Say why runs are kept where they were."""
        if not self.sheets.refuse_library(sentence):
            self.messages.say(sentence)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._is_seen:
            self._is_seen = True
            stand_inside(self)  # now that it is known what the system has put round it
            self.seen.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.hold_back():
            event.ignore()
            return
        self._settings.keep_place(self.saveGeometry())
        self._settings.choose(MODE_KEY, self.mode)
        self.closing.emit()
        super().closeEvent(event)

    def _found(self) -> list[Batch]:
        actions = batch(action_entries(self.rooms(), self.show_mode))
        return [actions, *(each for source in self.sources for each in source())]

    def _end_sheet(self, is_focus_back: bool) -> None:
        if not is_focus_back:
            self._focus_page()

    def _focus_page(self) -> None:
        """Keys are the page's, not those of what was clicked to come here."""
        page = self._pages.currentWidget()
        if page is None or self.sheets.sheet is not None:
            return
        page.setFocus()
        focused = self.focusWidget()
        if self.isVisible() and focused is not None and not (focused.isVisible() and self._pages.isAncestorOf(focused)):
            focused.clearFocus()  # the page has nowhere to put it: then keys are the window's

    def _tell_title(self) -> None:
        words = {mode.id: mode.word for mode in modes()}
        parts = (f"{self._drill}[*]" if self._drill else "", words[self.mode], "Blackstart")
        self.setWindowTitle(" – ".join(part for part in parts if part))

    def _retell(self) -> None:
        """Say everything in the language of the moment."""
        self._tell_title()
        for spec in window_actions():
            self._actions[spec.id].retell(spec)
        self.rail.retell((*modes(), *feet()))
        self.messages.retell()

    def _act(self) -> dict[str, Action]:
        self.rail.mode_wished.connect(self.show_mode)
        deeds = {
            "window.open": self.open_wished.emit,
            "window.new": self.new_wished.emit,
            "window.another": self.another_wished.emit,
            "window.save": self.save_wished.emit,
            "window.save-as": self.save_as_wished.emit,
            "window.revert": self.revert_wished.emit,
            "window.theme": self._look.switch_theme,
            "window.palette": self.show_palette,
            "window.settings": self.sheets.open_settings,
            "window.message": self.messages.begin,
            "window.keys": self.show_keys,
            "window.close": self.close,
        }
        for mode in MODES:
            deeds[f"window.{mode}"] = self.rail.button(mode).click
        made = add_actions(self, window_actions(), deeds, {"window.message": self.messages.hindrance})
        feet_do = {"theme": "window.theme", "settings": "window.settings", "help": "window.keys"}
        self.rail.foot_wished.connect(lambda foot: made[feet_do[foot]].trigger())
        return made

    def _lay_out(self) -> None:
        row = QHBoxLayout(self._whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addWidget(self._pages, 1)
        self.setCentralWidget(self._whole)
        self.messages.float_over(self._pages)
        self.messages.left.connect(self._focus_page)
        self.sheets.closed.connect(self._end_sheet)

    def _dress(self) -> None:
        self.setPalette(self._look.theme.palette())
        self.setStyleSheet(stylesheet(self._look.theme, self._look.text_size))
        self.setWindowIcon(_sign(self._look))


def _nothing_holds() -> bool:
    return False


def _sign(look: Look) -> QIcon:
    badge = Badge(look)
    pixmap = QPixmap(badge.size())
    pixmap.fill(look.theme.color("bg1"))
    painter = QPainter(pixmap)
    badge.paint(painter)
    painter.end()
    badge.deleteLater()
    return QIcon(pixmap)
