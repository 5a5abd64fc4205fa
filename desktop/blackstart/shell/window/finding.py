"""What the command palette finds: anything by a few letters of its name, in any language the program speaks."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from heapq import nsmallest

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


@dataclass(frozen=True, slots=True)
class Batch:
    """Things to be found, of which an entry is made only once it is: a map may hold ten thousand.

    Attributes
    ----------
    names : tuple of str
        All words that each is found by.
    entry : callable
        Makes the entry of a name, by its place.
    """

    names: tuple[str, ...]
    entry: Callable[[int], Entry]


def batch(entries: Iterable[Entry]) -> Batch:
    """Return entries that are there already."""
    made = tuple(entries)
    return Batch(tuple(f"{each.text} {each.group} {each.also}" for each in made), made.__getitem__)


def folded(text: str) -> str:
    """Return what is compared: no capitals, Korean taken apart into its letters, so that half a syllable is found."""
    if text.isascii():
        return text.lower()
    return unicodedata.normalize("NFKD", text.casefold())


class Finder:
    """Entries by what is typed; first those that begin with it, then words, then parts, then scattered letters."""

    def __init__(self, batches: Iterable[Batch]) -> None:
        self._batches = tuple(batches)
        self._places = [(each, place) for each in self._batches for place in range(len(each.names))]
        self._folded: list[str] = []  # once something is typed
        self._last: tuple[str, Sequence[int]] = ("", ())  # what was found last, whole

    def find(self, typed: str, most: int = MOST_FOUND) -> tuple[Entry, ...]:
        """Return the best first; everything, in its own order, where nothing is typed."""
        words = folded(typed).split()
        if not words:
            return self._entries(range(min(most, len(self._places))))
        if not self._folded:
            self._folded = [folded(name) for each in self._batches for name in each.names]
        whole = " ".join(words)
        before, found = self._last
        among = found if before and whole.startswith(before) else range(len(self._folded))
        patterns = [_scattered(word) for word in words]
        ranks = ((_rank(self._folded[index], words, patterns), index) for index in among)
        ranked = [(rank, index) for rank, index in ranks if rank is not None]
        self._last = (whole, tuple(index for _, index in ranked))
        return self._entries(index for _, index in nsmallest(most, ranked))

    def _entries(self, indexes: Iterable[int]) -> tuple[Entry, ...]:
        return tuple(each.entry(place) for each, place in map(self._places.__getitem__, indexes))


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
