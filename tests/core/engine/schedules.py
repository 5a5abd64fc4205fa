"""Random orders for a map."""

from collections.abc import Callable, Sequence
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


class ScheduleWriter:
    """Writes random orders for one map, of some kinds of effect or all; most effects name things that are there."""

    def __init__(
        self, chance: Random, topology: Topology, kinds: Sequence[type] = (), levels: Sequence[int] = LEVELS
    ) -> None:
        self._chance = chance
        self._topology = topology
        self._levels = levels
        self._ids = [each.id for each in topology.components]
        self._orders = 0
        self._hurt: list[ComponentId] = []  # what was failed or held: most repairs and releases go there
        makers: dict[type, tuple[int, Callable[[], Effect]]] = {
            Fail: (10, self._fail),
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
