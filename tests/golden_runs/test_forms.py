"""Every figure of a golden run's report is the same in all forms."""

import csv
import json
import re
from collections import Counter
from collections.abc import Iterator
from html.parser import HTMLParser
from io import BytesIO, StringIO

import pytest
from docx import Document
from pypdf import PdfReader

from blackstart.core.base.ids import ComponentId
from blackstart.core.review.report.forms import written
from blackstart.core.review.report.model import Bullets, Figure, Paragraph, Report, Table
from blackstart.shell.printing.printers import printers
from tests.golden_runs.conftest import GoldenRun

pytestmark = pytest.mark.usefixtures("qapp")

FIGURE = re.compile(r"\d+(?:[.,:]\d+)*")


class Words(HTMLParser):
    """All words of a page but those inside drawings and styles."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.said: list[str] = []
        self._inside: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("svg", "style"):
            self._inside.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if self._inside and self._inside[-1] == tag:
            self._inside.pop()

    def handle_data(self, data: str) -> None:
        if not self._inside:
            self.said.append(data)


def figures(words: str) -> Counter[str]:
    """Every figure in a text, and how often it stands there."""
    return Counter(FIGURE.findall(words))


def told(report: Report) -> Iterator[str]:
    """Everything that a report says in words."""
    for section in report.sections:
        for block in section.blocks:
            match block:
                case Paragraph(text):
                    yield text
                case Bullets(points):
                    yield from points
                case Table(rows=rows):
                    yield from (cell for row in rows for cell in row)
                case Figure(caption=caption, told=seen):
                    yield from (caption, seen)


def read(form: str, made: bytes) -> str:
    """Return what stands in a form."""
    match form:
        case "docx":
            document = Document(BytesIO(made))
            cells = (cell.text for table in document.tables for row in table.rows for cell in row.cells)
            return "\n".join([*(each.text for each in document.paragraphs), *cells])
        case "pdf":
            return "\n".join(page.extract_text() for page in PdfReader(BytesIO(made)).pages)
        case "html":
            return "\n".join(Words(made.decode()).said)
    return made.decode()


@pytest.mark.parametrize("form", ["docx", "pdf", "html", "md"])
def test_no_figure_of_the_report_is_another_or_missing_in_a_form(run: GoldenRun, form: str) -> None:
    wanted = figures("\n".join(told(run.report)))
    found = figures(read(form, written(run.report, form, printers())))
    assert len(wanted) > 100
    assert wanted - found == Counter()


def test_the_json_has_every_table_and_every_exact_figure(run: GoldenRun) -> None:
    made = json.loads(written(run.report, "json", printers()))
    assert made["facts"] == run.report.facts
    for name, table in run.report.tables.items():
        assert made["tables"][name]["rows"] == [list(row) for row in table.rows]
    assert [each["seq"] for each in made["journal"]] == [entry.seq for entry in run.entries]


def test_the_csv_of_every_table_has_its_figures(run: GoldenRun) -> None:
    for name, table in run.report.tables.items():
        made = written(run.report, "csv", printers(), name).decode("utf-8-sig")
        _, *rows = csv.reader(StringIO(made))
        assert [[each.removeprefix("'") for each in row] for row in rows] == [
            [each.removeprefix("'") for each in row] for row in table.rows
        ]


def test_what_the_report_says_is_what_was_reckoned(run: GoldenRun) -> None:
    said = "\n".join(told(run.report))
    lost, peak = run.report.facts["lost_service_seconds"], run.report.facts["peak_users"]
    assert isinstance(lost, int)
    assert isinstance(peak, int)
    assert in_short(lost / 3600) in said
    assert in_short(peak) in said
    (curves,) = (figure for figure in run.report.figures if figure.id == "curves")
    assert in_short(peak) in curves.told
    for name in ("noticed_s", "declared_s", "decided_s", "said_s"):
        at = run.report.facts[name]
        if isinstance(at, int):
            assert clock(at) in said


def test_what_each_decision_saved_is_told_as_it_was_reckoned(run: GoldenRun) -> None:
    rows = run.report.every_table["decisions"].rows
    for deed, row in zip(run.source.deeds, rows, strict=True):
        if deed.seq is None:
            assert row[8] == ""
            continue
        saved = run.report.facts[f"saved_service_seconds.{deed.seq}"]
        assert isinstance(saved, int)
        what = (
            "no difference"
            if abs(saved) < 1800
            else f"{in_short(abs(saved) / 3600)} {'saved' if saved > 0 else 'lost'}"
        )
        assert row[8] == what


def test_every_outage_is_told_with_the_seconds_that_were_reckoned(run: GoldenRun) -> None:
    reckoned = {
        (name.split(".")[1], int(name.split(".")[2])): back
        for name, back in run.report.facts.items()
        if name.startswith("outage.")
    }
    names = {each.id: each.name.to("en") for each in run.drill.topology.components if each.name is not None}
    told = Counter((row[0], row[1], row[3]) for row in run.report.tables["outages"].rows)
    assert told == Counter(
        (
            names.get(ComponentId(component), component),
            clock(down),
            clock(back) if isinstance(back, int) else "not back",
        )
        for (component, down), back in reckoned.items()
    )


def clock(at: int) -> str:
    return f"{at // 3600}:{at % 3600 // 60:02}:{at % 60:02}"


def in_short(number: float) -> str:
    """Write a large number as reports do in English, rounded half up to three figures."""
    if number < 1e6:
        return f"{int(number + 0.5):,}"
    scale, letter = next(each for each in ((1e9, "bn"), (1e6, "M")) if number >= each[0])
    shown = number / scale
    digits = 2 if shown < 10 else 1 if shown < 100 else 0
    words = f"{shown:.{digits}f}"
    return (words.rstrip("0").rstrip(".") if digits else words) + f" {letter}"
