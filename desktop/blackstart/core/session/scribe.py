"""What writes a run down while it is played, and knows how far it is on the disk."""

from blackstart.core.base.errors import UserError
from blackstart.core.base.simtime import Seconds
from blackstart.core.exercise.model import Drill
from blackstart.core.play.commands import Command, Entry
from blackstart.core.record.derived import rebuild
from blackstart.core.record.journal import Journal
from blackstart.core.session.clock import ExerciseClock

DURABLE_EVERY_S = 1  # real seconds


class Scribe:
    """The journal of a run with the entries it holds.

    Attributes
    ----------
    entries : list of Entry
        All of them, by seq.
    """

    def __init__(self, journal: Journal, drill: Drill, clock: ExerciseClock) -> None:
        self.entries = list(journal.entries(drill.topology))
        self._journal = journal
        self._drill = drill
        self._clock = clock
        self._durable_at = clock.reading_s()

    @property
    def is_read_only(self) -> bool:
        """Whether another process writes the run, or it was left."""
        return self._journal.is_read_only

    def must_be_writable(self) -> None:
        """Refuse what would change a run that can only be read.

        Raises
        ------
        UserError
            That says who writes it.
        """
        self._journal.must_be_writable()

    def write(self, at: Seconds, command: Command, actor: str = "") -> Entry:
        """Make a command durable as the next entry."""
        entry = Entry(len(self.entries) + 1, at, command, self._clock.wall_utc(), actor)
        self._journal.append(entry)
        self.entries.append(entry)
        return entry

    def reach(self, second: Seconds, is_at_once: bool) -> None:
        """Make durable that a second was played: at once, or when the last time lies a real second back.

        Raises
        ------
        UserError
            If it could not be written. The clock holds then: nothing goes on unwritten.
        """
        reading = self._clock.reading_s()
        if not is_at_once and reading - self._durable_at < DURABLE_EVERY_S:
            return
        try:
            self._journal.reach(second)
        except UserError:
            self._clock.hold("unwritten")
            raise
        self._durable_at = reading

    def sum_up(self, second: Seconds, with_digest: bool) -> None:
        """Write down what followed from the entries, for other readers."""
        rebuild(self._journal, self._drill, second, with_digest)

    def release(self) -> None:
        """Let another process write the run."""
        self._journal.release()
