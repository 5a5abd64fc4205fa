"""Which sheet lies over the window: settings, keys or commands; one at a time."""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from blackstart.core.record.paths import usual_folder
from blackstart.shell.support.look import Look
from blackstart.shell.widgets.dialogs import open_dialog
from blackstart.shell.widgets.sheet import Sheet
from blackstart.shell.window.entries import Room
from blackstart.shell.window.finding import Batch
from blackstart.shell.window.key_sheet import KeyGroup, KeySheet
from blackstart.shell.window.palette import Palette
from blackstart.shell.window.settings_rows import LibraryPlace
from blackstart.shell.window.settings_sheet import SettingsSheet

translate = QCoreApplication.translate


class Sheets(QObject):
    """Opens them over the window's whole content."""

    folder_wished = Signal(object)  # Path of the folder that is to hold the library; None = the usual one
    closed = Signal(bool)  # whether what had the focus before has it again

    def __init__(self, over: QWidget, look: Look) -> None:
        super().__init__(over)
        self._over = over
        self._look = look
        self._library = LibraryPlace(usual_folder(), is_usual=True)
        self.sheet: Sheet | None = None

    def open_settings(self) -> None:
        sheet = SettingsSheet(self._look, self._library)
        sheet.choose_wished.connect(self._choose_folder)
        sheet.folder_wished.connect(self.folder_wished)
        self.open(sheet)

    def open_keys(self, rooms: Sequence[Room]) -> None:
        groups = [KeyGroup(room.heading, tuple(action.spec for action in room.actions)) for room in rooms]
        self.open(KeySheet(groups, self._look, self._over.width()))

    def open_palette(self, batches: Iterable[Batch]) -> None:
        self.open(Palette(batches, self._look))

    def renew_palette(self, source: Callable[[], Iterable[Batch]]) -> None:
        """Let the palette, if it is open, find what there is now."""
        if isinstance(self.sheet, Palette):
            self.sheet.renew(source())

    def show_library(self, place: LibraryPlace) -> None:
        """Take in where runs are kept."""
        self._library = place
        if isinstance(self.sheet, SettingsSheet):
            self.sheet.show_library(place)

    def refuse_library(self, sentence: str) -> bool:
        """Say why runs are kept where they were; tells whether there was a place to say it."""
        if isinstance(self.sheet, SettingsSheet):
            self.sheet.refuse(sentence)
            return True
        return False

    def open(self, sheet: Sheet) -> None:
        """Lay a sheet over the window in place of the one that lies there."""
        if self.sheet is not None:
            self.sheet.close_sheet()
        self.sheet = sheet
        sheet.closed.connect(self._end)
        sheet.open_over(self._over)

    def _end(self, is_focus_back: bool) -> None:
        self.sheet = None
        self.closed.emit(is_focus_back)

    def _choose_folder(self) -> None:
        window = self._over.window()
        dialog = QFileDialog(window, translate("Settings", "Choose the library folder"), str(self._library.folder))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(self._wish_folder)
        open_dialog(dialog)

    def _wish_folder(self, folder: str) -> None:
        self.folder_wished.emit(Path(folder))
