"""The page of one recorded run: curve, strips and ruler over one another, decisions below, map and facts beside."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollBar, QStackedWidget, QVBoxLayout, QWidget

from blackstart.core.base.ids import ComponentId
from blackstart.shell.canvas.facts import Facts
from blackstart.shell.canvas.view import MapView
from blackstart.shell.review.curve_head import CurveHead
from blackstart.shell.review.lower_tables import LowerTables
from blackstart.shell.review.page_room import TIGHT, Part, PartSwitch, Room, room_of
from blackstart.shell.review.recorded import Recorded
from blackstart.shell.review.side_column import SideColumn
from blackstart.shell.review.strips_panel import StripsPanel
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

ZOOM_PX, LEAST_CURVE_PX = 32, 96
BORDERS_PX = 4  # of a table, and the hairline above it
MOST_PX = 1 << 14  # of height: as much as there is


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
        self.tables = LowerTables(look)
        self.table_head, self.table = self.tables.head, self.tables.decisions
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
        self._told_of: ComponentId | None = None
        self._room: Room | None = None
        self.switch = PartSwitch()
        self._part = Part.CURVE
        self._middle = QStackedWidget()
        self._large = QWidget()
        self._below = QWidget()  # what is left below a table that is seen alone
        self._parts: dict[Part, tuple[QWidget, ...]] = {}
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
        course, before = "", self._told_of
        self._told_of = facts.component if facts is not None else None
        if self._told_of is not None and self._told_of != before:
            self.side.reveal(self.side.facts)
        if facts is not None and self._recorded is not None:
            timeline = self._recorded.timeline
            course = strip_words(timeline.of(facts.component), timeline.until, self._look.words)
        self.side.facts.show_facts(facts, course.replace("; ", "\n"))

    def show_chosen(self, component: ComponentId | None) -> None:
        self.panel.strips.show_chosen(component)

    def toggle_map(self) -> None:
        """Put the map where the strips are, or back beside them."""
        self.show_part(Part.STRIPS)
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

    def show_part(self, part: str) -> None:
        """Let a part be seen, where there is no room for all of them at once."""
        self._part = Part(part)
        self._share_parts()

    def go_to(self, part: Part) -> None:
        """Show a part, and give it the keys."""
        self.show_part(part)
        if part is Part.TABLE:
            self.tables.to_decisions()
        else:
            self.panel.strips.setFocus()

    def _fit(self) -> None:
        """Give each part the room that suits the window."""
        self.side.fit_window(self.width())
        room = room_of(self.height(), self._look.text_size)
        if room is not self._room:
            before, self._room = self._room, room
            self._place_legend(before, room)
            self._share_parts()
        self._fit_table(room)

    def _share_parts(self) -> None:
        """Show all parts, or the one that was chosen."""
        room = self._room or TIGHT
        focused = self.focusWidget()
        has_all, part = not room.is_apart, self._part
        self.switch.setVisible(room.is_apart)
        self.switch.parts.choose(part)
        for each, widgets in self._parts.items():
            for widget in widgets:
                widget.setVisible(has_all or each is part)
        self.curve.setMinimumHeight(self._look.px(room.curve_px or LEAST_CURVE_PX))
        self.curve.setMaximumHeight(self._look.px(room.curve_px) if has_all else MOST_PX)
        self._below.setVisible(room.is_apart and part is Part.TABLE)
        if focused is not None and not focused.isVisibleTo(self):
            self.ruler.setFocus()
        self._fit_table(room)

    def _fit_table(self, room: Room) -> None:
        """Show as many rows as were planned, or as there is room for."""
        rows = room.decisions
        if room.is_apart:
            bars = (self.table.horizontalHeader(), self.table.horizontalScrollBar())
            others = (self.switch, self.ruler, self.table_head, *bars)
            left = self.height() - sum(each.sizeHint().height() for each in others) - BORDERS_PX
            left -= self.earlier.heightForWidth(self.width() - self.side.width()) if self.earlier.isVisible() else 0
            rows = max(left // self.table.verticalHeader().defaultSectionSize(), 1)
        self.tables.fit_rows(rows)

    def _place_legend(self, before: Room | None, room: Room) -> None:
        if before is not None and before.has_legend == room.has_legend:
            return
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
        self.switch.picked.connect(self.show_part)

    def _lay_out(self) -> None:
        self.sideways.hide()
        self.earlier.hide()
        self.earlier.setContentsMargins(SPACE_16, SPACE_8, SPACE_28, SPACE_8)
        self.ruler.setAccessibleName(translate("Review", "Playhead"))
        self._put_zoom_on_ruler()
        large = QVBoxLayout(self._large)
        large.setContentsMargins(SPACE_16, SPACE_8, SPACE_28, SPACE_8)
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
        line = rule()
        column.addWidget(self.earlier)
        column.addWidget(self.switch)
        column.addWidget(self.head)
        column.addWidget(self.curve, 1)
        column.addWidget(line)
        column.addWidget(self._middle, 1)
        column.addWidget(self.ruler)
        column.addWidget(self.sideways)
        column.addWidget(rule())
        column.addWidget(self.tables)
        column.addWidget(self._below, 1)
        self._parts = {
            Part.CURVE: (self.head, self.curve),
            Part.STRIPS: (line, self._middle),
            Part.TABLE: (self.tables,),
        }
        return left
