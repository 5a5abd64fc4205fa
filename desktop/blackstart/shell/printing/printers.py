"""What the shell lends to whoever writes reports: PDF, and pictures of figures. Works without a screen."""

import os

from PySide6.QtCore import QBuffer, QByteArray, QCoreApplication, QIODevice
from PySide6.QtGui import QGuiApplication, QImage, QImageWriter, QPainter
from PySide6.QtSvg import QSvgRenderer

from blackstart.core.review.report.forms import Printers
from blackstart.core.review.report.model import Report
from blackstart.shell.printing.pages import pdf_of
from blackstart.shell.printing.plate import HINTS


def printers() -> Printers:
    """Return them; whatever Qt needs is made when it is first used."""
    return Printers(_pdf, png_of)


def png_of(svg: str, width: int) -> bytes:
    """Make a picture of a figure, `width` px wide, on white."""
    _provide_qt()
    renderer = QSvgRenderer(QByteArray(svg.encode()))
    size = renderer.defaultSize()
    image = QImage(width, max(round(size.height() * width / max(size.width(), 1)), 1), QImage.Format.Format_RGB32)
    image.fill(0xFFFFFFFF)
    with QPainter(image) as painter:
        painter.setRenderHints(HINTS)
        renderer.render(painter)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, b"png").write(image)
    return bytes(QByteArray(buffer.data()).data())


def _pdf(report: Report) -> bytes:
    _provide_qt()
    return pdf_of(report)


def _provide_qt() -> None:
    """Let there be fonts, also for a command line on a machine without a screen."""
    if QCoreApplication.instance() is None:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        _kept.append(QGuiApplication([]))


_kept: list[QGuiApplication] = []  # Qt keeps no reference of its own
