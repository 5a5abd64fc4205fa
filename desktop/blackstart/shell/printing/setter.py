"""Sets the blocks of a report as rich text, one behind the other."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFrameFormat,
    QTextLength,
    QTextOption,
    QTextTable,
    QTextTableCellFormat,
    QTextTableFormat,
)

from blackstart.core.review.report.columns import shares
from blackstart.core.review.report.model import Block, Bullets, Figure, Paragraph, Report, Section, Table
from blackstart.core.review.report.svg import harmless, ink

HEADS_ABOVE = 26  # px at 96 dots per inch
FIGURE = QTextFormat.ObjectTypes.UserObject.value + 1
NUMBER = QTextFormat.Property.UserProperty.value + 1
BODY_PT, _SMALL_PT, _TITLE_PT = 9.5, 8.0, 22.0
_HEADING_PT = {1: 15.0, 2: 11.5}
_TABLE_EMS = 265 / (_SMALL_PT * 25.4 / 72)  # of A4, lying
_LONG_WORD = re.compile(r"\S{40}(?=\S)")  # Qt takes minutes to break one of 100,000 letters by itself
_PAD_PX, _RULE_PX, _HEAD_RULE_PX = 4.0, 0.75, 1.25
_BULLET, _INDENT_PX = "•", 12.0  # at 96 dots per inch
_FEW = 8  # lines of a list that stand with the figure behind them
_ALWAYS = QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a piece begins that no page should break.

    Attributes
    ----------
    position : int
        In the document, inside its first block.
    keeps_next : bool
        Whether the next one must stand on the same page.
    head_of : int or None
        The number of the spot that is the head of its table.
    """

    position: int
    keeps_next: bool = False
    head_of: int | None = None


class Setter:
    """Writes at the end of a document.

    Parameters
    ----------
    before : frozenset of int
        Numbers of the spots with which a new page begins.

    Attributes
    ----------
    pieces : list of Spot
        Everything that was set, in order.
    """

    def __init__(self, document: QTextDocument, figures: Sequence[Figure], before: frozenset[int]) -> None:
        self._cursor = QTextCursor(document)
        self._numbers = {figure.id: number for number, figure in enumerate(figures)}
        self._before = before
        self.pieces: list[Spot] = []

    def set(self, report: Report) -> list[int]:
        """Set it all; returns the positions of the sections' headings."""
        self._cursor.beginEditBlock()
        self._write(report.title, look(_TITLE_PT, is_bold=True), self._space(0, 4), keeps_next=True)
        self._write(report.subtitle, look(BODY_PT + 2), self._space(0, 12), keeps_next=True)
        heads = [self._section(section) for section in report.sections]
        self._cursor.endEditBlock()
        return heads

    def _section(self, section: Section) -> int:
        spaced = self._space(HEADS_ABOVE if section.level == 1 else 12, 6)
        spaced.setHeadingLevel(section.level)
        self._write(section.title, look(_HEADING_PT[section.level], is_bold=True), spaced, keeps_next=True)
        head = self._cursor.block().position()
        for block, behind in zip_longest(section.blocks, section.blocks[1:]):
            self._set(block, leads=_leads(block, behind))
        return head

    def _set(self, block: Block, *, leads: bool) -> None:
        match block:
            case Paragraph(text, role):
                size = {"lead": BODY_PT + 1.5, "note": _SMALL_PT}.get(role, BODY_PT)
                self._write(text, look(size, is_quiet=role == "note"), self._space(0, 6), keeps_next=leads)
            case Bullets(points, role):
                self._bullets(points, _SMALL_PT if role == "note" else BODY_PT, leads=leads)
            case Table():
                self._table(block, leads=leads)
            case Figure():
                self._figure(block)

    def _write(self, text: str, words: QTextCharFormat, form: QTextBlockFormat, *, keeps_next: bool = False) -> None:
        if len(self.pieces) in self._before:
            form.setPageBreakPolicy(_ALWAYS)
            form.setTopMargin(0)  # where a page begins nothing stands above
        if self._cursor.position():
            self._cursor.insertBlock(form, words)
        else:
            self._cursor.setBlockFormat(form)
        self.pieces.append(Spot(self._cursor.position(), keeps_next))
        self._cursor.insertText(lines(text), words)

    def _bullets(self, points: Sequence[str], size: float, *, leads: bool) -> None:
        for number, point in enumerate(points):
            is_first = number == 0 and len(points) > 1
            form = self._space(0, 2)
            form.setLeftMargin(_INDENT_PX)
            form.setTextIndent(-_INDENT_PX)
            form.setTabPositions([QTextOption.Tab(_INDENT_PX, QTextOption.TabType.LeftTab)])
            self._write(f"{_BULLET}\t{point}", look(size), form, keeps_next=leads or is_first)
        self._end(below=4)

    def _figure(self, figure: Figure) -> None:
        words = QTextCharFormat()
        words.setObjectType(FIGURE)
        words.setProperty(NUMBER, self._numbers[figure.id])
        self._write("", words, self._space(6, 2), keeps_next=True)
        self._cursor.insertText("\N{OBJECT REPLACEMENT CHARACTER}", words)
        self._write(f"{figure.caption}. {figure.told}", look(_SMALL_PT, is_quiet=True), self._space(0, 8))

    def _table(self, table: Table, *, leads: bool) -> None:
        if table.caption:
            self._write(table.caption, look(_SMALL_PT, is_bold=True), self._space(6, 2), keeps_next=True)
        head = None if table.is_plain else len(self.pieces)
        first = len(self.pieces) + (0 if head is None else 1)
        cuts = [row for row in range(1, len(table.rows)) if first + row in self._before]
        for number, (start, end) in enumerate(zip([0, *cuts], [*cuts, len(table.rows)], strict=True)):
            is_first = number == 0
            is_new_page = not is_first or (first if head is None else head) in self._before
            self._part(table, start, end, head, is_first=is_first, is_new_page=is_new_page)
        if leads and table.rows:
            self.pieces[-1] = replace(self.pieces[-1], keeps_next=True)
        self._end(below=4)

    def _part(self, table: Table, start: int, end: int, head: int | None, *, is_first: bool, is_new_page: bool) -> None:
        """Set some rows of a table, with its head above them."""
        heads = () if table.is_plain else (table.head,)
        rows = (*heads, *table.rows[start:end])
        form = self._table_format(table)
        if is_new_page:
            form.setPageBreakPolicy(_ALWAYS)
        made = self._cursor.insertTable(len(rows), len(table.head), form)
        for number, row in enumerate(rows):
            is_head = number < len(heads)
            if is_first or not is_head:
                position = made.cellAt(number, 0).firstPosition()
                keeps_next = is_head or (is_first and number == len(heads) and end > start + 1)
                self.pieces.append(Spot(position, keeps_next, None if is_head else head))
            for column, text in enumerate(row):
                is_bold = is_head or (table.is_plain and column == 0)
                is_number = column in table.numbers
                _fill(made, number, column, text, is_head=is_head, is_bold=is_bold, is_number=is_number)
        self._cursor.movePosition(QTextCursor.MoveOperation.End)
        # Qt sets a line behind every table, which would take a page of its own at the foot of a full one.
        self._cursor.setBlockFormat(self._nothing(0))

    def _end(self, below: float = 0) -> None:
        """Part a list or a table from what comes behind it."""
        self._cursor.insertBlock(self._nothing(below), look(1))

    def _nothing(self, below: float) -> QTextBlockFormat:
        form = self._space(0, below)
        form.setLineHeight(1, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        return form

    def _table_format(self, table: Table) -> QTextTableFormat:
        form = QTextTableFormat()
        form.setBorder(0)
        form.setBorderCollapse(True)
        form.setCellPadding(_PAD_PX)
        percent = QTextLength.Type.PercentageLength
        given = shares(table, _TABLE_EMS)
        form.setWidth(QTextLength(percent, 100 * sum(given)))
        form.setColumnWidthConstraints([QTextLength(percent, 100 * each / sum(given)) for each in given])
        return form

    def _space(self, above: float, below: float) -> QTextBlockFormat:
        """Room above and below, px at 96 dots per inch: Qt scales it to the paper."""
        form = QTextBlockFormat()
        form.setTopMargin(above)
        form.setBottomMargin(below)
        return form


def _leads(block: Block, behind: Block | None) -> bool:
    """Whether a block belongs to what stands behind it: few lines to a figure, a table to its note, words to a list."""
    if isinstance(block, Table):
        return isinstance(behind, Paragraph) and behind.role == "note"
    if isinstance(behind, Figure):
        return not isinstance(block, Bullets) or len(block.points) <= _FEW
    return isinstance(block, Paragraph) and isinstance(behind, Bullets)


def look(points: float, *, is_bold: bool = False, is_quiet: bool = False) -> QTextCharFormat:
    """Return how words are set."""
    words = QTextCharFormat()
    words.setForeground(QColor(ink("tx2" if is_quiet else "tx1")))
    words.setFontPointSize(points)
    words.setFontWeight(QFont.Weight.Bold if is_bold else QFont.Weight.Normal)
    return words


def lines(text: str) -> str:
    """Return words as Qt breaks lines within one paragraph; in very long ones it may break anywhere."""
    said = harmless(text).replace("\N{OBJECT REPLACEMENT CHARACTER}", "")
    return _LONG_WORD.sub("\\g<0>\N{ZERO WIDTH SPACE}", "\N{LINE SEPARATOR}".join(said.splitlines()))


def _fill(made: QTextTable, row: int, column: int, text: str, *, is_head: bool, is_bold: bool, is_number: bool) -> None:
    cell = made.cellAt(row, column)
    cell.setFormat(_ruled(is_head=is_head, is_first=column == 0))
    cursor = cell.firstCursorPosition()
    if is_number:
        form = QTextBlockFormat()
        form.setAlignment(Qt.AlignmentFlag.AlignRight)
        cursor.setBlockFormat(form)
    cursor.insertText(lines(text), look(_SMALL_PT, is_bold=is_bold))


def _ruled(*, is_head: bool, is_first: bool) -> QTextTableCellFormat:
    """Return a cell with a line below it, a strong one below a head; a row begins where the words above do."""
    form = QTextTableCellFormat()
    form.setFontPointSize(_SMALL_PT)  # else an empty cell is as high as other words are
    if is_first:
        form.setLeftPadding(0)
    form.setBottomBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    form.setBottomBorder(_HEAD_RULE_PX if is_head else _RULE_PX)
    form.setBottomBorderBrush(QBrush(QColor(ink("ink" if is_head else "ln"))))
    return form
