"""Kinds by what people type: for the palette's filter, and a guess from the name of a component."""

import re
import unicodedata
from functools import cache

from blackstart.core.base.words import LANGUAGES, sentences
from blackstart.core.topology.kinds import KINDS, SERVICE

LEAST_PREFIX = 3  # letters of a Latin word that stand for the whole of it
_WORDS = re.compile(r"[^\W_]+")


def kinds_found(typed: str) -> tuple[str, ...]:
    """Return the kinds that are meant by some letters in any language, those called that first; all for none."""
    wanted = _folded(typed).split()
    if not wanted:
        return tuple(KINDS)
    ranks = {id_: _rank(id_, wanted) for id_ in KINDS}
    found = [(rank, id_) for id_, rank in ranks.items() if rank is not None]
    return tuple(id_ for _, id_ in sorted(found, key=lambda each: each[0]))


def kind_guessed(name: str) -> str:
    """Return the kind that a component of that name is most likely of; `service` where nothing tells."""
    parts = _WORDS.findall(_folded(name))
    best, most = SERVICE.id, 0
    for id_ in KINDS:
        score = sum(max((_likeness(part, word) for word in _called(id_)), default=0) for part in set(parts))
        if score > most:
            best, most = id_, score
    return best


def _rank(id_: str, wanted: list[str]) -> int | None:
    """Return how far a kind is from what is typed, less is nearer; None = it is not meant."""
    name, also, about = (
        " ".join(_said(f"{table}.{id_}") for table in tables) for tables in (("kind",), ("kind-also",), ("kind-about",))
    )
    worst = 0
    for word in wanted:
        fields = (name, also, about)
        near = next((number for number, text in enumerate(fields) if _begins(word, text)), None)
        if near is None:
            near = next((3 for text in (name, also) if word in text), None)
        if near is None:
            return None
        worst = max(worst, near)
    return worst


def _begins(word: str, text: str) -> bool:
    """Whether one of the words of a text begins with it."""
    return f" {word}" in f" {text}"


def _likeness(part: str, word: str) -> int:
    """Return how many letters of a name's part speak for a word; Korean words carry endings and grow together."""
    if part == word:
        return 2 * len(word)
    if part.isascii():
        return len(word) if len(word) > LEAST_PREFIX and part.startswith(word) else 0
    return len(word) if not word.isascii() and word in part else 0


@cache
def _called(id_: str) -> frozenset[str]:
    """All words by which a kind is called, in every language."""
    return frozenset(_WORDS.findall(f"{_said(f'kind.{id_}')} {_said(f'kind-also.{id_}')}"))


@cache
def _said(key: str) -> str:
    return " ".join(_folded(sentences(language)[key]) for language in LANGUAGES)


def _folded(text: str) -> str:
    """Return what is compared: no capitals, Korean taken apart, so that half a syllable is found."""
    return text.lower() if text.isascii() else unicodedata.normalize("NFKD", text.casefold())
