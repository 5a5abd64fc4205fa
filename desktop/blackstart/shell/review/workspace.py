"""Looking back: one run, its map at the playhead, and what was decided."""

from PySide6.QtCore import QCoreApplication, QModelIndex, QRectF, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QTableView, QVBoxLayout, QWidget

from blackstart.core.base.ids import RunId
from blackstart.core.record.rows import RunRow
from blackstart.shell.actions.spec import ActionSpec, add_actions
from blackstart.shell.canvas.facts import Facts
from blackstart.shell.canvas.legend import Legend
from blackstart.shell.canvas.view import MapView
from blackstart.shell.review.decisions_model import WHAT, WHY, DecisionsModel
from blackstart.shell.review.presenter import ReviewPresenter
from blackstart.shell.review.recorded import Recorded
from blackstart.shell.support.look import Look
from blackstart.shell.support.theme import SPACE_8, SPACE_12, SPACE_16
from blackstart.shell.widgets.clock_face import digits
from blackstart.shell.widgets.facts_panel import FactsPanel
from blackstart.shell.widgets.labels import Label
from blackstart.shell.widgets.picker import Picker
from blackstart.shell.widgets.time_strip import TimeStrip

translate = QCoreApplication.translate

BAR_PX, ROW_PX, PICKER_PX = 52, 32, 320
MOST_ROWS, MOST_ROWS_IN_A_LOW_WINDOW, ROOMY_PX = 6, 3, 800


def review_actions() -> tuple[ActionSpec, ...]:
    return (
        ActionSpec("review.playhead", translate("ReviewActions", "To the playhead"), ("P",)),
        ActionSpec("review.fit", translate("ReviewActions", "Show what is chosen, or the whole map"), ("F",)),
        ActionSpec("review.actual-size", translate("ReviewActions", "Show the map at 100 %"), ("Ctrl+0",)),
    )


class ReviewWorkspace(QWidget):
    """Lays the page out and joins widgets and presenter."""

    run_wished = Signal(str)  # RunId

    def __init__(self, presenter: ReviewPresenter, look: Look) -> None:
        super().__init__()
        self._presenter = presenter
        self._look = look
        self.title = Label(translate("Review", "Review"), role="title")
        self.picker = Picker(look)
        self.time = Label(role="countdown")
        self.map = MapView(look)
        self.facts = FactsPanel(self.map, look)
        self.strip = TimeStrip(look, is_seekable=True)
        self.decisions = DecisionsModel(look, self)
        self.table = QTableView()
        self.empty = Label(translate("Review", "No run is chosen. Choose one above, or in the library."), role="hint")
        self._set_up()
        self._lay_out()
        self._join()
        deeds = {
            "review.playhead": self.strip.setFocus,
            "review.fit": self.map.fit_chosen_or_all,
            "review.actual-size": self.map.actual_size,
        }
        add_actions(self, review_actions(), deeds)

    def show_runs(self, rows: tuple[RunRow, ...]) -> None:
        """List the runs to choose from; the one that is open stays chosen."""
        self.picker.blockSignals(True)
        self.picker.clear()
        for row in rows:
            words = translate("Review", "Run {number} {team}, {title}") if row.team else ""
            words = words or translate("Review", "Run {number}, {title}")
            self.picker.addItem(words.format(title=row.name or row.title, number=row.number, team=row.team), row.run)
        self.picker.setCurrentIndex(self.picker.findData(self._presenter.run_id))
        self.picker.blockSignals(False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_table()

    def _fit_table(self) -> None:
        """Give the table the room of its rows, up to a few, and the map the rest."""
        most = MOST_ROWS if self.height() >= ROOMY_PX else MOST_ROWS_IN_A_LOW_WINDOW
        rows = min(max(self.decisions.rowCount(), 1), most)
        self.table.setFixedHeight(self.table.horizontalHeader().sizeHint().height() + rows * ROW_PX + 2)

    def _show_run(self, recorded: Recorded) -> None:
        self.title.setText(
            translate("Review", "Review: {title}").format(title=recorded.drill.title.to(self._look.language))
        )
        self.picker.setCurrentIndex(self.picker.findData(recorded.row.run))
        self.decisions.show_run(recorded)
        self._fit_table()
        self.empty.hide()
        for part in (self.map, self.strip, self.table):
            part.show()

    def _show_time(self, at: int) -> None:
        self.time.setText(digits(at))
        self.strip.setAccessibleDescription(digits(at))

    def _show_facts(self, facts: Facts | None) -> None:
        self.facts.show_facts(facts, self.map.place_of(facts.component) if facts is not None else QRectF())

    def _pick(self, index: int) -> None:
        run: RunId | None = self.picker.itemData(index)
        if run is not None:
            self._presenter.open(run)

    def _go_to(self, index: QModelIndex) -> None:
        verdict = self.decisions.verdict(index)
        if verdict is not None:
            self.strip.show_now(verdict.at)
            self._presenter.seek(verdict.at)

    def _join(self) -> None:
        presenter = self._presenter
        presenter.listed.connect(self.show_runs)
        presenter.opened.connect(self._show_run)
        presenter.span_shown.connect(self.strip.show_span)
        presenter.map_shown.connect(self.map.show_picture)
        presenter.facts_shown.connect(self._show_facts)
        self.map.chosen.connect(presenter.choose)
        presenter.moved.connect(self._show_time)
        presenter.opened.connect(self._to_end)
        self.strip.sought.connect(presenter.seek)
        self.picker.activated.connect(self._pick)
        self.table.clicked.connect(self._go_to)
        self.table.activated.connect(self._go_to)

    def _to_end(self, recorded: Recorded) -> None:
        self.strip.show_now(recorded.reached)

    def _set_up(self) -> None:
        self.picker.setFixedWidth(PICKER_PX)
        self.picker.setAccessibleName(translate("Review", "Run"))
        self.strip.setAccessibleName(translate("Review", "Playhead"))
        self.table.setModel(self.decisions)
        self.table.setAccessibleName(translate("Review", "Decisions"))
        self.table.setShowGrid(False)
        self.table.setTabKeyNavigation(False)
        self.table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(ROW_PX)
        header = self.table.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        for column in (WHAT, WHY):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        for part in (self.map, self.strip, self.table):
            part.hide()

    def _lay_out(self) -> None:
        bar = QWidget()
        bar.setProperty("role", "bar")
        bar.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        bar.setFixedHeight(BAR_PX)
        top = QHBoxLayout(bar)
        top.setContentsMargins(SPACE_16, 0, SPACE_16, 0)
        top.setSpacing(SPACE_16)
        top.addWidget(self.title)
        top.addStretch(1)
        top.addWidget(self.time)
        top.addWidget(self.picker)
        head = QHBoxLayout()
        head.setContentsMargins(SPACE_16, SPACE_8, SPACE_16, 0)
        head.addWidget(Legend(self._look), 1)
        page = QWidget()
        page.setProperty("role", "canvas")
        page.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_8)
        column.addLayout(head)
        column.addWidget(self.empty, 0, Qt.AlignmentFlag.AlignCenter)
        column.addWidget(self.map, 1)
        column.addWidget(self.strip)
        column.addSpacing(SPACE_12 - SPACE_8)
        column.addWidget(self.table)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(bar)
        whole.addWidget(page, 1)
