"""Every line of a run: what people did as the journal has it, and what came by itself meanwhile."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from blackstart.core.base.simtime import Seconds, clock_face
from blackstart.shell.review.lanes.marks import LaneKind, LaneMark
from blackstart.shell.review.one_line import one_line
from blackstart.shell.widgets.entry_lines import LogLine, marks
from blackstart.shell.widgets.entry_telling import DECISIONS, INJECTS

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class JournalRow:
    """One line.

    Attributes
    ----------
    seq : int or None
        The entry; None = nobody did it.
    kind : str
        What it is found by: decisions, actions, injects, notes, clock.
    who : str
        By whom, and what became of it.
    """

    at: Seconds
    seq: int | None
    kind: str
    heading: str
    who: str
    words: str
    is_quiet: bool = False
    is_taken_back: bool = False

    @property
    def told(self) -> str:
        """All of it in one line."""
        return ", ".join(each for each in (clock_face(max(self.at, 0)), self.heading, self.words, self.who) if each)

    def holds(self, wanted: Iterable[str]) -> bool:
        """Whether all words that are looked for stand in it."""
        told = f"{self.told} {self.seq}".casefold()
        return all(word in told for word in wanted)


def journal_rows(lines: Iterable[LogLine], others: Iterable[LaneMark]) -> tuple[JournalRow, ...]:
    """Return all lines in order of time; of `others` those that are no entry."""
    rows = [*map(_entry, lines), *_by_itself(others)]
    return tuple(sorted(rows, key=lambda row: (row.at, row.seq or 0)))


def _entry(line: LogLine) -> JournalRow:
    words = [*line.words]
    if line.before:
        words.append(translate("Journal", "first said: {words}").format(words=" · ".join(line.before)))
    return JournalRow(
        at=line.at,
        seq=line.seq,
        kind=line.kind,
        heading=line.heading,
        who=one_line(" · ".join(marks(line))),
        words=one_line(" · ".join(words)),
        is_quiet=line.is_quiet,
        is_taken_back=line.is_taken_back,
    )


def _by_itself(others: Iterable[LaneMark]) -> Iterator[JournalRow]:
    for mark in others:
        if mark.seq is None:
            kind = INJECTS if mark.kind is LaneKind.INJECT else DECISIONS
            words = one_line(" · ".join(mark.words))
            yield JournalRow(mark.at, None, kind, mark.heading, one_line(mark.who), words)
