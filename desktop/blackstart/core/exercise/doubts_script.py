"""What is doubtful about a script: parts that nothing reaches, and times that never come."""

from collections.abc import Iterator

from blackstart.core.base.ids import InjectId
from blackstart.core.base.records.reading import Fault, Place
from blackstart.core.base.simtime import Seconds
from blackstart.core.base.text import Text
from blackstart.core.base.words import lasting, said
from blackstart.core.exercise.conditions import ANY_OPTION, NO_OPTION, facts
from blackstart.core.exercise.model import (
    AllOf,
    AnyOf,
    Channel,
    ComponentIs,
    Condition,
    Decision,
    Exercise,
    Inject,
    InjectIs,
)


def doubts_of_script(exercise: Exercise) -> Iterator[Fault]:
    """Doubts about phases, objectives, injects, decisions and history, in file order within each rule."""
    yield from _too_late(exercise)
    yield from _never_reached(exercise)
    yield from _circles(exercise)
    for index, inject in enumerate(exercise.injects):
        yield from _doubts_of_inject(inject, ("exercise", "injects", index))
    for index, decision in enumerate(exercise.decisions):
        yield from _doubts_of_decision(decision, ("exercise", "decisions", index))
    for index, each in enumerate(exercise.history):
        if each.back_by is not None and each.back_by < each.down:
            times = {"back": lasting(each.back_by), "down": lasting(each.down)}
            message = said("doubt.back-before-down", **times)
            yield Fault("back-before-down", ("exercise", "history", index, "back"), message)


def _too_late(exercise: Exercise) -> Iterator[Fault]:
    def late(place: Place, at: Seconds | None) -> Iterator[Fault]:
        if at is not None and at > exercise.lasts:
            message = said("doubt.too-late", at=lasting(at), lasts=lasting(exercise.lasts))
            yield Fault("too-late", place, message)

    for index, phase in enumerate(exercise.phases):
        yield from late(("exercise", "phases", index, "until"), phase.until)
    for place, turn in _turns(exercise):
        yield from late((*place, "at"), turn.at)
        yield from late((*place, "not_before"), turn.not_before)
        for fact in facts(turn.when) if turn.when is not None else ():
            if isinstance(fact, ComponentIs | InjectIs):
                yield from late((*place, "when"), fact.lasting)


def _never_reached(exercise: Exercise) -> Iterator[Fault]:
    opened = {inject.opens for inject in exercise.injects}
    for index, decision in enumerate(exercise.decisions):
        if decision.at is None and decision.when is None and decision.id not in opened:
            message = said("doubt.never-opened", id=decision.id)
            yield Fault("never-opened", ("exercise", "decisions", index), message)
    tested = {objective for _, turn in _turns(exercise) for objective in turn.tests}
    for index, objective in enumerate(exercise.objectives):
        if objective.id not in tested and objective.measure is None:
            message = said("doubt.untested", id=objective.id)
            yield Fault("untested", ("exercise", "objectives", index), message)


def _turns(exercise: Exercise) -> Iterator[tuple[Place, Inject | Decision]]:
    for index, inject in enumerate(exercise.injects):
        yield ("exercise", "injects", index), inject
    for index, decision in enumerate(exercise.decisions):
        yield ("exercise", "decisions", index), decision


def _circles(exercise: Exercise) -> Iterator[Fault]:
    """Injects that wait for one another, so that none of them comes by itself."""
    waits = {each.id: _must_have_come(each.when) for each in exercise.injects if each.when is not None}
    told: set[InjectId] = set()
    for index, inject in enumerate(exercise.injects):
        circle = _circle(inject.id, waits)
        if circle and not told.intersection(circle):
            told.update(circle)
            message = said("doubt.circle", chain=(*circle, circle[0]))
            yield Fault("circle", ("exercise", "injects", index, "when"), message)


def _must_have_come(condition: Condition) -> frozenset[InjectId]:
    match condition:
        case InjectIs(inject, "delivered"):
            return frozenset((inject,))
        case AllOf(parts):
            return frozenset().union(*(_must_have_come(part) for part in parts))
        case AnyOf(parts):
            return frozenset.intersection(*(_must_have_come(part) for part in parts))
        case _:
            return frozenset()


def _circle(start: InjectId, waits: dict[InjectId, frozenset[InjectId]]) -> list[InjectId]:
    """The shortest way from an inject back to itself; empty if there is none."""
    ways, seen = [[start]], {start}
    while ways:
        way = ways.pop(0)
        for following in sorted(waits.get(way[-1], ())):
            if following == start:
                return way
            if following not in seen:
                seen.add(following)
                ways.append([*way, following])
    return []


def _doubts_of_inject(inject: Inject, place: Place) -> Iterator[Fault]:
    yield from _doubts_of_turn(inject, place)
    if inject.channel is Channel.MAP and inject.text is not None:
        yield Fault("text-on-map", (*place, "text"), said("doubt.text-on-map"))
    if inject.channel is Channel.MAP and not inject.effects and inject.opens is None:
        yield Fault("does-nothing", place, said("doubt.does-nothing", id=inject.id))
    if inject.channel is not Channel.MAP and _is_blank(inject.text):
        yield Fault("blank", (*place, "text"), said("doubt.blank-text"))


def _doubts_of_decision(decision: Decision, place: Place) -> Iterator[Fault]:
    yield from _doubts_of_turn(decision, place)
    if _is_blank(decision.question):
        yield Fault("blank", (*place, "question"), said("doubt.blank-question"))
    if decision.otherwise is not None and decision.within is None:
        yield Fault("never-otherwise", (*place, "otherwise"), said("doubt.never-otherwise"))
    for index, option in enumerate(decision.options):
        here: Place = (*place, "options", index)
        if option.id in (ANY_OPTION, NO_OPTION):
            yield Fault("reserved-word", (*here, "id"), said("doubt.reserved-word", id=option.id))
        if _is_blank(option.text):
            yield Fault("blank", (*here, "text"), said("doubt.blank-text"))


def _doubts_of_turn(turn: Inject | Decision, place: Place) -> Iterator[Fault]:
    if turn.not_before and turn.when is None:
        yield Fault("not-before", (*place, "not_before"), said("doubt.not-before"))


def _is_blank(text: Text | None) -> bool:
    return text is None or not any(words.strip() for _, words in text.words)
