"""The director: what happens at each second of a run, from the script, the map and what people did.

A pure fold: the same drill, settings and entries give the same events, however the way there is cut into steps.
"""

from blackstart.core.base.simtime import Seconds
from blackstart.core.base.words import Said
from blackstart.core.engine.simulation import Opening, Simulation
from blackstart.core.exercise.model import Drill
from blackstart.core.play.actions import ActionStanding
from blackstart.core.play.awareness import Awareness
from blackstart.core.play.commands import Begin, Command, Entry
from blackstart.core.play.decisions import OpenDecision, SettledDecision, UpcomingDecision
from blackstart.core.play.events import Event, PhaseEnded, Settled
from blackstart.core.play.injects import DeliveredInject, SkippedInject, UpcomingInject
from blackstart.core.play.obey import obey
from blackstart.core.play.owed import owed
from blackstart.core.play.refusals import refusal
from blackstart.core.play.stage import Stage, phase_ends


class Director:
    """One run, played up to `now`; that instant stays open so that commands can follow in it.

    Parameters
    ----------
    drill : Drill
        Must have an exercise.
    begin : Begin
        The settings of the run.
    opening : Opening or None
        That of the drill's map, where it has been worked out already.

    Attributes
    ----------
    awareness : Awareness
        What the team can know of the map; to be read only.

    Raises
    ------
    UserError
        If the drill has no exercise.
    """

    def __init__(self, drill: Drill, begin: Begin, opening: Opening | None = None) -> None:
        self.drill = drill
        self.begin = begin
        self._stage = Stage(drill, begin, opening)
        self.awareness: Awareness = self._stage.awareness
        self._phase_ends = tuple(phase_ends(self._stage.exercise))
        self._is_closed = False

    @property
    def now(self) -> Seconds:
        """The last instant that was played; -1 before the first."""
        return self._stage.now

    @property
    def lasts(self) -> Seconds:
        """The last second there is."""
        return self._stage.exercise.lasts

    @property
    def is_ended(self) -> bool:
        """Whether ENDEX was given."""
        return self._stage.is_ended

    @property
    def simulation(self) -> Simulation:
        """The map as it stands; to be read, never to be played."""
        return self._stage.simulation

    def advance(self, until: Seconds, stop_after: tuple[type[Event], ...] = ()) -> tuple[Event, ...]:
        """Play everything due up to and including `until`, not beyond the last second.

        With `stop_after`, stops behind the first instant that brought an event of such a type.
        """
        events: list[Event] = []
        until = min(until, self.lasts)
        while self.now < until and not self.is_ended:
            events += self.close()
            due = self._next_due()
            played = self._play(until if due is None else min(due, until))
            events += played
            if stop_after and any(isinstance(event, stop_after) for event in played):
                break
        return tuple(events)

    def close(self) -> tuple[Event, ...]:
        """End the present second: hands are given, and only what lies later can follow; harmless if it is ended."""
        if self._is_closed:
            return ()
        self._is_closed = True
        changes = self._stage.close()
        return (Settled(self.now, changes),) if changes else ()

    def apply(self, entry: Entry) -> tuple[Event, ...]:
        """Carry out an entry at its own time, having played up to it.

        Total: what does not apply, or lies beyond the end, changes nothing. Its time must not lie before `now`, nor
        in a second that was ended.
        """
        if entry.at < self.now or (entry.at == self.now and self._is_closed):
            raise ValueError(f"entry {entry.seq} is stamped {entry.at}, the run has been played to {self.now}")
        events = self.advance(entry.at)
        if self.refusal(entry.command) is not None or entry.at > self.now:
            return events
        return events + obey(self._stage, entry)

    def refusal(self, command: Command) -> Said | None:
        """One sentence that says why a command does not apply now; None = it does."""
        return refusal(self._stage, command)

    def open_decisions(self) -> tuple[OpenDecision, ...]:
        """Decisions that are put to the team, in the order they were opened."""
        return self._stage.decisions.all_open()

    def decided(self) -> tuple[SettledDecision, ...]:
        """Decisions that have an option, in the order they were settled."""
        return self._stage.decisions.all_settled()

    def delivered(self) -> tuple[DeliveredInject, ...]:
        """Injects that reached the team, in that order."""
        return self._stage.injects.delivered()

    def skipped(self) -> tuple[SkippedInject, ...]:
        """Injects that were skipped or left out."""
        return self._stage.injects.skipped()

    def upcoming(self) -> tuple[UpcomingInject, ...]:
        """Injects that can still come."""
        return self._stage.injects.upcoming(self.now, self._stage.watch)

    def unopened(self) -> tuple[UpcomingDecision, ...]:
        """Decisions that can still be put to the team."""
        return self._stage.decisions.upcoming(self.now, self._stage.watch)

    def actions(self) -> tuple[ActionStanding, ...]:
        """How every action stands."""
        return self._stage.actions.standings(self.simulation.jobs())

    def _play(self, t: Seconds) -> tuple[Event, ...]:
        """Play round 0 of `t`; the instant before must be closed."""
        events = self._stage.play(owed(self._stage, t))
        self._is_closed = False
        over = [PhaseEnded(until, phase) for last, phase, until in self._phase_ends if last == t]
        return (*events, *over)

    def _next_due(self) -> Seconds | None:
        """The next second at which anything is due; the present instant must be closed."""
        stage = self._stage
        times = [
            stage.simulation.due(),
            stage.decisions.next_due(),
            stage.injects.agenda.next_after(self.now, stage.watch),
            stage.decisions.agenda.next_after(self.now, stage.watch),
            min((last for last, _, _ in self._phase_ends if last > self.now), default=None),
        ]
        return min((time for time in times if time is not None), default=None)
