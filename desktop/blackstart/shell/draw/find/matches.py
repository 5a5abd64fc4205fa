"""What of a map is meant by some typed letters."""

from blackstart.core.base.text import Text
from blackstart.core.topology.model import Topology
from blackstart.shell.draw.selection import Selection


def matches(topology: Topology, typed: str, language: str) -> tuple[Selection, ...]:
    """Return components, then zones, in whose name or id every word stands; those that begin with them first."""
    wanted = typed.casefold().split()
    if not wanted:
        return ()
    found: list[tuple[bool, Selection]] = []
    for component in topology.components:
        heard = _heard(component.id, component.name, language)
        if all(word in heard for word in wanted):
            found.append((not heard.startswith(wanted[0]), Selection((component.id,))))
    for zone in topology.zones:
        heard = _heard(zone.id, zone.name, language)
        if all(word in heard for word in wanted):
            found.append((not heard.startswith(wanted[0]), Selection(zone=zone.id)))
    return tuple(each for _, each in sorted(found, key=lambda pair: pair[0]))


def _heard(id_: str, name: Text | None, language: str) -> str:
    """Return all that something is called, what is shown first."""
    if name is None:
        return id_.casefold()
    said = (name.to(language), *(words for _, words in name.words), id_)
    return " ".join(dict.fromkeys(said)).casefold()
