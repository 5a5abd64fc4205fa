"""Random maps, each with a random schedule of effects, from a seed (fast) or from hypothesis (shrinks).

Times are small so that much meets in one second: that is where the rules about order are.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from random import Random

from hypothesis import strategies as st

from blackstart.core.base.ids import ComponentId, CrewId, ZoneId
from blackstart.core.base.simtime import Seconds
from blackstart.core.engine.effects import (
    Arm,
    Bootstrap,
    CallOff,
    CallOffJob,
    Cut,
    Disarm,
    Fail,
    Isolate,
    Job,
    Mend,
    Order,
    Reconnect,
    Repair,
    Restore,
    Waive,
    Withdraw,
)
from blackstart.core.topology.model import FULL, Component, Crew, Need, Permille, Purpose, Standby, Topology, Zone
from tests.core.engine.schedules import LEVELS, ON_AND_OFF, USUAL, ScheduleWriter

RUN, START, RESPOND = Purpose.RUN, Purpose.START, Purpose.RESPOND


@dataclass(frozen=True)
class Case:
    """A map, what the script does to it and what people do, and the last second to play."""

    topology: Topology
    batches: tuple[tuple[int, tuple[Order, ...]], ...]
    commands: tuple[tuple[int, Order], ...]
    until: int


@dataclass(frozen=True)
class MapRules:
    """What a random map may hold; each choice is drawn evenly."""

    most_components: int = 9
    has_crews: bool = True
    has_zones: bool = True
    has_automatic_standby: bool = True
    has_initially_off: bool = True
    is_graded: bool = True  # partial levels, soft needs, least levels that serve
    crewed: float = 0.6
    standby: float = 0.3
    needs: tuple[int, ...] = (0, 1, 1, 2, 3)
    suppliers: tuple[int, ...] = (1, 1, 1, 2, 3)
    purposes: tuple[Purpose, ...] = (*[RUN] * 6, START, START, RESPOND, RESPOND)
    restart: tuple[int, ...] = (0, 0, 0, 1, 1, 2, 3, 5, 12)
    survives: tuple[int, ...] = (0, 0, 0, 0, 0, 1, 2, 3, 6, 14)
    rejoin: tuple[int, ...] = (0, 0, 0, 0, 0, 1, 2, 4, 9)
    effects: Mapping[type, int] = field(default_factory=lambda: USUAL)


MIXED = MapRules()
# Where all is either on or off the engine may take a shorter way.
PLAIN = replace(MIXED, is_graded=False)
# Small rings in which levels hold each other down and must rise together.
LOOPS = replace(
    MIXED,
    most_components=5,
    needs=(1, 1, 2),
    suppliers=(1, 2, 2, 3),
    purposes=(RUN,),
    restart=(0, 0, 0, 1, 4),
    survives=(0, 0, 0, 0, 2),
    rejoin=(0, 0, 0, 1),
    standby=0.1,
    effects={Fail: 6, Restore: 8, Repair: 1, Waive: 1, Cut: 1, Mend: 1, Arm: 1, Bootstrap: 1, Isolate: 1, Reconnect: 1},
)
STANDBYS = replace(
    MIXED,
    standby=0.6,
    suppliers=(1, 2, 2, 3),
    restart=(0, 0, 1, 2),
    rejoin=(0, 0, 1, 2, 4),
    effects={Fail: 6, Restore: 6, Arm: 2, Disarm: 2, Cut: 2, Mend: 2, Bootstrap: 1, Repair: 1},
)
HANDS = replace(
    MIXED,
    crewed=0.9,
    purposes=(RUN, RESPOND, RESPOND),
    effects={Fail: 5, Repair: 8, Restore: 2, CallOff: 2, CallOffJob: 1, Job: 6, Waive: 1, Bootstrap: 1, Withdraw: 1},
)
BATTERIES = replace(
    MIXED,
    survives=(0, 1, 2, 3, 5, 8),
    restart=(0, 0, 1, 2),
    effects={Fail: 6, Restore: 6, Cut: 1, Mend: 1, Repair: 2, Isolate: 1, Reconnect: 1, Bootstrap: 1},
)
FLAVOURS = (MIXED, MIXED, PLAIN, LOOPS, STANDBYS, HANDS, BATTERIES)


def seeded_case(seed: int) -> Case:
    return random_case(Random(seed))


def cases() -> st.SearchStrategy[Case]:
    return st.randoms(use_true_random=False).map(random_case)


def random_case(chance: Random, most_components: int | None = None, *, has_zones: bool = True) -> Case:
    flavour = chance.choice(FLAVOURS)
    is_graded = flavour.is_graded and (flavour is LOOPS or chance.random() < 0.8)
    most = most_components or flavour.most_components
    rules = replace(flavour, most_components=most, has_zones=has_zones, is_graded=is_graded)
    topology = random_map(chance, rules)
    until = chance.randint(12, 45)
    writer = ScheduleWriter(chance, topology, rules.effects, LEVELS if is_graded else ON_AND_OFF)
    times = sorted(_early(chance, until) for _ in range(chance.randint(1, chance.choice((3, 6, 12)))))
    batches = tuple((t, tuple(writer.order("batch") for _ in range(chance.choice((1, 1, 2))))) for t in times)
    # Most commands fall into seconds in which the script does something too.
    at = sorted(chance.choice([*times, _early(chance, until)]) for _ in range(chance.randint(0, 5)))
    commands = tuple((t, writer.order("command")) for t in at)
    return Case(topology, batches, commands, until)


def random_map(chance: Random, rules: MapRules) -> Topology:
    zones = _random_zones(chance) if rules.has_zones else ()
    crews = tuple(
        Crew(CrewId(f"crew{n}"), size=chance.choice((1, 1, 2)))
        for n in range(chance.choice((0, 1, 1, 2)) if rules.has_crews else 0)
    )
    ids = [ComponentId(f"c{n}") for n in range(chance.randint(2, rules.most_components))]
    components = tuple(_random_component(chance, rules, each, ids, (zones, crews)) for each in ids)
    return Topology(crews=crews, zones=zones, components=components)


def _random_zones(chance: Random) -> tuple[Zone, ...]:
    count = chance.choice((0, 0, 1, 2, 3))
    return tuple(
        Zone(ZoneId(f"z{n}"), inside=ZoneId(f"z{chance.randrange(n)}") if n and chance.random() < 0.5 else None)
        for n in range(count)
    )


def _random_component(
    chance: Random,
    rules: MapRules,
    own: ComponentId,
    ids: Sequence[ComponentId],
    places: tuple[tuple[Zone, ...], tuple[Crew, ...]],
) -> Component:
    zones, crews = places
    never_or_time = chance.choice((0, 0, 1, 2, 3, 5, 8, None))
    return Component(
        own,
        zone=chance.choice(zones).id if zones and chance.random() < 0.7 else None,
        users=chance.choice((0, 1, 7, 1000, 123_457)),
        substitutable=Permille(chance.choice((0, 0, 1, 500, 999, 1000))),
        cost_per_hour=chance.choice((0, 0, 1, 3600, 77_777)),
        safety_critical=chance.random() < 0.2,
        restart=Seconds(chance.choice(rules.restart)),
        repair=None if never_or_time is None else Seconds(never_or_time),
        crew=chance.choice(crews).id if crews and chance.random() < rules.crewed else None,
        initially_off=rules.has_initially_off and chance.random() < 0.04,
        needs=_random_needs(chance, rules, [each for each in ids if each != own]),
    )


def _random_needs(chance: Random, rules: MapRules, others: Sequence[ComponentId]) -> tuple[Need, ...]:
    needs: list[Need] = []
    for number in range(chance.choice(rules.needs)):
        need = _random_need(chance, rules, others, number)
        if need.reference not in {each.reference for each in needs}:
            needs.append(need)
    return tuple(needs)


def _random_need(chance: Random, rules: MapRules, others: Sequence[ComponentId], number: int) -> Need:
    on = tuple(chance.sample(others, min(len(others), chance.choice(rules.suppliers))))
    purpose = chance.choice(rules.purposes)
    is_soft = rules.is_graded and purpose is RUN and chance.random() < 0.3
    waits: tuple[int | None, ...] = (None, 1, 2, 4) if rules.has_automatic_standby else (None,)
    standby = tuple(
        Standby(each, None if (after := chance.choice(waits)) is None else Seconds(after))
        for each in on
        if chance.random() < (rules.standby if len(on) > 1 else rules.standby / 6)
    )
    return Need(
        on,
        name=f"need{number}" if chance.random() < 0.4 else None,
        at_least=min(chance.randint(1, len(on)), chance.randint(1, len(on))),
        purpose=purpose,
        weight=Permille(chance.choice((0, 1, 100, 333, 500, 900, 999))) if is_soft else FULL,
        useful=Permille(chance.choice((1, 1, 1, 1, 1, 1, 200, 500, 950, 1000) if rules.is_graded else (1,))),
        survives=Seconds(chance.choice(rules.survives)),
        rejoin=Seconds(chance.choice(rules.rejoin)),
        standby=standby,
    )


def _early(chance: Random, until: int) -> int:
    return min(chance.randint(0, until), chance.randint(0, until))
