"""A run at one moment: the map in time beside the books of what the script brought and people did."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from blackstart.core.base.errors import UserError
from blackstart.core.base.ids import DecisionId, InjectId, PhaseId
from blackstart.core.base.simtime import START, Seconds
from blackstart.core.base.words import said
from blackstart.core.engine.effects import Order
from blackstart.core.engine.simulation import Opening, Simulation
from blackstart.core.engine.trace import Change
from blackstart.core.exercise.model import ActionIs, Condition, DecisionTook, Drill, Exercise, InjectIs
from blackstart.core.play.actions import ActionBook
from blackstart.core.play.awareness import Awareness
from blackstart.core.play.commands import Begin
from blackstart.core.play.decisions import DecisionBook
from blackstart.core.play.events import ActionDone, Delivered, Event, Opened, Spread
from blackstart.core.play.injects import InjectBook
from blackstart.core.play.sources import of_inject
from blackstart.core.play.watch import Watch


@dataclass(slots=True)
class Round:
    """One round in the making: what it tells, and what it asks of the map."""

    at: Seconds
    events: list[Event] = field(default_factory=list)
    orders: list[Order] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Given:
    """What a command set going, so that it can be taken back; `decision` None = it took no scripted one."""

    source: str
    decision: DecisionId | None = None


class Stage:
    """Everything that the fold of a run changes.

    Attributes
    ----------
    now : Seconds
        The last instant that was played; -1 before the first.
    given : dict of int to Given
        By seq: decisions and acts that were not taken back.
    """

    def __init__(self, drill: Drill, begin: Begin, opening: Opening | None = None) -> None:
        self.drill = drill
        self.exercise = script(drill)
        self.simulation = Simulation(opening or drill.topology)
        self.injects = InjectBook(self.exercise.injects, begin.left_out)
        self.decisions = DecisionBook(self.exercise.decisions)
        self.actions = ActionBook(self.exercise.actions)
        self.watch = Watch(_conditions(self.exercise), self.simulation, self)
        self.given: dict[int, Given] = {}
        self.awareness = Awareness(drill.topology, self.simulation)
        self.now = START
        self.is_ended = False

    def decision_since(self, fact: DecisionTook) -> Seconds | None:
        """Since when the decision has gone that way."""
        return self.decisions.since(fact)

    def action_since(self, fact: ActionIs) -> Seconds | None:
        """Since when the action is begun or done."""
        return self.actions.since(fact)

    def inject_since(self, fact: InjectIs) -> Seconds | None:
        """Since when the inject is delivered or skipped."""
        return self.injects.since(fact)

    def deliver(self, round_: Round, id_: InjectId, how: str) -> None:
        """Let an inject reach the team, ask for its effects, open its decision."""
        inject = self.injects.deliver(id_, round_.at, how)
        round_.events.append(Delivered(round_.at, id_, how))
        if inject.effects:
            round_.orders.append(Order(inject.effects, of_inject(id_)))
        if inject.opens is not None:
            self.open(round_, inject.opens)

    def open(self, round_: Round, id_: DecisionId) -> None:
        """Put a decision to the team, unless it is open or settled."""
        opened = self.decisions.open(id_, round_.at)
        if opened is not None:
            round_.events.append(Opened(round_.at, id_, opened.due_s))

    def play(self, round_: Round) -> tuple[Event, ...]:
        """Play the round on the map; returns its events, with what it changed there behind them."""
        rows = self.simulation.play(round_.at, round_.orders)
        self.now = round_.at
        done = self.actions.finish(self.simulation.finished(), round_.at)
        events: list[Event] = [ActionDone(round_.at, each.action.id, each.seq) for each in done]
        events += round_.events
        if rows:
            events.append(Spread(round_.at, rows))
        self._drop_called_off()
        return tuple(events)

    def close(self) -> tuple[Change, ...]:
        """End the present instant on the map; returns what differs from the one before."""
        changes = self.simulation.close()
        self.watch.close(self.simulation.now, changes)
        if changes:
            self.awareness.close(self.simulation)
        return changes

    def _drop_called_off(self) -> None:
        """An action whose job is gone without being done was called off by an effect."""
        under_way = self.actions.under_way()
        if under_way:
            asked = {job.source for job in self.simulation.jobs()}
            for each in under_way:
                if each.source not in asked:
                    self.actions.call_off(each.seq)


def phase_ends(exercise: Exercise) -> Iterator[tuple[Seconds, PhaseId, Seconds]]:
    """For every phase: its last second, its id, and the time at which the clock holds.

    A phase is over when the second before its `until` has been played, so that what the next one brings at
    that very time comes when the clock runs again; the last second of the drill belongs to its last phase.
    """
    for phase in exercise.phases:
        last = phase.until if phase.until >= exercise.lasts else Seconds(phase.until - 1)
        yield last, phase.id, phase.until


def script(drill: Drill) -> Exercise:
    """The exercise of a drill.

    Raises
    ------
    UserError
        If it has none.
    """
    if drill.exercise is None:
        raise UserError(said("settings.no-script", drill=drill.id))
    return drill.exercise


def _conditions(exercise: Exercise) -> Iterable[Condition]:
    awaited = [inject.when for inject in exercise.injects] + [decision.when for decision in exercise.decisions]
    return [condition for condition in awaited if condition is not None]
