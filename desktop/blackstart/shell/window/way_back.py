"""The offer to go on with a run that was left."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject, Signal

from blackstart.core.base.simtime import clock_face
from blackstart.core.record.rows import RunRow
from blackstart.shell.actions.offer import Offer

translate = QCoreApplication.translate


class WayBack(QObject):
    """Says it anew once titles are known, or are in another language."""

    offered = Signal(object)  # Offer
    reworded = Signal(str, object)  # sentence that was offered, Offer in its place

    def __init__(
        self, title_of: Callable[[RunRow], str], go_on: Callable[[RunRow], None], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._title_of = title_of
        self._go_on = go_on
        self._offered: tuple[RunRow, str] | None = None  # the run, and how that was said

    def offer(self, row: RunRow | None) -> None:
        """Offer to go on with a run; None = there is none."""
        if row is None:
            return
        offer = self._offer_of(row)
        self._offered = (row, offer.sentence)
        self.offered.emit(offer)

    def reword(self) -> None:
        """Say in other words what was offered, where they have changed."""
        if self._offered is None:
            return
        row, before = self._offered
        offer = self._offer_of(row)
        if offer.sentence != before:
            self._offered = (row, offer.sentence)
            self.reworded.emit(before, offer)

    def _offer_of(self, row: RunRow) -> Offer:
        words = translate("Desk", "A run of {title} was not ended. It is held at {time}.")
        if row.team:
            words = translate("Desk", "The run of {title} by {team} was not ended. It is held at {time}.")
        sentence = words.format(title=self._title_of(row), team=row.team, time=clock_face(row.reached_s))
        return Offer(sentence, translate("Desk", "Continue run"), lambda: self._go_on(row), is_instead=True)
