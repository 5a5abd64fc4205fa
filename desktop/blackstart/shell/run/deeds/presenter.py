"""What the team orders: begins, calls off, queues anew; tells how all of that stands."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QCoreApplication, QObject, Signal

from blackstart.core.base.ids import ActionId, ComponentId
from blackstart.core.base.simtime import Seconds
from blackstart.core.engine.effects import CallOff, Target
from blackstart.core.play.commands import Act, ActUnscripted, ApplyEffects, Command, TakeBack
from blackstart.core.play.director import Director
from blackstart.shell.actions.offer import Offer
from blackstart.shell.run.deeds.action_lines import action_lines
from blackstart.shell.run.deeds.component_rows import ComponentMenu, MenuRow, component_menu
from blackstart.shell.run.deeds.queueing import asking_again, moved
from blackstart.shell.run.deeds.together import together
from blackstart.shell.run.deeds.works import CrewSheet, Work, crew_sheets
from blackstart.shell.run.people import who_can_act
from blackstart.shell.run.presenter import RunPresenter
from blackstart.shell.run.reasons import forced_by_hand, wrong_click
from blackstart.shell.run.stand import RunStand
from blackstart.shell.support.look import Look

translate = QCoreApplication.translate


class DeedsPresenter(QObject):
    """Actions and crews of the run at the console."""

    listed = Signal(object)  # tuple[ActionLine, ...]
    crews_told = Signal(object)  # tuple[CrewSheet, ...]
    counted = Signal(int)  # how much is under way or waits
    drill_shown = Signal(object, object)  # core Drill, and who can do something: tuple[(id, name), ...]

    def __init__(self, run: RunPresenter, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._run = run
        self._look = look
        self._crews: tuple[CrewSheet, ...] = ()
        self._director: Director | None = None
        self._roles: Mapping[ActionId, str] = {}  # to whom the script gives each action
        self._commands: Mapping[int, Command] = {}
        self._said: dict[str, object] = {}
        run.stood.connect(self._take)

    def begin(self, action: ActionId, by: str) -> None:
        """Begin an action of the script; `by` empty = whoever the script gives it to."""
        who = by or self._roles.get(action, "")
        if not who:
            self._run.refused.emit(translate("Actions", "Nothing is begun yet: say who does it, above the actions."))
            return
        self._run.submit(Act(action, who))

    def order(self, command: ActUnscripted) -> bool:
        """Begin an action that nobody scripted; False = it was refused."""
        return self._run.submit(command)

    def menu_of(self, *components: ComponentId) -> ComponentMenu | None:
        """Return what can be done with components; None = nothing can now."""
        if self._director is None or not self._run.is_under_way:
            return None
        return together([component_menu(self._director, each, self._look.words) for each in components])

    def order_row(self, row: MenuRow, by: str) -> None:
        """Let the team do what its menu says."""
        self._run.submit(ActUnscripted(row.deed, Seconds(0), by or self._team(), effects=row.effects))

    def force(self, row: MenuRow) -> None:
        """Do it by the facilitator's hand, and offer to put it back."""
        if self._run.submit(ApplyEffects(row.effects, forced_by_hand())) and row.undo:
            sentence = translate("ComponentMenu", "{deed} (facilitator)").format(deed=row.deed)
            deed = partial(put_back, self._run, self._run.run_id, row)
            self._run.offered.emit(Offer(sentence, translate("ComponentMenu", "Put back"), deed, is_passing=True))

    def force_work(self, work: Work, is_done: bool) -> None:
        """Let a work be done now, or call it off, by the facilitator's hand."""
        done = translate("Crews", "Done now: {name} (facilitator)")
        words = done if is_done else translate("Crews", "Called off: {name} (facilitator)")
        if all(self._run.submit(command) for command in (work.ending if is_done else work.ceasing)):
            self._run.told.emit(words.format(name=work.name))

    def call_off(self, work: Work) -> None:
        """Let the team give up what is not done yet."""
        if work.repairs is not None:
            words = translate("Crews", "Call off: {name}").format(name=work.name)
            effects = (CallOff(Target((work.repairs,))),)
            self._run.submit(ActUnscripted(words, Seconds(0), self._team(), effects=effects))
        elif work.seq is not None:
            self._run.submit(TakeBack(work.seq, translate("Crews", "called off")))

    def move(self, work: Work, by: int) -> None:
        """Let a waiting work stand one place further to the front (-1) or back (1)."""
        sheet = next((sheet for sheet in self._crews if any(each.turn == work.turn for each in sheet.works)), None)
        again = moved(sheet.works, work.turn, by) if sheet is not None else None
        if again is None:
            self._run.refused.emit(
                translate("Crews", "The queue stays as it is: what would go back cannot be asked for again.")
            )
            return
        for command in tuple(asking_again(again, self._commands, self._team())):
            if not self._run.submit(command):
                return

    def _team(self) -> str:
        return translate("Crews", "team")

    def _take(self, stand: RunStand) -> None:
        self._director = stand.director  # the one that is played on, asked only on behalf of the moment
        words, script = self._look.words, stand.director.drill.exercise
        self._commands = {entry.seq: entry.command for entry in stand.entries}
        self._roles = {action.id: action.by or "" for action in script.actions} if script is not None else {}
        self._crews = crew_sheets(stand, words) if stand.is_begun else ()
        people = who_can_act(stand, words.language)
        if self._is_news("drill", (id(stand.director.drill), people, words.language)):
            self.drill_shown.emit(stand.director.drill, people)
        lines = action_lines(stand, words)
        if self._is_news("lines", lines):
            self.listed.emit(lines)
        if self._is_news("crews", self._crews):
            self.crews_told.emit(self._crews)
            self.counted.emit(sum(len(sheet.works) for sheet in self._crews))

    def _is_news(self, what: str, value: object) -> bool:
        is_news = self._said.get(what) != value
        self._said[what] = value
        return is_news


def put_back(run: RunPresenter, run_id: str | None, row: MenuRow) -> None:
    """Undo what was forced, unless another run has come to the console meanwhile."""
    if run.run_id != run_id or not run.submit(ApplyEffects(row.undo, wrong_click())):
        return
    words = translate("ComponentMenu", "Put back by the facilitator; what has happened meanwhile stays.")
    if row.is_held_then:
        words = translate(
            "ComponentMenu", "Put back by the facilitator: it is held now, until you switch it on from its menu."
        )
    run.told.emit(words)
