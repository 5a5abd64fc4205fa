"""What is shown of what the team knew at one second, made for a list that has room for a few."""

from collections import Counter
from dataclasses import dataclass

from blackstart.core.base.simtime import Seconds
from blackstart.core.play.visible import Message
from blackstart.core.review.heard import Word
from blackstart.core.review.known import BELIEVED, Line, Parted, Parting
from blackstart.shell.canvas.doubts import Doubt
from blackstart.shell.review.one_line import one_line
from blackstart.shell.review.recorded import Recorded

MOST_LINES, MOST_MESSAGES, MOST_WORDS = 5, 3, 2


@dataclass(frozen=True, slots=True)
class NamedLine:
    """A component of which the team was mistaken, with its name."""

    name: str
    how: Parting
    doubt: Doubt
    line: Line


@dataclass(frozen=True, slots=True)
class Knew:
    """One second.

    Attributes
    ----------
    display : str
        What the participants' display showed: all, visible or believed.
    is_anything_said : bool
        Whether anybody wrote down a belief in the whole run.
    believed : int
        Of how many components the team had said by then what it believes.
    lines : tuple of NamedLine
        The first of those of which it was mistaken; `counts` has all, by how.
    messages, words : tuple
        What had come and what had been said in public, the last first; as many as there is room for.
    """

    display: str
    is_anything_said: bool
    believed: int
    lines: tuple[NamedLine, ...]
    counts: tuple[tuple[Parting, int], ...]
    messages: tuple[Message, ...]
    messages_in_all: int
    words: tuple[Word, ...]
    words_in_all: int

    @property
    def mistaken(self) -> int:
        """Of how many components the team was mistaken."""
        return sum(count for _, count in self.counts)

    @property
    def in_all(self) -> int:
        """How much there is to be seen of all."""
        return self.mistaken + self.messages_in_all + self.words_in_all

    @property
    def is_cut(self) -> bool:
        """Whether there is more than is shown here."""
        return self.in_all > len(self.lines) + len(self.messages) + len(self.words)


def knew_at(recorded: Recorded, parted: tuple[Parted, ...], t: Seconds, language: str) -> Knew:
    """Return what is shown of a second, of which it is known already who was mistaken."""
    known, heard = recorded.known, recorded.heard
    counts = Counter(each.how for each in parted)
    messages, words = heard.messages_by(t), heard.words_by(t)
    return Knew(
        display=known.display,
        is_anything_said=bool(known.beliefs),
        believed=known.believed_at(t),
        lines=tuple(named_line(recorded, each, t, language) for each in parted[:MOST_LINES]),
        counts=tuple((how, counts[how]) for how in Parting if counts[how]),
        messages=tuple(reversed(messages[-MOST_MESSAGES:])),
        messages_in_all=len(messages),
        words=tuple(reversed(words[-MOST_WORDS:])),
        words_in_all=len(words),
    )


def named_line(recorded: Recorded, parted: Parted, t: Seconds, language: str) -> NamedLine:
    """Return one component of which the team was mistaken at a second."""
    name = one_line(recorded.drill.topology.component(parted.component).label(language))
    doubt = doubt_of(parted, recorded.known.display)
    return NamedLine(name, parted.how, doubt, recorded.known.line(parted.component, t))


def doubt_of(parted: Parted, display: str) -> Doubt:
    """Return the mark that the console put on such a card: what was believed, or what nothing showed."""
    is_unseen = parted.how is Parting.UNTOLD and display != BELIEVED
    return Doubt.UNSEEN if is_unseen else Doubt.WRONG
