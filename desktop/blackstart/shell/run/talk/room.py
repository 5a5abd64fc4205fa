"""The room of what is said: notes and public words."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QObject

from blackstart.shell.actions.deeds import RoomDeeds
from blackstart.shell.actions.spec import ActionSpec, key_text
from blackstart.shell.run.places import Places
from blackstart.shell.run.presenter import RunPresenter
from blackstart.shell.run.talk.presenter import TalkPresenter
from blackstart.shell.run.talk.sheet import WordsDraft
from blackstart.shell.run.talk.words_panel import NOTE, WORD, WordsPanel
from blackstart.shell.support.look import Look

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class TalkDraft:
    """What is half written for the run on the console, and for runs that were put away, by their ids."""

    words: WordsDraft
    left: Mapping[str, WordsDraft]


class TalkRoom(QObject):
    """Joins the field to the run and puts it below the right column."""

    def __init__(self, run: RunPresenter, places: Places, look: Look) -> None:
        super().__init__(places.page)
        self._left: dict[str, WordsDraft] = {}
        self._note = ActionSpec("run.note", translate("TalkRoom", "Write a note"), ("N",))
        self._word = ActionSpec("run.word", translate("TalkRoom", "Record a public word"), ("W",))
        self.presenter = TalkPresenter(run, look, self)
        self.words = WordsPanel({NOTE: key_text(self._note), WORD: key_text(self._word)}, look, places.page)
        places.side.hold_words(self.words)
        self.presenter.shown.connect(self.words.show_sheet)
        self.presenter.recorded.connect(self.words.clear_recorded)
        self.presenter.recorded.connect(places.take_focus)
        self.presenter.parted.connect(self._part)
        self.presenter.joined.connect(self._go_on)
        self.words.noted.connect(self.presenter.note)
        self.words.said.connect(self.presenter.say)
        self.words.left.connect(places.take_focus)

    @property
    def name(self) -> str:
        return "talk"

    def deeds(self) -> RoomDeeds:
        return RoomDeeds(
            (self._note, self._word),
            {self._note.id: self.write_note, self._word.id: self.write_word},
            {self._note.id: self.presenter.why_no_note, self._word.id: self.presenter.why_no_word},
        )

    def draft(self) -> TalkDraft:
        return TalkDraft(self.words.draft(), dict(self._left))

    def take_draft(self, draft: object) -> None:
        if isinstance(draft, TalkDraft):
            self.words.take_draft(draft.words)
            self._left = dict(draft.left)

    def write_note(self) -> None:
        """Put the cursor where a note is written."""
        self._begin(NOTE, self.presenter.why_no_note())

    def write_word(self) -> None:
        """Put the cursor where a public word is written."""
        self._begin(WORD, self.presenter.why_no_word())

    def _part(self, run: str) -> None:
        """Keep what is half written until somebody goes on with that run."""
        draft = self.words.draft()
        if any(draft.texts.values()):
            self._left[run] = draft
        self.words.clear()

    def _go_on(self, run: str) -> None:
        draft = self._left.pop(run, None)
        if draft is not None:
            self.words.take_draft(draft)

    def _begin(self, mode: str, why_not: str) -> None:
        if why_not:
            self.presenter.refused.emit(why_not)
        else:
            self.words.begin(mode)
