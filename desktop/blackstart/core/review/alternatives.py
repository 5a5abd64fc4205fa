"""What would follow from each way to take a decision, if nothing else is done after it."""

from collections.abc import Generator, Sequence
from dataclasses import dataclass

from blackstart.core.base.ids import OptionId
from blackstart.core.base.simtime import Seconds
from blackstart.core.engine.simulation import Opening
from blackstart.core.exercise.model import Drill
from blackstart.core.play.commands import Decide, Entry
from blackstart.core.play.stage import script
from blackstart.core.review.cases import case
from blackstart.core.review.variants import with_option


@dataclass(frozen=True, slots=True)
class Alternative:
    """One option as the model has it.

    Attributes
    ----------
    users : tuple of int
        Users cut off at the end of each of the seconds asked about.
    """

    option: OptionId
    users: tuple[int, ...]


def alternatives(
    drill: Drill, entries: Sequence[Entry], seq: int, at: Sequence[Seconds]
) -> Generator[Alternative, None, tuple[Alternative, ...]]:
    """Reckon every option of the decision that the entry `seq` takes; yields each, and returns all, in file order.

    An entry that takes no scripted decision has none.

    Parameters
    ----------
    entries : sequence of Entry
        A journal; what was done after the decision is left out.
    at : sequence of Seconds
        Rising.
    """
    kept = [entry for entry in entries if entry.seq <= seq]
    opening = Opening(drill.topology)
    found = []
    for option in _options(drill, kept[-1]):
        users = case(drill, with_option(drill, kept, seq, option), at[-1], opening).users
        found.append(Alternative(option, tuple(users.at(each) for each in at)))
        yield found[-1]
    return tuple(found)


def _options(drill: Drill, entry: Entry) -> list[OptionId]:
    command = entry.command
    asked = command.decision if isinstance(command, Decide) else None
    return [option.id for each in script(drill).decisions if each.id == asked for option in each.options]
