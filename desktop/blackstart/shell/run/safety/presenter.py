"""Watches whether a run is safe on the disk, and holds back what would lose any of it."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, Signal

from blackstart.core.base.errors import UserError
from blackstart.core.play.commands import Hold
from blackstart.core.record.library import Library
from blackstart.core.session.scribe import Summed
from blackstart.core.session.unsafe import Unsafe
from blackstart.shell.run.playing import Playing
from blackstart.shell.run.safety.words import safety_words
from blackstart.shell.support.look import Look
from blackstart.shell.support.translation import sentence_of
from blackstart.shell.support.workers import Worker

translate = QCoreApplication.translate

SUM = "what followed from a run"

Deed = Callable[[], None]


class Safety(QObject):
    """Presenter; dialogs are somebody else's."""

    shown = Signal(object)  # SafetyWords, or None while all is safe
    doubted = Signal()  # something waits until the run is safe, or the user lets go of what is not
    settled = Signal()  # nothing waits any more
    folder_wished = Signal(object)  # Path of the folder that is to hold the library
    told = Signal(str)
    refused = Signal(str)

    def __init__(self, look: Look, worker: Worker, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._worker = worker
        self._run: Playing | None = None
        self._summed = 0  # entries of a run that is over
        self._unsafe: Unsafe | None = None
        self._deed: Deed | None = None  # what waits

    @property
    def unsafe(self) -> Unsafe | None:
        return self._unsafe

    @property
    def is_at_risk(self) -> bool:
        """Whether entries would be lost if the run were left now."""
        return self._unsafe is not None and self._unsafe.entries > 0

    @property
    def is_waited_for(self) -> bool:
        """Whether something is to be done that would lose entries."""
        return self._deed is not None

    @property
    def file_name(self) -> str:
        """Return a name for a file that is to hold the run."""
        return f"{self._run.director.drill.id}-{self._run.run_id}.json" if self._run is not None else ""

    def follow(self, run: Playing | None) -> None:
        """Watch a run, or none."""
        self._run, self._summed = run, 0
        self._worker.forget(SUM)
        self.look_again()

    def look_again(self) -> None:
        """Tell what has changed; called some times a second."""
        self._sum_up()
        before, self._unsafe = self._unsafe, self._run.unsafe if self._run is not None else None
        if self._unsafe == before:
            return
        deed = self._deed
        self.show()
        if self._run is not None and (before is None) != (self._unsafe is None):
            self.told.emit(self._turn())
        if deed is not None and not self.is_at_risk:
            self._do(deed)

    def show(self) -> None:
        """Tell it in the language of the moment."""
        unsafe = self._unsafe
        self.shown.emit(safety_words(unsafe, self._look.locale) if unsafe is not None else None)

    def guard(self, deed: Deed) -> None:
        """Do something by which the run is left; ask first if any of it would be lost."""
        if self.is_at_risk:
            self._deed = deed
            self.doubted.emit()
        else:
            deed()

    def part(self, deed: Deed) -> None:
        """Do something by which the run is left for another, once it is worked out what followed from it."""
        self.guard(partial(self._sum_up_before, deed))

    def try_now(self) -> None:
        """Try to write the library at once."""
        if self._run is not None:
            self._run.scribe.try_again(is_at_once=True)
            self.look_again()
        if self._unsafe is not None:
            self.refused.emit(safety_words(self._unsafe, self._look.locale).mark)

    def keep_in(self, path: Path) -> None:
        """Keep the run in a file until the library can be written."""
        if self._run is None:
            return
        try:
            self._run.scribe.keep_in(path)
        except UserError as fault:
            self.refused.emit(sentence_of(fault))
            return
        self.told.emit(translate("Safety", "The run is kept in {file}.").format(file=path.name))
        self.look_again()

    def refuse(self, sentence: str) -> None:
        """Say why a place will not do."""
        self.refused.emit(sentence)

    def move_to(self, library: Library) -> None:
        """Go on in another library; raises a UserError if that cannot be written."""
        if self._run is not None:
            self._run.scribe.move_to(library)
            self.look_again()

    def let_go(self) -> None:
        """Do what waits though entries are lost by it."""
        if self._deed is not None:
            self._do(self._deed)

    def stay(self) -> None:
        """Do not do what waits."""
        self._deed = None

    def _do(self, deed: Deed) -> None:
        self._deed = None
        self.settled.emit()
        deed()

    def _sum_up_before(self, deed: Deed) -> None:
        """Hold the run and work that out beside the window, which would stand still for it where the run is left."""
        run = self._run
        if run is None or not run.scribe.is_to_sum_up:
            deed()
            return
        if not run.clock.is_held:
            run.submit(Hold("left"))

        def sum_up(summed: Summed) -> None:
            run.scribe.sum_up(summed)
            deed()

        self._worker.do(SUM, run.scribe.summing(), sum_up, lambda fault: deed())

    def _sum_up(self) -> None:
        """Work out beside the window what followed from a run that is over: where it is left nobody waits for it."""
        run = self._run
        if run is None or run.is_read_only or not run.director.is_ended or len(run.entries) == self._summed:
            return
        self._summed = len(run.entries)
        self._worker.do(SUM, run.scribe.summing(), run.scribe.sum_up, self.refused.emit)

    def _turn(self) -> str:
        if self._unsafe is None:
            return translate("Safety", "The run is safe again: everything is in the library.")
        return translate("Safety", "The library cannot be written. The run goes on, and is saved as soon as it can be.")
