"""Why a command does not apply now: one sentence.

Live, such a command is refused; in a fold (another option, one command less) it is kept and changes nothing.
"""

from collections.abc import Iterable
from functools import singledispatch

from blackstart.core.base.simtime import START, clock_face
from blackstart.core.base.words import Said, said
from blackstart.core.engine.effects import Job
from blackstart.core.exercise.model import Channel
from blackstart.core.play.commands import (
    Act,
    ActUnscripted,
    AddFinding,
    ApplyEffects,
    Begin,
    Believe,
    Command,
    Correct,
    Decide,
    DecideUnscripted,
    Deliver,
    Hotwash,
    Improve,
    Improvise,
    Jump,
    Move,
    Note,
    Open,
    Pace,
    Rate,
    Seen,
    Skip,
    TakeBack,
)
from blackstart.core.play.stage import Stage

AFTER_THE_END = (Hotwash, Rate, AddFinding, Improve)
ALSO_AFTER_THE_END = (Note, Correct, Seen)
ON_THE_MAP = (Deliver, Open, Decide, DecideUnscripted, TakeBack, Act, ActUnscripted, ApplyEffects)

PACES = range(1, 601)


def refusal(stage: Stage, command: Command) -> Said | None:
    """One sentence that says why `command` does not apply now; None = it does."""
    found = _of_the_moment(stage, command) or _of_the_thing(command, stage)
    if found is None:
        return None
    key, values = found
    return said(f"refusal.{key}", **values)


Why = tuple[str, dict[str, object]]  # key under `refusal` in assets/words, and its values


def _of_the_moment(stage: Stage, command: Command) -> Why | None:
    if isinstance(command, Begin):
        return "has-begun", {}
    if isinstance(command, AFTER_THE_END):
        return None if stage.is_ended else ("not-ended", {})
    if stage.is_ended and not isinstance(command, ALSO_AFTER_THE_END):
        return "has-ended", {"at": clock_face(stage.now)}
    now_at_once = isinstance(command, Improvise) and command.at_s is None
    if stage.now == START and (now_at_once or isinstance(command, ON_THE_MAP)):
        return "not-started", {}
    return None


@singledispatch
def _of_the_thing(command: Command, stage: Stage) -> Why | None:
    return None


@_of_the_thing.register
def _pace(command: Pace, stage: Stage) -> Why | None:
    return None if command.pace in PACES else ("pace", {"found": command.pace})


@_of_the_thing.register
def _jump(command: Jump, stage: Stage) -> Why | None:
    if command.to_s <= stage.now:
        return "jump-back", {"to": clock_face(command.to_s), "now": clock_face(stage.now)}
    if command.to_s > stage.exercise.lasts:
        return "jump-beyond", {"to": clock_face(command.to_s), "lasts": clock_face(stage.exercise.lasts)}
    return None


@_of_the_thing.register
def _deliver(command: Deliver, stage: Stage) -> Why | None:
    if stage.injects.find(command.inject) is None:
        return "no-inject", {"id": command.inject}
    return ("delivered", {"id": command.inject}) if stage.injects.state(command.inject) == "delivered" else None


@_of_the_thing.register
def _skip(command: Skip, stage: Stage) -> Why | None:
    return _not_upcoming(stage, command)


@_of_the_thing.register
def _move(command: Move, stage: Stage) -> Why | None:
    if command.at_s is not None and command.at_s <= stage.now:
        return "move-back", {"id": command.inject, "to": clock_face(command.at_s), "now": clock_face(stage.now)}
    return _not_upcoming(stage, command)


def _not_upcoming(stage: Stage, command: Skip | Move) -> Why | None:
    if stage.injects.find(command.inject) is None:
        return "no-inject", {"id": command.inject}
    state = stage.injects.state(command.inject)
    return None if state == "upcoming" else (state, {"id": command.inject})


@_of_the_thing.register
def _seen(command: Seen, stage: Stage) -> Why | None:
    return None if stage.injects.find(command.inject) is not None else ("no-inject", {"id": command.inject})


@_of_the_thing.register
def _improvise(command: Improvise, stage: Stage) -> Why | None:
    if command.channel not in list(Channel):
        return "no-channel", {"id": command.channel, "known": _listed(Channel)}
    roles = [role.id for role in stage.exercise.roles]
    strange = [name for name in command.to if name not in roles]
    if strange:
        return "no-role", {"id": strange[0], "known": _listed(roles)}
    if command.at_s is not None and command.at_s <= stage.now:
        return "plan-back", {"to": clock_face(command.at_s), "now": clock_face(stage.now)}
    return None


@_of_the_thing.register
def _open(command: Open, stage: Stage) -> Why | None:
    if stage.decisions.find(command.decision) is None:
        return "no-decision", {"id": command.decision}
    if stage.decisions.is_open(command.decision):
        return "open", {"id": command.decision}
    return _settled(stage, command)


@_of_the_thing.register
def _decide(command: Decide, stage: Stage) -> Why | None:
    decision = stage.decisions.find(command.decision)
    if decision is None:
        return "no-decision", {"id": command.decision}
    if stage.decisions.option(command.decision, command.option) is None:
        known = _listed(option.id for option in decision.options)
        return "no-option", {"decision": command.decision, "id": command.option, "known": known}
    if stage.decisions.is_open(command.decision):
        return None
    return _settled(stage, command) or ("not-open", {"id": command.decision})


def _settled(stage: Stage, command: Open | Decide) -> Why | None:
    settled = stage.decisions.settled(command.decision)
    if settled is None:
        return None
    key = "timed-out" if settled.seq is None else "decided"
    return key, {"id": command.decision, "option": settled.option, "at": clock_face(settled.at)}


@_of_the_thing.register
def _take_back(command: TakeBack, stage: Stage) -> Why | None:
    return None if command.seq in stage.given else ("nothing-to-take-back", {"seq": command.seq})


@_of_the_thing.register
def _act(command: Act, stage: Stage) -> Why | None:
    action = stage.actions.find(command.action)
    if action is None:
        return "no-action", {"id": command.action}
    return ("begun", {"id": command.action}) if stage.actions.is_used_up(action) else None


@_of_the_thing.register
def _act_unscripted(command: ActUnscripted, stage: Stage) -> Why | None:
    strange = [each for each in command.requires if each not in stage.drill.topology]
    if strange:
        return "no-component", {"id": strange[0]}
    crews = [crew.id for crew in stage.drill.topology.crews]
    if command.crew is not None and command.crew not in crews:
        return "no-crew", {"id": command.crew, "known": _listed(crews)}
    is_job = bool(command.takes or command.requires or command.crew)
    return ("job-in-job", {}) if is_job and any(isinstance(each, Job) for each in command.effects) else None


@_of_the_thing.register
def _believe(command: Believe, stage: Stage) -> Why | None:
    return None if command.component in stage.drill.topology else ("no-component", {"id": command.component})


@_of_the_thing.register
def _rate(command: Rate, stage: Stage) -> Why | None:
    known = [objective.id for objective in stage.exercise.objectives]
    if command.objective not in known:
        return "no-objective", {"id": command.objective, "known": _listed(known)}
    return None


@_of_the_thing.register
def _finding(command: AddFinding, stage: Stage) -> Why | None:
    known = [objective.id for objective in stage.exercise.objectives]
    if command.objective is not None and command.objective not in known:
        return "no-objective", {"id": command.objective, "known": _listed(known)}
    return None


def _listed(names: Iterable[str]) -> str:
    return ", ".join(names) or "-"
