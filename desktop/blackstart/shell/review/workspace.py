"""Looking back: joins the presenter with the bar and the page of a run."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QApplication, QStackedWidget, QVBoxLayout, QWidget

from blackstart.core.record.rows import RunRow
from blackstart.shell.actions.deeds import add_deeds
from blackstart.shell.actions.spec import add_actions
from blackstart.shell.review.actions import review_actions
from blackstart.shell.review.one_line import one_line
from blackstart.shell.review.page_room import Part
from blackstart.shell.review.places import Places
from blackstart.shell.review.playback import PACES
from blackstart.shell.review.presenter import ReviewPresenter
from blackstart.shell.review.recorded import Recorded
from blackstart.shell.review.rooms import furnish
from blackstart.shell.review.run_facts import run_facts
from blackstart.shell.review.run_page import RunPage
from blackstart.shell.review.top_bar import RunChoice, TopBar
from blackstart.shell.support.look import Look
from blackstart.shell.widgets.plain_page import PlainPage
from blackstart.shell.widgets.word_wrap import before_colon

translate = QCoreApplication.translate


class ReviewWorkspace(QWidget):
    """One page for the run that is open, another for when there is none."""

    run_wished = Signal(str)  # RunId

    def __init__(self, presenter: ReviewPresenter, look: Look) -> None:
        super().__init__()
        self._presenter = presenter
        self._look = look
        self._has_runs = False
        self._facts = ""  # of the run that is open, in one line
        self.bar = TopBar(look)
        self.page = RunPage(look)
        self.map = self.page.map
        self.plain = PlainPage(look)
        self.pages = QStackedWidget()
        self._lay_out()
        self._join()
        deeds = self._deeds()
        add_actions(self, review_actions(), deeds, dict.fromkeys(deeds, self._hindrance))
        self.rooms = furnish(presenter, Places(self, self.bar, self.page, self._take_focus), look)
        add_deeds(self, (room.deeds() for room in self.rooms))
        self._say_none()

    def _hindrance(self) -> str:
        return "" if self._presenter.run_id is not None else translate("ReviewActions", "No run is open.")

    def show_runs(self, rows: tuple[RunRow, ...]) -> None:
        """List the runs to choose from; the one that is open stays chosen."""
        self._has_runs = bool(rows)
        self.bar.list_runs([self._choice(row) for row in rows], self._presenter.run_id)
        if self._presenter.run_id is None:
            self._say_none()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing is played that nobody sees."""
        super().hideEvent(event)
        self._presenter.playback.hold()

    @property
    def drafts(self) -> Mapping[str, object]:
        """What was typed in each room and stands in no journal."""
        return {room.name: room.draft() for room in self.rooms}

    def take_drafts(self, drafts: Mapping[str, object]) -> None:
        """Go on with what was typed on another page."""
        for room in self.rooms:
            room.take_draft(drafts.get(room.name))

    def _take_focus(self) -> None:
        self.page.ruler.setFocus()

    def _choice(self, row: RunRow) -> RunChoice:
        title = self._presenter.title_of(row)
        return RunChoice(row.run, self._words(row, title), self._words(row, before_colon(title)))

    def _words(self, row: RunRow, title: str) -> str:
        words = translate("Review", "Run {number} {team}, {title}") if row.team else ""
        words = words or translate("Review", "Run {number}, {title}")
        return one_line(words.format(title=title, number=row.number, team=row.team))

    def _show_run(self, recorded: Recorded) -> None:
        title, words = one_line(recorded.drill.title.to(self._look.language)), translate("Review", "Review: {title}")
        self._facts = run_facts(recorded, self._look)
        self.bar.say(words.format(title=title), self._facts, words.format(title=before_colon(title)))
        self.bar.choose_run(recorded.row.run)
        self.bar.enable(True)
        self.page.show_run(recorded)
        self._turn_to(self.page, self.page.ruler)

    def _say_none(self) -> None:
        self.bar.say(translate("Review", "Review"), "")
        if self._has_runs:
            self._say(translate("Review", "No run is chosen."), translate("Review", "Look back at the last run"))
        else:
            self._say(translate("Review", "No runs yet. Play a drill from the library; it is recorded by itself."))

    def _say_reading(self) -> None:
        sentence = translate("Review", "The run is being read.")
        if self._presenter.run_id is None:
            self._say(sentence)
        else:
            self.bar.facts.say(sentence)

    def _say_unread(self, why: str) -> None:
        """Say why the run that was asked for cannot be shown; the one that is open stays open."""
        self.bar.choose_run(self._presenter.run_id)
        if self._presenter.run_id is None:
            self._say(why)
        else:
            self.bar.facts.say(self._facts)
            self._presenter.refused.emit(why)

    def _say(self, sentence: str, deed: str = "") -> None:
        self.plain.say(sentence, deed)
        self._turn_to(self.plain, self.plain.button if deed else self.bar.picker)

    def _turn_to(self, page: QWidget, first: QWidget) -> None:
        """Show a page, and give the keys to its first part if they were this workspace's."""
        focused = QApplication.focusWidget()
        is_lost = focused is None and self.isVisible()  # as what had it was put away with the page before
        has_keys = is_lost or (focused is not None and (focused is self or self.isAncestorOf(focused)))
        is_other = is_lost or self.pages.currentWidget() is not page
        self.pages.setCurrentWidget(page)
        self.setFocusProxy(first)
        if has_keys and is_other:
            first.setFocus()

    def _show_playing(self, is_playing: bool, pace: int) -> None:
        self.bar.show_playing(is_playing=is_playing)
        self.bar.choose_pace(self._presenter.playback.pace)
        self.page.map.show_tempo(is_playing, pace)

    def _toggle(self) -> None:
        if self._presenter.run_id is not None:
            self._presenter.playback.toggle()

    def _to_start(self) -> None:
        self._presenter.seek(0)

    def _to_end(self) -> None:
        self._presenter.seek(self.page.axis.end)

    def _choose_strips(self) -> None:
        self.page.show_part(Part.STRIPS)
        self.page.panel.choose_next()

    def _deeds(self) -> dict[str, Callable[[], object]]:
        presenter, page = self._presenter, self.page
        paces = {
            f"review.pace-{number}": partial(presenter.playback.choose_pace, pace)
            for number, pace in enumerate(PACES, start=1)
        }
        return paces | {
            "review.play": self._toggle,
            "review.next": presenter.seek_next,
            "review.before": presenter.seek_before,
            "review.start": self._to_start,
            "review.end": self._to_end,
            "review.playhead": page.ruler.setFocus,
            "review.strips": partial(page.go_to, Part.STRIPS),
            "review.choice": self._choose_strips,
            "review.nearer": partial(page.axis.zoom, 1),
            "review.farther": partial(page.axis.zoom, -1),
            "review.whole": page.axis.show_whole,
            "review.map": page.toggle_map,
            "review.fit": page.map.fit_chosen_or_all,
            "review.actual-size": page.map.actual_size,
        }

    def _join(self) -> None:
        presenter, page, bar = self._presenter, self.page, self.bar
        presenter.listed.connect(self.show_runs)
        presenter.reading.connect(self._say_reading)
        presenter.unread.connect(self._say_unread)
        presenter.opened.connect(self._show_run)
        presenter.moved.connect(page.show_now)
        presenter.map_shown.connect(page.map.show_picture)
        presenter.facts_shown.connect(page.show_facts)
        presenter.chosen_shown.connect(page.show_chosen)
        presenter.stood.connect(page.side.show_moment)
        presenter.playback.turned.connect(self._show_playing)
        page.axis.sought.connect(presenter.seek)
        page.table.sought.connect(presenter.seek)
        page.map.chosen.connect(presenter.choose)
        page.panel.strips.chosen.connect(presenter.choose)
        page.panel.strips.hovered.connect(presenter.point_at)
        page.map.hovered.connect(page.panel.strips.show_pointed)
        bar.run_picked.connect(presenter.open)
        bar.pace_picked.connect(presenter.playback.choose_pace)
        bar.play.clicked.connect(self._toggle)
        bar.to_start.clicked.connect(self._to_start)
        bar.to_next.clicked.connect(presenter.seek_next)
        self.plain.pressed.connect(presenter.open_last)

    def _lay_out(self) -> None:
        self.pages.addWidget(self.plain)
        self.pages.addWidget(self.page)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.bar)
        whole.addWidget(self.pages, 1)
