"""A day at the table: hours at pace 1 with a large map leave memory as it was.

One hour by default; as many as BLACKSTART_HOURS says on request.
"""

import gc
import json
import os
import tracemalloc
from pathlib import Path

from blackstart.core.exercise.files import LoadedDrill, read_drill
from blackstart.core.play.commands import Begin, Note
from blackstart.core.session.clock import LONGEST_GAP_S
from tests.core.session.walls import Table

HOURS = float(os.environ.get("BLACKSTART_HOURS", "1"))
COMPONENTS, EVERY_S = 300, 60
TICK_S = LONGEST_GAP_S - 1  # real seconds; anything longer would be taken for sleep
MOST_PER_EVENT = 3_000  # bytes: what an inject, a note and what they cause leave in journal and trace


def busy_drill(hours: float) -> LoadedDrill:
    """Three hundred components in chains of ten; every minute the head of one fails or is repaired."""
    seconds = round(hours * 3600)
    parts = [
        {"id": f"c{number}", "users": 10, "restart": 3, "repair": 20}
        | ({"needs": [{"on": f"c{number - 1}"}]} if number % 10 else {})
        for number in range(COMPONENTS)
    ]
    injects = [
        {"id": f"i{at}", "at": at, "channel": "map", "effects": [{"fail" if at // EVERY_S % 2 else "repair": "c10"}]}
        for at in range(EVERY_S, seconds, EVERY_S)
    ]
    drill = {
        "blackstart": 1,
        "id": "day",
        "title": "A long day",
        "topology": {"components": parts},
        "exercise": {"lasts": seconds, "injects": injects},
    }
    return read_drill(json.dumps(drill), "day.json")


def test_hours_at_the_table_leave_memory_as_it_was(tmp_path: Path) -> None:
    table = Table(tmp_path / "library.db")
    run = table.begin(Begin(pace=1), busy_drill(HOURS))
    run.play()
    half_s, held = HOURS * 1800, []
    tracemalloc.start()
    try:
        for _ in range(2):
            until = run.clock.now() + half_s
            while run.clock.now() < until and not run.director.is_ended:
                table.wall.seconds += TICK_S
                run.advance()
                if run.clock.now() % EVERY_S < TICK_S and not run.director.is_ended:
                    run.submit(Note("all well", "eva"))
            gc.collect()
            held.append(tracemalloc.get_traced_memory()[0])
    finally:
        tracemalloc.stop()
    assert run.director.is_ended
    assert (held[1] - held[0]) / (half_s / EVERY_S) < MOST_PER_EVENT
    recorded = table.library.recorded(run.run_id)
    assert recorded.entries == tuple(run.entries)
    assert recorded.row.ended
    table.library.close()
