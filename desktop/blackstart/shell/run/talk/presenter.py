"""The presenter of what is said at the console: notes and public words go through it to the run."""

from PySide6.QtCore import QCoreApplication, QObject, Signal

from blackstart.core.exercise.model import Drill
from blackstart.core.play.commands import Note, Say
from blackstart.shell.run.people import authors_of, speakers_of
from blackstart.shell.run.presenter import RunPresenter
from blackstart.shell.run.stand import RunStand
from blackstart.shell.run.talk.mentions import Register, Thing
from blackstart.shell.run.talk.sheet import (
    WordsSheet,
    listeners_of,
    named_in_script,
    named_of_late,
    named_on_map,
    word_told,
)
from blackstart.shell.support.look import Look

translate = QCoreApplication.translate


class TalkPresenter(QObject):
    """Hears how the run stands, and tells the field what it needs to know."""

    shown = Signal(object)  # WordsSheet
    recorded = Signal()  # what was written stands in the journal
    parted = Signal(str)  # from that run: what is half written was for it
    joined = Signal(str)  # that run is on the console now
    refused = Signal(str)  # one sentence for the message bar

    def __init__(self, run: RunPresenter, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._run = run
        self._look = look
        self._drill: Drill | None = None
        self._named_of: tuple[object, ...] = ()
        self._on_map: tuple[Thing, ...] = ()
        self._in: tuple[tuple[Thing, ...], ...] = ()  # what the register was made of
        self._register = Register()
        self._joined = ""
        self._sheet: WordsSheet | None = None
        run.stood.connect(self._hear)
        run.parted.connect(self._part)
        self.refused.connect(run.refused)

    def note(self, words: str, by: str, about: tuple[str, ...]) -> None:
        """Record what somebody saw."""
        self._submit(Note(words, by, about))

    def say(self, words: str, by: str, to: str) -> None:
        """Record what the public was told."""
        self._submit(Say(words, by, to))

    def why_no_note(self) -> str:
        """Say why nothing can be noted now; after the end it still can."""
        return "" if self._run.run_id is not None else translate("TalkPresenter", "The run has not begun.")

    def why_no_word(self) -> str:
        """Say why no public word can be recorded now."""
        ended = self._run.run_id is not None and not self._run.is_under_way
        return translate("TalkPresenter", "The run has ended.") if ended else self.why_no_note()

    def _submit(self, command: Note | Say) -> None:
        if self._run.submit(command):
            self.recorded.emit()

    def _part(self) -> None:
        self._joined = ""
        self.parted.emit(self._run.run_id or "")

    def _hear(self, stand: RunStand) -> None:
        run_id = self._run.run_id or ""
        if run_id != self._joined:
            self._joined = run_id
            self.joined.emit(run_id)
        director, entries, language = stand.director, stand.entries, self._look.language
        told, is_due = word_told(director, entries, stand.now) if stand.is_under_way else ("", False)
        sheet = WordsSheet(
            self._named(stand),
            authors_of(director.begin, entries),
            speakers_of(director, entries, language),
            listeners_of(entries),
            told,
            is_due,
        )
        if sheet != self._sheet:
            self._sheet = sheet
            self.shown.emit(sheet)

    def _named(self, stand: RunStand) -> Register:
        """All that can be named; made anew only where that is news, for maps can be large."""
        director, language = stand.director, self._look.language
        opened = tuple(each.decision.id for each in director.open_decisions())
        named_of = (id(director.drill), language, opened, len(director.delivered()), len(stand.entries))
        if named_of == self._named_of:
            return self._register
        if self._named_of[:2] != named_of[:2]:
            self._on_map = named_on_map(director, language)
        self._drill, self._named_of = director.drill, named_of  # kept, so that no other drill can have its id
        late, script = named_of_late(director, self._look.words), named_in_script(director, self._look.words)
        if (late, script, self._on_map) != self._in:
            self._in = (late, script, self._on_map)
            self._register = Register((*late, *self._on_map, *(each for each in script if each not in late)))
        return self._register
