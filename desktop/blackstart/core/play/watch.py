"""What conditions look at: which facts hold at the ends of instants, and since when.

A condition is looked at when a second begins, on the ends of the seconds before it. From the times since which
its facts hold follows the exact second at which it becomes true, without looking at every second between.
"""

from collections.abc import Iterable
from typing import Protocol

from blackstart.core.base.ids import ComponentId
from blackstart.core.base.simtime import Seconds
from blackstart.core.engine.simulation import Simulation
from blackstart.core.engine.trace import Change, Shown
from blackstart.core.exercise.conditions import Fact, facts
from blackstart.core.exercise.model import (
    ActionIs,
    AllOf,
    AnyOf,
    ComponentIs,
    Condition,
    DecisionTook,
    InjectIs,
    Not,
    State,
)


class Books(Protocol):
    """What the script has brought and people have done: since when it is so, None = it is not."""

    def decision_since(self, fact: DecisionTook) -> Seconds | None:
        """Since when the decision has gone that way."""
        ...

    def action_since(self, fact: ActionIs) -> Seconds | None:
        """Since when the action is begun or done."""
        ...

    def inject_since(self, fact: InjectIs) -> Seconds | None:
        """Since when the inject is delivered or skipped."""
        ...


class Watch:
    """The facts that the conditions of one drill ask for."""

    def __init__(self, conditions: Iterable[Condition], simulation: Simulation, books: Books) -> None:
        self._books = books
        self._by_component: dict[ComponentId, list[ComponentIs]] = {}
        self._since: dict[ComponentIs, Seconds | None] = {}
        for condition in conditions:
            for fact in facts(condition):
                if isinstance(fact, ComponentIs) and fact not in self._since:
                    self._by_component.setdefault(fact.component, []).append(fact)
                    standing = simulation.standing(fact.component)
                    is_so = _fits(fact, standing.shown, standing.on_reserve_s is not None)
                    self._since[fact] = simulation.now if is_so else None

    def close(self, at: Seconds, changes: Iterable[Change]) -> None:
        """Take in the end of the instant `at`."""
        for change in changes:
            for fact in self._by_component.get(change.component, ()):
                if not _fits(fact, change.shown, change.is_on_reserve):
                    self._since[fact] = None
                elif self._since[fact] is None:
                    self._since[fact] = at

    def holds(self, condition: Condition, t: Seconds) -> bool:
        """Whether a condition is true when `t` begins, `t` being after everything that was played."""
        match condition:
            case AllOf(parts):
                return all(self.holds(part, t) for part in parts)
            case AnyOf(parts):
                return any(self.holds(part, t) for part in parts)
            case Not(part):
                return not self.holds(part, t)
            case _:
                true_from = self._true_from(condition)
                return true_from is not None and t >= true_from

    def first_hold(self, condition: Condition, earliest: Seconds) -> Seconds | None:
        """The first second from `earliest` on that begins with the condition true, if nothing else changes.

        Between the seconds at which one of its facts has lasted long enough nothing about it can change.
        """
        turns = {self._true_from(fact) for fact in facts(condition)}
        later = sorted(turn for turn in turns if turn is not None and turn > earliest)
        return next((t for t in (earliest, *later) if self.holds(condition, t)), None)

    def _true_from(self, fact: Fact) -> Seconds | None:
        match fact:
            case ComponentIs():
                since, lasting = self._since[fact], fact.lasting
            case InjectIs():
                since, lasting = self._books.inject_since(fact), fact.lasting
            case DecisionTook():
                since, lasting = self._books.decision_since(fact), Seconds(1)
            case ActionIs():
                since, lasting = self._books.action_since(fact), Seconds(1)
        return None if since is None else Seconds(since + max(lasting, 1))


def _fits(fact: ComponentIs, shown: Shown, is_on_reserve: bool) -> bool:
    return State(shown.value) in fact.states or (is_on_reserve and State.ON_RESERVE in fact.states)
