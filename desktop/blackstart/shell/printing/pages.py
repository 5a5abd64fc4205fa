"""A report on pages: laid out by Qt's rich text, figures drawn as they are, a number on each page, bookmarks."""

from collections.abc import Iterator
from io import BytesIO

from PySide6.QtCore import QBuffer, QByteArray, QCoreApplication, QIODevice, QMarginsF, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QFontMetricsF,
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
    QPainter,
    QPalette,
    QPdfWriter,
    QPen,
    QPicture,
    QTextDocument,
)
from PySide6.QtPrintSupport import QPrinter

from blackstart.core.base.errors import UserError
from blackstart.core.review.report.model import Report
from blackstart.core.review.report.svg import harmless, ink
from blackstart.shell.printing.plate import HINTS
from blackstart.shell.printing.setting import Setting, setting

translate = QCoreApplication.translate

RESOLUTION = 300  # dots per inch; figures and letters are shapes, so this is only how finely they are placed
MARGIN_MM = 16.0
PAPER = QSizeF(297, 210) / 25.4 * RESOLUTION  # A4, lying
_FOOT_PT, _RULE_PT = 8, 0.6
_FOOT_MM = 9.0  # below the words
_MM_AN_INCH = 25.4


def pdf_of(report: Report) -> bytes:
    """Lay a report out on A4, lying, and return the PDF; needs a QGuiApplication, in any thread."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = _writer(buffer, report)
    laid = setting(report, _page(writer), writer)
    _print(laid, foot_of(report), writer)
    buffer.close()
    return _with_bookmarks(bytes(QByteArray(buffer.data()).data()), report, laid)


def page_pictures(report: Report) -> Iterator[tuple[QPicture, int]]:
    """Yield the pages as they will be, to be painted at any size, each with how many there are.

    Needs a QGuiApplication, in any thread.
    """
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = _writer(buffer, report)
    page = _page(writer)
    laid = setting(report, page, writer)
    for number in range(laid.document.pageCount()):
        picture = QPicture()
        with QPainter(picture) as painter:
            _paint_page(painter, laid, foot_of(report), page, number)
        yield picture, laid.document.pageCount()


def paint_picture(painter: QPainter, room: QRectF, picture: QPicture) -> None:
    """Paint a page into a room of the shape of `PAPER`."""
    edge = MARGIN_MM / _MM_AN_INCH * RESOLUTION
    painter.setRenderHints(HINTS)
    painter.translate(room.topLeft())
    painter.scale(room.width() / PAPER.width(), room.height() / PAPER.height())
    painter.translate(edge, edge)
    picture.play(painter)


def print_pages(report: Report, printer: QPrinter) -> None:
    """Print a report on what was chosen; raises UserError if the printer cannot be reached."""
    printer.setDocName(harmless(report.title))
    printer.setPageMargins(QMarginsF(MARGIN_MM, MARGIN_MM, MARGIN_MM, MARGIN_MM), QPageLayout.Unit.Millimeter)
    _print(setting(report, _page(printer), printer), foot_of(report), printer)


def _writer(buffer: QBuffer, report: Report) -> QPdfWriter:
    writer = QPdfWriter(buffer)
    writer.setTitle(harmless(report.title))
    writer.setCreator("Blackstart")
    writer.setResolution(RESOLUTION)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageOrientation(QPageLayout.Orientation.Landscape)
    writer.setPageMargins(QMarginsF(MARGIN_MM, MARGIN_MM, MARGIN_MM, MARGIN_MM), QPageLayout.Unit.Millimeter)
    return writer


def _page(device: QPagedPaintDevice) -> QSizeF:
    """The room for words on a page, device px."""
    return QSizeF(device.width(), device.height())


def foot_of(report: Report) -> str:
    """Return what stands at the foot of every page beside its number."""
    return harmless(" · ".join(part for part in (report.title, report.subtitle) if part))


def _print(laid: Setting, foot: str, device: QPagedPaintDevice) -> None:
    painter = QPainter()
    if not painter.begin(device):
        raise UserError(translate("Printing", "The printer cannot be reached."))
    with painter:
        for number in range(laid.document.pageCount()):
            if number:
                device.newPage()
            _paint_page(painter, laid, foot, _page(device), number)


def _paint_page(painter: QPainter, laid: Setting, foot: str, page: QSizeF, number: int) -> None:
    """Paint one page with its foot below, the corner of its words at the origin."""
    document = laid.document
    context = QAbstractTextDocumentLayout.PaintContext()
    # Else words that have no colour of their own take that of the program's theme.
    context.palette.setColor(QPalette.ColorRole.Text, Qt.GlobalColor.black)
    painter.save()
    painter.translate(0, -number * page.height())
    shown = QRectF(0, number * page.height(), page.width(), page.height())
    painter.setClipRect(shown)  # a figure of the next page begins where this one ends
    context.clip = shown.adjusted(0, 1, 0, -1)  # else lines that touch it are written on both pages
    document.documentLayout().draw(painter, context)
    dots = document.documentLayout().paintDevice().logicalDpiY()
    painter.setPen(QPen(QColor(ink("ln")), _RULE_PT / 72 * dots))
    for height in laid.rules():
        if shown.top() < height < shown.bottom():
            painter.drawLine(QPointF(0, height), QPointF(page.width(), height))
    painter.restore()
    _paint_foot(painter, document, foot, page, f"{number + 1} / {document.pageCount()}")


def _paint_foot(painter: QPainter, document: QTextDocument, foot: str, page: QSizeF, numbered: str) -> None:
    """Say which report and which page it is."""
    device = document.documentLayout().paintDevice()
    dots = device.logicalDpiY()
    font = document.defaultFont()
    font.setPixelSize(round(_FOOT_PT / 72 * dots))
    painter.setFont(font)
    painter.setPen(QColor(ink("tx2")))
    measured = QFontMetricsF(font, device)
    room = QRectF(0, page.height() + _FOOT_MM / _MM_AN_INCH * dots / 2, page.width(), dots / 4)
    painter.drawText(room, Qt.AlignmentFlag.AlignRight, numbered)
    left = page.width() - measured.horizontalAdvance(numbered) - dots / 4
    said = measured.elidedText(foot, Qt.TextElideMode.ElideRight, left)
    painter.drawText(room, Qt.AlignmentFlag.AlignLeft, said)


def _with_bookmarks(pdf: bytes, report: Report, laid: Setting) -> bytes:
    """Let a reader jump to each section."""
    from pypdf import PdfReader, PdfWriter  # here, so that no start of the program waits for it

    made = PdfWriter(clone_from=PdfReader(BytesIO(pdf)))
    parent = None
    for section, page in zip(report.sections, laid.pages(), strict=True):
        mark = made.add_outline_item(
            title=harmless(section.title), page_number=page, parent=parent if section.level > 1 else None
        )
        parent = mark if section.level == 1 else parent
    made.add_metadata({"/Title": harmless(report.title), "/Creator": "Blackstart"})
    out = BytesIO()
    made.write(out)
    return out.getvalue()
