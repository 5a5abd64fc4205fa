"""A report set for its pages: every figure an object that paints itself, nothing broken that belongs together."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QByteArray, QEventLoop, QObject, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import QFont, QPagedPaintDevice, QPainter, QPyTextObject, QTextDocument, QTextFormat
from PySide6.QtSvg import QSvgRenderer

from blackstart.core.review.report.model import Figure, Report
from blackstart.shell.printing.breaking import Piece, breaks
from blackstart.shell.printing.setter import BODY_PT, FIGURE, HEADS_ABOVE, NUMBER, Setter, Spot
from blackstart.shell.support.fonts import FAMILIES

_DOTS_PER_INCH = 96
_LEAST_ACROSS = 860  # px of a figure that a page is wide at least
_MOST_OF_PAGE = 0.78  # that a figure is high


@dataclass(frozen=True, slots=True, eq=False)
class Setting:
    """A report that was set.

    Attributes
    ----------
    heads : sequence of int
        Positions of the headings, one for each section.
    spots : sequence of Spot
        Everything that no page should break, in order.
    """

    document: QTextDocument
    heads: Sequence[int]
    spots: Sequence[Spot]

    @property
    def pieces(self) -> list[Piece]:
        """Where everything stands."""
        layout = self.document.documentLayout()
        end = layout.documentSize().height()
        tops = [layout.blockBoundingRect(self.document.findBlock(each.position)).top() for each in self.spots]
        ends = [*tops[1:], end]
        return [
            Piece(top, under, spot.keeps_next, spot.head_of)
            for spot, top, under in zip(self.spots, tops, ends, strict=True)
        ]

    def rules(self) -> list[float]:
        """The heights at which a line parts a section from the one before, none at the top of a page."""
        layout, high = self.document.documentLayout(), self.document.pageSize().height()
        above = HEADS_ABOVE / 2 * layout.paintDevice().logicalDpiY() / _DOTS_PER_INCH
        blocks = [self.document.findBlock(each) for each in self.heads]
        parting = [each for each in blocks if each.blockFormat().headingLevel() == 1]
        tops = [layout.blockBoundingRect(each).top() for each in parting]
        return [top - above for top in tops if top % high > above]

    def pages(self) -> list[int]:
        """The page of each heading, from 0."""
        layout, high = self.document.documentLayout(), self.document.pageSize().height()
        tops = (layout.blockBoundingRect(self.document.findBlock(each)).top() for each in self.heads)
        return [int(top // high) for top in tops]


class _Figures(QPyTextObject):
    """Paints the figures of a document, each known by its number."""

    def __init__(self, figures: Sequence[Figure], room: QSizeF, parent: QObject) -> None:
        super().__init__(parent)
        self._renderers = [QSvgRenderer(QByteArray(each.svg.encode())) for each in figures]
        self._sizes = [_fitted(each, room) for each in figures]

    def intrinsicSize(self, doc: QTextDocument, posInDocument: int, format: QTextFormat) -> QSizeF:
        return self._sizes[int(format.property(NUMBER))]

    def drawObject(
        self, painter: QPainter, rect: QRectF | QRect, doc: QTextDocument, posInDocument: int, format: QTextFormat
    ) -> None:
        self._renderers[int(format.property(NUMBER))].render(painter, QRectF(rect))


def setting(report: Report, page: QSizeF, device: QPagedPaintDevice) -> Setting:
    """Set a report for a page (device px): once on an endless one to see how high everything is, then on pages."""
    with_timers = QEventLoop()  # without one a worker's thread has no timers, and rich text starts some
    endless = _set(report, page, device, frozenset())
    endless.document.setPageSize(QSizeF(page.width(), -1))
    made = _set(report, page, device, breaks(endless.pieces, page.height()))
    del with_timers
    return made


def _set(report: Report, page: QSizeF, device: QPagedPaintDevice, before: frozenset[int]) -> Setting:
    document = QTextDocument()
    document.setUndoRedoEnabled(False)
    document.documentLayout().setPaintDevice(device)
    document.setDocumentMargin(0)
    document.setPageSize(page)
    font = QFont()
    font.setFamilies(list(FAMILIES))
    font.setPointSizeF(BODY_PT)
    document.setDefaultFont(font)
    figures = report.figures
    room = QSizeF(page.width(), page.height() * _MOST_OF_PAGE)
    document.documentLayout().registerHandler(FIGURE, _Figures(figures, room, document))
    setter = Setter(document, figures, before)
    return Setting(document, setter.set(report), setter.pieces)


def _fitted(figure: Figure, room: QSizeF) -> QSizeF:
    """As large as the page allows, but a small figure no larger than its words read well."""
    wide = min(room.width(), figure.width * room.width() / _LEAST_ACROSS)
    return QSizeF(figure.width, figure.height).scaled(wide, room.height(), Qt.AspectRatioMode.KeepAspectRatio)
