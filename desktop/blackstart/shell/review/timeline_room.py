"""The room of the timeline: what happened, in lanes along the time that the page shares and line by line in the log."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QRect

from blackstart.core.review.deeds import Deed
from blackstart.shell.actions.deeds import RoomDeeds
from blackstart.shell.actions.spec import ActionSpec
from blackstart.shell.review.journal.rows import JournalRow, journal_rows
from blackstart.shell.review.lanes.card import MarkCard
from blackstart.shell.review.lanes.marks import LaneMark, lane_marks
from blackstart.shell.review.page_room import Part
from blackstart.shell.review.places import Places
from blackstart.shell.review.presenter import ReviewPresenter
from blackstart.shell.review.recorded import Recorded
from blackstart.shell.review.run_room import RunRoom
from blackstart.shell.support.look import Look
from blackstart.shell.widgets.entry_lines import log_lines

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class TimelineDraft:
    """What is shown of a run, and what is looked for in it."""

    which: str
    kind: int  # place in the list of kinds
    words: str
    strips: int  # place in the list of choices
    wanted: str


class TimelineRoom(RunRoom):
    """Tells the journal in lanes, and joins them to the table."""

    name = "timeline"

    def __init__(self, review: ReviewPresenter, places: Places, look: Look) -> None:
        super().__init__(review, places, look)
        self._page = places.run
        self.lanes = places.run.panel.lanes
        self.card = MarkCard(look, places.run)
        review.opened.connect(self._show_run)
        review.rewritten.connect(self._show_run)
        self.lanes.told.connect(self._tell)
        self.lanes.picked.connect(self._pick)
        self._page.table.picked.connect(self._show_picked)
        self._page.tables.journal.sought.connect(review.seek)
        self._page.tables.journal.picked.connect(self._show_picked)
        review.moved.connect(self._page.tables.journal.show_now)

    def deeds(self) -> RoomDeeds:
        """Return what can be done here."""
        rows = (
            ("review.lanes", translate("Lanes", "To what happened"), "E", self._to_lanes),
            ("review.find", translate("Strips", "Find a component"), "Ctrl+F", self._to_filter),
            ("review.log", translate("Log", "To the log"), "L", self._to_log),
        )
        specs = tuple(ActionSpec(id_, words, (key,)) for id_, words, key, _ in rows)
        hindrances = dict.fromkeys((each.id for each in specs), self._no_run)
        return RoomDeeds(specs, {id_: deed for id_, _, _, deed in rows}, hindrances)

    def draft(self) -> object:
        """Return what is shown of strips and log, and what is looked for in them."""
        head, panel = self._page.tables.head, self._page.panel
        return TimelineDraft(
            self._page.tables.which,
            head.kind.currentIndex(),
            head.search.text(),
            panel.choice.currentIndex(),
            panel.filter.wanted,
        )

    def take_draft(self, draft: object) -> None:
        """Show the same again."""
        if isinstance(draft, TimelineDraft):
            self._page.tables.show_table(draft.which)
            self._page.tables.head.kind.setCurrentIndex(draft.kind)
            self._page.tables.head.search.setText(draft.words)
            self._page.panel.choose(draft.strips)
            self._page.panel.filter.look_for(draft.wanted)

    def _to_lanes(self) -> None:
        self._show_strips()
        self.lanes.setFocus()

    def _to_filter(self) -> None:
        self._show_strips()
        self._page.panel.filter.open()

    def _show_strips(self) -> None:
        self._page.show_part(Part.STRIPS)
        if self._page.is_map_large:
            self._page.toggle_map()

    def _to_log(self) -> None:
        self._page.show_part(Part.TABLE)
        self._page.tables.to_journal()

    def _show_run(self, recorded: Recorded) -> None:
        lines = log_lines(recorded.entries, recorded.story.director, self._look.words)
        marks = lane_marks(recorded, lines, self._look.words)
        self._page.panel.show_marks(marks)
        self._page.tables.journal.show_rows(journal_rows(lines, marks))

    def _tell(self, marks: tuple[LaneMark, ...], which: str, sign: QRect) -> None:
        """Tell of marks below all lanes, so that their neighbours are still seen."""
        lanes = self.lanes
        place = QRect(lanes.mapTo(self._page, sign.topLeft()), sign.size())
        place.setBottom(lanes.mapTo(self._page, lanes.rect().bottomLeft()).y())
        self.card.tell(marks, which, place)

    def _pick(self, mark: LaneMark) -> None:
        self._page.tables.journal.show_chosen(mark.seq)
        if mark.deed is not None:
            self._page.table.choose(mark.deed)

    def _show_picked(self, row: Deed | JournalRow) -> None:
        self.lanes.show_chosen(row.seq)
