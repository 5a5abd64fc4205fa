"""What is shipped as data and what the code names must meet: icons, kinds and words."""

import ast
import json
import re
from pathlib import Path

import pytest

from blackstart.core.base.assets import assets_folder
from blackstart.core.base.records.keyed import record_words
from blackstart.core.base.words import ENGLISH, LANGUAGES, placeholders, sentences, words
from blackstart.core.exercise.files import drill_schema
from blackstart.core.topology.kinds import KINDS

PACKAGE = Path(__file__).resolve().parents[1] / "desktop" / "blackstart"
KEY = re.compile(r"[a-z]+(-[a-z]+)*(\.[A-Za-z0-9-]+)+")


def said() -> list[tuple[str, str, set[str | None]]]:
    """Every ``say("key", name=...)`` and ``said(...)`` with a key that is written out: place, key, names given."""
    return [
        (f"{module.relative_to(PACKAGE)}:{node.lineno}", node.args[0].value, {each.arg for each in node.keywords})
        for module in sorted(PACKAGE.rglob("*.py"))
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        and (isinstance(node.func, ast.Attribute) and node.func.attr == "say" or ast.unparse(node.func) == "said")
        and node.args
        and isinstance(node.args[0], ast.Constant)
        and isinstance(node.args[0].value, str)
    ]


def test_every_kind_has_an_icon_that_is_drawn() -> None:
    drawn = json.loads((assets_folder() / "icons.json").read_text(encoding="utf-8"))
    assert {each.id: each.icon for each in KINDS.values() if each.icon not in drawn} == {}


def test_no_two_kinds_look_the_same() -> None:
    icons = [each.icon for each in KINDS.values()]
    assert len(set(icons)) == len(icons)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_kinds_have_the_same_name(language: str) -> None:
    names = [sentences(language)[f"kind.{kind}"] for kind in KINDS]
    assert len(set(names)) == len(names)


def test_every_sentence_that_the_program_says_is_in_the_files() -> None:
    known = sentences(ENGLISH)
    assert [(place, key) for place, key, _ in said() if not known.keys() & {key, f"{key}.other"}] == []


def test_every_sentence_is_given_the_values_it_wants() -> None:
    known = sentences(ENGLISH)
    wanting = [
        (place, key, wanted - given)
        for place, key, given in said()
        for wanted in [placeholders(known.get(key) or known.get(f"{key}.other", ""))]
        if None not in given and not wanted <= given
    ]
    assert wanting == []


def test_every_key_is_written_in_one_way() -> None:
    assert [key for key in sentences(ENGLISH) if not KEY.fullmatch(key)] == []


def test_whatever_core_refuses_is_a_sentence_of_the_files() -> None:
    """Of findings and of values that do not fit the types hold it; of what users are refused this."""
    passed_on = {"refusal", "fault", "sentence"}  # said elsewhere
    strange = [
        f"{module.name}:{node.lineno} {ast.unparse(node)}"
        for module in sorted((PACKAGE / "core").rglob("*.py"))
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        and ast.unparse(node.func) in ("UserError", "LibraryFault", "AlreadyThereError")
        and not ast.unparse(node.args[-1]).startswith("said(")
        and ast.unparse(node.args[-1]) not in passed_on
    ]
    assert strange == []


@pytest.mark.parametrize("language", [each for each in LANGUAGES if each != ENGLISH])
def test_every_record_and_every_name_in_files_has_its_words(language: str) -> None:
    known = words(language)
    kinds = ("component", "zone", "crew", "role", "objective", "inject", "decision", "action")
    wanted = [f"{table}.{kind}" for kind in kinds for table in ("part", "parts", "wanted-id-of")]
    wanted += [f"{table}.{kind}" for kind in ("option", "need", "phase") for table in ("part", "parts")]
    assert [key for key in wanted if key not in sentences(language)] == []
    definitions = drill_schema()["$defs"]
    assert isinstance(definitions, dict)
    records = [name.replace("-", " ") for name in definitions]
    in_english = [name for name in records if known.tell(record_words(name)).isascii()]
    # What is written in the file itself to call an effect is no English.
    assert [name for name in in_english if f"{name} effect" not in records] == []
    assert len(records) > 50
