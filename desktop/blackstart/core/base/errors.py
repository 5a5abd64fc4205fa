"""The two kinds of error: theirs (a file, a click) and ours (a bug).

A `UserError` is told in one sentence: the message bar, or one line on stderr and exit 1. Anything else that
is raised is our bug.
"""

from collections.abc import Sequence

from blackstart.core.base.findings import Finding
from blackstart.core.base.words import Said, said


class UserError(Exception):
    """Something the user gave cannot be used; `sentence` says where, what was found and what was wanted."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


class DrillError(UserError):
    """A drill file has faults; `findings` holds all of them, in the order of the file."""

    def __init__(self, findings: Sequence[Finding]) -> None:
        self.findings = tuple(findings)
        super().__init__(said("finding.all", findings=tuple(finding.sentence for finding in self.findings)))

    def __reduce__(self) -> tuple[type["DrillError"], tuple[tuple[Finding, ...]]]:
        """Go from process to process as it is; by itself an exception would be made anew from its sentence."""
        return type(self), (self.findings,)


class UnfitValue(ValueError):
    """A value that cannot stand where it was written; whoever knows the place tells it with its `sentence`."""

    def __init__(self, sentence: Said) -> None:
        super().__init__(sentence)
        self.sentence = sentence
