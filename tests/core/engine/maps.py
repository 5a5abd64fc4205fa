"""Random maps and random schedules of effects, from a seed (fast) or from hypothesis (shrinks).

Times are small so that much meets in one second: that is where the rules about order are.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
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
    Effect,
    Fail,
    Isolate,
    Job,
    Maintain,
    Mend,
    Order,
    Reconnect,
    Release,
    Repair,
    Restore,
    Target,
    Waive,
    Withdraw,
)
from blackstart.core.topology.model import FULL, Component, Crew, Need, Permille, Purpose, Standby, Topology, Zone

LEVELS = (0, 1, 300, 500, 550, 999, 1000)
JOB_NAMES = ("dig", "fetch", "call")


@dataclass(frozen=True)
class Case:
    """A map, what the script does to it and what people do, and the last second to play."""

    topology: Topology
    batches: tuple[tuple[int, tuple[Order, ...]], ...]
    commands: tuple[tuple[int, Order], ...]
    until: int


@dataclass(frozen=True)
class MapRules:
    """What a random map may hold."""

    most_components: int = 9
    has_crews: bool = True
    has_zones: bool = True
    has_automatic_standby: bool = True
    has_initially_off: bool = True


def seeded_case(seed: int) -> Case:
    return random_case(Random(seed))


def cases() -> st.SearchStrategy[Case]:
    return st.randoms(use_true_random=False).map(random_case)


def random_case(chance: Random, rules: MapRules | None = None) -> Case:
    topology = random_map(chance, rules or MapRules())
    until = chance.randint(12, 45)
    writer = ScheduleWriter(chance, topology)
    times = sorted(_early(chance, until) for _ in range(chance.randint(1, 6)))
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
    never_or_time = chance.choice((0, 0, 1, 2, 3, 5, None))
    return Component(
        own,
        zone=chance.choice(zones).id if zones and chance.random() < 0.7 else None,
        users=chance.choice((0, 1, 7, 1000, 123_457)),
        substitutable=Permille(chance.choice((0, 0, 1, 500, 999, 1000))),
        cost_per_hour=chance.choice((0, 0, 1, 3600, 77_777)),
        safety_critical=chance.random() < 0.2,
        restart=Seconds(chance.choice((0, 0, 0, 1, 1, 2, 3, 5, 12))),
        repair=None if never_or_time is None else Seconds(never_or_time),
        crew=chance.choice(crews).id if crews and chance.random() < 0.6 else None,
        initially_off=rules.has_initially_off and chance.random() < 0.04,
        needs=_random_needs(chance, rules, [each for each in ids if each != own]),
    )


def _random_needs(chance: Random, rules: MapRules, others: Sequence[ComponentId]) -> tuple[Need, ...]:
    needs: list[Need] = []
    for number in range(chance.choice((0, 1, 1, 2, 3))):
        need = _random_need(chance, rules, others, number)
        if need.reference not in {each.reference for each in needs}:
            needs.append(need)
    return tuple(needs)


def _random_need(chance: Random, rules: MapRules, others: Sequence[ComponentId], number: int) -> Need:
    on = tuple(chance.sample(others, min(len(others), chance.choice((1, 1, 1, 2, 3)))))
    purpose = chance.choice((*[Purpose.RUN] * 6, Purpose.START, Purpose.START, Purpose.RESPOND, Purpose.RESPOND))
    is_soft = purpose is Purpose.RUN and chance.random() < 0.3
    waits: tuple[int | None, ...] = (None, 1, 2, 4) if rules.has_automatic_standby else (None,)
    standby = tuple(
        Standby(each, None if (after := chance.choice(waits)) is None else Seconds(after))
        for each in on
        if chance.random() < (0.3 if len(on) > 1 else 0.05)
    )
    return Need(
        on,
        name=f"need{number}" if chance.random() < 0.4 else None,
        at_least=min(chance.randint(1, len(on)), chance.randint(1, len(on))),
        purpose=purpose,
        weight=Permille(chance.choice((0, 1, 100, 333, 500, 900, 999))) if is_soft else FULL,
        useful=Permille(chance.choice((1, 1, 1, 1, 1, 1, 200, 500, 950, 1000))),
        survives=Seconds(chance.choice((0, 0, 0, 0, 0, 1, 2, 3, 6, 14))),
        rejoin=Seconds(chance.choice((0, 0, 0, 0, 0, 1, 2, 4, 9))),
        standby=standby,
    )


def _early(chance: Random, until: int) -> int:
    return min(chance.randint(0, until), chance.randint(0, until))


class ScheduleWriter:
    """Writes random orders for one map, of some kinds of effect or all; most effects name things that are there."""

    def __init__(self, chance: Random, topology: Topology, kinds: Sequence[type] = ()) -> None:
        self._chance = chance
        self._topology = topology
        self._ids = [each.id for each in topology.components]
        self._orders = 0
        self._hurt: list[ComponentId] = []  # what was failed or held: most repairs and releases go there
        makers: dict[type, tuple[int, Callable[[], Effect]]] = {
            Fail: (8, self._fail),
            Repair: (10, lambda: Repair(self._hurt_target())),
            Restore: (4, self._restore),
            Isolate: (1, lambda: Isolate(self._target_to_hurt())),
            Reconnect: (2, lambda: Reconnect(self._hurt_target())),
            Maintain: (1, lambda: Maintain(self._target_to_hurt())),
            Release: (2, lambda: Release(self._hurt_target())),
            Arm: (2, lambda: Arm(*self._standby_pair())),
            Disarm: (1, lambda: Disarm(*self._standby_pair())),
            Cut: (1, lambda: Cut(*self._pair())),
            Mend: (2, lambda: Mend(*self._pair())),
            Waive: (1, lambda: Waive(*self._reference())),
            Bootstrap: (3, lambda: Bootstrap(*self._reference())),
            CallOff: (1, lambda: CallOff(self._hurt_target())),
            CallOffJob: (1, lambda: CallOffJob(self._chance.choice(JOB_NAMES))),
            Withdraw: (1, self._withdraw),
            Job: (4, self._job),
        }
        self._makers = [
            make for kind, (weight, make) in makers.items() if not kinds or kind in kinds for _ in range(weight)
        ]

    def order(self, word: str) -> Order:
        self._orders += 1
        effects = tuple(self._effect() for _ in range(self._chance.choice((1, 1, 2, 3))))
        return Order(effects, f"{word}:{self._orders}")

    def _effect(self) -> Effect:
        return self._chance.choice(self._makers)()

    def _target(self) -> Target:
        if self._topology.zones and self._chance.random() < 0.1:
            return Target(zone=self._chance.choice(self._topology.zones).id)
        count = min(len(self._ids), self._chance.choice((1, 1, 1, 1, 2, 3)))
        return Target(tuple(self._chance.sample(self._ids, count)))

    def _target_to_hurt(self) -> Target:
        target = self._target()
        self._hurt += target.components
        return target

    def _hurt_target(self) -> Target:
        if not self._hurt or self._chance.random() < 0.3:
            return self._target()
        return Target(tuple(dict.fromkeys(self._chance.choices(self._hurt, k=self._chance.choice((1, 1, 2, 4))))))

    def _level(self) -> Permille:
        return Permille(self._chance.choice(LEVELS))

    def _fail(self) -> Effect:
        return Fail(self._target_to_hurt(), self._level() if self._chance.random() < 0.3 else Permille(0))

    def _restore(self) -> Effect:
        return Restore(self._hurt_target(), self._level() if self._chance.random() < 0.5 else FULL)

    def _pair(self) -> tuple[ComponentId, ComponentId]:
        pairs = [(each.id, on) for each in self._topology.components for need in each.needs for on in need.on]
        return self._chance.choice(pairs or [(self._ids[0], self._ids[1])])

    def _standby_pair(self) -> tuple[ComponentId, ComponentId]:
        pairs = [
            (each.id, standby.supplier)
            for each in self._topology.components
            for need in each.needs
            for standby in need.standby
        ]
        return self._chance.choice(pairs) if pairs and self._chance.random() < 0.9 else self._pair()

    def _reference(self) -> tuple[ComponentId, str]:
        references = [
            (each.id, need.reference)
            for each in self._topology.components
            for need in each.needs
            if need.name is not None or len(need.on) == 1
        ]
        return self._chance.choice(references or [(self._ids[0], "nothing")])

    def _withdraw(self) -> Effect:
        number = self._chance.randint(1, self._orders)
        return Withdraw(f"{self._chance.choice(('batch', 'command'))}:{number}")

    def _job(self) -> Effect:
        crews = [None, *(each.id for each in self._topology.crews)]
        effects = [self._effect() for _ in range(self._chance.choice((1, 1, 2)))]
        return Job(
            Seconds(self._chance.choice((1, 1, 2, 3, 5))),
            tuple(each for each in effects if not isinstance(each, Job)),
            requires=tuple(self._chance.sample(self._ids, self._chance.choice((0, 0, 1, 2)))),
            crew=self._chance.choice(crews),
            name=self._chance.choice((None, *JOB_NAMES)),
        )
