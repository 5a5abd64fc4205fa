"""What a command brings about, once nothing speaks against it."""

from functools import singledispatch

from blackstart.core.base.ids import ComponentId, RoleId
from blackstart.core.base.text import plain
from blackstart.core.engine.effects import Effect, Order, Withdraw
from blackstart.core.exercise.model import Action, Channel, Inject
from blackstart.core.play.actions import BegunAction, work
from blackstart.core.play.commands import (
    Act,
    ActUnscripted,
    ApplyEffects,
    Believe,
    Command,
    Decide,
    DecideUnscripted,
    Deliver,
    End,
    Entry,
    Improvise,
    Move,
    Open,
    Skip,
    TakeBack,
)
from blackstart.core.play.events import ActionBegun, ActionDone, Decided, Ended, Event, Skipped
from blackstart.core.play.sources import of_action, of_command, of_option
from blackstart.core.play.stage import Given, Round, Stage


def obey(stage: Stage, entry: Entry) -> tuple[Event, ...]:
    """Carry out a command that applies, as a round of its own if it reaches the map.

    What only moves the clock or only adds to the record changes nothing here.
    """
    round_ = Round(stage.now)
    _carry_out(entry.command, stage, entry.seq, round_)
    events = stage.play(round_) if round_.orders else tuple(round_.events)
    begun = stage.actions.begun(entry.seq)
    return events if begun is None else _with_begin(stage, begun, events)


@singledispatch
def _carry_out(command: Command, stage: Stage, seq: int, round_: Round) -> None:
    """Note a command in the books and fill its round."""


@_carry_out.register
def _deliver(command: Deliver, stage: Stage, seq: int, round_: Round) -> None:
    stage.deliver(round_, command.inject, "hand")


@_carry_out.register
def _skip(command: Skip, stage: Stage, seq: int, round_: Round) -> None:
    stage.injects.skip(command.inject, round_.at, command.why)
    round_.events.append(Skipped(round_.at, command.inject, command.why))


@_carry_out.register
def _move(command: Move, stage: Stage, seq: int, round_: Round) -> None:
    stage.injects.agenda.plan(command.inject, command.at_s)


@_carry_out.register
def _improvise(command: Improvise, stage: Stage, seq: int, round_: Round) -> None:
    inject = Inject(
        id=stage.injects.improvised_id(seq),
        channel=Channel(command.channel),
        at=command.at_s,
        sender=plain(command.sender) if command.sender else None,
        to=tuple(RoleId(name) for name in command.to),
        text=plain(command.text),
        effects=command.effects,
    )
    stage.injects.add(inject)
    if command.at_s is None:
        stage.deliver(round_, inject.id, "hand")


@_carry_out.register
def _open(command: Open, stage: Stage, seq: int, round_: Round) -> None:
    stage.open(round_, command.decision)


@_carry_out.register
def _decide(command: Decide, stage: Stage, seq: int, round_: Round) -> None:
    stage.decisions.settle(command.decision, command.option, round_.at, command.by, seq)
    source = of_option(command.decision, command.option)
    stage.given[seq] = Given(source, command.decision)
    round_.events.append(Decided(round_.at, command.decision, command.option, seq))
    option = stage.decisions.option(command.decision, command.option)
    if option is not None:
        _ask(round_, option.effects, source)


@_carry_out.register
def _decide_unscripted(command: DecideUnscripted, stage: Stage, seq: int, round_: Round) -> None:
    stage.given[seq] = Given(of_command(seq))
    _ask(round_, command.effects, of_command(seq))


@_carry_out.register
def _take_back(command: TakeBack, stage: Stage, seq: int, round_: Round) -> None:
    given = stage.given.pop(command.seq)
    # An act whose job is withdrawn is called off with it; one that is done stays done.
    round_.orders.append(Order((Withdraw(given.source),), of_command(seq)))
    if given.decision is not None:
        stage.decisions.take_back(given.decision)
        stage.open(round_, given.decision)


@_carry_out.register
def _act(command: Act, stage: Stage, seq: int, round_: Round) -> None:
    action = stage.actions.find(command.action)
    if action is not None:
        _begin(stage, action, seq, of_action(action.id, seq), round_)


@_carry_out.register
def _act_unscripted(command: ActUnscripted, stage: Stage, seq: int, round_: Round) -> None:
    action = Action(
        id=stage.actions.improvised_id(seq),
        text=plain(command.text),
        takes=command.takes,
        requires=command.requires,
        crew=command.crew,
        effects=command.effects,
    )
    _begin(stage, action, seq, of_command(seq), round_)


@_carry_out.register
def _apply_effects(command: ApplyEffects, stage: Stage, seq: int, round_: Round) -> None:
    _ask(round_, command.effects, of_command(seq))


@_carry_out.register
def _believe(command: Believe, stage: Stage, seq: int, round_: Round) -> None:
    if command.state is None:
        stage.awareness.beliefs.pop(command.component, None)
    else:
        stage.awareness.beliefs[command.component] = command.state


@_carry_out.register
def _end(command: End, stage: Stage, seq: int, round_: Round) -> None:
    stage.is_ended = True
    round_.events.append(Ended(round_.at))


def _begin(stage: Stage, action: Action, seq: int, source: str, round_: Round) -> None:
    by_hand = action.by_hand is not None and bool(_not_serving(stage, action))
    effects = work(action, by_hand)
    stage.given[seq] = Given(source)
    stage.actions.begin(BegunAction(action, seq, source, round_.at, by_hand))
    if effects is action.effects:
        stage.actions.finish({source}, round_.at)
    _ask(round_, effects, source)


def _with_begin(stage: Stage, begun: BegunAction, events: tuple[Event, ...]) -> tuple[Event, ...]:
    """Tell of an action once its round was played: only then is it known what it waits for."""
    waits_for = next((job.waits_for for job in stage.simulation.jobs() if job.source == begun.source), ())
    head = ActionBegun(begun.begun_s, begun.action.id, begun.seq, waits_for)
    tail = () if begun.done_s is None else (ActionDone(begun.done_s, begun.action.id, begun.seq),)
    return (head, *events, *tail)


def _not_serving(stage: Stage, action: Action) -> list[ComponentId]:
    return [each for each in action.requires if stage.simulation.standing(each).level == 0]


def _ask(round_: Round, effects: tuple[Effect, ...], source: str) -> None:
    if effects:
        round_.orders.append(Order(effects, source))
