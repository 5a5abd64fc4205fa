"""Every form holds the same words, and none of them does anything."""

import csv
import json
import re
from html.parser import HTMLParser
from io import BytesIO, StringIO
from xml.etree import ElementTree

import pytest
from docx import Document

from blackstart.core.base.errors import UserError
from blackstart.core.review.report.docx import docx_of
from blackstart.core.review.report.html import html_of
from blackstart.core.review.report.making import report
from blackstart.core.review.report.markdown import markdown_of
from blackstart.core.review.report.svg import harmless
from blackstart.core.review.report.tables import csv_of, json_of
from tests.core.review.report.sources import HOSTILE, usual

# One white pixel.
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c49444154789c63f8ffff3f0005fe02fe0def46b8"
    "0000000049454e44ae426082"
)


class _Seen(HTMLParser):
    """Every element with its attributes, and all words."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[str] = []
        self.attributes: list[str] = []
        self.words: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(tag)
        self.attributes += [name for name, _ in attrs]

    def handle_data(self, data: str) -> None:
        self.words.append(data)


@pytest.mark.parametrize("words", HOSTILE)
def test_html_shows_whatever_people_wrote_and_runs_nothing(words: str) -> None:
    seen = _Seen(html_of(report(usual(words))))
    assert not {"script", "iframe", "object", "embed", "link", "base", "form"} & set(seen.elements)
    assert not [name for name in seen.attributes if name.startswith("on") or name == "src"]
    assert harmless(words).strip() in "".join(seen.words)


@pytest.mark.parametrize("words", HOSTILE)
def test_word_holds_the_same_tables(words: str) -> None:
    made = report(usual(words))
    document = Document(BytesIO(docx_of(made, lambda svg, width: PNG)))
    cells = [[cell.text for cell in row.cells] for table in document.tables for row in table.rows]
    wanted = [
        [harmless(each) for each in row]
        for table in made.tables.values()
        for row in (*(() if table.is_plain else (table.head,)), *table.rows)
    ]
    assert [["".join(cell.split()) for cell in row] for row in cells] == [
        ["".join(cell.split()) for cell in row] for row in wanted
    ]
    assert len(document.inline_shapes) == len(made.figures)
    headings = [
        each.text for each in document.paragraphs if each.style is not None and "Heading" in str(each.style.name)
    ]
    assert headings == [section.title for section in made.sections]


def test_word_knows_the_report_by_its_title_and_nothing_of_the_template() -> None:
    document = Document(BytesIO(docx_of(report(usual()), lambda svg, width: PNG)))
    told = document.core_properties
    assert (told.title, told.author, told.comments) == ("After-action report: Test", "Blackstart", "")
    assert told.created is None
    for style in (document.styles["Title"], document.styles["Heading 1"]):
        assert not [name for name in style.element.rPr.rFonts.attrib if "Theme" in name]


def test_without_pictures_figures_are_told_in_words() -> None:
    made = report(usual())
    document = Document(BytesIO(docx_of(made)))
    words = "\n".join(each.text for each in document.paragraphs)
    assert all(figure.told in words for figure in made.figures)
    assert not document.inline_shapes


@pytest.mark.parametrize("words", HOSTILE)
def test_markdown_keeps_every_table_whole(words: str) -> None:
    made = report(usual(words))
    lines = markdown_of(made).splitlines()
    rows = [line for line in lines if line.startswith("|")]
    assert len(rows) == sum(len(table.rows) + 2 for table in made.tables.values())
    heads = [line for line in lines if line.startswith("#")]
    assert len(heads) == 1 + len(made.sections)
    assert not any(re.search(r"(?<!\\)<(?!br>)", line) for line in lines)


@pytest.mark.parametrize("words", HOSTILE)
def test_no_cell_of_a_csv_is_a_formula(words: str) -> None:
    csv.field_size_limit(1_000_000)
    made = usual(words)
    for table in ("journal", *report(made).tables):
        rows = list(csv.reader(StringIO(csv_of(report(made), table))))
        assert len(rows) > 1
        cells = [cell for row in rows for cell in row]
        assert not [
            cell
            for cell in cells
            if cell[:1] in set("=+@\t\r\n＝＋－＠") or (cell[:1] == "-" and not cell[1:].isdecimal())
        ]


def test_a_table_that_there_is_not_is_answered_with_the_nearest() -> None:
    with pytest.raises(UserError, match="there is no table 'decision'.*decisions"):
        csv_of(report(usual()), "decision")


def test_json_holds_journal_tables_and_exact_figures() -> None:
    source = usual()
    made = report(source)
    whole = json.loads(json_of(made))
    assert whole["facts"] == made.facts
    assert [row["seq"] for row in whole["journal"]] == [entry.seq for entry in source.story.entries]
    assert {id_: [tuple(row) for row in table["rows"]] for id_, table in whole["tables"].items()} == {
        id_: list(table.rows) for id_, table in made.every_table.items()
    }


@pytest.mark.parametrize("language", ["en", "ko"])
def test_figures_are_whole_xml(language: str) -> None:
    for figure in report(usual(), language).figures:
        root = ElementTree.fromstring(figure.svg)
        assert root.get("width") == str(figure.width)
        assert root.get("height") == str(figure.height)
