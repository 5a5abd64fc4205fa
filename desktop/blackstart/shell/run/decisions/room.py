"""The room of decisions: the sheet of all of them, and the one for what nobody scripted."""

from PySide6.QtCore import QCoreApplication, QObject

from blackstart.core.base.ids import DecisionId
from blackstart.core.play.commands import DecideUnscripted, Open
from blackstart.shell.actions.deeds import RoomDeeds
from blackstart.shell.actions.spec import ActionSpec
from blackstart.shell.run.decisions.overview import DecisionsSheet
from blackstart.shell.run.decisions.rows import decision_rows
from blackstart.shell.run.decisions.unscripted_sheet import UnscriptedDraft, UnscriptedSheet
from blackstart.shell.run.people import who_can_act
from blackstart.shell.run.places import Places
from blackstart.shell.run.presenter import RunPresenter
from blackstart.shell.run.stand import RunStand
from blackstart.shell.support.look import Look

translate = QCoreApplication.translate


class DecisionsRoom(QObject):
    """Opens the sheets; what the form shows is the form's."""

    name = "decisions"

    def __init__(self, run: RunPresenter, places: Places, look: Look) -> None:
        super().__init__(places.page)
        self._run = run
        self._places = places
        self._look = look
        self._stand: RunStand | None = None  # the latest: what is asked of it is asked at once
        self._draft = UnscriptedDraft()
        self._sheet: UnscriptedSheet | None = None
        run.stood.connect(self._take)
        run.parted.connect(self._forget)

    def deeds(self) -> RoomDeeds:
        """Return what can be done here."""
        specs = (
            ActionSpec("run.decisions", translate("RunDecisions", "All decisions; open one by hand"), ("O",)),
            ActionSpec("run.unscripted", translate("RunDecisions", "Record a decision nobody scripted"), ("Shift+O",)),
        )
        deeds = {"run.decisions": self.show_all, "run.unscripted": self.ask}
        return RoomDeeds(specs, deeds, {"run.decisions": self._unbegun, "run.unscripted": self._not_under_way})

    def draft(self) -> object:
        """Return a decision that is not recorded."""
        return self._draft

    def take_draft(self, draft: object) -> None:
        """Go on with it."""
        if isinstance(draft, UnscriptedDraft):
            self._draft = draft

    def show_all(self) -> None:
        """Open the sheet of all decisions."""
        if self._stand is None or self._unbegun():
            self._run.refused.emit(self._unbegun())
            return
        self._open_sheet(self._stand)

    def show_decision(self, decision: str) -> None:
        """Open that sheet at one of them, also before a run: then it can only be read."""
        if self._stand is not None:
            self._open_sheet(self._stand).show_decision(DecisionId(decision))

    def _open_sheet(self, stand: RunStand) -> DecisionsSheet:
        sheet = DecisionsSheet(decision_rows(stand, self._look.words), self._look, is_begun=stand.is_begun)
        sheet.open_wished.connect(self._open)
        sheet.go_wished.connect(self._go)
        sheet.record_wished.connect(self.ask)
        for signal in (sheet.open_wished, sheet.go_wished, sheet.record_wished):
            signal.connect(sheet.close_sheet)
        sheet.open_over(self._places.page.window())
        return sheet

    def ask(self) -> None:
        """Ask for a decision that nobody scripted."""
        if self._stand is None or self._not_under_way():
            self._run.refused.emit(self._not_under_way())
            return
        people = who_can_act(self._stand, self._look.language)
        self._sheet = sheet = UnscriptedSheet(self._stand.director.drill, people, self._look)
        sheet.take_draft(self._draft)
        sheet.decided.connect(self._decide)
        sheet.closed.connect(self._keep)
        self._run.refused.connect(sheet.complain)
        sheet.open_over(self._places.page.window())

    def _decide(self, command: DecideUnscripted) -> None:
        sheet = self._sheet
        if self._run.submit(command) and sheet is not None:
            sheet.close_sheet()
            self._draft = UnscriptedDraft()

    def _keep(self) -> None:
        """Keep what was filled in on a sheet that was put away."""
        if self._sheet is not None:
            self._draft, self._sheet = self._sheet.draft, None

    def _open(self, decision: str) -> None:
        if self._run.submit(Open(DecisionId(decision))):
            self._go(decision)

    def _go(self, decision: str) -> None:
        self._places.side.form.show_decision(DecisionId(decision))
        self._places.side.to_decision()

    def _forget(self) -> None:
        self._draft, self._stand = UnscriptedDraft(), None

    def _take(self, stand: RunStand) -> None:
        self._stand = stand

    def _unbegun(self) -> str:
        return "" if self._run.run_id is not None else translate("RunHindrances", "No run is under way.")

    def _not_under_way(self) -> str:
        return "" if self._run.is_under_way else translate("RunHindrances", "No run is under way.")
