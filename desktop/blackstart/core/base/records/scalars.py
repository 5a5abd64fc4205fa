"""The shapes of single values that files hold: ids, texts, durations, percents, numbers, words."""

import math
import re
from collections.abc import Iterable
from dataclasses import dataclass

from blackstart.core.base.nearest import listed, nearest, quoted
from blackstart.core.base.percents import parse_percent
from blackstart.core.base.records.reading import BROKEN, Place, Reading
from blackstart.core.base.records.shapes import ByForm, Definitions, MapOf, Scalar, Schema
from blackstart.core.base.simtime import LONGEST, parse_duration
from blackstart.core.base.text import Text, plain

LARGEST = 10**12  # of a count or an amount of money; sums of such times a century still fit 128 bits

_LANGUAGE = r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*"
# Control characters break XML reports and terminals; half a surrogate pair cannot be written as UTF-8.
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_DURATION = r"^\s*([0-9]{1,12}|([0-9]{1,12}(\.[0-9]{1,6})?\s*(d|h|min|s)\s*)+)\s*$"


def _string(found: object) -> str:
    if not isinstance(found, str):
        quotes = "; put it in quotes" if isinstance(found, bool | int | float) else ""
        raise ValueError(f"found {quoted(found)}, wanted text{quotes}")
    bad = _UNWRITABLE.search(found)
    if bad is not None:
        raise ValueError(f"holds the character U+{ord(bad[0]):04X}, which cannot be shown; leave it out")
    return found


def _flag(found: object) -> bool:
    if not isinstance(found, bool):
        raise ValueError(f"found {quoted(found)}, wanted true or false")
    return found


def _number(found: object) -> float:
    if isinstance(found, bool) or not isinstance(found, int | float) or not math.isfinite(found):
        raise ValueError(f"found {quoted(found)}, wanted a number")
    if abs(found) > LARGEST:
        raise ValueError(f"found {quoted(found)}, wanted a number of at most {LARGEST}")
    return float(found)


STRING = Scalar("text", _string, {"type": "string"})
FLAG = Scalar("true or false", _flag, {"type": "boolean"})
NUMBER = Scalar("a number", _number, {"type": "number"})


def whole(least: int, most: int = LARGEST) -> Scalar:
    """Return the shape of a whole number within limits."""
    wanted = f"a whole number from {least} to {most}" if most < LARGEST else f"a whole number, {least} or more"

    def convert(found: object) -> int:
        if isinstance(found, bool) or not isinstance(found, int) or not least <= found <= most:
            raise ValueError(f"found {quoted(found)}, wanted {wanted}")
        return found

    return Scalar(wanted, convert, {"type": "integer", "minimum": least, "maximum": most})


def duration(least: int = 0) -> Scalar:
    """Return the shape of a duration of at least so many seconds."""

    def convert(found: object) -> int:
        seconds = parse_duration(found)
        if seconds < least:
            raise ValueError(f"found {quoted(found)}, wanted a duration of at least {least} s")
        return seconds

    numbers = {"type": "integer", "minimum": least, "maximum": LONGEST}
    return Scalar(
        "a duration such as 18 min",
        convert,
        {"anyOf": [numbers, {"type": "string", "pattern": _DURATION}]},
    )


def percent(least: int = 0) -> Scalar:
    """Return the shape of a percent, read as permille; `least` is in permille."""

    def convert(found: object) -> int:
        permille = parse_percent(found)
        if permille < least:
            raise ValueError(f"found {quoted(found)}, wanted at least {least / 10:g} %")
        return permille

    form = {"type": "string", "pattern": r"^\s*[0-9]{1,4}(\.[0-9])?\s*%\s*$"}
    return Scalar("a percent such as 40 %", convert, form)


def word(choices: Iterable[str]) -> Scalar:
    """Return the shape of one of a few words; read as that plain string."""
    known = tuple(str(choice) for choice in choices)
    wanted = f"one of {listed(known)}"

    def convert(found: object) -> str:
        if isinstance(found, str) and found in known:
            return found
        guess = nearest(found, known) if isinstance(found, str) else None
        hint = f"; did you mean {guess}?" if guess is not None else ""
        raise ValueError(f"found {quoted(found)}, wanted {wanted}{hint}")

    return Scalar(wanted, convert, {"enum": list(known)})


def or_word(literal: str, shape: Scalar) -> Scalar:
    """Return a shape that also takes one word, which is read as None."""

    def convert(found: object) -> object:
        return None if found == literal else shape.convert(found)

    return Scalar(f"{literal}, or {shape.wanted}", convert, {"anyOf": [{"const": literal}, dict(shape.json)]})


def short(most: int) -> Scalar:
    """Return the shape of a string on one line, from 1 to so many characters."""

    def convert(found: object) -> str:
        string = _string(found)
        if not 1 <= len(string) <= most or not string.isprintable():
            raise ValueError(f"found {quoted(found)}, wanted 1 to {most} characters on one line")
        return string

    return Scalar(f"text of at most {most} characters", convert, {"type": "string", "minLength": 1, "maxLength": most})


def _a_text(pairs: object) -> Text:
    return Text(pairs) if isinstance(pairs, tuple) else plain(str(pairs))


_LANGUAGE_CODE = Scalar(
    "language",
    lambda found: _language(found),
    {"type": "string", "pattern": f"^{_LANGUAGE}$"},
)


def _language(found: object) -> str:
    if not isinstance(found, str) or re.fullmatch(_LANGUAGE, found) is None:
        raise ValueError(f"found {quoted(found)}, wanted a language such as en or ko")
    return found


@dataclass(frozen=True, slots=True)
class _TextShape:
    wanted: str = "text, or one text for each language such as {en: ..., ko: ...}"

    def read(self, value: object, place: Place, reading: Reading) -> object:
        read = self._form().read(value, place, reading)
        return read if read is BROKEN else _a_text(read)

    def schema(self, definitions: Definitions) -> Schema:
        return self._form().schema(definitions)

    def _form(self) -> ByForm:
        return ByForm(self.wanted, STRING, mapping=MapOf(_LANGUAGE_CODE, STRING, least=1))


TEXT = _TextShape()
