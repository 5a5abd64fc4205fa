"""Weak points that are counted rather than played: short hands, parts that hang in the air, needs without tolerance."""

from collections.abc import Iterator, Sequence
from statistics import median_low

from blackstart.core.analysis.sweep import Consequence
from blackstart.core.analysis.weakness import Weakness, WeakPoint
from blackstart.core.base.ids import ComponentId
from blackstart.core.base.simtime import Seconds
from blackstart.core.topology.kind_rows import KindGroup
from blackstart.core.topology.kinds import kind
from blackstart.core.topology.model import Component, Need, Purpose, Topology


def short_crews(topology: Topology, consequences: Sequence[Consequence]) -> Iterator[WeakPoint]:
    """Crews that have fewer hands than one zone has parts for them to repair: the largest such zone of each."""
    users = {each.component: each.users_cut_off for each in consequences}
    for crew in topology.crews:
        best: WeakPoint | None = None
        for zone in topology.zones:
            inside = [topology.component(id_) for id_ in topology.within(zone.id)]
            theirs = [each for each in inside if each.crew == crew.id and each.repair]
            if len(theirs) <= max(crew.size, len(best.where) if best is not None else 0):
                continue
            where = tuple(each.id for each in theirs)
            waits = _last_done([int(each.repair or 0) for each in theirs], crew.size)
            most = max(users[id_] for id_ in where)
            lights = frozenset(where)
            best = WeakPoint(Weakness.CREW, where, lights, most, 0, crew=crew.id, zone=zone.id, waits=waits)
        if best is not None:
            yield best


def loose_parts(topology: Topology) -> Iterator[WeakPoint]:
    """Components that serve nobody: no users, no cost, no dependents, nothing they watch."""
    named: set[ComponentId] = set()
    for each in topology.components:
        named.update(each.seen_by)
        named.update(supplier for need in each.needs for supplier in need.on)
    for each in topology.components:
        serves = each.users or each.cost_per_hour or each.safety_critical or each.id in named
        if not serves and kind(each.kind).group is not KindGroup.PEOPLE:
            yield WeakPoint(Weakness.LOOSE, (each.id,), frozenset((each.id,)))


def abrupt_needs(topology: Topology, consequences: Sequence[Consequence]) -> Iterator[WeakPoint]:
    """Hard needs without tolerance, where others of the same kinds have one."""
    users = {each.component: each.users_cut_off for each in consequences}
    downs = {each.component: each.downs for each in consequences}
    usual: dict[tuple[str, str], list[int]] = {}
    for component, _, need in _run_needs(topology):
        if need.survives:
            usual.setdefault(_kinds(topology, component, need), []).append(need.survives)
    for component, index, need in _run_needs(topology):
        others = usual.get(_kinds(topology, component, need))
        if need.survives or not others:
            continue
        yield WeakPoint(
            Weakness.ABRUPT,
            (component.id,),
            frozenset((component.id, *need.on)),
            users[component.id],
            downs[component.id],
            at=(component.id, index),
            need=need,
            waits=Seconds(median_low(others)),
        )


def _run_needs(topology: Topology) -> Iterator[tuple[Component, int, Need]]:
    for component in topology.components:
        for index, need in enumerate(component.needs):
            if need.purpose is Purpose.RUN and need.is_hard:
                yield component, index, need


def _kinds(topology: Topology, component: Component, need: Need) -> tuple[str, str]:
    return component.kind, topology.component(need.on[0]).kind


def _last_done(repairs: Sequence[int], hands: int) -> Seconds:
    """When the last repair is done if they are taken in turn, each by the first hands that are free."""
    free_at = [0] * hands
    for seconds in repairs:
        first = free_at.index(min(free_at))
        free_at[first] += seconds
    return Seconds(max(free_at))
