"""The report as a Word file with real styles, headings and tables that people go on editing."""

from io import BytesIO

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Cm, Length
from docx.table import _Cell as WordCell
from docx.table import _Row as WordRow

from blackstart.core.review.report.columns import shares
from blackstart.core.review.report.docx_styles import (
    BULLET,
    CELL,
    FIGURE,
    HEAD,
    LEAD,
    NOTE,
    NOTE_BULLET,
    ROOM,
    TABLE,
    TABLE_PT,
    made,
    set_up,
)
from blackstart.core.review.report.model import Block, Bullets, Figure, Paragraph, Rasterizer, Report, Table
from blackstart.core.review.report.svg import harmless

_FIGURE_PX = 2000
_LEAST_ACROSS = 860  # px of a figure that a page is wide at least
_FIGURE_HIGH = Cm(13.5)
_EM_OF_TABLE = Cm(TABLE_PT * 2.54 / 72)
_LOOK_WITH_HEAD, _LOOK_PLAIN = "0620", "0600"  # which parts of the table's style count
_MOST_WHOLE = 600  # letters of a cell that stand on one page however narrow it is
_LONGEST_FOOT = 110  # letters beside the number of the page


def docx_of(report: Report, rasterize: Rasterizer | None = None) -> bytes:
    """Write the report; without a `rasterize` its figures are told in words."""
    document = Document()
    title, subtitle = harmless(report.title), harmless(report.subtitle)
    foot = f"{title} · {subtitle}"
    set_up(document, title, report.language, foot if len(foot) <= _LONGEST_FOOT else title[:_LONGEST_FOOT])
    document.add_paragraph(title, "Title")
    document.add_paragraph(subtitle, "Subtitle")
    for section in report.sections:
        document.add_heading(harmless(section.title), section.level)
        for block in section.blocks:
            _add(document, block, rasterize)
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def _add(document: WordDocument, block: Block, rasterize: Rasterizer | None) -> None:
    match block:
        case Paragraph(text, role):
            document.add_paragraph(harmless(text), {"lead": LEAD, "note": NOTE}.get(role))
        case Bullets(points, role):
            for point in points:
                document.add_paragraph(harmless(point), NOTE_BULLET if role == "note" else BULLET)
        case Table():
            _add_table(document, block)
        case Figure():
            _add_figure(document, block, rasterize)


def _add_figure(document: WordDocument, figure: Figure, rasterize: Rasterizer | None) -> None:
    if rasterize is not None:
        run = document.add_paragraph(style=FIGURE).add_run()
        picture = run.add_picture(BytesIO(rasterize(figure.svg, _FIGURE_PX)))
        share = min(ROOM / max(figure.width, _LEAST_ACROSS), _FIGURE_HIGH / figure.height)
        picture.width, picture.height = Length(int(figure.width * share)), Length(int(figure.height * share))
        picture._inline.docPr.set("descr", harmless(figure.told))
    document.add_paragraph(f"{harmless(figure.caption)}. {harmless(figure.told)}", "Caption")


def _add_table(document: WordDocument, table: Table) -> None:
    if table.caption:
        document.add_paragraph(harmless(table.caption), HEAD)
    heads = () if table.is_plain else (table.head,)
    grid = document.add_table(len(heads) + len(table.rows), len(table.head), TABLE)
    grid.autofit = False
    look = grid._tbl.tblPr.find(f"{{{grid._tbl.nsmap['w']}}}tblLook")
    grid._tbl.tblPr.remove(look)
    grid._tbl.tblPr.append(made("w:tblLook", val=_LOOK_WITH_HEAD if heads else _LOOK_PLAIN))
    widths = [Length(int(ROOM * each)) for each in shares(table, ROOM / _EM_OF_TABLE)]
    for column, width in zip(grid.columns, widths, strict=True):
        column.width = width
    for number, (row, words) in enumerate(zip(grid.rows, (*heads, *table.rows), strict=True)):
        is_head = number < len(heads)
        _mark_row(row, is_head=is_head, is_long=any(len(text) > _MOST_WHOLE for text in words))
        for column, (cell, text) in enumerate(zip(row.cells, words, strict=True)):
            cell.width = widths[column]
            is_named = is_head or (table.is_plain and column == 0)
            _fill(cell, text, HEAD if is_named else CELL, is_number=column in table.numbers)
    document.add_paragraph(style=NOTE)


def _fill(cell: WordCell, text: str, style: str, *, is_number: bool) -> None:
    paragraph = cell.paragraphs[0]
    paragraph.style = style
    paragraph.add_run(harmless(text))
    if is_number:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT


def _mark_row(row: WordRow, *, is_head: bool, is_long: bool) -> None:
    """Let no row break between two pages that fits on one, and show the head on every page that the table reaches."""
    properties = row._tr.get_or_add_trPr()
    if not is_long:
        properties.append(made("w:cantSplit"))
    if is_head:
        properties.append(made("w:tblHeader"))
