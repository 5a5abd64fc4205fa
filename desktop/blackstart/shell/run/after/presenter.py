"""The presenter of the hot wash: who has spoken and what they said; each answer is recorded at once."""

import time
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QObject, Signal

from blackstart.core.play.commands import Hotwash
from blackstart.shell.run.people import participants_of
from blackstart.shell.run.presenter import RunPresenter
from blackstart.shell.run.stand import RunStand

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class WashSheet:
    """How the hot wash stands.

    Attributes
    ----------
    people : tuple of str
        Who is asked, in the order of the table; at the end one without a name.
    said : tuple of Hotwash
        What was recorded, the latest first.
    """

    people: tuple[str, ...] = ()
    said: tuple[Hotwash, ...] = ()

    @property
    def spoken(self) -> frozenset[str]:
        """Who has spoken."""
        return frozenset(each.by for each in self.said)

    def next_after(self, name: str) -> str:
        """Return who has not spoken yet, behind a name; empty = all have."""
        start = self.people.index(name) + 1 if name in self.people else 0
        named = self.people[start:-1] + self.people[:start]
        return next((each for each in named if each not in self.spoken and each != self.people[-1]), "")


class AfterPresenter(QObject):
    """Hears how the run stands; counts how long the hot wash has gone on."""

    shown = Signal(object)  # WashSheet
    recorded = Signal()
    parted = Signal()
    refused = Signal(str)  # one sentence for the message bar

    def __init__(
        self, run: RunPresenter, parent: QObject | None = None, seconds: Callable[[], float] = time.monotonic
    ) -> None:
        super().__init__(parent)
        self._run = run
        self._seconds = seconds
        self._begun: float | None = None
        self._sheet: WashSheet | None = None
        run.stood.connect(self._hear)
        run.parted.connect(self._part)
        self.refused.connect(run.refused)

    @property
    def sheet(self) -> WashSheet:
        return self._sheet or WashSheet()

    def begin(self) -> None:
        """Let its time count, if it does not yet."""
        if self._begun is None:
            self._begun = self._seconds()

    def passed(self) -> int:
        """Real seconds since it began."""
        return int(self._seconds() - self._begun) if self._begun is not None else 0

    def record(self, answer: Hotwash) -> None:
        """Write down what somebody said."""
        if self._run.submit(answer):
            self.recorded.emit()

    def why_not(self) -> str:
        """Say why there is no hot wash now."""
        if self._run.run_id is not None and not self._run.is_under_way:
            return ""
        return translate("AfterPresenter", "The hot wash comes after the end of the exercise.")

    def _hear(self, stand: RunStand) -> None:
        if not (stand.is_begun and stand.director.is_ended):
            return
        names = [each.name for each in participants_of(stand.director.begin, stand.entries)]
        said = [entry.command for entry in reversed(stand.entries) if isinstance(entry.command, Hotwash)]
        people = (*dict.fromkeys(names), translate("AfterPresenter", "anonymous"))
        sheet = WashSheet(people, tuple(said))
        if sheet != self._sheet:
            self._sheet = sheet
            self.shown.emit(sheet)

    def _part(self) -> None:
        self._begun = self._sheet = None
        self.parted.emit()
