"""What happens by itself, and when: restarts, repairs, jobs, standbys, rejoins and reserves that end."""

from collections.abc import Iterator

from blackstart.core.engine.state import OK, State


def next_due(state: State) -> int | None:
    """The next second after the present one at which something is due; None = never."""
    return min((due for due in _dues(state) if due > state.now), default=None)


def standbys_due(state: State) -> list[tuple[int, int]]:
    """Standby legs that arm themselves at this second."""
    return [leg for leg, due in _standbys(state) if due == state.now]


def _dues(state: State) -> Iterator[int]:
    yield from state.restart_due.values()
    yield from state.rejoin_due.values()
    yield from (each.due for each in state.repairs.values() if each.due is not None)
    yield from (each.due for each in state.jobs.values() if each.due is not None)
    yield from (due for _, due in _standbys(state))
    for g, samples in state.past.items():
        yield from (last + state.wiring.survives[g] + 1 for last, _ in samples)


def _standbys(state: State) -> Iterator[tuple[tuple[int, int], int]]:
    for g, standbys in state.wiring.standbys.items():
        if state.lost[g] == OK:
            continue
        for supplier, after in standbys.items():
            leg = (g, supplier)
            if after is not None and leg not in state.armed and leg not in state.kept_unarmed:
                yield leg, state.lost[g] + after
