"""What every room of Review begins with: the run that is looked back on, and where its widgets go."""

from PySide6.QtCore import QCoreApplication, QObject

from blackstart.shell.review.places import Places
from blackstart.shell.review.presenter import ReviewPresenter
from blackstart.shell.support.look import Look

translate = QCoreApplication.translate


class RunRoom(QObject):
    """Where nothing is typed there is no draft; heirs in which something is say more."""

    def __init__(self, review: ReviewPresenter, places: Places, look: Look) -> None:
        super().__init__(places.page)
        self._review = review
        self._places = places
        self._look = look

    def draft(self) -> object:
        """Return what was typed here and stands in no journal."""
        return None

    def take_draft(self, draft: object) -> None:
        """Go on with that."""

    def _no_run(self) -> str:
        """Say why nothing can be done here; empty = a run is open."""
        return "" if self._review.recorded is not None else translate("ReviewActions", "No run is open.")
