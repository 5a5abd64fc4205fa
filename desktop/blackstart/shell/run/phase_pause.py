"""The clock held between two phases: the second that is shown then, and what is said of it."""

from PySide6.QtCore import QCoreApplication

from blackstart.core.base.simtime import Seconds
from blackstart.core.exercise.model import Exercise, Phase
from blackstart.core.play.director import Director

translate = QCoreApplication.translate


def shown_second(director: Director, now: Seconds) -> Seconds:
    """Return the second that is shown of a run whose clock stands at `now`.

    Held at the end of a phase the clock waits for a second that is still to be played. The map stands at the one
    before, and so is stamped what people do meanwhile: that one is shown.
    """
    return director.now if _is_between(director, now) else now


def phase_pause(director: Director, now: Seconds, pace: int, language: str) -> str:
    """Return one sentence or two on which phase has ended and which begins at `pace`; empty where none has."""
    if not _is_between(director, now) or director.drill.exercise is None or director.is_ended:
        return ""
    phases = director.drill.exercise.phases
    ended = next((phase for phase in phases if phase.until == now), None)
    coming = next((phase for phase in phases if now < phase.until), None)
    if ended is None or coming is None:
        return ""
    words = translate("PhasePause", "“{ended}” has ended. “{coming}” comes next, at {pace}×. The clock is held.")
    names = (_name(each, director.drill.exercise, language) for each in (ended, coming))
    return words.format(ended=next(names), coming=next(names), pace=pace)


def _is_between(director: Director, now: Seconds) -> bool:
    return director.now >= director.begin.from_s and now == director.now + 1


def _name(phase: Phase, exercise: Exercise, language: str) -> str:
    number = exercise.phases.index(phase) + 1
    return phase.name.to(language) if phase.name else translate("PhasePause", "Phase {number}").format(number=number)
