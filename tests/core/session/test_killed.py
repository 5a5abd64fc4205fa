"""A program that is killed at any moment loses nothing that it has acknowledged."""

import subprocess
import sys
from pathlib import Path

from blackstart.core.play.commands import Note
from blackstart.core.record.library import Library
from blackstart.core.session.run import Run
from tests.core.session.walls import Wall, clock

ROOT = Path(__file__).parents[3]
PLAYS = """
import sys
from pathlib import Path
from blackstart.core.play.commands import Begin, Note
from blackstart.core.record.library import Library
from tests.core.record.texts import loaded
from tests.core.session.walls import Wall, clock
from blackstart.core.session.run import Run

wall = Wall()
run = Run.begin(Library(Path(sys.argv[1])), loaded(), Begin(pace=1), clock(wall))
run.play()
print("run", run.run_id, flush=True)
while True:
    wall.seconds += 0.5
    run.advance()
    run.submit(Note("x" * 500, "eva"))
    print(len(run.entries), run.director.now, flush=True)
"""


def test_everything_acknowledged_is_there_after_a_kill_and_the_run_stands_held_where_it_was(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    playing = subprocess.Popen(
        [sys.executable, "-c", PLAYS, str(path)],
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
        env={"PYTHONPATH": f"{ROOT / 'desktop'}:{ROOT}"},
    )
    assert playing.stdout is not None
    run_id = playing.stdout.readline().split()[1]
    for _ in range(25):
        acknowledged, reached = map(int, playing.stdout.readline().split())
    playing.kill()
    playing.wait()
    playing.stdout.close()

    library = Library(path)
    run = Run.reopen(library, run_id, clock(Wall()))
    assert library.set_aside is None
    assert not run.is_read_only
    assert len(run.entries) >= acknowledged
    assert [entry.seq for entry in run.entries] == list(range(1, len(run.entries) + 1))
    assert run.director.now >= reached
    assert run.clock.is_held
    run.submit(Note("and on", "eva"))
    run.leave()
    library.close()
