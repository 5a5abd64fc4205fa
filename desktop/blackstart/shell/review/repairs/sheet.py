"""The sheet on which the best order of repairs is looked for: what is tried, how far it is, what was found."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from blackstart.core.base.ids import ComponentId
from blackstart.core.base.simtime import Seconds, clock_face
from blackstart.core.review.repair_order import RepairOrder, Tried
from blackstart.shell.review.savings import Saving
from blackstart.shell.support.look import Look
from blackstart.shell.support.theme import SPACE_8, SPACE_12, SPACE_16, SPACE_20, SPACE_28
from blackstart.shell.widgets.buttons import Button
from blackstart.shell.widgets.labels import Label
from blackstart.shell.widgets.progress_line import ProgressLine
from blackstart.shell.widgets.titled_sheet import TitledSheet

translate = QCoreApplication.translate

WIDTH_PX, HOUR_S = 560, 3600


class RepairsSheet(TitledSheet):
    """Closed, nothing is looked for any more."""

    stop_wished = Signal()

    def __init__(self, at: Seconds, names: Mapping[ComponentId, str], look: Look) -> None:
        super().__init__(look, WIDTH_PX)
        self._names = names
        self.about = Label(
            translate(
                "Repairs",
                "Every order of the repairs that crews had to do at this second is played to the end of the run. "
                "All else stays as it was played.",
            ),
            role="secondary",
            wraps=True,
        )
        self.line = ProgressLine(look)
        self.said = Label(translate("Repairs", "The run is being played to this second."), role="hint", wraps=True)
        self.stop = Button(translate("Repairs", "Stop"), look)
        self.saved = Label(role="strong", wraps=True)
        self.played, self.best = _Order(), _Order()
        self.fill(translate("Repairs", "Best order of repairs at {time}").format(time=clock_face(at)), self._laid_out())
        self.stop.clicked.connect(self.stop_wished)
        for each in (self.saved, self.played, self.best):
            each.hide()

    def first_stop(self) -> QWidget | None:
        return self.stop

    def show_step(self, tried: Tried) -> None:
        """Say how far it is, and what is best so far."""
        words = translate("Repairs", "{done} of {whole} orders are tried.")
        self.line.show_share(tried.done / tried.whole)
        self.said.setText(words.format(done=tried.done, whole=tried.whole))
        self._show_orders(tried, is_whole=tried.done == tried.whole)

    def show_end(self) -> None:
        """Say nothing more of how far it is."""
        self.stop.hide()
        self.line.hide()

    def show_stopped(self) -> None:
        """Say that what is shown is the best of what was tried."""
        self.show_end()
        words = translate("Repairs", "{told} You stopped it there.")
        self.said.setText(words.format(told=self.said.text()))

    def show_refused(self, why: str) -> None:
        self.show_end()
        self.said.setText(why)

    def _show_orders(self, tried: Tried, *, is_whole: bool) -> None:
        saving = Saving(tried.as_played.lost_service_seconds - tried.best.lost_service_seconds)
        words = self._look.words
        best = translate("Repairs", "Best order") if is_whole else translate("Repairs", "Best so far")
        self.played.show_order(translate("Repairs", "As played"), self._told(tried.as_played))
        self.best.show_order(best, self._told(tried.best))
        self.best.setVisible(saving.hours > 0)
        self.played.show()
        if saving.hours:
            told = translate("Repairs", "{hours} service-hours saved by the best order (model estimate)")
            self.saved.setText(told.format(hours=saving.figure(words)))
        elif is_whole:
            self.saved.setText(translate("Repairs", "No order loses less than the one that was played."))
        self.saved.setVisible(bool(self.saved.text()))

    def _told(self, order: RepairOrder) -> tuple[list[str], str]:
        hours = self._look.words.amount((order.lost_service_seconds + HOUR_S // 2) // HOUR_S)
        lost = translate("Repairs", "{hours} service-hours lost").format(hours=hours)
        return [self._names.get(each, each) for each in order.components], lost

    def _laid_out(self) -> QWidget:
        held = QWidget()
        column = QVBoxLayout(held)
        column.setContentsMargins(SPACE_20, SPACE_16, SPACE_20, SPACE_20)
        column.setSpacing(SPACE_12)
        progress = QHBoxLayout()
        progress.setSpacing(SPACE_16)
        progress.addWidget(self.said, 1)
        progress.addWidget(self.stop)
        orders = QHBoxLayout()
        orders.setSpacing(SPACE_28)
        for order in (self.played, self.best):
            orders.addWidget(order, 1, Qt.AlignmentFlag.AlignTop)
        column.addWidget(self.about)
        column.addWidget(self.line)
        column.addLayout(progress)
        column.addWidget(self.saved)
        column.addLayout(orders)
        return held


class _Order(QWidget):
    """A heading, the repairs with their places, and what is lost by this order."""

    def __init__(self) -> None:
        super().__init__()
        self.heading = Label(role="strong")
        self.names = Label(role="secondary", wraps=True)
        self.lost = Label(role="hint", wraps=True)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(SPACE_8)
        for row, each in enumerate((self.heading, self.names, self.lost)):
            grid.addWidget(each, row, 0)

    def show_order(self, heading: str, told: tuple[list[str], str]) -> None:
        names, lost = told
        self.heading.setText(heading)
        self.names.setText("\n".join(f"{place}. {name}" for place, name in enumerate(names, start=1)))
        self.lost.setText(lost)
