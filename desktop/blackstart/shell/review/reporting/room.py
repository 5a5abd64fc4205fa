"""The room of the report: its button and key, its sheet, where it is saved, and on what it is printed."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QPageLayout
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QFileDialog

from blackstart.core.review.report.forms import FORMS, form_of
from blackstart.core.review.report.model import FACILITATORS
from blackstart.core.review.report.tables import JOURNAL
from blackstart.shell.actions.deeds import RoomDeeds
from blackstart.shell.actions.spec import ActionSpec
from blackstart.shell.review.places import Places
from blackstart.shell.review.presenter import ReviewPresenter
from blackstart.shell.review.reporting.presenter import DECISIONS, Pages, ReportPresenter, Wish
from blackstart.shell.review.reporting.sheet import ReportSheet
from blackstart.shell.review.run_room import RunRoom
from blackstart.shell.support.look import Look
from blackstart.shell.widgets.buttons import Button
from blackstart.shell.widgets.dialogs import open_dialog
from blackstart.shell.widgets.word_wrap import before_colon

translate = QCoreApplication.translate


class ReportRoom(RunRoom):
    """Opens the sheet, and asks where the report goes."""

    name = "report"

    def __init__(self, review: ReviewPresenter, places: Places, look: Look) -> None:
        super().__init__(review, places, look)
        self.presenter = ReportPresenter(review, review.worker, self)
        self.sheet: ReportSheet | None = None
        self.button = Button(translate("ReviewReport", "Report…"), look, "exp")
        self.button.setToolTip(translate("ReviewReport", "Write a report of this run (R)"))
        self.button.clicked.connect(self.open)
        self.button.setEnabled(review.recorded is not None)
        places.bar.take(self.button)
        review.opened.connect(self._allow)
        self.presenter.shown.connect(self._show)
        self.presenter.saved.connect(self._tell_saved)
        self.presenter.printed.connect(self._tell_printed)
        self.presenter.refused.connect(self._refuse)

    def deeds(self) -> RoomDeeds:
        """Return what can be done with the report."""
        spec = ActionSpec("review.report", translate("ReviewReport", "Write a report"), ("R",))
        return RoomDeeds((spec,), {spec.id: self.open}, {spec.id: self._no_run})

    def open(self) -> None:
        """Open the sheet and begin to write."""
        recorded = self._review.recorded
        if recorded is None:
            self._review.refused.emit(self._no_run())
            return
        title, words = self._review.title_of(recorded.row), translate("ReviewReport", "Report: {title}")
        short = words.format(title=before_colon(title))
        sheet = ReportSheet(Wish(self._look.language), words.format(title=title), self._look, short)
        sheet.changed.connect(self.presenter.make)
        sheet.save_wished.connect(self._ask_where)
        sheet.print_wished.connect(self._ask_printer)
        sheet.closed.connect(self._leave)
        self.presenter.got_on.connect(sheet.tell_progress)
        self.sheet = sheet
        sheet.open_over(self._places.page.window())
        self.presenter.make(sheet.wish)

    def _allow(self) -> None:
        self.button.setEnabled(True)

    def _leave(self) -> None:
        self.sheet = None
        self.presenter.stop()

    def _show(self, pages: Pages) -> None:
        if self.sheet is not None:
            self.sheet.show_pages(pages)

    def _ask_where(self, form: str) -> None:
        pages = self.presenter.pages
        if pages is None or self.sheet is None:
            return
        dialog = QFileDialog(self.sheet, translate("ReviewReport", "Save the report"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        forms = (form,) if form else tuple(each for each in FORMS if each not in ("docx", "pdf"))
        dialog.setNameFilters([f"{_form_words(each)} (*.{each})" for each in forms])
        dialog.setDefaultSuffix(forms[0])
        dialog.selectFile(f"{_file_name(pages)}.{forms[0]}")
        dialog.filterSelected.connect(lambda chosen: dialog.setDefaultSuffix(chosen.rpartition("*.")[2].rstrip(")")))
        dialog.fileSelected.connect(lambda path: self._save(Path(path)))
        open_dialog(dialog)

    def _save(self, path: Path) -> None:
        table = DECISIONS if path.stem.endswith(DECISIONS) else JOURNAL
        if self.sheet is not None:
            self.sheet.say(translate("ReviewReport", "The report is being saved…"))
        self.presenter.save(path, form_of(path), table)

    def _ask_printer(self) -> None:
        sheet = self.sheet
        if self.presenter.pages is None or sheet is None:
            return
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setPageOrientation(QPageLayout.Orientation.Landscape)
        dialog = QPrintDialog(printer, sheet)
        dialog.accepted.connect(lambda: self._print(printer))
        open_dialog(dialog)

    def _print(self, printer: QPrinter) -> None:
        if self.sheet is not None:
            self.sheet.say(translate("ReviewReport", "The pages go to the printer."))
        self.presenter.print_on(printer)

    def _tell_printed(self) -> None:
        if self.sheet is not None:
            self.sheet.say(translate("ReviewReport", "The printer has all pages."))

    def _tell_saved(self, path: Path) -> None:
        words = translate("ReviewReport", "Saved as {path}").format(path=path)
        if self.sheet is not None:
            self.sheet.say(words)

    def _refuse(self, why: str) -> None:
        if self.sheet is not None:
            self.sheet.say(why)
        else:
            self._review.refused.emit(why)


def _file_name(pages: Pages) -> str:
    """Name the run and the language, and the readers where they are participants."""
    row, wish = pages.source.row, pages.wish
    parts = [str(row.drill_id), str(row.number), wish.language]
    return "-".join(parts if wish.audience == FACILITATORS else [*parts, wish.audience])


def _form_words(form: str) -> str:
    return {
        "docx": translate("ReviewReport", "Word document"),
        "pdf": translate("ReviewReport", "PDF"),
        "html": translate("ReviewReport", "Web page"),
        "md": translate("ReviewReport", "Markdown"),
        "csv": translate("ReviewReport", "CSV of the journal"),
        "json": translate("ReviewReport", "JSON"),
    }[form]
