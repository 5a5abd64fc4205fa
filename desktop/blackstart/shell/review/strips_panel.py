"""What every component went through: heading, legend, lanes of what happened, strips."""

from itertools import pairwise

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from blackstart.shell.review.lanes.lanes import EventLanes
from blackstart.shell.review.lanes.marks import LaneMark
from blackstart.shell.review.recorded import Recorded
from blackstart.shell.review.strip_choices import StripChoice, chosen_strips, found_strips, strip_names, strip_zones
from blackstart.shell.review.strip_filter import StripFilter
from blackstart.shell.support.look import Look
from blackstart.shell.support.theme import SPACE_4, SPACE_8, SPACE_12, SPACE_16, SPACE_28
from blackstart.shell.widgets.labels import Label
from blackstart.shell.widgets.picker import Picker
from blackstart.shell.widgets.state_strips import StateStrips
from blackstart.shell.widgets.strip_legend import StripLegend
from blackstart.shell.widgets.time_axis import TimeAxis
from blackstart.shell.widgets.time_strip import MarkKind

translate = QCoreApplication.translate


class StripsPanel(QWidget):
    """Heading and lanes stay while the strips below them scroll."""

    def __init__(self, look: Look, axis: TimeAxis) -> None:
        super().__init__()
        self._look = look
        self.lanes = EventLanes(look, axis)
        self.strips = StateStrips(look, axis)
        self.strips.setAccessibleName(translate("Review", "Every component, in the order they failed"))
        self.choice = Picker(look)
        self.filter = StripFilter(look)
        self._order = Label(translate("Review", "in the order they failed"), role="hint")
        self.nothing = Label(translate("Strips", "No component is called that."), role="hint", wraps=True)
        self._recorded: Recorded | None = None
        self._legend: StripLegend | None = None
        self._words, self._beside = QHBoxLayout(), QHBoxLayout()
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._lay_out()

    def show_run(self, recorded: Recorded) -> None:
        self._recorded = recorded
        decided = tuple(mark.at for mark in recorded.marks if mark.kind is MarkKind.DECISION)
        topology, choice, language = (
            recorded.drill.topology,
            StripChoice(self.choice.currentData()),
            self._look.language,
        )
        names = strip_names(topology, language)
        chosen = found_strips(chosen_strips(recorded.timeline, topology, choice), names, self.filter.wanted)
        self.strips.show_timeline(chosen, names, decided, strip_zones(topology, choice, language))
        self.nothing.setVisible(not chosen.strips)

    def show_marks(self, marks: tuple[LaneMark, ...]) -> None:
        """Show what happened."""
        self.lanes.show_marks(marks, self.height())

    def choose_next(self) -> None:
        """Show the next choice of strips."""
        self.choose((self.choice.currentIndex() + 1) % self.choice.count())

    def choose(self, number: int) -> None:
        """Show one of the choices of strips."""
        self.choice.setCurrentIndex(number)
        self._show_choice()

    def _show_choice(self) -> None:
        if self._recorded is not None:
            self.show_run(self._recorded)

    def _give_room(self, is_filtering: bool) -> None:
        """Let the field stand where the order was told."""
        self._order.setHidden(is_filtering)
        self._turn()

    def take_legend(self, legend: StripLegend) -> None:
        """Hold the legend in the heading."""
        self._legend = legend
        self._beside.addWidget(legend, 0, Qt.AlignmentFlag.AlignVCenter)
        self._turn()

    def give_legend(self) -> None:
        """Let the legend go to where there is room for it."""
        self._legend = None

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._turn()
        self.lanes.fit(self.height())

    def _turn(self) -> None:
        """Put the legend below the heading where they have no room beside one another."""
        if self._legend is None:
            return
        needed = self._words.sizeHint().width() + self._legend.whole_width() + SPACE_16 + SPACE_28 + SPACE_28
        ways, fits = QBoxLayout.Direction, needed <= self.width()
        self._head.setDirection(ways.LeftToRight if fits else ways.TopToBottom)
        self._beside.setContentsMargins(0 if fits else SPACE_8, 0, 0, 0)  # below the words of the picker

    def _lay_out(self) -> None:
        self._words.setSpacing(SPACE_12)
        names = {
            StripChoice.EVERY: translate("Review", "Every component"),
            StripChoice.SERVICES: translate("Review", "Services only"),
            StripChoice.ZONES: translate("Review", "By zone"),
        }
        for choice, name in names.items():
            self.choice.addItem(name, str(choice))
        self.choice.setProperty("role", "heading")
        self.choice.setAccessibleName(translate("Review", "Which components are shown"))
        self.choice.setToolTip(translate("Review", "Which components are shown (Z)"))
        self.choice.activated.connect(self._show_choice)
        self.filter.changed.connect(self._show_choice)
        self.filter.left.connect(self.strips.setFocus)
        self.filter.opened.connect(self._give_room)
        self.nothing.setContentsMargins(SPACE_16, SPACE_4, SPACE_28, SPACE_4)
        self.nothing.hide()
        self._words.addWidget(self.choice)
        self._words.addWidget(self._order)
        self._words.addWidget(self.filter)
        self._words.addStretch(1)
        self._head.setContentsMargins(SPACE_16 - SPACE_8, SPACE_8, SPACE_28, SPACE_4)
        self._head.setSpacing(SPACE_4)
        self._head.addLayout(self._words, 1)
        self._head.addLayout(self._beside)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._head)
        column.addWidget(self.lanes)
        column.addWidget(self.nothing)
        column.addWidget(self.strips, 1)
        stops = (self.choice, self.filter.button, self.filter.line, self.lanes, self.strips)
        for before, after in pairwise(stops):
            self.setTabOrder(before, after)
