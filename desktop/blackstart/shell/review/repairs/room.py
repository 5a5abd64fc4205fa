"""The room of the order of repairs: its button and key, and its sheet."""

from PySide6.QtCore import QCoreApplication

from blackstart.core.base.simtime import Seconds
from blackstart.core.review.repair_order import Tried
from blackstart.shell.actions.deeds import RoomDeeds
from blackstart.shell.actions.spec import ActionSpec
from blackstart.shell.review.places import Places
from blackstart.shell.review.presenter import ReviewPresenter
from blackstart.shell.review.repairs.presenter import RepairsPresenter
from blackstart.shell.review.repairs.sheet import RepairsSheet
from blackstart.shell.review.run_room import RunRoom
from blackstart.shell.support.look import Look

translate = QCoreApplication.translate


class RepairsRoom(RunRoom):
    """Opens the sheet and begins to look."""

    name = "repairs"

    def __init__(self, review: ReviewPresenter, places: Places, look: Look) -> None:
        super().__init__(review, places, look)
        self.presenter = RepairsPresenter(review, self)
        self.sheet: RepairsSheet | None = None
        places.run.table_head.repairs.clicked.connect(self.open)
        self.presenter.stepped.connect(self._show_step)
        self.presenter.found.connect(self._show_end)
        self.presenter.refused.connect(self._show_refused)

    def deeds(self) -> RoomDeeds:
        """Return what can be done here."""
        spec = ActionSpec("review.repairs", translate("Repairs", "Look for the best order of repairs"), ("B",))
        return RoomDeeds((spec,), {spec.id: self.open}, {spec.id: self._no_run})

    def open(self) -> None:
        """Look for the best order at the playhead."""
        recorded = self._review.recorded
        if recorded is None or self.sheet is not None:
            return
        at = Seconds(self._places.run.axis.now)
        names = {each.id: each.label(self._look.language) for each in recorded.drill.topology.components}
        self.sheet = sheet = RepairsSheet(at, names, self._look)
        sheet.stop_wished.connect(self._stop)
        sheet.closed.connect(self._leave)
        sheet.open_over(self._places.page.window())
        self.presenter.look_from(at)

    def _stop(self) -> None:
        self.presenter.stop()
        if self.sheet is not None:
            self.sheet.show_stopped()

    def _leave(self) -> None:
        self.presenter.stop()
        self.sheet = None

    def _show_step(self, tried: Tried) -> None:
        if self.sheet is not None:
            self.sheet.show_step(tried)

    def _show_end(self) -> None:
        if self.sheet is not None:
            self.sheet.show_end()

    def _show_refused(self, why: str) -> None:
        if self.sheet is not None:
            self.sheet.show_refused(why)
