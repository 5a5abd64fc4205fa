"""The shapes of single values that files hold: ids, texts, durations, percents, numbers, words."""

import math
import re
from collections.abc import Iterable
from dataclasses import dataclass

from blackstart.core.base.errors import UnfitValue
from blackstart.core.base.nearest import listed, nearest, quoted
from blackstart.core.base.percents import parse_percent
from blackstart.core.base.records.reading import BROKEN, Place, Reading
from blackstart.core.base.records.shapes import ByForm, Definitions, MapOf, Scalar, Schema
from blackstart.core.base.simtime import LONGEST, parse_duration
from blackstart.core.base.text import Text, plain
from blackstart.core.base.words import Said, said

LARGEST = 10**12  # of a count or an amount of money; sums of such times a century still fit 128 bits

_LANGUAGE = r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*"
# Control characters break XML reports and terminals; half a surrogate pair cannot be written as UTF-8.
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_DURATION = r"^\s*([0-9]{1,12}|([0-9]{1,12}(\.[0-9]{1,6})?\s*(d|h|min|s)\s*)+)\s*$"


def _string(found: object) -> str:
    if not isinstance(found, str):
        key = "fault.quotes" if isinstance(found, bool | int | float) else "fault.wanted"
        raise UnfitValue(said(key, found=quoted(found), wanted=said("wanted.text")))
    bad = _UNWRITABLE.search(found)
    if bad is not None:
        raise UnfitValue(said("fault.character", character=f"U+{ord(bad[0]):04X}"))
    return found


def _flag(found: object) -> bool:
    if not isinstance(found, bool):
        raise _unfit(found, said("wanted.flag"))
    return found


def _number(found: object) -> float:
    if isinstance(found, bool) or not isinstance(found, int | float) or not math.isfinite(found):
        raise _unfit(found, said("wanted.number"))
    if abs(found) > LARGEST:
        raise _unfit(found, said("wanted.number-to", most=LARGEST))
    return float(found)


STRING = Scalar(said("wanted.text"), _string, {"type": "string"})
FLAG = Scalar(said("wanted.flag"), _flag, {"type": "boolean"})
NUMBER = Scalar(said("wanted.number"), _number, {"type": "number"})


def whole(least: int, most: int = LARGEST) -> Scalar:
    """Return the shape of a whole number within limits."""
    key = "wanted.whole" if most < LARGEST else "wanted.whole-from"
    wanted = said(key, least=least, most=most)

    def convert(found: object) -> int:
        if isinstance(found, bool) or not isinstance(found, int) or not least <= found <= most:
            raise _unfit(found, wanted)
        return found

    return Scalar(wanted, convert, {"type": "integer", "minimum": least, "maximum": most})


def duration(least: int = 0) -> Scalar:
    """Return the shape of a duration of at least so many seconds."""

    def convert(found: object) -> int:
        seconds = parse_duration(found)
        if seconds < least:
            raise _unfit(found, said("wanted.duration-from", least=least))
        return seconds

    numbers = {"type": "integer", "minimum": least, "maximum": LONGEST}
    return Scalar(
        said("wanted.duration"),
        convert,
        {"anyOf": [numbers, {"type": "string", "pattern": _DURATION}]},
    )


def percent(least: int = 0) -> Scalar:
    """Return the shape of a percent, read as permille; `least` is in permille."""

    def convert(found: object) -> int:
        permille = parse_percent(found)
        if permille < least:
            raise _unfit(found, said("wanted.percent-from", least=f"{least / 10:g}"))
        return permille

    form = {"type": "string", "pattern": r"^\s*[0-9]{1,4}(\.[0-9])?\s*%\s*$"}
    return Scalar(said("wanted.percent"), convert, form)


def word(choices: Iterable[str]) -> Scalar:
    """Return the shape of one of a few words; read as that plain string."""
    known = tuple(str(choice) for choice in choices)
    wanted = said("wanted.one-of", known=listed(known))

    def convert(found: object) -> str:
        if isinstance(found, str) and found in known:
            return found
        guess = nearest(found, known) if isinstance(found, str) else None
        if guess is None:
            raise _unfit(found, wanted)
        hint = said("instead.only-guess", guess=guess)
        raise UnfitValue(said("fault.wanted-hint", found=quoted(found), wanted=wanted, hint=hint))

    return Scalar(wanted, convert, {"enum": list(known)})


def or_word(literal: str, shape: Scalar) -> Scalar:
    """Return a shape that also takes one word, which is read as None."""

    def convert(found: object) -> object:
        return None if found == literal else shape.convert(found)

    wanted = said("wanted.word-or", word=literal, wanted=shape.wanted)
    return Scalar(wanted, convert, {"anyOf": [{"const": literal}, dict(shape.json)]})


def short(most: int) -> Scalar:
    """Return the shape of a string on one line, from 1 to so many characters."""

    def convert(found: object) -> str:
        string = _string(found)
        if not 1 <= len(string) <= most or not string.isprintable():
            raise _unfit(found, said("wanted.line", most=most))
        return string

    wanted = said("wanted.text-to", most=most)
    return Scalar(wanted, convert, {"type": "string", "minLength": 1, "maxLength": most})


def _a_text(pairs: object) -> Text:
    return Text(pairs) if isinstance(pairs, tuple) else plain(str(pairs))


_LANGUAGE_CODE = Scalar(
    said("wanted.language"),
    lambda found: _language(found),
    {"type": "string", "pattern": f"^{_LANGUAGE}$"},
)


def _language(found: object) -> str:
    if not isinstance(found, str) or re.fullmatch(_LANGUAGE, found) is None:
        raise _unfit(found, said("wanted.language-such-as"))
    return found


def _unfit(found: object, wanted: Said) -> UnfitValue:
    return UnfitValue(said("fault.wanted", found=quoted(found), wanted=wanted))


@dataclass(frozen=True, slots=True)
class _TextShape:
    wanted: Said = said("wanted.texts")

    def read(self, value: object, place: Place, reading: Reading) -> object:
        read = self._form().read(value, place, reading)
        return read if read is BROKEN else _a_text(read)

    def schema(self, definitions: Definitions) -> Schema:
        return self._form().schema(definitions)

    def _form(self) -> ByForm:
        return ByForm(self.wanted, STRING, mapping=MapOf(_LANGUAGE_CODE, STRING, least=1))


TEXT = _TextShape()
