"""Random orders for a map."""

from collections.abc import Callable, Mapping, Sequence
from random import Random

from blackstart.core.base.ids import ComponentId
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
from blackstart.core.topology.model import FULL, Permille, Purpose, Topology

LEVELS = (0, 1, 300, 500, 550, 999, 1000)
ON_AND_OFF = (0, 1000)
JOB_NAMES = ("dig", "fetch", "call")
USUAL = {
    Fail: 10,
    Repair: 10,
    Restore: 4,
    Isolate: 1,
    Reconnect: 2,
    Maintain: 1,
    Release: 2,
    Arm: 2,
    Disarm: 1,
    Cut: 1,
    Mend: 2,
    Waive: 1,
    Bootstrap: 3,
    CallOff: 1,
    CallOffJob: 1,
    Withdraw: 1,
    Job: 4,
}


class ScheduleWriter:
    """Writes random orders for one map; of each kind of effect about as many as its weight says."""

    def __init__(
        self, chance: Random, topology: Topology, weights: Mapping[type, int], levels: Sequence[int] = LEVELS
    ) -> None:
        self._chance = chance
        self._topology = topology
        self._levels = levels
        self._ids = [each.id for each in topology.components]
        self._orders = 0
        self._hurt: list[ComponentId] = []  # what was failed or held: most repairs and releases go there
        makers: dict[type, Callable[[], Effect]] = {
            Fail: self._fail,
            Repair: lambda: Repair(self._hurt_target()),
            Restore: self._restore,
            Isolate: lambda: Isolate(self._target_to_hurt()),
            Reconnect: lambda: Reconnect(self._hurt_target()),
            Maintain: lambda: Maintain(self._target_to_hurt()),
            Release: lambda: Release(self._hurt_target()),
            Arm: lambda: Arm(*self._standby_pair()),
            Disarm: lambda: Disarm(*self._standby_pair()),
            Cut: lambda: Cut(*self._pair()),
            Mend: lambda: Mend(*self._pair()),
            Waive: lambda: Waive(*self._reference()),
            Bootstrap: lambda: Bootstrap(*self._reference()),
            CallOff: lambda: CallOff(self._hurt_target()),
            CallOffJob: lambda: CallOffJob(self._chance.choice(JOB_NAMES)),
            Withdraw: self._withdraw,
            Job: self._job,
        }
        self._makers = [makers[kind] for kind, weight in weights.items() for _ in range(weight)]

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
        return Permille(self._chance.choice(self._levels))

    def _fail(self) -> Effect:
        helpers = [
            on
            for each in self._topology.components
            for need in each.needs
            if need.purpose is Purpose.RESPOND and each.id in self._hurt
            for on in need.on
        ]
        if helpers and self._chance.random() < 0.3:
            return Fail(Target((self._chance.choice(helpers),)))
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
