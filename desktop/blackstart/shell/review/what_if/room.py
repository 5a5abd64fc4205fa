"""The room of what if: the figures in the table of decisions, and other ways beside the curve as played."""

from PySide6.QtCore import QCoreApplication

from blackstart.core.review.deeds import Deed
from blackstart.shell.actions.deeds import RoomDeeds
from blackstart.shell.actions.spec import ActionSpec
from blackstart.shell.review.page_room import Part
from blackstart.shell.review.places import Places
from blackstart.shell.review.presenter import ReviewPresenter
from blackstart.shell.review.recorded import Recorded
from blackstart.shell.review.run_room import RunRoom
from blackstart.shell.review.what_if.choices import is_reckoned
from blackstart.shell.review.what_if.hand import CompareHand
from blackstart.shell.review.what_if.presenter import WhatIfPresenter
from blackstart.shell.review.what_if.showing import Showing
from blackstart.shell.review.what_if.ways import Without
from blackstart.shell.support.look import Look

translate = QCoreApplication.translate


class WhatIfRoom(RunRoom):
    """Joins table and curve to what is reckoned."""

    name = "what-if"

    def __init__(self, review: ReviewPresenter, places: Places, look: Look) -> None:
        super().__init__(review, places, look)
        self._page = places.run
        self._deed: Deed | None = None
        self.showing = Showing(places.run, look)
        self.hand = CompareHand(places.run.head.compare, places.page, look)
        review.opened.connect(self._take)  # before what is reckoned of it is told
        review.rewritten.connect(self._take_again)
        self.presenter = WhatIfPresenter(review, self)
        self._join()

    def deeds(self) -> RoomDeeds:
        """Return what can be done with table and curve."""
        rows = (
            ("review.decisions", translate("WhatIf", "To the decisions"), "D", self._to_table),
            ("review.notes", translate("WhatIf", "Show notes among the decisions, or not"), "N", self._toggle_notes),
            ("review.compare", translate("WhatIf", "What if the run had gone another way"), "C", self.ask),
            ("review.measure", translate("WhatIf", "Draw the next curve"), "V", self._show_next),
        )
        specs = tuple(ActionSpec(id_, words, (key,)) for id_, words, key, _ in rows)
        hindrances = dict.fromkeys((each.id for each in specs), self._no_run)
        return RoomDeeds(specs, {id_: deed for id_, _, _, deed in rows}, hindrances)

    def ask(self) -> None:
        """Offer what the run can be compared with."""
        self._page.show_part(Part.CURVE)
        naming = self.showing.naming
        if naming is not None:
            self.hand.open(self._deed, naming, self.presenter.way, self.showing.is_really)

    def _join(self) -> None:
        presenter, page, showing = self.presenter, self._page, self.showing
        presenter.reckoned.connect(page.table.show_savings)
        presenter.progressed.connect(page.table_head.show_progress)
        presenter.stood.connect(showing.show_played)
        presenter.awaited.connect(showing.show_awaited)
        presenter.compared.connect(showing.show_compared)
        presenter.refused.connect(self._review.refused)
        page.table.picked.connect(self._pick)
        page.head.compare_wished.connect(self.ask)
        page.head.measure_picked.connect(showing.show_measure)
        self.hand.picked.connect(presenter.compare)
        self.hand.really_wished.connect(showing.show_really)
        self._review.moved.connect(showing.show_now)

    def _take(self, recorded: Recorded) -> None:
        self._choose(None)
        self.showing.show_run(recorded)

    def _take_again(self, recorded: Recorded) -> None:
        self.showing.show_run(recorded)

    def _pick(self, deed: Deed) -> None:
        self._choose(deed)
        self.presenter.compare(Without(deed.seq) if deed.seq is not None and is_reckoned(deed) else None)

    def _choose(self, deed: Deed | None) -> None:
        self._deed = deed
        self._page.curve.show_chosen(deed.number if deed is not None else 0)

    def _to_table(self) -> None:
        self._page.go_to(Part.TABLE)

    def _show_next(self) -> None:
        self._page.show_part(Part.CURVE)
        self.showing.show_next_measure()

    def _toggle_notes(self) -> None:
        self._page.show_part(Part.TABLE)
        self._page.table_head.notes.click()
