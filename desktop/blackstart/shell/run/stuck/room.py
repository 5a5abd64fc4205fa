"""The room of what cannot come back: a note in the right column, a line among the facts of a card."""

from PySide6.QtCore import QObject

from blackstart.core.base.ids import ComponentId
from blackstart.shell.actions.deeds import RoomDeeds
from blackstart.shell.run.places import Places
from blackstart.shell.run.presenter import RunPresenter
from blackstart.shell.run.stuck.note import StuckNote
from blackstart.shell.run.stuck.presenter import StuckPresenter
from blackstart.shell.support.look import Look


class StuckRoom(QObject):
    """Joins the note to the run."""

    name = "stuck"

    def __init__(self, run: RunPresenter, places: Places, look: Look) -> None:
        super().__init__(places.page)
        self._run, self._places = run, places
        self.presenter = StuckPresenter(run, look, self)
        self.note = StuckNote(look)
        places.side.hold_note(self.note)
        self.presenter.shown.connect(self.note.show_sheet)
        self.note.wished.connect(self._show)

    def deeds(self) -> RoomDeeds:
        return RoomDeeds()

    def draft(self) -> object:
        return None

    def take_draft(self, draft: object) -> None:
        return None

    def _show(self, component: ComponentId) -> None:
        self._run.map.choose(component)
        self._places.map.fit_chosen_or_all()
