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

    @property
    def sentence(self) -> str:
        """As it was raised: one of the files, or what the window says in its own words."""
        sentence: str = self.args[0]
        return sentence


class DrillError(UserError):
    """A drill file has faults; `findings` holds all of them, in the order of the file."""

    def __init__(self, findings: Sequence[Finding]) -> None:
        self.findings = tuple(findings)
        Exception.__init__(self, self.findings)  # by which it goes from process to process

    @property
    def sentence(self) -> Said:
        """One line for each; put together when it is wanted, for there may be thousands."""
        return said("finding.all", findings=tuple(finding.sentence for finding in self.findings))

    def __str__(self) -> str:
        return str(self.sentence)


class UnfitValue(ValueError):
    """A value that cannot stand where it was written; whoever knows the place tells it with its `sentence`."""

    def __init__(self, sentence: Said) -> None:
        super().__init__(sentence)
        self.sentence = sentence
