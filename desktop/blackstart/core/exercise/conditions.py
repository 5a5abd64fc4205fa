"""Conditions as people write them, made into values and back."""

from collections.abc import Iterator
from typing import Any

from blackstart.core.base.records.keyed import Key, Record, Variants, required
from blackstart.core.base.records.names import ID, Referred
from blackstart.core.base.records.reading import Fields, Reading
from blackstart.core.base.records.scalars import duration, word
from blackstart.core.base.records.shapes import Later, ListOf, OneOrMany
from blackstart.core.base.simtime import Seconds, format_duration
from blackstart.core.base.words import said
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

Fact = ComponentIs | DecisionTook | ActionIs | InjectIs

ANY_OPTION = "any"  # `took`: some option, whichever
NO_OPTION = "none"  # `took`: time ran out without one

_USUAL_LASTING = Seconds(1)


def build_condition(fields: Fields) -> Condition:
    """Return the value of a condition that was read without a fault by `CONDITION`."""
    lasting = fields.get("for", _USUAL_LASTING)
    match fields.variant:
        case "component":
            states = tuple(State(each) for each in fields["is"])
            return ComponentIs(fields["component"], states, lasting)
        case "decision":
            return DecisionTook(fields["decision"], fields["took"])
        case "action":
            return ActionIs(fields["action"], fields["is"])
        case "inject":
            return InjectIs(fields["inject"], fields["is"], lasting)
        case "all":
            return AllOf(tuple(build_condition(each) for each in fields["all"]))
        case "any":
            return AnyOf(tuple(build_condition(each) for each in fields["any"]))
        case _:
            return Not(build_condition(fields["not"]))


def write_condition(condition: Condition) -> dict[str, object]:
    """Return a condition as the record that `CONDITION` reads."""
    match condition:
        case ComponentIs(component, states, lasting):
            words = [str(state) for state in states]
            return {"component": component, "is": words[0] if len(words) == 1 else words, **_lasting(lasting)}
        case DecisionTook(decision, took):
            return {"decision": decision, "took": took}
        case ActionIs(action, state):
            return {"action": action, "is": state}
        case InjectIs(inject, state, lasting):
            return {"inject": inject, "is": state, **_lasting(lasting)}
        case AllOf(parts):
            return {"all": [write_condition(part) for part in parts]}
        case AnyOf(parts):
            return {"any": [write_condition(part) for part in parts]}
        case Not(part):
            return {"not": write_condition(part)}


def facts(condition: Condition) -> Iterator[Fact]:
    """The facts that a condition is made of, in the order written."""
    match condition:
        case AllOf(parts) | AnyOf(parts):
            for part in parts:
                yield from facts(part)
        case Not(part):
            yield from facts(part)
        case _:
            yield condition


def _lasting(seconds: Seconds) -> dict[str, Any]:
    return {} if seconds == _USUAL_LASTING else {"for": format_duration(seconds)}


def _look_at_took(fields: Fields, reading: Reading) -> None:
    if fields.sound("decision", "took") and fields["took"] not in (ANY_OPTION, NO_OPTION):
        reading.refer("option", fields["took"], (*fields.place, "took"), owner=fields["decision"])


_PARTS = ListOf(Later(said("wanted.condition"), lambda: CONDITION), least=1)

CONDITION: Variants = Variants(
    "condition",
    {
        "component": Record(
            "component condition",
            {
                "component": required(Referred("component")),
                "is": required(OneOrMany(word(State))),
                "for": Key(duration(1)),
            },
        ),
        "decision": Record(
            "decision condition",
            {"decision": required(Referred("decision")), "took": required(ID)},
            _look_at_took,
        ),
        "action": Record(
            "action condition",
            {"action": required(Referred("action")), "is": required(word(("begun", "done")))},
        ),
        "inject": Record(
            "inject condition",
            {
                "inject": required(Referred("inject")),
                "is": required(word(("delivered", "skipped"))),
                "for": Key(duration(1)),
            },
        ),
        "all": Record("all of", {"all": required(_PARTS)}),
        "any": Record("any of", {"any": required(_PARTS)}),
        "not": Record("not", {"not": required(Later(said("wanted.condition"), lambda: CONDITION))}),
    },
)
