"""What can be said of a drill without playing it: faults that keep it from being used, and warnings."""

from blackstart.core.base.findings import Finding, Severity
from blackstart.core.base.records.reading import Fault, Reading, findings
from blackstart.core.exercise.doubts_effects import doubts_of_effects
from blackstart.core.exercise.doubts_map import doubts_of_map
from blackstart.core.exercise.doubts_script import doubts_of_script
from blackstart.core.exercise.model import Drill
from blackstart.core.exercise.records import read_records
from blackstart.core.exercise.writing import drill_record


def check_drill(drill: Drill, source: str = "<drill>") -> tuple[Finding, ...]:
    """Return what is wrong with a drill that is being written, with its place and without a line.

    Faults are those that its file would have. If there are none, the warnings.
    """
    reading = Reading()
    read_records(drill_record(drill), reading, drill.id)
    if reading.faults:
        return findings(reading.faults, source, _no_line)
    return findings(doubts(drill), source, _no_line, Severity.WARNING)


def doubts(drill: Drill) -> list[Fault]:
    """Return what is doubtful about a drill without faults: told as warnings."""
    found = list(doubts_of_map(drill))
    if drill.exercise is not None:
        found += doubts_of_script(drill.exercise)
        found += doubts_of_effects(drill.exercise, drill.topology)
    return found


def _no_line(_place: object) -> int:
    return 0
