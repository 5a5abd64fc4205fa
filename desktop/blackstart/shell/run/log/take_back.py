"""A wrong click, taken back within seconds: offered for what was just decided or begun."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, QObject

from blackstart.core.base.words import Words
from blackstart.core.play.commands import Act, ActUnscripted, Decide, DecideUnscripted, Entry, TakeBack
from blackstart.core.play.director import Director
from blackstart.shell.actions.offer import Offer
from blackstart.shell.run.presenter import RunPresenter
from blackstart.shell.run.reasons import queued_anew, wrong_click
from blackstart.shell.run.sentences import decided_sentence
from blackstart.shell.run.stand import RunStand
from blackstart.shell.run.waits import waits_words
from blackstart.shell.support.look import Look

translate = QCoreApplication.translate


class TakeBackOffers(QObject):
    """Hears what was done at the console; what was done before it was opened is taken back in the log."""

    def __init__(self, run: RunPresenter, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._run = run
        self._look = look
        self._known: tuple[str | None, int] = (None, 0)  # the run, and how much of its journal was seen
        run.stood.connect(self._take)

    def _take(self, stand: RunStand) -> None:
        run, seen = self._known
        self._known = self._run.run_id, len(stand.entries)
        if run is None or run != self._run.run_id:
            return
        for place in range(seen, len(stand.entries)):
            self._offer(stand.entries, place, stand.director)

    def _offer(self, entries: Sequence[Entry], place: int, director: Director) -> None:
        entry = entries[place]
        if isinstance(entry.command, TakeBack):
            if entry.command.why != queued_anew():
                self._run.told.emit(translate("TakeBack", "Taken back; what has happened meanwhile stays."))
            return
        if _is_asked_again(entries, place) or director.refusal(TakeBack(entry.seq, "")) is not None:
            return
        sentence = _sentence(entry, director, self._look.words)
        if sentence:
            deed = partial(take_back, self._run, self._run.run_id, entry.seq)
            self._run.offered.emit(Offer(sentence, translate("TakeBack", "Take back"), deed, is_passing=True))


def take_back(run: RunPresenter, run_id: str | None, seq: int) -> None:
    """Take a wrong click back, unless another run has come to the console meanwhile."""
    if run.run_id == run_id:
        run.submit(TakeBack(seq, wrong_click()))


def _is_asked_again(entries: Sequence[Entry], place: int) -> bool:
    """Whether something was only put further back in its queue."""
    before = entries[place - 1].command if place else None
    return isinstance(before, TakeBack) and before.why == queued_anew()


def _sentence(entry: Entry, director: Director, words: Words) -> str:
    """Say what was just done; empty = nothing that could be taken back."""
    match entry.command:
        case Decide(decision=decision, option=option):
            return decided_sentence(decision, option, director, words.language)
        case DecideUnscripted(choice=choice):
            return translate("TakeBack", "Recorded: {choice}").format(choice=choice)
        case Act() | ActUnscripted():
            return _begun(entry.seq, director, words)
        case _:
            return ""


def _begun(seq: int, director: Director, words: Words) -> str:
    """Say how what was begun stands; where it waits, for what."""
    standing = next((each for each in director.actions() if each.seq == seq), None)
    if standing is None:
        return ""
    text = standing.action.text.to(words.language)
    if standing.waits_for:
        waits = waits_words(standing.waits_for, director.drill.topology, words)
        return translate("TakeBack", "Ordered: {action}; {waits}").format(action=text, waits=waits)
    if standing.state == "done":
        return translate("TakeBack", "Done: {action}").format(action=text)
    if standing.by_hand:
        return translate("TakeBack", "Begun by hand: {action}").format(action=text)
    return translate("TakeBack", "Begun: {action}").format(action=text)
