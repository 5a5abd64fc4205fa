"""A drill told in a terminal: what comes, what falls, what is asked; for where there is no window."""

import os
from collections.abc import Callable
from io import TextIOWrapper
from pathlib import Path
from typing import TextIO

from blackstart.cli.kept import kept_runs, must_be_safe
from blackstart.cli.play import settings, still_clock
from blackstart.cli.telling import Teller
from blackstart.core.base.ids import DecisionId, OptionId
from blackstart.core.base.simtime import clock_face
from blackstart.core.base.words import words
from blackstart.core.exercise.files import load_drill
from blackstart.core.exercise.model import Decision
from blackstart.core.play.commands import Decide, End
from blackstart.core.play.director import Director
from blackstart.core.play.events import HAPPENINGS, Opened
from blackstart.core.session.run import Run

TEAM = "team"  # whose decision it is where no role is asked
Ask = Callable[[str], str]  # shows a prompt, returns what was typed; EOFError = nobody answers any more


def tell(drill_path: Path, out: TextIO, ask: Ask | None, library: Path | None = None, language: str = "en") -> int:
    """Play a drill at full speed and write what happens; returns the exit status.

    It is 1 if the reader went away, 130 after Ctrl+C; the run can be continued then.

    Parameters
    ----------
    ask : callable or None
        Asked at each decision which option is taken, by whom and why; None = nobody decides.
    library : Path or None
        Where the run is recorded; None = the user's own.

    Raises
    ------
    UserError
        If the drill cannot be read or has no exercise, or the library cannot be written.
    """
    loaded = load_drill(drill_path)
    said = words(language)
    if isinstance(out, TextIOWrapper):
        out.reconfigure(errors="replace")  # a terminal that knows few letters shows the others as question marks
    with kept_runs(library, may_be_new=True) as kept:
        run = Run.begin(kept, loaded, settings(loaded, ""), still_clock())
        teller = Teller(run.director, said, out)
        try:
            teller.begin()
            _play(run, teller, ask)
            run.submit(End())
            must_be_safe(run)
            teller.end()
            teller.line(said.say("timeline.recorded", run=run.run_id, second=run.director.now))
        except KeyboardInterrupt:
            at = run.director.now
            teller.line("")
            teller.line(said.say("timeline.stopped", at=clock_face(at), run=run.run_id, second=max(at, 0)))
            return 130
        except BrokenPipeError:
            # What Python still holds for the reader must go somewhere when it ends.
            os.dup2(os.open(os.devnull, os.O_WRONLY), out.fileno())
            return 1
        finally:
            run.leave()
    return 0


def _play(run: Run, teller: Teller, ask: Ask | None) -> None:
    while run.director.now < run.director.lasts:
        events = run.play_to(run.director.lasts, stop_after=HAPPENINGS)
        must_be_safe(run)
        teller.tell(events)
        opened = [event.decision for event in events if isinstance(event, Opened)]
        for decision in _still_open(run.director, opened):
            try:
                taken = None if ask is None else _answer(decision, teller, ask)
            except EOFError:
                taken = ask = None
            if taken is not None:
                teller.tell(run.submit(taken))


def _still_open(director: Director, ids: list[DecisionId]) -> list[Decision]:
    return [each.decision for each in director.open_decisions() if each.decision.id in ids]


def _answer(decision: Decision, teller: Teller, ask: Ask) -> Decide | None:
    """Ask until one of the options, or nothing, was typed; then who decided, and why."""
    option = _option(decision, teller, ask)
    if option is None:
        return None
    usual = teller.asked(decision) or TEAM
    by = _typed(ask, teller.prompt("who", role=usual)) or decision.asks or TEAM
    return Decide(decision.id, option, by, _typed(ask, teller.prompt("why")))


def _typed(ask: Ask, prompt: str) -> str:
    """What was typed; nothing if answers have just broken off: what was decided stays decided."""
    try:
        return ask(prompt).strip()
    except EOFError:
        return ""


def _option(decision: Decision, teller: Teller, ask: Ask) -> OptionId | None:
    while True:
        typed = ask(teller.prompt("which")).strip()
        if not typed:
            return None
        for number, option in enumerate(decision.options, start=1):
            if typed in (str(number), option.id):
                return option.id
        teller.no_option(typed, len(decision.options))
