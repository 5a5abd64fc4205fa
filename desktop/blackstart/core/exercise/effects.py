"""Effects as people write them, made into the engine's values and back."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from blackstart.core.base.errors import DrillError
from blackstart.core.base.filetext.document import Document
from blackstart.core.base.percents import format_percent
from blackstart.core.base.records.keyed import Key, Record, Variants, required
from blackstart.core.base.records.names import ID, Referred
from blackstart.core.base.records.reading import Fields, Locate, Place, Reading, findings
from blackstart.core.base.records.scalars import duration, percent
from blackstart.core.base.records.shapes import ByForm, Definitions, ListOf, OneOrMany, Schema, Shape
from blackstart.core.base.simtime import Seconds, format_duration
from blackstart.core.base.words import Said, said
from blackstart.core.engine import effects as engine
from blackstart.core.engine.effects import Effect, Target
from blackstart.core.topology.model import FULL, Permille, Topology
from blackstart.core.topology.records import know_topology

_ON_TARGETS: dict[str, Callable[[Target], Effect]] = {
    "repair": engine.Repair,
    "isolate": engine.Isolate,
    "reconnect": engine.Reconnect,
    "maintain": engine.Maintain,
    "release": engine.Release,
    "call-off": engine.CallOff,
}
_TO_LEVELS: dict[str, tuple[Callable[[Target, Permille], Effect], Permille]] = {
    "fail": (engine.Fail, Permille(0)),
    "restore": (engine.Restore, FULL),
}
_ON_SUPPLIERS: dict[str, Callable[[Any, Any], Effect]] = {
    "arm": engine.Arm,
    "disarm": engine.Disarm,
    "cut": engine.Cut,
    "mend": engine.Mend,
}
_ON_NEEDS: dict[str, Callable[[Any, str], Effect]] = {"waive": engine.Waive, "bootstrap": engine.Bootstrap}


def read_effects(
    records: object,
    topology: Topology,
    source: str = "<text>",
    locate: Locate = lambda place: 0,
    at: Place = ("effects",),
) -> tuple[Effect, ...]:
    """Read a list of effect records that stands outside a drill file, such as in a command.

    Raises
    ------
    DrillError
        With every fault: unknown forms, and names that are not on the map.
    """
    reading = Reading()
    know_topology(topology, reading)
    read = EFFECTS.read(records, at, reading)
    reading.resolve()
    if reading.faults:
        raise DrillError(findings(reading.faults, source, locate))
    return build_effects(read)


def read_batches(text: str, source: str, topology: Topology) -> tuple[tuple[Seconds, tuple[Effect, ...]], ...]:
    """Read a text of ``{at: 10 s, do: [effects]}``, YAML or JSON, in the order written.

    Raises
    ------
    DrillError
        With every fault, in the order of the text.
    """
    document = Document(text, source)
    reading = Reading()
    document.tell_repeated_keys(reading)
    know_topology(topology, reading)
    read: Any = _BATCHES.read(document.data, (), reading)
    reading.resolve()
    if reading.faults:
        raise DrillError(document.findings(reading.faults))
    return tuple((batch["at"], build_effects(batch["do"])) for batch in read)


def build_effects(read: Any) -> tuple[Effect, ...]:
    """Return the values of effects that were read without a fault by `EFFECTS`."""
    return tuple(_effect(fields) for fields in read)


def write_effects(effects: Iterable[Effect]) -> list[object]:
    """Return effects as the records that `read_effects` reads; plain enough for JSON."""
    return [_record(effect) for effect in effects]


def _effect(fields: Fields) -> Effect:
    kind = fields.variant
    if kind == "do":
        return engine.Job(
            fields["after"],
            build_effects(fields["do"]),
            fields.get("requires", ()),
            fields.get("crew"),
            fields.get("name"),
        )
    value = fields[kind]
    if kind in _ON_SUPPLIERS:
        return _ON_SUPPLIERS[kind](value["component"], value["supplier"])
    if kind in _ON_NEEDS:
        return _ON_NEEDS[kind](value["component"], value["need"])
    if isinstance(value, tuple):
        return _with_level(kind, Target(value), None)
    if value.variant == "job":
        return engine.CallOffJob(value["job"])
    return _with_level(kind, Target(value.get("component", ()), value.get("zone")), value.get("level"))


def _with_level(kind: str, target: Target, level: Permille | None) -> Effect:
    if kind in _ON_TARGETS:
        return _ON_TARGETS[kind](target)
    effect, usual = _TO_LEVELS[kind]
    return effect(target, usual if level is None else level)


def _record(effect: Effect) -> object:
    match effect:
        case engine.Job():
            return _job_record(effect)
        case engine.CallOffJob(job=job):
            return {"call-off": {"job": job}}
        case engine.Arm() | engine.Disarm() | engine.Cut() | engine.Mend():
            return {_WORDS[type(effect)]: {"component": effect.component, "supplier": effect.supplier}}
        case engine.Waive() | engine.Bootstrap():
            return {_WORDS[type(effect)]: {"component": effect.component, "need": effect.need}}
        case engine.Fail(target=target, level=level) | engine.Restore(target=target, level=level):
            kind = _WORDS[type(effect)]
            return {kind: _target_record(target, None if level == _TO_LEVELS[kind][1] else level)}
        case engine.Withdraw():
            raise TypeError("Withdraw is made by the take_back command and has no record")
        case _:
            return {_WORDS[type(effect)]: _target_record(effect.target, None)}


def _target_record(target: Target, level: Permille | None) -> object:
    one_or_many: object = target.components[0] if len(target.components) == 1 else list(target.components)
    record: dict[str, object] = {"zone": target.zone} if target.zone is not None else {"component": one_or_many}
    if level is not None:
        record["level"] = format_percent(level)
    return record if level is not None or target.zone is not None else one_or_many


def _job_record(job: engine.Job) -> object:
    record: dict[str, object] = {"after": format_duration(job.after)}
    if job.requires:
        record["requires"] = list(job.requires)
    if job.crew is not None:
        record["crew"] = job.crew
    if job.name is not None:
        record["name"] = job.name
    return {**record, "do": write_effects(job.do)}


_WORDS: Mapping[type, str] = {
    engine.Repair: "repair",
    engine.Isolate: "isolate",
    engine.Reconnect: "reconnect",
    engine.Maintain: "maintain",
    engine.Release: "release",
    engine.CallOff: "call-off",
    engine.Fail: "fail",
    engine.Restore: "restore",
    engine.Arm: "arm",
    engine.Disarm: "disarm",
    engine.Cut: "cut",
    engine.Mend: "mend",
    engine.Waive: "waive",
    engine.Bootstrap: "bootstrap",
}


def _look_at_need(fields: Fields, reading: Reading) -> None:
    if fields.sound("component", "need"):
        reading.refer("need", fields["need"], (*fields.place, "need"), owner=fields["component"])


_COMPONENTS = OneOrMany(Referred("component"))
_LEVEL = {"level": Key(percent())}


@dataclass(frozen=True, slots=True)
class _InsideAJob:
    effect: Variants

    @property
    def wanted(self) -> Said:
        return self.effect.wanted

    def read(self, value: object, place: Place, reading: Reading) -> object:
        if isinstance(value, dict) and "do" in value:
            return reading.fault("job-in-job", place, said("fault.job-in-job"))
        return self.effect.read(value, place, reading)

    def schema(self, definitions: Definitions) -> Schema:
        return self.effect.schema(definitions)


def _target(kind: str, more: Mapping[str, Key], names_job: bool = False) -> Shape:
    forms = {
        "component": Record(f"{kind} components", {"component": required(_COMPONENTS), **more}),
        "zone": Record(f"{kind} zone", {"zone": required(Referred("zone")), **more}),
    }
    if names_job:
        forms["job"] = Record(f"{kind} job", {"job": required(ID)})
    wanted = said("wanted.target", forms=tuple(f"{{{key}: ...}}" for key in forms))
    return ByForm(wanted, _COMPONENTS, Variants(f"target of {kind}", forms), _COMPONENTS)


def _forms(inside_a_job: bool) -> dict[str, Record]:
    """Every form of effect by the key that tells it, in the order that messages list them."""
    shapes: dict[str, Shape] = {}
    for kind in ("fail", "repair", "restore", "isolate", "reconnect", "maintain", "release"):
        shapes[kind] = _target(kind, _LEVEL if kind in _TO_LEVELS else {})
    component = {"component": required(Referred("component"))}
    for kind in _ON_SUPPLIERS:
        shapes[kind] = Record(kind, {**component, "supplier": required(Referred("component"))})
    for kind in _ON_NEEDS:
        shapes[kind] = Record(kind, {**component, "need": required(ID)}, _look_at_need)
    shapes["call-off"] = _target("call-off", {}, names_job=True)
    forms = {kind: Record(f"{kind} effect", {kind: required(shape)}) for kind, shape in shapes.items()}
    if not inside_a_job:
        forms["do"] = _job_form()
    return forms


def _job_form() -> Record:
    keys = {
        "after": required(duration(1)),
        "requires": Key(ListOf(Referred("component"))),
        "crew": Key(Referred("crew")),
        "name": Key(ID),
        "do": required(ListOf(_InsideAJob(Variants("effect of a job", _forms(inside_a_job=True))), least=1)),
    }
    return Record("job", keys)


EFFECT = Variants("effect", _forms(inside_a_job=False))
EFFECTS = ListOf(EFFECT)
_BATCHES = ListOf(Record("batch", {"at": required(duration()), "do": required(EFFECTS)}))
