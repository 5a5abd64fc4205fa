"""What a note is tied to: names behind a sign in its words, found among all that can be named."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from heapq import nsmallest

SIGNS = "@#"
MOST_TYPED, MOST_FOUND = 40, 6


@dataclass(frozen=True, slots=True)
class Thing:
    """Something that a note can be tied to.

    Attributes
    ----------
    label : str
        As it stands in the words of the note.
    icon : str
        Of what kind it is.
    hint : str
        The first words of what it says; may be empty.
    names : tuple of str
        Other names by which it is known, such as its id or its name in another language.
    """

    id: str
    label: str
    icon: str
    hint: str = ""
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Tie:
    """A name in the words of a note, with its sign."""

    start: int
    length: int
    thing: Thing


@dataclass(frozen=True, slots=True)
class Asked:
    """A name that is being typed; `start` is the place of its sign."""

    start: int
    typed: str


class Register:
    """All that can be named; of several with one name the first has it."""

    def __init__(self, things: Iterable[Thing] = ()) -> None:
        self._things = tuple(things)
        self._by_name: dict[str, Thing] = {}
        for thing in self._things:
            for name in (thing.label, *thing.names):
                self._by_name.setdefault(name.lower(), thing)
        self._lengths = sorted({len(name) for name in self._by_name}, reverse=True)

    def ties(self, text: str) -> tuple[Tie, ...]:
        """Return every name that stands behind a sign, the longest that fits."""
        return tuple(self._ties(text))

    def about(self, text: str) -> tuple[str, ...]:
        """Return the ids of what the words are tied to, each once."""
        return tuple(dict.fromkeys(tie.thing.id for tie in self.ties(text)))

    def asked(self, text: str, cursor: int) -> Asked | None:
        """Return the name that is being typed up to the cursor; None = none is, or it is whole."""
        line = text.rfind("\n", 0, cursor) + 1
        start = max(text.rfind(sign, line, cursor) for sign in SIGNS)
        if start < 0 or not _may_begin(text, start) or cursor - start > MOST_TYPED:
            return None
        typed = text[start + 1 : cursor]
        tie = self._tie_at(text, start)
        is_behind = tie is not None and cursor > start + tie.length
        is_whole = is_behind and not any(name.startswith(typed.lower()) for name in self._by_name)
        return None if is_whole or typed != typed.lstrip() else Asked(start, typed)

    def matching(self, typed: str) -> tuple[Thing, ...]:
        """Return the few things that what was typed fits best; the first ones where nothing was typed."""
        wanted = typed.strip().lower()
        if not wanted:
            return self._things[:MOST_FOUND]
        ranked = ((_rank(thing, wanted), number) for number, thing in enumerate(self._things))
        best = nsmallest(MOST_FOUND, (each for each in ranked if each[0] is not None))
        return tuple(self._things[number] for _, number in best)

    def _ties(self, text: str) -> Iterator[Tie]:
        place = 0
        while place < len(text):
            tie = self._tie_at(text, place) if text[place] in SIGNS and _may_begin(text, place) else None
            if tie is not None:
                yield tie
            place += tie.length if tie is not None else 1

    def _tie_at(self, text: str, start: int) -> Tie | None:
        for length in self._lengths:
            end = start + 1 + length
            thing = self._by_name.get(text[start + 1 : end].lower()) if end <= len(text) else None
            if thing is not None and not _goes_on(text, end):
                return Tie(start, length + 1, thing)
        return None


def _may_begin(text: str, start: int) -> bool:
    """Whether a sign opens a name: not one inside a word, as in an address."""
    return start == 0 or not text[start - 1].isalnum()


def _goes_on(text: str, end: int) -> bool:
    """Whether a word goes on; Korean particles follow a name without a gap."""
    following = text[end : end + 1]
    return following.isascii() and (following.isalnum() or following == "-")


def _rank(thing: Thing, wanted: str) -> int | None:
    label, names, hint = thing.label.lower(), [name.lower() for name in thing.names], thing.hint.lower()
    tests = (
        label.startswith(wanted),
        any(word.startswith(wanted) for word in label.replace("-", " ").split()),
        any(name.startswith(wanted) for name in names),
        any(wanted in name for name in (label, *names)),
        wanted in hint,
    )
    return next((rank for rank, fits in enumerate(tests) if fits), None)
