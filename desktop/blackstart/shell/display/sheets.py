"""What the participants' display shows, as plain values: words that are ready to be set, and nothing to ask for."""

from dataclasses import dataclass

from blackstart.core.base.simtime import Seconds
from blackstart.core.engine.trace import Shown
from blackstart.core.exercise.model import Channel


@dataclass(frozen=True, slots=True)
class HeadSheet:
    """The row of the clock.

    Attributes
    ----------
    line : str
        Time of the real day; or, while the clock stands, why it does.
    users : str
        Amount of users cut off; empty = the display does not tell it.
    """

    now: Seconds
    is_running: bool
    title: str
    line: str
    users: str
    users_word: str


@dataclass(frozen=True, slots=True)
class Sign:
    """By which a state is known: its glyph; the ring of a reserve; or that it is no longer seen."""

    shown: Shown | None = None
    is_on_reserve: bool = False


NOT_SEEN = Sign()


@dataclass(frozen=True, slots=True)
class TallyLine:
    """How many components are in a state."""

    sign: Sign
    count: int
    word: str


@dataclass(frozen=True, slots=True)
class NameLine:
    """A component that is not as it should be."""

    sign: Sign
    name: str
    word: str


@dataclass(frozen=True, slots=True)
class NamesSheet:
    """Components that are not as they should be, what changed last at the head; `more` of them are left out."""

    lines: tuple[NameLine, ...] = ()
    more: int = 0


@dataclass(frozen=True, slots=True)
class MessageSheet:
    """What reached the team last; or, without a channel, what is said before the first and after the end."""

    channel: Channel | None
    sender: str
    at: Seconds | None
    text: str


@dataclass(frozen=True, slots=True)
class QuestionSheet:
    """The decision that is to be taken first.

    Attributes
    ----------
    options : tuple of (key, text)
        The keys are letters.
    left_s : int or None
        Until its time runs out; 0 and less = it has run out; None = there is no limit.
    share_left : float
        0..1 of its time.
    """

    text: str
    options: tuple[tuple[str, str], ...]
    left_s: int | None
    share_left: float


@dataclass(frozen=True, slots=True)
class FootSheet:
    """What was said and what is asked; `others` are further open questions in one line each."""

    message: MessageSheet
    question: QuestionSheet | None = None
    others: tuple[str, ...] = ()
