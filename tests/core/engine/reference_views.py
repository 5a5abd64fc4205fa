"""What is shown of the reference's world at the end of a second: states, reserve, stuck lists, jobs, impact."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from blackstart.core.base.ids import ComponentId, CrewId
from blackstart.core.base.simtime import Seconds
from blackstart.core.engine.trace import Impact, Mode, Shown
from blackstart.core.topology.model import Purpose, Topology
from tests.core.engine.reference_state import JobState, NeedState, PartState, World, allowed_by
from tests.core.engine.reference_stuck import reached


@dataclass(frozen=True)
class PartSecond:
    """One component at the end of one second, as anybody can see it."""

    mode: Mode
    level: int
    shown: Shown
    on_reserve_s: int | None  # None = not on reserve
    back_in_s: int | None  # None = neither restart nor repair runs
    waits_for: tuple[str, ...]  # sorted
    since: int  # the second at whose end `shown` became what it is


@dataclass(frozen=True)
class InnerSecond:
    """What only the reference tells of a component."""

    capability: int
    lost: tuple[bool, ...]  # per need


@dataclass(frozen=True)
class JobSecond:
    """A job or crewed repair that is not done."""

    label: str
    source: str
    crew: CrewId | None
    done_at: int | None
    waits_for: tuple[str, ...]  # sorted


@dataclass(frozen=True)
class Second:
    """Everything at the end of one second."""

    parts: dict[ComponentId, PartSecond]
    waiting: tuple[ComponentId, ...]
    deadlock: tuple[ComponentId, ...]
    jobs: tuple[JobSecond, ...]  # in the order they were asked for
    users_cut_off: int
    inner: dict[ComponentId, InnerSecond] = field(default_factory=dict, compare=False)


class PlainRow(NamedTuple):
    """A row of the trace without its cause: the net change of one component over one phase."""

    t: int
    round: int
    phase: int
    kind: str
    component: ComponentId
    mode: Mode
    level: int


@dataclass(frozen=True)
class Run:
    """What was played, second by second."""

    topology: Topology
    seconds: tuple[Second, ...]  # the first is the start, instant -1
    rows: tuple[PlainRow, ...]

    def at(self, t: int) -> Second:
        return self.seconds[t + 1]

    def part(self, component: str, t: int) -> PartSecond:
        return self.at(t).parts[ComponentId(component)]

    def levels(self, component: str) -> list[int]:
        """Levels of seconds 0, 1, 2, ..."""
        return [second.parts[ComponentId(component)].level for second in self.seconds[1:]]

    def impact(self) -> Impact:
        """Sum over t = 0 .. the last second, inclusive."""
        cut_off = [self._users_cut_off_in_millionths(second) for second in self.seconds]
        money = sum(
            each.cost_per_hour * (1000 - second.parts[each.id].level)
            for second in self.seconds[1:]
            for each in self.topology.components
        )
        critical = [each.id for each in self.topology.components if each.safety_critical]
        unsafe = [
            any(second.parts[each].shown is not Shown.OPERATIONAL for each in critical) for second in self.seconds[1:]
        ]
        return Impact(
            lost_service_seconds=sum(cut_off[1:]) // 1_000_000,
            lost_money=money // 3_600_000,
            unsafe_seconds=sum(unsafe),
            peak_users=max(cut_off[1:], default=0) // 1_000_000,
            first_impact_s=next((Seconds(t) for t, lost in enumerate(cut_off[1:]) if lost > cut_off[0]), None),
        )

    def _users_cut_off_in_millionths(self, second: Second) -> int:
        return sum(
            each.users * (1000 - each.substitutable) * (1000 - second.parts[each.id].level)
            for each in self.topology.components
        )


def second_of(world: World, before: Second | None = None) -> Second:
    is_reached = reached(world, is_all_decided=False)
    is_reachable = reached(world, is_all_decided=True)
    down = [each for each, part in world.parts.items() if part.mode is Mode.DOWN]
    return Second(
        parts={each: _part_second(world, part, before) for each, part in world.parts.items()},
        waiting=tuple(each for each in down if each not in is_reached and each in is_reachable),
        deadlock=tuple(each for each in down if each not in is_reachable),
        jobs=_jobs(world),
        users_cut_off=sum(
            each.users * (1000 - each.substitutable) * (1000 - world.parts[each.id].level)
            for each in world.topology.components
        )
        // 1_000_000,
        inner={
            each: InnerSecond(part.cap, tuple(need.lost for need in part.needs)) for each, part in world.parts.items()
        },
    )


def _part_second(world: World, part: PartState, before: Second | None) -> PartSecond:
    shown = _shown(part)
    earlier = before.parts[part.spec.id] if before is not None else None
    return PartSecond(
        mode=part.mode,
        level=part.level,
        shown=shown,
        on_reserve_s=seconds_on_reserve(world, part),
        back_in_s=_back_in(world, part),
        waits_for=tuple(sorted(set(_waits_for(part)))),
        since=earlier.since if earlier is not None and earlier.shown is shown else world.now,
    )


def _shown(part: PartState) -> Shown:
    if "isolated" in part.holds:
        return Shown.ISOLATED
    if part.holds:
        return Shown.MAINTENANCE
    if part.mode is Mode.STARTING or (part.mode is Mode.DOWN and part.repairing_since is not None):
        return Shown.RECOVERING
    if part.mode is Mode.DOWN:
        return Shown.DOWN
    return Shown.DEGRADED if part.level < 1000 else Shown.OPERATIONAL


def _back_in(world: World, part: PartState) -> int | None:
    if part.starting_since is not None:
        return part.starting_since + part.spec.restart - world.now
    end = part.repair_end()
    return None if end is None else end - world.now


def _waits_for(part: PartState) -> Iterator[str]:
    """At the close, when hands have been given: whoever could begin has begun."""
    if part.mode is not Mode.DOWN:
        return
    if part.holds:
        yield "release"
    if part.cap == 0 and part.repair_turn is None and part.spec.repair is not None:
        yield "repair"
    if part.repair_turn is not None and part.repairing_since is None:
        if part.is_kept_from_repair():
            yield from (need.spec.reference for need in part.of(Purpose.RESPOND) if need.lost and need.counts)
        else:
            yield f"crew:{part.spec.crew}"
    yield from (need.spec.reference for need in part.needed_to_start() if need.lost and need.counts)


# on reserve


def seconds_on_reserve(world: World, part: PartState) -> int | None:
    """Seconds until the level next falls if supplies stay as they are; None = not on reserve."""
    if part.mode is not Mode.UP:
        return None
    on_reserve = [need for need in part.of(Purpose.RUN) if need.counts and not need.lost]
    on_reserve = [need for need in on_reserve if world.supply(need) < world.delivery(need)]
    if not on_reserve:
        return None
    falls = [_until_share_below(world, need, part.level) for need in on_reserve]
    return min([each for each in falls if each is not None], default=None) or min(
        _until_delivery_falls(world, need) for need in on_reserve
    )


def _later_delivery(world: World, need: NeedState, seconds: int) -> int:
    """Delivery that many seconds from now if supply stays as it is."""
    past = need.samples_from(world.now + seconds - need.spec.survives)
    best = max([*past, world.supply(need)])
    return best if best >= need.spec.useful else 0


def _until_share_below(world: World, need: NeedState, level: int) -> int | None:
    for seconds in range(1, need.spec.survives + 2):
        if allowed_by(need.spec, _later_delivery(world, need, seconds)) < level:
            return seconds
    return None


def _until_delivery_falls(world: World, need: NeedState) -> int:
    now = world.delivery(need)
    return next(s for s in range(1, need.spec.survives + 2) if _later_delivery(world, need, s) < now)


# jobs


def _jobs(world: World) -> tuple[JobSecond, ...]:
    found = [(job.turn, _job_second(world, job)) for job in world.jobs]
    for part in world.parts.values():
        if part.spec.crew is not None and part.repair_turn is not None:
            found.append((part.repair_turn, _repair_second(part)))
    return tuple(row for _, row in sorted(found, key=lambda each: each[0]))


def _job_second(world: World, job: JobState) -> JobSecond:
    done_at = None if job.running_since is None else job.running_since + job.spec.after
    missing = [str(each) for each in job.spec.requires if world.parts[each].level == 0]
    waits_for = missing or ([f"crew:{job.spec.crew}"] if done_at is None else [])
    return JobSecond(job.spec.name or "", job.source, job.spec.crew, done_at, tuple(sorted(waits_for)))


def _repair_second(part: PartState) -> JobSecond:
    lost = [need.spec.reference for need in part.of(Purpose.RESPOND) if need.lost and need.counts]
    waits_for = lost or ([f"crew:{part.spec.crew}"] if part.repairing_since is None else [])
    return JobSecond(
        f"repair:{part.spec.id}", part.repair_source, part.spec.crew, part.repair_end(), tuple(sorted(waits_for))
    )
