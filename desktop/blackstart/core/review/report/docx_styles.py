"""What the Word file looks like: its styles, which people can change in one place, its page and its foot."""

from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENT
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Cm, Pt, RGBColor
from docx.styles.style import BaseStyle, ParagraphStyle
from docx.text.paragraph import Paragraph

from blackstart.core.review.report.svg import ink

# Fonts that every office has: what is missing there would be replaced by whatever comes first.
_FONT, _EASTERN = "Arial", "Malgun Gothic"
_WIDE, _HIGH, _MARGIN = Cm(29.7), Cm(21.0), Cm(1.6)
ROOM = _WIDE - 2 * _MARGIN
TABLE_PT = 9
BULLET, NOTE_BULLET = "List Bullet", "Note Bullet"
LEAD, NOTE, FIGURE, CELL, HEAD, TABLE = "Lead", "Note", "Figure", "Table Text", "Table Head", "Report Table"
_OWN = (LEAD, NOTE, FIGURE, CELL, HEAD)

# Size, bold, token of the colour, space above and below; all but the last in pt.
_LOOKS: dict[str, tuple[float, bool, str, float, float]] = {
    "Normal": (10, False, "tx1", 0, 6),
    "Title": (24, True, "tx1", 0, 4),
    "Subtitle": (12, False, "tx2", 0, 10),
    "Heading 1": (16, True, "tx1", 20, 6),
    "Heading 2": (12, True, "tx1", 12, 4),
    BULLET: (10, False, "tx1", 0, 2),
    NOTE_BULLET: (9, False, "tx1", 0, 1),
    "Caption": (9, False, "tx2", 2, 8),
    "Footer": (8, False, "tx2", 0, 0),
    LEAD: (12, False, "tx1", 0, 6),
    NOTE: (9, False, "tx2", 4, 6),
    FIGURE: (10, False, "tx1", 6, 2),
    CELL: (TABLE_PT, False, "tx1", 2.5, 2.5),
    HEAD: (TABLE_PT, True, "tx1", 2.5, 2.5),
}
_KEPT = ("Title", "Subtitle", "Heading 1", "Heading 2", FIGURE, HEAD)  # with what stands behind


def set_up(document: WordDocument, title: str, language: str, foot: str) -> None:
    """Give the document its page, its styles and its foot."""
    page = document.sections[0]
    page.orientation, page.page_width, page.page_height = WD_ORIENT.LANDSCAPE, _WIDE, _HIGH
    page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = _MARGIN
    document.core_properties.title = title[:255]
    document.core_properties.author = "Blackstart"
    document.core_properties.comments = ""
    document.core_properties.language = language
    for name in ("created", "modified"):  # that of Word's template, years ago
        for dated in document.core_properties._element.findall(f"{{http://purl.org/dc/terms/}}{name}"):
            document.core_properties._element.remove(dated)
    for name in _OWN:
        document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH).base_style = document.styles["Normal"]
    document.styles.add_style(NOTE_BULLET, WD_STYLE_TYPE.PARAGRAPH).base_style = document.styles[BULLET]
    for name in _LOOKS:
        _dress(document.styles[name], name)
    _speak(document)
    _add_table_style(document)
    _write_foot(page.footer.paragraphs[0], foot)


def _dress(style: BaseStyle, name: str) -> None:
    assert isinstance(style, ParagraphStyle)
    size, is_bold, token, above, below = _LOOKS[name]
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    fonts.attrib.clear()  # those of the theme would win over the named ones
    for key in ("ascii", "hAnsi", "cs"):
        fonts.set(qn(f"w:{key}"), _FONT)
    fonts.set(qn("w:eastAsia"), _EASTERN)
    style.font.size, style.font.bold, style.font.italic = Pt(size), is_bold, False
    style.font.color.rgb = RGBColor.from_string(ink(token).removeprefix("#"))
    form = style.paragraph_format
    form.space_before, form.space_after = Pt(above), Pt(below)
    form.line_spacing = 1.15
    form.keep_with_next = name in _KEPT
    for part, names in ((style.element.pPr, ("pBdr", "tabs")), (style.element.rPr, ("spacing", "kern"))):
        for found in [each for key in names for each in part.findall(qn(f"w:{key}"))]:
            part.remove(found)  # what Word's own template has of lines, stops and gaps between letters


def _speak(document: WordDocument) -> None:
    """Let words of either language be spelt and broken by its own rules, and numbers stand close to Korean."""
    normal = document.styles["Normal"].element
    normal.get_or_add_rPr().append(made("w:lang", val="en-GB", eastAsia="ko-KR"))
    spacing = normal.get_or_add_pPr().find(qn("w:spacing"))
    for key in ("autoSpaceDE", "autoSpaceDN"):
        spacing.addprevious(made(f"w:{key}", val="0"))


def _add_table_style(document: WordDocument) -> None:
    """Add the look of all tables: a line below each row, a strong one below the head."""
    style = document.styles.add_style(TABLE, WD_STYLE_TYPE.TABLE)
    properties = made("w:tblPr")
    lines = made("w:tblBorders")
    for side in ("bottom", "insideH"):
        lines.append(made(f"w:{side}", val="single", sz="4", space="0", color=ink("ln").removeprefix("#")))
    properties.append(lines)
    margins = made("w:tblCellMar")
    for side, twips in (("left", "0"), ("right", "140")):
        margins.append(made(f"w:{side}", w=twips, type="dxa"))
    properties.append(margins)
    first = made("w:tblStylePr", type="firstRow")
    cell, border = made("w:tcPr"), made("w:tcBorders")
    border.append(made("w:bottom", val="single", sz="10", space="0", color=ink("ink").removeprefix("#")))
    cell.append(border)
    first.append(cell)
    style.element.append(properties)
    style.element.append(first)


def _write_foot(paragraph: Paragraph, foot: str) -> None:
    stops = paragraph.paragraph_format.tab_stops
    stops.add_tab_stop(ROOM, WD_TAB_ALIGNMENT.RIGHT)
    paragraph.add_run(f"{foot}\t")
    _add_field(paragraph, "PAGE")
    paragraph.add_run(" / ")
    _add_field(paragraph, "NUMPAGES")


def _add_field(paragraph: Paragraph, code: str) -> None:
    """Put in what Word reckons itself."""
    for kind in ("begin", "", "end"):
        run = paragraph.add_run()
        element = made("w:fldChar", fldCharType=kind) if kind else made("w:instrText")
        if not kind:
            element.text = code
        run._r.append(element)


def made(name: str, **attributes: str) -> BaseOxmlElement:
    """Return an element of Word's own XML."""
    element: BaseOxmlElement = OxmlElement(name)
    for key, value in attributes.items():
        element.set(qn(f"w:{key}"), value)
    return element
