"""A drill as the plain records of its file; what has its default is left out."""

from blackstart.core.base.percents import format_percent
from blackstart.core.base.records.plainly import record, words
from blackstart.core.base.simtime import Seconds, format_duration
from blackstart.core.exercise.conditions import write_condition
from blackstart.core.exercise.effects import write_effects
from blackstart.core.exercise.grammar import FORMAT
from blackstart.core.exercise.measures import write_measure
from blackstart.core.exercise.model import (
    Action,
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
from blackstart.core.topology.model import FULL
from blackstart.core.topology.writing import topology_record

_AT_ONCE = format_duration(0)


def drill_record(drill: Drill, is_terse: bool = False) -> dict[str, object]:
    """Return the whole of a drill file.

    `is_terse` also leaves out the begin of a phase that begins where the one above ends.
    """
    return {
        "blackstart": FORMAT,
        "id": str(drill.id),
        "title": words(drill.title),
        **record(
            ("summary", words(drill.summary), None),
            ("teaches", [words(each) for each in drill.teaches], []),
            ("level", drill.level, None),
            ("minutes", drill.minutes, None),
            ("sources", list(drill.sources), []),
            ("content_note", words(drill.content_note), None),
        ),
        "topology": topology_record(drill.topology),
        **({} if drill.exercise is None else {"exercise": _exercise(drill.exercise, is_terse)}),
    }


def _exercise(exercise: Exercise, is_terse: bool) -> dict[str, object]:
    starts = None if exercise.starts is None else exercise.starts.isoformat()
    return record(("starts", starts, None), ("lasts", format_duration(exercise.lasts), None)) | record(
        ("brief", words(exercise.brief), None),
        ("display", exercise.display, "all"),
        ("phases", _phases(exercise.phases, is_terse), []),
        ("roles", [_role(each) for each in exercise.roles], []),
        ("objectives", [_objective(each) for each in exercise.objectives], []),
        ("injects", [_inject(each) for each in exercise.injects], []),
        ("decisions", [_decision(each) for each in exercise.decisions], []),
        ("actions", [_action(each) for each in exercise.actions], []),
        ("history", [_history(each) for each in exercise.history], []),
    )


def _phases(phases: tuple[Phase, ...], is_terse: bool) -> list[dict[str, object]]:
    records, reached = [], Seconds(0)
    for phase in phases:
        implied = reached if is_terse else None
        records.append(
            {
                "id": str(phase.id),
                **record(("name", words(phase.name), None), ("from", _time(phase.start), _time(implied))),
                "until": format_duration(phase.until),
                **record(("pace", phase.pace, 1)),
            }
        )
        reached = phase.until
    return records


def _role(role: Role) -> dict[str, object]:
    return {"id": str(role.id), **record(("name", words(role.name), None), ("about", words(role.about), None))}


def _objective(objective: Objective) -> dict[str, object]:
    measure = None if objective.measure is None else write_measure(objective.measure)
    entries = record(("capability", words(objective.capability), None), ("measure", measure, None))
    return {"id": str(objective.id), "text": words(objective.text), **entries}


def _turn(of: Inject | Decision) -> dict[str, object]:
    return record(
        ("at", _time(of.at), None),
        ("when", None if of.when is None else write_condition(of.when), None),
        ("not_before", format_duration(of.not_before), _AT_ONCE),
    )


def _inject(inject: Inject) -> dict[str, object]:
    return {
        "id": str(inject.id),
        **_turn(inject),
        "channel": str(inject.channel),
        **record(
            ("from", words(inject.sender), None),
            ("to", list(inject.to), []),
            ("text", words(inject.text), None),
            ("expect", words(inject.expect), None),
            ("note", words(inject.note), None),
            ("tests", list(inject.tests), []),
            ("opens", inject.opens, None),
            ("effects", write_effects(inject.effects), []),
        ),
    }


def _decision(decision: Decision) -> dict[str, object]:
    return {
        "id": str(decision.id),
        **_turn(decision),
        **record(("asks", decision.asks, None)),
        "question": words(decision.question),
        **record(
            ("within", _time(decision.within), None),
            ("tests", list(decision.tests), []),
            ("really", words(decision.really), None),
        ),
        "options": [_option(each) for each in decision.options],
        **record(("otherwise", decision.otherwise, None)),
    }


def _option(option: Option) -> dict[str, object]:
    return {
        "id": str(option.id),
        "text": words(option.text),
        **record(
            ("foresee", words(option.foresee), None),
            ("effects", write_effects(option.effects), []),
            ("counts_as", option.counts_as, None),
        ),
    }


def _action(action: Action) -> dict[str, object]:
    return {
        "id": str(action.id),
        "text": words(action.text),
        **record(
            ("by", action.by, None),
            ("takes", format_duration(action.takes), _AT_ONCE),
            ("requires", list(action.requires), []),
            ("crew", action.crew, None),
            ("by_hand", _time(action.by_hand), None),
            ("once", action.once, True),
            ("effects", write_effects(action.effects), []),
            ("counts_as", action.counts_as, None),
        ),
    }


def _history(history: History) -> dict[str, object]:
    return {
        "component": str(history.component),
        "down": format_duration(history.down),
        **record(
            ("back", _back(history), None),
            ("level", format_percent(history.level), format_percent(FULL)),
            ("source", history.source, ""),
        ),
    }


def _back(history: History) -> object:
    after, by = _time(history.back_after), _time(history.back_by)
    if after == by:
        return after
    return record(("after", after, None), ("by", by, None))


def _time(seconds: Seconds | None) -> str | None:
    return None if seconds is None else format_duration(seconds)
