"""report, as a script meets it."""

import csv
import json
from io import BytesIO, StringIO
from pathlib import Path

import pytest
from docx import Document
from pypdf import PdfReader

from blackstart.__main__ import main
from tests.cli.test_play import AGREE, DRILL, lines

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def library(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> str:
    drill, commands, path = tmp_path / "hall.drill", tmp_path / "c.jsonl", tmp_path / "library.db"
    drill.write_text(DRILL)
    commands.write_text(lines(AGREE, {"at": 41, "do": "note", "text": "kept from them", "by": "Ada"}))
    assert main(["play", str(drill), "--library", str(path), "--commands", str(commands)]) == 0
    capsys.readouterr()
    return str(path)


def report(library: str, out: Path, *words: str) -> bytes:
    assert main(["report", "last", "-o", str(out), "--library", library, *words]) == 0
    return out.read_bytes()


def test_every_form_is_written_and_holds_the_decision(library: str, tmp_path: Path) -> None:
    word = Document(BytesIO(report(library, tmp_path / "r.docx")))
    cells = [cell.text for table in word.tables for row in table.rows for cell in row.cells]
    assert "kept from them" in cells
    pages = PdfReader(BytesIO(report(library, tmp_path / "r.pdf"))).pages
    assert "kept from them" in " ".join(" ".join(page.extract_text().split()) for page in pages)
    assert b"kept from them" in report(library, tmp_path / "r.html")
    assert b"kept from them" in report(library, tmp_path / "r.md")
    whole = json.loads(report(library, tmp_path / "r.json"))
    assert [entry["kind"] for entry in whole["journal"]] == ["begin", "decide", "note", "end"]
    rows = list(csv.DictReader(StringIO(report(library, tmp_path / "r.csv").decode("utf-8-sig"))))
    assert [row["kind"] for row in rows] == ["begin", "decide", "note", "end"]


def test_a_csv_can_hold_a_table_of_the_report(library: str, tmp_path: Path) -> None:
    text = report(library, tmp_path / "r.csv", "--table", "decisions").decode("utf-8-sig")
    rows = list(csv.DictReader(StringIO(text)))
    assert [(row["Time"], row["Who"], row["What"]) for row in rows] == [
        ("0:00:40", "Lead", "Agree"),
        ("0:03:20", "still open", "no decision"),
    ]


def test_language_and_audience_can_be_chosen(library: str, tmp_path: Path) -> None:
    told = report(library, tmp_path / "r.html", "--lang", "ko", "--for", "participants").decode()
    assert '<html lang="ko">' in told
    assert "결정과 조치" in told
    assert "kept from them" not in told


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["report", "last", "-o", "r.doc"], "r.doc: a report cannot be written as 'doc'; did you mean docx"),
        (["report", "last", "-o", "r"], "“r”: the ending of the name says how a report is written, and there is none"),
        (["report", "last", "-o", "r.pdf", "--table", "decisions"], "--table chooses what a .csv holds"),
        (["report", "last", "-o", "r.csv", "--table", "decision"], "there is no table 'decision'"),
        (["report", "last", "-o", "n" * 300 + ".md"], "cannot be saved"),
        (["report", "nobody", "-o", "r.md"], "nobody"),
        (["report", "last", "-o", "no/such/folder/r.md"], "cannot be saved"),
    ],
)
def test_a_users_error_is_one_sentence_and_nothing_is_written(
    words: list[str],
    said: str,
    library: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    before = sorted(path.name for path in tmp_path.iterdir())
    assert main([*words, "--library", library]) == 1
    out, err = capsys.readouterr()
    assert (out, len(err.splitlines())) == ("", 1)
    assert said in err
    assert sorted(path.name for path in tmp_path.iterdir()) == before


def test_a_table_without_rows_is_a_head_and_no_fault(library: str, tmp_path: Path) -> None:
    text = report(library, tmp_path / "r.csv", "--table", "hotwash").decode("utf-8-sig")
    assert list(csv.reader(StringIO(text))) == [["Who", "What went well", "What was hard", "What to change"]]
