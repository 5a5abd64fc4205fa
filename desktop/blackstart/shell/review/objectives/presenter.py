"""What is shown of each objective: what its measure shows, and how it was rated by whom."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from blackstart.core.base.ids import ObjectiveId
from blackstart.core.play.commands import Command, Rate
from blackstart.core.review.measure_words import measure_words, verdict_words
from blackstart.core.review.measured import checked
from blackstart.core.review.ratings import Rating, ratings
from blackstart.core.review.story import Story
from blackstart.shell.review.evaluators import evaluators_of
from blackstart.shell.review.leads import Lead, leads_of
from blackstart.shell.review.presenter import ReviewPresenter
from blackstart.shell.review.recorded import Recorded
from blackstart.shell.support.look import Look


@dataclass(frozen=True, slots=True)
class ObjectiveSheet:
    """One objective.

    Attributes
    ----------
    measured, verdict : str
        What its measure asks for, and how that turned out; empty = it has none.
    leads : tuple of Lead
        What shows it.
    ratings : tuple of Rating
        That count, one of each evaluator.
    """

    id: ObjectiveId
    text: str
    capability: str
    measured: str
    verdict: str
    leads: tuple[Lead, ...]
    ratings: tuple[Rating, ...]

    def by(self, evaluator: str) -> Rating | None:
        """Return what one evaluator said of it."""
        return next((each for each in self.ratings if each.by == evaluator), None)

    def by_others(self, evaluator: str) -> tuple[Rating, ...]:
        """Return what the others said of it."""
        return tuple(each for each in self.ratings if each.by != evaluator)


@dataclass(frozen=True, slots=True)
class Objectives:
    """All of a run, and who rates them."""

    run: str
    sheets: tuple[ObjectiveSheet, ...]
    evaluators: tuple[str, ...]


class ObjectivesPresenter(QObject):
    """Hears which run is looked back on; writes ratings into its journal."""

    shown = Signal(object)  # Objectives
    rated = Signal(object)  # the Rate that was written
    refused = Signal()

    def __init__(self, review: ReviewPresenter, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._review = review
        self._look = look
        review.opened.connect(self._show)
        review.rewritten.connect(self._show)
        review.written.connect(self._tell)
        review.refused.connect(self.refused)

    def rate(self, rating: Rate) -> None:
        """Write a rating."""
        self._review.write(rating)

    def seek(self, at: int) -> None:
        """Show the run as it stood at a second."""
        self._review.seek(at)

    def _show(self, recorded: Recorded) -> None:
        story = recorded.story
        self.shown.emit(Objectives(recorded.row.run, objective_sheets(story, self._look), evaluators_of(story)))

    def _tell(self, command: Command) -> None:
        if isinstance(command, Rate):
            self.rated.emit(command)


def objective_sheets(story: Story, look: Look) -> tuple[ObjectiveSheet, ...]:
    """Return what is told of every objective of the script."""
    rated, results, words = ratings(story.entries), checked(story), look.words
    sheets = []
    for each in story.exercise.objectives:
        measured = verdict = ""
        leads: tuple[Lead, ...] = ()
        result = results.get(each.id)
        if each.measure is not None and result is not None:
            measured = measure_words(words, story.drill, each.measure)
            verdict = verdict_words(words, each.measure, result)
            leads = leads_of(each.measure, result, story)
        given = tuple(rating for rating in rated if rating.objective == each.id)
        capability = each.capability.to(words.language) if each.capability is not None else ""
        text = each.text.to(words.language)
        sheets.append(ObjectiveSheet(each.id, text, capability, measured, verdict, leads, given))
    return tuple(sheets)
