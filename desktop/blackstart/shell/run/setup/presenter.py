"""The presenter of what comes before a run: its settings, what is read out, and the rehearsal."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import QDate, QObject, Qt, Signal

from blackstart.core.exercise.model import Drill
from blackstart.core.play.commands import Begin, Correct, Participant
from blackstart.core.play.rehearse import Rehearsal, rehearse
from blackstart.shell.run.people import participants_of
from blackstart.shell.run.presenter import RunPresenter
from blackstart.shell.run.setup.answers import DATE, PACE, START, Answers, begin_of, refusals
from blackstart.shell.run.setup.facts import SetupFacts, setup_facts
from blackstart.shell.run.setup.kept import KeptAnswers
from blackstart.shell.run.sheets import exercise_of
from blackstart.shell.run.stand import RunStand
from blackstart.shell.support.look import Look
from blackstart.shell.support.steps_apart import StepsApart

BEGINNING = 1  # the entry with which every journal begins


@dataclass(frozen=True, slots=True)
class SetupDraft:
    """What outlives a page that is built anew: the answers, and what was rehearsed, both of one drill."""

    drill: Drill | None
    answers: Answers | None
    rehearsed: Rehearsal | None
    rehearsed_with: Answers | None


class SetupPresenter(QObject):
    """Keeps what is filled in for the drill at the console until its run begins.

    Attributes
    ----------
    drill : Drill or None
        What stands at the console; only a drill with a script does. To be read.
    people : tuple of Participant
        Who is at the table of the run that has begun, as it was said last. To be read.
    """

    answered = Signal(object)  # Answers that will be used, None = the usual ones
    rehearsed = Signal(object)  # Rehearsal
    hid = Signal(bool)  # whether what is to come is kept from who sits here

    def __init__(
        self,
        run: RunPresenter,
        look: Look,
        today: Callable[[], str] | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._run = run
        self._look = look
        self._today = today or _today
        self._kept = KeptAnswers(look.settings)
        self.drill: Drill | None = None
        self._answers: Answers | None = None
        self._found: Rehearsal | None = None
        self._found_with: Answers | None = None
        self._asked_with: Answers | None = None
        self._begun_with: Begin | None = None
        self.people: tuple[Participant, ...] = ()
        self._is_hidden = False
        self.rehearsing = StepsApart(self)  # steps are `rehearse.Progress`
        self.rehearsing.done.connect(self._take_rehearsal)
        self.rehearsing.refused.connect(run.refused)
        run.stood.connect(self.show_stand)
        run.parted.connect(self._begin_anew)

    @property
    def is_begun(self) -> bool:
        """Whether the run of the drill has begun."""
        return self._begun_with is not None

    @property
    def today(self) -> str:
        """The day, as the journal writes it."""
        return self._today()

    @property
    def answers(self) -> Answers:
        """What is filled in for the next run, else what was the last time."""
        if self._answers is not None or self.drill is None:
            return self._answers or Answers()
        return self._kept.of(self.drill.id, exercise_of(self.drill))

    @property
    def found(self) -> Rehearsal | None:
        """What the last rehearsal found; None = there was none, or drill or settings are others since."""
        return self._found if self._found_with == self.answers else None

    def facts(self) -> SetupFacts | None:
        """What there is to choose from; None = no exercise is open."""
        return setup_facts(self.drill, self._look.words) if self.drill is not None else None

    def show_stand(self, stand: RunStand) -> None:
        """Take in which drill is at the console, and whether its run has begun."""
        if stand.director.drill is not self.drill:
            self.drill = stand.director.drill
            self._found = self._found_with = self._answers = None
            self.rehearsing.stop()
            self.answered.emit(None)
        self._begun_with = stand.director.begin if stand.is_begun else None
        self.people = participants_of(stand.director.begin, stand.entries)
        self._tell_hidden()

    def correct_people(self, people: tuple[Participant, ...]) -> bool:
        """Record who is at the table now; False = it was refused."""
        return people == self.people or self._run.submit(Correct(BEGINNING, (("participants", people),)))

    def settings(self) -> Begin:
        """Those of the run that has begun, else those that follow from the answers, as far as nothing is wrong."""
        if self._begun_with is not None or self.drill is None:
            return self._begun_with or Begin()
        exercise, answers = exercise_of(self.drill), self.answers
        wrong = refusals(answers, exercise)
        sound = replace(
            answers,
            date="" if DATE in wrong else answers.date,
            pace="" if PACE in wrong else answers.pace,
            start="" if START in wrong else answers.start,
        )
        return begin_of(sound, exercise, self._look.language, self.today)

    def take(self, answers: Answers) -> None:
        """Use these for the next run."""
        self._answers = answers
        self.answered.emit(answers)
        self._tell_hidden()

    def refusals(self, answers: Answers) -> dict[str, str]:
        """Say what is wrong, by field."""
        return refusals(answers, exercise_of(self.drill)) if self.drill is not None else {}

    def begin(self, answers: Answers) -> bool:
        """Begin the run with these, and remember them; False = something is wrong with them."""
        if self.drill is None or self.refusals(answers):
            return False
        self._kept.keep(self.drill.id, answers)
        self._run.begin_as(begin_of(answers, exercise_of(self.drill), self._look.language, self.today))
        return True

    def begin_team(self, team: str) -> bool:
        """Begin the run with what is filled in, or as usual where nothing is; False = something is wrong with that."""
        if self._answers is not None:
            return self.begin(replace(self._answers, team=team))
        self._run.begin(team)
        return True

    def rehearse(self, answers: Answers) -> bool:
        """Rehearse the drill with these settings; False = something is wrong with them."""
        if self.drill is None or self.refusals(answers):
            return False
        self.take(answers)
        self._asked_with = answers
        settings = begin_of(answers, exercise_of(self.drill), self._look.language, self.today)
        self.rehearsing.begin(rehearse, self.drill, settings)
        return True

    def draft(self) -> SetupDraft:
        """What was filled in and found, for a page in other words."""
        return SetupDraft(self.drill, self._answers, self._found, self._found_with)

    def take_draft(self, draft: SetupDraft) -> None:
        """Go on with that."""
        self.drill, self._answers = draft.drill, draft.answers
        self._found, self._found_with = draft.rehearsed, draft.rehearsed_with
        self.answered.emit(self._answers)

    def _take_rehearsal(self, found: Rehearsal) -> None:
        self._found, self._found_with = found, self._asked_with
        self.rehearsed.emit(found)

    def _tell_hidden(self) -> None:
        """A learner sees nothing of what is to come, nor does who has just chosen to be one."""
        begun, answers = self._begun_with, self._answers
        is_alone = begun.is_self_study if begun is not None else answers is not None and answers.is_self_study
        if is_alone != self._is_hidden:
            self._is_hidden = is_alone
            self.hid.emit(is_alone)

    def _begin_anew(self) -> None:
        """A run is put away: the next one is set up for itself."""
        self._answers = None
        self.answered.emit(None)
        self._tell_hidden()


def _today() -> str:
    return QDate.currentDate().toString(Qt.DateFormat.ISODate)
