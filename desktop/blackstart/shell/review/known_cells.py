"""The three words of a component: what the team believed, what its display showed, what was true; each with a time."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from blackstart.core.base.simtime import Seconds, clock_face
from blackstart.core.exercise.model import State
from blackstart.core.review.known import Line, Parting
from blackstart.shell.canvas.state_signs import state_word
from blackstart.shell.support.look import Look

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Cell:
    """A state with its word, and since when; `state` None = nothing was said."""

    state: State | None
    word: str
    since: str

    @property
    def told(self) -> str:
        """Both in one line."""
        return ", ".join(filter(None, (self.word, self.since)))


def headings() -> tuple[str, str, str]:
    """Return what stands over the three."""
    return (
        translate("Knowing", "Believed"),
        translate("Knowing", "Shown"),
        translate("Knowing", "True"),
    )


def cells(line: Line, look: Look) -> tuple[Cell, Cell, Cell]:
    """Return the three of a component."""
    unsaid = Cell(None, translate("Knowing", "nothing said"), "")
    believed = line.believed
    return (
        unsaid if believed is None else Cell(believed, state_word(believed, look), since_words(line.believed_s or 0)),
        Cell(line.visible, state_word(line.visible, look), _seen(line.seen_s)),
        Cell(line.true, state_word(line.true, look), since_words(line.true_s)),
    )


def since_words(at: int) -> str:
    """Return since when."""
    if at <= 0:
        return translate("Knowing", "from the start")
    return translate("Knowing", "since {time}").format(time=clock_face(at))


def way_words(how: Parting) -> str:
    """Return how what the team took for true parted from it."""
    return {
        Parting.BETTER: translate("Knowing", "Believed better than it was"),
        Parting.UNTOLD: translate("Knowing", "Nobody had told the team"),
        Parting.WORSE: translate("Knowing", "Believed worse than it was"),
        Parting.OTHERWISE: translate("Knowing", "Believed otherwise than it was"),
    }[how]


def short_way_words(how: Parting) -> str:
    """Return the same for a narrow column."""
    return {
        Parting.BETTER: translate("Knowing", "better than it was"),
        Parting.UNTOLD: translate("Knowing", "not told"),
        Parting.WORSE: translate("Knowing", "worse than it was"),
        Parting.OTHERWISE: translate("Knowing", "otherwise than it was"),
    }[how]


def _seen(seen_s: Seconds | None) -> str:
    if seen_s is None:
        return ""
    if seen_s < 0:
        return translate("Knowing", "never seen")
    return translate("Knowing", "last seen {time}").format(time=clock_face(seen_s))
