"""What the script still owes: things that come at a time or on a condition, in the order of the file."""

from typing import Generic, TypeVar

from blackstart.core.base.simtime import Seconds
from blackstart.core.exercise.model import Condition
from blackstart.core.play.watch import Watch

Key = TypeVar("Key", bound=str)


class Agenda(Generic[Key]):
    """Injects or decisions still to come; those that wait for a hand are known to it but never due."""

    def __init__(self) -> None:
        self._place: dict[Key, int] = {}
        self._at: dict[Key, Seconds] = {}
        self._when: dict[Key, tuple[Condition, Seconds]] = {}

    def plan(self, key: Key, at: Seconds | None, when: Condition | None = None, not_before: int = 0) -> None:
        """Put something on the agenda for a time, else for a condition, else for a hand; replaces what was planned."""
        self._place.setdefault(key, len(self._place))
        self.drop(key)
        if at is not None:
            self._at[key] = Seconds(max(at, not_before))
        elif when is not None:
            self._when[key] = (when, Seconds(not_before))

    def drop(self, key: Key) -> None:
        """It comes no more by itself."""
        self._at.pop(key, None)
        self._when.pop(key, None)

    def planned(self, key: Key) -> Seconds | None:
        """The second it is planned for; None = a condition or a hand brings it."""
        return self._at.get(key)

    def timed(self, t: Seconds) -> list[Key]:
        """What is planned for `t` or before, in file order."""
        return self._in_order([key for key, at in self._at.items() if at <= t])

    def fired(self, t: Seconds, watch: Watch) -> list[Key]:
        """What a condition brings when `t` begins, in file order."""
        return self._in_order(
            [
                key
                for key, (condition, not_before) in self._when.items()
                if t >= not_before and watch.holds(condition, t)
            ]
        )

    def how(self, key: Key) -> str:
        """What brings it: timed, condition or hand."""
        if key in self._at:
            return "timed"
        return "condition" if key in self._when else "hand"

    def expected(self, key: Key, now: Seconds, watch: Watch) -> Seconds | None:
        """The next second after `now` at which it comes if nothing else changes; None = a hand, or something must."""
        if key in self._at:
            return self._at[key]
        if key not in self._when:
            return None
        condition, not_before = self._when[key]
        return watch.first_hold(condition, Seconds(max(now + 1, not_before)))

    def next_after(self, now: Seconds, watch: Watch) -> Seconds | None:
        """The next second after `now` that brings something if nothing else changes; None = none does."""
        times = [self.expected(key, now, watch) for key in (*self._at, *self._when)]
        return min((at for at in times if at is not None), default=None)

    def _in_order(self, keys: list[Key]) -> list[Key]:
        return sorted(keys, key=self._place.__getitem__)
