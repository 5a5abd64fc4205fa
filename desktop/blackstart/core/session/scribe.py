"""What writes a run down while it is played, and knows how far it is on the disk.

A library that cannot be written stops nobody: entries are kept here, in their order and with their seq, until it
can, and are then written all at once.
"""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from blackstart.core.base.errors import UserError
from blackstart.core.base.filetext.textfile import write_file
from blackstart.core.base.simtime import Seconds
from blackstart.core.play.commands import Command, End, Entry
from blackstart.core.record.derived import Derived, derived
from blackstart.core.record.exchange import run_text
from blackstart.core.record.faults import LibraryFault
from blackstart.core.record.journal import Journal
from blackstart.core.record.library import Library
from blackstart.core.record.recorded import Origin, Recorded
from blackstart.core.record.rows import RunRow
from blackstart.core.record.store import RUN_PATIENCE_S, TRY_PATIENCE_S
from blackstart.core.session.clock import ExerciseClock
from blackstart.core.session.unsafe import Trouble, Unsafe

DURABLE_EVERY_S = 1  # real seconds


@dataclass(frozen=True, slots=True)
class Summed:
    """What followed from so many entries until a second."""

    entries: int
    second: Seconds
    derived: Derived


class Scribe:
    """The journal of a run with the entries it holds.

    Attributes
    ----------
    entries : list of Entry
        All of them, by seq; the last may be in memory alone.
    """

    def __init__(
        self, journal: Journal, run: Recorded, clock: ExerciseClock, fault: LibraryFault | None = None
    ) -> None:
        self.entries = list(run.entries)
        self._journal = journal
        self._run = self._opened = run  # as it is known in its library, and as it was found there
        self._clock = clock
        self._reached_s = run.reached_s
        self._durable_at = clock.reading_s()
        self._written = len(self.entries)
        self._trouble: Trouble | None = None
        self._file: Path | None = None  # that somebody named, and how many entries it holds
        self._filed = 0
        self._summed: tuple[int, Seconds] | None = None  # entries and second of what other readers find
        if fault is not None:
            self._written = 0
            self._note(fault)

    @property
    def row(self) -> RunRow:
        """What the library knew of the run when it was opened there."""
        return self._run.row

    @property
    def is_read_only(self) -> bool:
        """Whether another process writes the run, or it was left."""
        return self._journal.is_read_only

    @property
    def unsafe(self) -> Unsafe | None:
        """What is in memory alone; None = all of the run is in its library."""
        trouble = self._trouble
        if trouble is None:
            return None
        entries = len(self.entries) - max(self._written, self._filed)
        return Unsafe(entries, trouble.since_utc, trouble.fault.why, trouble.fault.sentence, self._file)

    def must_be_writable(self) -> None:
        """Refuse what would change a run that can only be read.

        Raises
        ------
        UserError
            That says who writes it.
        """
        self._journal.must_be_writable()

    def write(self, at: Seconds, command: Command, actor: str = "") -> Entry:
        """Make a command durable as the next entry; where the library cannot be written, keep it in memory."""
        self.must_be_writable()
        entry = Entry(len(self.entries) + 1, at, command, self._clock.wall_utc(), actor)
        if self._trouble is None:
            try:
                self._journal.append(entry)
                self._written = entry.seq
            except LibraryFault as fault:
                self._note(fault)
        self.entries.append(entry)
        self._reached_s = max(self._reached_s, at)
        self.try_again()
        self._file_it()
        return entry

    def reach(self, second: Seconds, is_at_once: bool) -> None:
        """Make durable that a second was played: at once, or when the last time lies a real second back."""
        self._reached_s = second
        reading = self._clock.reading_s()
        if self._trouble is not None or (not is_at_once and reading - self._durable_at < DURABLE_EVERY_S):
            return
        try:
            self._journal.reach(second)
        except LibraryFault as fault:
            self._note(fault)
        self._durable_at = reading

    def try_again(self, is_at_once: bool = False, patience_s: float = RUN_PATIENCE_S) -> None:
        """Write what is in memory alone, if it is time to try it or `is_at_once`; `unsafe` says what came of it."""
        if self._trouble is None or self.is_read_only:
            return
        if not is_at_once and not self._trouble.is_due(self._clock.reading_s()):
            return
        try:
            # The clock's own tries are many, and the window waits for each of them.
            self._journal.catch_up(self.recorded(), patience_s if is_at_once else TRY_PATIENCE_S)
        except LibraryFault as fault:
            self._trouble.goes_on(fault, self._clock.reading_s())
            return
        self._settle(self._journal)

    def recorded(self) -> Recorded:
        """The run as it stands, whether it is on the disk or not."""
        is_ended = any(isinstance(entry.command, End) for entry in self.entries)
        row = replace(self._run.row, reached_s=self._reached_s, ended=is_ended, digest=None)
        return replace(self._run, row=row, entries=tuple(self.entries))

    def keep_in(self, path: Path) -> None:
        """Write the run into a file, and again with each entry until its library can be written.

        Raises
        ------
        UserError
            If the file cannot be written.
        """
        write_file(path, run_text(self.recorded()))
        self._file, self._filed = path, len(self.entries)

    def move_to(self, library: Library) -> None:
        """Go on in another library, which gets the whole run; the one before keeps what it has.

        Raises
        ------
        UserError
            If that library cannot be written.
        """
        run = self.recorded()
        origin = Origin(run.row.run, run.row.name, run.row.model)
        journal = library.create(run.loaded, run.entries, run.reached_s, origin)
        self._journal.release()
        self._run = replace(run, row=library.find(journal.run))
        self._settle(journal)

    def summing(self) -> Callable[[], Summed]:
        """Return what works out, in any thread, what followed from the entries so far; `sum_up` writes it down."""
        drill, entries, second = self._run.loaded.drill, tuple(self.entries), self._reached_s
        # Only the trace that this program made may give a digest in the place of another's.
        with_digest = self._was_played(second)
        return lambda: Summed(len(entries), second, derived(drill, entries, second, with_digest))

    def sum_up(self, summed: Summed) -> None:
        """Write down for other readers what followed, unless more did since; a library with a fault has none."""
        what = summed.entries, summed.second
        if self.is_read_only or self._trouble is not None or what != (len(self.entries), self._reached_s):
            return
        with suppress(LibraryFault):
            self._journal.derive(summed.derived.events, summed.derived.digest)
            self._summed = what

    @property
    def is_to_sum_up(self) -> bool:
        """Whether it is still to be written down what followed from the entries so far."""
        is_writable = not self.is_read_only and self._trouble is None
        return is_writable and self._summed != (len(self.entries), self._reached_s)

    def leave(self, second: Seconds) -> None:
        """Write what can be written, and let another process write the run."""
        self.reach(second, is_at_once=True)
        self.try_again(is_at_once=True)
        if self.is_to_sum_up:
            self.sum_up(self.summing()())
        self._journal.release()

    def _was_played(self, second: Seconds) -> bool:
        """Whether the trace is of this program's making: only then may its digest take the place of another."""
        opened = self._opened
        is_longer = second > opened.reached_s or len(self.entries) > len(opened.entries)
        return opened.row.digest is None or (is_longer and not opened.row.ended)

    def _note(self, fault: LibraryFault) -> None:
        self._trouble = Trouble(fault, self._clock.wall_utc(), self._clock.reading_s())

    def _settle(self, journal: Journal) -> None:
        self._journal = journal
        self._trouble = self._file = self._summed = None
        self._written, self._filed = len(self.entries), 0

    def _file_it(self) -> None:
        """Write the file again that somebody named; if it cannot be, the new entries count as unsafe."""
        if self._trouble is not None and self._file is not None:
            with suppress(UserError):
                self.keep_in(self._file)
