"""The room of what the team knew: its part beside the strips, its marks on the map, its sheet and its keys."""

from PySide6.QtCore import QCoreApplication

from blackstart.core.base.ids import ComponentId
from blackstart.shell.actions.deeds import RoomDeeds
from blackstart.shell.actions.spec import ActionSpec
from blackstart.shell.review.knowing.knew import Knew
from blackstart.shell.review.knowing.panel import KnowingDraft, KnowingPanel
from blackstart.shell.review.knowing.presenter import KnowingPresenter
from blackstart.shell.review.knowing.sheet import KnowingSheet
from blackstart.shell.review.places import Places
from blackstart.shell.review.presenter import ReviewPresenter
from blackstart.shell.review.run_room import RunRoom
from blackstart.shell.support.look import Look

translate = QCoreApplication.translate

LEAST_MARKED_SCALE = 0.3  # of the map: the marks are for the one that is enlarged, beside the strips it is too small


class KnowingRoom(RunRoom):
    """Joins them."""

    name = "knowing"

    def __init__(self, review: ReviewPresenter, places: Places, look: Look) -> None:
        super().__init__(review, places, look)
        self.presenter = KnowingPresenter(review, look, self)
        self.panel = KnowingPanel(look)
        self.sheet: KnowingSheet | None = None
        places.run.side.take_section(self.panel)
        places.run.map.overlay.doubts.least_scale = LEAST_MARKED_SCALE
        self.presenter.shown.connect(self._show)
        self.presenter.marked.connect(self._mark)
        self.panel.chosen.connect(self._choose)
        self.panel.sought.connect(self.presenter.seek)
        self.panel.all_wished.connect(self.open)
        self.panel.revealed.connect(places.run.side.reveal)

    def deeds(self) -> RoomDeeds:
        """Return what can be asked of what was known."""
        to_it = ActionSpec("review.known", translate("Knowing", "To what the team knew at the playhead"), ("K",))
        all_of_it = ActionSpec("review.known-all", translate("Knowing", "Show all that the team knew"), ("Shift+K",))
        deeds = {to_it.id: self.panel.take_focus, all_of_it.id: self.open}
        return RoomDeeds((to_it, all_of_it), deeds, dict.fromkeys(deeds, self._no_run))

    def draft(self) -> KnowingDraft:
        """Return whether it is folded."""
        return KnowingDraft(self.panel.is_folded)

    def take_draft(self, draft: object) -> None:
        """Go on with it."""
        if isinstance(draft, KnowingDraft):
            self.panel.fold(is_folded=draft.is_folded)

    def open(self) -> None:
        """Show all of the second at the playhead."""
        recorded = self._review.recorded
        if recorded is None or self.sheet is not None:
            return
        presenter = self.presenter
        sheet = self.sheet = KnowingSheet(recorded, presenter.all_parted(), presenter.at, self._look)
        sheet.chosen.connect(presenter.choose)
        sheet.sought.connect(presenter.seek)
        sheet.closed.connect(self._leave)
        sheet.open_over(self._places.page.window())

    def _choose(self, component: str) -> None:
        """Choose a component; its facts push the rows down, so that the one that was pressed is looked for again."""
        self.presenter.choose(component)
        self.panel.reveal_pressed(component)

    def _show(self, knew: Knew) -> None:
        recorded = self._review.recorded
        if recorded is not None:
            self.panel.show_knew(knew, recorded.story)

    def _mark(self, wrong: frozenset[ComponentId], unseen: frozenset[ComponentId]) -> None:
        self._places.run.map.overlay.doubts.show_doubts(wrong, unseen)

    def _leave(self) -> None:
        self.sheet = None
