"""Places in a JSON text, found without making all of its nodes."""

import json
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blackstart.core.base.filetext import document
from blackstart.core.base.filetext.document import MOST_SOUGHT, Document
from blackstart.core.base.filetext.jsontext import compose_json, json_position
from blackstart.core.base.filetext.nodes import Node, position
from blackstart.core.base.records.reading import Fault, Place
from blackstart.core.base.words import said

KEYS = st.text('ab"\\/ é\n', max_size=3)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | KEYS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=20,
)


def places(found: object, at: Place = ()) -> Iterator[Place]:
    """Every place there is, and beside each some that are not."""
    yield at
    yield (*at, "nowhere")
    yield (*at, 99)
    if isinstance(found, dict):
        for key, value in found.items():
            yield from places(value, (*at, key))
    elif isinstance(found, list):
        for number, value in enumerate(found):
            yield from places(value, (*at, number))


@given(st.dictionaries(KEYS, VALUES, max_size=4) | st.lists(VALUES, max_size=4), st.sampled_from([None, 0, 3]))
def test_every_place_is_where_the_nodes_have_it(found: object, indent: int | None) -> None:
    text = "\n " + json.dumps(found, indent=indent)
    root = compose_json(text)
    for place in places(found):
        assert json_position(text, place) == position(root, place), place


def test_of_a_key_that_stands_twice_the_first_counts() -> None:
    text = '{"a": {"b": 1}, "a": {"b": 2, "c": 3}}'
    for place in (("a",), ("a", "b"), ("a", "c")):
        assert json_position(text, place) == position(compose_json(text), place)


def test_numbers_of_any_length_are_passed_over() -> None:
    text = '{"a": ' + "9" * 9000 + ', "b": -1e999, "c": NaN, "d": [1]}'
    assert json_position(text, ("d", 0)) == text.index("[1]") + 1


@pytest.mark.parametrize("count", [1, MOST_SOUGHT, MOST_SOUGHT + 1])
def test_few_faults_and_many_are_told_alike_and_few_make_no_nodes(monkeypatch: pytest.MonkeyPatch, count: int) -> None:
    text = '{"rows": [\n' + ",\n".join('{"at": 1}' for _ in range(40)) + "\n]}"
    faults = [Fault("odd", ("rows", number, "at"), said("text.empty")) for number in reversed(range(count))]
    made: list[str] = []

    def counted(text: str) -> Node:
        made.append(text)
        return compose_json(text)

    monkeypatch.setattr(document, "compose_json", counted)
    told = Document(text, "a.json").findings([*faults, *faults])
    assert [finding.line for finding in told] == [2 + number for number in range(count)]
    assert len(made) == (count > MOST_SOUGHT)
