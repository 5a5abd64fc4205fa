"""What is shipped as data and what the code names must meet: icons, kinds and words."""

import ast
import json
import re
from pathlib import Path

import pytest

from blackstart.core.base.assets import assets_folder
from blackstart.core.base.words import ENGLISH, LANGUAGES, placeholders, sentences
from blackstart.core.topology.kinds import KINDS

PACKAGE = Path(__file__).resolve().parents[1] / "desktop" / "blackstart"
KEY = re.compile(r"[a-z]+(-[a-z]+)*(\.[A-Za-z0-9-]+)+")


def said() -> list[tuple[str, str, set[str | None]]]:
    """Every call of ``say("key", name=...)`` with a key that is written out: place, key, names given."""
    return [
        (f"{module.relative_to(PACKAGE)}:{node.lineno}", node.args[0].value, {each.arg for each in node.keywords})
        for module in sorted(PACKAGE.rglob("*.py"))
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr == "say"
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
