"""What of a run may be handed to its participants: what they did and what reached them, never what was kept from them.

Left out are notes, reasons that the facilitator gave, effects that were put on the map, and whatever of the script
did not come about: it may be played again with them.
"""

from collections.abc import Iterable
from dataclasses import replace

from blackstart.core.exercise.model import DecidedWithin, DoneBy, Measure
from blackstart.core.play.commands import (
    Act,
    ActUnscripted,
    ApplyEffects,
    Begin,
    Believe,
    Command,
    Correct,
    Decide,
    DecideUnscripted,
    Deliver,
    Entry,
    Hold,
    Hotwash,
    Improvise,
    Move,
    Note,
    Open,
    Say,
    Seen,
    Skip,
    TakeBack,
)
from blackstart.core.review.deeds import decision_numbers
from blackstart.core.review.story import Story

_KEPT_BACK = (Note, Seen, Skip, Move, ApplyEffects)
_THEIRS = (Begin, Decide, DecideUnscripted, Act, ActUnscripted, Believe, Say, Hotwash)  # words that may be corrected


class Sharing:
    """What came about in one run, and so is no secret."""

    def __init__(self, story: Story) -> None:
        self._story = story
        self._delivered = {each.inject.id for each in story.director.delivered()}
        self._opened = set(decision_numbers(story.director))
        self._begun = {each.command.action for each in story.entries if isinstance(each.command, Act)}

    def knows_of(self, measure: Measure) -> bool:
        """Whether the participants met what a measure names."""
        match measure:
            case DoneBy("decision", id_) | DecidedWithin(id_):
                return id_ in self._opened
            case DoneBy(_, id_):
                return id_ in self._begun
            case _:
                return True

    def journal(self) -> Iterable[Entry]:
        """Yield the entries that they may read, each with what they may read of it."""
        for entry in self._story.entries:
            command = self._shared(entry)
            if command is not None:
                yield replace(entry, command=command)

    def _shared(self, entry: Entry) -> Command | None:
        match entry.command:
            case Begin():
                return replace(entry.command, left_out=())
            case Hold() | TakeBack():
                return replace(entry.command, why="")
            case Improvise():
                return replace(entry.command, effects=()) if f"i{entry.seq}" in self._delivered else None
            case Deliver(inject):
                return entry.command if inject in self._delivered else None
            case Open(decision):
                return entry.command if decision in self._opened else None
            case DecideUnscripted() | ActUnscripted():
                return replace(entry.command, effects=())
            case Correct(seq):
                return entry.command if isinstance(self._story.command(seq), _THEIRS) else None
            case command:
                return None if isinstance(command, _KEPT_BACK) else command
