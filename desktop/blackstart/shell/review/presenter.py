"""Review's presenter: reads runs in a worker and folds them to wherever the playhead is."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from blackstart.core.base.errors import UserError
from blackstart.core.base.ids import ComponentId, RunId
from blackstart.core.base.simtime import Seconds
from blackstart.core.base.text import Text
from blackstart.core.play.commands import Command
from blackstart.core.record.rows import RunRow
from blackstart.core.session.clock import ExerciseClock
from blackstart.core.topology.model import Topology
from blackstart.shell.canvas.faces import picture_of
from blackstart.shell.canvas.facts import facts_of
from blackstart.shell.canvas.moment import Moment
from blackstart.shell.canvas.picture import Picture
from blackstart.shell.document.opening import Opener
from blackstart.shell.review.chosen_facts import chosen_facts
from blackstart.shell.review.moments import Moments
from blackstart.shell.review.playback import Playback
from blackstart.shell.review.recorded import Recorded, read_recorded
from blackstart.shell.review.writing import OnConsole, write_after
from blackstart.shell.support.look import Look
from blackstart.shell.support.translation import sentence_of
from blackstart.shell.support.workers import Worker

LIT_S = 0.9  # real seconds for which the way of a change stays lit while a run is played back
OPEN = "review.open"  # what reading a run is called in the worker
MOST_FOLDED = 200  # moments that are kept, so that going back to one costs nothing


class ReviewPresenter(QObject):
    """One recorded run, at one moment.

    The playhead goes at once to where it is wanted; the map follows as fast as moments are folded, always to the
    last one that was wished for.

    Attributes
    ----------
    worker : Worker
        Does what would stall the window, for the rooms of Review too.
    opener : Opener
        Keeps the drills that were read; to be asked in the worker's thread.
    rows : tuple of RunRow
        The runs of the library, the latest first.
    """

    listed = Signal(object)  # tuple[RunRow, ...]
    reading = Signal(str)  # run that has been asked for
    stage_reached = Signal(object)  # Progress of reading it, from the worker
    opened = Signal(object)  # Recorded
    unread = Signal(str)  # why the run that was asked for cannot be shown
    map_shown = Signal(object)  # canvas Picture
    facts_shown = Signal(object)  # canvas Facts of the chosen component, or None
    chosen_shown = Signal(object)  # ComponentId of what is chosen, or None
    moved = Signal(int)  # exercise seconds of the playhead
    stood = Signal(object)  # Moment that the map shows
    rewritten = Signal(object)  # Recorded, once something was added to its journal; all else of it is as it was
    written = Signal(object)  # the command that was added
    refused = Signal(str)

    def __init__(
        self,
        library: Path,
        worker: Worker,
        opener: Opener,
        look: Look,
        parent: QObject | None = None,
        clock: Callable[[], ExerciseClock] = ExerciseClock,
        on_console: OnConsole | None = None,
    ) -> None:
        super().__init__(parent)
        self._on_console = on_console
        self._writings = 0
        self._library = library
        self.worker = worker
        self.opener = opener
        self._look = look
        self.rows: tuple[RunRow, ...] = ()
        self._moments: Moments | None = None
        self._folded: dict[Seconds, Moment] = {}
        self._folding: Seconds | None = None
        self._wanted = Seconds(0)
        self._chosen: ComponentId | None = None
        self._pointed: ComponentId | None = None
        self._picture: Picture | None = None
        self._recorded: Recorded | None = None
        self._moment: Moment | None = None
        self._titles: dict[str, Text] = {}  # of drills that were read, by their text's digest
        self._known: Mapping[RunId, str] = {}  # titles that others know
        self.playback = Playback(clock(), self)
        self.playback.passed.connect(self._stand_at)
        look.changed.connect(self._show)

    @property
    def run_id(self) -> RunId | None:
        return self._recorded.row.run if self._recorded is not None else None

    def title_of(self, row: RunRow) -> str:
        """Return what a run goes by: its name, else its drill's title, in the language of the moment if it is known."""
        title = self._titles.get(row.drill)
        known = title.to(self._look.language) if title is not None else self._known.get(row.run, row.title)
        return row.name or known

    @property
    def topology(self) -> Topology | None:
        """What the map shows; None = no run is open."""
        return self._recorded.drill.topology if self._recorded is not None else None

    def list_runs(self, rows: tuple[RunRow, ...], titles: Mapping[RunId, str]) -> None:
        """Take in which runs there are, and what they go by in the language of the moment."""
        self.rows, self._known = rows, titles
        self.listed.emit(rows)

    def read_from(self, library: Path) -> None:
        """Look for runs in another library from now on."""
        self._library = library

    def open(self, run: RunId) -> None:
        """Read a run and show how it stood at its end."""
        self.playback.hold()
        self.reading.emit(run)
        work = partial(read_recorded, self._library, run, self.opener, self.stage_reached.emit)
        self.worker.do(OPEN, work, self._take, self._fail_to_read)

    def open_last(self) -> None:
        """Read the run that was begun last."""
        if self.rows:
            self.open(self.rows[0].run)

    def seek(self, at: int) -> None:
        """Move the playhead, playing on from there if it plays."""
        if self._recorded is not None:
            when = Seconds(min(max(at, 0), self._recorded.reached))
            self.playback.move_to(when)
            self._stand_at(when)

    def seek_next(self) -> None:
        """Go to the next second in which anything happened, or to the end."""
        if self._recorded is not None:
            times = self._recorded.happenings
            place = bisect_right(times, self._wanted)
            self.seek(times[place] if place < len(times) else self._recorded.reached)

    def seek_before(self) -> None:
        """Go to the last second before in which anything happened, or to the beginning."""
        if self._recorded is not None:
            times = self._recorded.happenings
            place = bisect_left(times, self._wanted)
            self.seek(times[place - 1] if place else 0)

    def choose(self, component: ComponentId | None) -> None:
        """Choose a card, or none."""
        if component != self._chosen:
            self._chosen = component
            self._show()

    def point_at(self, component: ComponentId | None) -> None:
        """Light a card for as long as something is pointed at elsewhere; then what is chosen again."""
        if component != self._pointed:
            self._pointed = component
            self._show_map()

    def write(self, command: Command) -> None:
        """Add to the journal of the run: a rating, a finding, an improvement, a correction, a note."""
        recorded = self._recorded
        if recorded is None:
            return
        run, library = recorded.row.run, self._library
        was_written = self._on_console(run, command) if self._on_console is not None else None
        if was_written is not None:
            if was_written:
                self._read_again(command)
            return
        self._writings += 1
        # Under a name of its own: of two that are written at once none is dropped.
        name = f"review.write-{self._writings}"
        done = partial(self._read_again, command)
        self.worker.do(name, partial(write_after, library, run, command, self.opener), lambda _: done(), self._refuse)

    @property
    def recorded(self) -> Recorded | None:
        """The run that is open."""
        return self._recorded

    def show_all(self) -> None:
        """Tell everything there is to show once more."""
        recorded = self._recorded
        if recorded is not None:
            self.opened.emit(recorded)
            self.moved.emit(self._wanted)
            self._show()
            self.playback.choose_pace(self.playback.pace)

    def _take(self, recorded: Recorded) -> None:
        self._recorded, self._moment, self._picture = recorded, None, None
        self._chosen = self._pointed = None
        self._moments = Moments(recorded)
        self._titles[recorded.row.drill] = recorded.drill.title
        self._forget_folded()
        exercise = recorded.drill.exercise
        self.playback.load(recorded.reached, exercise.phases if exercise is not None else ())
        self.opened.emit(recorded)
        self.listed.emit(self.rows)
        self._stand_at(recorded.reached)

    def _forget_folded(self) -> None:
        self.worker.forget("review.fold")
        self._folded.clear()
        self._folding = None

    def _stand_at(self, at: int) -> None:
        self._wanted = Seconds(at)
        self.moved.emit(at)
        moment = self._folded.get(self._wanted)
        if moment is not None:
            self._stand(moment)
        elif self._folding is None:
            self._fold()

    def _fold(self) -> None:
        moments, when = self._moments, self._wanted
        if moments is not None:
            self._folding = when
            since = when - self.playback.seconds_in(LIT_S) if self.playback.is_playing else None
            keep = self._keep if since is None else self._pass
            self.worker.do("review.fold", lambda: moments.at(when, since), keep, self._refuse)

    def _keep(self, moment: Moment) -> None:
        """Show a moment, and keep it."""
        if len(self._folded) >= MOST_FOLDED:
            del self._folded[next(iter(self._folded))]
        self._folded[moment.now] = moment
        self._pass(moment)

    def _pass(self, moment: Moment) -> None:
        """Show a moment."""
        self._folding = None
        if self._wanted not in (moment.now, *self._folded):
            self._fold()  # the playhead has gone on in the meantime; what was folded lies on its way
        self._stand(moment)

    def _stand(self, moment: Moment) -> None:
        self._moment = moment
        self._show()

    def _show(self) -> None:
        if self._recorded is None or self._moment is None:
            return
        recorded, moment, chosen, words = self._recorded, self._moment, self._chosen, self._look.words
        self._picture = picture_of(moment, recorded.drawing, words, chosen, recorded.made)
        self._show_map()
        facts = facts_of(moment, chosen, words) if chosen is not None else None
        self.facts_shown.emit(chosen_facts(facts, moment, recorded.known, self._look) if facts is not None else None)
        self.chosen_shown.emit(chosen)
        self.stood.emit(moment)

    def _show_map(self) -> None:
        if self._picture is not None:
            self.map_shown.emit(replace(self._picture, chosen=self._pointed or self._chosen))

    def _read_again(self, command: Command) -> None:
        self.written.emit(command)
        if self._recorded is not None:
            run = self._recorded.row.run
            work = partial(read_recorded, self._library, run, self.opener)
            self.worker.do("review.again", work, self._take_again, self._refuse)

    def _take_again(self, recorded: Recorded) -> None:
        if self._recorded is not None and recorded.row.run == self._recorded.row.run:
            self._recorded = recorded
            self.rewritten.emit(recorded)

    def _fail_to_read(self, fault: UserError) -> None:
        self.unread.emit(sentence_of(fault))

    def _refuse(self, fault: UserError) -> None:
        self._folding = None
        self.refused.emit(sentence_of(fault))
