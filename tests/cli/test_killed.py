"""`kill -9` at any moment while commands come quickly: what was acknowledged is there, and nothing else is told.

Thirty kills by default; as many as BLACKSTART_KILLS says on request.
"""

import json
import multiprocessing
import os
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from random import Random
from typing import Any

import pytest

from blackstart.cli.play import still_clock
from blackstart.cli.root import main
from blackstart.core.base.simtime import START, Seconds
from blackstart.core.exercise.files import load_drill
from blackstart.core.exercise.model import Drill
from blackstart.core.play.commands import Begin, Note
from blackstart.core.play.director import Director
from blackstart.core.play.events import Event
from blackstart.core.play.payloads import read_command
from blackstart.core.play.playback import tell
from blackstart.core.record.library import Library
from blackstart.core.record.recorded import Recorded
from blackstart.core.session.run import Run
from tests.cli.test_play import DRILL

KILLS = int(os.environ.get("BLACKSTART_KILLS", "30"))
AT_ONCE = 2
BEAT_S = 1 / 20  # between two commands
LONGEST_S = 1.0  # of a process's life
NEWCOMERS = ("blackstart.cli.play", "tests.cli.test_killed", "pytest")

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="kill -9 is a signal of POSIX")

Line = dict[str, Any]


@dataclass(frozen=True)
class Killed:
    """A play that was killed: what it was told, and what it answered before."""

    team: str
    said: list[Line]
    answers: list[Line]

    @property
    def acknowledged(self) -> list[tuple[int, Line]]:
        """Each command that was, with its seq."""
        pairs = zip(self.answers, self.said, strict=False)
        return [(answer["seq"], line) for answer, line in pairs if "seq" in answer]


def play_through(words: list[str], ends: tuple[Connection, Connection]) -> None:
    """The program itself, in a process of its own, with pipes for stdin and stdout."""
    stdin, stdout = (os.dup(end.fileno()) for end in ends)
    for end in ends:
        end.close()
    sys.stdin = open(stdin, encoding="utf-8")  # noqa: SIM115 - for the process's whole life
    sys.stdout = open(stdout, "w", encoding="utf-8")  # noqa: SIM115
    os._exit(main(words))


def commands(chance: Random) -> Iterator[Line]:
    """What people do, without an end; some of it does not apply when it comes."""
    at = 0
    while True:
        at += chance.choice([0, 1, 2, 3])
        part = chance.choice(["power", "hall", "desk"])
        kinds: list[Line] = [
            {"do": "note", "text": "x" * chance.randint(1, 3000), "by": "eva"},
            {"do": "effect", "effects": [{chance.choice(["fail", "repair", "isolate"]): part}], "why": "so"},
            {"do": "decide", "decision": "cut", "option": chance.choice(["agree", "wait"]), "by": "lead"},
            {"do": "improvise", "text": "?", "channel": "chat", "at_s": at + 4},
            {"do": "act", "text": "?", "takes": 2, "by": "lead", "effects": [{"repair": part}]},
        ]
        yield {"at": at, **chance.choice(kinds)}


def killed(drill: Path, library: Path, number: int) -> Killed:
    """Play a drill with a command twenty times a second, and kill the program at a moment that chance chooses."""
    chance, team = Random(number), f"kill {number}"
    context = multiprocessing.get_context("forkserver")
    (stdin, told), (heard, stdout) = context.Pipe(duplex=False), context.Pipe(duplex=False)
    words = ["play", str(drill), "--library", str(library), "--team", team, "--commands", "-"]
    process = context.Process(target=play_through, args=(words, (stdin, stdout)))
    process.start()
    stdin.close()
    stdout.close()
    said: list[Line] = []
    left_s, source = chance.uniform(0, LONGEST_S), commands(chance)
    while left_s > 0:
        said.append(next(source))
        os.write(told.fileno(), json.dumps(said[-1]).encode() + b"\n")
        process.join(min(left_s, BEAT_S))
        left_s -= BEAT_S
    process.kill()
    process.join()
    with open(os.dup(heard.fileno()), encoding="utf-8") as answered:
        answers = [json.loads(line) for line in answered if line.endswith("\n")]
    assert process.exitcode == -9, answers
    told.close()
    heard.close()
    process.close()
    return Killed(team, said, answers)


def shown(drill: Drill, recorded: Recorded) -> list[Event]:
    """What somebody saw who sat at the run: everything in the order in which it was done."""
    director = Director(drill, Begin(team=recorded.row.team))
    events: list[Event] = []
    for entry in recorded.entries[1:]:
        events += director.advance(entry.at)
        events += director.apply(entry)
    return [*events, *director.advance(recorded.row.reached_s)]


def test_a_kill_at_any_moment_loses_nothing_that_was_acknowledged(tmp_path: Path) -> None:
    path, library_path = tmp_path / "hall.drill", tmp_path / "library.db"
    path.write_text(DRILL)
    multiprocessing.get_context("forkserver").set_forkserver_preload(list(NEWCOMERS))
    with ThreadPoolExecutor(AT_ONCE) as pool:
        plays = list(pool.map(lambda number: killed(path, library_path, number), range(KILLS)))

    drill = load_drill(path).drill
    with closing(Library(library_path)) as library:
        assert library.set_aside is None
        runs = {row.team: row for row in library.runs()}
        for each in plays:
            assert each.team in runs or not each.answers
            if each.team in runs:
                check(library, library.recorded(runs[each.team].run), each, drill)
        assert library._db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert sum(len(each.acknowledged) for each in plays) > KILLS  # else nothing was tried


def check(library: Library, recorded: Recorded, play: Killed, drill: Drill) -> None:
    """Hold what is in the library against what was said and answered."""
    entries, reached = recorded.entries, recorded.row.reached_s
    assert [entry.seq for entry in entries] == list(range(1, len(entries) + 1))
    assert len(entries) >= 1 + len(play.acknowledged)
    for seq, line in play.acknowledged:
        fields = {key: value for key, value in line.items() if key not in ("at", "do")}
        assert (entries[seq - 1].at, entries[seq - 1].command) == (
            line["at"],
            read_command(line["do"], fields, drill.topology),
        )
    latest = max((line["at"] for _, line in play.acknowledged), default=int(START))
    assert latest <= reached <= max((line["at"] for line in play.said), default=int(START))
    assert list(tell(drill, entries, reached).events) == shown(drill, recorded)
    run = Run.reopen(library, recorded.row.run, still_clock())
    assert (run.director.now, run.clock.now(), run.clock.is_held) == (reached, max(reached, Seconds(0)), True)
    run.submit(Note("and on", "eva"))
    run.leave()
