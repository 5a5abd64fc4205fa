"""JSON read fast, and once more as a tree of nodes when a place in it must be named."""

import json
import re
from collections.abc import Callable
from typing import Any

from blackstart.core.base.filetext.nodes import DEEPEST, Entry, Mapping, Node, Scalar, Sequence, TextFault, too_deep
from blackstart.core.base.filetext.plainwords import LONGEST_NUMBER
from blackstart.core.base.records.reading import Place
from blackstart.core.base.words import said

_SPACE = re.compile(r"\s*")
_DECODER = json.JSONDecoder(parse_int=float)  # values are only passed over, and no whole number is too long for that
_TOKEN = re.compile(r'\s*("(?:[^"\\]|\\.)*"|[^\s\[\]{}:,"]+|[\[\]{}:,])')

# What Python's reader says, by the key under `json` in assets/words.
_WRONG = {
    "Invalid control character at": "control",
    "Invalid \\escape": "escape",
    "Invalid \\uXXXX escape": "digits",
    "Unterminated string starting at": "unended",
    "Extra data": "more",
    "Expecting value": "value",
    "Expecting property name enclosed in double quotes": "name",
    "Illegal trailing comma before end of object": "comma-object",
    "Illegal trailing comma before end of array": "comma-array",
    "Expecting ':' delimiter": "colon",
    "Expecting ',' delimiter": "comma",
}


def read_json(text: str) -> tuple[object, bool]:
    """Return what a JSON text says, and whether some key stands twice in one object.

    Raises
    ------
    TextFault
        At the first thing that is not JSON.
    """
    pairs = _Pairs()
    try:
        read = json.loads(text, object_pairs_hook=pairs, parse_int=_whole, parse_constant=_no_number)
    except json.JSONDecodeError as error:
        wrong = said(f"json.{_WRONG[error.msg]}") if error.msg in _WRONG else error.msg
        raise TextFault(error.pos, said("text.no-json", wrong=wrong)) from None
    except RecursionError:
        raise TextFault(0, too_deep()) from None
    if _depth(read) > DEEPEST:
        raise TextFault(0, too_deep())
    return read, pairs.is_repeated


def compose_json(text: str) -> Node:
    """Return the nodes of a text that `read_json` has taken."""
    tokens = _TOKEN.finditer(text)
    return _node(next(tokens), lambda: next(tokens))


def json_position(text: str, place: Place) -> int:
    """Return the same as `position` of the nodes of a text that `read_json` has taken, without making all of them."""
    at = value = _behind_space(text, 0)
    for step in place:
        found = _entry(text, value, step) if text[value] == "{" else _item(text, value, step)
        if found is None:
            break
        at, value = found
    return at


class _Pairs:
    def __init__(self) -> None:
        self.is_repeated = False

    def __call__(self, pairs: list[tuple[str, object]]) -> dict[str, object]:
        read = dict(pairs)
        if len(read) < len(pairs):
            self.is_repeated = True
        return read


def _whole(digits: str) -> object:
    return int(digits) if len(digits) <= LONGEST_NUMBER else digits


def _no_number(name: str) -> object:
    return name  # NaN and the infinities are words here, which no number may be


def _depth(read: object) -> int:
    depth, level = 0, [read]
    while level:
        inner: list[object] = []
        for each in level:
            if isinstance(each, dict):
                inner.extend(value for value in each.values() if isinstance(value, dict | list))
            elif isinstance(each, list):
                inner.extend(value for value in each if isinstance(value, dict | list))
        depth, level = depth + 1, inner
    return depth


def _node(token: re.Match[str], following: Callable[[], re.Match[str]]) -> Node:
    start, word = token.start(1), token[1]
    if word == "{":
        return _mapping(start, following)
    if word == "[":
        return _sequence(start, following)
    return Scalar(start, token.end(1), _value(word))


def _value(word: str) -> Any:
    if word.startswith('"') and "\\" not in word:
        return word[1:-1]
    return json.loads(word, parse_int=_whole, parse_constant=_no_number)


def _entry(text: str, at: int, key: object) -> tuple[int, int] | None:
    """Where a key of the object at a place begins, and its value."""
    at = _behind_space(text, at + 1)
    while text[at] != "}":
        name, end = _DECODER.raw_decode(text, at)
        value = _behind_space(text, _behind_space(text, end) + 1)
        if name == key:
            return at, value
        at = _next(text, value)
    return None


def _item(text: str, at: int, number: object) -> tuple[int, int] | None:
    """Where an item of the list at a place begins, twice; None if it is no list, or not as long."""
    if text[at] != "[" or not isinstance(number, int):
        return None
    at = _behind_space(text, at + 1)
    while text[at] != "]":
        if number == 0:
            return at, at
        number -= 1
        at = _next(text, at)
    return None


def _next(text: str, at: int) -> int:
    """Where what comes after a value begins: another key or item, or the end."""
    at = _behind_space(text, _DECODER.raw_decode(text, at)[1])
    return _behind_space(text, at + 1) if text[at] == "," else at


def _behind_space(text: str, at: int) -> int:
    found = _SPACE.match(text, at)
    return found.end() if found is not None else at


def _sequence(start: int, following: Callable[[], re.Match[str]]) -> Node:
    items: list[Node] = []
    token = following()
    while token[1] != "]":
        items.append(_node(token, following))
        token = following()
        if token[1] == ",":
            token = following()
    return Sequence(start, token.end(1), True, items)


def _mapping(start: int, following: Callable[[], re.Match[str]]) -> Node:
    entries: list[Entry] = []
    token = following()
    while token[1] != "}":
        following()  # the colon
        entries.append(Entry(str(_value(token[1])), token.start(1), _node(following(), following)))
        token = following()
        if token[1] == ",":
            token = following()
    return Mapping(start, token.end(1), True, entries)
