"""Jumping ahead from the console: the key, the sheet, the jump."""

from PySide6.QtCore import QCoreApplication, QObject

from blackstart.shell.actions.deeds import RoomDeeds
from blackstart.shell.actions.spec import ActionSpec
from blackstart.shell.run.injects.jump_sheet import JumpSheet
from blackstart.shell.run.injects.jumping import JumpPresenter
from blackstart.shell.run.injects.presenter import InjectsPresenter
from blackstart.shell.run.places import Places
from blackstart.shell.run.presenter import RunPresenter
from blackstart.shell.support.look import Look

translate = QCoreApplication.translate


class JumpHand(QObject):
    """Opens the sheet, and jumps."""

    def __init__(self, run: RunPresenter, injects: InjectsPresenter, places: Places, look: Look) -> None:
        super().__init__(places.page)
        self._injects = injects
        self._places = places
        self._look = look
        self._sheet: JumpSheet | None = None
        self.presenter = JumpPresenter(run, look, self)
        places.bar.clock.pressed.connect(self.ask)
        places.bar.clock.setToolTip(translate("Injects", "Jump ahead"))

    def deeds(self) -> RoomDeeds:
        """Return the one row there is."""
        spec = ActionSpec("run.jump", translate("Injects", "Jump ahead"), ("J",))
        return RoomDeeds((spec,), {spec.id: self.ask}, {spec.id: self._hindrance})

    def ask(self) -> None:
        """Ask where to, with what that brings."""
        if self._sheet is not None or self._injects.why_hidden() or not self._injects.can_act():
            return
        choices = self.presenter.choices(self._injects.coming)
        self._sheet = sheet = JumpSheet(choices, self._injects.judge.time, self._look)
        sheet.time_typed.connect(self.presenter.foretell)
        self.presenter.foretold.connect(sheet.show_way)
        self._injects.refused.connect(sheet.complain)
        sheet.jump_wished.connect(self._jump)
        sheet.closed.connect(self._forget)
        sheet.open_over(self._places.page.window())

    def _jump(self, typed: str) -> None:
        sheet = self._sheet
        if self.presenter.jump(typed) and sheet is not None:
            sheet.close_sheet()

    def _forget(self) -> None:
        self._sheet = None

    def _hindrance(self) -> str:
        if not self._injects.is_under_way:
            return translate("RunHindrances", "No run is under way.")
        return self._injects.why_hidden()
