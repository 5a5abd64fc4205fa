"""Whatever a text holds, it is read as a drill or refused with faults: nothing else ever comes of it."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from blackstart.core.base.errors import DrillError
from blackstart.core.exercise.files import read_drill, save_text
from blackstart.core.exercise.writing import drill_record
from tests.core.exercise.full import FULL, FULL_TEXT
from tests.core.exercise.test_reading import SMALL

PIECES = (
    [
        "{",
        "}",
        "[",
        "]",
        ",",
        ":",
        "-",
        "- ",
        "?",
        "? ",
        "|",
        ">",
        "|+\n",
        "#",
        "&a ",
        "*a",
        "!t ",
        "!!set ",
        "'",
        '"',
        "\\",
    ]
    + [
        "%YAML 1.1\n",
        "%YAML 9.9\n",
        "%TAG ! x\n",
        "---\n",
        "...\n",
        "\t",
        "\n",
        "\r",
        "\r\n",
        "\ufeff",
        "\x85",
        "\u2028",
    ]
    + ["\x00", "\x07", "\ud800", "🔥", "한", "~", "null", "true", "on", "9" * 5000, "-1", ".nan", "1e999", "0x7fffffff"]
    + ["<<: ", '"\\U0011FFFF"', '"\\ud800"', "[" * 60, "{a: " * 60, "&a [*a]", "  ", "\n\n", "at: 5", "id: grid"]
    + ["needs: []", "{fail: x}", "took: any"]
)

often = settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))


def outcome(text: str) -> str:
    try:
        loaded = read_drill(text, "f.drill")
    except DrillError as error:
        return _of_refusal(error)
    assert save_text(loaded.drill, loaded) is text
    return "read"


def _of_refusal(error: DrillError) -> str:
    lines = [str(finding) for finding in error.findings]
    assert len(set(lines)) == len(lines) > 0
    assert all("\n" not in line and line.startswith("f.drill:") for line in lines)
    assert str(error).encode("utf-8")  # it can be printed
    return "refused"


@st.composite
def mutated(draw: Any, text: str) -> str:
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(text)))
        length = draw(st.sampled_from([0, 0, 1, 2, 5, 20, 200]))
        piece = draw(st.sampled_from(PIECES) | st.text(max_size=5))
        text = text[:start] + piece + text[start + length :]
    return text


@often
@given(mutated(SMALL))
def test_a_drill_with_a_few_characters_changed_is_read_or_refused(text: str) -> None:
    assert outcome(text) in ("read", "refused")


@often
@given(mutated(FULL_TEXT))
def test_a_large_drill_with_a_few_characters_changed_is_read_or_refused(text: str) -> None:
    assert outcome(text) in ("read", "refused")


@often
@given(st.text() | st.lists(st.sampled_from(PIECES)).map("".join))
@example("")
@example("\ufeff")
@example("{" * 5000)
@example('{"a": ' * 5000)
@example("- " * 3000)
@example('"\\U7fffffff"')
def test_any_text_is_refused(text: str) -> None:
    assert outcome(text) == "refused"


def wrong_values() -> st.SearchStrategy[Any]:
    scalars = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=4)
    return st.recursive(
        scalars,
        lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=3), inner, max_size=2),
        max_leaves=4,
    )


def places(record: Any, place: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    found = [place]
    for key, value in (
        record.items() if isinstance(record, dict) else enumerate(record) if isinstance(record, list) else ()
    ):
        found += places(value, (*place, key))
    return found


@often
@given(st.data())
def test_any_value_in_any_place_is_read_or_refused(data: st.DataObject) -> None:
    record = json.loads(json.dumps(drill_record(FULL)))
    place = data.draw(st.sampled_from(places(record)[1:]))
    inner = record
    for step in place[:-1]:
        inner = inner[step]
    inner[place[-1]] = data.draw(wrong_values())
    assert outcome(json.dumps(record)) in ("read", "refused")


@pytest.mark.parametrize("drill", sorted((Path(__file__).parents[3] / "exercises").glob("*.drill")), ids=str)
def test_a_shipped_drill_is_read_without_a_warning_and_written_as_itself(drill: Path) -> None:
    loaded = read_drill(drill.read_text("utf-8"), str(drill))
    assert loaded.warnings == ()
    assert read_drill(save_text(loaded.drill, None)).drill == loaded.drill
