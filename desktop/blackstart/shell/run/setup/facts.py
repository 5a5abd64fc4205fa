"""What a drill offers to be settled before a run, in the language of the moment."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from blackstart.core.base.simtime import Seconds, clock_face
from blackstart.core.base.words import Words
from blackstart.core.exercise.model import Drill, Exercise, Inject
from blackstart.core.exercise.wording import Wording
from blackstart.shell.run.sheets import exercise_of

translate = QCoreApplication.translate

MOST_WORDS = 90  # of an inject, characters


@dataclass(frozen=True, slots=True)
class SetupFacts:
    """Everything there is to choose from.

    Attributes
    ----------
    roles, injects : tuple of (str, str)
        Id and words.
    phases, starts : tuple of (str, str)
        Exercise time and words: phases, and those with the injects that come at a time.
    paces : str
        What the phases ask for, such as ``4×, 42×``.
    display : str
        What the drill says of the participants' map.
    """

    title: str
    roles: tuple[tuple[str, str], ...]
    phases: tuple[tuple[str, str], ...]
    starts: tuple[tuple[str, str], ...]
    injects: tuple[tuple[str, str], ...]
    paces: str
    display: str


def setup_facts(drill: Drill, words: Words) -> SetupFacts:
    """Return what a drill with a script offers."""
    exercise = exercise_of(drill)
    language, wording = words.language, Wording(drill, words)
    paces = dict.fromkeys(phase.pace for phase in exercise.phases) or {1: None}
    return SetupFacts(
        title=drill.title.to(language),
        roles=tuple((str(role.id), role.name.to(language) if role.name else str(role.id)) for role in exercise.roles),
        phases=_rows(_phases(exercise, language)),
        starts=_rows([*_phases(exercise, language), *_timed(exercise, wording, words)]),
        injects=tuple((str(each.id), _line(each, wording, words)) for each in exercise.injects),
        paces=", ".join(f"{pace}×" for pace in paces),
        display=exercise.display,
    )


_Row = tuple[Seconds, str]


def _phases(exercise: Exercise, language: str) -> list[_Row]:
    return [
        (phase.start, phase.name.to(language) if phase.name else str(phase.id))
        for phase in exercise.phases
        if phase.start > 0
    ]


def _timed(exercise: Exercise, wording: Wording, words: Words) -> list[_Row]:
    return [
        (each.at, _said(each, wording, words))
        for each in exercise.injects
        if each.at is not None and 0 < each.at < exercise.lasts and each.text is not None
    ]


def _rows(found: list[_Row]) -> tuple[tuple[str, str], ...]:
    return tuple((clock_face(at), f"{clock_face(at)}  {said}") for at, said in sorted(found, key=_time))


def _time(row: _Row) -> Seconds:
    return row[0]


def _line(inject: Inject, wording: Wording, words: Words) -> str:
    """Say when an inject comes, and what it says."""
    if inject.at is not None:
        when = clock_face(inject.at)
    else:
        when = translate("RunSetup", "On a condition") if inject.when is not None else translate("RunSetup", "By hand")
    return f"{when}  {_said(inject, wording, words)}"


def _said(inject: Inject, wording: Wording, words: Words) -> str:
    """Say who tells what; of one without words, what it does to the map."""
    language = words.language
    sender = inject.sender.to(language) if inject.sender else words.say(f"channel.{inject.channel}")
    said = " ".join(inject.text.to(language).split()) if inject.text else ""
    said = said or "; ".join(wording.effects(inject.effects)) or str(inject.id)
    short = said if len(said) <= MOST_WORDS else f"{said[:MOST_WORDS].rstrip()}…"
    return f"{sender}: {short}"
