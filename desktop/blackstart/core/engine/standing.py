"""How single components and jobs stand: what is asked about a state, changing nothing."""

from blackstart.core.base.simtime import Seconds
from blackstart.core.engine import hands
from blackstart.core.engine.state import BROKEN, COUNTED, DOWN, OK, STARTING, UP, JobWanted, State
from blackstart.core.engine.trace import JobStanding
from blackstart.core.engine.wiring import HARD, NEVER, SOFT, START_ONLY


def is_on_reserve(state: State, i: int) -> bool:
    """Whether a component runs on what it still has of an earlier, better supply."""
    return state.mode[i] == UP and any(_is_draining(state, g) for g in _run_needs(state, i))


def reserve_left(state: State, i: int) -> int | None:
    """Seconds until the level next falls if supplies stay as they are; None = not on reserve.

    Where something else already holds the level as low, the seconds until the first reserve ends.
    """
    if state.mode[i] != UP:
        return None
    draining = [g for g in _run_needs(state, i) if _is_draining(state, g)]
    falls = [end for g in draining for end in _ends(state, g) if _share_at(state, g, end) < state.level[i]]
    if not falls:
        falls = [end for g in draining for end in _ends(state, g)]
    return min(falls) - state.now if falls else None


def back_in(state: State, i: int) -> Seconds | None:
    """Seconds until a running restart, else a running repair, is done."""
    repair = state.repairs.get(i)
    due = state.restart_due.get(i) if state.mode[i] == STARTING else repair.due if repair is not None else None
    return None if due is None else Seconds(due - state.now)


def waits_for(state: State, i: int) -> tuple[str, ...]:
    """What a component that is down waits for."""
    if state.mode[i] != DOWN:
        return ()
    wiring = state.wiring
    found = ["release"] if state.hold[i] else []
    repair = state.repairs.get(i)
    if repair is None:
        found += ["repair"] if state.cap[i] == BROKEN and wiring.repair[i] != NEVER else []
    elif repair.due is None:
        found += state.repair_waits_for(i) or ([f"crew:{repair.crew}"] if repair.crew is not None else [])
    lost = [g for g in wiring.needs_of(i) if wiring.role[g] in (HARD, START_ONLY) and state.is_lost(g)]
    return (*found, *(wiring.needs[g].reference for g in lost))


def job_standings(state: State) -> tuple[JobStanding, ...]:
    """Jobs and crewed repairs, the one asked for first at the head."""
    begin_next = {work.turn for work in hands.startable(state)}
    return tuple([_job_standing(state, work, work.turn in begin_next) for work in hands.queue(state)])


def _job_standing(state: State, work: hands.Work, begins_next: bool) -> JobStanding:
    crew = hands.crew_of(work)
    waits: list[str] = []
    if work.due is None and not begins_next:
        waits = hands.missing(state, work) or [f"crew:{crew}"]
    done_at = None if work.due is None else Seconds(work.due)
    return JobStanding(_label(state, work), work.source, work.turn, crew, done_at, tuple(waits))


def _label(state: State, work: hands.Work) -> str:
    if isinstance(work, JobWanted):
        return work.job.name or ""
    return f"repair:{state.wiring.ids[work.component]}"


def _run_needs(state: State, i: int) -> list[int]:
    wiring = state.wiring
    return [
        g
        for g in wiring.needs_of(i)
        if wiring.survives[g] and wiring.role[g] in (HARD, SOFT) and state.counts[g] == COUNTED
    ]


def _is_draining(state: State, g: int) -> bool:
    return state.lost[g] == OK and state.supply(g) < state.best(g)


def _ends(state: State, g: int) -> list[int]:
    now = state.supply(g)
    return [last + state.wiring.survives[g] + 1 for last, supply in state.samples(g) if supply > now]


def _share_at(state: State, g: int, end: int) -> int:
    wiring = state.wiring
    still = [supply for last, supply in state.samples(g) if last + wiring.survives[g] >= end]
    delivery = max([state.supply(g), *still])
    if delivery < wiring.useful[g]:
        delivery = 0
    return 1000 - -(-wiring.weight[g] * (1000 - delivery) // 1000)
