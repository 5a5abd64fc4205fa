"""Who works on what: places of crews, given when an instant closes."""

from collections.abc import Iterator
from heapq import merge

from blackstart.core.base.ids import CrewId
from blackstart.core.engine.agenda import JOB, REPAIR
from blackstart.core.engine.state import REPAIRING, JobWanted, RepairWanted, State

Work = JobWanted | RepairWanted


def give_hands(state: State) -> None:
    """Stop the jobs whose requirement is gone, then let the first asked for begin wherever there is a place."""
    for job in state.jobs.values():
        if job.due is not None and missing(state, job):
            job.due = None
    state.in_hand = [work for work in state.in_hand if _is_running(state, work)]
    for work in list(startable(state)):
        if crew_of(work) is not None:
            state.in_hand.append(work)
        work.due = state.now + _duration(state, work)
        if isinstance(work, JobWanted):
            state.agenda.add(work.due, JOB, work.turn)
        else:
            state.agenda.add(work.due, REPAIR, work.component)
            state.remember(work.component)
            state.marks[work.component] |= REPAIRING


def startable(state: State) -> Iterator[Work]:
    """Work that would begin if the instant closed now."""
    for job in state.jobs.values():
        if job.due is None and job.job.crew is None and not missing(state, job):
            yield job
    free = dict(state.wiring.crew_sizes)
    for work in state.in_hand:
        crew = crew_of(work)
        if crew is not None and _is_running(state, work):
            free[crew] -= 1
    places = sum(free.values())
    for work in queue(state) if places > 0 else ():
        crew = crew_of(work)
        if work.due is None and crew is not None and free.get(crew, 0) > 0 and not missing(state, work):
            free[crew] -= 1
            places -= 1
            yield work
            if not places:
                return


def queue(state: State) -> Iterator[Work]:
    """Jobs and crewed repairs, the one asked for first at the head."""
    crewed = (each for each in state.repairs.values() if each.crew is not None)
    return merge(state.jobs.values(), crewed, key=_turn)


def crew_of(work: Work) -> CrewId | None:
    """Whose place a work takes."""
    return work.job.crew if isinstance(work, JobWanted) else work.crew


def missing(state: State, work: Work) -> list[str]:
    """What a work waits for, hands apart: components that do not deliver, or needs of its repair that are lost."""
    if isinstance(work, JobWanted):
        index = state.wiring.index
        return [id_ for id_ in work.job.requires if id_ not in index or state.level[index[id_]] == 0]
    return [state.wiring.needs[g].reference for g in state.lacks(work.component)]


def _is_running(state: State, work: Work) -> bool:
    kept = state.jobs.get(work.turn) if isinstance(work, JobWanted) else state.repairs.get(work.component)
    return kept is work and work.due is not None


def _duration(state: State, work: Work) -> int:
    # What is begun when an instant closes ends a second later at the earliest.
    return work.job.after if isinstance(work, JobWanted) else max(1, state.wiring.repair[work.component])


def _turn(work: Work) -> int:
    return work.turn
