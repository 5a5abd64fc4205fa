"""Weak points that show when single components fail: read off a sweep, so each figure is the engine's own."""

from collections.abc import Iterator, Mapping, Sequence

from blackstart.core.analysis.sweep import Consequence
from blackstart.core.analysis.weakness import Weakness, WeakPoint, held
from blackstart.core.base.ids import ComponentId, ZoneId
from blackstart.core.topology.kind_rows import KindGroup
from blackstart.core.topology.kinds import kind
from blackstart.core.topology.model import Component, Need, Purpose, Topology

_CARRIES_PEOPLE = (KindGroup.SHARED, KindGroup.APPS)
MOST_SHARE = 0.5  # of all users: what carries so many is a bridge
REPLACEABLE = 500  # permille of its users who can go elsewhere at once: such a one is no bridge

Fates = Mapping[ComponentId, frozenset[ComponentId]]  # what stops with a component, itself included


def fates_of(consequences: Sequence[Consequence]) -> Fates:
    """What stops if a component fails, itself included; in the order of the consequences."""
    return {
        each.component: frozenset(
            [each.component, *(fall.component for fall in each.falls if fall.down_at is not None)]
        )
        for each in consequences
    }


def single_points(topology: Topology, consequences: Sequence[Consequence]) -> Iterator[WeakPoint]:
    """Components whose failure alone stops others and cuts users off; a service that holds half of all is a bridge.

    As long as nobody is said to use anything, all that stop others count: a map is weak before it is finished.
    """
    is_used_by_any = any(each.users for each in topology.components)
    everyone = sum(held(each) for each in topology.components)
    fates = fates_of(consequences)
    for each in consequences:
        if not each.downs or (is_used_by_any and each.users_cut_off <= 0):
            continue
        component = topology.component(each.component)
        is_used = component.users and kind(component.kind).group in _CARRIES_PEOPLE
        holds = is_used and component.substitutable < REPLACEABLE
        is_bridge = holds and each.users_cut_off >= MOST_SHARE * everyone
        what = Weakness.BRIDGE if is_bridge else Weakness.SINGLE
        yield WeakPoint(what, (component.id,), fates[component.id], each.users_cut_off, each.downs)


def shared_fates(topology: Topology, consequences: Sequence[Consequence]) -> Iterator[WeakPoint]:
    """Needs whose suppliers are more than must deliver, but hang on one thing, or lie in one zone."""
    fates, by_id = fates_of(consequences), {each.component: each for each in consequences}
    for component, index, need in _needs(topology):
        if need.purpose is not Purpose.RUN or need.at_least >= len(need.on):
            continue
        cause = _nearest(fates, need, besides=component.id)
        if cause is not None:
            lost = tuple(supplier for supplier in need.on if supplier in fates[cause])
            yield WeakPoint(
                Weakness.FATE,
                lost,
                frozenset((cause, component.id, *lost)),
                by_id[cause].users_cut_off,
                by_id[cause].downs,
                cause=cause,
                at=(component.id, index),
                need=need,
            )
            continue
        zone = _shared_zone(topology, component, need)
        if zone is not None:
            users = by_id[component.id].users_cut_off
            lights = frozenset((component.id, *need.on))
            at = (component.id, index)
            yield WeakPoint(Weakness.FATE, need.on, lights, users, len(need.on), at=at, need=need, zone=zone)


def traps(topology: Topology, consequences: Sequence[Consequence]) -> Iterator[WeakPoint]:
    """What can be repaired only with the help of something that is lost with it."""
    fates, by_id = fates_of(consequences), {each.component: each for each in consequences}
    found: dict[tuple[ComponentId, tuple[ComponentId, ...]], list[tuple[Component, int, Need]]] = {}
    for component, index, need in _needs(topology):
        if need.purpose is not Purpose.RESPOND or component.repair is None or _runs_on(component, need):
            continue
        # The failure of the component itself comes first: nothing else need go wrong.
        own = component.id if _is_lost(need, fates[component.id]) else None
        cause = own or _nearest({id_: fate for id_, fate in fates.items() if component.id in fate}, need)
        if cause is not None:
            found.setdefault((cause, need.on), []).append((component, index, need))
    for (cause, on), trapped in found.items():
        where = tuple(component.id for component, _, _ in trapped)
        first, index, need = trapped[0]
        yield WeakPoint(
            Weakness.TRAP,
            where,
            frozenset((cause, *on, *where)),
            by_id[cause].users_cut_off,
            by_id[cause].downs,
            cause=cause,
            at=(first.id, index),
            need=need,
        )


def _needs(topology: Topology) -> Iterator[tuple[Component, int, Need]]:
    for component in topology.components:
        for index, need in enumerate(component.needs):
            yield component, index, need


def _runs_on(component: Component, need: Need) -> bool:
    """Whether it needs the same to run: then its repair only waits for what it would have to wait for anyway."""
    running = {supplier for each in component.needs if each.is_hard for supplier in each.on}
    return set(need.on) <= running


def _is_lost(need: Need, gone: frozenset[ComponentId]) -> bool:
    return sum(supplier not in gone for supplier in need.on) < need.at_least


def _nearest(fates: Fates, need: Need, besides: ComponentId | None = None) -> ComponentId | None:
    """Of what takes the suppliers of a need along, that with which least else falls."""
    causes = [id_ for id_, fate in fates.items() if id_ != besides and _is_lost(need, fate)]
    return min(causes, key=lambda id_: len(fates[id_]), default=None)


def _shared_zone(topology: Topology, component: Component, need: Need) -> ZoneId | None:
    """The innermost zone in which so many suppliers lie that the need is lost with it, and the component is not."""
    zones = sorted(((len(topology.within(zone.id)), zone.id) for zone in topology.zones), key=lambda each: each[0])
    for _, zone in zones:
        within = frozenset(topology.within(zone))
        if component.id not in within and _is_lost(need, within):
            return zone
    return None
