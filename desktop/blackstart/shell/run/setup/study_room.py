"""The room of self-study: the sheet after each decision, and the key that shows the last one again."""

from PySide6.QtCore import QCoreApplication, QObject

from blackstart.core.review.alternatives import Alternative
from blackstart.shell.actions.deeds import RoomDeeds
from blackstart.shell.actions.spec import ActionSpec
from blackstart.shell.run.places import Places
from blackstart.shell.run.presenter import RunPresenter
from blackstart.shell.run.setup.explained import Explained
from blackstart.shell.run.setup.explanation_sheet import ExplanationSheet
from blackstart.shell.run.setup.study import StudyPresenter
from blackstart.shell.support.look import Look

translate = QCoreApplication.translate


class StudyRoom(QObject):
    """Explains, and lets the exercise go on."""

    name = "study"

    def __init__(self, run: RunPresenter, places: Places, look: Look) -> None:
        super().__init__(places.page)
        self._run = run
        self._places = places
        self._look = look
        self.sheet: ExplanationSheet | None = None
        self.presenter = StudyPresenter(run, look, self)
        self.presenter.taken.connect(self._explain)
        self.presenter.reckoning.stepped.connect(self._show_alternative)
        self.presenter.reckoning.done.connect(self._show_all)
        look.relaid.connect(self.close)
        run.parted.connect(self.close)
        app = QCoreApplication.instance()
        if app is not None:
            app.aboutToQuit.connect(self.presenter.reckoning.stop)

    def deeds(self) -> RoomDeeds:
        """Return the one thing that can be asked for."""
        spec = ActionSpec("run.explain", translate("Explanation", "What followed from the last decision"), ("E",))
        return RoomDeeds((spec,), {spec.id: self.explain_last}, {spec.id: self._hindrance})

    def draft(self) -> object:
        return None

    def take_draft(self, draft: object) -> None:
        return None

    def explain_last(self) -> None:
        """Show again what followed from the last decision."""
        told = self.presenter.last()
        if told is None:
            self._run.refused.emit(self._hindrance())
        else:
            self._explain(told)

    def close(self) -> None:
        """Put the sheet away."""
        if self.sheet is not None:
            self.sheet.close_sheet()

    def _explain(self, told: Explained) -> None:
        self.close()
        is_more = self.presenter.is_another_open
        go_on = translate("Explanation", "To the next decision") if is_more else translate("Explanation", "Go on")
        self.sheet = sheet = ExplanationSheet(told, go_on, self._look)
        sheet.go_on_wished.connect(self._go_on)
        sheet.closed.connect(self._forget)
        sheet.open_over(self._places.page.window())
        self.presenter.reckon(told)

    def _go_on(self) -> None:
        if self.presenter.is_another_open:
            self._places.side.to_decision()
        else:
            self.presenter.go_on()

    def _forget(self) -> None:
        self.sheet = None
        self.presenter.reckoning.stop()

    def _show_alternative(self, alternative: Alternative) -> None:
        if self.sheet is not None:
            self.sheet.show_alternative(alternative)

    def _show_all(self, alternatives: tuple[Alternative, ...]) -> None:
        if self.sheet is not None:
            self.sheet.show_all(alternatives)

    def _hindrance(self) -> str:
        if not self.presenter.is_self_study:
            return translate("Explanation", "Decisions are explained in self-study only.")
        return "" if self.presenter.last() is not None else translate("Explanation", "Nothing has been decided yet.")
