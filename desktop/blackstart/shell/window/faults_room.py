"""A file with faults laid over the window, and what can be done with it; loaded with the pages, for it shows a map."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication

from blackstart.shell.document.faulty import FaultyFile
from blackstart.shell.support.look import Look
from blackstart.shell.window.fault_sheet import FaultSheet
from blackstart.shell.window.sheets import Sheets

translate = QCoreApplication.translate


class FaultsRoom(QObject):
    """Opens the sheet of one file at a time."""

    file_wished = Signal(object)  # Path: a file that had faults is to be opened again

    def __init__(self, sheets: Sheets, look: Look) -> None:
        super().__init__(sheets)
        self._sheets = sheets
        self._look = look

    def open(self, file: FaultyFile) -> None:
        """Show a file's faults, and what of it could be read."""
        sheet = FaultSheet(file, self._look)
        sheet.copy_wished.connect(self._copy)
        sheet.editor_wished.connect(self._open_in_editor)
        sheet.again_wished.connect(self.file_wished)
        self._sheets.open(sheet)

    def _open_in_editor(self, path: Path) -> None:
        sheet = self._sheets.sheet
        is_opened = QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.resolve())))
        if not is_opened and isinstance(sheet, FaultSheet):
            sheet.tell(translate("FaultSheet", "This system knows no program for the file. Copy its path instead."))

    def _copy(self, words: str) -> None:
        QGuiApplication.clipboard().setText(words)
