"""The room of the injects: what is to come in the foot, what came at the side, and all of it on a sheet."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject

from blackstart.core.play.commands import Improvise
from blackstart.shell.actions.deeds import RoomDeeds
from blackstart.shell.actions.spec import ActionSpec
from blackstart.shell.run.coming import Verb
from blackstart.shell.run.coming_verbs import KEYS
from blackstart.shell.run.feed_card import sender
from blackstart.shell.run.feed_line import FeedLine
from blackstart.shell.run.injects.book_sheet import BookSheet
from blackstart.shell.run.injects.hands import Hands
from blackstart.shell.run.injects.improvise_sheet import ImproviseDraft, ImproviseSheet
from blackstart.shell.run.injects.jump_hand import JumpHand
from blackstart.shell.run.injects.presenter import InjectsPresenter
from blackstart.shell.run.injects.table_time import TableTime
from blackstart.shell.run.places import Places
from blackstart.shell.run.presenter import RunPresenter
from blackstart.shell.run.side_column import INJECTS
from blackstart.shell.support.look import Look

translate = QCoreApplication.translate


class InjectsRoom(QObject):
    """Joins the lists on the page and the sheets over it to their presenter."""

    name = "injects"

    def __init__(self, run: RunPresenter, places: Places, look: Look) -> None:
        super().__init__(places.page)
        self._places = places
        self._look = look
        self._sheet: BookSheet | None = None
        self._writing: ImproviseSheet | None = None
        self._draft = ImproviseDraft()
        self.presenter = InjectsPresenter(run, look, self)
        self.hands = Hands(self.presenter, places.page, look)
        self._jump = JumpHand(run, self.presenter, places, look)
        self._table_time = TableTime(run, self)
        self._table_time.told.connect(places.bar.show_table_time)
        self._list = places.foot.upcoming.list
        self._feed = places.side.delivered
        self._hear()

    def deeds(self) -> RoomDeeds:
        rows: tuple[tuple[str, str, str, Callable[[], object]], ...] = (
            ("injects.all", translate("Injects", "All injects"), "I", self.open_book),
            ("injects.new", translate("Injects", "Write a new inject"), "Ctrl+I", self.write),
            ("injects.next", translate("Injects", "To the next injects"), "U", self.to_next),
            (
                "injects.deliver",
                translate("Injects", "Deliver the chosen inject now"),
                KEYS[Verb.DELIVER],
                self._deliver,
            ),
            (
                "injects.hold-back",
                translate("Injects", "Hold the chosen inject back"),
                KEYS[Verb.HOLD_BACK],
                self._hold,
            ),
            ("injects.move", translate("Injects", "Move the chosen inject"), KEYS[Verb.MOVE], self._move),
            ("injects.skip", translate("Injects", "Skip the chosen inject"), KEYS[Verb.SKIP], self._skip),
            ("injects.feed", translate("Injects", "To the delivered injects"), "Shift+U", self.to_feed),
            ("injects.seen", translate("Injects", "Note that a response was seen"), KEYS[Verb.SEE], self._ask_seen),
        )
        specs = tuple(ActionSpec(id_, words, (key,)) for id_, words, key, _ in rows)
        deeds: dict[str, Callable[[], object]] = {id_: deed for id_, _, _, deed in rows}
        of_chosen = ("injects.deliver", "injects.hold-back", "injects.move", "injects.skip")
        hindrances = dict.fromkeys(of_chosen, self._no_inject) | {
            "injects.all": self._no_injects,
            "injects.new": self._no_run,
            "injects.next": self._nothing_to_come,
            "injects.feed": self._nothing_delivered,
            "injects.seen": self._nothing_delivered,
        }
        jump = self._jump.deeds()
        return RoomDeeds((*specs, *jump.specs), deeds | dict(jump.deeds), hindrances | dict(jump.hindrances))

    def draft(self) -> object:
        return self._draft

    def take_draft(self, draft: object) -> None:
        if isinstance(draft, ImproviseDraft):
            self._draft = draft

    def to_next(self) -> None:
        """Put the focus on what is to come; where only a line of it is shown, open the sheet."""
        if self._list.isVisible():
            self._list.begin()
        elif self._places.foot.is_slim:
            self.open_book()

    def to_feed(self) -> None:
        """Put the focus on what was delivered, with a card chosen."""
        if self._nothing_delivered():
            return
        self._places.side.tabs.begin(INJECTS)
        if self._feed.chosen is None:
            self._feed.setCurrentIndex(self._places.side.feed.index(0))

    def open_book(self, key: str = "") -> None:
        """Show all injects, with one of them chosen."""
        if self._no_injects() or self._sheet is not None:
            return
        self._sheet = sheet = BookSheet(self._look)
        sheet.show_entries(self.presenter.entries)
        sheet.wished.connect(self.hands.do)
        sheet.new_wished.connect(self.write)
        sheet.closed.connect(self._forget_sheet)
        self.presenter.book_shown.connect(sheet.show_entries)
        sheet.open_over(self._places.page.window())
        sheet.begin(key)

    def show_inject(self, inject: str) -> None:
        """Show all injects, with that one chosen; say why that cannot be."""
        if self._no_injects():
            self.presenter.refused.emit(self._no_injects())
        self.open_book(f"inject:{inject}")

    def write(self) -> None:
        """Write an inject that nobody scripted, going on with what was begun."""
        drill = self.presenter.drill
        if self.presenter.why_hidden():
            return
        if drill is None or self._writing is not None or not self.presenter.can_act():
            return
        self._writing = sheet = ImproviseSheet(drill, self.presenter.judge.time, self._look)
        sheet.take_draft(self._draft)
        sheet.written.connect(self._improvise)
        sheet.closed.connect(self._keep_draft)
        self.presenter.refused.connect(sheet.complain)
        sheet.open_over(self._places.page.window())

    def _improvise(self, written: Improvise, when: str) -> None:
        sheet = self._writing
        if self.presenter.improvise(written, when) and sheet is not None:
            sheet.close_sheet()
            self._draft = ImproviseDraft()

    def _keep_draft(self) -> None:
        """Keep what was written on a sheet that was put away."""
        if self._writing is not None:
            self._draft, self._writing = self._writing.draft, None

    def _forget_draft(self) -> None:
        self._draft = ImproviseDraft()

    def _hear(self) -> None:
        presenter, places = self.presenter, self._places
        self._list.wished.connect(self.hands.do)
        self._list.left.connect(places.take_focus)
        self._feed.ticked.connect(presenter.see)
        self._feed.left.connect(places.take_focus)
        self.hands.read_wished.connect(self.open_book)
        presenter.parted.connect(self._forget_draft)
        places.foot.upcoming.all_wished.connect(self.open_book)
        places.foot.upcoming.new_wished.connect(self.write)
        places.foot.slim.all_wished.connect(self.open_book)
        presenter.coming_shown.connect(places.foot.show_rows)
        presenter.coming_shown.connect(places.side.show_next)
        presenter.feed_shown.connect(places.side.feed.show_lines)

    def _forget_sheet(self) -> None:
        self._sheet = None

    def _ask_seen(self) -> None:
        """Ask what was seen of the chosen inject; else of the latest that waits for a response."""
        line = self._line_to_see()
        if line is not None:
            about = f"{sender(line, self._look)}: {line.expect or line.text}"
            self.hands.ask_seen(line.key, about, line.seen_note)

    def _line_to_see(self) -> FeedLine | None:
        chosen = self._feed.chosen
        if chosen is not None and chosen.is_inject and self._feed.hasFocus():
            return chosen
        injects = [line for line in self._places.side.feed.lines if line.is_inject]
        waiting = [line for line in injects if line.expect and line.seen_at is None]
        return next(iter((*waiting, *injects)), None)

    def _deliver(self) -> None:
        row = self._list.chosen
        if row is not None:
            self.hands.do(Verb.OPEN if Verb.OPEN in row.verbs else Verb.DELIVER, row.key)

    def _hold(self) -> None:
        self._do_to_chosen(Verb.HOLD_BACK)

    def _move(self) -> None:
        self._do_to_chosen(Verb.MOVE)

    def _skip(self) -> None:
        self._do_to_chosen(Verb.SKIP)

    def _do_to_chosen(self, verb: Verb) -> None:
        row = self._list.chosen
        if row is not None:
            self.hands.do(verb, row.key)

    def _no_run(self) -> str:
        if not self.presenter.is_under_way:
            return translate("RunHindrances", "No run is under way.")
        return self.presenter.why_hidden()

    def _no_inject(self) -> str:
        if not self.presenter.is_under_way:
            return self._no_run()
        return "" if self._list.chosen is not None else translate("Injects", "No inject is chosen.")

    def _no_injects(self) -> str:
        if self.presenter.entries:
            return ""
        return self.presenter.why_hidden() or translate("Injects", "There are no injects.")

    def _nothing_to_come(self) -> str:
        if self._list.rows.rowCount():
            return ""
        return self.presenter.why_hidden() or translate("Upcoming", "Nothing is to come any more.")

    def _nothing_delivered(self) -> str:
        if self._places.side.feed.injects:
            return ""
        return translate("SideColumn", "Nothing delivered yet.")
