"""Something painted that is to leave the program, and the files it becomes."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QIODevice, QMarginsF, QRect, QRectF, QSaveFile, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QImage, QImageWriter, QPageLayout, QPageSize, QPainter, QPdfWriter
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtSvg import QSvgGenerator

from blackstart.core.base.errors import UserError

translate = QCoreApplication.translate

DOTS_PER_INCH = 96
POINTS_PER_INCH = 72
MOST_SIDE_PX, MOST_AREA_PX = 32_000, 250_000_000  # of a picture: 1 GB, and what Qt can paint on
HINTS = QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing


@dataclass(frozen=True, slots=True)
class Plate:
    """A painting that can be made anywhere, as often as it is wanted, in any thread.

    Attributes
    ----------
    width, height : float
        Px at 100 %.
    paint : callable
        Paints it at 100 %, its upper left corner at the origin.
    ground : QColor or None
        What lies below it; None = nothing, it is transparent.
    """

    width: float
    height: float
    paint: Callable[[QPainter], None]
    ground: QColor | None = None
    title: str = ""

    def on(self, painter: QPainter) -> None:
        """Paint it with its ground."""
        painter.setRenderHints(HINTS)
        if self.ground is not None:
            painter.fillRect(QRectF(0, 0, self.width, self.height), self.ground)
        self.paint(painter)


def size_px(plate: Plate, scale: float) -> QSize:
    """Return how large a picture is."""
    return QSize(max(round(plate.width * scale), 1), max(round(plate.height * scale), 1))


def image_of(plate: Plate, scale: float) -> QImage:
    """Return a picture; raises UserError if it would be too large."""
    size = size_px(plate, scale)
    if max(size.width(), size.height()) > MOST_SIDE_PX or size.width() * size.height() > MOST_AREA_PX:
        words = translate("Printing", "{width} × {height} px are too many for a picture. Choose fewer, SVG or PDF.")
        raise UserError(words.format(width=f"{size.width():,}", height=f"{size.height():,}"))
    image = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
    if image.isNull():
        raise UserError(translate("Printing", "There is not enough memory for a picture of that size."))
    image.fill(Qt.GlobalColor.transparent)
    image.setDotsPerMeterX(round(DOTS_PER_INCH * scale / 0.0254))
    image.setDotsPerMeterY(round(DOTS_PER_INCH * scale / 0.0254))
    with QPainter(image) as painter:
        painter.scale(size.width() / plate.width, size.height() / plate.height)
        plate.on(painter)
    return image


def save_png(plate: Plate, path: Path, scale: float) -> None:
    """Write a picture; raises UserError if that cannot be done."""
    image = image_of(plate, scale)
    with _written(path) as file:
        if not QImageWriter(file, b"png").write(image):
            raise _unwritten(path)


def save_svg(plate: Plate, path: Path) -> None:
    """Write a drawing that stays sharp at any size; raises UserError if that cannot be done."""
    size = size_px(plate, 1.0)
    generator = QSvgGenerator()
    generator.setTitle(plate.title)
    generator.setResolution(DOTS_PER_INCH)
    generator.setSize(size)
    generator.setViewBox(QRect(0, 0, size.width(), size.height()))
    with _written(path) as file:
        generator.setOutputDevice(file)
        with QPainter(generator) as painter:
            plate.on(painter)


def save_pdf(plate: Plate, path: Path) -> None:
    """Write a page that is as large as what is on it; raises UserError if that cannot be done."""
    points = QSizeF(plate.width, plate.height) * (POINTS_PER_INCH / DOTS_PER_INCH)
    with _written(path) as file:
        writer = QPdfWriter(file)
        writer.setTitle(plate.title)
        writer.setResolution(DOTS_PER_INCH)
        writer.setPageSize(QPageSize(points, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.ExactMatch))
        writer.setPageMargins(QMarginsF(0, 0, 0, 0))
        with QPainter(writer) as painter:
            plate.on(painter)


def print_plate(plate: Plate, printer: QPrinter) -> None:
    """Print it as large as the page allows, no larger than at 100 %; raises UserError if that cannot be done."""
    printer.setDocName(plate.title)
    painter = QPainter()
    if not painter.begin(printer):
        raise UserError(translate("Printing", "The printer cannot be reached."))
    with painter:
        page = printer.pageRect(QPrinter.Unit.DevicePixel)
        whole = printer.resolution() / DOTS_PER_INCH
        scale = min(page.width() / plate.width, page.height() / plate.height, whole)
        painter.translate((page.width() - plate.width * scale) / 2, 0)
        painter.scale(scale, scale)
        plate.on(painter)


def turned_for(plate: Plate) -> QPageLayout.Orientation:
    """Return how paper lies so that the plate is largest on it."""
    is_wide = plate.width > plate.height
    return QPageLayout.Orientation.Landscape if is_wide else QPageLayout.Orientation.Portrait


@contextmanager
def _written(path: Path) -> Iterator[QSaveFile]:
    """Give a file to be filled, which is put in its place whole or not at all."""
    file = QSaveFile(str(path))
    if not file.open(QIODevice.OpenModeFlag.WriteOnly):
        raise _unwritten(path)
    yield file
    if not file.commit():
        raise _unwritten(path)


def _unwritten(path: Path) -> UserError:
    return UserError(translate("Printing", "{path} cannot be written.").format(path=path))
