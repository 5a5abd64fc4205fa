"""What each command does to the literal director; False = it does not apply now."""

from collections.abc import Container
from functools import singledispatch

from blackstart.core.base.ids import ActionId
from blackstart.core.base.simtime import Seconds
from blackstart.core.base.text import plain
from blackstart.core.engine.effects import Job, Order, Withdraw
from blackstart.core.exercise.model import Action, Inject
from blackstart.core.play.commands import (
    Act,
    ActUnscripted,
    ApplyEffects,
    Command,
    Decide,
    DecideUnscripted,
    Deliver,
    End,
    Improvise,
    Jump,
    Move,
    Open,
    Skip,
    TakeBack,
)
from tests.core.play.literal_director import Coming, LiteralDirector, Work


def obey(command: Command, director: LiteralDirector, seq: int) -> bool:
    """Carry out a command in the present second, as a round of its own."""
    if director.is_ended or not _do(command, director, seq):
        return False
    for order in director.taken_orders():
        director.map.later_round(order)
    director.call_off_lost_work()
    return True


@singledispatch
def _do(command: Command, director: LiteralDirector, seq: int) -> bool:
    return True  # words only


@_do.register
def _jump(command: Jump, director: LiteralDirector, seq: int) -> bool:
    return director.now < command.to_s <= director.script.lasts


@_do.register
def _deliver(command: Deliver, director: LiteralDirector, seq: int) -> bool:
    if command.inject not in director.injects or command.inject in director.delivered:
        return False
    director.deliver(command.inject, "hand")
    return True


@_do.register
def _skip(command: Skip, director: LiteralDirector, seq: int) -> bool:
    if command.inject not in director.coming:
        return False
    del director.coming[command.inject]
    director.skipped.add(command.inject)
    return True


@_do.register
def _move(command: Move, director: LiteralDirector, seq: int) -> bool:
    if command.inject not in director.coming or (command.at_s is not None and command.at_s <= director.now):
        return False
    director.coming[command.inject] = Coming(command.at_s)
    return True


@_do.register
def _improvise(command: Improvise, director: LiteralDirector, seq: int) -> bool:
    if command.at_s is not None and command.at_s <= director.now:
        return False
    like = director.script.injects[0]
    id_ = _improvised(f"i{seq}", director.injects)
    director.injects[id_] = Inject(like.id, like.channel, effects=command.effects)
    director.coming[id_] = Coming(command.at_s)
    if command.at_s is None:
        director.deliver(id_, "hand")
    return True


@_do.register
def _open(command: Open, director: LiteralDirector, seq: int) -> bool:
    if command.decision not in director.decisions or command.decision in director.questions:
        return False
    director.open(command.decision)
    return True


@_do.register
def _decide(command: Decide, director: LiteralDirector, seq: int) -> bool:
    question = director.questions.get(command.decision)
    if question is None or question.option is not None:
        return False
    source = f"decision:{command.decision}/{command.option}"
    director.settle(command.decision, command.option, seq, source)
    director.given[seq] = (source, command.decision)
    return True


@_do.register
def _decide_unscripted(command: DecideUnscripted, director: LiteralDirector, seq: int) -> bool:
    director.orders.append(Order(command.effects, f"command:{seq}"))
    director.given[seq] = (f"command:{seq}", None)
    return True


@_do.register
def _take_back(command: TakeBack, director: LiteralDirector, seq: int) -> bool:
    if command.seq not in director.given:
        return False
    source, decision = director.given.pop(command.seq)
    director.orders.append(Order((Withdraw(source),), f"command:{seq}"))
    if decision is not None:
        del director.questions[decision]
        director.open(decision)
    return True


@_do.register
def _act(command: Act, director: LiteralDirector, seq: int) -> bool:
    action = director.actions[command.action]
    counted = [work for work in director.works.values() if work.action == action.id and work.state != "called off"]
    if action.once and counted:
        return False
    _begin(director, action, seq, f"action:{action.id}/{seq}")
    return True


@_do.register
def _act_unscripted(command: ActUnscripted, director: LiteralDirector, seq: int) -> bool:
    action = Action(
        ActionId(_improvised(f"a{seq}", director.actions)),
        plain(command.text),
        takes=command.takes,
        requires=command.requires,
        crew=command.crew,
        effects=command.effects,
    )
    _begin(director, action, seq, f"command:{seq}")
    return True


@_do.register
def _apply_effects(command: ApplyEffects, director: LiteralDirector, seq: int) -> bool:
    director.orders.append(Order(command.effects, f"command:{seq}"))
    return True


@_do.register
def _end(command: End, director: LiteralDirector, seq: int) -> bool:
    director.is_ended = True
    return True


def _improvised(id_: str, script: Container[str]) -> str:
    return f"{id_}-improvised" if id_ in script else id_


def _begin(director: LiteralDirector, action: Action, seq: int, source: str) -> None:
    is_missing = any(director.map.world.parts[each].level == 0 for each in action.requires)
    takes, requires = action.takes, action.requires
    if is_missing and action.by_hand is not None:
        takes, requires = action.by_hand, ()
    effects = action.effects
    if action.takes or action.requires or action.crew:
        effects = (Job(Seconds(max(takes, 1)), effects, requires, action.crew, action.id),)
    director.works[seq] = Work(action.id, source, "done" if effects is action.effects else "begun")
    director.given[seq] = (source, None)
    director.orders.append(Order(effects, source))
