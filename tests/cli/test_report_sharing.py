"""The participants' report, as somebody meets it who looks into the file for what was kept from them."""

import json
import re
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader
from pypdf.generic import StreamObject

from blackstart.__main__ import main
from blackstart.core.review.report.forms import FORMS
from tests.cli.test_play import lines

pytestmark = pytest.mark.usefixtures("qapp")

# Whatever must not be found begins with zq; what they saw themselves begins with told.
DRILL = """\
blackstart: 1
id: hall
title: A dark hall
topology:
  components:
    - {id: power, repair: 40 s, note: zqcomponent}
    - {id: hall, restart: 5 s, users: 1000, needs: [{on: power}], note: zqcomponent}
exercise:
  lasts: 300 s
  brief: zqbrief
  phases: [{id: one, name: One, from: 0, until: 100 s}, {id: two, name: zqphase, from: 290 s, until: 300 s}]
  roles: [{id: lead, name: Lead, about: zqabout}]
  objectives:
    - {id: cut, text: toldobjective, measure: {decision: cut, within: 60 s}}
    - {id: later, text: toldother, measure: {decision: later, by: 60 s}}
    - {id: never, text: toldthird, measure: {action: zqunbegun, by: 60 s}}
  injects:
    - {id: smoke, at: 30 s, channel: phone, text: toldsmoke, expect: zqexpect, note: zqnote, opens: cut,
       effects: [{fail: power}]}
    - {id: zqskipped, at: 50 s, channel: phone, from: zqfrom, text: zqskippedtext}
    - {id: zqmoved, at: 60 s, channel: phone, text: zqmovedtext}
    - {id: zqhand, channel: phone, text: zqhandtext, opens: later}
    - {id: zqlate, at: 295 s, channel: press, text: zqlatetext}
  decisions:
    - {id: cut, asks: lead, question: toldquestion, within: 200 s, really: zqreally, options: [
        {id: agree, text: toldagree, foresee: zqforesee, effects: [{repair: power}]}, {id: wait, text: zqoption}]}
    - {id: later, asks: lead, question: zqquestion, options: [{id: "yes", text: zqyes}]}
  actions: [{id: zqunbegun, text: zqaction}, {id: look, text: toldlook}]
"""
PLAYED = (
    {"at": 10, "do": "skip", "inject": "zqskipped", "why": "zqskipwhy"},
    {"at": 11, "do": "move", "inject": "zqmoved", "at_s": None},
    {"at": 12, "do": "hold", "why": "zqholdwhy"},
    {"at": 31, "do": "seen", "inject": "smoke", "note": "zqseen"},
    {"at": 32, "do": "note", "text": "zqnoted @power", "by": "Eva", "about": ["power"]},
    {"at": 33, "do": "correct", "seq": 6, "set": {"text": "zqcorrected"}},
    {"at": 40, "do": "decide", "decision": "cut", "option": "agree", "by": "lead", "why": "toldwhy"},
    {"at": 41, "do": "take_back", "seq": 8, "why": "zqbackwhy"},
    {"at": 45, "do": "decide", "decision": "cut", "option": "agree", "by": "lead", "why": "toldagain"},
    {"at": 60, "do": "improvise", "inject": {"text": "toldmore", "channel": "chat", "effects": [{"fail": "hall"}]}},
    {"at": 61, "do": "improvise", "inject": {"text": "zqimprovised", "channel": "chat", "at_s": 290}},
    {"at": 62, "do": "effect", "effects": [{"restore": "hall"}], "why": "zqhandwhy"},
    {"at": 70, "do": "act", "action": "look", "by": "lead", "why": "toldlookwhy"},
    {"at": 71, "do": "act", "action": {"text": "toldown", "takes": 5, "effects": [{"fail": "hall"}]}, "by": "lead"},
    {"at": 80, "do": "believe", "component": "hall", "state": "down", "by": "lead", "why": "toldbelief"},
    {"at": 90, "do": "say", "text": "toldword", "by": "lead"},
)  # fmt: skip
THEIRS = ("toldsmoke", "toldquestion", "toldagree", "toldagain", "toldmore", "toldown", "toldword")


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("runs")
    (folder / "hall.drill").write_text(DRILL)
    (folder / "c.jsonl").write_text(lines(*PLAYED))
    words = ["play", str(folder / "hall.drill"), "--until", "200", "--library", str(folder / "library.db")]
    assert main([*words, "--commands", str(folder / "c.jsonl")]) == 0
    return str(folder / "library.db")


def everything(path: Path) -> str:
    """All that can be read out of a file: what a Word file is packed from, what a PDF says of itself and its marks."""
    content = path.read_bytes()
    if path.suffix == ".docx":
        with zipfile.ZipFile(BytesIO(content)) as packed:
            names = packed.namelist()
            parts = [packed.read(name).decode() for name in names if name.endswith((".xml", ".rels"))]
        return "\n".join([*names, *parts])
    if path.suffix == ".pdf":
        reader = PdfReader(BytesIO(content))
        pages = [page.extract_text() for page in reader.pages]
        stream = reader.root_object["/Metadata"].get_object()
        assert isinstance(stream, StreamObject)
        told = stream.get_data().decode()
        return "\n".join([*pages, str(reader.metadata), str(reader.outline), told])
    return content.decode()


def made(library: str, folder: Path, form: str, audience: str, language: str = "en", *words: str) -> str:
    path = folder / f"report.{form}"
    asked = ["report", "last", "-o", str(path), "--library", library, "--for", audience, "--lang", language, *words]
    assert main(asked) == 0
    return everything(path)


@pytest.mark.parametrize("language", ["en", "ko"])
@pytest.mark.parametrize("form", FORMS)
def test_participants_get_nothing_that_was_kept_from_them(
    library: str, tmp_path: Path, form: str, language: str
) -> None:
    found = made(library, tmp_path, form, "participants", language)
    assert re.findall("zq[a-z]+", found) == []
    wanted = ("toldagain", "toldmore", "toldown", "toldword") if form == "csv" else THEIRS
    assert [word for word in wanted if word not in found] == []


def test_no_table_for_participants_tells_it_either(library: str, tmp_path: Path) -> None:
    tables = json.loads(made(library, tmp_path, "json", "participants"))["tables"]
    assert "decisions" in tables
    for table in tables:
        assert "zq" not in made(library, tmp_path, "csv", "participants", "en", "--table", table)


def test_facilitators_get_what_was_kept_from_the_participants(library: str, tmp_path: Path) -> None:
    found = made(library, tmp_path, "json", "facilitators")
    hidden = ("zqskippedtext", "zqskipwhy", "zqseen", "zqcorrected", "zqbackwhy", "zqhandwhy", "zqquestion")
    assert [word for word in hidden if word not in found] == []
