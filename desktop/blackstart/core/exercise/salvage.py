"""What can be shown of a drill with faults: the map as far as it could be read."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from blackstart.core.base.errors import DrillError
from blackstart.core.base.filetext.document import Document
from blackstart.core.base.findings import Finding
from blackstart.core.base.ids import ComponentId
from blackstart.core.base.records.reading import Fields, Reading
from blackstart.core.exercise.grammar import DRILL
from blackstart.core.topology.model import Topology
from blackstart.core.topology.records import read_topology

_COMPONENT = re.compile(r"topology\.components\[(\d+)\]")


@dataclass(frozen=True, slots=True)
class Salvage:
    """The readable part of a drill.

    Attributes
    ----------
    topology : Topology
        Components that have an id of their own, with those of their needs and values that could be read.
    numbers : mapping of int to ComponentId
        Which component stands at which place of the file's list.
    """

    topology: Topology = Topology()
    numbers: Mapping[int, ComponentId] = field(default_factory=dict)

    def component_of(self, finding: Finding) -> ComponentId | None:
        """Return the component that a fault is of, if it is on the map."""
        found = _COMPONENT.match(finding.path)
        return self.numbers.get(int(found[1])) if found else None


def salvaged(text: str) -> Salvage:
    """Read what can be read of a drill's text; nothing where not even its form is clear."""
    try:
        data = Document(text, "").data
    except DrillError:
        return Salvage()
    fields = DRILL.read(data, (), Reading()) if isinstance(data, dict) else None
    topology = fields.get("topology") if isinstance(fields, Fields) else None
    if not isinstance(topology, Fields):
        return Salvage()
    named = _named(topology.get("components", ()))
    _mend_zones(topology)
    ids = {each["id"] for each in named}
    known = {key: {each["id"] for each in topology.get(key, ())} for key in ("zones", "crews")}
    for each in named:
        _mend_component(each, ids, known)
    topology["components"] = named
    return Salvage(read_topology(topology), {int(each.place[-1]): each["id"] for each in named})


def _named(items: Iterable[Fields]) -> tuple[Fields, ...]:
    """Return what has an id; of two with the same the first."""
    found: dict[str, Fields] = {}
    for each in items:
        if "id" in each:
            found.setdefault(each["id"], each)
    return tuple(found.values())


def _mend_zones(topology: Fields) -> None:
    """Let zones lie in zones that there are, and none in itself."""
    topology["crews"] = _named(topology.get("crews", ()))
    topology["zones"] = zones = _named(topology.get("zones", ()))
    around = {each["id"]: each.get("in") for each in zones}
    for each in zones:
        chain, outer = {each["id"]}, each.get("in")
        while outer in around and outer not in chain:
            chain.add(outer)
            outer = around[outer]
        if outer is not None:
            around[each["id"]] = None
            each.pop("in", None)
        if "box" in each and not min(each["box"][2:]) > 0:
            del each["box"]


def _mend_component(component: Fields, ids: set[str], known: Mapping[str, set[str]]) -> None:
    """Leave away what it names that there is not."""
    for key, names in (("zone", known["zones"]), ("crew", known["crews"])):
        if component.get(key) not in names:
            component.pop(key, None)
    component["seen_by"] = tuple(each for each in component.get("seen_by", ()) if each in ids)
    others = ids - {component["id"]}
    needs = [_mended_need(each, others) for each in component.get("needs", ())]
    component["needs"] = tuple(each for each in needs if each["on"])


def _mended_need(need: Fields, ids: set[str]) -> Fields:
    need["on"] = tuple(each for each in dict.fromkeys(need.get("on", ())) if each in ids)
    need["at_least"] = max(1, min(need.get("at_least", 1), len(need["on"])))
    for key in ("standby", "bends"):
        need[key] = tuple(pair for pair in need.get(key, ()) if pair[0] in need["on"])
    return need
