"""What a rehearsal finds: parts of a drill that will not do on the day what they are there for."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from blackstart.core.base.records.reading import Place
from blackstart.core.base.simtime import Seconds
from blackstart.core.exercise.conditions import Fact, facts
from blackstart.core.exercise.doubts_map import idle_components
from blackstart.core.exercise.model import (
    AllOf,
    AnyOf,
    Condition,
    Decision,
    DecisionTook,
    Drill,
    Exercise,
    Inject,
    InjectIs,
    Not,
)
from blackstart.core.play.commands import Begin
from blackstart.core.play.tried import Tried

NOBODY, UNTESTED, UNREACHED, NEVER_TRUE = "nobody", "untested", "unreached", "never-true"
NO_DIFFERENCE, IDLE, STUCK = "no-difference", "idle", "stuck"
KINDS = (NOBODY, UNTESTED, UNREACHED, NEVER_TRUE, NO_DIFFERENCE, IDLE, STUCK)


@dataclass(frozen=True, slots=True)
class Shortfall:
    """One thing that was noticed; its sentence is made of these values in any language.

    Attributes
    ----------
    kind : str
        One of `KINDS`.
    place : Place
        Where in the drill.
    id : str
        Of the inject, decision, objective or component.
    sentence : str
        Which of the sentences of its kind is told.
    ids : tuple of str
        What else it names: roles, or what waits for one another.
    at : Seconds or None
        A time that it names.
    lacking : tuple of Fact
        Facts that would have to be true and never were.
    """

    kind: str
    place: Place
    id: str
    sentence: str
    ids: tuple[str, ...] = ()
    at: Seconds | None = None
    lacking: tuple[Fact, ...] = ()


def shortfalls(drill: Drill, exercise: Exercise, begin: Begin, tried: Tried) -> tuple[Shortfall, ...]:
    """Return what was noticed, by kind and then in file order."""
    found = [
        *_of_injects(exercise, begin, tried),
        *_of_decisions(exercise, begin, tried),
        *_of_objectives(exercise, tried),
        *_of_components(drill, tried),
    ]
    return tuple(sorted(found, key=lambda each: KINDS.index(each.kind)))


def _of_injects(exercise: Exercise, begin: Begin, tried: Tried) -> Iterator[Shortfall]:
    worn = {role for person in begin.participants for role in person.roles}
    for index, inject in enumerate(exercise.injects):
        place: Place = ("exercise", "injects", index)
        if inject.id in begin.left_out:
            continue
        if inject.id not in tried.came:
            yield _never_came(inject, place, tried)
        elif inject.text is not None and inject.at is not None and inject.at < begin.from_s:
            yield Shortfall(NOBODY, place, inject.id, "before", at=begin.from_s)
        elif inject.text is not None and inject.to and worn and worn.isdisjoint(inject.to):
            yield Shortfall(NOBODY, place, inject.id, "unworn", tuple(inject.to))


def _of_decisions(exercise: Exercise, begin: Begin, tried: Tried) -> Iterator[Shortfall]:
    worn = {role for person in begin.participants for role in person.roles}
    for index, decision in enumerate(exercise.decisions):
        place: Place = ("exercise", "decisions", index)
        if decision.id not in tried.asked:
            yield _never_came(decision, place, tried)
        elif decision.asks is not None and worn and decision.asks not in worn:
            yield Shortfall(NOBODY, place, decision.id, "unasked", (decision.asks,))
        if tried.makes_no_difference(decision) and len(decision.options) > 1:
            counted = {option.counts_as for option in decision.options}
            if len(counted) == 1:
                yield Shortfall(NO_DIFFERENCE, place, decision.id, "same")


def _of_objectives(exercise: Exercise, tried: Tried) -> Iterator[Shortfall]:
    for index, objective in enumerate(exercise.objectives):
        turns: list[Inject | Decision] = [*exercise.injects, *exercise.decisions]
        tests = [turn.id for turn in turns if objective.id in turn.tests]
        if not tests:
            yield Shortfall(UNTESTED, ("exercise", "objectives", index), objective.id, "unnamed")
        elif not any(test in tried.came or test in tried.asked for test in tests):
            yield Shortfall(UNTESTED, ("exercise", "objectives", index), objective.id, "uncome", tuple(tests))


def _of_components(drill: Drill, tried: Tried) -> Iterator[Shortfall]:
    for index, component in idle_components(drill):
        yield Shortfall(IDLE, ("topology", "components", index), component, "unfelt")
    for index, each in enumerate(drill.topology.components):
        if each.id in tried.locked and each.id not in tried.freed:
            loop = next((loop for loop in tried.locked[each.id] if each.id in loop), ())
            sentence = "loop" if loop else "behind"
            yield Shortfall(STUCK, ("topology", "components", index), each.id, sentence, tuple(loop))


def _never_came(turn: Inject | Decision, place: Place, tried: Tried) -> Shortfall:
    """Why something came in no way: its condition, its time, or what was to open it."""
    if turn.when is None:
        sentence, at = ("late", turn.at) if turn.at is not None else ("unopened", None)
        return Shortfall(UNREACHED, place, turn.id, sentence, at=at)
    wanted = list(dict.fromkeys(_wanted(turn.when)))
    lacking = tuple(fact for fact in wanted if not _was(fact, tried))
    is_branch = any(isinstance(fact, DecisionTook) for fact in facts(turn.when))
    kind = UNREACHED if is_branch else NEVER_TRUE
    by_hand = any(isinstance(fact, InjectIs) and fact.state == "skipped" for fact in lacking)
    sentence = "skip" if by_hand else "lacking" if lacking else "together"
    return Shortfall(kind, (*place, "when"), turn.id, sentence, lacking=lacking)


def _was(fact: Fact, tried: Tried) -> bool:
    if isinstance(fact, DecisionTook) and fact.took == "any":
        return any(isinstance(each, DecisionTook) and each.decision == fact.decision for each in tried.held)
    if isinstance(fact, InjectIs):
        return InjectIs(fact.inject, fact.state) in tried.held
    return fact in tried.held


def _wanted(condition: Condition) -> Iterable[Fact]:
    """The facts that must be true, those left out that must not be."""
    match condition:
        case AllOf(parts) | AnyOf(parts):
            for part in parts:
                yield from _wanted(part)
        case Not():
            return
        case _:
            yield condition
