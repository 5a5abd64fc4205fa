"""The room of the improvement plan: its place beside the strips, its sheet, its form and its keys."""

from PySide6.QtCore import QCoreApplication

from blackstart.shell.actions.deeds import RoomDeeds
from blackstart.shell.actions.spec import ActionSpec
from blackstart.shell.review.entry_form import EntryForms
from blackstart.shell.review.evaluators import people_of
from blackstart.shell.review.improving.form import ImproveForm
from blackstart.shell.review.improving.panel import PlanDraft, PlanPanel, PlanSheet
from blackstart.shell.review.improving.presenter import Plan, PlanPresenter
from blackstart.shell.review.places import Places
from blackstart.shell.review.presenter import ReviewPresenter
from blackstart.shell.review.run_room import RunRoom
from blackstart.shell.support.look import Look

translate = QCoreApplication.translate


class ImprovingRoom(RunRoom):
    """Joins them."""

    name = "improving"

    def __init__(self, review: ReviewPresenter, places: Places, look: Look) -> None:
        super().__init__(review, places, look)
        self.presenter = PlanPresenter(review, self)
        self.forms = EntryForms(review, places)
        self.panel = PlanPanel(look)
        self.sheet: PlanSheet | None = None
        places.run.side.take_section(self.panel)
        self.presenter.shown.connect(self._show)
        self.panel.wished.connect(self.tell)
        self.panel.all_wished.connect(self.open)

    def deeds(self) -> RoomDeeds:
        """Return what can be done with the plan."""
        add = ActionSpec("review.improve", translate("Improving", "Write down what is to be fixed"), ("I",))
        show = ActionSpec("review.plan", translate("Improving", "Show the improvement plan"), ("Shift+I",))
        deeds = {add.id: self._add, show.id: self.open}
        return RoomDeeds((add, show), deeds, dict.fromkeys(deeds, self._no_run))

    def draft(self) -> PlanDraft:
        """Return what was typed in the forms."""
        forms = {key: dict(values) for key, values in self.forms.drafts.items()}
        return PlanDraft(forms, self.panel.is_folded)

    def take_draft(self, draft: object) -> None:
        """Go on with it."""
        if isinstance(draft, PlanDraft):
            self.forms.drafts.update(draft.forms)
            self.panel.fold(is_folded=draft.is_folded)

    def tell(self, of: str) -> None:
        """Ask for a new row, or how one stands."""
        recorded = self._review.recorded
        if recorded is None:
            return
        language, story = self._look.language, recorded.story
        roles = (role.name.to(language) for role in story.exercise.roles if role.name is not None)
        owners = tuple(dict.fromkeys((*roles, *people_of(story))))
        row = self.presenter.plan.row(of)
        self.forms.open(ImproveForm(row, owners, self.presenter.today, self._look))

    def open(self) -> None:
        """Show all rows."""
        if self._review.recorded is None or self.sheet is not None:
            return
        sheet = self.sheet = PlanSheet(self._look)
        sheet.wished.connect(self.tell)
        sheet.closed.connect(self._leave)
        sheet.show_plan(self.presenter.plan, self.presenter.today)
        sheet.open_over(self._places.page.window())

    def _add(self) -> None:
        self.tell("")

    def _show(self, plan: Plan) -> None:
        self.panel.show_plan(plan, self.presenter.today)
        if self.sheet is not None:
            self.sheet.show_plan(plan, self.presenter.today)

    def _leave(self) -> None:
        self.sheet = None
