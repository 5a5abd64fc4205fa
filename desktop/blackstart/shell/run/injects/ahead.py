"""What a jump would bring: the run folded on to a later second, told as rows; nothing of it happens."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from blackstart.core.base.ids import ComponentId, DecisionId
from blackstart.core.base.simtime import Seconds
from blackstart.core.base.words import Words
from blackstart.core.engine.trace import Shown
from blackstart.core.exercise.model import Drill
from blackstart.core.play.commands import Entry
from blackstart.core.play.director import Director
from blackstart.core.play.events import ActionDone, Delivered, Event, Opened, PhaseEnded, Settled, TimedOut
from blackstart.core.play.playback import tell
from blackstart.shell.run.coming import ComingRow
from blackstart.shell.run.injects.coming_rows import ComingRows
from blackstart.shell.run.sheets import exercise_of
from blackstart.shell.widgets.channel_icons import ICONS

translate = QCoreApplication.translate

_TOLD = (Shown.DOWN, Shown.OPERATIONAL)  # what falls, and what is whole again


@dataclass(frozen=True, slots=True)
class Journey:
    """A run as it stands, and where to."""

    drill: Drill
    entries: Sequence[Entry]
    now: Seconds
    until: Seconds
    words: Words


def ahead(journey: Journey) -> tuple[ComingRow, ...]:
    """Return what happens after `now` up to and including `until` if nobody acts; a worker's job, it can take long."""
    told = tell(journey.drill, journey.entries, journey.until)
    events = (*told.events, *told.director.close())
    return tuple(_Teller(journey, told.director).rows(events))


class _Teller:
    def __init__(self, journey: Journey, director: Director) -> None:
        self._journey = journey
        self._director = director
        self._maker = ComingRows(director, journey.words)
        self._exercise = exercise_of(journey.drill)
        self._shown: dict[ComponentId, Shown] = {}
        self._number = 0

    def rows(self, events: Sequence[Event]) -> Iterator[ComingRow]:
        for event in events:
            if isinstance(event, Settled):
                yield from self._settled(event)
            elif event.at > self._journey.now:
                yield from self._scripted(event)

    def _settled(self, event: Settled) -> Iterator[ComingRow]:
        """Yield what fell and what is whole again in a second; also of the seconds before it is noted how all stood."""
        moved: dict[Shown, list[str]] = {state: [] for state in _TOLD}
        for change in event.changes:
            before = self._shown.get(change.component)
            self._shown[change.component] = change.shown
            is_news = before is not change.shown and not (before is None and change.shown is Shown.OPERATIONAL)
            if is_news and change.shown in moved:
                moved[change.shown].append(self._name(change.component))
        if event.at <= self._journey.now:
            return
        for state, names in moved.items():
            if names:
                yield self._row(
                    event.at, "topo", self._journey.words.say(f"state.{state}").capitalize(), ", ".join(names)
                )

    def _scripted(self, event: Event) -> Iterator[ComingRow]:
        match event:
            case Delivered(at=at, inject=id_):
                inject = next(each.inject for each in self._director.delivered() if each.inject.id == id_)
                yield self._row(at, ICONS[inject.channel], self._maker.title(inject), self._maker.text(inject))
            case Opened(at=at, decision=decision):
                yield self._row(at, "help", translate("Injects", "Decision"), self._question(decision))
            case TimedOut(at=at, decision=decision):
                nobody = translate("Injects", "Nobody decides in time")
                yield self._row(at, "clock", nobody, self._question(decision))
            case ActionDone(at=at, action=action):
                texts = (each.action.text for each in self._director.actions() if each.action.id == action)
                done = translate("Injects", "Done")
                yield self._row(at, "check", done, next(texts).to(self._journey.words.language))
            case PhaseEnded(phase=id_):
                phase = next(each for each in self._exercise.phases if each.id == id_)
                name = phase.name.to(self._journey.words.language) if phase.name else phase.id
                yield self._row(event.at, "step", translate("Injects", "End of the phase"), name)

    def _row(self, at: Seconds, icon: str, title: str, text: str) -> ComingRow:
        self._number += 1
        return ComingRow(f"ahead:{self._number}", icon, title, text, "", at, True, ())

    def _question(self, id_: DecisionId) -> str:
        decision = next(each for each in self._exercise.decisions if each.id == id_)
        return decision.question.to(self._journey.words.language)

    def _name(self, id_: ComponentId) -> str:
        return self._journey.drill.topology.component(id_).label(self._journey.words.language)
