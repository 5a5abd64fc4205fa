"""A finding: something noticed in a drill, with the place it stands at."""

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How much a finding weighs: a fault keeps a drill from being used, a warning does not."""

    FAULT = "fault"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault or warning.

    Attributes
    ----------
    code : str
        Stable name of the rule, such as ``unknown-key``; for tests and filters.
    source : str
        The file's name as the user gave it, or ``"<text>"``.
    line : int
        Line in that file, from 1; 0 where no line can be named.
    path : str
        Place in the drill, such as ``topology.components[3].needs[0].on``.
    message : str
        What was found, what was wanted, and the nearest right thing.
    severity : Severity
        Fault or warning.
    """

    code: str
    source: str
    line: int
    path: str
    message: str
    severity: Severity = Severity.FAULT

    def __str__(self) -> str:
        place = f"{self.source}:{self.line}" if self.line else self.source
        word = "warning: " if self.severity is Severity.WARNING else ""
        return f"{place}: {word}{self.path}: {self.message}" if self.path else f"{place}: {word}{self.message}"
