"""The window's frame: rail, a page for each mode, message bar. Light: it can be seen before the rest is loaded."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QSize, Signal
from PySide6.QtGui import QAction, QCloseEvent, QIcon, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QMainWindow, QStackedWidget, QWidget

from blackstart.core.record.paths import usual_folder
from blackstart.shell.actions.spec import ActionSpec, add_actions
from blackstart.shell.support.look import Look
from blackstart.shell.support.settings import Settings
from blackstart.shell.support.stylesheet import stylesheet
from blackstart.shell.window.actions import LIBRARY, MODES, feet, modes, window_actions
from blackstart.shell.window.key_sheet import KeySheet
from blackstart.shell.window.message_bar import MessageBar
from blackstart.shell.window.pages import empty_page
from blackstart.shell.window.rail import Badge, Rail
from blackstart.shell.window.settings_rows import LibraryPlace
from blackstart.shell.window.settings_sheet import SettingsSheet
from blackstart.shell.window.sheet import Sheet

translate = QCoreApplication.translate

LEAST_SIZE, FIRST_SIZE = QSize(1280, 720), QSize(1600, 1000)


class Frame(QMainWindow):
    """Switches between pages; what is on them is put there once it is loaded."""

    open_wished = Signal()
    folder_wished = Signal(object)  # Path of the folder that is to hold the library; None = the usual one
    mode_shown = Signal(str)
    seen = Signal()  # the frame is painted for the first time
    closing = Signal()

    def __init__(self, look: Look, settings: Settings) -> None:
        super().__init__()
        self._look = look
        self._settings = settings
        self._is_seen = False
        self._library = LibraryPlace(usual_folder(), is_usual=True)
        self.sheet: Sheet | None = None
        self._sheets: dict[str, tuple[str, Sequence[ActionSpec]]] = {}
        self.rail = Rail(modes(), feet(), look)
        self.messages = MessageBar(look)
        self._whole = QWidget()
        self._pages = QStackedWidget()
        self._places = {mode: self._pages.addWidget(empty_page()) for mode in MODES}
        self._lay_out()
        self._actions = self._act()
        self._retell()
        look.changed.connect(self._dress)
        look.relaid.connect(self._retell)
        self._dress()
        self.setWindowTitle("Blackstart")
        self.setMinimumSize(LEAST_SIZE)
        self.resize(FIRST_SIZE.boundedTo(self.screen().availableSize()))  # a smaller screen is filled, not overrun
        self.restoreGeometry(settings.place())
        self.show_mode(LIBRARY)

    @property
    def mode(self) -> str:
        return MODES[self._pages.currentIndex()]

    def show_mode(self, mode: str) -> None:
        self._pages.setCurrentIndex(MODES.index(mode))
        self.rail.show_mode(mode)
        self._focus_page()
        self.mode_shown.emit(mode)

    def furnish(self, mode: str, page: QWidget, keys: Sequence[ActionSpec] = (), heading: str = "") -> None:
        """Put the page of a mode where it belongs, and its keys into the list of keys."""
        index = MODES.index(mode)
        before = self._pages.widget(index)
        was_shown = self._pages.currentIndex()
        self._pages.insertWidget(index, page)
        if before is not None:
            self._pages.removeWidget(before)
            before.deleteLater()
        self._pages.setCurrentIndex(was_shown)
        self._focus_page()
        if keys:
            self._sheets[mode] = (heading, keys)

    def show_keys(self) -> None:
        self._open(KeySheet(tuple(self._sheets.values()), self._look))

    def show_settings(self) -> None:
        sheet = SettingsSheet(self._look, self._library)
        sheet.choose_wished.connect(self._choose_folder)
        sheet.folder_wished.connect(self.folder_wished)
        self._open(sheet)

    def show_library(self, place: LibraryPlace) -> None:
        """Take in where runs are kept, for the settings."""
        self._library = place
        if isinstance(self.sheet, SettingsSheet):
            self.sheet.show_library(place)

    def refuse_library(self, sentence: str) -> None:
        """Say why runs are kept where they were."""
        if isinstance(self.sheet, SettingsSheet):
            self.sheet.refuse(sentence)
        else:
            self.messages.say(sentence)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._is_seen:
            self._is_seen = True
            self.seen.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        self._settings.keep_place(self.saveGeometry())
        self.closing.emit()
        super().closeEvent(event)

    def _open(self, sheet: Sheet) -> None:
        """Open a sheet in place of the one that is open."""
        if self.sheet is not None:
            self.sheet.close_sheet()
        self.sheet = sheet
        sheet.closed.connect(self._end_sheet)
        sheet.open_over(self._whole)

    def _end_sheet(self, is_focus_back: bool) -> None:
        self.sheet = None
        if not is_focus_back:
            self._focus_page()

    def _choose_folder(self) -> None:
        dialog = QFileDialog(self, translate("Settings", "Choose the library folder"), str(self._library.folder))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(self._wish_folder)
        dialog.finished.connect(dialog.deleteLater)
        dialog.finished.connect(self.activateWindow)  # where no window manager does it, keys would go nowhere
        dialog.open()

    def _wish_folder(self, folder: str) -> None:
        self.folder_wished.emit(Path(folder))

    def _focus_page(self) -> None:
        """Keys are the page's, not those of what was clicked to come here."""
        page = self._pages.currentWidget()
        if page is not None and self.sheet is None:
            page.setFocus()

    def _retell(self) -> None:
        """Say everything in the language of the moment."""
        specs = window_actions()
        self._sheets = {"window": (translate("Window", "Everywhere"), specs)} | {
            mode: sheet for mode, sheet in self._sheets.items() if mode != "window"
        }
        for spec in specs:
            self._actions[spec.id].setText(spec.text)
        self.rail.retell((*modes(), *feet()))
        self.messages.retell()

    def _act(self) -> dict[str, QAction]:
        self.rail.mode_wished.connect(self.show_mode)
        deeds = {
            "window.open": self.open_wished.emit,
            "window.theme": self._look.switch_theme,
            "window.settings": self.show_settings,
            "window.message": self.messages.begin,
            "window.keys": self.show_keys,
            "window.close": self.close,
        }
        for mode in MODES:
            deeds[f"window.{mode}"] = self.rail.button(mode).click
        made = add_actions(self, window_actions(), deeds)
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

    def _dress(self) -> None:
        self.setPalette(self._look.theme.palette())
        self.setStyleSheet(stylesheet(self._look.theme, self._look.text_size))
        self.setWindowIcon(_sign(self._look))


def _sign(look: Look) -> QIcon:
    badge = Badge(look)
    pixmap = QPixmap(badge.size())
    pixmap.fill(look.theme.color("bg1"))
    painter = QPainter(pixmap)
    badge.paint(painter)
    painter.end()
    badge.deleteLater()
    return QIcon(pixmap)
