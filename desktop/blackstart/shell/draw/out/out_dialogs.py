"""Questions before the map is put out: how, and where to; nothing waits while one is open."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, QSize
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from blackstart.shell.draw.cut_out import meant
from blackstart.shell.draw.out.dialog import OutDialog
from blackstart.shell.draw.output import Form, Job
from blackstart.shell.draw.presenter import DrawPresenter
from blackstart.shell.printing.plate import Plate, size_px, turned_for
from blackstart.shell.support.look import Look
from blackstart.shell.widgets.dialogs import open_dialog

translate = QCoreApplication.translate


class OutDialogs(QObject):
    """Asks, and hands jobs on; the last answers are offered again."""

    def __init__(self, presenter: DrawPresenter, look: Look, over: QWidget) -> None:
        super().__init__(over)
        self._presenter, self._look, self._over = presenter, look, over
        self._job = Job()
        self.dialog: QDialog | None = None  # what is open

    def deeds(self) -> dict[str, Callable[[], object]]:
        """Return what is done by action."""
        return {"draw.export": self.ask, "draw.copy-picture": self.copy_shown, "draw.print": self.print_whole}

    def ask(self) -> None:
        """Ask how the map is to be put out."""
        is_chosen = self._has_chosen()
        self._job = replace(self._job, is_chosen_only=self._job.is_chosen_only and is_chosen)
        dialog = OutDialog(self._job, self._look, self._over, has_chosen=is_chosen)
        dialog.changed.connect(self._keep)
        dialog.copy_wished.connect(self._copy)
        dialog.save_wished.connect(self._ask_where)
        dialog.print_wished.connect(self._ask_printer)
        self._open(dialog)
        self._keep(self._job)

    def copy_shown(self) -> None:
        """Copy what is chosen, else the map, in the colours that are seen."""
        job = Job(is_chosen_only=self._has_chosen(), theme=self._look.theme.name)
        self._presenter.output.copy(self._plate(job), job.scale)

    def print_whole(self) -> None:
        """Print the whole map."""
        self._ask_printer(Job())

    def _keep(self, job: Job) -> None:
        self._job = job
        if isinstance(self.dialog, OutDialog):
            size = size_px(self._plate(job), job.scale if job.form is Form.PNG else 1)
            self.dialog.tell_size(_told(size))

    def _copy(self, job: Job) -> None:
        self._close()
        self._presenter.output.copy(self._plate(job), job.scale)

    def _ask_where(self, job: Job) -> None:
        self._close()
        plate = self._plate(job)
        dialog = QFileDialog(self._over, translate("DrawOut", "Export the map"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([f"{job.form.name} (*.{job.form.value})"])
        dialog.setDefaultSuffix(job.form.value)
        dialog.selectFile(f"{self._presenter.document.drill.id}.{job.form.value}")
        dialog.fileSelected.connect(lambda path: self._presenter.output.save(plate, job, Path(path)))
        self._open(dialog)

    def _ask_printer(self, job: Job) -> None:
        self._close()
        plate = self._plate(replace(job, is_transparent=True))  # paper is the ground
        printer = QPrinter()
        printer.setPageOrientation(turned_for(plate))
        dialog = QPrintDialog(printer, self._over)
        dialog.accepted.connect(lambda: self._presenter.output.print_on(plate, printer))
        self._open(dialog)

    def _open(self, dialog: QDialog) -> None:
        self.dialog = dialog
        open_dialog(dialog)

    def _close(self) -> None:
        before, self.dialog = self.dialog, None
        if before is not None:
            before.done(0)

    def _plate(self, job: Job) -> Plate:
        presenter = self._presenter
        topology, drawing = presenter.document.topology, presenter.layout.drawing
        return presenter.output.plate(topology, drawing, presenter.selection, job)

    def _has_chosen(self) -> bool:
        return bool(meant(self._presenter.document.topology, self._presenter.selection))


def _told(size: QSize) -> str:
    return translate("DrawOut", "{width} × {height} px").format(width=f"{size.width():,}", height=f"{size.height():,}")
