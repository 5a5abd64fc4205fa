"""Jumping ahead: where to, what that brings, and the command that does it."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QObject, Signal

from blackstart.core.base.errors import UserError
from blackstart.core.base.simtime import Seconds, clock_face
from blackstart.core.base.typed_time import parse_time
from blackstart.core.exercise.model import Drill
from blackstart.core.play.commands import Entry, Jump
from blackstart.shell.run.coming import ComingRow
from blackstart.shell.run.injects.ahead import Journey, ahead
from blackstart.shell.run.presenter import RunPresenter
from blackstart.shell.run.sheets import exercise_of, phase_at
from blackstart.shell.run.stand import RunStand
from blackstart.shell.support.look import Look
from blackstart.shell.support.translation import sentence_of

translate = QCoreApplication.translate

TASK = "ahead"
Choices = tuple[tuple[str, Seconds], ...]


class JumpPresenter(QObject):
    """Foretells beside the window, and jumps."""

    foretold = Signal(object)  # tuple[ComingRow, ...]

    def __init__(self, run: RunPresenter, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._run = run
        self._look = look
        self._drill: Drill | None = None
        self._entries: Sequence[Entry] = ()
        self._now = Seconds(0)
        run.stood.connect(self._hear)

    def choices(self, coming: tuple[ComingRow, ...]) -> Choices:
        """Return places to jump to: the next inject, the next decision, the end of the phase."""
        found: list[tuple[str, Seconds]] = []
        names = {
            "inject:": translate("JumpSheet", "Next inject {time}"),
            "decision:": translate("JumpSheet", "Next decision {time}"),
        }
        for kind, words in names.items():
            times = [row.at for row in coming if row.key.startswith(kind) and row.at is not None and row.at > self._now]
            if times:
                found.append((words, min(times)))
        if self._drill is not None:
            phase = phase_at(exercise_of(self._drill), self._now)
            lasts = exercise_of(self._drill).lasts
            last = phase.until if phase.until >= lasts else Seconds(phase.until - 1)
            if last > self._now:
                found.append((translate("JumpSheet", "End of the phase {time}"), last))
        return tuple((words.format(time=clock_face(at)), at) for words, at in found)

    def foretell(self, typed: str) -> None:
        """Work out what a jump would bring; `foretold` says it."""
        until = self._time(typed)
        if until is None or self._drill is None or until <= self._now:
            self._run.worker.forget(TASK)
            self.foretold.emit(())
            return
        until = min(until, exercise_of(self._drill).lasts)
        journey = Journey(self._drill, tuple(self._entries), self._now, until, self._look.words)
        self._run.worker.do(TASK, lambda: ahead(journey), self.foretold.emit, self._refuse)

    def jump(self, typed: str) -> bool:
        """Play on at once to the time that was typed; False = it was refused."""
        until = self._time(typed)
        return until is not None and self._run.submit(Jump(until))

    def _time(self, typed: str) -> Seconds | None:
        try:
            return parse_time(typed, self._now)
        except ValueError:
            return None

    def _hear(self, stand: RunStand) -> None:
        self._drill, self._entries, self._now = stand.director.drill, stand.entries, stand.now

    def _refuse(self, fault: UserError) -> None:
        self._run.refused.emit(sentence_of(fault))
