"""New parts of a map as people make them: ids from names, a kind's usual values, needs between two cards, copies."""

import re
import unicodedata
from collections.abc import Collection, Mapping
from dataclasses import replace

from blackstart.core.base.errors import UserError
from blackstart.core.base.ids import ComponentId, ZoneId
from blackstart.core.base.simtime import Seconds
from blackstart.core.base.text import Text, plain
from blackstart.core.base.words import said
from blackstart.core.topology.edits import AddNeed, ChangeNeed, Edit, RemoveNeed
from blackstart.core.topology.kinds import kind
from blackstart.core.topology.model import Component, Need, Point, Purpose, Topology, Zone
from blackstart.core.topology.removal import lessened, told_apart

MOST_LETTERS = 40  # of an id that is made from a name


def fresh_id(name: str, taken: Collection[str], usual: str) -> str:
    """Return an id that is made from a name and is not taken; from `usual` where the name has no letters for one.

    Ids are plain ASCII: Korean names get the usual word with a number.
    """
    plainly = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    slug = re.sub(r"[^a-z0-9]+", "-", plainly)[:MOST_LETTERS].strip("-") or usual
    if slug not in taken:
        return slug
    number = 2
    while f"{slug}-{number}" in taken:
        number += 1
    return f"{slug}-{number}"


def new_component(
    topology: Topology, kind_id: str, name: str, at: Point | None = None, zone: ZoneId | None = None
) -> Component:
    """Return a component of a kind with the kind's usual values, which are its own from then on."""
    usual = kind(kind_id).usual
    taken = {each.id for each in topology.components}
    return Component(
        id=ComponentId(fresh_id(name, taken, kind_id)),
        name=plain(name.strip()) if name.strip() else None,
        kind=kind_id,
        zone=zone,
        at=at,
        restart=usual.restart,
        repair=usual.repair,
    )


def new_zone(topology: Topology, name: str, inside: ZoneId | None = None) -> Zone:
    """Return a zone round whatever will lie in it."""
    taken = {each.id for each in topology.zones}
    return Zone(ZoneId(fresh_id(name, taken, "zone")), plain(name.strip()) if name.strip() else None, inside)


def connection(topology: Topology, supplier: ComponentId, component: ComponentId, purpose: Purpose) -> Edit:
    """Return the edit by which a component needs a supplier.

    The first need to run gets the tolerance that is usual for the component's kind.

    Raises
    ------
    UserError
        If both are the same, or it needs that supplier for that already.
    """
    found = _unneeded(topology, supplier, component, purpose)
    has_run_needs = any(need.purpose is Purpose.RUN for need in found.needs)
    survives = kind(found.kind).usual.survives if purpose is Purpose.RUN and not has_run_needs else Seconds(0)
    name = None
    references = {need.reference for need in found.needs}
    if supplier in references:
        name = fresh_id(f"{supplier}-{purpose}", references, "need")
    return AddNeed(component, Need((supplier,), name=name, purpose=purpose, survives=survives))


def joining(
    topology: Topology, supplier: ComponentId, component: ComponentId, index: int, at_least: int | None = None
) -> Edit:
    """Return the edit by which a supplier joins the group of a need.

    Parameters
    ----------
    at_least : int or None
        How many must serve then; None = as many as before.

    Raises
    ------
    UserError
        If it is in the group already, or is the component itself.
    """
    need = topology.component(component).needs[index]
    if supplier in need.on:
        raise UserError(said("edit.in-group", name=_label(topology, supplier)))
    if supplier == component:
        raise UserError(said("edit.needs-itself", name=_label(topology, component)))
    joined = replace(need, on=(*need.on, supplier), at_least=need.at_least if at_least is None else at_least)
    return ChangeNeed(component, index, joined)


def leaving(topology: Topology, supplier: ComponentId, component: ComponentId, index: int) -> Edit:
    """Return the edit by which a supplier leaves the group of a need; with the last one the need goes."""
    left = lessened(topology.component(component).needs[index], (supplier,))
    return RemoveNeed(component, index) if left is None else ChangeNeed(component, index, left)


def copies(topology: Topology, originals: Collection[ComponentId], by: Point) -> tuple[Component, ...]:
    """Return copies of components, moved by some px, with ids of their own.

    What they need of one another they need of the copies; what they need of others stays.
    """
    wanted = [each for each in topology.components if each.id in set(originals)]
    taken = {each.id for each in topology.components}
    ids: dict[ComponentId, ComponentId] = {}
    for each in wanted:
        ids[each.id] = ComponentId(fresh_id(each.id, taken, "component"))
        taken.add(ids[each.id])
    return tuple(renamed(replace(each, at=moved(each.at, by), locked=False), ids) for each in wanted)


def renamed(component: Component, ids: Mapping[ComponentId, ComponentId]) -> Component:
    """Return a component with other ids in its place and in those it names.

    A need that then answers to what another of its component answers to gets a name.
    """
    needs: list[Need] = []
    for need in component.needs:
        other = replace(
            need,
            on=tuple(ids.get(each, each) for each in need.on),
            standby=tuple(replace(each, supplier=ids.get(each.supplier, each.supplier)) for each in need.standby),
            bends=tuple(replace(each, supplier=ids.get(each.supplier, each.supplier)) for each in need.bends),
        )
        needs.append(told_apart(other, {each.reference for each in needs}))
    watchers = tuple(ids.get(each, each) for each in component.seen_by)
    return replace(component, id=ids.get(component.id, component.id), needs=tuple(needs), seen_by=watchers)


def _unneeded(topology: Topology, supplier: ComponentId, component: ComponentId, purpose: Purpose) -> Component:
    found = topology.component(component)
    if supplier == component:
        raise UserError(said("edit.needs-itself", name=_label(topology, component)))
    if any(supplier in need.on and need.purpose is purpose for need in found.needs):
        names = {"name": _label(topology, component), "supplier": _label(topology, supplier)}
        raise UserError(said("edit.needs-already", **names))
    return found


def _label(topology: Topology, component: ComponentId) -> Text | str:
    found = topology.component(component)
    return found.name or found.id


def moved(at: Point | None, by: Point) -> Point | None:
    """Return a place moved by some px; None stays with the program."""
    return None if at is None else (at[0] + by[0], at[1] + by[1])
