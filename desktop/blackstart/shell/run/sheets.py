"""What the console shows, as plain values that widgets take in: nothing of Qt, nothing to ask for."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication

from blackstart.core.base.ids import DecisionId, OptionId, PhaseId
from blackstart.core.base.simtime import Seconds
from blackstart.core.exercise.model import Decision, Drill, Exercise, Phase
from blackstart.core.play.director import Director
from blackstart.core.review.deeds import decision_numbers
from blackstart.shell.run.phase_pause import shown_second
from blackstart.shell.widgets.time_marks import marks_of
from blackstart.shell.widgets.time_strip import Span

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class ClockSheet:
    """How the clock stands.

    Attributes
    ----------
    pace, phase_pace : int
        Exercise seconds per real second: now, and what the phase asks for.
    starts : datetime or None
        When it began on the real day; None = the drill does not say.
    pause : str
        What is said while it is held between two phases.
    """

    now: Seconds
    is_running: bool
    is_begun: bool
    is_ended: bool
    pace: int
    phase_pace: int
    starts: datetime | None
    pause: str = ""

    @property
    def day(self) -> datetime | None:
        """Time on the real day."""
        return None if self.starts is None else self.starts + timedelta(seconds=self.now)


@dataclass(frozen=True, slots=True)
class Choice:
    """One way to decide; `foresee` is the facilitator's alone."""

    id: OptionId
    text: str
    foresee: str


@dataclass(frozen=True, slots=True)
class Question:
    """An open decision.

    Attributes
    ----------
    number : int
        From 1, in the order they were put.
    asks : str
        Role that is asked, by its id; empty = anyone.
    due : Seconds or None
        When its time runs out, or did; None = no limit.
    left_s : int or None
        Until its time runs out, negative when it is overdue; None = no limit.
    share_left : float
        0..1 of its time.
    otherwise : str
        What follows if nobody decides in time; the facilitator's alone.
    """

    id: DecisionId
    number: int
    text: str
    choices: tuple[Choice, ...]
    asks: str
    due: Seconds | None
    left_s: int | None
    share_left: float
    otherwise: str = ""

    @property
    def is_overdue(self) -> bool:
        return self.left_s is not None and self.left_s <= 0


@dataclass(frozen=True, slots=True)
class DrillSheet:
    """What is being played: titles, and who is at the table (role id and name)."""

    title: str
    content_note: str
    brief: str
    roles: tuple[tuple[str, str], ...]
    team: str
    lasts: Seconds


def exercise_of(drill: Drill) -> Exercise:
    """Return the script of a drill that is known to have one."""
    assert drill.exercise is not None
    return drill.exercise


def drill_sheet(drill: Drill, team: str, language: str) -> DrillSheet:
    """Return what is being played, in a language."""
    exercise = exercise_of(drill)
    return DrillSheet(
        title=drill.title.to(language),
        content_note=drill.content_note.to(language) if drill.content_note else "",
        brief=exercise.brief.to(language) if exercise.brief else "",
        roles=tuple((role.id, role.name.to(language) if role.name else role.id) for role in exercise.roles),
        team=team,
        lasts=exercise.lasts,
    )


def clock_sheet(
    director: Director, now: Seconds, *, is_running: bool, is_begun: bool, pace: int, pause: str = ""
) -> ClockSheet:
    """Return how the clock stands; held at the end of a phase it shows the last second of that."""
    exercise = exercise_of(director.drill)
    phase_pace = phase_at(exercise, now).pace
    shown = shown_second(director, now)
    return ClockSheet(shown, is_running, is_begun, director.is_ended, pace, phase_pace, exercise.starts, pause)


def questions(director: Director, language: str) -> tuple[Question, ...]:
    """Return the open decisions, the one that was put first at the head."""
    numbers = decision_numbers(director)
    found = []
    for each in director.open_decisions():
        decision = each.decision
        left = None if each.due_s is None else each.due_s - max(director.now, 0)
        whole = decision.within or 0
        is_alone = director.begin.is_self_study  # then what is foreseen is told after the decision
        choices = tuple(
            Choice(
                option.id,
                option.text.to(language),
                option.foresee.to(language) if option.foresee and not is_alone else "",
            )
            for option in decision.options
        )
        share = left / whole if left is not None and whole else 1.0
        text = decision.question.to(language)
        number, asks = numbers[decision.id], decision.asks or ""
        can_run_out = each.due_s is not None and not each.is_overdue
        otherwise = _otherwise(decision, language) if can_run_out and not is_alone else ""
        found.append(Question(decision.id, number, text, choices, asks, each.due_s, left, share, otherwise))
    return tuple(found)


def strip(director: Director, now: Seconds) -> Span:
    """Return the phase that is being played, with its marks and what is to come."""
    phase = phase_at(exercise_of(director.drill), shown_second(director, now))
    return Span(phase.start, phase.until, marks_of(director, with_coming=not director.begin.is_self_study))


def phase_at(exercise: Exercise, now: Seconds) -> Phase:
    """Return the phase of a time; between phases, the one that comes next; without any, the whole."""
    ahead = (phase for phase in exercise.phases if now < phase.until)
    whole = Phase(PhaseId("whole"), Seconds(0), exercise.lasts)
    return next(ahead, exercise.phases[-1] if exercise.phases else whole)


def first_pace(drill: Drill) -> int:
    """Return the pace at which a run of this drill begins."""
    return phase_at(exercise_of(drill), Seconds(0)).pace


def _otherwise(decision: Decision, language: str) -> str:
    """Say what follows if nobody decides in time."""
    texts = [option.text.to(language) for option in decision.options if option.id == decision.otherwise]
    if texts:
        return translate("DecisionForm", "If nobody decides in time: {choice}").format(choice=texts[0])
    return translate("DecisionForm", "If nobody decides in time it stays open, overdue.")
