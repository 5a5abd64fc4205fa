"""The sheet that compares: first which runs, then what came of it."""

from PySide6.QtCore import QCoreApplication, QModelIndex, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QTableView, QVBoxLayout, QWidget

from blackstart.core.base.ids import RunId
from blackstart.core.record.rows import RunRow
from blackstart.shell.review.comparing.chooser import Chooser
from blackstart.shell.review.comparing.class_page import ClassPage
from blackstart.shell.review.comparing.few_page import FewPage
from blackstart.shell.review.comparing.lines import DASHES
from blackstart.shell.review.comparing.naming import run_name
from blackstart.shell.review.comparing.side import Compared
from blackstart.shell.support.look import Look
from blackstart.shell.support.theme import SPACE_8, SPACE_12, SPACE_16, SPACE_20
from blackstart.shell.widgets.buttons import Button
from blackstart.shell.widgets.labels import Label
from blackstart.shell.widgets.titled_sheet import TitledSheet

translate = QCoreApplication.translate

WIDTH_PX = 1240
LEAST_RUNS = 2


class CompareSheet(TitledSheet):
    """Emits what is wished."""

    wished = Signal(object)  # tuple[RunRow, ...] to compare
    stopped = Signal()
    place_wished = Signal(object)  # (RunId, Seconds) to go to
    run_wished = Signal(str)  # RunId to look back at

    def __init__(self, look: Look, rows: tuple[RunRow, ...], opened: RunId | None) -> None:
        super().__init__(look, WIDTH_PX)
        self._rows = rows
        self._opened = opened
        self._taken: set[RunId] = {opened} if opened is not None else set()
        self._is_reading = False
        self.chooser: Chooser | None = None
        self.page: FewPage | ClassPage | None = None
        self.told = Label(role="hint", wraps=True)
        self.deed = Button("", look, role="primary")
        self.ask()

    def ask(self) -> None:
        """Show which runs there are, those that were compared last chosen."""
        self.page = None
        chooser = Chooser(self._look, self._rows, self._taken)
        self.chooser = chooser
        held = QWidget()
        column = QVBoxLayout(held)
        column.setContentsMargins(SPACE_20, SPACE_12, SPACE_20, SPACE_16)
        column.setSpacing(SPACE_8)
        column.addLayout(self._wholesale(chooser))
        column.addWidget(chooser)
        column.addStretch(1)
        self._put_on_foot(translate("Compare", "Compare"))
        self.deed.clicked.connect(self._wish)
        chooser.changed.connect(self._count)
        chooser.accepted.connect(self.deed.click)
        self._fill(translate("Compare", "Compare runs of this drill"), held, chooser)
        self._count()

    def show_progress(self, known: int, whole: int) -> None:
        """Say how many runs are read."""
        if self._is_reading:
            words = translate("Compare", "{known} of {whole} runs are read")
            self.told.setText(words.format(known=known, whole=whole))

    def show_compared(self, shown: Compared) -> None:
        """Show what came of it."""
        self._is_reading = False
        self.chooser = None
        is_few = len(shown.sides) <= len(DASHES)
        self.page = page = FewPage(self._look, shown) if is_few else ClassPage(self._look, shown, self._opened)
        self._put_on_foot(translate("Compare", "Other runs…"), hint=_foot_words(shown, is_few=is_few))
        self.deed.clicked.connect(self.ask)
        if isinstance(page, FewPage):
            page.wished.connect(lambda decision: self.place_wished.emit(shown.way_back(decision, self._opened)))
        else:
            page.opened.connect(self.run_wished)
        title = translate("Compare", "{count} runs side by side").format(count=len(shown.sides))
        self._fill(title, page, page.table)

    def say(self, sentence: str) -> None:
        """Say why nothing came of it."""
        self._is_reading = False
        if self.chooser is not None:
            self._count()
        self.told.setText(sentence)

    def wanted_height(self, width: int) -> int:
        page = self.parentWidget()
        return page.height() if page is not None else width  # as high in each of its stages

    def _wish(self) -> None:
        chooser = self.chooser
        if chooser is None:
            return
        if self._is_reading:
            self._is_reading = False
            self.stopped.emit()
            self._count()
            return
        self._taken = {row.run for row in chooser.chosen}
        self._is_reading = True
        self.deed.setText(translate("Compare", "Stop"))
        self.wished.emit(chooser.chosen)

    def _count(self) -> None:
        """Say how many are chosen, and whether that is enough."""
        count = len(self.chooser.chosen) if self.chooser is not None else 0
        if self._is_reading:
            self._is_reading = False
            self.stopped.emit()
        self.deed.setText(translate("Compare", "Compare"))
        self.deed.setEnabled(count >= LEAST_RUNS)
        words = translate("Compare", "{count} of {whole} runs are chosen.").format(count=count, whole=len(self._rows))
        if len(self._rows) < LEAST_RUNS:
            words = translate("Compare", "There is no other run of this drill yet.")
        elif count < LEAST_RUNS:
            words = translate("Compare", "Choose two runs or more.")
        self.told.setText(words)

    def _wholesale(self, chooser: Chooser) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(SPACE_8)
        row.addWidget(
            Label(translate("Compare", "Up to four are laid over each other; more become a class."), "soft"), 1
        )
        every = Button(translate("Compare", "All"), self._look)
        none = Button(translate("Compare", "None"), self._look)
        every.clicked.connect(lambda: chooser.take_all(is_wished=True))
        none.clicked.connect(lambda: chooser.take_all(is_wished=False))
        row.addWidget(every)
        row.addWidget(none)
        return row

    def _put_on_foot(self, words: str, hint: str = "") -> None:
        self.told = Label(hint, role="hint", wraps=True)
        self.deed = Button(words, self._look, role="primary" if not hint else "")

    def _fill(self, title: str, held: QWidget, table: QTableView) -> None:
        foot = QWidget()
        row = QHBoxLayout(foot)
        row.setContentsMargins(SPACE_20, SPACE_12, SPACE_20, SPACE_16)
        row.setSpacing(SPACE_8)
        row.addWidget(self.told, 1)
        row.addWidget(self.deed)
        scroll = self.fill(title, held, foot)
        table.selectionModel().currentRowChanged.connect(lambda index: _follow(scroll, table, index))
        self.place()
        if self.isVisible():
            table.setFocus()

    def first_stop(self) -> QWidget | None:
        return self.chooser or super().first_stop()


def _follow(scroll: QScrollArea, table: QTableView, index: QModelIndex) -> None:
    """Keep the row that was chosen in sight."""
    held = scroll.widget()
    if held is not None:
        middle = table.viewport().mapTo(held, table.visualRect(index).center())
        scroll.ensureVisible(0, middle.y(), 0, table.rowHeight(index.row()))


def _foot_words(shown: Compared, *, is_few: bool) -> str:
    """Say what can be done here, and which runs are not among them."""
    said = (
        translate("Compare", "Enter on a decision leads to it in the run that is open.")
        if is_few
        else translate("Compare", "Enter opens the chosen run.")
    )
    left_out = [
        translate("Compare", "{run} cannot be read: {why}").format(run=run_name(row), why=why)
        for row, why in shown.unread
    ]
    return "\n".join([said, *left_out])
