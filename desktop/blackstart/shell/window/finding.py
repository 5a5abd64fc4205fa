"""What the command palette finds: anything by a few letters of its name, in any language the program speaks."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from heapq import nsmallest

MOST_FOUND = 50
EXACT, BEGINS = -2, -1  # how near a name is that is just what was typed, or begins with all of it


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

    def is_same(self, other: "Entry") -> bool:
        """Whether both say the same; deeds are made anew each time."""
        return (self.text, self.group) == (other.text, other.group)


@dataclass(frozen=True, slots=True)
class Batch:
    """Things to be found, of which an entry is made only once it is: a map may hold ten thousand.

    Attributes
    ----------
    names : tuple of str
        All words that each is found by, as `searched` joins them.
    entry : callable
        Makes the entry of a name, by its place.
    """

    names: tuple[str, ...]
    entry: Callable[[int], Entry]


def batch(entries: Iterable[Entry]) -> Batch:
    """Return entries that are there already."""
    made = tuple(entries)
    return Batch(tuple(searched((each.text, each.also), each.group) for each in made), made.__getitem__)


def searched(names: Iterable[str], group: str) -> str:
    """Join what something is found by: its names, a tab behind each, then the group, which is no name of its own."""
    return "".join(f"{name}\t" for name in names if name) + f" {group}"


def folded(text: str) -> str:
    """Return what is compared: no capitals, Korean taken apart into its letters, so that half a syllable is found."""
    if text.isascii():
        return text.lower()
    return unicodedata.normalize("NFKD", text.casefold())


class Finder:
    """Entries by what is typed: first what is called just that, then what begins with it, then what has it anywhere.

    There words come first, then parts of words, then scattered letters. Of those that are equally near, what cannot be
    done now comes last.
    """

    def __init__(self, batches: Iterable[Batch]) -> None:
        self._batches = tuple(batches)
        self._places = [(each, place) for each in self._batches for place in range(len(each.names))]
        self._folded: list[str] = []  # once something is typed
        self._last: tuple[str, Sequence[int]] = ("", ())  # what was found last, whole

    def find(self, typed: str, most: int = MOST_FOUND) -> tuple[Entry, ...]:
        """Return the best first; where nothing is typed everything in its own order, but what cannot be done last."""
        words = folded(typed).split()
        if not words:
            return self._first(most)
        if not self._folded:
            self._folded = [folded(name) for each in self._batches for name in each.names]
        whole = " ".join(words)
        before, found = self._last
        among = found if before and whole.startswith(before) else range(len(self._folded))
        patterns = [_scattered(word) for word in words]
        ranks = ((_rank(self._folded[index], whole, words, patterns), index) for index in among)
        ranked = [(rank, index) for rank, index in ranks if rank is not None]
        self._last = (whole, tuple(index for _, index in ranked))
        best = [(nearness, self._entry(index)) for (nearness, *_), index in nsmallest(most, ranked)]
        best.sort(key=lambda each: (each[0], bool(each[1].hindrance)))
        return tuple(entry for _, entry in best)

    def _first(self, most: int) -> tuple[Entry, ...]:
        free: list[Entry] = []
        hindered: list[Entry] = []
        for entry in map(self._entry, range(len(self._places))):
            (hindered if entry.hindrance else free).append(entry)
            if len(free) == most:
                break
        return (*free, *hindered)[:most]

    def _entry(self, index: int) -> Entry:
        each, place = self._places[index]
        return each.entry(place)


def _scattered(word: str) -> re.Pattern[str]:
    """Match the letters of a word one after the other, the first where a word begins."""
    return re.compile(r"\b" + "[^\n]*?".join(map(re.escape, word)))


def _rank(name: str, whole: str, words: list[str], patterns: list[re.Pattern[str]]) -> tuple[int, int, int] | None:
    """Return how far a name is from what is typed, less is nearer; None = it is not meant."""
    if f"\t{whole}" in f"\t{name}":
        is_called_so = f"\t{whole}\t" in f"\t{name}"
        return (EXACT if is_called_so else BEGINS), 0, len(name)
    worst, spread = 0, 0
    for word, pattern in zip(words, patterns, strict=True):
        at = name.find(word)
        if at == 0:
            continue
        if at > 0:
            begins = any(f"{mark}{word}" in name for mark in " \t")
            worst = max(worst, 1 if begins else 2)
            spread += at
            continue
        found = pattern.search(name)
        if found is None:
            return None
        worst = 3
        spread += found.end() - found.start()
    return worst, spread, len(name)
