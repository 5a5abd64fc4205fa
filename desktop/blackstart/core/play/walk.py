"""One way through a drill, played without anybody at the table and without recording."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from blackstart.core.base.ids import ActionId, ComponentId, DecisionId, InjectId
from blackstart.core.base.simtime import Seconds
from blackstart.core.engine.simulation import Opening
from blackstart.core.engine.trace import Change
from blackstart.core.exercise.conditions import NO_OPTION, Fact, facts
from blackstart.core.exercise.model import (
    ActionIs,
    ComponentIs,
    Condition,
    Decision,
    DecisionTook,
    Drill,
    Exercise,
    Inject,
    InjectIs,
)
from blackstart.core.play.commands import Act, Begin, Command, Decide, Deliver, Entry, Open
from blackstart.core.play.director import Director
from blackstart.core.play.events import (
    ActionBegun,
    ActionDone,
    Decided,
    Delivered,
    Event,
    Opened,
    Settled,
    Skipped,
    TimedOut,
)
from blackstart.core.play.stage import script
from blackstart.core.play.watch import Watch
from blackstart.core.play.ways import Choice, Played, Way

_NOBODY = ""
_STOPS = (Delivered, Opened, TimedOut)


@dataclass(slots=True)
class _Told:
    """What the events of one way have told so far."""

    came: dict[InjectId, Seconds] = field(default_factory=dict)
    asked: dict[DecisionId, Seconds] = field(default_factory=dict)
    held: set[Fact] = field(default_factory=set)
    stops: list[Seconds] = field(default_factory=list)
    trace: int = 0
    locked: set[ComponentId] = field(default_factory=set)


def play_way(drill: Drill, begin: Begin, opening: Opening, way: Way) -> Played:
    """Play a drill to its end without recording anything."""
    return _Playing(drill, begin, opening, way).play()


class _NoBooks:
    """Facts of the script are told by events; the watch is asked of components alone."""

    def decision_since(self, fact: DecisionTook) -> Seconds | None:
        return None

    def action_since(self, fact: ActionIs) -> Seconds | None:
        return None

    def inject_since(self, fact: InjectIs) -> Seconds | None:
        return None


class _Playing:
    """A way while it is played."""

    def __init__(self, drill: Drill, begin: Begin, opening: Opening, way: Way) -> None:
        self._exercise = script(drill)
        self._director = Director(drill, begin, opening)
        self._way = way
        self._seq = 1
        self._made: list[Choice] = []
        self._told = _Told()
        conditions = awaited(self._exercise)
        self._facts = {each for each in facts_of(conditions) if isinstance(each, ComponentIs)}
        self._watch = Watch(conditions, self._director.simulation, _NoBooks())
        self._from_s = begin.from_s

    def play(self) -> Played:
        """Play to the last second; before the team comes in nobody decides anything."""
        director, told = self._director, self._told
        self._take(director.advance(Seconds(self._from_s - 1)))
        if director.now >= 0:
            self._look_round()
        while director.now < director.lasts:
            events = director.advance(director.lasts, _STOPS)
            self._take(events)
            if any(isinstance(each, _STOPS) and each.at == director.now for each in events):
                self._look_round()
        self._take(director.close())
        self._see_facts(director.lasts)
        stuck = director.simulation.stuck()
        freed = frozenset(told.locked.difference(stuck.deadlock))
        made, stops, held = tuple(self._made), tuple(told.stops), frozenset(told.held)
        return Played(self._way, made, told.came, told.asked, held, stops, told.trace, stuck, freed)

    def _look_round(self) -> None:
        """Do what the way says at a stop."""
        told = self._told
        if len(told.stops) == self._way.hands_at:
            self._lend_hands()
        told.stops.append(self._director.now)
        self._answer()
        told.locked.update(self._director.simulation.stuck().deadlock)

    def _answer(self) -> None:
        answered = {choice.decision for choice in self._made}
        for each in self._director.open_decisions():
            if each.decision.id not in answered:
                choice = self._choice(each.decision)
                self._made.append(choice)
                if choice.option is not None:
                    self._do(Decide(choice.decision, choice.option, each.decision.asks or _NOBODY))

    def _choice(self, decision: Decision) -> Choice:
        given = next((each for each in self._way.choices if each.decision == decision.id), None)
        if given is not None:
            return given
        return Choice(decision.id, None if self._way.is_silent else decision.options[0].id)

    def _lend_hands(self) -> None:
        for action in self._exercise.actions:
            self._do(Act(action.id, action.by or _NOBODY))
        for inject in self._exercise.injects:
            if inject.at is None and inject.when is None:
                self._do(Deliver(inject.id))
        for decision in opened_by_hand(self._exercise):
            self._do(Open(decision))

    def _do(self, command: Command) -> None:
        if self._director.refusal(command) is None:
            self._seq += 1
            self._take(self._director.apply(Entry(self._seq, self._director.now, command)))

    def _take(self, events: Iterable[Event]) -> None:
        for event in events:
            self._note(event)
            if isinstance(event, Settled):
                self._see_facts(event.at)
                self._watch.close(event.at, event.changes)

    def _note(self, event: Event) -> None:
        told = self._told
        match event:
            case Settled(at, changes):
                looks = tuple(
                    (each.component, each.mode, each.level, each.shown, each.is_on_reserve) for each in changes
                )
                told.trace = hash((told.trace, at, looks))
                return
            case Delivered(at, inject):
                told.came.setdefault(inject, at)
                told.held.add(InjectIs(inject, "delivered"))
            case Skipped(_, inject):
                told.held.add(InjectIs(inject, "skipped"))
            case Opened(at, decision):
                told.asked.setdefault(decision, at)
            case ActionBegun(_, action):
                told.held.add(ActionIs(action, "begun"))
            case ActionDone(_, action):
                told.held.add(ActionIs(ActionId(action), "done"))
            case Decided(_, decision, option) | TimedOut(_, decision, option):
                told.held.add(DecisionTook(decision, option or NO_OPTION))
                if isinstance(event, TimedOut):
                    told.held.add(DecisionTook(decision, NO_OPTION))
                return  # by what an answer brings about ways are compared, not by the answer
            case _:
                return
        told.trace = hash((told.trace, event))

    def _see_facts(self, t: Seconds) -> None:
        """Note which facts about components were true when `t` began."""
        self._told.held.update(each for each in self._facts if self._watch.holds(each, t))


def awaited(exercise: Exercise) -> tuple[Condition, ...]:
    """The conditions on which injects and decisions come."""
    turns: tuple[Inject | Decision, ...] = (*exercise.injects, *exercise.decisions)
    return tuple(turn.when for turn in turns if turn.when is not None)


def facts_of(conditions: Iterable[Condition]) -> list[Fact]:
    """The facts that conditions are made of, each once, in the order written."""
    return list(dict.fromkeys(fact for condition in conditions for fact in facts(condition)))


def opened_by_hand(exercise: Exercise) -> list[DecisionId]:
    """Decisions that neither a time nor a condition nor an inject opens."""
    opened = {inject.opens for inject in exercise.injects}
    return [each.id for each in exercise.decisions if each.at is None and each.when is None and each.id not in opened]


def _look(change: Change) -> tuple[object, ...]:
    """What is seen of a change, without its cause, which names the option."""
    return change.component, change.mode, change.level, change.shown, change.is_on_reserve
