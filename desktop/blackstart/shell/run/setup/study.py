"""The presenter of self-study: after each decision it tells what follows from it."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from blackstart.core.base.simtime import Seconds
from blackstart.core.exercise.model import Drill
from blackstart.core.play.commands import Entry, Play
from blackstart.core.play.decisions import SettledDecision
from blackstart.core.review.alternatives import alternatives
from blackstart.shell.run.presenter import RunPresenter
from blackstart.shell.run.setup.explained import Explained, explained
from blackstart.shell.run.stand import RunStand
from blackstart.shell.support.look import Look
from blackstart.shell.support.steps_apart import StepsApart


@dataclass(frozen=True, slots=True)
class _Heard:
    """What is kept of how the run stood last."""

    drill: Drill
    lasts: Seconds
    entries: Sequence[Entry]
    settled: tuple[SettledDecision, ...]  # by somebody, in that order
    is_alone: bool
    is_open: bool  # another decision
    can_go_on: bool


class StudyPresenter(QObject):
    """Hears of decisions while a learner plays alone."""

    taken = Signal(object)  # Explained: a decision was taken just now

    def __init__(self, run: RunPresenter, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._run = run
        self._look = look
        self._run_id: str | None = None
        self._known: frozenset[int | None] = frozenset()  # entries of decisions that were there before
        self._heard: _Heard | None = None
        self.reckoning = StepsApart(self)  # steps are `alternatives.Alternative`
        self.reckoning.refused.connect(run.refused)
        run.stood.connect(self._hear)
        run.parted.connect(self._part)

    @property
    def is_self_study(self) -> bool:
        """Whether a learner plays alone."""
        return self._heard is not None and self._heard.is_alone

    @property
    def is_another_open(self) -> bool:
        """Whether there is more to decide before the clock goes on."""
        return self._heard is not None and self._heard.is_open

    def last(self) -> Explained | None:
        """What there is to say of the decision that was taken last; None = none was."""
        heard = self._heard
        return self._explained(heard, heard.settled[-1]) if heard and heard.settled and heard.is_alone else None

    def reckon(self, told: Explained) -> None:
        """Work out what follows from each option; steps tell of them one after another."""
        heard = self._heard
        if heard is not None:
            self.reckoning.begin(alternatives, heard.drill, tuple(heard.entries), told.seq, told.at)

    def go_on(self) -> None:
        """Let the clock go again, if nothing else is open."""
        if self._heard is not None and self._heard.can_go_on and not self._heard.is_open:
            self._run.submit(Play())

    def _hear(self, stand: RunStand) -> None:
        director = stand.director
        self._heard = heard = _Heard(
            drill=director.drill,
            lasts=director.lasts,
            entries=stand.entries,
            settled=tuple(each for each in director.decided() if each.seq is not None),
            is_alone=stand.is_begun and stand.is_self_study,
            is_open=bool(director.open_decisions()),
            can_go_on=stand.is_under_way and not stand.is_running,
        )
        fresh = [each for each in heard.settled if each.seq not in self._known]
        is_same = self._run_id == self._run.run_id
        self._known, self._run_id = frozenset(each.seq for each in heard.settled), self._run.run_id
        if is_same and fresh and heard.is_alone:
            self._run.hold()  # for as long as it takes to read
            self.taken.emit(self._explained(heard, fresh[-1]))

    def _explained(self, heard: _Heard, settled: SettledDecision) -> Explained:
        return explained(heard.drill, settled, settled.seq or 0, heard.lasts, self._look.words)

    def _part(self) -> None:
        """Keep nothing of a run that is put away."""
        self._heard = None
        self._known = frozenset()
        self.reckoning.stop()
