"""The command that plays a drill without a window, at full speed: play."""

import json
import sys
from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

import click

from blackstart.cli.kept import kept_runs, must_be_safe
from blackstart.cli.options import FILE, LIBRARY, print_line, read_duration
from blackstart.cli.standing import outcome_row
from blackstart.core.base.errors import UserError
from blackstart.core.base.nearest import quoted
from blackstart.core.base.simtime import Seconds, parse_duration
from blackstart.core.exercise.files import LoadedDrill, load_drill
from blackstart.core.play.commands import Begin, Command, End, Jump
from blackstart.core.play.director import Director
from blackstart.core.play.payloads import read_command
from blackstart.core.review.counterfactual import outcome
from blackstart.core.session.clock import ExerciseClock
from blackstart.core.session.run import Run

LIVE = "-"


@click.command()
@click.argument("file", type=FILE)
@click.option("--commands", help="A file of what people do, a JSON line each; - reads it from stdin as it comes.")
@click.option("--until", callback=read_duration, help="How far to play: 90s, '2 h', or seconds. To the end without it.")
@click.option("--team", default="", help="Whose run it is.")
@LIBRARY
@click.pass_context
def play(
    ctx: click.Context, file: Path, commands: str | None, until: Seconds | None, team: str, library: Path | None
) -> None:
    """Play a drill without a window and record the run; the last line tells what came of it."""
    loaded = load_drill(file)
    with _opened(commands) as source, kept_runs(library, may_be_new=True) as kept:
        run = Run.begin(kept, loaded, settings(loaded, team), still_clock())
        try:
            must_be_safe(run)
            player = Player(run, run.director.lasts if until is None else min(until, run.director.lasts))
            is_whole = source is None or player.obey_all(source, is_live=commands == LIVE)
            if is_whole:
                player.finish()
        finally:
            run.leave()
        print_line(_summary(run.run_id, run.director))
    ctx.exit(0 if is_whole and not player.has_refused else 1)


def settings(loaded: LoadedDrill, team: str) -> Begin:
    """The settings of a run that nobody sets up."""
    display = loaded.drill.exercise.display if loaded.drill.exercise is not None else "all"
    return Begin(team=team, display=display)


def still_clock() -> ExerciseClock:
    """A clock for runs that go as fast as they can: it stands, and never thinks that the machine slept."""
    return ExerciseClock(lambda: 0.0)


@dataclass(frozen=True, slots=True)
class _Line:
    number: int
    raw: bytes
    is_complete: bool  # whether a line break ends it


class Player:
    """Carries out lines of commands up to a last second."""

    def __init__(self, run: Run, horizon: Seconds) -> None:
        self.run = run
        self.horizon = horizon
        self.has_refused = False

    def obey_all(self, source: BinaryIO, is_live: bool) -> bool:
        """Carry out line by line; `is_live` acknowledges each once it is durable. False = the input broke off."""
        for line in _lines(source):
            try:
                said = _said(line.raw)
            except UserError as error:
                if not line.is_complete:
                    click.echo(f"line {line.number} breaks off: {error}", err=True)
                    return False
                self._refuse(line, str(error))
                continue
            if said is not None:
                self._obey(line, said, is_live)
        return True

    def finish(self) -> None:
        """Play to the last second and end the run there, if nobody has."""
        self.run.play_to(self.horizon)
        if not self.run.director.is_ended:
            self.run.submit(End())
        must_be_safe(self.run)

    def _obey(self, line: _Line, said: Mapping[str, object], is_live: bool) -> None:
        try:
            at, command = self._read(said)
        except UserError as error:
            self._refuse(line, str(error))
            return
        self.run.play_to(at)
        refusal = self.run.refusal(command)
        if refusal is not None:
            self._refuse(line, refusal)
            return
        self.run.submit(command)
        must_be_safe(self.run)
        if is_live:
            print_line({"seq": len(self.run.entries)})

    def _read(self, said: Mapping[str, object]) -> tuple[Seconds, Command]:
        payload = {key: value for key, value in said.items() if key not in ("at", "do")}
        for key, wanted in (("at", "exercise seconds such as 600"), ("do", "a command such as decide")):
            if said.get(key) is None:
                raise UserError(f"{key} is missing; wanted {wanted}")
        try:
            at = parse_duration(said["at"])
        except ValueError as error:
            raise UserError(f"at: {error}") from None
        command = read_command(str(said["do"]), payload, self.run.drill.topology)
        if at < self.run.director.now:
            raise UserError(f"at {at} lies before {self.run.director.now}, which has been played")
        last = max(at, command.to_s) if isinstance(command, Jump) else at
        if last > self.horizon:
            raise UserError(f"{last} lies beyond {self.horizon}, where this run ends")
        return at, command

    def _refuse(self, line: _Line, why: str) -> None:
        self.has_refused = True
        print_line({"error": why, "line": line.number})


def _opened(commands: str | None) -> AbstractContextManager[BinaryIO | None]:
    if commands is None:
        return nullcontext()
    if commands == LIVE:
        if sys.stdin is None:
            raise UserError("--commands -: there is no stdin to read them from; it was closed")
        return nullcontext(sys.stdin.buffer)
    try:
        said = Path(commands).read_bytes()
        said.decode()
    except OSError as error:
        raise UserError(f"{commands}: cannot be opened ({error.strerror})") from None
    except UnicodeDecodeError as error:
        raise UserError(f"{commands}: byte {error.start + 1} is no UTF-8; wanted lines of JSON in UTF-8") from None
    return nullcontext(BytesIO(said))


def _lines(source: BinaryIO) -> Iterator[_Line]:
    # Not by iteration, which reads ahead: a line must be answered before the next one is written.
    number = 0
    while raw := source.readline():
        number += 1
        yield _Line(number, raw, raw.endswith(b"\n"))


def _said(raw: bytes) -> Mapping[str, object] | None:
    if not raw.strip():
        return None
    try:
        said = json.loads(raw.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise UserError(f"byte {error.start + 1} is no UTF-8; wanted one JSON object in UTF-8") from None
    except json.JSONDecodeError as error:
        found = quoted(error.doc.strip())
        raise UserError(
            f"found {found}, wanted one JSON object: it is none from character {error.pos + 1} on"
        ) from None
    except (ValueError, RecursionError):  # a number of thousands of digits; brackets within brackets without end
        raise UserError("wanted one JSON object of ordinary depth, with numbers of ordinary length") from None
    if not isinstance(said, dict):
        raise UserError(f"found {quoted(said)}, wanted one JSON object with at and do")
    return said


def _summary(run_id: str, director: Director) -> Mapping[str, object]:
    return {
        "run": run_id,
        "injects_delivered": len(director.delivered()),
        "injects_skipped": len(director.skipped()),
        "decisions": _decisions(director),
        **outcome_row(outcome(director)),
    }


def _decisions(director: Director) -> list[Mapping[str, object]]:
    """Every decision that was put to the team; `decided_s` is null where nobody decided."""
    settled = [
        (each.opened_s, each.decision.id, each.option, None if each.seq is None else each.at)
        for each in director.decided()
    ]
    still_open = [(each.opened_s, each.decision.id, None, None) for each in director.open_decisions()]
    return [
        {"id": id_, "option": option, "opened_s": opened, "decided_s": decided}
        for opened, id_, option, decided in sorted([*settled, *still_open], key=lambda row: row[0])
    ]
