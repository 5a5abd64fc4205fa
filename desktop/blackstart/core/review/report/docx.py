"""The report as a Word file with real styles, headings and tables that people go on editing."""

from io import BytesIO

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENT
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.table import Table as WordTable
from docx.table import _Row as WordRow
from docx.text.paragraph import Paragraph as WordParagraph

from blackstart.core.review.report.model import Block, Bullets, Figure, Paragraph, Rasterizer, Report, Table
from blackstart.core.review.report.svg import harmless

_FONT, _EASTERN = "Noto Sans", "Noto Sans CJK KR"
_WIDE, _HIGH, _MARGIN = Cm(29.7), Cm(21.0), Cm(1.8)
_ROOM = _WIDE - 2 * _MARGIN
_FIGURE_PX = 2000
_SIZES = {"Normal": 10, "Title": 24, "Subtitle": 12, "Heading 1": 16, "Heading 2": 13, "Caption": 9}  # pt
_NARROW = Cm(2.6)


def docx_of(report: Report, rasterize: Rasterizer | None = None) -> bytes:
    """Write the report; without a `rasterize` its figures are told in words."""
    document = Document()
    _set_up(document, report)
    document.add_paragraph(_inert(report.title), "Title")
    document.add_paragraph(_inert(report.subtitle), "Subtitle")
    for section in report.sections:
        document.add_heading(_inert(section.title), section.level)
        for block in section.blocks:
            _add(document, block, rasterize)
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def _set_up(document: WordDocument, report: Report) -> None:
    page = document.sections[0]
    page.orientation, page.page_width, page.page_height = WD_ORIENT.LANDSCAPE, _WIDE, _HIGH
    page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = _MARGIN
    document.core_properties.title = _inert(report.title)[:255]
    document.core_properties.author = "Blackstart"
    document.core_properties.language = report.language
    for name, size in (
        ("Normal", 10),
        ("Title", 24),
        ("Subtitle", 12),
        ("Heading 1", 16),
        ("Heading 2", 13),
        ("Caption", 9),
    ):
        style = document.styles[name]
        style.font.name, style.font.size = _FONT, Pt(size)
        style.font.color.rgb = RGBColor(0x13, 0x18, 0x1C)
        style.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), _EASTERN)
    _number_pages(page.footer.paragraphs[0])


def _number_pages(paragraph: WordParagraph) -> None:
    paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    run = paragraph.add_run()
    for kind, code in (("begin", ""), ("", "PAGE"), ("end", "")):
        element = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            element.set(qn("w:fldCharType"), kind)
        else:
            element.text = code
        run._r.append(element)


def _add(document: WordDocument, block: Block, rasterize: Rasterizer | None) -> None:
    match block:
        case Paragraph(text, role):
            paragraph = document.add_paragraph()
            run = paragraph.add_run(_inert(text))
            run.bold, run.italic = role == "lead", role == "note"
        case Bullets(points):
            for point in points:
                document.add_paragraph(_inert(point), "List Bullet")
        case Table():
            _add_table(document, block)
        case Figure():
            _add_figure(document, block, rasterize)


def _add_figure(document: WordDocument, figure: Figure, rasterize: Rasterizer | None) -> None:
    if rasterize is not None:
        picture = document.add_picture(BytesIO(rasterize(figure.svg, _FIGURE_PX)))
        share = min(_ROOM / figure.width, Cm(14) / figure.height)
        picture.width, picture.height = int(figure.width * share), int(figure.height * share)
        picture._inline.docPr.set("descr", _inert(figure.told))
    document.add_paragraph(f"{_inert(figure.caption)}. {_inert(figure.told)}", "Caption")


def _add_table(document: WordDocument, table: Table) -> None:
    if table.caption:
        document.add_paragraph(_inert(table.caption), "Caption")
    heads = () if table.is_plain else (table.head,)
    made = document.add_table(len(heads) + len(table.rows), len(table.head), "Table Grid")
    made.alignment = WD_TABLE_ALIGNMENT.LEFT
    made.autofit = False
    widths = _widths(table)
    for column, width in zip(made.columns, widths, strict=True):
        column.width = width
    for number, (row, words) in enumerate(zip(made.rows, (*heads, *table.rows), strict=True)):
        _keep_whole(row)
        for column, (cell, text) in enumerate(zip(row.cells, words, strict=True)):
            cell.width = widths[column]
            paragraph = cell.paragraphs[0]
            run = paragraph.add_run(_inert(text))
            run.font.size = Pt(9)
            run.bold = number < len(heads) or (table.is_plain and column == 0)
            if column in table.numbers:
                paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    if heads:
        _repeat_head(made)
    document.add_paragraph()


def _repeat_head(made: WordTable) -> None:
    """Show the head on every page that the table reaches."""
    made.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def _keep_whole(row: WordRow) -> None:
    """Let no row break between two pages."""
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))


def _widths(table: Table) -> list[int]:
    """Columns by their words; the wide ones share what is left."""
    columns = len(table.head)
    if table.is_plain:
        return [Cm(5), _ROOM - Cm(5)]
    narrow = _NARROW if columns < 9 else Cm(1.9)
    marks = [column for column in range(columns) if all(len(row[column]) <= 1 for row in table.rows)]
    given = {
        column: Cm(0.9) if column in marks and len(table.head[column]) <= 1 else narrow for column in range(columns)
    }
    left = _ROOM - sum(width for column, width in given.items() if column not in table.wide)
    shared = left // max(len(table.wide), 1)
    return [int(shared if column in table.wide else given[column]) for column in range(columns)]


def _inert(text: str) -> str:
    """A text that XML can hold."""
    return harmless(text)
