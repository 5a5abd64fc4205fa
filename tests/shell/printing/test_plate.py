from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPageLayout, QPainter
from PySide6.QtPrintSupport import QPrinter

from blackstart.core.base.errors import UserError
from blackstart.shell.printing.plate import (
    Plate,
    image_of,
    print_plate,
    save_pdf,
    save_png,
    save_svg,
    turned_for,
)

RED, WHITE = QColor("#ff0000"), QColor("#ffffff")


def red_box(painter: QPainter) -> None:
    painter.fillRect(QRectF(10, 10, 20, 10), RED)


def plate(ground: QColor | None = None, width: float = 100, height: float = 50) -> Plate:
    return Plate(width, height, red_box, ground, "Red")


@pytest.mark.parametrize("scale", [1, 2, 3, 4])
def test_a_picture_is_painted_anew_at_its_size(qapp: object, scale: int) -> None:
    image = image_of(plate(), scale)
    assert (image.width(), image.height()) == (100 * scale, 50 * scale)
    assert image.pixelColor(11 * scale, 11 * scale) == RED
    assert image.pixelColor(30 * scale, 11 * scale).alpha() == 0


def test_a_ground_fills_all_of_it(qapp: object) -> None:
    image = image_of(plate(WHITE), 2)
    assert image.pixelColor(0, 0) == WHITE
    assert image.pixelColor(199, 99) == WHITE


def test_a_picture_that_is_too_large_is_refused_with_its_size(qapp: object) -> None:
    with pytest.raises(UserError, match="400,000 × 200 px are too many"):
        image_of(plate(width=100_000, height=50), 4)


def test_files_are_written_as_what_they_are_called(qapp: object, tmp_path: Path) -> None:
    save_png(plate(), tmp_path / "red.png", 2)
    assert QImage(str(tmp_path / "red.png")).width() == 200
    save_svg(plate(), tmp_path / "red.svg")
    root = ElementTree.fromstring((tmp_path / "red.svg").read_text(encoding="utf-8"))
    assert root.get("viewBox") == "0 0 100 50"
    save_pdf(plate(), tmp_path / "red.pdf")
    assert (tmp_path / "red.pdf").read_bytes().startswith(b"%PDF")
    assert b"/MediaBox [0 0 75" in (tmp_path / "red.pdf").read_bytes()


@pytest.mark.parametrize("ending", ["png", "pdf"])
def test_a_place_that_cannot_be_written_is_told(qapp: object, tmp_path: Path, ending: str) -> None:
    path = tmp_path / "gone" / f"red.{ending}"
    with pytest.raises(UserError, match="cannot be written"):
        save_png(plate(), path, 1) if ending == "png" else save_pdf(plate(), path)


def test_it_is_printed_on_one_page(qapp: object, tmp_path: Path) -> None:
    printer = QPrinter()
    printer.setOutputFileName(str(tmp_path / "red.pdf"))
    printer.setPageOrientation(turned_for(plate()))
    print_plate(plate(width=5000), printer)
    assert (tmp_path / "red.pdf").read_bytes().count(b"/Type /Page\n") == 1


def test_paper_lies_as_what_is_on_it(qapp: object) -> None:
    assert turned_for(plate()) is QPageLayout.Orientation.Landscape
    assert turned_for(plate(width=10)) is QPageLayout.Orientation.Portrait
