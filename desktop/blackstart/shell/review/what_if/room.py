"""The room of what if: the figures in the table of decisions."""

from PySide6.QtCore import QCoreApplication, QObject

from blackstart.shell.actions.deeds import RoomDeeds
from blackstart.shell.actions.spec import ActionSpec
from blackstart.shell.review.places import Places
from blackstart.shell.review.presenter import ReviewPresenter
from blackstart.shell.review.what_if.presenter import WhatIfPresenter
from blackstart.shell.support.look import Look

translate = QCoreApplication.translate


class WhatIfRoom(QObject):
    """Joins the table of decisions to what it saved or lost."""

    name = "what-if"

    def __init__(self, review: ReviewPresenter, places: Places, look: Look) -> None:
        super().__init__(places.page)
        self._review = review
        self._page = places.run
        self.presenter = WhatIfPresenter(review, self)
        self.presenter.reckoned.connect(places.run.table.show_savings)
        self.presenter.progressed.connect(places.run.table_head.show_progress)

    def deeds(self) -> RoomDeeds:
        """Return what can be done with the table."""
        rows = (
            ("review.decisions", translate("WhatIf", "To the decisions"), "D", self._page.table.setFocus),
            ("review.notes", translate("WhatIf", "Show notes among the decisions, or not"), "N", self._toggle_notes),
        )
        specs = tuple(ActionSpec(id_, words, (key,)) for id_, words, key, _ in rows)
        return RoomDeeds(
            specs, {id_: deed for id_, _, _, deed in rows}, dict.fromkeys((each.id for each in specs), self._no_run)
        )

    def draft(self) -> object:
        """Return nothing: nothing is typed here."""
        return None

    def take_draft(self, draft: object) -> None:
        """Take nothing in."""

    def _toggle_notes(self) -> None:
        self._page.table_head.notes.click()

    def _no_run(self) -> str:
        return "" if self._review.recorded is not None else translate("ReviewActions", "No run is open.")
