"""The room of what comes before a run: its sheets, their keys, and the button on the begin panel."""

from dataclasses import replace
from typing import cast

from PySide6.QtCore import QCoreApplication, QObject

from blackstart.core.play.commands import Participant
from blackstart.core.play.rehearse import Progress, Rehearsal
from blackstart.core.play.shortfalls import Shortfall
from blackstart.shell.actions.deeds import RoomDeeds
from blackstart.shell.actions.spec import ActionSpec
from blackstart.shell.run.places import Places
from blackstart.shell.run.presenter import RunPresenter
from blackstart.shell.run.setup.answers import Answers
from blackstart.shell.run.setup.brief_sheet import BriefSheet, brief_of
from blackstart.shell.run.setup.facts import SetupFacts
from blackstart.shell.run.setup.leads import Leads, is_on_map
from blackstart.shell.run.setup.presenter import SetupDraft, SetupPresenter
from blackstart.shell.run.setup.rehearsal_sheet import RehearsalSheet
from blackstart.shell.run.setup.setup_sheet import SetupSheet
from blackstart.shell.run.setup.summary import summary
from blackstart.shell.run.setup.table_sheet import TableSheet
from blackstart.shell.run.sheets import exercise_of
from blackstart.shell.support.look import Look
from blackstart.shell.widgets.projector_sheet import IN_A_WINDOW
from blackstart.shell.widgets.sheet import Sheet

translate = QCoreApplication.translate


class SetupRoom(QObject):
    """Opens one sheet at a time over the window; what a rehearsal found is read beside it.

    Attributes
    ----------
    leads : Leads or None
        From there to the parts of the drill; most of them are other rooms'.
    """

    name = "setup"

    def __init__(self, run: RunPresenter, places: Places, look: Look) -> None:
        super().__init__(places.page)
        self._run = run
        self._places = places
        self._look = look
        self.presenter = SetupPresenter(run, look, parent=self)
        self.sheet: Sheet | None = None
        self.leads: Leads | None = None
        panel = places.side.begin
        panel.begin_wished.connect(self._begin_team)
        panel.setup_wished.connect(self.open_setup)
        self.presenter.answered.connect(self._show_answers)
        self.presenter.hid.connect(self._hide_coming)
        self.presenter.rehearsing.stepped.connect(self._show_progress)
        self.presenter.rehearsed.connect(self._show_found)
        look.relaid.connect(self.close)
        app = QCoreApplication.instance()
        if app is not None:
            app.aboutToQuit.connect(self.presenter.rehearsing.stop)

    def deeds(self) -> RoomDeeds:
        """Return what can be done before a run."""
        specs = (
            ActionSpec("run.setup", translate("RunSetup", "Set up a run"), ("Ctrl+R",)),
            ActionSpec("run.brief", translate("RunSetup", "Read out the brief"), ("Ctrl+B",)),
            ActionSpec("run.rehearse", translate("RunSetup", "Rehearse the exercise"), ("Ctrl+Shift+R",)),
        )
        deeds = {"run.setup": self.open_setup, "run.brief": self.open_brief, "run.rehearse": self.rehearse}
        hindrances = {"run.setup": self._is_alone, "run.brief": self._has_nothing, "run.rehearse": self._is_playing}
        return RoomDeeds(specs, deeds, hindrances)

    def draft(self) -> object:
        """Return what was filled in and found."""
        return self.presenter.draft()

    def take_draft(self, draft: object) -> None:
        """Go on with that."""
        self.presenter.take_draft(cast(SetupDraft, draft))

    def open_setup(self) -> None:
        """Open the sheet on which a run is set up; of one that is under way, who is at the table can be changed."""
        if self.presenter.is_begun and not self._run.is_under_way:
            self._places.side.end.again_wished.emit()
        facts = self.presenter.facts()
        if facts is not None and self._run.is_under_way and not self.presenter.settings().is_self_study:
            self._open_table(facts)
            return
        if facts is None or self._is_late():
            self._run.refused.emit(self._has_nothing() or self._is_late())
            return
        sheet = SetupSheet(facts, self.presenter.today, self._places.bar.projector.sheet.screens, self._look)
        answers = self.presenter.answers
        team = self._places.side.begin.team.text()
        sheet.show_answers(answers if not team else replace(answers, team=team), self._look.language)
        sheet.edited.connect(self.presenter.take)
        sheet.begin_wished.connect(self._begin)
        sheet.rehearse_wished.connect(self._rehearse_with)
        sheet.brief_wished.connect(self._brief_with)
        self._open(sheet)

    def _open_table(self, facts: SetupFacts) -> None:
        sheet = TableSheet(self.presenter.people, facts.roles, self._look)
        sheet.agreed.connect(self._correct_people)
        self._run.refused.connect(sheet.complain)
        self._open(sheet)

    def _correct_people(self, people: tuple[Participant, ...]) -> None:
        if self.presenter.correct_people(people):
            self.close()

    def open_brief(self) -> None:
        """Show what is read out, before a run or while it is played."""
        if self._has_nothing():
            self._run.refused.emit(self._has_nothing())
        else:
            self._open(self._brief())

    def rehearse(self) -> None:
        """Show what the last rehearsal found, or begin one."""
        hindrance = self._is_playing()
        if hindrance:
            self._run.refused.emit(hindrance)
            return
        self._rehearse_with(self.presenter.answers)

    def show_objective(self, objective: str) -> None:
        """Show the brief at one of the objectives, over what is open."""
        drill = self.presenter.drill
        ids: list[str] = [each.id for each in exercise_of(drill).objectives] if drill is not None else []
        if objective in ids:
            sheet = self._brief()
            sheet.open_over(self._places.page.window())
            sheet.show_objective(ids.index(objective))

    def close(self) -> None:
        """Put away the sheet that is open: its words are others now."""
        if self.sheet is not None:
            self.sheet.close_sheet()

    def _open(self, sheet: Sheet) -> None:
        self.close()
        self.sheet = sheet
        sheet.closed.connect(self._forget)
        sheet.open_over(self._places.page.window())

    def _forget(self) -> None:
        self.sheet = None

    def _begin(self, answers: Answers) -> None:
        refusals = self.presenter.refusals(answers)
        if isinstance(self.sheet, SetupSheet):
            self.sheet.show_refusals(refusals)
        if not refusals:
            self.close()
            self._show_display(answers)
            self.presenter.begin(answers)

    def _begin_team(self, team: str) -> None:
        """Begin from the panel; where something that was filled in is wrong, show where."""
        answers = self.presenter.answers
        if not self.presenter.begin_team(team):
            self.open_setup()
            self._begin(replace(answers, team=team))

    def _show_display(self, answers: Answers) -> None:
        """Put the participants' display where it was wished, if that screen is there."""
        button = self._places.bar.projector
        known = {screen.key for screen in button.sheet.screens} | {IN_A_WINDOW}
        if answers.screen in known and not answers.is_self_study:
            button.place_wished.emit(answers.screen)

    def _rehearse_with(self, answers: Answers) -> None:
        refusals = self.presenter.refusals(answers)
        if isinstance(self.sheet, SetupSheet):
            self.sheet.show_refusals(refusals)
        if refusals:
            return
        self.presenter.take(answers)
        sheet = RehearsalSheet(self._look)
        sheet.again_wished.connect(self._rehearse_again)
        sheet.stop_wished.connect(self.presenter.rehearsing.stop)
        sheet.place_wished.connect(self._show_place)
        found = self.presenter.found
        if found is not None:
            sheet.show_found(found)
            self._open(sheet)
            return
        sheet.show_progress(Progress(0, 1))
        self._open(sheet)
        self.presenter.rehearse(answers)

    def _rehearse_again(self) -> None:
        if isinstance(self.sheet, RehearsalSheet):
            self.sheet.show_progress(Progress(0, 1))
            self.presenter.rehearse(self.presenter.answers)

    def _brief_with(self, answers: Answers) -> None:
        self.presenter.take(answers)
        self._open(self._brief())

    def _brief(self) -> BriefSheet:
        drill = self.presenter.drill
        assert drill is not None
        return BriefSheet(brief_of(drill, self.presenter.settings(), self._look.words), self._look)

    def _show_progress(self, progress: Progress) -> None:
        if isinstance(self.sheet, RehearsalSheet):
            self.sheet.show_progress(progress)

    def _show_found(self, found: Rehearsal) -> None:
        if isinstance(self.sheet, RehearsalSheet):
            self.sheet.show_found(found)

    def _show_place(self, found: Shortfall) -> None:
        """Show of what a rehearsal speaks: on a sheet over it, or where the map is drawn."""
        if self.leads is None:
            return
        if is_on_map(found):
            self.close()
        self.leads.follow(found)

    def _show_answers(self, answers: Answers | None) -> None:
        panel = self._places.side.begin
        panel.show_setup(summary(answers) if answers is not None else "")
        if answers is not None:
            panel.team.setText(answers.team)

    def _hide_coming(self, is_hidden: bool) -> None:
        self._places.foot.hide_coming(is_hidden=is_hidden)

    def _is_late(self) -> str:
        if self.presenter.is_begun:
            return translate("RunSetup", "The run has begun: what was set up for it stays.")
        return self._has_nothing()

    def _is_alone(self) -> str:
        is_alone = self._run.is_under_way and self.presenter.settings().is_self_study
        return self._is_late() if is_alone else self._has_nothing()

    def _is_playing(self) -> str:
        if self._run.is_under_way:
            return translate("RunSetup", "A run is under way. Rehearse when it has ended.")
        return self._has_nothing()

    def _has_nothing(self) -> str:
        return "" if self.presenter.drill is not None else translate("RunHindrances", "No exercise is open.")
