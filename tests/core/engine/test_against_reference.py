"""The engine must tell what the literal reference tells, on random maps under random schedules.

`BLACKSTART_SEEDS=20000 pytest tests/core/engine/test_against_reference.py` plays more seeds.
"""

import os
from collections.abc import Iterator
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings

from blackstart.core.engine.trace import Change
from tests.core.engine import engine_run, reference
from tests.core.engine.engine_run import EngineRun
from tests.core.engine.maps import Case, cases, seeded_case
from tests.core.engine.reference_views import PartSecond, Run

SEEDS = int(os.environ.get("BLACKSTART_SEEDS", "750"))
SEEDS_A_TEST = 250


@pytest.mark.parametrize("first", range(0, SEEDS, SEEDS_A_TEST))
def test_seeded_maps_play_as_in_the_reference(first: int) -> None:
    for seed in range(first, min(first + SEEDS_A_TEST, SEEDS)):
        found = next(differences(seeded_case(seed)), None)
        assert found is None, f"seed {seed}: {found}"


@given(cases())
@settings(max_examples=120, deadline=None, suppress_health_check=list(HealthCheck))
def test_any_map_plays_as_in_the_reference(case: Case) -> None:
    assert next(differences(case), None) is None


def differences(case: Case) -> Iterator[str]:
    """What the engine tells otherwise than the reference, in the order of time."""
    expected = reference.run(case.topology, case.batches, case.until, case.commands)
    found = engine_run.run(case.topology, case.batches, case.until, case.commands)
    for t, (wanted, told) in enumerate(zip(expected.seconds, found.seconds, strict=True), start=-1):
        for component, part in wanted.parts.items():
            if told.parts[component] != part:
                yield f"t {t}, {component}: {told.parts[component]}, wanted {part}"
        for what in ("waiting", "deadlock", "jobs", "users_cut_off"):
            if getattr(told, what) != getattr(wanted, what):
                yield f"t {t}, {what}: {getattr(told, what)}, wanted {getattr(wanted, what)}"
    if found.impact() != expected.impact():
        yield f"impact: {found.impact()}, wanted {expected.impact()}"
    yield from _differing_rows(expected, found)
    yield from _differing_changes(expected, found)


def _differing_rows(expected: Run, found: EngineRun) -> Iterator[str]:
    for wanted, told in zip(expected.rows, found.rows, strict=False):
        if wanted != told:
            yield f"row: {told}, wanted {wanted}"
    if len(expected.rows) != len(found.rows):
        yield f"{len(found.rows)} rows, wanted {len(expected.rows)}"


def _differing_changes(expected: Run, found: EngineRun) -> Iterator[str]:
    """Changes are what differs between the ends of two seconds."""
    wanted = [
        (t, component, part, (part.mode, part.level) != (before.parts[component].mode, before.parts[component].level))
        for t, (before, after) in enumerate(pairwise(expected.seconds))
        for component, part in after.parts.items()
        if _seen(part) != _seen(before.parts[component])
    ]
    told = [(each.t, each.component, _told(each), each.moved) for each in found.changes]
    if [(t, component, _seen(part), moved) for t, component, part, moved in wanted] != told:
        yield f"changes: {told}, wanted {wanted}"


def _seen(part: PartSecond) -> tuple[object, ...]:
    return part.mode, part.level, part.shown, part.on_reserve_s is not None


def _told(change: Change) -> tuple[object, ...]:
    return change.mode, change.level, change.shown, change.is_on_reserve
