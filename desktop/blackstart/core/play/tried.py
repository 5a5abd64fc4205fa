"""What is known of a drill from the ways through it that were tried."""

from dataclasses import dataclass, field

from blackstart.core.base.ids import ComponentId, DecisionId, InjectId, OptionId
from blackstart.core.exercise.conditions import Fact
from blackstart.core.exercise.model import Decision, Exercise
from blackstart.core.play.ways import Choice, Played

_Before = tuple[int | None, tuple[Choice, ...], DecisionId]  # hands, what was answered before, what was asked then


@dataclass(slots=True)
class Tried:
    """Everything that came about in some way.

    Attributes
    ----------
    came, asked, held
        Injects that were delivered, decisions that opened, facts that were true: in some way at least.
    locked : dict of ComponentId to tuple of tuple of ComponentId
        What at the end of some way could not come back by any ordinary decision, with the loops of that way.
    freed : set of ComponentId
        What could not come back, and was brought back on the same way.
    """

    exercise: Exercise
    ways: int = 0
    came: set[InjectId] = field(default_factory=set)
    asked: set[DecisionId] = field(default_factory=set)
    held: set[Fact] = field(default_factory=set)
    locked: dict[ComponentId, tuple[tuple[ComponentId, ...], ...]] = field(default_factory=dict)
    freed: set[ComponentId] = field(default_factory=set)
    _traces: dict[_Before, dict[OptionId | None, int]] = field(default_factory=dict)
    _differing: set[DecisionId] = field(default_factory=set)
    _compared: set[DecisionId] = field(default_factory=set)

    def add(self, played: Played) -> None:
        """Take in what came of one more way."""
        self.ways += 1
        self.came.update(played.came)
        self.asked.update(played.asked)
        self.held.update(played.held)
        self.freed.update(played.freed)
        for component in played.stuck.deadlock:
            self.locked.setdefault(component, played.stuck.loops)
        if not played.way.is_silent:
            self._compare(played)

    def makes_no_difference(self, decision: Decision) -> bool:
        """Whether all its options were tried in the same situation, and the same happened in every situation."""
        return decision.id in self._compared and decision.id not in self._differing

    def is_settled(self) -> bool:
        """Whether no further way could change what is to be told."""
        exercise = self.exercise
        return (
            all(each.id in self.came for each in exercise.injects)
            and all(each.id in self.asked for each in exercise.decisions)
            and all(each.id in self._differing for each in exercise.decisions if len(each.options) > 1)
            and self.freed.issuperset(self.locked)
        )

    def _compare(self, played: Played) -> None:
        """Set the way beside those that differ from it in one answer, and in nothing that was chosen after it."""
        way = played.way
        for number in range(max(len(way.choices) - 1, 0), len(played.made)):
            made = played.made[number]
            before = (way.hands_at, played.made[:number], made.decision)
            traces = self._traces.setdefault(before, {})
            traces[made.option] = played.trace
            of_options = [trace for option, trace in traces.items() if option is not None]
            if len(set(of_options)) > 1:
                self._differing.add(made.decision)
            if len(of_options) == self._count_options(made.decision):
                self._compared.add(made.decision)

    def _count_options(self, id_: DecisionId) -> int:
        return next(len(each.options) for each in self.exercise.decisions if each.id == id_)
