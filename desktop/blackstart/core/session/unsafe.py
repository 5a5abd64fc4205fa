"""What of a run is in memory alone, since its library cannot be written; and when that is tried again."""

from dataclasses import dataclass
from pathlib import Path

from blackstart.core.record.faults import LibraryFault, Why

FIRST_WAIT_S, LONGEST_WAIT_S = 1, 30  # real seconds from one try to the next: each is twice the one before


@dataclass(frozen=True, slots=True)
class Unsafe:
    """What would be lost if the machine stopped now.

    Attributes
    ----------
    entries : int
        Of the journal; 0 = it is only how far the clock has come, or a file holds them all.
    since_utc : str
        When the library could be written last, ISO 8601.
    why : Why
        What it says now.
    sentence : str
        The same in words.
    kept_in : Path or None
        The file that somebody named, in which the others are.
    """

    entries: int
    since_utc: str
    why: Why
    sentence: str
    kept_in: Path | None = None


class Trouble:
    """From the first fault of a library until it can be written again."""

    def __init__(self, fault: LibraryFault, since_utc: str, reading_s: float) -> None:
        self.fault = fault
        self.since_utc = since_utc
        self._wait_s = FIRST_WAIT_S
        self._next_s = reading_s + FIRST_WAIT_S

    def is_due(self, reading_s: float) -> bool:
        """Whether it is time to try again."""
        return reading_s >= self._next_s

    def goes_on(self, fault: LibraryFault, reading_s: float) -> None:
        """It was tried, in vain."""
        self.fault = fault
        self._wait_s = min(2 * self._wait_s, LONGEST_WAIT_S)
        self._next_s = reading_s + self._wait_s
