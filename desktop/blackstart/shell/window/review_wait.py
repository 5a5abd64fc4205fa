"""The wait for a run that is to be looked back on: its drill may take as long as one that is opened."""

from PySide6.QtCore import QCoreApplication, QObject

from blackstart.shell.review.presenter import OPEN, ReviewPresenter
from blackstart.shell.window.wait import Wait

translate = QCoreApplication.translate


class ReviewWait(Wait):
    """Begins and ends by itself; a run that was called off leaves what was open before."""

    def __init__(self, review: ReviewPresenter, parent: QObject | None = None) -> None:
        super().__init__(self._call_off, parent)
        self._review = review
        review.reading.connect(self._begin)
        review.stage_reached.connect(self.go_on)
        review.opened.connect(self.end)
        review.unread.connect(self.end)

    def _begin(self, run: str) -> None:
        row = next((row for row in self._review.rows if row.run == run), None)
        self.begin(self._review.title_of(row) if row is not None else run)

    def _call_off(self) -> None:
        self._review.worker.forget(OPEN)
        self._review.opener.stop()
        self._review.unread.emit(translate("Wait", "The run is not open: that was called off."))
