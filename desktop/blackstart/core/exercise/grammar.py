"""What a whole drill file may hold: every key, what is required, and what must go together."""

from collections.abc import Mapping
from datetime import datetime

from blackstart.core.base.errors import UnfitValue
from blackstart.core.base.nearest import quoted
from blackstart.core.base.records.keyed import Key, Record, required
from blackstart.core.base.records.names import ID, Defined, Referred
from blackstart.core.base.records.reading import Fields, Reading
from blackstart.core.base.records.scalars import FLAG, STRING, TEXT, duration, percent, whole, word
from blackstart.core.base.records.shapes import ByForm, ListOf, Scalar
from blackstart.core.base.words import lasting, said
from blackstart.core.exercise.conditions import CONDITION
from blackstart.core.exercise.effects import EFFECTS
from blackstart.core.exercise.measures import MEASURE
from blackstart.core.exercise.model import Channel
from blackstart.core.topology.records import TOPOLOGY, doubt_unread

FORMAT = 1  # of the file
LEVELS = ("starter", "steady", "hard")
DISPLAYS = ("all", "visible", "believed")
COUNTS_AS = ("noticed", "declared", "said")
FASTEST = 600  # exercise seconds per real second

_TESTS = Key(ListOf(Referred("objective")))


def _instant(found: object) -> datetime:
    try:
        instant = datetime.fromisoformat(found) if isinstance(found, str) else None
    except ValueError:
        instant = None
    if instant is None or instant.tzinfo is None:
        raise UnfitValue(said("fault.wanted", found=quoted(found), wanted=said("wanted.instant-such-as")))
    return instant


def _format(found: object) -> object:
    if found != FORMAT or isinstance(found, bool):
        raise UnfitValue(said("fault.format", found=quoted(found), known=FORMAT))
    return found


def _look_at_turn(fields: Fields, reading: Reading) -> None:
    if "at" in fields and "when" in fields:
        reading.fault("at-and-when", (*fields.place, "when"), said("fault.at-and-when"))


def _look_at_inject(fields: Fields, reading: Reading) -> None:
    _look_at_turn(fields, reading)
    is_silent = fields.get("channel") == Channel.MAP or "channel" in fields.broken
    if "text" not in fields and "text" not in fields.broken and not is_silent:
        reading.fault("missing-key", fields.place, said("fault.no-text"))


def _look_at_decision(fields: Fields, reading: Reading) -> None:
    _look_at_turn(fields, reading)
    decision = fields.get("id")
    if decision is None:
        return
    if "options" in fields.broken:
        reading.doubt("option", decision)
    reading.know("option", (), decision)
    for option in fields.get("options", ()):
        if "id" in option:
            reading.define("option", option["id"], (*option.place, "id"), decision)
    if fields.sound("otherwise"):
        reading.refer("option", fields["otherwise"], (*fields.place, "otherwise"), decision)


def _look_at_back(fields: Fields, reading: Reading) -> None:
    if fields.sound("after", "by") and fields["after"] > fields["by"]:
        after, by = lasting(fields["after"]), lasting(fields["by"])
        reading.fault("bounds", fields.place, said("fault.bounds", after=after, by=by))


def _look_at_exercise(fields: Fields, reading: Reading) -> None:
    lists = ("objectives", "injects", "decisions", "actions", "roles")
    doubt_unread(fields, {each: each.removesuffix("s") for each in lists}, reading)
    reached = 0
    for phase in fields.get("phases", ()):
        start, until = phase.get("from", reached), phase.get("until")
        if phase.sound("from") and start < reached:
            message = said("fault.early-phase", start=lasting(start), reached=lasting(reached))
            reading.fault("phase-order", (*phase.place, "from"), message)
        elif phase.sound("until") and "from" not in phase.broken and until <= start:
            message = said("fault.short-phase", until=lasting(until), start=lasting(start))
            reading.fault("phase-order", (*phase.place, "until"), message)
        reached = max(reached, until or 0)


def _look_at_drill(fields: Fields, reading: Reading) -> None:
    if "topology" not in fields:
        for kind in ("component", "zone", "crew"):
            reading.doubt(kind)


def _named(kind: str, keys: Mapping[str, Key]) -> Record:
    return Record(kind, {"id": required(Defined(kind)), **keys}, defines=kind)


_TURN = {"at": Key(duration()), "when": Key(CONDITION), "not_before": Key(duration())}
_COUNTS_AS = Key(word(COUNTS_AS))

_PHASE = Record(
    "phase",
    {
        "id": required(Defined("phase")),
        "name": Key(TEXT),
        "from": Key(duration()),
        "until": required(duration()),
        "pace": Key(whole(1, FASTEST)),
    },
)

_INJECT = Record(
    "inject",
    {
        "id": required(Defined("inject")),
        **_TURN,
        "channel": required(word(Channel)),
        "from": Key(TEXT),
        "to": Key(ListOf(Referred("role"))),
        "text": Key(TEXT),
        "expect": Key(TEXT),
        "note": Key(TEXT),
        "tests": _TESTS,
        "opens": Key(Referred("decision")),
        "effects": Key(EFFECTS),
    },
    _look_at_inject,
    "inject",
)

_OPTION = Record(
    "option",
    {
        "id": required(ID),
        "text": required(TEXT),
        "foresee": Key(TEXT),
        "effects": Key(EFFECTS),
        "counts_as": _COUNTS_AS,
    },
)

_DECISION = Record(
    "decision",
    {
        "id": required(Defined("decision")),
        **_TURN,
        "asks": Key(Referred("role")),
        "question": required(TEXT),
        "within": Key(duration(1)),
        "tests": _TESTS,
        "really": Key(TEXT),
        "options": required(ListOf(_OPTION, least=1)),
        "otherwise": Key(ID),
    },
    _look_at_decision,
    "decision",
)

_ACTION = _named(
    "action",
    {
        "text": required(TEXT),
        "by": Key(Referred("role")),
        "takes": Key(duration()),
        "requires": Key(ListOf(Referred("component"))),
        "crew": Key(Referred("crew")),
        "by_hand": Key(duration()),
        "once": Key(FLAG),
        "effects": Key(EFFECTS),
        "counts_as": _COUNTS_AS,
    },
)

_BACK = ByForm(
    said("wanted.back"),
    duration(),
    Record("back", {"after": Key(duration()), "by": Key(duration())}, _look_at_back),
)

_HISTORY = Record(
    "history",
    {
        "component": required(Referred("component")),
        "down": required(duration()),
        "back": Key(_BACK),
        "level": Key(percent()),
        "source": Key(STRING),
    },
)

EXERCISE = Record(
    "exercise",
    {
        "starts": Key(Scalar(said("wanted.instant"), _instant, {"type": "string", "format": "date-time"})),
        "lasts": required(duration(1)),
        "brief": Key(TEXT),
        "display": Key(word(DISPLAYS)),
        "phases": Key(ListOf(_PHASE)),
        "roles": Key(ListOf(_named("role", {"name": Key(TEXT), "about": Key(TEXT)}))),
        "objectives": Key(
            ListOf(_named("objective", {"text": required(TEXT), "capability": Key(TEXT), "measure": Key(MEASURE)}))
        ),
        "injects": Key(ListOf(_INJECT)),
        "decisions": Key(ListOf(_DECISION)),
        "actions": Key(ListOf(_ACTION)),
        "history": Key(ListOf(_HISTORY)),
    },
    _look_at_exercise,
)

DRILL = Record(
    "drill",
    {
        "blackstart": required(Scalar(said("wanted.format", known=FORMAT), _format, {"const": FORMAT})),
        "id": Key(ID),
        "title": required(TEXT),
        "summary": Key(TEXT),
        "teaches": Key(ListOf(TEXT)),
        "level": Key(word(LEVELS)),
        "minutes": Key(whole(1, 100_000)),
        "sources": Key(ListOf(STRING)),
        "content_note": Key(TEXT),
        "topology": required(TOPOLOGY),
        "exercise": Key(EXERCISE),
    },
    _look_at_drill,
)
