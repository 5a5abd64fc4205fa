"""The room of the timeline: what happened, in lanes along the time that the page shares."""

from PySide6.QtCore import QCoreApplication, QRect

from blackstart.core.review.deeds import Deed
from blackstart.shell.actions.deeds import RoomDeeds
from blackstart.shell.actions.spec import ActionSpec
from blackstart.shell.review.lanes.card import MarkCard
from blackstart.shell.review.lanes.marks import LaneMark, lane_marks
from blackstart.shell.review.places import Places
from blackstart.shell.review.presenter import ReviewPresenter
from blackstart.shell.review.recorded import Recorded
from blackstart.shell.review.run_room import RunRoom
from blackstart.shell.support.look import Look
from blackstart.shell.widgets.entry_lines import log_lines

translate = QCoreApplication.translate


class TimelineRoom(RunRoom):
    """Tells the journal in lanes, and joins them to the table."""

    name = "timeline"

    def __init__(self, review: ReviewPresenter, places: Places, look: Look) -> None:
        super().__init__(review, places, look)
        self._page = places.run
        self.lanes = places.run.panel.lanes
        self.card = MarkCard(look, places.run)
        review.opened.connect(self._show_run)
        review.rewritten.connect(self._show_run)
        self.lanes.told.connect(self._tell)
        self.lanes.picked.connect(self._pick)
        self._page.table.picked.connect(self._show_picked)

    def deeds(self) -> RoomDeeds:
        """Return what can be done here."""
        spec = ActionSpec("review.lanes", translate("Lanes", "To what happened"), ("E",))
        return RoomDeeds((spec,), {spec.id: self.lanes.setFocus}, {spec.id: self._no_run})

    def _show_run(self, recorded: Recorded) -> None:
        lines = log_lines(recorded.entries, recorded.story.director, self._look.words)
        self._page.panel.show_marks(lane_marks(recorded, lines, self._look.words))

    def _tell(self, marks: tuple[LaneMark, ...], sign: QRect) -> None:
        """Tell of marks below all lanes, so that their neighbours are still seen."""
        lanes = self.lanes
        place = QRect(lanes.mapTo(self._page, sign.topLeft()), sign.size())
        place.setBottom(lanes.mapTo(self._page, lanes.rect().bottomLeft()).y())
        self.card.tell(marks, place)

    def _pick(self, mark: LaneMark) -> None:
        if mark.deed is not None:
            self._page.table.choose(mark.deed)

    def _show_picked(self, deed: Deed) -> None:
        self.lanes.show_chosen(deed.seq)
