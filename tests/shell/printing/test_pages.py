"""A report on pages: its words can be found, its sections jumped to, nothing is cut."""

from io import BytesIO

import pytest
from pypdf import PdfReader
from pypdf.generic import Destination
from PySide6.QtGui import QImage

from blackstart.core.review.report.making import report
from blackstart.core.review.report.model import Figure, Paragraph, Report, Section, Table
from blackstart.core.review.report.svg import whole
from blackstart.shell.printing.pages import pdf_of
from blackstart.shell.printing.printers import png_of
from tests.core.review.report.sources import HOSTILE, usual

pytestmark = pytest.mark.usefixtures("qapp")


def _pages(pdf: bytes) -> list[str]:
    """The words of every page; readers tell Qt's gaps as tabs."""
    return [" ".join(page.extract_text().split()) for page in PdfReader(BytesIO(pdf)).pages]


@pytest.mark.parametrize("language", ["en", "ko"])
def test_every_section_can_be_jumped_to_and_stands_on_its_page(language: str) -> None:
    made = report(usual(), language)
    pdf = pdf_of(made)
    reader, pages = PdfReader(BytesIO(pdf)), _pages(pdf)
    marks = [mark for each in reader.outline for mark in (each if isinstance(each, list) else [each])]
    assert [mark.title for mark in marks if isinstance(mark, Destination)] == [each.title for each in made.sections]
    for mark in marks:
        assert isinstance(mark, Destination)
        assert str(mark.title) in pages[reader.get_destination_page_number(mark) or 0]


def test_each_page_has_its_number() -> None:
    pages = _pages(pdf_of(report(usual())))
    for number, page in enumerate(pages, start=1):
        assert f"{number} / {len(pages)}" in page


def test_a_long_table_shows_its_head_on_every_page_and_every_row_once() -> None:
    rows = tuple((str(number), f"row{number:03}end") for number in range(150))
    made = Report("T", "S", "en", (Section("s", "Only", (Table("t", "", ("No.", "Words"), rows, wide=(1,)),)),))
    pages = _pages(pdf_of(made))
    assert len(pages) > 3
    assert all("No." in page for page in pages)
    said = "".join(pages)
    assert [said.count(f"row{number:03}end") for number in range(150)] == [1] * 150


@pytest.mark.parametrize("words", HOSTILE)
def test_whatever_people_wrote_is_laid_out(words: str) -> None:
    assert len(_pages(pdf_of(report(usual(words[:3000]))))) > 3


def test_a_hundred_thousand_letters_flow_on_from_page_to_page() -> None:
    words = "word" * 25_000
    cell = Table("t", "", ("No.", "Words"), (("1", words), ("2", "behind")), wide=(1,))
    pages = _pages(pdf_of(Report("T", "S", "en", (Section("s", "Only", (cell,)),))))
    said = "".join("".join(pages).split())
    assert said.count("word") >= words.count("word")  # a line at an edge may be told on both pages
    assert "behind" in pages[-1]


def test_a_heading_never_stands_alone_at_the_foot() -> None:
    for lines in range(24, 40):
        blocks = tuple(Paragraph(f"line {number}") for number in range(lines))
        made = Report("T", "S", "en", (Section("a", "First", blocks), Section("b", "Second", (Paragraph("after"),))))
        pages = _pages(pdf_of(made))
        (home,) = (page for page in pages if "Second" in page)
        assert "after" in home


def test_a_figure_becomes_a_picture_as_wide_as_is_asked_for() -> None:
    figure = report(usual()).figures[0]
    image = QImage.fromData(png_of(figure.svg, 400))
    assert (image.width(), image.height()) == (400, round(figure.height * 400 / figure.width))


@pytest.mark.parametrize("high", range(300, 400, 8))
def test_no_page_is_left_empty_before_a_table_goes_on(high: int) -> None:
    before = Figure("f", "figure", whole(960, high, ()), 960, high, "told")
    rows = tuple((str(number), "words") for number in range(60))
    table = Table("t", "", ("No.", "Words"), rows, wide=(1,))
    made = Report("T", "S", "en", (Section("a", "First", (before,)), Section("b", "Then", (before, table))))
    for page in _pages(pdf_of(made)):
        assert "told" in page or "words" in page
