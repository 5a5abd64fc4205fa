"""The room of what was found and said: two parts beside the strips, their forms and keys."""

from PySide6.QtCore import QCoreApplication

from blackstart.core.review.ratings import findings, hot_wash
from blackstart.core.review.story import Story
from blackstart.shell.actions.deeds import RoomDeeds
from blackstart.shell.actions.spec import ActionSpec
from blackstart.shell.review.entry_form import EntryForms
from blackstart.shell.review.evaluators import evaluators_of, people_of
from blackstart.shell.review.findings.forms import CorrectForm, FindingForm, HotWordForm
from blackstart.shell.review.findings.panels import FindingsDraft, FindingsPanel, HotWashPanel
from blackstart.shell.review.places import Places
from blackstart.shell.review.presenter import ReviewPresenter
from blackstart.shell.review.recorded import Recorded
from blackstart.shell.review.run_room import RunRoom
from blackstart.shell.support.look import Look

translate = QCoreApplication.translate


class FindingsRoom(RunRoom):
    """Shows what the journal holds, and opens the forms."""

    name = "findings"

    def __init__(self, review: ReviewPresenter, places: Places, look: Look) -> None:
        super().__init__(review, places, look)
        self.forms = EntryForms(review, places)
        self.panel = FindingsPanel(look)
        self.wash = HotWashPanel(look)
        for part in (self.panel, self.wash):
            places.run.side.take_section(part)
        review.opened.connect(self._show)
        review.rewritten.connect(self._show)
        self.panel.add_wished.connect(self.find)
        self.panel.corrected.connect(self.correct)
        self.wash.add_wished.connect(self.say)

    def deeds(self) -> RoomDeeds:
        """Return what can be done here."""
        find = ActionSpec("review.finding", translate("Findings", "Write down a strength or an area"), ("A",))
        say = ActionSpec("review.hot-wash", translate("Findings", "Add an answer of the hot wash"), ("H",))
        deeds = {find.id: self.find, say.id: self.say}
        return RoomDeeds((find, say), deeds, dict.fromkeys(deeds, self._no_run))

    def draft(self) -> FindingsDraft:
        """Return what was typed in the forms."""
        forms = {key: dict(values) for key, values in self.forms.drafts.items()}
        return FindingsDraft(forms, self.panel.is_folded, self.wash.is_folded)

    def take_draft(self, draft: object) -> None:
        """Go on with it."""
        if isinstance(draft, FindingsDraft):
            self.forms.drafts.update(draft.forms)
            self.panel.fold(is_folded=draft.is_folded)
            self.wash.fold(is_folded=draft.is_wash_folded)

    def find(self) -> None:
        """Ask for a strength or an area for improvement."""
        story = self._story
        if story is not None:
            objectives = [(each.id, each.text.to(self._look.language)) for each in story.exercise.objectives]
            self.forms.open(FindingForm(objectives, evaluators_of(story), self._look))

    def correct(self, seq: str) -> None:
        """Ask for other words of a finding."""
        story = self._story
        found = [each for each in findings(story.entries) if str(each.seq) == seq] if story is not None else []
        if story is not None and found:
            self.forms.open(CorrectForm(found[0], evaluators_of(story), self._look))

    def say(self) -> None:
        """Ask for an answer of the hot wash."""
        story = self._story
        if story is not None:
            self.forms.open(HotWordForm(people_of(story), self._look))

    @property
    def _story(self) -> Story | None:
        recorded = self._review.recorded
        return recorded.story if recorded is not None else None

    def _show(self, recorded: Recorded) -> None:
        story = recorded.story
        names = {each.id: each.text.to(self._look.language) for each in story.exercise.objectives}
        self.panel.show_findings(findings(story.entries), names)
        self.wash.show_words(hot_wash(story.entries))
