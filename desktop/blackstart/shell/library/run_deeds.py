"""What can be done to a recorded run in the library: rename, export, import, delete; each is asked for first."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from blackstart.shell.actions.spec import Action, ActionSpec, add_actions
from blackstart.shell.library.run_sheets import DeleteQuestion, ExportSheet, NameSheet
from blackstart.shell.library.runs_model import RecentRun, begun
from blackstart.shell.library.runs_table import RunsTable
from blackstart.shell.support.look import Look
from blackstart.shell.widgets.dialogs import open_dialog
from blackstart.shell.widgets.sheet import Sheet

translate = QCoreApplication.translate


def run_deeds() -> tuple[ActionSpec, ...]:
    """Return the rows in the order in which menu and list of keys show them."""
    return (
        ActionSpec("library.rename", translate("LibraryActions", "Rename the chosen run"), ("F2",)),
        ActionSpec("library.export", translate("LibraryActions", "Export the chosen run"), ("Ctrl+E",)),
        ActionSpec("library.import", translate("LibraryActions", "Import runs from files"), ("Ctrl+I",)),
        ActionSpec(
            "library.import-folder", translate("LibraryActions", "Import the runs of a folder"), ("Ctrl+Shift+I",)
        ),
        ActionSpec("library.delete", translate("LibraryActions", "Delete the chosen run"), ("Del",)),
    )


class RunDeeds(QObject):
    """Puts the actions on the page, asks, and says what is wished."""

    rename_wished = Signal(object, str)  # RunRow, its new name
    delete_wished = Signal(object)  # RunRow
    export_wished = Signal(object, object, bool)  # RunRow, Path, whether with people's names
    import_wished = Signal(object)  # tuple[Path, ...]: files, or a folder

    def __init__(self, table: RunsTable, page: QWidget, look: Look) -> None:
        super().__init__(page)
        self._table = table
        self._page = page
        self._look = look
        self.sheet: Sheet | None = None
        deeds = {
            "library.rename": self.rename,
            "library.export": self.export,
            "library.import": self.take_in,
            "library.import-folder": self.take_in_folder,
            "library.delete": self.delete,
        }
        chosen = ("library.rename", "library.export", "library.delete")
        self.actions: dict[str, Action] = add_actions(page, run_deeds(), deeds, dict.fromkeys(chosen, self._no_run))

    def rename(self) -> None:
        """Ask for another name of the chosen run."""
        run = self._table.chosen_run
        if run is not None:
            sheet = NameSheet(run.row.name, run.title, self._look)
            sheet.named.connect(lambda name: self.rename_wished.emit(run.row, name))
            self._open(sheet)

    def delete(self) -> None:
        """Ask whether the chosen run is to go."""
        run = self._table.chosen_run
        if run is not None:
            sheet = DeleteQuestion(self._called(run), self._look)
            sheet.agreed.connect(lambda: self.delete_wished.emit(run.row))
            self._open(sheet)

    def export(self) -> None:
        """Ask how the chosen run goes out, and where to."""
        run = self._table.chosen_run
        if run is not None:
            sheet = ExportSheet(self._called(run), self._look)
            sheet.wished.connect(lambda with_names: self._ask_where(run, with_names=with_names))
            self._open(sheet)

    def take_in(self) -> None:
        """Ask for the files of runs."""
        dialog = QFileDialog(self._page.window(), translate("RunSheets", "Import runs"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.filesSelected.connect(self._wish_import)
        self._ask(dialog)

    def take_in_folder(self) -> None:
        """Ask for a folder with runs in it."""
        dialog = QFileDialog(self._page.window(), translate("RunSheets", "Import the runs of a folder"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.filesSelected.connect(self._wish_import)
        open_dialog(dialog)

    def _wish_import(self, chosen: list[str]) -> None:
        self.import_wished.emit(tuple(Path(each) for each in chosen))

    def _ask_where(self, run: RecentRun, *, with_names: bool) -> None:
        dialog = QFileDialog(self._page.window(), translate("RunSheets", "Export the run"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("json")
        dialog.selectFile(f"{run.row.drill_id}-{run.row.run}.json")
        dialog.fileSelected.connect(lambda path: self.export_wished.emit(run.row, Path(path), with_names))
        self._ask(dialog)

    def _ask(self, dialog: QFileDialog) -> None:
        dialog.setNameFilters([translate("Safety", "Runs (*.json)"), translate("Rooms", "All files (*)")])
        open_dialog(dialog)

    def _open(self, sheet: Sheet) -> None:
        self.sheet = sheet
        sheet.open_over(self._page.window())

    def _called(self, run: RecentRun) -> str:
        """Name a run so that nobody takes it for another one."""
        day = begun(run.row, translate("Runs", "d MMM yyyy  HH:mm"), self._look.locale)
        if run.row.team:
            words = translate("RunSheets", "“{title}”, {team}, {day}")
            return words.format(title=run.title, team=run.row.team, day=day)
        return translate("RunSheets", "“{title}”, {day}").format(title=run.title, day=day)

    def _no_run(self) -> str:
        return "" if self._table.chosen_run is not None else translate("LibraryActions", "No recorded run is chosen.")
