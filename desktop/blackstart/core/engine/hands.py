"""Who works on what: places of crews, given when an instant closes."""

from blackstart.core.base.ids import CrewId
from blackstart.core.engine.state import JobWanted, RepairWanted, State

Work = JobWanted | RepairWanted


def give_hands(state: State) -> None:
    """Stop the jobs whose requirement is gone, then let the first asked for begin wherever there is a place."""
    for job in state.jobs.values():
        if job.due is not None and missing(state, job):
            job.due = None
    for work in startable(state):
        work.due = state.now + duration(state, work)


def startable(state: State) -> list[Work]:
    """Work that would begin if the instant closed now."""
    free = dict(state.wiring.crew_sizes)
    waiting: list[Work] = []
    for work in queue(state):
        crew = crew_of(work)
        if work.due is None:
            waiting.append(work)
        elif crew is not None:
            free[crew] -= 1
    begins = []
    for work in waiting:
        crew = crew_of(work)
        if missing(state, work) or (crew is not None and free.get(crew, 0) < 1):
            continue
        if crew is not None:
            free[crew] -= 1
        begins.append(work)
    return begins


def queue(state: State) -> list[Work]:
    """Jobs and crewed repairs, the one asked for first at the head."""
    crewed = [each for each in state.repairs.values() if each.crew is not None]
    return sorted([*state.jobs.values(), *crewed], key=lambda work: work.turn)


def crew_of(work: Work) -> CrewId | None:
    """Whose place a work takes."""
    return work.job.crew if isinstance(work, JobWanted) else work.crew


def duration(state: State, work: Work) -> int:
    """Seconds from beginning to end; what is begun at the close ends a second later at the earliest."""
    return work.job.after if isinstance(work, JobWanted) else max(1, state.wiring.repair[work.component])


def missing(state: State, work: Work) -> list[str]:
    """What a work waits for, hands apart: components that do not deliver."""
    if isinstance(work, JobWanted):
        index = state.wiring.index
        return [id_ for id_ in work.job.requires if id_ not in index or state.level[index[id_]] == 0]
    return state.repair_waits_for(work.component)
