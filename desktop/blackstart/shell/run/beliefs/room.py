"""The room of what the team believes: the sheet, the marks on the map, the count in the legend."""

from PySide6.QtCore import QCoreApplication, QObject

from blackstart.core.base.ids import ComponentId
from blackstart.core.play.commands import Believe
from blackstart.shell.actions.deeds import RoomDeeds
from blackstart.shell.actions.spec import ActionSpec
from blackstart.shell.run.beliefs.belief_sheet import BeliefDraft, BeliefSheet
from blackstart.shell.run.beliefs.gap import Gap
from blackstart.shell.run.beliefs.presenter import BeliefsPresenter
from blackstart.shell.run.places import CardVerb, Places
from blackstart.shell.run.presenter import RunPresenter
from blackstart.shell.support.look import Look

translate = QCoreApplication.translate


class BeliefsRoom(QObject):
    """Opens the sheet, for the chosen card where one is."""

    name = "beliefs"

    def __init__(self, run: RunPresenter, places: Places, look: Look) -> None:
        super().__init__(places.page)
        self._run, self._places = run, places
        self._look = look
        self._draft = BeliefDraft()
        self._open: BeliefSheet | None = None
        self.presenter = BeliefsPresenter(run, look, self)
        verb = CardVerb(translate("Beliefs", "What the team believes…"), self.open_for, self.presenter.why_not)
        places.card_verbs.append(verb)
        self.presenter.gap_shown.connect(self._mark)
        self.presenter.parted.connect(self._forget)

    def deeds(self) -> RoomDeeds:
        spec = ActionSpec("run.beliefs", translate("Beliefs", "What the team believes"), ("B",))
        return RoomDeeds((spec,), {spec.id: self.open_chosen}, {spec.id: self.presenter.why_not})

    def draft(self) -> BeliefDraft:
        return self._draft

    def take_draft(self, draft: object) -> None:
        if isinstance(draft, BeliefDraft):
            self._draft = draft

    def open_chosen(self) -> None:
        """Open the sheet, at the card of the map that has the focus, or what is chosen."""
        at, together = self._places.map.overlay.walk.at, self._run.map.together
        self.open_for(together if at is None or at in together else (at,))

    def open_for(self, components: tuple[ComponentId, ...]) -> None:
        """Open the sheet, at some components."""
        why_not = self.presenter.why_not()
        if why_not:
            self.presenter.refused.emit(why_not)
            return
        sheet = self._open = BeliefSheet(self.presenter, self._look)
        sheet.take_draft(self._draft)
        sheet.believed.connect(self._believe)
        sheet.closed.connect(self._keep)
        self._run.refused.connect(sheet.complain)
        sheet.open_over(self._places.page.window())
        if components:
            sheet.choose(components)

    def _believe(self, commands: tuple[Believe, ...]) -> None:
        if all(self.presenter.believe(each) for each in commands) and self._open is not None:
            self._open.clear_recorded()

    def _keep(self) -> None:
        if self._open is not None:
            self._draft, self._open = self._open.draft, None

    def _forget(self) -> None:
        if self._open is not None:
            self._open.close_sheet()
        self._draft = BeliefDraft()

    def _mark(self, gap: Gap) -> None:
        self._places.map.overlay.doubts.show_doubts(gap.wrong, gap.unseen)
        self._places.legend.show_doubts(len(gap.wrong), len(gap.unseen))
