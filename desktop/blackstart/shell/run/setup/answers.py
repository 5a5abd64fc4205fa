"""What is filled in before a run, as it was typed, and the settings that follow from it."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QCoreApplication

from blackstart.core.base.ids import InjectId
from blackstart.core.base.simtime import Seconds, clock_face
from blackstart.core.base.typed_time import parse_time
from blackstart.core.base.words import LANGUAGES
from blackstart.core.exercise.model import Exercise
from blackstart.core.play.commands import Begin, Participant
from blackstart.core.play.refusals import PACES

translate = QCoreApplication.translate

FACILITATED, SELF_STUDY = "facilitated", "self_study"
MODES = (FACILITATED, SELF_STUDY)
HOLDS = ("never", "decisions", "injects", "both")
DISPLAYS = ("all", "visible", "believed")
DATE, PEOPLE, PACE, START = "date", "people", "pace", "start"  # fields in which something can be wrong


@dataclass(frozen=True, slots=True)
class Answers:
    """Everything on the sheet; what stands in a line is kept as it was typed.

    Attributes
    ----------
    date : str
        Year, month and day; empty = today.
    pace : str
        Exercise seconds per real second; empty = what each phase says.
    start : str
        Exercise time at which the team comes in; empty = from the beginning.
    display : str
        Empty = as the drill says.
    screen : str
        Key of the screen on which participants see their map; empty = as it is.
    language : str
        That of the run; empty = the window's.
    """

    team: str = ""
    date: str = ""
    people: tuple[Participant, ...] = ()
    facilitator: str = ""
    evaluators: tuple[str, ...] = ()
    mode: str = FACILITATED
    pace: str = ""
    holds: str = "never"
    start: str = ""
    left_out: tuple[str, ...] = ()
    display: str = ""
    screen: str = ""
    language: str = ""

    @property
    def is_self_study(self) -> bool:
        """Whether one learner plays without a facilitator."""
        return self.mode == SELF_STUDY

    @property
    def holds_by(self) -> str:
        """When the clock holds; a learner alone is always given time to decide."""
        return "both" if self.holds == "both" else "decisions" if self.is_self_study else self.holds


def begin_of(answers: Answers, exercise: Exercise, language: str, today: str) -> Begin:
    """Return the settings of a run; only of answers that nothing is wrong with."""
    is_alone = answers.is_self_study
    return Begin(
        team=answers.team.strip(),
        date=answers.date.strip() or today,
        facilitator="" if is_alone else answers.facilitator.strip(),
        evaluators=() if is_alone else answers.evaluators,
        participants=answers.people,
        mode=answers.mode,
        pace=_pace(answers.pace),
        holds=answers.holds_by,
        from_s=_start(answers.start) or Seconds(0),
        # A learner does not see what there is to leave out.
        left_out=() if is_alone else tuple(InjectId(each) for each in answers.left_out),
        display=answers.display or exercise.display,
        language=answers.language or language,
    )


def refusals(answers: Answers, exercise: Exercise) -> dict[str, str]:
    """Say what is wrong, by field; empty = the run can begin."""
    found = {}
    if answers.date.strip() and not _is_day(answers.date.strip()):
        words = translate("RunSetup", "{typed} is no day; write year, month and day, such as 2026-11-22.")
        found[DATE] = words.format(typed=answers.date.strip())
    if answers.is_self_study and len(answers.people) > 1:
        found[PEOPLE] = translate("RunSetup", "Self-study is for one learner: take the others off, or facilitate.")
    if answers.pace.strip() and _pace(answers.pace) is None:
        words = translate("RunSetup", "{typed} is no pace; write a whole number from {least} to {most}, or nothing.")
        found[PACE] = words.format(typed=answers.pace.strip(), least=PACES[0], most=PACES[-1])
    start = _start(answers.start)
    if start is None:
        words = translate("RunSetup", "{typed} is no time; write it as 1:05 or 65 min, or choose from the list.")
        found[START] = words.format(typed=answers.start.strip())
    elif start >= exercise.lasts:
        words = translate("RunSetup", "The exercise ends at {time}: begin before that.")
        found[START] = words.format(time=clock_face(exercise.lasts))
    return found


def fitting(answers: Answers, exercise: Exercise) -> Answers:
    """Return answers with nothing in them that a drill does not have, or that nobody can choose."""
    roles = {str(role.id) for role in exercise.roles}
    injects = {str(inject.id) for inject in exercise.injects}
    people = (Participant(each.name, tuple(role for role in each.roles if role in roles)) for each in answers.people)
    return Answers(
        team=answers.team,
        date="",
        people=tuple(people),
        facilitator=answers.facilitator,
        evaluators=answers.evaluators,
        mode=_known(answers.mode, MODES),
        pace=answers.pace,
        holds=_known(answers.holds, HOLDS),
        start=answers.start if START not in refusals(Answers(start=answers.start), exercise) else "",
        left_out=tuple(each for each in answers.left_out if each in injects),
        display=answers.display if answers.display in DISPLAYS else "",
        screen=answers.screen,
        language=answers.language if answers.language in LANGUAGES else "",
    )


def _known(word: str, known: tuple[str, ...]) -> str:
    return word if word in known else known[0]


def _pace(typed: str) -> int | None:
    words = typed.strip().removesuffix("×").strip()
    return int(words) if words.isdecimal() and words.isascii() and len(words) < 4 and int(words) in PACES else None


def _start(typed: str) -> Seconds | None:
    """Return the time that was typed, 0 if none was; None = it is no time."""
    words = typed.strip()
    if not words:
        return Seconds(0)
    try:
        return parse_time(words, Seconds(0))
    except ValueError:
        return None


def _is_day(typed: str) -> bool:
    try:
        date.fromisoformat(typed)
    except ValueError:
        return False
    return len(typed) == len("2026-11-22")
