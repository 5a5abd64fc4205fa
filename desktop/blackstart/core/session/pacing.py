"""Where the clock of a held run stands, and how fast it runs from there."""

from collections.abc import Iterable

from blackstart.core.base.simtime import Seconds
from blackstart.core.exercise.model import Exercise, Phase
from blackstart.core.play.commands import Entry, Pace
from blackstart.core.play.director import Director
from blackstart.core.play.stage import phase_ends, script
from blackstart.core.session.clock import ExerciseClock


def resting_place(director: Director) -> Seconds:
    """The second that a held clock shows.

    The last one that was played; but where the next is still to begin, at the start and at the end of a phase,
    that one, so that what it brings comes as soon as the clock runs.
    """
    exercise = script(director.drill)
    untils = [until for last, _, until in phase_ends(exercise) if last == director.now]
    if untils:
        return untils[0]
    return max(director.now, director.begin.from_s)


def keep_pace(clock: ExerciseClock, director: Director, entries: Iterable[Entry], second: Seconds) -> None:
    """Let a clock run at the pace that belongs to a second."""
    pace = pace_at(director, entries, second)
    if pace != clock.pace:
        clock.set_pace(pace)


def pace_at(director: Director, entries: Iterable[Entry], second: Seconds) -> int:
    """Exercise seconds per real second from `second` on.

    The last pace that somebody set since the phase began, else the one of the settings, else the phase's own.
    Between two phases the one before goes on.
    """
    phase = _phase_at(script(director.drill), second)
    # What is set while the clock is held at the beginning of a phase is stamped with the second before it.
    since = phase.start - 1 if phase is not None and director.begin.pace is None else -1
    given = [entry.command.pace for entry in entries if isinstance(entry.command, Pace) and entry.at >= since]
    if given:
        return given[-1]
    return director.begin.pace or (phase.pace if phase is not None else 1)


def _phase_at(exercise: Exercise, second: Seconds) -> Phase | None:
    begun = [phase for phase in exercise.phases if phase.start <= second]
    return begun[-1] if begun else None
