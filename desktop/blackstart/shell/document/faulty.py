"""A drill file that cannot be opened: its faults, what stands there, and what of its map could be read."""

from dataclasses import dataclass
from pathlib import Path

from blackstart.core.base.errors import DrillError
from blackstart.core.base.findings import Finding
from blackstart.core.drawing.arrange import arrange
from blackstart.core.drawing.model import Drawing
from blackstart.core.drawing.route import route
from blackstart.core.exercise.salvage import Salvage, salvaged

AROUND = 3  # lines shown before and after the one that is meant


@dataclass(frozen=True, slots=True)
class NumberedLine:
    """One line of a file, numbered from 1."""

    number: int
    words: str


@dataclass(frozen=True, slots=True)
class FaultyFile:
    """A file with its faults.

    Attributes
    ----------
    lines : tuple of str
        All of it, as far as they can be read.
    drawing : Drawing or None
        The map of what could be read; None = nothing could.
    """

    path: Path
    findings: tuple[Finding, ...]
    lines: tuple[str, ...]
    salvage: Salvage = Salvage()
    drawing: Drawing | None = None

    def around(self, finding: Finding) -> tuple[NumberedLine, ...]:
        """Return the lines near a fault; none where it names no line."""
        if not 1 <= finding.line <= len(self.lines):
            return ()
        first, last = max(finding.line - AROUND, 1), min(finding.line + AROUND, len(self.lines))
        return tuple(NumberedLine(number, self.lines[number - 1]) for number in range(first, last + 1))


def faulty_file(path: Path, fault: DrillError) -> FaultyFile:
    """Read what a file says, whatever its letters are."""
    try:
        text = path.read_bytes().decode("utf-8", errors="replace")
    except OSError:
        text = ""
    salvage = salvaged(text)
    topology = salvage.topology
    drawing = route(topology, arrange(topology)) if topology.components else None
    return FaultyFile(path, fault.findings, tuple(text.splitlines()), salvage, drawing)
