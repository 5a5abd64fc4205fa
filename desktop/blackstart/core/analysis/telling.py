"""Weak points in words: what is weak, why that matters, and what would mend it; one sentence each."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from blackstart.core.analysis.weakness import Weakness, WeakPoint
from blackstart.core.base.ids import ComponentId
from blackstart.core.base.words import Words
from blackstart.core.topology.model import Need, Topology

MOST_NAMES = 4


@dataclass(frozen=True, slots=True)
class Told:
    """One weak point in words: its kind, what it is about, and a sentence each for why and for what would help."""

    kind: str
    where: str
    why: str
    mend: str


def told(point: WeakPoint, topology: Topology, words: Words) -> Told:
    """Put a weak point of a map into words."""
    values = _values(point, topology, words)
    variant = "zone." if point.kind is Weakness.FATE and point.zone is not None else ""
    if point.kind is Weakness.LOOP and point.at is None:
        variant = "closed."
    if point.kind is Weakness.TRAP and point.cause in point.where:
        variant = "own."
    key = f"weakness.{point.kind}."
    return Told(
        kind=words.say(f"{key}name"),
        where=values["ring"] if point.kind is Weakness.LOOP else values["names"],
        why=words.say(f"{key}{variant}why", **values),
        mend=words.say(f"{key}{variant}mend", **values),
    )


def _values(point: WeakPoint, topology: Topology, words: Words) -> dict[str, Any]:
    """Everything a sentence may want to name."""
    ring = _names(topology, (*point.where, point.where[0]), words, most=len(point.where) + 1)
    crews = {each.id: each.label(words.language) for each in topology.crews}
    zones = {each.id: each.label(words.language) for each in topology.zones}
    hands = next((each.size for each in topology.crews if each.id == point.crew), 0)
    return {
        "names": _names(topology, point.where, words),
        "ring": ring,
        "number": str(len(point.where)),
        "count": hands if point.kind is Weakness.CREW else point.falls,
        "cause": _names(topology, [point.cause], words) if point.cause is not None else "",
        "component": _names(topology, [point.at[0]], words) if point.at is not None else "",
        "suppliers": _suppliers(topology, point.need, words),
        "at_least": str(point.need.at_least if point.need is not None else 0),
        "of": str(len(point.need.on) if point.need is not None else 0),
        "crew": crews.get(point.crew, "") if point.crew is not None else "",
        "zone": zones.get(point.zone, "") if point.zone is not None else "",
        "waits": words.duration(point.waits) if point.waits is not None else "",
    }


def _suppliers(topology: Topology, need: Need | None, words: Words) -> str:
    return _names(topology, need.on, words) if need is not None else ""


def _names(topology: Topology, ids: Sequence[ComponentId], words: Words, most: int = MOST_NAMES) -> str:
    """Names in a row, the rest as a number."""
    names = ", ".join(topology.component(id_).label(words.language) for id_ in ids[:most])
    more = len(ids) - most
    return words.say("weakness.and-more", names=names, more=more) if more > 0 else names
