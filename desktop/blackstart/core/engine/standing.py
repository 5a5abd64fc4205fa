"""How single components and jobs stand: what is asked about a state, changing nothing."""

from blackstart.core.base.simtime import Seconds
from blackstart.core.engine import hands
from blackstart.core.engine.causes import told
from blackstart.core.engine.closing import MODES, face, shown
from blackstart.core.engine.state import (
    BROKEN,
    COUNTED,
    DOWN,
    HELD,
    ISOLATED,
    MAINTENANCE,
    OFF,
    OK,
    STARTING,
    UP,
    JobWanted,
    State,
)
from blackstart.core.engine.trace import Glance, Health, JobStanding, Standing
from blackstart.core.engine.wiring import HARD, NEVER, START_ONLY
from blackstart.core.topology.model import Permille


def standing_of(state: State, i: int, since: int) -> Standing:
    """How a component stands; `since` is when its word became what it is."""
    left, back = reserve_left(state, i), _back_in(state, i)
    return Standing(
        component=state.wiring.ids[i],
        mode=MODES[state.mode[i]],
        level=Permille(state.level[i]),
        shown=shown(face(state, i)),
        on_reserve_s=None if left is None else Seconds(left),
        back_in_s=None if back is None else Seconds(back),
        since=Seconds(since),
        cause=told(state, state.because[i]),
        waits_for=_waits_for(state, i),
    )


def glance_of(state: State, i: int) -> Glance:
    """What of that can be told at once: nobody asks what it waits for, and since when."""
    left = reserve_left(state, i)
    return Glance(
        level=Permille(state.level[i]),
        shown=shown(face(state, i)),
        on_reserve_s=None if left is None else Seconds(left),
        cause=told(state, state.because[i]),
    )


def health_of(state: State, i: int) -> Health:
    """What of it is a component's own, whatever it is supplied with."""
    marks = state.marks[i]
    return Health(
        capability=Permille(state.cap[i]),
        is_repair_wanted=i in state.repairs,
        is_isolated=bool(marks & ISOLATED),
        is_off=bool(marks & (MAINTENANCE | OFF)),
    )


def job_standings(state: State) -> tuple[JobStanding, ...]:
    """Jobs and crewed repairs, the one asked for first at the head."""
    begin_next = {work.turn for work in hands.startable(state)}
    return tuple([_job_standing(state, work, work.turn in begin_next) for work in hands.queue(state)])


def reserve_left(state: State, i: int) -> int | None:
    """Seconds until the level next falls if supplies stay as they are; None = not on reserve.

    Where something else already holds the level as low, the seconds until the first reserve ends.
    """
    if state.mode[i] != UP:
        return None
    draining = [g for g in state.wiring.lasting.get(i, ()) if _is_draining(state, g)]
    ends = [end for g in draining for end in _ends(state, g)]
    falls = [end for g in draining for end in _ends(state, g) if _share_at(state, g, end) < state.level[i]]
    return min(falls or ends) - state.now if ends else None


def _is_draining(state: State, g: int) -> bool:
    """Whether a need that counts gives more than its suppliers do."""
    return state.counts[g] == COUNTED and state.lost[g] == OK and state.supply(g) < state.best(g)


def _samples(state: State, g: int) -> list[tuple[int, int]]:
    return [*state.past.get(g, ()), (state.now - 1, state.closed[g])]


def _ends(state: State, g: int) -> list[int]:
    supply = state.supply(g)
    return [last + state.wiring.survives[g] + 1 for last, value in _samples(state, g) if value > supply]


def _share_at(state: State, g: int, t: int) -> int:
    wiring = state.wiring
    still = [value for last, value in _samples(state, g) if last + wiring.survives[g] >= t]
    delivery = max([state.supply(g), *still])
    if delivery < wiring.useful[g]:
        delivery = 0
    return 1000 - -(-wiring.weight[g] * (1000 - delivery) // 1000)


def _back_in(state: State, i: int) -> int | None:
    """Seconds until a running restart, else a running repair, is done."""
    if state.mode[i] == STARTING:
        return state.restart_due[i] - state.now
    repair = state.repairs.get(i)
    return None if repair is None or repair.due is None else repair.due - state.now


def _waits_for(state: State, i: int) -> tuple[str, ...]:
    """What a component that is down waits for."""
    if state.mode[i] != DOWN:
        return ()
    wiring = state.wiring
    found = ["release"] if state.marks[i] & HELD else []
    repair = state.repairs.get(i)
    if repair is None:
        found += ["repair"] if state.cap[i] == BROKEN and wiring.repair[i] != NEVER else []
    elif repair.due is None:
        found += hands.missing(state, repair) or [f"crew:{repair.crew}"]
    lost = [g for g in wiring.needs_of(i) if wiring.role[g] in (HARD, START_ONLY) and state.is_lost(g)]
    return (*found, *(wiring.needs[g].reference for g in lost))


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
