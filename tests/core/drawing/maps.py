"""Maps to draw, written as short as they can be."""

from dataclasses import replace
from random import Random

from blackstart.core.base.ids import ComponentId, ZoneId
from blackstart.core.topology.model import Component, Need, Purpose, Topology, Zone

# id kind zone x y: thirty parts of a town that hangs on one data centre, placed by hand
PLACED = """
    ups ups pangyo 16 48          power power pangyo 16 152     cooling cooling pangyo 16 256
    core network pangyo 204 48    hall hall pangyo 204 152      store-a storage pangyo 204 256
    store-b storage pangyo 204 360
    login auth pangyo 388 48      deploy deploy pangyo 388 152  registry registry pangyo 388 256
    ops console pangyo 388 360
    chat messaging pangyo 596 48  pay payment pangyo 596 152    maps maps pangyo 596 256
    store-c storage second 204 512  standby hall second 388 512  lite messaging second 596 512
    gov partner partners 810 48   bank partner partners 810 125  gift partner partners 810 202
    shop partner partners 810 279  parking partner partners 810 356  taxi partner partners 810 433
    riders partner partners 810 510
    lock device things 1022 48    boiler device things 1022 125  camera device things 1022 202
    car vehicle things 1022 279   citizens people people 1022 433  team people people 1022 510
"""
BOXES = {
    "pangyo": (0, 0, 752, 436),
    "second": (184, 460, 568, 128),
    "partners": (796, 0, 168, 588),
    "things": (1008, 0, 168, 355),
    "people": (1008, 385, 168, 203),
}
# dependent < suppliers; "2of" and the like before several; ! to start, ? to respond
NEEDS = """
    ups < power | cooling < power | core < ups | hall < ups cooling core !deploy | store-a < ups | store-b < ups
    login < hall !deploy | deploy < hall !login !registry | registry < hall | ops < hall ?login
    chat < hall 2of:store-a,store-b,store-c !deploy | pay < hall 2of:store-a,store-b,store-c login !deploy
    maps < hall !deploy | standby < !deploy | lite < standby
    gov < login | bank < login | gift < chat pay | shop < pay | parking < pay maps | taxi < maps | riders < maps
    lock < login | boiler < login | camera < chat | car < maps
    citizens < 1of:chat,lite taxi | team < ?ops ?1of:chat,lite
"""

# the same town as it fell in 2022, 36 parts: id kind zone
FALLEN = """
    kepco power grid | battery ups b3 | ups ups b3 | bus-1 power b3 | bus-2 power b3 | bus-3 power b3
    net-core network it | hall-a hall it | hall-b hall it | hall-c hall it
    accounts auth tools | images registry tools | deploy deploy tools | failover failover tools
    app-cache storage app | login auth app | objects storage app | bigdata storage app | daum-app service app
    dc2-live hall other | chuncheon hall other | phone-tree people people | staff-chat messaging people
    talk people people | text messaging public | pc-calls service public | pictures service public
    channel service public | pay payment public | map maps public | taxi service public | kakao-mail service public
    daum-mail service public | daum service public | third-login service public | naver service public
"""
FALLEN_NEEDS = """
    ups < battery | bus-1 < kepco | bus-2 < kepco | bus-3 < 1of:ups,kepco | net-core < 1of:ups,bus-1
    hall-a < bus-1 | hall-b < bus-2 | hall-c < bus-3
    accounts < hall-a net-core ?hall-a ?talk | images < hall-a net-core ?hall-a ?talk ?deploy
    deploy < hall-a net-core !images !accounts ?hall-a ?talk ?accounts
    failover < hall-a net-core !accounts ?hall-a ?talk ?deploy | app-cache < hall-a net-core ?hall-a ?talk ?deploy
    login < hall-b net-core ?hall-b ?talk ?deploy | objects < hall-b net-core ?hall-b ?talk ?deploy
    bigdata < hall-c net-core ?hall-c ?talk ?deploy | daum-app < hall-b net-core | dc2-live < !failover
    staff-chat < text | talk < 1of:staff-chat,phone-tree | text < 1of:app-cache,dc2-live login app-cache
    pc-calls < text login | pictures < text objects | channel < text bigdata
    pay < hall-a net-core login text ?hall-a ?talk ?deploy | map < hall-b net-core bigdata ?hall-b ?talk ?deploy
    taxi < hall-b net-core login map pay ?hall-b ?talk ?deploy
    kakao-mail < hall-b net-core login ?hall-b ?talk ?deploy
    daum-mail < hall-c net-core ?hall-c ?talk ?deploy | daum < 1of:daum-app,dc2-live daum-app
    third-login < login | naver < 1of:bus-1,chuncheon bus-1
"""


def need(written: str) -> Need:
    purpose = {"!": Purpose.START, "?": Purpose.RESPOND}.get(written[0], Purpose.RUN)
    written = written.lstrip("!?")
    at_least = 1
    if "of:" in written:
        count, written = written.split("of:")
        at_least = int(count)
    return Need(tuple(ComponentId(each) for each in written.split(",")), at_least=at_least, purpose=purpose)


def needs(written: str) -> dict[str, tuple[Need, ...]]:
    pairs = (part.split("<") for part in written.replace("\n", "|").split("|") if part.strip())
    return {name.strip(): tuple(need(each) for each in suppliers.split()) for name, suppliers in pairs}


def topology(written: str, zones: dict[str, str | None] | None = None, **kinds: str) -> Topology:
    """A small map: ``"a:zone < b c | d"``; zones by name, with the zone that each lies in."""
    parts = [part.split("<") for part in written.replace("\n", "|").split("|") if part.strip()]
    components = []
    for head, *suppliers in parts:
        name, _, zone = head.strip().partition(":")
        components.append(
            Component(
                ComponentId(name),
                kind=kinds.get(name, "service"),
                zone=ZoneId(zone) if zone else None,
                needs=tuple(need(each) for each in " ".join(suppliers).split()),
            )
        )
    inside = {name: ZoneId(outer) if outer else None for name, outer in (zones or {}).items()}
    return Topology(
        zones=tuple(Zone(ZoneId(name), inside=outer) for name, outer in inside.items()), components=tuple(components)
    )


def placed_town() -> Topology:
    """The mockup's town with the places its designer gave it."""
    words, wanted = PLACED.split(), needs(NEEDS)
    return Topology(
        zones=tuple(Zone(ZoneId(name), box=box) for name, box in BOXES.items()),
        components=tuple(
            Component(
                ComponentId(words[k]),
                kind=words[k + 1],
                zone=ZoneId(words[k + 2]),
                at=(float(words[k + 3]), float(words[k + 4])),
                needs=wanted.get(words[k], ()),
            )
            for k in range(0, len(words), 5)
        ),
    )


def town() -> Topology:
    """The same town, nothing placed."""
    return unplaced(placed_town())


def fallen_town() -> Topology:
    """Pangyo in 2022, nothing placed."""
    wanted = needs(FALLEN_NEEDS)
    rows = [row.split() for row in FALLEN.replace("\n", "|").split("|") if row.strip()]
    return Topology(
        zones=tuple(Zone(ZoneId(name)) for name in dict.fromkeys(row[2] for row in rows)),
        components=tuple(
            Component(ComponentId(name), kind=kind, zone=ZoneId(zone), needs=wanted.get(name, ()))
            for name, kind, zone in rows
        ),
    )


def unplaced(placed: Topology) -> Topology:
    """A map without any place that was chosen by hand."""
    return replace(
        placed,
        zones=tuple(replace(zone, box=None) for zone in placed.zones),
        components=tuple(replace(component, at=None) for component in placed.components),
    )


def random_town(count: int, seed: int, *, apart: float = 0.15) -> Topology:
    """Components in zones of zones; most needs go to what comes shortly before, some (`apart`) anywhere before."""
    chance = Random(seed)
    zones = [Zone(ZoneId(f"z{number}")) for number in range(max(1, count // 30))]
    zones += [Zone(ZoneId(f"{zone.id}-{part}"), inside=zone.id) for zone in tuple(zones) for part in "ab"]
    inner = [zone.id for zone in zones[len(zones) // 3 :]]
    components = []
    for number in range(count):
        suppliers = set()
        for _ in range(min(number, chance.choice((1, 2, 3, 3, 5)))):
            nearest = 0 if chance.random() < apart else max(0, number - 25)
            suppliers.add(chance.randrange(nearest, number))
        wanted = tuple(Need((ComponentId(f"c{supplier}"),)) for supplier in sorted(suppliers))
        zone = inner[number * len(inner) // count]
        components.append(Component(ComponentId(f"c{number}"), zone=zone, needs=wanted))
    return Topology(zones=tuple(zones), components=tuple(components))


def hub_town(seed: int) -> Topology:
    """57 services with 236 needs, most of them of a few that everybody uses: as a large web application is built."""
    chance = Random(seed)
    zones = [ZoneId(name) for name in ("stores", "platform", "ingest", "workers", "web")]
    wanted: dict[int, set[int]] = {number: set() for number in range(57)}
    while sum(map(len, wanted.values())) < 236:
        number = chance.randrange(4, 57)
        supplier = chance.randrange(min(number, 12)) if chance.random() < 0.7 else chance.randrange(number)
        wanted[number].add(supplier)
    components = (
        Component(
            ComponentId(f"s{number}"),
            zone=zones[number * len(zones) // 57],
            needs=tuple(Need((ComponentId(f"s{supplier}"),)) for supplier in sorted(suppliers)),
        )
        for number, suppliers in wanted.items()
    )
    return Topology(zones=tuple(map(Zone, zones)), components=tuple(components))


def odd_town(seed: int) -> Topology:
    """Anything the file allows: needs in circles, zones in circles, cards placed on each other, gates everywhere."""
    chance = Random(seed)
    count, zones = chance.randint(1, 30), [ZoneId(f"z{number}") for number in range(chance.randint(0, 6))]
    share_placed = chance.choice((0, 0, 0.3, 0.9, 1))
    components = []
    for number in range(count):
        x, y = chance.uniform(-900, 900), chance.uniform(-600, 600)
        at = (round(x / 220) * 220.0, round(y / 82) * 82.0) if chance.random() < 0.5 else (x, y)
        components.append(
            Component(
                ComponentId(f"c{number}"),
                kind=chance.choice(("power", "hall", "auth", "messaging", "device", "people", "unheard-of")),
                zone=chance.choice(zones) if zones and chance.random() < 0.8 else None,
                at=at if chance.random() < share_placed else None,
                needs=tuple(_odd_need(chance, count) for _ in range(chance.randint(0, 4))),
            )
        )
    box = (chance.uniform(-500, 500), chance.uniform(-500, 500), chance.uniform(10, 800), chance.uniform(10, 800))
    boxed = {zone for zone in zones if chance.random() < 0.1}
    return Topology(
        zones=tuple(
            Zone(zone, inside=chance.choice((None, *zones)), box=box if zone in boxed else None) for zone in zones
        ),
        components=tuple(components),
    )


def _odd_need(chance: Random, count: int) -> Need:
    on = dict.fromkeys(ComponentId(f"c{chance.randrange(count)}") for _ in range(chance.choice((1, 1, 1, 2, 3))))
    return Need(tuple(on), purpose=chance.choice(list(Purpose)), at_least=chance.randint(1, len(on)))
