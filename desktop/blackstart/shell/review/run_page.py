"""The page of one recorded run: curve, strips and ruler over one another, decisions below, map and facts beside."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollBar, QStackedWidget, QVBoxLayout, QWidget

from blackstart.core.base.ids import ComponentId
from blackstart.shell.canvas.facts import Facts
from blackstart.shell.canvas.view import MapView
from blackstart.shell.review.curve_head import CurveHead
from blackstart.shell.review.decision_table import DecisionTable
from blackstart.shell.review.recorded import Recorded
from blackstart.shell.review.side_column import SideColumn
from blackstart.shell.review.strips_panel import StripsPanel
from blackstart.shell.review.table_head import TableHead
from blackstart.shell.support.look import Look
from blackstart.shell.support.theme import SPACE_4, SPACE_8, SPACE_16, SPACE_28
from blackstart.shell.widgets.buttons import Button
from blackstart.shell.widgets.labels import Label, rule
from blackstart.shell.widgets.strip_legend import StripLegend
from blackstart.shell.widgets.strips_model import strip_words
from blackstart.shell.widgets.time_axis import LEAST_SHOWN_S, TimeAxis
from blackstart.shell.widgets.time_ruler import TimeRuler
from blackstart.shell.widgets.users_curve import UsersCurve

translate = QCoreApplication.translate

CURVE_PX, ZOOM_PX = 196, 32
CELL_PX = 13  # from the edge of a table's cell to its words


@dataclass(frozen=True, slots=True)
class _Room:
    """What the parts get on a page that is at least so high, at the usual size of words."""

    height_px: int
    curve_px: int
    decisions: int  # rows
    has_legend: bool = True  # over the strips, else in the column beside them


_ROOMY = _Room(860, CURVE_PX, 6)
_LOW = _Room(520, 112, 3)
_TIGHT = _Room(0, 96, 1, has_legend=False)


class RunPage(QWidget):
    """Lays out what is seen of a run, and keeps all of it at the same time."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._recorded: Recorded | None = None
        self.axis = TimeAxis(self)
        self.map = MapView(look)
        self.head = CurveHead(look)
        self.curve = UsersCurve(look, self.axis)
        self.panel = StripsPanel(look, self.axis)
        self.ruler = TimeRuler(look, self.axis)
        self.sideways = QScrollBar(Qt.Orientation.Horizontal)
        self.farther = Button("−", look)
        self.nearer = Button("+", look)
        self.table_head = TableHead(look)
        self.table = DecisionTable(look)
        self.side = SideColumn(self.map, look)
        self.earlier = Label(
            translate(
                "Review",
                "This run was played with an earlier failure model; you see what today’s model makes of the same acts.",
            ),
            role="secondary",
            wraps=True,
        )
        self._legend = StripLegend(look)
        self._has_legend = True
        self._middle = QStackedWidget()
        self._large = QWidget()
        self._lay_out()
        self._join()

    @property
    def is_map_large(self) -> bool:
        return self._middle.currentWidget() is self._large

    def show_run(self, recorded: Recorded) -> None:
        before = self._recorded
        is_other = before is None or (before.row.run, before.reached) != (recorded.row.run, recorded.reached)
        self._recorded = recorded
        self.earlier.setVisible(not recorded.is_as_played)
        self.panel.show_run(recorded)
        self.table_head.show_run(recorded)
        self.table.show_run(recorded)
        if is_other:
            self.axis.show_run(recorded.reached)
        bounds = recorded.drawing.bounds
        self.side.show_shape(bounds[2], bounds[3])
        self._fit()

    def show_now(self, at: int) -> None:
        """Move the playhead."""
        self.axis.show_now(at)

    def show_facts(self, facts: Facts | None) -> None:
        course = ""
        if facts is not None and self._recorded is not None:
            timeline = self._recorded.timeline
            course = strip_words(timeline.of(facts.component), timeline.until, self._look.words)
        self.side.facts.show_facts(facts, course.replace("; ", "\n"))

    def show_chosen(self, component: ComponentId | None) -> None:
        self.panel.strips.show_chosen(component)

    def toggle_map(self) -> None:
        """Put the map where the strips are, or back beside them."""
        if self.is_map_large:
            self.side.take_map()
            self._middle.setCurrentWidget(self.panel)
        else:
            self.side.give_map()
            layout = self._large.layout()
            if layout is not None:
                layout.addWidget(self.map)
            self._middle.setCurrentWidget(self._large)
        self.map.show()
        self.map.fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Give each part the room that suits the window."""
        usual_px = self.height() * 100 / self._look.text_size
        room = next(each for each in (_ROOMY, _LOW, _TIGHT) if usual_px >= each.height_px)
        self.side.fit_window(self.width())
        self.curve.setFixedHeight(self._look.px(room.curve_px) if room is _ROOMY else room.curve_px)
        self.table.fit_rows(room.decisions)
        self.table_head.setVisible(room is not _TIGHT)
        if room.has_legend != self._has_legend:
            self._has_legend = room.has_legend
            if room.has_legend:
                self.panel.take_legend(self._legend)
            else:
                self.panel.give_legend()
                self.side.take_legend(self._legend)

    def _rescale(self) -> None:
        """Let what is shown of the run be scrolled where that is not all."""
        axis, scroll = self.axis, self.sideways
        scroll.blockSignals(True)
        scroll.setRange(0, axis.end - (axis.scale.until - axis.scale.start))
        scroll.setPageStep(axis.scale.until - axis.scale.start)
        scroll.setSingleStep(axis.scale.step_s)
        scroll.setValue(axis.scale.start)
        scroll.blockSignals(False)
        scroll.setVisible(not axis.is_whole)
        self.farther.setEnabled(not axis.is_whole)
        self.nearer.setEnabled(axis.scale.until - axis.scale.start > LEAST_SHOWN_S)

    def _show_less(self) -> None:
        self.axis.zoom(1)

    def _show_more(self) -> None:
        self.axis.zoom(-1)

    def _join(self) -> None:
        self.axis.rescaled.connect(self._rescale)
        self.sideways.valueChanged.connect(self.axis.scroll_to)
        self.nearer.clicked.connect(self._show_less)
        self.farther.clicked.connect(self._show_more)
        self.side.enlarge_wished.connect(self.toggle_map)
        self.table_head.notes_wished.connect(self.table.show_notes)

    def _lay_out(self) -> None:
        self.sideways.hide()
        self.earlier.hide()
        self.earlier.setContentsMargins(SPACE_16, SPACE_8, SPACE_28, SPACE_8)
        self.ruler.setAccessibleName(translate("Review", "Playhead"))
        self._put_zoom_on_ruler()
        large = QVBoxLayout(self._large)
        large.setContentsMargins(SPACE_16, SPACE_8, SPACE_28, SPACE_8)
        self.panel.take_legend(self._legend)
        self._middle.addWidget(self.panel)
        self._middle.addWidget(self._large)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._left(), 1)
        row.addWidget(self.side)

    def _put_zoom_on_ruler(self) -> None:
        """Put what shows more or less time where the ruler has no times: below the names."""
        row = QHBoxLayout(self.ruler)
        row.setContentsMargins(SPACE_16, 0, 0, 0)
        row.setSpacing(SPACE_4)
        names = {
            self.farther: (translate("Review", "Show more time"), "["),
            self.nearer: (translate("Review", "Show less time, larger"), "]"),
        }
        for button, (words, key) in names.items():
            button.setAccessibleName(words)
            button.setToolTip(f"{words} ({key})")
            button.setFixedWidth(self._look.px(ZOOM_PX))
            row.addWidget(button)
        row.addStretch(1)

    def _left(self) -> QWidget:
        left = QWidget()
        left.setProperty("role", "canvas")
        left.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.earlier)
        column.addWidget(self.head)
        column.addWidget(self.curve)
        column.addWidget(rule())
        column.addWidget(self._middle, 1)
        column.addWidget(self.ruler)
        column.addWidget(self.sideways)
        column.addWidget(rule())
        column.addWidget(self.table_head)
        below = QHBoxLayout()
        below.setContentsMargins(SPACE_16 - CELL_PX, 0, 0, 0)
        below.addWidget(self.table)
        column.addLayout(below)
        return left
