"""Round 0 of an instant: what the script owes at it, in one fixed order.

After the jobs that are done (the map's matter): decisions whose time runs out; timed injects, improvised ones
after the script's; injects whose condition has come true; then decisions that open by themselves, timed before
conditional, so that a question stands after what was told. Within each kind the order is that of the file.
All conditions are looked at before anything of the instant happens.
"""

from blackstart.core.base.simtime import Seconds
from blackstart.core.engine.effects import Order
from blackstart.core.play.decisions import OpenDecision
from blackstart.core.play.events import TimedOut
from blackstart.core.play.sources import of_timeout
from blackstart.core.play.stage import Round, Stage


def owed(stage: Stage, t: Seconds) -> Round:
    """Note what the script brings at `t`, and return the round to be played."""
    round_ = Round(t)
    conditional = stage.injects.agenda.fired(t, stage.watch)
    opening = stage.decisions.agenda.timed(t) + stage.decisions.agenda.fired(t, stage.watch)
    for decision in stage.decisions.running_out(t):
        _run_out(stage, round_, decision)
    for inject in stage.injects.agenda.timed(t):
        stage.deliver(round_, inject, "timed")
    for inject in conditional:
        stage.deliver(round_, inject, "condition")
    for id_ in opening:
        stage.open(round_, id_)
    return round_


def _run_out(stage: Stage, round_: Round, running: OpenDecision) -> None:
    decision = running.decision
    stage.decisions.run_out(decision.id, round_.at)
    round_.events.append(TimedOut(round_.at, decision.id, decision.otherwise))
    if decision.otherwise is None:
        return
    stage.decisions.settle(decision.id, decision.otherwise, round_.at)
    option = stage.decisions.option(decision.id, decision.otherwise)
    if option is not None and option.effects:
        round_.orders.append(Order(option.effects, of_timeout(decision.id)))
