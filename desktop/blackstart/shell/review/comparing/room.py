"""The room of comparing: its button and key, its sheet, and the ways from it."""

from PySide6.QtCore import QCoreApplication

from blackstart.core.base.ids import RunId
from blackstart.core.base.simtime import Seconds
from blackstart.shell.actions.deeds import RoomDeeds
from blackstart.shell.actions.spec import ActionSpec
from blackstart.shell.review.comparing.presenter import ComparePresenter
from blackstart.shell.review.comparing.sheet import CompareSheet
from blackstart.shell.review.comparing.side import Compared
from blackstart.shell.review.places import Places
from blackstart.shell.review.presenter import ReviewPresenter
from blackstart.shell.review.run_room import RunRoom
from blackstart.shell.support.look import Look
from blackstart.shell.widgets.buttons import Button

translate = QCoreApplication.translate


class CompareRoom(RunRoom):
    """Opens the sheet, and leads from it to a run."""

    name = "compare"

    def __init__(self, review: ReviewPresenter, places: Places, look: Look) -> None:
        super().__init__(review, places, look)
        self.presenter = ComparePresenter(review, self)
        self.sheet: CompareSheet | None = None
        self.button = Button(translate("Compare", "Compare runs…"), look, "review")
        self.button.setToolTip(translate("Compare", "Compare runs of this drill (Shift+C)"))
        self.button.clicked.connect(self.open)
        self.button.setEnabled(review.recorded is not None)
        places.bar.take(self.button)
        review.opened.connect(self._allow)
        self.presenter.progressed.connect(self._show_progress)
        self.presenter.shown.connect(self._show)
        self.presenter.refused.connect(self._refuse)

    def deeds(self) -> RoomDeeds:
        """Return what can be done with several runs."""
        spec = ActionSpec("review.runs", translate("Compare", "Compare runs of this drill"), ("Shift+C",))
        return RoomDeeds((spec,), {spec.id: self.open}, {spec.id: self._no_run})

    def open(self) -> None:
        """Ask which runs."""
        if self._review.recorded is None:
            self._review.refused.emit(self._no_run())
            return
        sheet = CompareSheet(self._look, self.presenter.rows, self.presenter.opened)
        sheet.wished.connect(self.presenter.compare)
        sheet.stopped.connect(self.presenter.stop)
        sheet.place_wished.connect(self._go_to)
        sheet.run_wished.connect(self._open_run)
        sheet.closed.connect(self._leave)
        self.sheet = sheet
        sheet.open_over(self._places.page.window())

    def _allow(self) -> None:
        self.button.setEnabled(True)

    def _leave(self) -> None:
        self.sheet = None
        self.presenter.stop()

    def _show_progress(self, known: int, whole: int) -> None:
        if self.sheet is not None:
            self.sheet.show_progress(known, whole)

    def _show(self, shown: Compared) -> None:
        if self.sheet is not None:
            self.sheet.show_compared(shown)

    def _refuse(self, why: str) -> None:
        if self.sheet is not None:
            self.sheet.say(why)

    def _go_to(self, place: tuple[RunId, Seconds] | None) -> None:
        if place is not None:
            self._close()
            self.presenter.open(*place)

    def _open_run(self, run: RunId) -> None:
        self._close()
        self.presenter.open(run)

    def _close(self) -> None:
        if self.sheet is not None:
            self.sheet.close_sheet()
