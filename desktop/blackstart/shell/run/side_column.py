"""The console's right column: before the run its brief, then the open decision; below it lists, and what is written."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QApplication, QScrollArea, QVBoxLayout, QWidget

from blackstart.core.base.simtime import clock_face
from blackstart.shell.run.column_sharing import ColumnSharing
from blackstart.shell.run.coming import ComingRow
from blackstart.shell.run.decision_form import DecisionForm
from blackstart.shell.run.feed import FeedModel, FeedView
from blackstart.shell.run.sheets import ClockSheet, DrillSheet
from blackstart.shell.run.side_panels import BeginPanel, EndPanel, Pause, Waiting
from blackstart.shell.run.side_tabs import SideTabs
from blackstart.shell.support.look import Look
from blackstart.shell.support.theme import SPACE_8, SPACE_12, SPACE_16
from blackstart.shell.widgets.fold_sign import FoldSign
from blackstart.shell.widgets.labels import Label, rule

translate = QCoreApplication.translate

WIDTH_PX, LEAST_FEED_PX = 392, 76
INJECTS = "injects"


class SideColumn(QWidget):
    """Shows what the moment asks of the facilitator."""

    def __init__(self, keys: Mapping[str, str], look: Look) -> None:
        super().__init__()
        self.setProperty("role", "side")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._look = look
        self.begin = BeginPanel(keys["run.play"], look)
        self.end = EndPanel(look)
        self.pause = Pause()
        self.waiting = Waiting()
        self.form = DecisionForm(keys["run.record"], look, keys["run.decision"])
        self.feed = FeedModel(look, self)
        self.tabs = SideTabs()
        self._empty = Label(role="hint", wraps=True)
        self.delivered = FeedView(look)
        self.delivered.setModel(self.feed)
        self.delivered.seen.connect(self._count_earlier)
        self._is_under_way = False
        self.form.switched.connect(self._show_waiting)
        self.form.unfold_wished.connect(self.to_decision)
        self._lay_out()
        self.feed.rowsInserted.connect(self._count_lines)
        self.feed.modelReset.connect(self._count_lines)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._bring_into_sight)
        self._count_lines()

    def width_in(self, most: int) -> int:
        """How wide it is where it may be so wide at most, px."""
        return max(min(self._look.px(WIDTH_PX), most), WIDTH_PX)

    def show_drill(self, sheet: DrillSheet) -> None:
        self.begin.show_drill(sheet)
        self.form.show_roles(sheet.roles)

    def show_clock(self, sheet: ClockSheet) -> None:
        """Show the panel of the time: before, during or after the run."""
        self.begin.setVisible(not sheet.is_begun)
        self.end.setVisible(sheet.is_ended)
        self.pause.say(sheet.pause)
        self.form.show_clock(is_running=sheet.is_running)
        self._is_under_way = sheet.is_begun and not sheet.is_ended
        self._show_waiting()
        self._below.setVisible(sheet.is_begun)
        self._foot.setVisible(sheet.is_begun)

    def show_next(self, rows: tuple[ComingRow, ...]) -> None:
        """Say when the first timed inject comes, while none has; others can come before it."""
        words = translate("SideColumn", "Nothing delivered yet.")
        timed = next((row.at for row in rows if row.is_timed and row.at is not None), None)
        if timed is not None:
            first = translate("SideColumn", "The first timed inject comes at {time}.")
            words = f"{words} {first.format(time=clock_face(timed))}"
        self._empty.setText(words)

    def hold_words(self, field: QWidget) -> None:
        """Take in the field where something is written down; it stands below all else while a run is on."""
        held = self._foot.layout()
        if held is not None:
            held.addWidget(field)

    def hold_note(self, note: QWidget) -> None:
        """Take in what is called out below the open decision."""
        self._panels.addWidget(note)

    def to_decision(self) -> None:
        """Put the focus into the open decision."""
        self._sharing.show_decision()
        self.form.begin()

    def _show_waiting(self) -> None:
        self.waiting.setVisible(self._is_under_way and self.form.shown is None)

    def _bring_into_sight(self, before: QWidget | None, focused: QWidget | None) -> None:
        """Scroll to what has the focus, area in area: nobody chooses what cannot be seen."""
        if focused is None or not self.isAncestorOf(focused):
            return
        holder = focused.parentWidget()
        while holder is not None and holder is not self:
            if isinstance(holder, QScrollArea):
                holder.ensureWidgetVisible(focused, 0, SPACE_8)
            holder = holder.parentWidget()

    def _count_lines(self) -> None:
        has_lines = self.feed.rowCount() > 0
        self._empty.setVisible(not has_lines)
        self.delivered.setVisible(has_lines)
        if not has_lines:
            self._count_earlier(0)

    def _count_earlier(self, lines: int) -> None:
        earlier = translate("SideColumn", "{count} earlier").format(count=lines) if lines else ""
        self.tabs.tell(INJECTS, earlier)

    def _lay_out(self) -> None:
        top = QWidget()
        panels = self._panels = QVBoxLayout(top)
        panels.setContentsMargins(SPACE_12, SPACE_12, SPACE_12, SPACE_12)
        panels.setSpacing(SPACE_8)
        for panel in (self.begin, self.end, self.pause, self.waiting, self.form):
            panels.addWidget(panel)
        self._empty.setContentsMargins(SPACE_16, SPACE_12, SPACE_16, SPACE_12)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._below = QWidget()
        below = _plain_column(self._below)
        below.addWidget(self.tabs, 1)
        injects = QWidget()
        delivered = _plain_column(injects)
        delivered.addWidget(self._empty, 1)
        delivered.addWidget(self.delivered, 1)
        injects.setFocusProxy(self.delivered)
        self.tabs.add(INJECTS, translate("SideColumn", "Delivered"), injects)
        self.delivered.setMinimumHeight(self._look.px(LEAST_FEED_PX))
        held = QWidget()
        inner = _plain_column(held)
        inner.addWidget(top)
        inner.addWidget(self._below, 1)
        inner.addStretch(0)
        scroll = QScrollArea()  # only where words are large and the window is low
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(held)
        FoldSign(scroll, self._look)
        self._sharing = ColumnSharing(self.form, self.tabs, top, scroll, self._look)
        self._foot = QWidget()
        foot = _plain_column(self._foot)
        foot.addWidget(rule())
        column = _plain_column(self)
        column.addWidget(scroll, 1)
        column.addWidget(self._foot)


def _plain_column(held: QWidget) -> QVBoxLayout:
    column = QVBoxLayout(held)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    return column
