"""Other journals for the same drill: without an entry, with another option, earlier, or with nobody deciding.

Each is a whole journal; whatever no longer applies in it changes nothing, and a decision that nobody takes runs into
its time-out.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from blackstart.core.base.errors import UserError
from blackstart.core.base.ids import OptionId
from blackstart.core.base.nearest import instead, quoted
from blackstart.core.base.simtime import Seconds
from blackstart.core.base.words import said
from blackstart.core.exercise.model import Drill
from blackstart.core.play.commands import Act, ActUnscripted, Decide, DecideUnscripted, Entry
from blackstart.core.play.stage import script

_OF_THE_TEAM = (Decide, DecideUnscripted, Act, ActUnscripted)


def without_entry(entries: Iterable[Entry], seq: int) -> tuple[Entry, ...]:
    """Leave out the entry `seq`."""
    return tuple(entry for entry in entries if entry.seq != seq)


def with_nobody_deciding(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """Leave out every decision and action of the team."""
    return tuple(entry for entry in entries if not isinstance(entry.command, _OF_THE_TEAM))


def with_option(drill: Drill, entries: Iterable[Entry], seq: int, option: OptionId) -> tuple[Entry, ...]:
    """Take another option of a scripted decision, in the second in which it was taken.

    Raises
    ------
    UserError
        If the entry takes no scripted decision, or that decision has no such option.
    """
    kept = tuple(entries)
    decide = _decision(kept, seq)
    known = [each.id for one in script(drill).decisions if one.id == decide.decision for each in one.options]
    if option not in known:
        hint = instead(option, known, said("parts.option"))
        raise UserError(said("look-back.no-option", decision=decide.decision, option=quoted(option), hint=hint))
    return tuple(replace(each, command=replace(decide, option=option)) if each.seq == seq else each for each in kept)


def earlier(entries: Iterable[Entry], seq: int, by_s: int, opened_s: Seconds) -> tuple[Entry, ...]:
    """Take a decision some seconds earlier, but not before the second in which it was put.

    Parameters
    ----------
    by_s : int
        Seconds, at least 1.
    opened_s : Seconds
        When it was put to the team (`milestones.decision_times`).

    Raises
    ------
    UserError
        If the entry takes no scripted decision.
    """
    kept = tuple(entries)
    _decision(kept, seq)
    return tuple(
        replace(each, at=Seconds(max(each.at - by_s, min(opened_s, each.at)))) if each.seq == seq else each
        for each in kept
    )


def _decision(entries: Sequence[Entry], seq: int) -> Decide:
    command = next((each.command for each in entries if each.seq == seq), None)
    if not isinstance(command, Decide):
        raise UserError(said("look-back.no-decision", seq=seq))
    return command
