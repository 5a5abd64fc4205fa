"""The sentences that core says, in the reader's language: one TOML file per language in assets/words.

Used by the command line, the window and the report alike, so that a thing has one name wherever it is read.
What belongs to the window alone goes through Qt's translation instead.

In a file, a table of ``one`` and ``other`` is one sentence that is chosen by its value `count`. Korean particles
follow the sound of the word before them: ``{name:이/가}`` writes the name with the particle that fits. Several
values are put in with what stands behind the colon between them, ``{names: or }``; with a comma where nothing does.

Who refuses something does not know who reads why: the sentence is `Said`, and `Words.tell` tells it to the reader.
"""

import re
import string
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from blackstart.core.base.assets import assets_folder
from blackstart.core.base.text import Text

ENGLISH = "en"
LANGUAGES = (ENGLISH, "ko")

_UNITS = (("day", 86400), ("hour", 3600), ("minute", 60), ("second", 1))
_SCALES = {
    ENGLISH: ((10**9, "amount.upper"), (10**6, "amount.lower")),
    "ko": ((10**8, "amount.upper"), (10**4, "amount.lower")),
}

_HANGUL_FIRST, _HANGUL_LAST, _FINALS = 0xAC00, 0xD7A3, 28
_FINAL_RIEUL = 8
_DIGITS_THAT_CLOSE = "013678"  # yeong, il, sam, yuk, chil, pal end in a consonant
_DIGITS_THAT_CLOSE_IN_RIEUL = "178"
_CAPITALS = re.compile("(?<![A-Za-z])[A-Z]+$")  # read letter by letter: UPS ends as "es" does
_CAPITALS_THAT_CLOSE = "LMNR"  # el, em, en, ar
_CAPITALS_THAT_CLOSE_IN_RIEUL = "LR"


class MissingWordsError(LookupError):
    """A sentence that the program wants is in no file: a bug of ours."""


class Said(str):
    """A sentence by its key and the values in it: English where it is read as a string, told anew by `Words.tell`.

    Values that are said themselves, or several of them in a tuple, are told in the same language.
    """

    __slots__ = ("key", "values")
    key: str
    values: Mapping[str, object]

    def __new__(cls, key: str, values: Mapping[str, object], english: str | None = None) -> "Said":
        """Say it in English, where that has not been done; made by `said`."""
        made = super().__new__(cls, words(ENGLISH).say(key, **values) if english is None else english)
        made.key, made.values = key, values
        return made

    def __reduce__(self) -> tuple[type["Said"], tuple[str, Mapping[str, object], str]]:
        """Go from process to process with what it is made of."""
        return type(self), (self.key, self.values, str(self))


def said(key: str, /, **values: object) -> Said:
    """Return the sentence of a key with its values put in, to be told in the language of whoever reads it."""
    return Said(key, values)


def lasting(seconds: int) -> Said:
    """Return a length of time as a part of a sentence, such as ``1 h 30 min``; zero is ``0 s``."""
    parts, rest = [], seconds
    for unit, size in _UNITS:
        count, rest = divmod(rest, size)
        if count:
            parts.append(said(f"duration.{unit}", number=count))
    return said("duration.all", parts=tuple(parts)) if parts else said("duration.second", number=0)


class _Particles(string.Formatter):
    """`str.format`, with ``{name:은/는}`` for a Korean particle that fits the name, and tuples as their parts."""

    def format_field(self, value: Any, format_spec: str) -> str:
        if isinstance(value, tuple):
            is_particle = "/" in format_spec
            joined = (", " if is_particle or not format_spec else format_spec).join(str(each) for each in value)
            return self.format_field(joined, format_spec) if is_particle else joined
        if "/" not in format_spec:
            return str(super().format_field(value, format_spec))
        after_consonant, after_vowel = format_spec.split("/", 1)
        return f"{value}{_particle(str(value), after_consonant, after_vowel)}"


_FORMATTER = _Particles()


@dataclass(frozen=True, slots=True)
class Words:
    """The sentences of one language; English where that language has none.

    Attributes
    ----------
    language : str
        One of `LANGUAGES`.
    """

    language: str
    _own: dict[str, str] = field(repr=False)
    _english: dict[str, str] = field(repr=False)

    def say(self, key: str, /, **values: object) -> str:
        """Return the sentence of a key with its values put in.

        Raises
        ------
        MissingWordsError
            If not even English has the key, or the sentence wants a value that was not given.
        """
        sentence = self._sentence(key, values)
        told = {name: self._told(value) for name, value in values.items()}
        try:
            return _FORMATTER.vformat(sentence, (), told)
        except KeyError as missing:
            raise MissingWordsError(f"assets/words: {key!r} wants a value {missing}, given are {[*values]}") from None

    def tell(self, sentence: str) -> str:
        """Return a sentence in this language; what is no sentence of the files stays as it was written."""
        if isinstance(sentence, Said) and self.language != ENGLISH:
            return self.say(sentence.key, **sentence.values)
        return str(sentence)

    def duration(self, seconds: int) -> str:
        """Length of time in the reader's units, such as ``1 h 30 min``; zero is ``0 s``."""
        return self.tell(lasting(seconds))

    def amount(self, number: int) -> str:
        """A large number in short, rounded half up to three figures: ``4,200``, ``1.25 M``, ``4,750만``."""
        for scale, key in _SCALES[self.language]:
            if number >= scale:
                return self.say(key, number=_rounded(number, scale))
        return f"{number:,}"

    def _told(self, value: object) -> object:
        if isinstance(value, tuple):
            return tuple(self._told(each) for each in value)
        if isinstance(value, Text):
            return value.to(self.language)
        return self.tell(value) if isinstance(value, str) else value

    def _sentence(self, key: str, values: dict[str, object]) -> str:
        plural = f"{key}.one" if values.get("count") == 1 else f"{key}.other"
        for known in (self._own, self._english):
            for name in (key, plural):
                if name in known:
                    return known[name]
        raise MissingWordsError(f"assets/words/{ENGLISH}.toml has no sentence {key!r}")


@cache
def words(language: str) -> Words:
    """Return the sentences of a language, such as ``ko`` or ``ko_KR``; of one that is not there, English."""
    short = language.replace("-", "_").split("_")[0].lower()
    known = short if short in LANGUAGES else ENGLISH
    return Words(known, sentences(known), sentences(ENGLISH))


@cache
def sentences(language: str) -> dict[str, str]:
    """All sentences of one file by key, keys joined by dots."""
    path = assets_folder() / "words" / f"{language}.toml"
    return _flat(tomllib.loads(path.read_text(encoding="utf-8")))


def placeholders(sentence: str) -> frozenset[str]:
    """Names of the values that a sentence wants."""
    return frozenset(name for _, name, _, _ in _FORMATTER.parse(sentence) if name is not None)


def _flat(table: dict[str, Any], before: str = "") -> dict[str, str]:
    found: dict[str, str] = {}
    for name, value in table.items():
        if isinstance(value, dict):
            found |= _flat(value, f"{before}{name}.")
        else:
            found[f"{before}{name}"] = str(value)
    return found


def _rounded(number: int, scale: int) -> str:
    """`number` in units of `scale` to three figures, so that what differs by one in a hundred reads otherwise."""
    parts = next(parts for parts in (100, 10, 1) if parts == 1 or number * parts < 1000 * scale)
    whole, part = divmod((number * parts + scale // 2) // scale, parts)
    decimals = f"{part:0{len(str(parts)) - 1}}".rstrip("0") if part else ""
    return f"{whole:,}.{decimals}" if decimals else f"{whole:,}"


def _particle(word: str, after_consonant: str, after_vowel: str) -> str:
    """Choose the particle by the sound the word ends in; both where that cannot be known."""
    bare = word.rstrip(" \"'”’)]")
    last = bare[-1:]
    if last and _HANGUL_FIRST <= ord(last) <= _HANGUL_LAST:
        final = (ord(last) - _HANGUL_FIRST) % _FINALS
        closes, in_rieul = final != 0, final == _FINAL_RIEUL
    elif last.isdigit():
        closes, in_rieul = last in _DIGITS_THAT_CLOSE, last in _DIGITS_THAT_CLOSE_IN_RIEUL
    elif _CAPITALS.search(bare):
        closes, in_rieul = last in _CAPITALS_THAT_CLOSE, last in _CAPITALS_THAT_CLOSE_IN_RIEUL
    else:
        return _either(after_consonant, after_vowel)
    if in_rieul and after_vowel == "로":
        return after_vowel
    return after_consonant if closes else after_vowel


def _either(after_consonant: str, after_vowel: str) -> str:
    """Both particles the way printed forms have them: ``이(가)``, and ``(으)로`` where one holds the other."""
    if after_consonant.endswith(after_vowel):
        return f"({after_consonant.removesuffix(after_vowel)}){after_vowel}"
    return f"{after_consonant}({after_vowel})"
