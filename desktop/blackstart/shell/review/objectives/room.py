"""The room of the objectives: their place beside the strips, and the key that leads there."""

from PySide6.QtCore import QCoreApplication

from blackstart.shell.actions.deeds import RoomDeeds
from blackstart.shell.actions.spec import ActionSpec
from blackstart.shell.review.objectives.panel import ObjectivesPanel, RatingDraft
from blackstart.shell.review.objectives.presenter import ObjectivesPresenter
from blackstart.shell.review.places import Places
from blackstart.shell.review.presenter import ReviewPresenter
from blackstart.shell.review.run_room import RunRoom
from blackstart.shell.support.look import Look

translate = QCoreApplication.translate


class ObjectivesRoom(RunRoom):
    """Joins the panel with its presenter."""

    name = "objectives"

    def __init__(self, review: ReviewPresenter, places: Places, look: Look) -> None:
        super().__init__(review, places, look)
        self.presenter = ObjectivesPresenter(review, look, self)
        self.panel = ObjectivesPanel(look)
        places.run.side.take_section(self.panel)
        presenter, panel = self.presenter, self.panel
        presenter.shown.connect(panel.show_objectives)
        presenter.rated.connect(panel.take_written)
        presenter.refused.connect(panel.take_refused)
        panel.rated.connect(presenter.rate)
        panel.sought.connect(presenter.seek)
        panel.revealed.connect(places.run.side.reveal)

    def deeds(self) -> RoomDeeds:
        """Return what can be done with the objectives."""
        spec = ActionSpec("review.objectives", translate("Objectives", "To the objectives, to rate them"), ("O",))
        return RoomDeeds((spec,), {spec.id: self.panel.take_focus}, {spec.id: self._no_run})

    def draft(self) -> RatingDraft:
        """Return who rates, and the reasons that are half written."""
        return self.panel.draft()

    def take_draft(self, draft: object) -> None:
        """Go on with them."""
        if isinstance(draft, RatingDraft):
            self.panel.take_draft(draft)
