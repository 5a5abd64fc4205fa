"""The room of what is not yet safe: its mark, its sheet, and where the user lets it be saved."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QFileDialog

from blackstart.shell.actions.deeds import RoomDeeds
from blackstart.shell.actions.spec import ActionSpec
from blackstart.shell.run.places import Places
from blackstart.shell.run.presenter import RunPresenter
from blackstart.shell.run.safety.presenter import Safety
from blackstart.shell.run.safety.words import SafetyWords
from blackstart.shell.run.saving.bar import SafetyBar
from blackstart.shell.run.saving.sheet import SafetySheet
from blackstart.shell.support.look import Look
from blackstart.shell.widgets.dialogs import open_dialog

translate = QCoreApplication.translate


class SafetyRoom(QObject):
    """Joins mark and sheet to the run."""

    def __init__(self, run: RunPresenter, places: Places, look: Look) -> None:
        super().__init__(places.page)
        self._places = places
        self._look = look
        self._words: SafetyWords | None = None
        self.presenter: Safety = run.safety
        self.bar = SafetyBar(look)
        self.sheet: SafetySheet | None = None
        places.notices.addWidget(self.bar)
        self.bar.wished.connect(self.open_sheet)
        self.presenter.shown.connect(self._show)
        self.presenter.doubted.connect(self.open_sheet)
        self.presenter.settled.connect(self._close_sheet)
        self.presenter.refused.connect(self._refuse)
        self.presenter.show()

    @property
    def name(self) -> str:
        return "safety"

    def deeds(self) -> RoomDeeds:
        spec = ActionSpec("run.save", translate("Safety", "Save elsewhere what is not yet safe"), ("Ctrl+Shift+K",))
        return RoomDeeds((spec,), {spec.id: self.open_sheet}, {spec.id: self._nothing_to_save})

    def draft(self) -> object:
        return None

    def take_draft(self, draft: object) -> None:
        """Nothing is typed here."""

    def open_sheet(self) -> None:
        """Show the ways out."""
        if self._words is None or self.sheet is not None:
            return
        self.sheet = SafetySheet(self._words, self._look, is_leaving=self.presenter.is_waited_for)
        self.sheet.folder_wished.connect(self._ask_for_folder)
        self.sheet.file_wished.connect(self._ask_for_file)
        self.sheet.again_wished.connect(self.presenter.try_now)
        self.sheet.left.connect(self.presenter.let_go)
        self.sheet.closed.connect(self._end)
        self.sheet.open_over(self._places.page.window())

    def _nothing_to_save(self) -> str:
        return "" if self._words is not None else translate("Safety", "All of the run is in the library.")

    def _show(self, words: SafetyWords | None) -> None:
        self._words = words
        was_shown = self.bar.isVisibleTo(self._places.page)
        self.bar.show_words(words)
        if self.sheet is not None:
            self.sheet.show_words(words)
        if was_shown != (words is not None):
            self._places.share_room()

    def _close_sheet(self) -> None:
        if self.sheet is not None:
            self.sheet.close_sheet()

    def _end(self) -> None:
        self.sheet = None
        self.presenter.stay()

    def _refuse(self, sentence: str) -> None:
        if self.sheet is not None:
            self.sheet.refuse(sentence)

    def _ask_for_folder(self) -> None:
        dialog = QFileDialog(self._places.page.window(), translate("Safety", "Choose another library folder"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(self._wish_folder)
        self._open(dialog)

    def _ask_for_file(self) -> None:
        dialog = QFileDialog(self._places.page.window(), translate("Safety", "Keep the run in a file"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([translate("Safety", "Runs (*.json)"), translate("Rooms", "All files (*)")])
        dialog.setDefaultSuffix("json")
        dialog.selectFile(self.presenter.file_name)
        dialog.fileSelected.connect(self._keep_in)
        self._open(dialog)

    def _open(self, dialog: QFileDialog) -> None:
        open_dialog(dialog)

    def _wish_folder(self, folder: str) -> None:
        self.presenter.folder_wished.emit(Path(folder))

    def _keep_in(self, path: str) -> None:
        self.presenter.keep_in(Path(path))
