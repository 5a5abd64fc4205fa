"""Exercise time against real time: the only place that reads a clock.

Counted in whole microseconds from one reading at which the clock last changed, so that nothing adds up: after an
hour held, nothing is early or late. What the system says the time of day is has no influence.
"""

import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime

from blackstart.core.base.simtime import Seconds

LONGEST_GAP_S = 5  # between two ticks; more than that and the machine was asleep

_MICRO = 1_000_000


def steady() -> float:
    """Seconds of a clock that nobody sets, and that goes on while the machine sleeps where there is such a one."""
    if sys.platform == "linux":
        return time.clock_gettime(time.CLOCK_BOOTTIME)
    return time.monotonic()


def time_of_day() -> str:
    """The time of day for people, ISO 8601 in UTC; nothing is counted with it."""
    return datetime.now(UTC).isoformat(timespec="milliseconds")


class ExerciseClock:
    """Where exercise time stands; held until it is let run.

    Parameters
    ----------
    monotonic : callable
        Seconds that never go back, from any beginning.
    utc : callable
        The time of day in words, for the journal.
    """

    def __init__(self, monotonic: Callable[[], float] = steady, utc: Callable[[], str] = time_of_day) -> None:
        self.wall_utc = utc
        self._monotonic = monotonic
        self._pace = 1
        self._why_held: str | None = ""
        self._position = 0  # exercise time at the last change, microseconds
        self._changed = self._ticked = self._read()

    @property
    def is_held(self) -> bool:
        """Whether exercise time stands still."""
        return self._why_held is not None

    @property
    def why_held(self) -> str:
        """What it was held for, as given to `hold`; empty while it runs."""
        return self._why_held or ""

    @property
    def pace(self) -> int:
        """Exercise seconds per real second."""
        return self._pace

    def now(self) -> Seconds:
        """The exercise second that the clock shows."""
        return Seconds(self._stand(self._read()) // _MICRO)

    def reading_s(self) -> float:
        """Real seconds from any beginning, for measuring how long something took."""
        return self._read() / _MICRO

    def tick(self) -> bool:
        """Look at the clock, some times a second and before each change; True = the machine was asleep, so it holds.

        The time asleep does not count: the clock holds where it stood at the tick before.
        """
        read, before = self._read(), self._ticked
        self._ticked = read
        if self.is_held or read - before <= LONGEST_GAP_S * _MICRO:
            return False
        self._position, self._changed = self._stand(before), read
        self._why_held = "sleep"
        return True

    def run(self) -> None:
        """Let exercise time pass from here; harmless if it does."""
        self._change()
        self._why_held = None

    def hold(self, why: str = "") -> None:
        """Stop exercise time here; harmless if it stands."""
        self._change()
        self._why_held = why

    def set_pace(self, pace: int) -> None:
        """Let time pass at another pace from here on; what has passed stays."""
        self._change()
        self._pace = pace

    def move_to(self, second: Seconds) -> None:
        """Show the beginning of a second, held or running as before."""
        self._change()
        self._position = second * _MICRO

    def _read(self) -> int:
        return round(self._monotonic() * _MICRO)

    def _stand(self, read: int) -> int:
        """Where exercise time stands at a reading, in microseconds."""
        return self._position if self.is_held else self._position + (read - self._changed) * self._pace

    def _change(self) -> None:
        """Begin to count anew from here."""
        read = self._read()
        self._position, self._changed, self._ticked = self._stand(read), read, read
