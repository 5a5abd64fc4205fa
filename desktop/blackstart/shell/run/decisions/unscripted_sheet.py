"""A decision that nobody scripted: the question, what was chosen, who, how sure, why, and what follows on the map."""

from dataclasses import dataclass, field

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from blackstart.core.engine.effects import Effect
from blackstart.core.exercise.model import Drill
from blackstart.core.play.commands import DecideUnscripted
from blackstart.shell.run.answer_fields import USUAL, AnswerFields
from blackstart.shell.run.drafts import DecisionDraft
from blackstart.shell.run.effects_field import EffectsField
from blackstart.shell.support.look import Look
from blackstart.shell.widgets.form_sheet import FormSheet

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class UnscriptedDraft:
    """Such a decision as far as it is filled in."""

    question: str = ""
    choice: str = ""
    answer: DecisionDraft = field(default_factory=lambda: DecisionDraft(None, "", USUAL, ""))
    effects: tuple[Effect, ...] = ()


class UnscriptedSheet(FormSheet):
    """Emits the command; it is closed by whoever carries that out."""

    decided = Signal(object)  # DecideUnscripted

    def __init__(self, drill: Drill, people: tuple[tuple[str, str], ...], look: Look) -> None:
        title = translate("RunDecisions", "A decision that nobody scripted")
        super().__init__(title, translate("RunDecisions", "Record decision"), look)
        self._people = people
        self.question = QLineEdit()
        self.choice = QLineEdit()
        self.answer = AnswerFields(look)
        self.effects = EffectsField(look)
        self.effects.show_drill(drill)
        self.add_field(translate("RunDecisions", "The question"), self.question)
        self.add_field(translate("RunDecisions", "What was chosen"), self.choice)
        self.form.addWidget(self.answer)
        self.add_field(translate("RunDecisions", "What it brings about on the map"), self.effects)
        self.effects.incomplete.connect(self.complain)
        self.handed_on.connect(self._decide)
        self.take_draft(UnscriptedDraft())

    def first_stop(self) -> QWidget | None:
        return self.question

    @property
    def draft(self) -> UnscriptedDraft:
        """What is filled in."""
        return UnscriptedDraft(self.question.text(), self.choice.text(), self.answer.draft(None), self.effects.effects)

    def take_draft(self, draft: UnscriptedDraft) -> None:
        """Go on with what was filled in before."""
        self.question.setText(draft.question)
        self.choice.setText(draft.choice)
        self.answer.fill_in(self._people, draft.answer)
        self.effects.take(draft.effects)

    def _decide(self) -> None:
        if not self.effects.add_chosen():
            return
        draft = self.draft
        answer = draft.answer
        if not draft.question.strip():
            self._ask(self.question, translate("RunDecisions", "Nothing is recorded yet: say what was to be decided."))
        elif not draft.choice.strip():
            self._ask(self.choice, translate("RunDecisions", "Nothing is recorded yet: say what was chosen."))
        elif not answer.who:
            self._ask(self.answer.who, translate("DecisionForm", "Nothing is recorded yet: say who decided."))
        else:
            question, choice, why = draft.question.strip(), draft.choice.strip(), answer.why.strip()
            made = DecideUnscripted(question, choice, answer.who, why, answer.confidence, draft.effects)
            self.decided.emit(made)

    def _ask(self, asked: QWidget, sentence: str) -> None:
        self.complain(sentence)
        asked.setFocus()
