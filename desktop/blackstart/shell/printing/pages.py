"""A report on pages: laid out by Qt's rich text, figures drawn as they are, a number on each page, bookmarks."""

from io import BytesIO

from pypdf import PdfReader, PdfWriter
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRectF, QSizeF, Qt
from PySide6.QtGui import QAbstractTextDocumentLayout, QPageLayout, QPageSize, QPainter, QPdfWriter, QTextDocument

from blackstart.core.review.report.model import Report
from blackstart.core.review.report.svg import harmless
from blackstart.shell.printing.setting import Setting, setting

RESOLUTION = 300  # dots per inch; figures and letters are shapes, so this is only how finely they are placed
MARGIN_MM = 16.0
_FOOT_PT = 8
_FOOT_MM = 9.0  # below the words


def pdf_of(report: Report) -> bytes:
    """Lay a report out on A4, lying, and return the PDF; needs a QGuiApplication, in any thread."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(harmless(report.title))
    writer.setCreator("Blackstart")
    writer.setResolution(RESOLUTION)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageOrientation(QPageLayout.Orientation.Landscape)
    writer.setPageMargins(QMarginsF(MARGIN_MM, MARGIN_MM, MARGIN_MM, MARGIN_MM), QPageLayout.Unit.Millimeter)
    page = QSizeF(writer.width(), writer.height())
    laid = setting(report, page, writer)
    with QPainter(writer) as painter:
        _paint(painter, laid.document, page, writer)
    buffer.close()
    return _with_bookmarks(bytes(QByteArray(buffer.data()).data()), report, laid)


def _paint(painter: QPainter, document: QTextDocument, page: QSizeF, writer: QPdfWriter) -> None:
    context = QAbstractTextDocumentLayout.PaintContext()
    font = document.defaultFont()
    font.setPointSizeF(_FOOT_PT)
    foot = QRectF(0, page.height() + _FOOT_MM / 25.4 * RESOLUTION / 2, page.width(), RESOLUTION / 4)
    for number in range(document.pageCount()):
        if number:
            writer.newPage()
        painter.save()
        painter.translate(0, -number * page.height())
        shown = QRectF(0, number * page.height(), page.width(), page.height())
        painter.setClipRect(shown)  # a figure of the next page begins where this one ends
        context.clip = shown.adjusted(0, 1, 0, -1)  # else lines that touch it are written on both pages
        document.documentLayout().draw(painter, context)
        painter.restore()
        painter.setFont(font)
        painter.drawText(foot, Qt.AlignmentFlag.AlignRight, f"{number + 1} / {document.pageCount()}")


def _with_bookmarks(pdf: bytes, report: Report, laid: Setting) -> bytes:
    """Let a reader jump to each section."""
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
