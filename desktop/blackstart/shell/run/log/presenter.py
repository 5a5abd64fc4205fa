"""What people did, told anew whenever the journal has grown; corrections and taking back go to the run."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, QObject, Signal

from blackstart.core.play.commands import Correct, TakeBack
from blackstart.shell.run.people import who_can_act
from blackstart.shell.run.presenter import RunPresenter
from blackstart.shell.run.stand import RunStand
from blackstart.shell.run.talk.sheet import named_in_script, named_on_map
from blackstart.shell.support.look import Look
from blackstart.shell.widgets.entry_lines import LogLine, log_lines
from blackstart.shell.widgets.pick_list import PickRow

translate = QCoreApplication.translate


class LogPresenter(QObject):
    """The journal of the run at the console."""

    listed = Signal(object)  # tuple[LogLine, ...], the latest first

    def __init__(self, run: RunPresenter, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._run = run
        self._look = look
        self._read: tuple[object, ...] = ()
        self.lines: tuple[LogLine, ...] = ()
        self.people: tuple[tuple[str, str], ...] = ()
        self._stand: RunStand | None = None  # the latest: what is asked of it is asked at once
        run.stood.connect(self._take)
        run.parted.connect(self._part)

    def things(self) -> list[PickRow]:
        """Return all that a note can be about."""
        if self._stand is None:
            return []
        director, words = self._stand.director, self._look.words
        things = (*named_on_map(director, words.language), *named_in_script(director, words))
        return [PickRow(each.id, each.hint or each.label, each.icon) for each in things]

    def take_back(self, seq: int, why: str) -> bool:
        """Take a decision or an action back; False = it was refused."""
        return self._run.submit(TakeBack(seq, why))

    def correct(self, seq: int, words: Mapping[str, object]) -> bool:
        """Say an entry in other words; False = it was refused."""
        return self._run.submit(Correct(seq, tuple(words.items())))

    def _part(self) -> None:
        self._stand = None

    def _take(self, stand: RunStand) -> None:
        """Read the journal where it has grown: between its entries nothing of it changes."""
        self._stand = stand
        last = stand.entries[-1] if stand.entries else None
        read = (last, stand.director.is_ended, self._look.language)
        if read == self._read:
            return
        self._read = read
        self.people = who_can_act(stand, self._look.language)
        self.lines = log_lines(stand.entries, stand.director, self._look.words)
        self.listed.emit(self.lines)
