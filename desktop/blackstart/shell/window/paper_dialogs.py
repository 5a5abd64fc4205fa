"""Questions about the file of the drill that is drawn: where to save it, and whether to let go of what is unsaved."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from blackstart.shell.widgets.dialogs import open_dialog
from blackstart.shell.window.papers import Deed, Papers

translate = QCoreApplication.translate


class PaperDialogs(QObject):
    """Asks for the papers; nothing waits while a question is open, the clock of a run least of all."""

    def __init__(self, papers: Papers, over: QWidget) -> None:
        super().__init__(over)
        self._papers = papers
        self._over = over
        papers.place_wished.connect(self.ask_where)
        papers.doubted.connect(self.ask_whether)

    def ask_where(self, name: str) -> None:
        """Let the user choose where to save."""
        dialog = QFileDialog(self._over, translate("Papers", "Save the drill"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([translate("Rooms", "Drills (*.drill)"), translate("Rooms", "All files (*)")])
        dialog.setDefaultSuffix("drill")
        dialog.selectFile(name)
        dialog.fileSelected.connect(self._save_to)
        open_dialog(dialog)

    def ask_whether(self, deed: Deed) -> None:
        """Ask before something is done by which what is unsaved would be lost."""
        box = QMessageBox(self._over)
        box.setWindowTitle(translate("Papers", "Not saved"))
        box.setText(translate("Papers", "What was drawn since the last save is not in the file yet."))
        save = box.addButton(translate("Papers", "Save"), QMessageBox.ButtonRole.AcceptRole)
        discard = box.addButton(translate("Papers", "Do not save"), QMessageBox.ButtonRole.DestructiveRole)
        back = box.addButton(translate("Papers", "Go on drawing"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(save)
        box.setEscapeButton(back)
        save.clicked.connect(lambda: self._papers.save(deed))
        discard.clicked.connect(deed)
        open_dialog(box)

    def _save_to(self, path: str) -> None:
        self._papers.save_to(Path(path))
