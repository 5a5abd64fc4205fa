"""The map put out: painted in a worker, so that the window goes on meanwhile."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtPrintSupport import QPrinter

from blackstart.core.base.errors import UserError
from blackstart.core.drawing.model import Drawing
from blackstart.core.topology.model import Topology
from blackstart.shell.canvas.geometry import Placement
from blackstart.shell.canvas.snapshot import draw_map
from blackstart.shell.draw.cut_out import cut_out, meant
from blackstart.shell.draw.pictures import Faces
from blackstart.shell.draw.selection import Selection
from blackstart.shell.printing.plate import Plate, image_of, print_plate, save_pdf, save_png, save_svg
from blackstart.shell.support.look import Look
from blackstart.shell.support.theme import LIGHT, theme
from blackstart.shell.support.translation import sentence_of
from blackstart.shell.support.workers import Worker

translate = QCoreApplication.translate

MARGIN_PX = 24.0


class Form(StrEnum):
    """What kind of file."""

    PNG = "png"
    SVG = "svg"
    PDF = "pdf"


@dataclass(frozen=True, slots=True)
class Job:
    """What is to be put out, and how.

    Attributes
    ----------
    is_chosen_only : bool
        Whether only what is chosen is.
    scale : int
        Of a PNG: px of it per px of the map, 1..4.
    theme : str
        In whose colours.
    """

    is_chosen_only: bool = False
    form: Form = Form.PNG
    scale: int = 2
    theme: str = LIGHT
    is_transparent: bool = False


class Output(QObject):
    """Takes jobs; tells what became of them."""

    told = Signal(str)

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._worker = Worker(self)

    def plate(self, topology: Topology, drawing: Drawing, selection: Selection, job: Job) -> Plate:
        """Return the painting that a job is about."""
        components = meant(topology, selection)
        if job.is_chosen_only and components:
            drawing = cut_out(drawing, topology, components)
        colors = theme(job.theme, is_contrast_high=self._look.is_contrast_high)
        x, y, width, height = drawing.bounds
        words = self._look.words

        def paint(painter: QPainter) -> None:
            # Made here: what a card shows is kept by who asks, and this is another thread than the window's.
            picture = Faces(topology, words).picture(drawing)
            draw_map(painter, picture, Placement(1.0, MARGIN_PX - x, MARGIN_PX - y), colors)

        ground = None if job.is_transparent else colors.color("bg0")
        return Plate(width + 2 * MARGIN_PX, height + 2 * MARGIN_PX, paint, ground)

    def save(self, plate: Plate, job: Job, path: Path) -> None:
        """Write a file."""
        titled = replace(plate, title=path.stem)
        writers: dict[Form, Callable[[], None]] = {
            Form.PNG: lambda: save_png(titled, path, job.scale),
            Form.SVG: lambda: save_svg(titled, path),
            Form.PDF: lambda: save_pdf(titled, path),
        }
        said = translate("DrawOut", "Saved as {path}.").format(path=path)
        self._worker.do("save", writers[job.form], lambda _: self.told.emit(said), self._refuse)

    def copy(self, plate: Plate, scale: int) -> None:
        """Put a picture on the clipboard."""
        self._worker.do("copy", lambda: image_of(plate, scale), self._put_on_clipboard, self._refuse)

    def print_on(self, plate: Plate, printer: QPrinter) -> None:
        """Print on one page."""
        said = translate("DrawOut", "The map is being printed.")
        self._worker.do("print", lambda: print_plate(plate, printer), lambda _: self.told.emit(said), self._refuse)

    def stop(self) -> None:
        """Want nothing any more."""
        self._worker.stop()

    def _put_on_clipboard(self, image: QImage) -> None:
        QGuiApplication.clipboard().setImage(image)
        self.told.emit(translate("DrawOut", "Copied as a picture."))

    def _refuse(self, fault: UserError) -> None:
        self.told.emit(sentence_of(fault))
