"""What an outage costs: exact sums over whole seconds."""

from collections.abc import Iterable

from blackstart.core.base.simtime import Seconds
from blackstart.core.engine.trace import Impact
from blackstart.core.engine.wiring import Wiring

_USERS_UNIT = 1000 * 1000  # substitutable and level are permille
_MONEY_UNIT = 1000 * 3600  # level is permille, cost is for an hour


class Ledger:
    """Sums that follow every change of level; the state at the end of `t` holds for [t, t + 1)."""

    def __init__(self, wiring: Wiring, levels: list[int]) -> None:
        components = wiring.components
        self._users = [each.users * (1000 - each.substitutable) for each in components]
        self._costs = [each.cost_per_hour for each in components]
        self._critical = {i for i, each in enumerate(components) if each.safety_critical}
        reduced = [(i, 1000 - level) for i, level in enumerate(levels) if level < 1000]
        self._cut_off = sum(self._users[i] * lack for i, lack in reduced)
        self._losing = sum(self._costs[i] * lack for i, lack in reduced)
        self._unsafe = {i for i in self._critical if levels[i] < 1000}
        self._at_start = self._cut_off
        self._until = 0  # seconds before this one are summed
        self._service = 0
        self._money = 0
        self._unsafe_seconds = 0
        self._peak = 0
        self._first: int | None = None

    def copy(self) -> "Ledger":
        """Sums of its own that stand the same."""
        twin = Ledger.__new__(Ledger)
        vars(twin).update(vars(self))
        twin._unsafe = set(self._unsafe)
        return twin

    def move(self, moves: Iterable[tuple[int, int, int]]) -> None:
        """Take in changes of level: component, level before, level now."""
        users, costs, critical = self._users, self._costs, self._critical
        cut_off, losing = self._cut_off, self._losing
        for i, before, now in moves:
            cut_off += users[i] * (before - now)
            losing += costs[i] * (before - now)
            if i in critical:
                (self._unsafe.add if now < 1000 else self._unsafe.discard)(i)
        self._cut_off, self._losing = cut_off, losing

    def pass_to(self, t: int) -> None:
        """Sum the seconds before `t`, through which things stayed as they are."""
        seconds = t - self._until
        if seconds <= 0:
            return
        self._service += self._cut_off * seconds
        self._money += self._losing * seconds
        self._unsafe_seconds += seconds if self._unsafe else 0
        self._peak = max(self._peak, self._cut_off)
        if self._first is None and self._cut_off > self._at_start:
            self._first = self._until
        self._until = t

    def users_cut_off(self) -> int:
        """Users cut off now who cannot go elsewhere, floored."""
        return self._cut_off // _USERS_UNIT

    def impact(self, now: int) -> Impact:
        """What was lost over the seconds 0 .. `now` inclusive, if the present second ends as it is."""
        seconds = max(now + 1 - self._until, 0)
        rises_now = seconds > 0 and self._cut_off > self._at_start
        first = self._until if self._first is None and rises_now else self._first
        return Impact(
            lost_service_seconds=(self._service + self._cut_off * seconds) // _USERS_UNIT,
            lost_money=(self._money + self._losing * seconds) // _MONEY_UNIT,
            unsafe_seconds=self._unsafe_seconds + (seconds if self._unsafe else 0),
            peak_users=max(self._peak, self._cut_off if seconds else 0) // _USERS_UNIT,
            first_impact_s=None if first is None else Seconds(first),
        )
