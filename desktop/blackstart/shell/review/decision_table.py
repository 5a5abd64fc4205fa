"""The table of decisions below the strips; as high as its rows, up to a few."""

from PySide6.QtCore import QCoreApplication, QModelIndex, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHeaderView, QTableView, QWidget

from blackstart.shell.review.decisions_model import WHAT, WHY, DecisionsModel
from blackstart.shell.review.recorded import Recorded
from blackstart.shell.support.look import Look

translate = QCoreApplication.translate

ROW_PX = 28
MOST_ROWS = 6
LEAST_WORDS_PX = 140  # of what was decided, and of why


class DecisionTable(QTableView):
    """A click or Enter on a row goes to when it was decided."""

    sought = Signal(int)  # exercise seconds

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._most = MOST_ROWS
        self._is_tight = False
        self._measured_px = 0  # of all columns but those of words
        self._wanted = (0, 0)  # px that would hold all words: of what was decided, and of why
        self.decisions = DecisionsModel(look, self)
        self._set_up()
        self.clicked.connect(self._go_to)
        self.activated.connect(self._go_to)

    def show_run(self, recorded: Recorded) -> None:
        self.decisions.show_run(recorded)
        self._measure()
        self._share_room()

    def fit_rows(self, most: int) -> None:
        """Take the room of the rows there are, up to so many."""
        self._most = most
        self._fit_height()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_room()

    def _measure(self) -> None:
        """Give all columns but those of words what they need; once a run, for each row is asked for it."""
        header = self.horizontalHeader()
        columns = range(self.decisions.columnCount())
        wanted = [max(self.sizeHintForColumn(column), header.sectionSizeHint(column)) for column in columns]
        self._wanted = (wanted[WHAT], wanted[WHY])
        self._measured_px = sum(wanted) - sum(self._wanted)
        for column in columns:
            if column not in (WHAT, WHY):
                header.resizeSection(column, wanted[column])

    def _share_room(self) -> None:
        """Let words have what room is left; where that is too little, scroll."""
        header, modes = self.horizontalHeader(), QHeaderView.ResizeMode
        least, left = self._look.px(LEAST_WORDS_PX), self.viewport().width() - self._measured_px
        self._is_tight = left < 2 * least
        header.setSectionResizeMode(WHY, modes.Fixed if self._is_tight else modes.Stretch)
        header.resizeSection(WHAT, least if self._is_tight else shared(left, self._wanted, least))
        if self._is_tight:
            header.resizeSection(WHY, least)
        self._fit_height()

    def _fit_height(self) -> None:
        rows = min(max(self.decisions.rowCount(), 1), self._most)
        head = self.horizontalHeader().sizeHint().height()
        bar = self.horizontalScrollBar().sizeHint().height() if self._is_tight else 0
        self.setFixedHeight(head + rows * self.verticalHeader().defaultSectionSize() + bar + 2)

    def _go_to(self, index: QModelIndex) -> None:
        verdict = self.decisions.verdict(index)
        if verdict is not None:
            self.sought.emit(verdict.at)

    def _set_up(self) -> None:
        self.setModel(self.decisions)
        self.setAccessibleName(translate("Review", "Decisions"))
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.setCornerWidget(QWidget(self))  # the style's own is framed
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(self._look.px(ROW_PX))
        self.verticalHeader().setDefaultSectionSize(self._look.px(ROW_PX))
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)


def shared(room: int, wanted: tuple[int, int], least: int) -> int:
    """Return what the first of two columns gets of a room, so that as few words as can be are cut."""
    first, second = (max(width, least) for width in wanted)
    if first + second <= room:
        return first + (room - first - second) // 2
    return first if first <= room // 2 else max(room - second, room // 2)
