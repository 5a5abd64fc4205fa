"""What happens by itself, by the second at which it is due.

What is called off stays on the agenda and is found to be stale when its second comes near: the state knows
what is still due.
"""

from heapq import heappop, heappush

RESTART, REPAIR, JOB, REJOIN, STANDBY, RESERVE = range(6)

Due = tuple[int, int]  # kind, and the number of the component, need or job it is about


class Agenda:
    """Things due, in buckets of one second; a heap of the seconds that have a bucket.

    Attributes
    ----------
    restarts : dict
        Components whose restart is due, by second: by far the most frequent kind.
    others : dict
        Everything else, by second.
    """

    __slots__ = ("_seconds", "others", "restarts")

    def __init__(self) -> None:
        self.restarts: dict[int, list[int]] = {}
        self.others: dict[int, list[Due]] = {}
        self._seconds: list[int] = []

    def copy(self) -> "Agenda":
        """An agenda of its own with the same entries."""
        twin = Agenda()
        twin.restarts = {t: list(bucket) for t, bucket in self.restarts.items()}
        twin.others = {t: list(bucket) for t, bucket in self.others.items()}
        twin._seconds = list(self._seconds)
        return twin

    def add_restart(self, t: int, component: int) -> None:
        """Have a restart end at `t`."""
        if t not in self.restarts:
            self._add_second(t)
            self.restarts[t] = []
        self.restarts[t].append(component)

    def add(self, t: int, kind: int, number: int) -> None:
        """Have something else happen at `t`."""
        if t not in self.others:
            self._add_second(t)
            self.others[t] = []
        self.others[t].append((kind, number))

    def first(self) -> int | None:
        """The first second that has entries, stale or not; None = nothing is due."""
        return self._seconds[0] if self._seconds else None

    def take(self, t: int) -> tuple[list[int], list[Due]]:
        """Take out restarts and everything else of a second; it must not lie after `first`."""
        if self._seconds and self._seconds[0] == t:
            heappop(self._seconds)
        return self.restarts.pop(t, []), self.others.pop(t, [])

    def _add_second(self, t: int) -> None:
        if t not in self.restarts and t not in self.others:
            heappush(self._seconds, t)
