"""What is told after a decision to whoever learns alone: what was foreseen, what follows, what really happened."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from blackstart.core.base.ids import OptionId
from blackstart.core.base.simtime import Seconds
from blackstart.core.base.words import Words
from blackstart.core.exercise.model import Drill
from blackstart.core.play.decisions import SettledDecision

HOUR_S = 3600
HORIZONS_S = (HOUR_S, 12 * HOUR_S)  # what was decided often takes effect after hours

_REFERENCE = re.compile(r"\bS\d+\b")


@dataclass(frozen=True, slots=True)
class Told:
    """One option: what it says, and what the script foresees of it."""

    id: OptionId
    text: str
    foresee: str


@dataclass(frozen=True, slots=True)
class Explained:
    """A decision that was taken.

    Attributes
    ----------
    seq : int
        The entry that took it.
    really : str
        What happened then; empty = the drill does not say, or nobody knows.
    sources : tuple of str
        Who says so, as far as `really` refers to them.
    at : tuple of Seconds
        The seconds up to which the model reckons.
    after : tuple of int
        How long after the decision these lie, seconds.
    """

    seq: int
    question: str
    taken: OptionId
    options: tuple[Told, ...]
    really: str
    sources: tuple[str, ...]
    at: tuple[Seconds, ...]
    after: tuple[int, ...]


def explained(drill: Drill, settled: SettledDecision, seq: int, lasts: Seconds, words: Words) -> Explained:
    """Return what there is to say of a decision, in a language."""
    decision, language = settled.decision, words.language
    really = decision.really.to(language) if decision.really else ""
    at = tuple(dict.fromkeys(Seconds(min(settled.at + horizon, lasts)) for horizon in HORIZONS_S))
    return Explained(
        seq=seq,
        question=decision.question.to(language),
        taken=settled.option,
        options=tuple(
            Told(each.id, each.text.to(language), each.foresee.to(language) if each.foresee else "")
            for each in decision.options
        ),
        really=really,
        sources=_sources(drill.sources, set(_REFERENCE.findall(really))),
        at=at,
        after=tuple(each - settled.at for each in at),
    )


def _sources(sources: Iterable[str], named: set[str]) -> tuple[str, ...]:
    """The sources that a text refers to by their number."""
    return tuple(each for each in sources if each.split(" ", 1)[0] in named)
