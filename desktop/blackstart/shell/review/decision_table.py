"""The table of decisions, actions and notes below the strips; as high as its rows, up to a few."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, QItemSelection, QModelIndex, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHeaderView

from blackstart.core.review.deeds import Deed
from blackstart.shell.review.decisions_model import SAVED, SURE, WHAT, WHO, WHY, DecisionsModel
from blackstart.shell.review.recorded import Recorded
from blackstart.shell.review.run_table import RunTable
from blackstart.shell.review.saving_cell import PADDING_PX, SavingCell
from blackstart.shell.support.look import Look

translate = QCoreApplication.translate

LEAST_WORDS_PX = 140  # of what was decided, and of why
LEAST_WHO_PX = 90
WIDEST_SAVING = "▼ 888.8 M"


class DecisionTable(RunTable):
    """Whoever chooses a row wants to see when it was, and what it changed."""

    sought = Signal(int)  # exercise seconds
    picked = Signal(object)  # Deed of the row that was chosen

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self._is_tight = False
        self._measured_px = 0  # of all columns but those of words
        self._sure_px = self._who_px = 0
        self._wanted = (0, 0)  # px that would hold all words: of what was decided, and of why
        self.decisions = DecisionsModel(look, self)
        self._set_up(self.decisions, translate("Review", "Decisions, actions and notes"))
        self.setItemDelegateForColumn(SAVED, SavingCell(look, self))
        self.clicked.connect(self._go_to)
        self.activated.connect(self._go_to)

    def show_run(self, recorded: Recorded) -> None:
        self._is_telling = False
        self.decisions.show_run(recorded)
        self._is_telling = True
        self._measure()
        self._share_room()

    def show_notes(self, has_notes: bool) -> None:
        """Show what was noted too, or not; what is chosen stays so."""
        chosen = self.decisions.deed(self.currentIndex())
        self._is_telling = False
        self.decisions.show_notes(has_notes)
        self._is_telling = True
        self.show_chosen(chosen.seq if chosen is not None else None)
        self._share_room()

    def show_savings(self, savings: Mapping[int, int]) -> None:
        """Show service-seconds by entry, as far as they are reckoned."""
        self.decisions.show_savings(savings)

    def show_chosen(self, seq: int | None) -> None:
        """Mark the row of an entry, without a word to anyone."""
        self._is_telling = False
        index = self.decisions.index_of(seq)
        if index.isValid():
            self.setCurrentIndex(index)
        else:
            self.clearSelection()
        self._is_telling = True

    def choose(self, deed: Deed) -> None:
        """Choose a row as if somebody had pressed it; where it is not shown, none."""
        index = self.decisions.index_for(deed)
        self._is_telling = False
        self.setCurrentIndex(index)
        self._is_telling = True
        self._go_to(index)

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        rows = self.selectionModel().selectedRows()
        if self._is_telling and rows:
            self._go_to(rows[0])

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_room()

    def _measure(self) -> None:
        """Give all columns but those of words what they need; once a run, for each row is asked for it."""
        header = self.horizontalHeader()
        columns = range(self.decisions.columnCount())
        wanted = [max(self.sizeHintForColumn(column), header.sectionSizeHint(column)) for column in columns]
        # What is still reckoned will need more.
        words = f"{WIDEST_SAVING} {translate('Decisions', 'saved')}"
        wanted[SAVED] = max(wanted[SAVED], self.fontMetrics().horizontalAdvance(words) + 2 * PADDING_PX)
        self._wanted = (wanted[WHAT], wanted[WHY])
        self._measured_px = sum(wanted) - sum(self._wanted)
        self._sure_px, self._who_px = wanted[SURE], wanted[WHO]
        for column in columns:
            if column not in (WHAT, WHY):
                header.resizeSection(column, wanted[column])

    def _share_room(self) -> None:
        """Let words have what room is left: first how sure they were gives way, then who; else scroll."""
        header, modes = self.horizontalHeader(), QHeaderView.ResizeMode
        least, left = self._look.px(LEAST_WORDS_PX), self.viewport().width() - self._measured_px
        is_crowded = left < sum(min(wanted, 1.5 * least) for wanted in self._wanted)
        self.setColumnHidden(SURE, is_crowded)  # the tool tip of why says it
        left += self._sure_px if is_crowded else 0
        given = min(max(2 * least - left, 0), max(self._who_px - self._look.px(LEAST_WHO_PX), 0))
        header.resizeSection(WHO, self._who_px - given)
        left += given
        self._is_tight = left < 2 * least
        header.setSectionResizeMode(WHY, modes.Fixed if self._is_tight else modes.Stretch)
        header.resizeSection(WHAT, least if self._is_tight else shared(left, self._wanted, least))
        if self._is_tight:
            header.resizeSection(WHY, least)
        self._fit_height()

    def _fit_height(self) -> None:
        rows = min(max(self.decisions.rowCount(), 1), self._most)
        bar = self.horizontalScrollBar().sizeHint().height() if self._is_tight else 0
        self.setFixedHeight(self._height_of(rows) + bar)

    def _go_to(self, index: QModelIndex) -> None:
        deed = self.decisions.deed(index)
        if deed is not None:
            self.sought.emit(deed.at)
            self.picked.emit(deed)


def shared(room: int, wanted: tuple[int, int], least: int) -> int:
    """Return what the first of two columns gets of a room, so that as few words as can be are cut."""
    first, second = (max(width, least) for width in wanted)
    if first + second <= room:
        return first + (room - first - second) // 2
    return first if first <= room // 2 else max(room - second, room // 2)
