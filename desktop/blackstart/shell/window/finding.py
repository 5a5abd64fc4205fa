"""What the command palette finds: anything by a few letters of its name, in any language the program speaks."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

MOST_FOUND = 50


@dataclass(frozen=True, slots=True)
class Entry:
    """Something that can be done or gone to.

    Attributes
    ----------
    group : str
        The room it belongs to, or what it is.
    key : str
        As people read it; empty = it has none.
    also : str
        Other words it is found by: its name in another language.
    hindrance : str
        Why it cannot be done now; empty = it can.
    """

    text: str
    group: str
    deed: Callable[[], None]
    key: str = ""
    also: str = ""
    hindrance: str = ""


def folded(text: str) -> str:
    """Return what is compared: no capitals, Korean taken apart into its letters, so that half a syllable is found."""
    if text.isascii():
        return text.lower()
    return unicodedata.normalize("NFKD", text.casefold())


class Finder:
    """Entries by what is typed; first those that begin with it, then words, then parts, then scattered letters."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._entries = tuple(entries)
        self._folded: list[str] | None = None
        self._last: tuple[str, Sequence[int]] = ("", ())  # what was found last, whole

    def find(self, typed: str, most: int = MOST_FOUND) -> tuple[Entry, ...]:
        """Return the best first; everything, in its own order, where nothing is typed."""
        words = folded(typed).split()
        if not words:
            return self._entries[:most]
        names = self._names()
        before, found = self._last
        kept = found if before and " ".join(words).startswith(before) else range(len(names))
        ranked = []
        patterns = [_scattered(word) for word in words]
        for index in kept:
            rank = _rank(names[index], words, patterns)
            if rank is not None:
                ranked.append((rank, index))
        self._last = (" ".join(words), tuple(index for _, index in ranked))
        return tuple(self._entries[index] for _, index in sorted(ranked)[:most])

    def _names(self) -> list[str]:
        if self._folded is None:
            self._folded = [folded(f"{entry.text} {entry.group} {entry.also}") for entry in self._entries]
        return self._folded


def _scattered(word: str) -> re.Pattern[str]:
    """Match the letters of a word one after the other, the first where a word begins."""
    return re.compile(r"\b" + "[^\n]*?".join(map(re.escape, word)))


def _rank(name: str, words: list[str], patterns: list[re.Pattern[str]]) -> tuple[int, int, int] | None:
    """Return how far a name is from what is typed, less is nearer; None = it is not meant."""
    worst, spread = 0, 0
    for word, pattern in zip(words, patterns, strict=True):
        at = name.find(word)
        if at == 0:
            continue
        if at > 0:
            begins = name[at - 1] == " " or f" {word}" in name
            worst = max(worst, 1 if begins else 2)
            spread += at
            continue
        found = pattern.search(name)
        if found is None:
            return None
        worst = 3
        spread += found.end() - found.start()
    return worst, spread, len(name)
