"""What is known of one component at a moment, in words: for the panel beside the map."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from blackstart.core.base.ids import ComponentId
from blackstart.core.base.simtime import clock_face
from blackstart.core.base.words import Words
from blackstart.core.engine.trace import Shown, SupplierCause
from blackstart.core.topology.model import Component, Need, Purpose
from blackstart.shell.canvas.faces import face_of
from blackstart.shell.canvas.moment import Moment

translate = QCoreApplication.translate

MOST_NAMES = 8


@dataclass(frozen=True, slots=True)
class Facts:
    """One component.

    Attributes
    ----------
    about : str
        Its kind, and the zone it stands in.
    state : str
        As its card says it.
    lines : tuple of (str, str)
        Heading and words of each further fact.
    """

    component: ComponentId
    name: str
    about: str
    state: str
    lines: tuple[tuple[str, str], ...]


def facts_of(at: Moment, component: ComponentId, words: Words) -> Facts:
    """Return what is known of a component, in a language."""
    found = at.topology.component(component)
    face = face_of(at, found, words)
    needs = "\n".join(_need(at, need, words) for need in found.needs)
    lines = (
        (translate("Facts", "Since"), _since(at, component, words)),
        (translate("Facts", "Waits for"), "\n".join(_waits(at, found, words))),
        (translate("Facts", "Users"), words.amount(found.users) if found.users else ""),
        (translate("Facts", "Needs"), needs),
        (translate("Facts", "Needed by"), _names(at, _needed_by(at, component), words)),
    )
    return Facts(component, face.name, _about(at, found, words), face.sub, tuple(line for line in lines if line[1]))


def _about(at: Moment, component: Component, words: Words) -> str:
    zone = next((each.label(words.language) for each in at.topology.zones if each.id == component.zone), "")
    return ", ".join(filter(None, (words.say(f"kind.{component.kind}"), zone)))


def _since(at: Moment, component: ComponentId, words: Words) -> str:
    standing = at.standings[component]
    if standing.since < 0:
        return ""
    since = f"T+{clock_face(standing.since)}"
    if not isinstance(standing.cause, SupplierCause):
        return since
    cause = at.topology.component(standing.cause.component).label(words.language)
    return f"{since}, {words.say('cause.supplier', name=cause)}"


def _waits(at: Moment, component: Component, words: Words) -> list[str]:
    crews = {f"crew:{crew.id}": crew.label(words.language) for crew in at.topology.crews}
    named = crews | {"repair": translate("Facts", "repair"), "release": translate("Facts", "to be switched on")}
    needs = {need.reference: need for need in component.needs}
    found = []
    for reference in at.standings[component.id].waits_for:
        if reference in needs:
            found.append(_need(at, needs[reference], words))
        else:
            found.append(named.get(reference, reference))
    return found


def _need(at: Moment, need: Need, words: Words) -> str:
    names = _names(at, need.on, words)
    if need.at_least < len(need.on):
        names = translate("Facts", "{at_least} of: {names}").format(at_least=need.at_least, names=names)
    if need.purpose is Purpose.START:
        names = translate("Facts", "{names} (to start again)").format(names=names)
    if need.purpose is Purpose.RESPOND:
        names = translate("Facts", "{names} (to respond)").format(names=names)
    return names


def _needed_by(at: Moment, component: ComponentId) -> list[ComponentId]:
    return [each.id for each in at.topology.components if any(component in need.on for need in each.needs)]


def _names(at: Moment, components: Sequence[ComponentId], words: Words) -> str:
    """Names in a row, each with its state unless it runs."""
    said = []
    for component in components[:MOST_NAMES]:
        name, shown = at.topology.component(component).label(words.language), at.standings[component].shown
        if shown is not Shown.OPERATIONAL:
            name = translate("Facts", "{name}, {state}").format(name=name, state=words.say(f"state.{shown}"))
        said.append(name)
    names = "; ".join(said)
    more = len(components) - len(said)
    return translate("Facts", "{names} and {more} more").format(names=names, more=more) if more else names
