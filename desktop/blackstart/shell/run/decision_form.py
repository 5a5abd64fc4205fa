"""The open decision: its question, the ways to decide, who, how sure, why, and the button that records it.

The form keeps what was typed for each decision as long as that is open.
"""

from collections.abc import Mapping, Sequence
from itertools import pairwise

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from blackstart.core.base.ids import DecisionId, OptionId
from blackstart.core.play.commands import Decide
from blackstart.shell.run.answer_fields import USUAL, AnswerFields
from blackstart.shell.run.decision_head import DecisionHead
from blackstart.shell.run.drafts import DecisionDraft
from blackstart.shell.run.folded_question import FoldedQuestion
from blackstart.shell.run.sheets import Choice, Question
from blackstart.shell.support.look import Look
from blackstart.shell.support.theme import SPACE_8, SPACE_12
from blackstart.shell.widgets.arrival import Curtain
from blackstart.shell.widgets.choice_row import ChoiceRow
from blackstart.shell.widgets.fold_sign import FoldSign
from blackstart.shell.widgets.icon_mark import IconMark
from blackstart.shell.widgets.key_button import KeyButton
from blackstart.shell.widgets.labels import Label
from blackstart.shell.widgets.panel import Panel
from blackstart.shell.widgets.snug_scroll import SnugScroll

translate = QCoreApplication.translate

LEAST_BODY_PX = 120


class DecisionForm(Panel):
    """Shows one of the open decisions; hidden while there is none."""

    decided = Signal(object)  # Decide
    hold_wished = Signal()
    incomplete = Signal(str)  # one sentence: what is missing
    switched = Signal()  # another decision is shown than before, or none
    unfold_wished = Signal()

    def __init__(self, key: str, look: Look, unfold_key: str = "") -> None:
        super().__init__(look, is_ink=True)
        self._look = look
        self._question: Question | None = None
        self._open: tuple[Question, ...] = ()
        self._roles: tuple[tuple[str, str], ...] = ()
        self._rows: dict[OptionId, ChoiceRow] = {}
        self._drafts: dict[DecisionId, DecisionDraft] = {}  # of the open decisions that are not shown
        self._group = QButtonGroup(self)
        self.head = DecisionHead(look)
        self.folded = FoldedQuestion(unfold_key, look)
        self.text = Label(role="title", wraps=True)
        self._choices = QVBoxLayout()
        self.answer = AnswerFields(look)
        self.otherwise = Label(role="hint", wraps=True)  # what nobody's deciding means; the team is not told
        self._otherwise_held = QWidget()
        self.record = KeyButton(translate("DecisionForm", "Record decision"), key, look, role="primary")
        self._set_up()
        self._lay_out()
        self._curtain = Curtain(self, "bg1", look)
        self.hide()

    def show_roles(self, roles: tuple[tuple[str, str], ...]) -> None:
        """Say who is at the table: role id and name of each."""
        self._roles = roles

    def show_questions(self, questions: Sequence[Question]) -> None:
        """Show how the open decisions stand; the one that is shown stays while it is open."""
        self._open = tuple(questions)
        ids = {each.id: each for each in questions}
        shown = self._question.id if self._question is not None else None
        question = ids.get(shown) if shown is not None else None
        question = question or (questions[0] if questions else None)
        self._show(question)
        self._drafts = {id_: draft for id_, draft in self._drafts.items() if id_ in ids}
        self._show_others()

    def switch_to(self, question: Question) -> None:
        """Show another of the open decisions."""
        self._show(question)
        self._show_others()

    def show_decision(self, decision: DecisionId) -> None:
        """Show one of the open decisions by its id, if it is open."""
        question = next((each for each in self._open if each.id == decision), None)
        if question is not None:
            self.switch_to(question)

    def begin(self) -> None:
        """Put the focus on the first way to decide, or the chosen one."""
        rows = list(self._rows.values())
        if rows:
            next((row for row in rows if row.isChecked()), rows[0]).setFocus()

    def choose(self, option: OptionId) -> None:
        self._rows[option].setChecked(True)

    def submit(self) -> None:
        """Emit the decision, or say what is missing; of a folded one nobody sees what would be recorded."""
        if self._question is None:
            return
        if self.is_folded:
            self.unfold_wished.emit()
            return
        draft = self._draft()
        if draft.option is None:
            self.incomplete.emit(
                translate("DecisionForm", "Nothing is recorded yet: choose one of the ways to decide.")
            )
            return
        if not draft.who:
            self.incomplete.emit(translate("DecisionForm", "Nothing is recorded yet: say who decided."))
            return
        self.decided.emit(Decide(self._question.id, draft.option, draft.who, draft.why.strip(), draft.confidence))

    @property
    def is_folded(self) -> bool:
        return not self.folded.isHidden()

    def fold(self, *, is_folded: bool) -> None:
        """Show of the decision only its head and question, or all of it."""
        if is_folded != self.is_folded:
            self.folded.setVisible(is_folded)
            self.body.setVisible(not is_folded)
            self.record.setVisible(not is_folded)

    def whole_height(self) -> int:
        """How high it is where all of it is shown."""
        parts = (self.head, self.body, self.record)
        return sum(part.sizeHint().height() for part in parts) + 2 * (SPACE_12 + SPACE_8)

    def drafts(self) -> dict[DecisionId, DecisionDraft]:
        """Return what is filled in for each of the open decisions."""
        if self._question is None:
            return dict(self._drafts)
        return self._drafts | {self._question.id: self._draft()}

    def take_drafts(self, drafts: Mapping[DecisionId, DecisionDraft]) -> None:
        """Fill in what was filled in before, once its decision is shown."""
        self._drafts = dict(drafts)
        if self._question is not None and self._question.id in self._drafts:
            self._fill(self._question)

    def show_clock(self, *, is_running: bool) -> None:
        """Say whether there is a clock to hold."""
        self.head.show_clock(is_running=is_running)

    @property
    def shown(self) -> DecisionId | None:
        """The decision that is shown."""
        return self._question.id if self._question is not None else None

    def _show_others(self) -> None:
        self.head.show_others([each for each in self._open if each.id != self.shown])

    def _show(self, question: Question | None) -> None:
        before = self._question
        if before is not None and question is not None and before.id != question.id:
            self._drafts = self.drafts()
        self._question = question
        self.setVisible(question is not None)
        if (before.id if before is not None else None) != self.shown:
            self.switched.emit()
        if question is None:
            return
        self.head.show_question(question)
        if before is None or before.id != question.id:
            self._fill(question)
            self._curtain.draw()

    def _fill(self, question: Question) -> None:
        self.text.setText(question.text)
        self.folded.text.say(question.text)
        self.otherwise.setText(question.otherwise)
        self._otherwise_held.setVisible(bool(question.otherwise))
        for row in self._rows.values():
            self._group.removeButton(row)
            self._choices.removeWidget(row)
            row.hide()  # it is gone only after the next frame
            row.deleteLater()
        self._rows = {choice.id: self._row(choice) for choice in question.choices}
        for before, after in pairwise([*self._rows.values(), *self.answer.stops(), self.record]):
            QWidget.setTabOrder(before, after)
        draft = self._drafts.pop(question.id, DecisionDraft(None, question.asks, USUAL, ""))
        if draft.option in self._rows:
            self._rows[draft.option].setChecked(True)
        self.answer.fill_in(self._roles, draft)

    def _draft(self) -> DecisionDraft:
        """Return what is filled in for the decision that is shown."""
        return self.answer.draft(next((id_ for id_, row in self._rows.items() if row.isChecked()), None))

    def _row(self, choice: Choice) -> ChoiceRow:
        row = ChoiceRow(choice.text, choice.foresee, self._look)
        self._group.addButton(row)
        self._choices.addWidget(row)
        return row

    def _set_up(self) -> None:
        self.head.hold.clicked.connect(self.hold_wished)
        self.head.other_wished.connect(self.switch_to)
        self.record.clicked.connect(self.submit)
        self.folded.unfold_wished.connect(self.unfold_wished)

    def _lay_out(self) -> None:
        body = QWidget()
        inner = QVBoxLayout(body)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(SPACE_8)
        inner.addWidget(self.text)
        self._choices.setSpacing(SPACE_8)
        inner.addLayout(self._choices)
        row = QHBoxLayout(self._otherwise_held)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE_8)
        row.addWidget(IconMark("eyeoff", self._look), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.otherwise, 1)
        inner.addWidget(self._otherwise_held)
        inner.addWidget(self.answer)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_12, SPACE_12, SPACE_12, SPACE_12)
        column.setSpacing(SPACE_8)
        column.addWidget(self.head)
        # In a low window this scrolls, and the button below it stays in sight.
        self.body = SnugScroll(body, self._look.px(LEAST_BODY_PX))
        FoldSign(self.body, self._look)
        for part in (self.folded, self.body, self.record):
            column.addWidget(part)
