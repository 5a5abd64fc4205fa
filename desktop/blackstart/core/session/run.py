"""A run that is being played: what people do goes to the journal first, and only then anywhere else."""

from collections.abc import Sequence
from contextlib import ExitStack

from blackstart.core.base.errors import UserError
from blackstart.core.base.simtime import START, Seconds
from blackstart.core.base.words import said
from blackstart.core.engine.simulation import Opening
from blackstart.core.exercise.files import LoadedDrill
from blackstart.core.play.commands import Begin, Command, Correct, End, Entry, Hold, Jump, Pace, Play
from blackstart.core.play.director import Director
from blackstart.core.play.events import HAPPENINGS, Delivered, Event, Opened, PhaseEnded
from blackstart.core.play.payloads import unwritable
from blackstart.core.play.playback import fold
from blackstart.core.record.faults import LibraryFault
from blackstart.core.record.library import Library
from blackstart.core.record.recorded import begun
from blackstart.core.record.rows import RunRow
from blackstart.core.record.store import RUN_PATIENCE_S
from blackstart.core.session.clock import ExerciseClock
from blackstart.core.session.pacing import keep_pace, resting_place
from blackstart.core.session.scribe import Scribe
from blackstart.core.session.settings import must_fit
from blackstart.core.session.unsafe import Unsafe

_HOLDS: dict[str, tuple[type[Event], ...]] = {
    "never": (PhaseEnded,),
    "decisions": (PhaseEnded, Opened),
    "injects": (PhaseEnded, Delivered),
    "both": (PhaseEnded, Opened, Delivered),
}
_WHY_HELD: tuple[tuple[type[Event], str], ...] = ((PhaseEnded, "phase"), (Opened, "decision"), (Delivered, "inject"))


class Run:
    """One run with its clock, its director and its journal; made by `begin` or `reopen` (`opening`: of its map).

    Attributes
    ----------
    scribe : Scribe
        Keeps it safe where its library cannot be written; written to only by this class.
    director : Director
        To be read; played only by this class.
    clock : ExerciseClock
        Held at first. Its `why_held`: ``phase``, ``decision``, ``inject``, ``sleep``, ``end``, or a reason given.
    """

    def __init__(self, scribe: Scribe, clock: ExerciseClock, opening: Opening | None = None) -> None:
        recorded = scribe.recorded()
        self.drill, self.clock, self.scribe = recorded.loaded.drill, clock, scribe
        self.director: Director = fold(self.drill, recorded.entries, recorded.reached_s, opening)
        self._untold: list[Event] = []
        if not self.director.is_ended:
            # Silently: what lies before the place where a team comes in is nothing that happens to it.
            self.director.advance(Seconds(self.director.begin.from_s - 1))
        clock.hold("end" if self.director.is_ended else "")
        self._rest()

    @classmethod
    def begin(
        cls,
        library: Library,
        loaded: LoadedDrill,
        begin: Begin,
        clock: ExerciseClock,
        actor: str = "",
        opening: Opening | None = None,
    ) -> "Run":
        """Begin a run of a drill, held before its first second, in memory if its library cannot be written.

        Raises
        ------
        UserError
            If the drill has no exercise, or a setting names what it does not have.
        """
        must_fit(loaded.drill, begin)
        entry = Entry(1, START, begin, clock.wall_utc(), actor)
        try:
            journal = library.create(loaded, (entry,), patience_s=RUN_PATIENCE_S)
            scribe = Scribe(journal, library.recorded(journal.run, loaded), clock)
        except LibraryFault as fault:
            journal = library.await_journal()
            scribe = Scribe(journal, begun(journal.run, loaded, (entry,)), clock, fault)
        return cls(scribe, clock, opening)

    @classmethod
    def reopen(
        cls,
        library: Library,
        run_id: str,
        clock: ExerciseClock,
        loaded: LoadedDrill | None = None,
        opening: Opening | None = None,
    ) -> "Run":
        """Open a run at the second it had reached, held; to be read only if another process plays it.

        Raises
        ------
        UserError
            If there is no such run.
        """
        with ExitStack() as undo:
            journal = library.open_journal(library.find(run_id).run)
            undo.callback(journal.release)
            # Read once the lock is taken: until then another process may have played on.
            run = cls(Scribe(journal, library.recorded(journal.run, loaded), clock), clock, opening)
            undo.pop_all()
        return run

    @property
    def row(self) -> RunRow:
        """What its library knew of it when it was opened there."""
        return self.scribe.row

    @property
    def run_id(self) -> str:
        """Its id in the library."""
        return self.row.run

    @property
    def is_read_only(self) -> bool:
        """Whether another process plays it, or it was left."""
        return self.scribe.is_read_only

    @property
    def unsafe(self) -> Unsafe | None:
        """What of it is in memory alone, since its library cannot be written; None = nothing."""
        return self.scribe.unsafe

    @property
    def entries(self) -> Sequence[Entry]:
        """The journal so far."""
        return tuple(self.scribe.entries)

    def refusal(self, command: Command) -> str | None:
        """One sentence that says why a command does not apply now; None = it does."""
        if isinstance(command, Correct) and not 1 <= command.seq <= len(self.scribe.entries):
            return said("refusal.no-entry", seq=command.seq, last=len(self.scribe.entries))
        return self.director.refusal(command) or unwritable(command, self.drill.topology)

    def submit(self, command: Command, actor: str = "") -> tuple[Event, ...]:
        """Do what somebody asks: refuse, or make it durable and then carry it out; returns what came of it.

        Where the library cannot be written it is kept in memory and carried out all the same; `unsafe` says so.

        Raises
        ------
        UserError
            If it does not apply now, or the run is open elsewhere.
        """
        refusal = self.refusal(command)
        if refusal is not None:
            raise UserError(refusal)
        self._look()
        self._record(command, actor)
        self._move_clock(command)
        return self._tell()

    def advance(self) -> tuple[Event, ...]:
        """Play what the clock says is due, some times a second; returns what happened.

        Holds where the settings say so; a phase ends, the drill's length is reached or the machine was asleep:
        `clock.why_held` tells. What could not be made durable before is tried again.
        """
        self.scribe.try_again()
        if self.is_read_only or self.director.is_ended:
            return ()
        self._look()
        if self.clock.is_held:
            return ()
        self._hold_for(self._play(self.clock.now(), _HOLDS[self.director.begin.holds]))
        self._end_at_the_last_second()
        keep_pace(self.clock, self.director, self.scribe.entries, self.clock.now())
        return self._tell()

    def play_to(self, until: Seconds, stop_after: tuple[type[Event], ...] = ()) -> tuple[Event, ...]:
        """Play up to and including `until` at once, whatever the clock says; nothing holds on the way.

        With `stop_after`, stops behind the first second that brings an event of such a type. Unlike the clock it
        does not end the run at the last second, in which something may still be done.
        """
        self.scribe.must_be_writable()
        self._play(until, stop_after)
        self._rest()
        return self._tell()

    def step(self, actor: str = "") -> tuple[Event, ...]:
        """Jump to the next second in which anything happens, or to the last one; it holds there by the settings.

        Where that is shows in getting there: the jump is written down behind it, before anything is told.
        """
        refusal = self.refusal(Jump(self.director.lasts))
        if refusal is not None:
            raise UserError(refusal)
        self.scribe.must_be_writable()
        self._look()
        begun = self.director.now
        brought = self._play(self.director.lasts, HAPPENINGS)
        self.scribe.write(begun, Jump(self.director.now), actor)
        self._rest()
        if not self.clock.is_held:
            self._hold_for(brought.intersection(_HOLDS[self.director.begin.holds]))
        self._end_at_the_last_second()
        return self._tell()

    def play(self, actor: str = "") -> tuple[Event, ...]:
        """Let the clock run."""
        return self.submit(Play(), actor)

    def hold(self, why: str = "", actor: str = "") -> tuple[Event, ...]:
        """Stop the clock."""
        return self.submit(Hold(why), actor)

    def leave(self) -> None:
        """Write down what followed, for other readers, and let go of the run.

        What can be written nowhere goes with the program: `unsafe` says what that is, before and after.
        """
        if self.is_read_only:
            return
        if not self.clock.is_held:
            self._record(Hold("left"))
            self.clock.hold("left")
        self.scribe.leave(self.director.now)

    def _look(self) -> None:
        """Let the clock find that the machine was asleep, and write down that it holds."""
        if not self.is_read_only and self.clock.tick():
            self._record(Hold(self.clock.why_held))

    def _record(self, command: Command, actor: str = "") -> None:
        """Make a command durable, then let the director carry it out."""
        self._untold += self.director.apply(self.scribe.write(self.director.now, command, actor))

    def _move_clock(self, command: Command) -> None:
        match command:
            case Play():
                self.clock.run()
            case Hold(why):
                self.clock.hold(why)
            case Pace(pace):
                self.clock.set_pace(pace)
            case Jump(to_s):
                self._play(to_s, ())
                self._rest()
                self._end_at_the_last_second()
            case End():
                self.clock.hold("end")
                self._rest()

    def _play(self, until: Seconds, stop_after: tuple[type[Event], ...]) -> set[type[Event]]:
        """Play on, and make durable what was reached before anybody is told; returns what it stopped for."""
        before = self.director.now
        events = self.director.advance(until, stop_after)
        self._untold += events
        if self.director.now > before:
            self.scribe.reach(self.director.now, is_at_once=bool(events))
        return {type(event) for event in events if isinstance(event, stop_after)}

    def _hold_for(self, kinds: set[type[Event]]) -> None:
        """Hold the clock in the second in which it was stopped, and write down why."""
        why = next((word for kind, word in _WHY_HELD if kind in kinds), None)
        if why is not None:
            self.clock.hold(why)
            self._rest()
            self._record(Hold(why))

    def _end_at_the_last_second(self) -> None:
        if self.director.now >= self.director.lasts and not self.director.is_ended:
            self._record(End())
            self._move_clock(End())

    def _tell(self) -> tuple[Event, ...]:
        """What happened and has not been told; kept for the next time if something could not be written down."""
        told, self._untold = tuple(self._untold), []
        return told

    def _rest(self) -> None:
        """Put the clock where a held run stands, at the pace that belongs there."""
        second = resting_place(self.director)
        self.clock.move_to(second)
        keep_pace(self.clock, self.director, self.scribe.entries, second)
