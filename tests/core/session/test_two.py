"""Two programs never write one run, however close together they open it."""

import subprocess
import sys
from collections import Counter
from pathlib import Path

from blackstart.core.play.commands import Begin, Note
from blackstart.core.record.library import Library
from blackstart.core.session.run import Run
from tests.core.record.texts import loaded
from tests.core.session.walls import Wall, clock

ROOT = Path(__file__).parents[3]
PROGRAMS = 4
OPENS = """
import sys
from pathlib import Path
from blackstart.core.base.errors import UserError
from blackstart.core.play.commands import Note
from blackstart.core.record.library import Library
from blackstart.core.session.run import Run
from tests.core.session.walls import Wall, clock

library = Library(Path(sys.argv[1]))
print("ready", flush=True)
sys.stdin.readline()
run = Run.reopen(library, sys.argv[2], clock(Wall()))
print("reads" if run.is_read_only else "writes", flush=True)
try:
    run.submit(Note(sys.argv[3], "eva"))
    print("written", flush=True)
except UserError as refusal:
    print(refusal, flush=True)
sys.stdin.readline()
run.leave()
"""


def program(path: Path, run: str, name: str) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-c", OPENS, str(path), run, name],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
        env={"PYTHONPATH": f"{ROOT / 'desktop'}:{ROOT}"},
    )


def line(process: "subprocess.Popen[str]") -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()


def go_on(process: "subprocess.Popen[str]") -> None:
    assert process.stdin is not None
    process.stdin.write("\n")
    process.stdin.flush()


def test_of_programs_that_open_a_run_at_once_one_writes_and_the_others_say_which(tmp_path: Path) -> None:
    library = Library(tmp_path / "library.db")
    run = Run.begin(library, loaded(), Begin(), clock(Wall()))
    run.leave()
    programs = {name: program(library.path, run.run_id, name) for name in map(str, range(PROGRAMS))}
    assert {line(each) for each in programs.values()} == {"ready"}
    for each in programs.values():
        go_on(each)
    roles = {name: line(each) for name, each in programs.items()}
    answers = {name: line(each) for name, each in programs.items()}
    assert Counter(roles.values()) == {"writes": 1, "reads": PROGRAMS - 1}
    (writer,) = [name for name, role in roles.items() if role == "writes"]
    for name, answer in answers.items():
        held = f"the run {run.run_id} is open in another Blackstart (process {programs[writer].pid})"
        assert answer == ("written" if name == writer else f"{held}: here it can only be read")
    for each in programs.values():
        go_on(each)
        each.communicate()
    assert [entry.command for entry in library.recorded(run.run_id).entries[1:]] == [Note(writer, "eva")]
    again = Run.reopen(library, run.run_id, clock(Wall()))
    assert not again.is_read_only
    again.leave()
    library.close()
