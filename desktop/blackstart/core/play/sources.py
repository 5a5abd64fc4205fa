"""Who asked for an effect: the sources that orders carry and the trace names as causes."""

from blackstart.core.base.ids import ActionId, DecisionId, InjectId, OptionId


def of_inject(inject: InjectId) -> str:
    """Source of an inject's effects."""
    return f"inject:{inject}"


def of_option(decision: DecisionId, option: OptionId) -> str:
    """Source of what an option of a decision brings about."""
    return f"decision:{decision}/{option}"


def of_timeout(decision: DecisionId) -> str:
    """Source of what the script does when nobody decided in time."""
    return f"timeout:{decision}"


def of_action(action: ActionId, seq: int) -> str:
    """Source of an action begun by the command `seq`; an action may be begun more than once."""
    return f"action:{action}/{seq}"


def of_command(seq: int) -> str:
    """Source of effects that came with a command and stand in no script."""
    return f"command:{seq}"
