"""A drill as plain records: made into values when a file is read, and back when it is written."""

from typing import Any

from blackstart.core.base.ids import DrillId
from blackstart.core.base.nearest import quoted
from blackstart.core.base.records.reading import Fields, Reading
from blackstart.core.base.words import said
from blackstart.core.exercise.conditions import build_condition
from blackstart.core.exercise.effects import build_effects
from blackstart.core.exercise.grammar import DRILL, FORMAT
from blackstart.core.exercise.measures import build_measure
from blackstart.core.exercise.model import (
    Action,
    Channel,
    Decision,
    Drill,
    Exercise,
    History,
    Inject,
    Objective,
    Option,
    Phase,
    Role,
)
from blackstart.core.topology.records import given, read_topology, same


def read_records(records: object, reading: Reading, usual_id: DrillId) -> Drill | None:
    """Return the drill that plain records hold; None if `reading` gathered a fault.

    `usual_id` is the id of a file that gives none: the slug of its name, ``""`` if it has none either.
    """
    if not isinstance(records, dict):
        wanted = said("wanted.drill", known=FORMAT)
        reading.fault("wrong-type", (), said("fault.wanted", found=quoted(records), wanted=wanted))
        return None
    found = records.get("blackstart")
    if isinstance(found, int) and found != FORMAT:  # of another format no key can be judged
        message = said("fault.format", found=quoted(found), known=FORMAT)
        reading.fault("wrong-format", ("blackstart",), message)
        return None
    fields = DRILL.read(records, (), reading)
    if records.get("id") is None and not usual_id:
        reading.fault("missing-key", (), said("fault.no-id"))
    reading.resolve()
    return _drill(fields, usual_id) if isinstance(fields, Fields) and not reading.faults else None


def _drill(fields: Fields, usual_id: DrillId) -> Drill:
    return Drill(
        id=fields.get("id", usual_id),
        topology=read_topology(fields["topology"]),
        exercise=_exercise(fields["exercise"]) if "exercise" in fields else None,
        **given(fields, same("title", "summary", "teaches", "level", "minutes", "sources", "content_note")),
    )


def _exercise(fields: Fields) -> Exercise:
    return Exercise(
        **given(fields, same("lasts", "starts", "brief", "display")),
        phases=_phases(fields.get("phases", ())),
        roles=tuple(Role(**given(each, same("id", "name", "about"))) for each in fields.get("roles", ())),
        objectives=tuple(_objective(each) for each in fields.get("objectives", ())),
        injects=tuple(_inject(each) for each in fields.get("injects", ())),
        decisions=tuple(_decision(each) for each in fields.get("decisions", ())),
        actions=tuple(_action(each) for each in fields.get("actions", ())),
        history=tuple(_history(each) for each in fields.get("history", ())),
    )


def _phases(read: tuple[Fields, ...]) -> tuple[Phase, ...]:
    phases: list[Phase] = []
    for fields in read:
        usual_start = phases[-1].until if phases else 0
        values = given(fields, same("id", "name", "until", "pace"))
        phases.append(Phase(start=fields.get("from", usual_start), **values))
    return tuple(phases)


def _objective(fields: Fields) -> Objective:
    measure = build_measure(fields["measure"]) if "measure" in fields else None
    return Objective(**given(fields, same("id", "text", "capability")), measure=measure)


def _turn(fields: Fields) -> dict[str, Any]:
    when = build_condition(fields["when"]) if "when" in fields else None
    return {**given(fields, same("at", "not_before")), "when": when}


def _inject(fields: Fields) -> Inject:
    values = same("id", "to", "text", "expect", "note", "tests", "opens")
    return Inject(
        **given(fields, {**values, "from": "sender"}),
        **_turn(fields),
        channel=Channel(fields["channel"]),
        effects=build_effects(fields.get("effects", ())),
    )


def _decision(fields: Fields) -> Decision:
    values = same("id", "question", "asks", "within", "tests", "really", "otherwise")
    return Decision(
        **given(fields, values), **_turn(fields), options=tuple(_option(each) for each in fields["options"])
    )


def _option(fields: Fields) -> Option:
    effects = build_effects(fields.get("effects", ()))
    return Option(**given(fields, same("id", "text", "foresee", "counts_as")), effects=effects)


def _action(fields: Fields) -> Action:
    values = same("id", "text", "by", "takes", "requires", "crew", "by_hand", "once", "counts_as")
    return Action(**given(fields, values), effects=build_effects(fields.get("effects", ())))


def _history(fields: Fields) -> History:
    back = fields.get("back")
    after, by = (back.get("after"), back.get("by")) if isinstance(back, Fields) else (back, back)
    return History(**given(fields, same("component", "down", "level", "source")), back_after=after, back_by=by)
