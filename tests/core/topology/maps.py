"""Small maps for tests: ``topology("power > hall > login")``, and maps and edits by the hundred."""

from hypothesis import strategies as st

from blackstart.core.base.ids import ComponentId, CrewId, ZoneId
from blackstart.core.base.simtime import Seconds
from blackstart.core.base.text import plain
from blackstart.core.topology.model import (
    Bend,
    Component,
    Crew,
    Need,
    Permille,
    Purpose,
    Standby,
    Topology,
    Zone,
)

NAMES = tuple(ComponentId(name) for name in ("power", "hall", "net", "login", "images", "deploy", "chat", "pay"))
ZONES = tuple(ZoneId(name) for name in ("west", "east", "room-b3"))
CREWS = tuple(CrewId(name) for name in ("platform", "site"))


def topology(chains: str, **users: int) -> Topology:
    """Build a map from chains such as ``"power > hall > login, net > login"``; `users` by component."""
    needs: dict[str, list[Need]] = {}
    for chain in chains.split(","):
        links = [link.strip() for link in chain.split(">")]
        for link in links:
            needs.setdefault(link, [])
        for supplier, component in zip(links, links[1:], strict=False):
            needs[component].append(Need((ComponentId(supplier),)))
    return Topology(
        components=tuple(
            Component(ComponentId(name), needs=tuple(found), users=users.get(name, 0)) for name, found in needs.items()
        )
    )


def needs_on(suppliers: list[ComponentId]) -> st.SearchStrategy[Need]:
    return st.lists(st.sampled_from(suppliers), min_size=1, max_size=3, unique=True).flatmap(_needs_on)


def _needs_on(on: list[ComponentId]) -> st.SearchStrategy[Need]:
    standby = st.builds(Standby, st.sampled_from(on), st.none() | st.integers(1, 600).map(Seconds))
    bend = st.builds(Bend, st.sampled_from(on), st.just(((1.0, 2.0),)))
    purposes = st.sampled_from(
        [(Purpose.RUN, 1000), (Purpose.RUN, 400), (Purpose.START, 1000), (Purpose.RESPOND, 1000)]
    )
    return st.builds(
        lambda name, at_least, purpose, standbys, bends: Need(
            tuple(on),
            name=name,
            at_least=at_least,
            purpose=purpose[0],
            weight=Permille(purpose[1]),
            standby=tuple({each.supplier: each for each in standbys}.values()),
            bends=tuple({each.supplier: each for each in bends}.values()),
        ),
        st.none() | st.sampled_from(["main", "spare", "hall-2"]),
        st.integers(1, len(on)),
        purposes,
        st.lists(standby, max_size=2),
        st.lists(bend, max_size=2),
    )


def components(id_: ComponentId, known: list[ComponentId]) -> st.SearchStrategy[Component]:
    others = [name for name in known if name != id_]
    needs = st.lists(needs_on(others), max_size=3) if others else st.just([])
    watchers = st.lists(st.sampled_from(others), max_size=2, unique=True) if others else st.just([])
    return st.builds(
        lambda name, zone, crew, users, found, seen_by: Component(
            id_,
            name=name,
            zone=zone,
            crew=crew,
            users=users,
            needs=tuple({need.reference: need for need in found}.values()),
            seen_by=tuple(seen_by),
        ),
        st.none() | st.sampled_from(["Power", "로그인"]).map(plain),
        st.none() | st.sampled_from(ZONES),
        st.none() | st.sampled_from(CREWS),
        st.integers(0, 1000),
        needs,
        watchers,
    )


@st.composite
def topologies(draw: st.DrawFn) -> Topology:
    """Sound maps of up to eight components, with three zones, one inside another, and two crews."""
    known = draw(st.lists(st.sampled_from(NAMES), max_size=len(NAMES), unique=True))
    west, east, room = ZONES
    return Topology(
        currency=draw(st.sampled_from([None, "KRW"])),
        crews=tuple(Crew(crew) for crew in CREWS),
        zones=(Zone(west), Zone(east), Zone(room, inside=draw(st.sampled_from([None, west])))),
        components=tuple(draw(components(name, known)) for name in known),
    )
