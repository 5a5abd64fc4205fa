"""How long the clock was held at the table, in real time: what the exercise took beside what was played."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from blackstart.core.base.simtime import Seconds
from blackstart.core.play.commands import End, Entry, Hold, Play

BREAK_S = 1800  # real seconds; a longer hold is a break: nobody sat at the table


@dataclass(frozen=True, slots=True)
class HeldSpan:
    """One time that the clock stood.

    Attributes
    ----------
    at : Seconds
        Where exercise time stood.
    why : str
        As the journal has it: empty for a hand, else ``phase``, ``decision``, ``inject``, ``sleep``, ``left`` or words.
    lasted_s : int
        Real seconds until it ran on, or the run ended.
    """

    at: Seconds
    why: str
    lasted_s: int
    seq: int

    @property
    def is_break(self) -> bool:
        """Whether it was so long, or the machine so far away, that it does not count as time at the table."""
        return self.why in ("sleep", "left") or self.lasted_s > BREAK_S


def held_spans(entries: Sequence[Entry]) -> tuple[HeldSpan, ...]:
    """Tell of every hold of a journal, by seq; entries without a time of day tell of none."""
    found: list[HeldSpan] = []
    held: Entry | None = None
    for entry in entries:
        match entry.command:
            case Hold() if held is None:
                held = entry
            case Play() | End() if held is not None:
                found += _span(held, entry)
                held = None
    return tuple(found)


def _span(held: Entry, on: Entry) -> list[HeldSpan]:
    if not (held.wall_utc and on.wall_utc) or not isinstance(held.command, Hold):
        return []
    lasted = datetime.fromisoformat(on.wall_utc) - datetime.fromisoformat(held.wall_utc)
    return [HeldSpan(held.at, held.command.why, max(round(lasted.total_seconds()), 0), held.seq)]
