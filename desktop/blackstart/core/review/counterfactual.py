"""What if somebody had not: the same run without one entry."""

from collections.abc import Sequence
from dataclasses import dataclass

from blackstart.core.base.errors import UserError
from blackstart.core.base.simtime import Seconds
from blackstart.core.base.words import said
from blackstart.core.engine.trace import Impact, Stuck
from blackstart.core.exercise.model import Drill
from blackstart.core.play.commands import Entry
from blackstart.core.play.director import Director
from blackstart.core.play.payloads import kind_of
from blackstart.core.play.playback import fold

WITH_AN_IMPACT = ("decide", "act", "effect", "improvise", "deliver", "skip", "move")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was lost up to a time, and what could not come back by itself then."""

    impact: Impact
    stuck: Stuck


@dataclass(frozen=True, slots=True)
class Comparison:
    """A run as it was played beside the same run without one entry."""

    entry: Entry
    played: Outcome
    without: Outcome


def without(drill: Drill, entries: Sequence[Entry], seq: int, until: Seconds) -> Comparison:
    """Fold a run up to `until` as it was and without the entry `seq`.

    A decision that nobody takes then runs into its time-out; what no longer applies changes nothing.

    Raises
    ------
    UserError
        If there is no such entry, or it is of a kind that cannot have changed what happened on the map.
    """
    left_out = next((entry for entry in entries if entry.seq == seq), None)
    if left_out is None:
        raise UserError(said("look-back.no-entry", seq=seq, last=len(entries)))
    kind = kind_of(left_out.command)
    if kind not in WITH_AN_IMPACT:
        raise UserError(said("look-back.no-impact", seq=seq, kind=kind, known=tuple(WITH_AN_IMPACT)))
    rest = [entry for entry in entries if entry is not left_out]
    return Comparison(left_out, outcome(fold(drill, entries, until)), outcome(fold(drill, rest, until)))


def outcome(director: Director) -> Outcome:
    """How a run stands at the second it was played to."""
    return Outcome(director.simulation.impact(), director.simulation.stuck())
