"""Measures of objectives as people write them, made into values and back."""

from blackstart.core.base.records.keyed import Key, Record, Variants, required
from blackstart.core.base.records.names import Referred
from blackstart.core.base.records.reading import Fields, Reading
from blackstart.core.base.records.scalars import duration, word
from blackstart.core.base.simtime import format_duration
from blackstart.core.base.words import said
from blackstart.core.exercise.model import DecidedWithin, DoneBy, Measure, SaidEvery, State, StateBy


def build_measure(fields: Fields) -> Measure:
    """Return the value of a measure that was read without a fault by `MEASURE`."""
    match fields.variant:
        case "component":
            return StateBy(fields["component"], State(fields["is"]), fields["by"])
        case "said_every":
            return SaidEvery(fields["said_every"])
        case "decision" if "within" in fields:
            return DecidedWithin(fields["decision"], fields["within"])
        case kind:
            return DoneBy(kind, fields[kind], fields["by"])


def write_measure(measure: Measure) -> dict[str, object]:
    """Return a measure as the record that `MEASURE` reads."""
    match measure:
        case DoneBy(kind, id_, by):
            return {kind: id_, "by": format_duration(by)}
        case DecidedWithin(decision, within):
            return {"decision": decision, "within": format_duration(within)}
        case StateBy(component, state, by):
            return {"component": component, "is": str(state), "by": format_duration(by)}
        case SaidEvery(every):
            return {"said_every": format_duration(every)}


def _look_at_decision(fields: Fields, reading: Reading) -> None:
    given = [key for key in ("by", "within") if key in fields or key in fields.broken]
    if len(given) != 1:
        key = "fault.by-and-within" if given else "fault.no-by-no-within"
        reading.fault("by-or-within", fields.place, said(key))


_BY = {"by": required(duration())}

MEASURE = Variants(
    "measure",
    {
        "decision": Record(
            "decision measure",
            {"decision": required(Referred("decision")), "by": Key(duration()), "within": Key(duration())},
            _look_at_decision,
        ),
        "action": Record("action measure", {"action": required(Referred("action")), **_BY}),
        "component": Record(
            "component measure",
            {"component": required(Referred("component")), "is": required(word(State)), **_BY},
        ),
        "said_every": Record("said measure", {"said_every": required(duration(1))}),
    },
)
