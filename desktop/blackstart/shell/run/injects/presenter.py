"""The injects' presenter: tells what is to come, and takes what is to be done with it to the run."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QObject, Signal

from blackstart.core.base.errors import UnfitValue
from blackstart.core.base.ids import ComponentId, DecisionId, InjectId
from blackstart.core.base.simtime import clock_face
from blackstart.core.base.typed_time import parse_time
from blackstart.core.exercise.model import Drill
from blackstart.core.play.commands import Deliver, Improvise, Move, Open, Seen, Skip
from blackstart.shell.actions.offer import Offer
from blackstart.shell.run.coming import ComingRow
from blackstart.shell.run.feed_line import FeedLine
from blackstart.shell.run.injects.book import Book, BookEntry
from blackstart.shell.run.injects.coming_rows import ComingRows
from blackstart.shell.run.injects.feed_lines import feed
from blackstart.shell.run.injects.judging import Judge
from blackstart.shell.run.presenter import RunPresenter
from blackstart.shell.run.stand import RunStand
from blackstart.shell.support.look import Look
from blackstart.shell.support.translation import sentence_of

translate = QCoreApplication.translate

MOST_NAMED = 80  # characters of an inject in a message: all of it would cover the map


class InjectsPresenter(QObject):
    """Hears how the run stands; says nothing twice.

    Attributes
    ----------
    coming : tuple of ComingRow
        What can still come, as it was told last.
    judge : Judge
        Says of what is being typed whether it will do.
    """

    coming_shown = Signal(object)  # tuple[ComingRow, ...]
    feed_shown = Signal(object)  # tuple[FeedLine, ...]
    book_shown = Signal(object)  # tuple[BookEntry, ...]

    refused = Signal(str)  # one sentence, as the bar says it
    parted = Signal()  # from a run, and from what was half written for it

    def __init__(self, run: RunPresenter, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._run = run
        self._look = look
        self._maker: ComingRows | None = None
        self.coming: tuple[ComingRow, ...] = ()
        self._is_told = False
        self._feed: tuple[FeedLine, ...] | None = None
        self._entries: tuple[BookEntry, ...] = ()
        self._book: Book | None = None
        self.judge = Judge(look)
        self._is_under_way = self._is_hidden = False
        self._drill: Drill | None = None
        run.stood.connect(self._hear)
        run.refused.connect(self.refused)
        run.parted.connect(self.parted)

    @property
    def is_under_way(self) -> bool:
        """Whether anything can be done with what is to come."""
        return self._is_under_way

    def why_hidden(self) -> str:
        """Say why nothing is shown of what is to come; empty = it is."""
        words = translate("Injects", "In self-study nothing is shown before it comes.")
        return words if self._is_hidden else ""

    @property
    def drill(self) -> Drill | None:
        """What is played."""
        return self._drill

    def can_act(self) -> bool:
        """Whether anything can be done now; else the bar says why not."""
        if not self._is_under_way:
            self._run.refused.emit(translate("RunHindrances", "No run is under way."))
        return self._is_under_way

    def row(self, key: str) -> ComingRow | None:
        """Return what is to come, or has come, under a key."""
        rows = (*self.coming, *(entry.row for entry in self._entries))
        return next((row for row in rows if row.key == key), None)

    @property
    def entries(self) -> tuple[BookEntry, ...]:
        """How every inject stands."""
        return self._entries

    def refuse_verb(self) -> None:
        """Say that something else than an inject is chosen, or one that this cannot be done to."""
        self._run.refused.emit(translate("Injects", "That cannot be done with what is chosen."))

    def deliver(self, id_: str) -> None:
        """Deliver an inject now, whatever it waits for."""
        name = self._name(f"inject:{id_}")
        if self._run.submit(Deliver(InjectId(id_))):
            self._tell(translate("Injects", "Delivered: {name}"), name)

    def hold_back(self, id_: str) -> None:
        """Let an inject wait for a hand."""
        name, undo = self._name(f"inject:{id_}"), self._way_back(id_)
        if self._run.submit(Move(InjectId(id_), None)):
            self._tell(translate("Injects", "Held back until you deliver it or give it a time: {name}"), name, undo)

    def skip(self, id_: str, why: str) -> None:
        """Leave an inject out."""
        name = self._name(f"inject:{id_}")
        if self._run.submit(Skip(InjectId(id_), why)):
            self._tell(translate("Injects", "Skipped, and can still be delivered by hand: {name}"), name)

    def move(self, id_: str, typed: str) -> None:
        """Deliver an inject at the time that was typed."""
        name, undo = self._name(f"inject:{id_}"), self._way_back(id_)
        try:
            at = parse_time(typed, self.judge.now)
        except UnfitValue as fault:
            self._run.refused.emit(sentence_of(fault))
            return
        if self._run.submit(Move(InjectId(id_), at)):
            words = translate("Injects", "Comes at {time}, and can be moved again: {name}")
            self._tell(words.replace("{time}", clock_face(at)), name, undo)

    def see(self, id_: str, note: str = "") -> None:
        """Note that the response to an inject was seen."""
        self._run.submit(Seen(InjectId(id_), note))

    def improvise(self, written: Improvise, when: str) -> bool:
        """Deliver what was written on the spot, or plan it for the time that was typed; False = it was refused."""
        try:
            at = parse_time(when, self.judge.now) if when else None
        except UnfitValue as fault:
            self._run.refused.emit(sentence_of(fault))
            return False
        if not self._run.submit(replace(written, at_s=at)):
            return False
        if at is not None:
            words = translate("Injects", "Comes at {time}, and can be moved again: {name}")
            self._tell(words.replace("{time}", clock_face(at)), written.text)
        return True

    def open(self, id_: str) -> None:
        """Put a decision to the team now."""
        self._run.submit(Open(DecisionId(id_)))

    def show(self, id_: str) -> None:
        """Choose a component on the map."""
        self._run.map.choose(ComponentId(id_))

    def _hear(self, stand: RunStand) -> None:
        director = stand.director
        self.judge.hear(stand)
        self._is_under_way, self._drill = stand.is_under_way, director.drill
        maker = self._maker
        if maker is None or maker.drill is not director.drill or maker.words is not self._look.words:
            maker = self._maker = ComingRows(director, self._look.words)
            self._book = Book(maker)
        self._is_hidden = stand.is_self_study
        rows = () if self._is_hidden else maker.rows(director)
        if rows != self.coming or not self._is_told:
            self.coming, self._is_told = rows, True
            self.coming_shown.emit(rows)
        lines = feed(director, stand.entries, self._look.language)
        if self._is_hidden:
            lines = tuple(replace(line, expect="") for line in lines)
        if lines != self._feed:
            self._feed = lines
            self.feed_shown.emit(lines)
        book = None if self._is_hidden else self._book
        entries = book.entries(director, stand.entries) if book is not None else ()
        if entries != self._entries:
            self._entries = entries
            self.book_shown.emit(entries)

    def _name(self, key: str) -> str:
        row = self.row(key)
        if row is None:
            return key
        said = f"{row.title}: {row.text}" if row.text else row.title
        return said if len(said) <= MOST_NAMED else f"{said[:MOST_NAMED].rstrip()}…"

    def _way_back(self, id_: str) -> Callable[[], None] | None:
        """Return what puts a timed inject back to its time, for a hand that slipped; a condition cannot be put back."""
        row = self.row(f"inject:{id_}")
        if row is None or not row.is_timed or row.at is None:
            return None
        back, run_id = Move(InjectId(id_), row.at), self._run.run_id

        def put_back() -> None:
            if self._run.run_id == run_id:
                self._run.submit(back)

        return put_back

    def _tell(self, words: str, name: str, undo: Callable[[], None] | None = None) -> None:
        sentence = words.format(name=name)
        if undo is None:
            self._run.told.emit(sentence)
        else:
            self._run.offered.emit(Offer(sentence, translate("Injects", "Undo"), undo, is_passing=True))
