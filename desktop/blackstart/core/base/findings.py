"""A finding: something noticed in a drill, with the place it stands at."""

from dataclasses import dataclass
from enum import StrEnum

from blackstart.core.base.words import Said, said


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
    message : Said
        What was found, what was wanted, and the nearest right thing.
    severity : Severity
        Fault or warning.
    """

    code: str
    source: str
    line: int
    path: str
    message: Said
    severity: Severity = Severity.FAULT

    @property
    def sentence(self) -> Said:
        """The message with its place before it."""
        place = f"{self.source}:{self.line}" if self.line else self.source
        message = said("finding.at", path=self.path, message=self.message) if self.path else self.message
        key = "finding.warning" if self.severity is Severity.WARNING else "finding.fault"
        return said(key, place=place, message=message)

    def __str__(self) -> str:
        return str(self.sentence)
