"""The room of the journal: the list behind Log, and the sheets about one of its entries."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QObject

from blackstart.shell.actions.deeds import RoomDeeds
from blackstart.shell.actions.spec import ActionSpec
from blackstart.shell.run.log.entry_sheets import BeforeSheet, CorrectSheet, TakeBackSheet
from blackstart.shell.run.log.panel import LogPanel
from blackstart.shell.run.log.presenter import LogPresenter
from blackstart.shell.run.log.take_back import TakeBackOffers
from blackstart.shell.run.places import Places
from blackstart.shell.run.presenter import RunPresenter
from blackstart.shell.support.look import Look
from blackstart.shell.widgets.entry_lines import LogLine
from blackstart.shell.widgets.form_sheet import FormSheet

translate = QCoreApplication.translate

KEY = "log"


@dataclass(frozen=True, slots=True)
class LogDraft:
    """What the list shows."""

    filter: int = 0


class LogRoom(QObject):
    """Joins the list to its presenter."""

    name = KEY

    def __init__(self, run: RunPresenter, places: Places, look: Look) -> None:
        super().__init__(places.page)
        self._run = run
        self._places = places
        self._look = look
        self._sheet: FormSheet | None = None
        self.presenter = LogPresenter(run, look, self)
        self.offers = TakeBackOffers(run, look, self)
        self.panel = LogPanel(look)
        places.side.tabs.add(KEY, translate("Log", "Log"), self.panel)
        self.presenter.listed.connect(self.panel.show_lines)
        self.panel.take_back_wished.connect(self._ask_back)
        self.panel.correct_wished.connect(self._ask_words)
        self.panel.before_wished.connect(self._show_before)

    def deeds(self) -> RoomDeeds:
        """Return what can be done here."""
        specs = (ActionSpec("run.log", translate("Log", "To the log"), ("L",)),)
        return RoomDeeds(specs, {"run.log": self.show}, {"run.log": self._hindrance})

    def draft(self) -> object:
        """Return what the list shows."""
        return LogDraft(self.panel.filter.currentIndex())

    def take_draft(self, draft: object) -> None:
        """Show the same again."""
        if isinstance(draft, LogDraft):
            self.panel.filter.setCurrentIndex(draft.filter)

    def show(self) -> None:
        """Bring the log to the front, and put the focus there."""
        if self._hindrance():
            self._run.refused.emit(self._hindrance())
            return
        self._places.side.tabs.show_list(KEY)
        self.panel.begin()

    def _ask_back(self, line: LogLine) -> None:
        sheet = TakeBackSheet(line, self._look)
        sheet.agreed.connect(self._take_back)
        self._open(sheet)

    def _ask_words(self, line: LogLine) -> None:
        sheet = CorrectSheet(line, self.presenter.people, self.presenter.things, self._look)
        sheet.agreed.connect(self._correct)
        self._open(sheet)

    def _show_before(self, line: LogLine) -> None:
        self._open(BeforeSheet(line, self._look))

    def _open(self, sheet: FormSheet) -> None:
        self._sheet = sheet
        self._run.refused.connect(sheet.complain)
        sheet.open_over(self._places.page.window())
        sheet.give_back_to(self.panel.view)  # the button that opened it may be gone

    def _take_back(self, seq: int, why: str) -> None:
        if self.presenter.take_back(seq, why) and self._sheet is not None:
            self._sheet.close_sheet()

    def _correct(self, seq: int, words: dict[str, object]) -> None:
        if self.presenter.correct(seq, words) and self._sheet is not None:
            self._sheet.close_sheet()

    def _hindrance(self) -> str:
        return "" if self._run.run_id is not None else translate("RunHindrances", "No run is under way.")
