"""How long a run takes at the table: the clock's way through the phases, in real seconds."""

from collections.abc import Iterable
from dataclasses import dataclass

from blackstart.core.base.simtime import Seconds
from blackstart.core.exercise.model import Exercise, Phase
from blackstart.core.play.commands import Begin


@dataclass(frozen=True, slots=True)
class Length:
    """One phase, with the gap that follows it.

    Attributes
    ----------
    phase : Phase or None
        None where the script has no phases.
    start, until : Seconds
        Exercise time.
    pace : int
        Exercise seconds per real second.
    real_s : int
        Real seconds with the clock running, rounded up; the talk while it is held comes on top.
    holds : int
        How often the clock is held for what the settings say, the end of the phase not counted.
    """

    phase: Phase | None
    start: Seconds
    until: Seconds
    pace: int
    real_s: int
    holds: int = 0


def lengths(exercise: Exercise, begin: Begin, held_at: Iterable[Seconds] = ()) -> tuple[Length, ...]:
    """Return how long each phase takes from where a run begins; those that are over by then are left out.

    Parameters
    ----------
    held_at : iterable of Seconds
        Instants at which the clock is held.
    """
    held = set(held_at)
    found = []
    for phase, start, until in _stretches(exercise):
        start = Seconds(max(start, begin.from_s))
        pace = begin.pace or (phase.pace if phase is not None else 1)
        if start < until:
            holds = sum(1 for at in held if start <= at < until or at == until == exercise.lasts)
            found.append(Length(phase, start, until, pace, -(-(until - start) // pace), holds))
    return tuple(found)


def _stretches(exercise: Exercise) -> Iterable[tuple[Phase | None, Seconds, Seconds]]:
    """Phases with the gap behind each, in which its pace goes on."""
    phases = exercise.phases
    if not phases or phases[0].start > 0:
        yield None, Seconds(0), phases[0].start if phases else exercise.lasts
    starts = [*(phase.start for phase in phases[1:]), exercise.lasts]
    for phase, until in zip(phases, starts, strict=False):
        yield phase, phase.start, min(until, exercise.lasts)
