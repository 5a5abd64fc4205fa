"""Another order for a crew's queue: whatever must stand further back is called off and asked for again.

The model knows no other way, and neither does a real team: who asks again goes to the end of the line.
"""

from collections.abc import Iterator, Mapping, Sequence

from blackstart.core.base.simtime import Seconds
from blackstart.core.engine.effects import CallOff, Repair, Target
from blackstart.core.play.commands import Act, ActUnscripted, Command, TakeBack
from blackstart.shell.run.deeds.works import Work
from blackstart.shell.run.reasons import queued_anew

AT_ONCE = Seconds(0)


def moved(works: Sequence[Work], turn: int, by: int) -> tuple[Work, ...] | None:
    """Return what must be asked for again, in order, so that a waiting work stands one place elsewhere.

    None = it stands at that end already, or something that would have to go back cannot be asked for again.
    """
    waiting = [work for work in works if not work.is_running]
    place = next((number for number, work in enumerate(waiting) if work.turn == turn), None)
    if place is None or not 0 <= place + by < len(waiting):
        return None
    waiting[place], waiting[place + by] = waiting[place + by], waiting[place]
    # The one that is now in front keeps its turn, for it was asked for before all behind the two.
    again = waiting[min(place, place + by) + 1 :]
    return tuple(again) if all(work.can_be_moved for work in again) else None


def asking_again(works: Sequence[Work], commands: Mapping[int, Command], by: str) -> Iterator[Command]:
    """Yield the commands by which works go to the end of the queue one after another; `by` asks for bare repairs."""
    why = queued_anew()
    for work in works:
        before = commands.get(work.seq) if work.seq is not None else None
        if work.repairs is not None:
            target = Target((work.repairs,))
            yield ActUnscripted(work.name, by=by, takes=AT_ONCE, effects=(CallOff(target), Repair(target)), why=why)
        elif work.seq is not None and isinstance(before, Act | ActUnscripted):
            yield TakeBack(work.seq, why)
            yield before
