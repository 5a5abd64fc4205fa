"""The room of what comes after the end: the hot wash over the page, before the run is looked back on."""

from PySide6.QtCore import QCoreApplication, QObject

from blackstart.shell.actions.deeds import RoomDeeds
from blackstart.shell.actions.spec import ActionSpec, key_text, written
from blackstart.shell.run.after.hot_wash import HotWash, WashDraft
from blackstart.shell.run.after.presenter import AfterPresenter
from blackstart.shell.run.places import Places
from blackstart.shell.run.presenter import RunPresenter
from blackstart.shell.support.look import Look
from blackstart.shell.widgets.key_button import KeyButton

translate = QCoreApplication.translate

RECORD_KEY = "Ctrl+Return"


class AfterRoom(QObject):
    """Opens the hot wash and keeps what was half written there."""

    name = "after"

    def __init__(self, run: RunPresenter, places: Places, look: Look) -> None:
        super().__init__(places.page)
        self._run, self._places = run, places
        self._look = look
        self._draft = WashDraft()
        self._open: HotWash | None = None
        self.presenter = AfterPresenter(run, self)
        self.presenter.parted.connect(self._forget)
        self._spec = ActionSpec("run.hot-wash", translate("AfterRoom", "Hot wash"), ("H",))
        self.button = KeyButton(self._spec.text, key_text(self._spec), look, "people", "primary")
        self.button.clicked.connect(self.wash)
        places.side.end.put_first(self.button)

    def deeds(self) -> RoomDeeds:
        spec = self._spec
        return RoomDeeds((spec,), {spec.id: self.wash}, {spec.id: self.presenter.why_not})

    def draft(self) -> WashDraft:
        return self._draft

    def take_draft(self, draft: object) -> None:
        if isinstance(draft, WashDraft):
            self._draft = draft

    def wash(self) -> None:
        """Open the hot wash, for the first time or again."""
        why_not = self.presenter.why_not()
        if why_not:
            self.presenter.refused.emit(why_not)
            return
        if self._open is not None:
            return
        self.presenter.begin()
        sheet = self._open = HotWash(self.presenter, self._look, written(RECORD_KEY))
        sheet.take_draft(self._draft)
        sheet.answered.connect(self.presenter.record)
        sheet.left.connect(self._keep)
        self._run.refused.connect(sheet.complain)
        sheet.review_wished.connect(self._places.side.end.review_wished)
        sheet.open_over(self._places.page.window())

    def _keep(self, draft: WashDraft) -> None:
        self._draft, self._open = draft, None

    def _forget(self) -> None:
        if self._open is not None:
            self._open.close_sheet()
        self._draft = WashDraft()
