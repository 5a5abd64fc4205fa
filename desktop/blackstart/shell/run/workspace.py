"""The console: map with states, clock, open decision, delivered injects, notes."""

from PySide6.QtCore import QCoreApplication, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from blackstart.core.play.commands import End, Pace
from blackstart.shell.actions.deeds import add_deeds
from blackstart.shell.actions.spec import add_actions, key_text
from blackstart.shell.canvas.facts import Facts
from blackstart.shell.canvas.legend import Legend
from blackstart.shell.canvas.picture import Picture
from blackstart.shell.canvas.tally import tally_of
from blackstart.shell.canvas.view import MapView
from blackstart.shell.run.actions import run_actions
from blackstart.shell.run.clock_bar import PACES, PHASE, ClockBar
from blackstart.shell.run.console_layout import lay_out
from blackstart.shell.run.drafts import RunDraft
from blackstart.shell.run.end_question import EndQuestion
from blackstart.shell.run.figures import Figures
from blackstart.shell.run.foot import Foot
from blackstart.shell.run.hindrances import Hindrances
from blackstart.shell.run.places import Places
from blackstart.shell.run.presenter import RunPresenter
from blackstart.shell.run.rooms import furnish
from blackstart.shell.run.sheets import ClockSheet, DrillSheet, Question
from blackstart.shell.run.side_column import SideColumn
from blackstart.shell.support.look import Look
from blackstart.shell.support.theme import SPACE_12, SPACE_16
from blackstart.shell.widgets.facts_panel import FactsPanel
from blackstart.shell.widgets.plain_page import PlainPage
from blackstart.shell.widgets.time_strip import TimeStrip

translate = QCoreApplication.translate

# What the map keeps of its height before the charts give way to one line, px.
LEAST_MAP_PX = 360
LEAST_OF_LOW_PX = 320  # of its height, before the legend gives way too
SIDE_SHARE = 0.4  # of the page's width, which the side column does not go beyond


class RunWorkspace(QWidget):
    """Lays the console out and joins widgets and presenter."""

    review_wished = Signal()
    room_changed = Signal()  # where a message may lie
    library_wished = Signal()  # there is nothing to play yet
    draw_wished = Signal()
    drawn_wished = Signal(object)  # tuple[ComponentId, ...] to be seen where the map is drawn

    def __init__(self, presenter: RunPresenter, look: Look) -> None:
        super().__init__()
        self._presenter = presenter
        self._look = look
        specs = run_actions()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.plain = PlainPage(look)
        self.bar = ClockBar(look)
        self.notices = QVBoxLayout()
        self.legend = Legend(look)
        self.map = MapView(look)
        self.map.overlay.takes_several = True
        self.facts = FactsPanel(self.map, look)
        self.strip = TimeStrip(look, is_seekable=False)
        self.foot = Foot(look)
        self._wants_charts: bool | None = None  # None = where there is room for them
        self.side = SideColumn({id_: key_text(spec) for id_, spec in specs.items()}, look)
        self._is_low = False
        self._lay_out()
        self._hear()
        self._wish()
        if presenter.map.topology is not None:
            self._show_console()  # at once, so that who was typing on another page can go on here
        deeds = {
            "run.play": self.play,
            "run.step": presenter.step,
            "run.decision": self.side.to_decision,
            "run.record": self.side.form.submit,
            "run.fit": self.map.fit_chosen_or_all,
            "run.actual-size": self.map.actual_size,
            "run.map": self.map.setFocus,
            "run.charts": self.switch_charts,
            "run.end": self.ask_to_end,
        }
        for number, key in enumerate((*map(str, PACES), PHASE), start=1):
            deeds[f"run.pace-{number}"] = self.bar.paces.button(key).click
        add_actions(self, specs.values(), deeds, Hindrances(presenter, self.side.form).by_action())
        parts = (self.bar, self.legend, self.map, self.foot, self.side)
        places = Places(self, *parts, self._take_focus, self.notices, self._share_room, self.drawn_wished.emit)
        self.rooms = {room.name: room for room in furnish(presenter, places, look)}
        add_deeds(self, (room.deeds() for room in self.rooms.values()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_room()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if Qt.Key(event.key()) is Qt.Key.Key_Escape:
            self._take_focus()  # out of any field, so that keys are the console's again
            return
        super().keyPressEvent(event)

    def message_room(self) -> QRect:
        """Where a message may lie on this page: over the map, beside what is told of a component."""
        if not self.map.isVisible():
            return self.rect()
        room = QRect(self.map.mapTo(self, QPoint(0, 0)), self.map.size())
        facts = self.facts.geometry().translated(room.topLeft())
        if self.facts.isVisible() and facts.bottom() > room.center().y():
            if facts.center().x() < room.center().x():
                room.setLeft(facts.right())
            else:
                room.setRight(facts.left())
        return room

    def step_back(self, is_behind: bool) -> None:
        """Let a message's button be the one to press in place of that which begins a run."""
        self.side.begin.step_back(is_behind=is_behind)

    @property
    def draft(self) -> RunDraft:
        """What was typed or set here and stands in no journal."""
        side = self.side
        rooms = {name: room.draft() for name, room in self.rooms.items()}
        form = side.form.drafts()
        return RunDraft(side.begin.team.text(), form, self._wants_charts, rooms)

    def take_draft(self, draft: RunDraft) -> None:
        """Go on with what was typed on another page."""
        self.side.begin.team.setText(draft.team)
        self.side.form.take_drafts(draft.decisions)
        self._wants_charts = draft.wants_charts
        for name, typed in draft.rooms.items():
            self.rooms[name].take_draft(typed)
        self._share_room()

    def switch_charts(self) -> None:
        """Show the charts, or what they say in one line."""
        self._wants_charts = self.foot.is_slim
        self._share_room()

    def play(self) -> None:
        """Let the clock go, or stop it; begin the run where none has begun."""
        if self._presenter.run_id is None:
            self.side.begin.begin()
        else:
            self._presenter.play_or_hold()

    def ask_to_end(self) -> None:
        """End the exercise after a question."""
        if self._presenter.is_under_way:
            question = EndQuestion(self._look)
            question.agreed.connect(self._end)
            question.open_over(self.window())

    def _show_clock(self, sheet: ClockSheet) -> None:
        self.bar.show_clock(sheet)
        self.side.show_clock(sheet)
        self.strip.show_now(sheet.now)
        self.foot.show_clock(sheet)

    def _share_room(self) -> None:
        """Give each part its room: the map goes before the charts, and before wide words at the side."""
        self.side.setFixedWidth(self.side.width_in(round(self.width() * SIDE_SHARE)))
        width = self.width() - self.side.width()
        legend = self.legend.whole_height(width - 2 * SPACE_16)
        above = self.bar.height() + self.notices.sizeHint().height()
        left = self.height() - above - legend - self.strip.height() - 3 * SPACE_12
        has_room = left - self.foot.whole_height() >= LEAST_MAP_PX
        wants = self._wants_charts
        self.foot.show_slim(width, is_slim=not (has_room if wants is None else wants))
        self._is_low = left - self.foot.minimumHeight() < LEAST_OF_LOW_PX
        self._explain(self.map.picture)

    def _explain(self, picture: Picture | None) -> None:
        """Let the legend count what there is, and leave its room to a low map."""
        self.legend.show_tally(tally_of(picture.signs) if picture is not None else {})
        moment = picture.moment if picture is not None else None
        is_brief = self._is_low and moment is not None
        self.legend.give_way(
            frozenset(each.shown for each in moment.standings.values()) if is_brief and moment is not None else None
        )

    def _end(self) -> None:
        if self._presenter.is_under_way:  # it can have come to its end while the question stood
            self._presenter.submit(End())

    def _set_pace(self, pace: int) -> None:
        self._presenter.submit(Pace(pace))

    def _ask(self, questions: tuple[Question, ...]) -> None:
        form, focused = self.side.form, self.focusWidget()
        before, was_inside = form.shown, focused is not None and form.isAncestorOf(focused)
        form.show_questions(questions)
        if was_inside and form.shown != before:
            self._take_focus()

    def _take_focus(self) -> None:
        """Keys are the console's again; Qt would give the focus to whatever comes next, and Space would press that."""
        self.map.setFocus()

    def _show_facts(self, facts: Facts | None) -> None:
        place = self.map.place_of(facts.component) if facts is not None else QRectF()
        before = self.facts.isVisible(), self.facts.geometry()
        self.facts.show_facts(facts, place, self.map.places)
        if before != (self.facts.isVisible(), self.facts.geometry()):
            self.room_changed.emit()

    def _show_figures(self, figures: Figures | None) -> None:
        """Wider figures can need a second row, and that is the map's."""
        self.foot.show_figures(figures)
        if self.foot.is_slim:
            self._share_room()

    def _show_console(self) -> None:
        """Put the console in place of the sentence that no exercise is open."""
        has_keys = self.plain.button.hasFocus()
        self.setFocusProxy(None)  # type: ignore[arg-type]  # Qt takes it, its stub does not say so
        self._pages.setCurrentIndex(1)
        if has_keys:
            self.setFocus()

    def _show_drill(self, sheet: DrillSheet) -> None:
        self._show_console()
        self.bar.show_drill(sheet)
        self.side.show_drill(sheet)
        self.foot.show_lasts(sheet.lasts)

    def _hear(self) -> None:
        presenter = self._presenter
        presenter.drill_shown.connect(self._show_drill)
        presenter.strip_shown.connect(self.strip.show_span)
        presenter.strip_shown.connect(self.foot.show_marks)
        presenter.figures.figures_shown.connect(self._show_figures)
        presenter.clock_shown.connect(self._show_clock)
        presenter.map.map_shown.connect(self.map.show_picture)
        presenter.map.map_shown.connect(self._explain)
        presenter.map.tempo_shown.connect(self.map.show_tempo)
        presenter.map.spread_shown.connect(self.map.overlay.animation.show_spread)
        presenter.map.reserves_shown.connect(self.map.overlay.animation.show_reserves)
        presenter.map.facts_shown.connect(self._show_facts)
        presenter.asked.connect(self._ask)
        presenter.begun.connect(self._take_focus)
        presenter.summed.connect(self.side.end.show_end)
        presenter.ended.connect(self.side.end.begin)

    def _wish(self) -> None:
        presenter = self._presenter
        self.bar.rearranged.connect(self._share_room)
        self.bar.play_wished.connect(self.play)
        self.bar.step_wished.connect(presenter.step)
        self.bar.pace_wished.connect(self._set_pace)
        self.bar.refused.connect(presenter.refused)
        self.bar.left.connect(self._take_focus)
        self.bar.end_wished.connect(self.ask_to_end)
        self.map.chosen.connect(presenter.map.choose)
        self.map.chosen_too.connect(presenter.map.choose_too)
        self.side.form.decided.connect(presenter.submit)
        self.side.form.hold_wished.connect(presenter.hold)
        self.side.form.incomplete.connect(presenter.refused)
        self.side.end.review_wished.connect(self.review_wished)
        self.plain.pressed.connect(self.library_wished)
        self.foot.draw_wished.connect(self.draw_wished)

    def _lay_out(self) -> None:
        console = lay_out(self.bar, self.notices, (self.legend, self.map, self.strip, self.foot), self.side)
        self.plain.say(
            translate("Run", "No exercise is open. Choose one in the library, and it is played here."),
            translate("Run", "Go to the library"),
        )
        self._pages = QStackedLayout(self)
        self._pages.addWidget(self.plain)
        self._pages.addWidget(console)
        self.setFocusProxy(self.plain.button)
