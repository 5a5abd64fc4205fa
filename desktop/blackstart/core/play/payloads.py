"""Commands as journal payloads and back: plain records for JSON, with the keys that the journal's contract names.

What a command refers to is looked up when it is given (`play.refusals`); only effects are held against the map here.
"""

import dataclasses
from collections.abc import Mapping
from typing import Any

from blackstart.core.base.errors import UnfitValue, UserError
from blackstart.core.base.nearest import instead, quoted
from blackstart.core.base.records.keyed import Key, Record, required
from blackstart.core.base.records.names import ID, Referred
from blackstart.core.base.records.reading import Fields, Reading, place_words
from blackstart.core.base.records.scalars import STRING, duration, short, whole, word
from blackstart.core.base.records.shapes import ListOf, Scalar
from blackstart.core.base.words import Said, said
from blackstart.core.exercise.effects import EFFECTS, build_effects, write_effects
from blackstart.core.exercise.model import Channel, State
from blackstart.core.play import commands
from blackstart.core.play.commands import Command, Participant
from blackstart.core.topology.model import Topology
from blackstart.core.topology.records import know_topology

Payload = dict[str, object]


def _reason(found: object) -> object:
    reason = STRING.convert(found)
    if not str(reason).strip():
        raise UnfitValue(said("fault.no-reason"))
    return reason


_REASON = Scalar(said("wanted.reason"), _reason, {"type": "string", "minLength": 1})
_TEXT = Key(STRING)
_NAMED = required(STRING)
_IDS = Key(ListOf(ID))
_WORDS = Key(ListOf(STRING))
_TIME = duration()
_CONFIDENCE = Key(word(("low", "medium", "high")))
_PARTICIPANTS = Key(ListOf(Record("participant", {"name": _NAMED, "roles": _WORDS})))
_IMPROVISED = {
    "text": _NAMED,
    "channel": required(word(Channel)),
    "from": _TEXT,
    "to": _IDS,
    "effects": Key(EFFECTS),
    "at_s": Key(_TIME),
}
_SET = {
    "why": _TEXT,
    "text": _TEXT,
    "by": _TEXT,
    "confidence": _CONFIDENCE,
    "about": _WORDS,
    "participants": _PARTICIPANTS,
}

_FORMS: Mapping[type[Command], tuple[str, Mapping[str, Key]]] = {
    commands.Begin: (
        "begin",
        {
            **dict.fromkeys(("team", "date", "facilitator"), _TEXT),
            "evaluators": _WORDS,
            "participants": _PARTICIPANTS,
            "mode": Key(word(("facilitated", "self_study"))),
            "pace": Key(whole(1, 600)),
            "holds": Key(word(("never", "decisions", "injects", "both"))),
            "from_s": Key(_TIME),
            "left_out": _IDS,
            "display": Key(word(("all", "visible", "believed"))),
            "language": Key(short(35)),
        },
    ),
    commands.Play: ("play", {}),
    commands.Hold: ("hold", {"why": _TEXT}),
    commands.Pace: ("pace", {"pace": required(whole(1, 600))}),
    commands.Jump: ("jump", {"to_s": required(_TIME)}),
    commands.Deliver: ("deliver", {"inject": required(ID)}),
    commands.Skip: ("skip", {"inject": required(ID), "why": _NAMED}),
    commands.Move: ("move", {"inject": required(ID), "at_s": Key(_TIME)}),
    commands.Seen: ("seen", {"inject": required(ID), "note": _TEXT}),
    commands.Improvise: ("improvise", _IMPROVISED),
    commands.Open: ("open", {"decision": required(ID)}),
    commands.Decide: (
        "decide",
        {"decision": required(ID), "option": required(ID), "by": _NAMED, "why": _TEXT, "confidence": _CONFIDENCE},
    ),
    commands.DecideUnscripted: (
        "decide",
        {
            **dict.fromkeys(("question", "choice", "by"), _NAMED),
            "why": _TEXT,
            "confidence": _CONFIDENCE,
            "effects": Key(EFFECTS),
        },
    ),
    commands.TakeBack: ("take_back", {"seq": required(whole(1)), "why": _NAMED}),
    commands.Act: ("act", {"action": required(ID), "by": _NAMED, "why": _TEXT}),
    commands.ActUnscripted: (
        "act",
        {
            "text": _NAMED,
            "takes": required(_TIME),
            "requires": Key(ListOf(Referred("component"))),
            "crew": Key(Referred("crew")),
            "effects": Key(EFFECTS),
            "by": _NAMED,
            "why": _TEXT,
        },
    ),
    commands.ApplyEffects: ("effect", {"effects": required(EFFECTS), "why": _NAMED}),
    commands.Believe: (
        "believe",
        {"component": required(Referred("component")), "state": Key(word(State)), "by": _NAMED, "why": _TEXT},
    ),
    commands.Say: ("say", {"text": _NAMED, "by": _NAMED, "to": _TEXT}),
    commands.Note: ("note", {"text": _NAMED, "by": _NAMED, "about": _WORDS}),
    commands.Correct: ("correct", {"seq": required(whole(1)), "set": required(Record("set", _SET))}),
    commands.End: ("end", {}),
    commands.Hotwash: ("hotwash", {"by": _NAMED, **dict.fromkeys(("well", "hard", "change"), _TEXT)}),
    commands.Rate: (
        "rate",
        {"objective": required(ID), "rating": required(word("PSMUN")), "why": required(_REASON), "by": _NAMED},
    ),
    commands.AddFinding: (
        "finding",
        {
            "kind": required(word(("strength", "area"))),
            "text": _NAMED,
            "by": _NAMED,
            "objective": Key(ID),
            **dict.fromkeys(("reference", "analysis"), _TEXT),
        },
    ),
    commands.Improve: (
        "improve",
        {
            **dict.fromkeys(("issue", "action", "owner"), _NAMED),
            "element": required(word(("planning", "organisation", "equipment", "training", "exercise"))),
            "status": required(word(("open", "done", "dropped"))),
            **dict.fromkeys(("start", "due", "of"), _TEXT),
        },
    ),
}
_BY_KIND: Mapping[str, tuple[type[Command], ...]] = {
    kind: tuple(command for command, (of, _) in _FORMS.items() if of == kind)
    for kind in dict.fromkeys(kind for kind, _ in _FORMS.values())
}
_TELLS_UNSCRIPTED = {"decide": ("question", "choice"), "act": ("text", "takes")}
_ON_THE_MAP = frozenset({"component", "requires", "crew", "effects"})  # keys that refer to it
_ATTRIBUTES = {"from": "sender"}  # where a key of the contract is no name in Python
_KEYS = {attribute: key for key, attribute in _ATTRIBUTES.items()}
_EMPTY: tuple[object, ...] = (None, "", ())


def kind_of(command: Command) -> str:
    """The journal's word for a command."""
    return _FORMS[type(command)][0]


def write_command(command: Command) -> Payload:
    """Return a command as the record that `read_command` reads; what may be left out is, where it is empty."""
    payload: Payload = {}
    for field in dataclasses.fields(command):
        value = getattr(command, field.name)
        if value not in _EMPTY or field.default is dataclasses.MISSING:
            payload[_KEYS.get(field.name, field.name)] = _plain(field.name, value)
    return {"inject": payload} if isinstance(command, commands.Improvise) else payload


class CommandReader:
    """Reads the commands of one journal: which names the map has is found once, however long the journal is."""

    def __init__(self, topology: Topology) -> None:
        self._topology = topology
        self._knowing: Reading | None = None  # on a large map this takes longer than all else

    def read(self, kind: str, payload: object) -> Command:
        """Return the command that a record of a kind says.

        Raises
        ------
        UserError
            With one sentence for each fault: unknown kinds and keys, what is missing, other forms than wanted,
            effects on what is not on the map.
        """
        if kind not in _BY_KIND:
            hint = instead(kind, _BY_KIND, said("parts.command"))
            raise UserError(said("command.unknown", found=quoted(kind), hint=hint))
        flat = _flat(kind, payload)
        command = _BY_KIND[kind][-1 if _is_unscripted(kind, flat) else 0]
        is_on_map = isinstance(flat, dict) and not _ON_THE_MAP.isdisjoint(flat)
        reading = self._with_map() if is_on_map else Reading()
        fields = Record(kind, _FORMS[command][1]).read(flat, (), reading)
        reading.resolve()
        if reading.faults or not isinstance(fields, Fields):
            faults = tuple(_sentence(kind, place_words(each.place), each.message) for each in reading.faults)
            raise UserError(said("command.faults", faults=faults))
        values: dict[str, Any] = {_ATTRIBUTES.get(key, key): _value(key, value) for key, value in fields.items()}
        # What has no default and was not given can only be null: a move that holds back, a belief taken back.
        nulls = {field.name: None for field in dataclasses.fields(command) if field.default is dataclasses.MISSING}
        return command(**{**nulls, **values})

    def _with_map(self) -> Reading:
        if self._knowing is None:
            self._knowing = Reading()
            know_topology(self._topology, self._knowing)
        return self._knowing.anew()


def read_command(kind: str, payload: object, topology: Topology) -> Command:
    """Return the command that a record of a kind says; raises what `CommandReader.read` raises."""
    return CommandReader(topology).read(kind, payload)


def unwritable(command: Command, topology: Topology) -> str | None:
    """Say why a command could not be read from a journal again; None = it could.

    What people paste holds characters that no file may hold, and a journal with one could never be opened again.
    """
    try:
        read_command(kind_of(command), write_command(command), topology)
    except UserError as fault:
        return fault.sentence
    return None


def _flat(kind: str, payload: object) -> object:
    """What an improvised inject or an unscripted act says may stand in a record of its own."""
    inner = {"improvise": "inject", "act": "action"}.get(kind)
    if not isinstance(payload, dict) or inner is None or not isinstance(payload.get(inner), dict):
        return payload
    return {**payload[inner], **{key: value for key, value in payload.items() if key != inner}}


def _is_unscripted(kind: str, payload: object) -> bool:
    return isinstance(payload, dict) and any(key in payload for key in _TELLS_UNSCRIPTED.get(kind, ()))


def _sentence(kind: str, place: str, message: Said) -> Said:
    where = f"{kind}: {place}" if place else kind
    return said("finding.at", path=where, message=message)


def _value(key: str, value: Any) -> Any:
    if key == "effects":
        return build_effects(value)
    if key == "participants":
        return tuple(Participant(each["name"], each.get("roles", ())) for each in value)
    if key == "set":
        return tuple((name, _value(name, each)) for name, each in value.items())
    return value


def _plain(name: str, value: Any) -> object:
    if name == "effects":
        return write_effects(value)
    if name == "participants":
        return [{"name": each.name, "roles": list(each.roles)} for each in value]
    if name == "set":
        return {key: _plain(key, each) for key, each in value}
    return list(value) if isinstance(value, tuple) else value
