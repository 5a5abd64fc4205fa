"""The best order of repairs at a moment of a run: every order is tried, nothing is guessed.

The order changes what crews do first; repairs without a crew, and those whose crew has hands for all, gain nothing
by it. Everything else of the run is played as it was.
"""

from collections.abc import Generator, Sequence
from copy import deepcopy
from dataclasses import dataclass
from itertools import permutations
from math import factorial

from blackstart.core.base.errors import UserError
from blackstart.core.base.ids import ComponentId
from blackstart.core.base.simtime import Seconds, clock_face
from blackstart.core.base.words import said
from blackstart.core.engine.effects import CallOff, Effect, Repair, Target
from blackstart.core.engine.simulation import Opening
from blackstart.core.exercise.model import Drill
from blackstart.core.play.commands import ApplyEffects, Begin, Entry
from blackstart.core.play.director import Director
from blackstart.core.play.playback import fold

MOST_REPAIRS = 6  # 720 orders


@dataclass(frozen=True, slots=True)
class RepairOrder:
    """One order of repairs, and what the run would have lost with it up to its end."""

    components: tuple[ComponentId, ...]
    lost_service_seconds: int


@dataclass(frozen=True, slots=True)
class Tried:
    """How far the search has come.

    Attributes
    ----------
    as_played : RepairOrder
        The order in which the crews had it, with what was lost as the run was played.
    best : RepairOrder
        The best one so far; of equals the one that is tried first, so that it never claims a gain that is none.
    """

    done: int
    whole: int
    as_played: RepairOrder
    best: RepairOrder


def wanted_repairs(director: Director) -> tuple[ComponentId, ...]:
    """Return what is to be repaired by crews and is not done, in the order in which it was asked for."""
    jobs = sorted(director.simulation.jobs(), key=lambda job: job.asked)
    named = (job.label.removeprefix("repair:") for job in jobs if job.label.startswith("repair:") and job.crew)
    return tuple(dict.fromkeys(ComponentId(name) for name in named))


def repair_orders(
    drill: Drill, entries: Sequence[Entry], at: Seconds, until: Seconds, opening: Opening | None = None
) -> Generator[Tried, None, None]:
    """Try every order of the repairs that crews were asked for at the end of second `at`.

    Yields after each order, so that whoever asks can tell how far it is, and stop.

    Raises
    ------
    UserError
        If fewer than two or more than `MOST_REPAIRS` repairs are wanted then.
    """
    before = [entry for entry in entries if entry.at <= at]
    after = sorted((entry for entry in entries if entry.at > at), key=lambda entry: (entry.at, entry.seq))
    there = fold(drill, before, at, opening)
    wanted = wanted_repairs(there)
    if not 2 <= len(wanted) <= MOST_REPAIRS:
        raise UserError(said("look-back.repairs", number=len(wanted), at=clock_face(at), most=MOST_REPAIRS))
    as_played = RepairOrder(wanted, _lost(_played_on(deepcopy(there), (), after, until), until))
    best, whole = as_played, factorial(len(wanted))
    for done, order in enumerate(permutations(wanted), start=1):
        lost = as_played.lost_service_seconds
        if order != wanted:
            lost = _lost(_played_on(deepcopy(there), order, after, until), until)
        if lost < best.lost_service_seconds:
            best = RepairOrder(order, lost)
        yield Tried(done, whole, as_played, best)


def _played_on(director: Director, order: tuple[ComponentId, ...], after: Sequence[Entry], until: Seconds) -> Director:
    """Ask for the repairs in another order, then play the rest of the journal."""
    if order:
        asked: tuple[Effect, ...] = (CallOff(Target(order)), *(Repair(Target((each,))) for each in order))
        director.apply(Entry(0, director.now, ApplyEffects(asked, "order")))
    for entry in after:
        if entry.at <= until and not isinstance(entry.command, Begin):
            director.apply(entry)
    director.advance(until)
    return director


def _lost(director: Director, until: Seconds) -> int:
    return director.simulation.impact(until).lost_service_seconds
