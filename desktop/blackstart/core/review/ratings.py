"""What evaluators said of the objectives, and what was found: the after-commands of a journal, folded.

P performed without challenges, S with some, M with major challenges (the objective was still met), U unable to be
performed, N not observed. They are words, not numbers: nothing here averages them, and none belongs to a person.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from blackstart.core.base.ids import ObjectiveId
from blackstart.core.play.commands import AddFinding, Entry, Hotwash, Rate

RATINGS = "PSMUN"


@dataclass(frozen=True, slots=True)
class Rating:
    """What one evaluator says of one objective; `seq` is the entry."""

    objective: ObjectiveId
    rating: str
    why: str
    by: str
    seq: int


@dataclass(frozen=True, slots=True)
class Finding:
    """A strength or an area for improvement; `seq` is the entry."""

    kind: str  # strength | area
    text: str
    by: str
    objective: ObjectiveId | None
    reference: str
    analysis: str
    seq: int


@dataclass(frozen=True, slots=True)
class HotWord:
    """What a participant said straight after the end; `seq` is the entry."""

    by: str
    well: str
    hard: str
    change: str
    seq: int


def ratings(entries: Iterable[Entry]) -> tuple[Rating, ...]:
    """Return the ratings that count: of each evaluator the last one of each objective, in the order first given."""
    counted: dict[tuple[ObjectiveId, str], Rating] = {}
    for entry in entries:
        if isinstance(entry.command, Rate):
            rate = entry.command
            counted[rate.objective, rate.by] = Rating(rate.objective, rate.rating, rate.why, rate.by, entry.seq)
    return tuple(counted.values())


def findings(entries: Iterable[Entry]) -> tuple[Finding, ...]:
    """Return what was found, in the order of the journal."""
    return tuple(
        Finding(found.kind, found.text, found.by, found.objective, found.reference, found.analysis, entry.seq)
        for entry in entries
        if isinstance(found := entry.command, AddFinding)
    )


def hot_wash(entries: Iterable[Entry]) -> tuple[HotWord, ...]:
    """Return what was said in the hot wash, in the order of the journal."""
    return tuple(
        HotWord(said.by, said.well, said.hard, said.change, entry.seq)
        for entry in entries
        if isinstance(said := entry.command, Hotwash)
    )
