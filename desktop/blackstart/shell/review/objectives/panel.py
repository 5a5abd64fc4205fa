"""The objectives in the column beside the strips: who rates, and a row for each."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from blackstart.core.base.ids import ObjectiveId
from blackstart.core.play.commands import Rate
from blackstart.core.review.ratings import RATINGS
from blackstart.shell.review.evaluators import named
from blackstart.shell.review.objectives.presenter import Objectives
from blackstart.shell.review.objectives.row import ObjectiveRow
from blackstart.shell.review.section import Section, cleared
from blackstart.shell.support.look import Look
from blackstart.shell.support.theme import SPACE_4, SPACE_8
from blackstart.shell.widgets.labels import Label, rule
from blackstart.shell.widgets.who_field import WhoField

translate = QCoreApplication.translate

Place = tuple[str, ObjectiveId, str]  # run, objective, evaluator


@dataclass(frozen=True, slots=True)
class RatingDraft:
    """Who rates, and by run, objective and evaluator the ratings whose reasons are half written."""

    by: str = ""
    reasons: Mapping[Place, tuple[str, str]] = field(default_factory=dict)
    is_folded: bool = False


class ObjectivesPanel(Section):
    """Keeps what is half written of each objective by each evaluator."""

    rated = Signal(object)  # Rate
    sought = Signal(int)  # exercise seconds
    revealed = Signal(QWidget)  # what is to be seen

    def __init__(self, look: Look) -> None:
        super().__init__(translate("Objectives", "Objectives"), look)
        self._look = look
        self._told = Objectives("", (), ())
        self._reasons: dict[Place, tuple[str, str]] = {}
        self.who = WhoField(look)
        self.rows: dict[ObjectiveId, ObjectiveRow] = {}
        self._list = QVBoxLayout()
        self._about = Label(role="hint", wraps=True)
        self._lay_out()
        self.who.editTextChanged.connect(self._show_rows)

    def show_objectives(self, told: Objectives) -> None:
        """Show those of a run; rows stay what they are while the objectives are the same."""
        is_same = (told.run, [each.id for each in told.sheets]) == (self._told.run, list(self.rows))
        self._told = told
        self.show_count(len(told.sheets))
        self._offer()
        if not is_same:
            self._build()
        self._show_rows()

    def draft(self) -> RatingDraft:
        self._keep()
        return RatingDraft(self.who.who, dict(self._reasons), self.is_folded)

    def take_draft(self, draft: RatingDraft) -> None:
        self._reasons = dict(draft.reasons)
        self.fold(is_folded=draft.is_folded)
        if draft.by:
            self.who.choose(draft.by)
        self._show_rows()

    def take_focus(self) -> None:
        """Give the keys to the objective that had them last, or the first; to who rates while nobody does."""
        self.fold(is_folded=False)
        rows = list(self.rows.values())
        if not rows or not self.who.who:
            self.who.setFocus()
            self.revealed.emit(self.who)
            return
        waiting = next((row for row in rows if row.pending), None)
        (waiting or rows[0]).setFocus()

    def take_written(self, rating: Rate) -> None:
        """Hear that a rating stands in the journal."""
        self._reasons.pop((self._told.run, rating.objective, rating.by), None)
        row = self.rows.get(rating.objective)
        if row is not None and rating.by == self.who.who:
            had_focus = row.field.hasFocus()
            row.wait(is_waiting=False)
            row.ask("", "")
            row.field.clear()
            if had_focus:
                row.setFocus()

    def take_refused(self) -> None:
        """Let what could not be written be changed."""
        for row in self.rows.values():
            row.wait(is_waiting=False)

    def _offer(self) -> None:
        by = self.who.who
        self.who.blockSignals(True)
        self.who.show_people(named(self._told.evaluators))
        if not by and self._told.evaluators:
            self.who.choose(self._told.evaluators[0])
        self.who.blockSignals(False)

    def _build(self) -> None:
        column = cleared(self._list)
        self.rows = {}
        for sheet in self._told.sheets:
            row = self.rows[sheet.id] = ObjectiveRow(sheet.id, self._look)
            row.picked.connect(self._ask)
            row.reasoned.connect(self._rate)
            row.typed.connect(self._keep_one)
            row.left.connect(self._leave)
            row.stepped.connect(self._step)
            row.sought.connect(self.sought)
            row.focused.connect(self.revealed)
            column.addWidget(row)
            column.addWidget(rule())
        words = translate("Objectives", "The exercise has no objectives.")
        meanings = "\n".join(f"{letter}  {self._look.words.say(f'rating.{letter}')}" for letter in RATINGS)
        self._about.setText(meanings if self.rows else words)

    def _show_rows(self) -> None:
        by = self.who.who
        for sheet in self._told.sheets:
            row = self.rows[sheet.id]
            row.show_sheet(sheet, by)
            rating, words = self._reasons.get((self._told.run, sheet.id, by), ("", ""))
            if (rating, words) != (row.pending, row.field.toPlainText()):
                row.blockSignals(True)
                row.ask(rating, words)
                row.blockSignals(False)

    def _ask(self, objective: ObjectiveId, rating: str) -> None:
        row, by = self.rows[objective], self.who.who
        sheet = next(each for each in self._told.sheets if each.id == objective)
        own = sheet.by(by)
        row.show_sheet(sheet, by)  # a click has marked what is not written yet
        if not by:
            self.who.setFocus()
            self.revealed.emit(self.who)
            return
        if rating:
            _, words = self._reasons.get((self._told.run, objective, by), ("", ""))
            same = own.why if own is not None and own.rating == rating else ""
            self._reasons[self._told.run, objective, by] = (rating, words or same)
            row.ask(rating, words or same)
            row.ask_here()

    def _rate(self, objective: ObjectiveId, rating: str, why: str) -> None:
        by = self.who.who
        if by:
            self.rows[objective].wait(is_waiting=True)
            self.rated.emit(Rate(objective, rating, why, by))

    def _leave(self, objective: ObjectiveId) -> None:
        row, words = self.rows[objective], self.rows[objective].field.toPlainText()
        self._reasons[self._told.run, objective, self.who.who] = ("", words)  # there again if it is asked for
        row.ask("", words)
        row.setFocus()

    def _step(self, objective: ObjectiveId, by: int) -> None:
        rows = list(self.rows)
        place = rows.index(objective) + by
        if 0 <= place < len(rows):
            self.rows[rows[place]].setFocus()

    def _keep_one(self, objective: ObjectiveId) -> None:
        row = self.rows[objective]
        if row.pending:
            self._reasons[self._told.run, objective, self.who.who] = (row.pending, row.field.toPlainText())

    def _keep(self) -> None:
        for objective in self.rows:
            self._keep_one(objective)

    def _lay_out(self) -> None:
        self.who.setAccessibleName(translate("Objectives", "Who rates"))
        by = QHBoxLayout()
        by.setSpacing(SPACE_8)
        by.addWidget(Label(translate("Objectives", "Rated by"), role="secondary"))
        by.addWidget(self.who, 1)
        self.body.addLayout(by)
        self._list.setSpacing(SPACE_4)
        self.body.addLayout(self._list)
        self.body.addWidget(self._about)
