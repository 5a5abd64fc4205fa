"""The room of the injects: what is to come in the foot, and what is done with it."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject

from blackstart.shell.actions.spec import ActionSpec, written
from blackstart.shell.run.coming import ComingRow, Verb
from blackstart.shell.run.feed_card import sender
from blackstart.shell.run.feed_line import FeedLine
from blackstart.shell.run.injects.ask_sheet import AskSheet
from blackstart.shell.run.injects.presenter import InjectsPresenter
from blackstart.shell.run.places import Deeds, Places
from blackstart.shell.run.presenter import RunPresenter
from blackstart.shell.run.side_column import INJECTS
from blackstart.shell.support.look import Look

translate = QCoreApplication.translate

KEYS = {
    Verb.DELIVER: "Shift+D",
    Verb.HOLD_BACK: "Shift+H",
    Verb.MOVE: "Shift+M",
    Verb.SKIP: "Shift+S",
    Verb.OPEN: "Shift+D",
}


class InjectsRoom(QObject):
    """Joins the lists on the page and the sheets over it to their presenter."""

    name = "injects"

    def __init__(self, run: RunPresenter, places: Places, look: Look) -> None:
        super().__init__(places.page)
        self._places = places
        self._look = look
        self._presenter = InjectsPresenter(run, look, self)
        self._list = places.foot.upcoming.list
        self._list.keys = {verb: written(key) for verb, key in KEYS.items()}
        self._list.wished.connect(self._do)
        self._list.left.connect(places.take_focus)
        self._presenter.coming_shown.connect(places.foot.show_rows)
        self._presenter.coming_shown.connect(places.side.show_next)
        self._feed = places.side.delivered
        self._feed.ticked.connect(self._presenter.see)
        self._feed.left.connect(places.take_focus)
        self._presenter.feed_shown.connect(places.side.feed.show_lines)

    def deeds(self) -> Deeds:
        rows: tuple[tuple[str, str, str, Callable[[], object]], ...] = (
            ("injects.next", translate("Injects", "To the next injects"), "U", self.to_next),
            ("injects.deliver", translate("Injects", "Deliver the chosen inject now"), "Shift+D", self._deliver_chosen),
            ("injects.hold-back", translate("Injects", "Hold the chosen inject back"), "Shift+H", self._hold_chosen),
            ("injects.move", translate("Injects", "Move the chosen inject"), "Shift+M", self._move_chosen),
            ("injects.skip", translate("Injects", "Skip the chosen inject"), "Shift+S", self._skip_chosen),
            ("injects.feed", translate("Injects", "To the delivered injects"), "Shift+U", self.to_feed),
            ("injects.seen", translate("Injects", "Note that a response was seen"), "S", self._ask_seen),
        )
        specs = tuple(ActionSpec(id_, words, (key,)) for id_, words, key, _ in rows)
        deeds: dict[str, Callable[[], object]] = {id_: deed for id_, _, _, deed in rows}
        of_chosen = ("injects.deliver", "injects.hold-back", "injects.move", "injects.skip")
        hindrances = dict.fromkeys(of_chosen, self._no_inject) | {
            "injects.next": self._nothing_to_come,
            "injects.feed": self._nothing_delivered,
            "injects.seen": self._nothing_delivered,
        }
        return Deeds(specs, deeds, hindrances)

    def draft(self) -> object:
        return None

    def take_draft(self, draft: object) -> None:
        return None

    def to_next(self) -> None:
        """Put the focus on what is to come."""
        if not self._list.isVisible():
            return
        self._list.begin()

    def to_feed(self) -> None:
        """Put the focus on what was delivered, with a card chosen."""
        if self._nothing_delivered():
            return
        self._places.side.tabs.begin(INJECTS)
        if self._feed.chosen is None:
            self._feed.setCurrentIndex(self._places.side.feed.index(0))

    def _do(self, verb: str, key: str) -> None:
        row = self._presenter.row(key)
        if row is None:
            return
        if verb not in row.verbs:
            self._presenter.refuse_verb()
            return
        if verb == Verb.SHOW:
            self._presenter.show(row.id)
            return
        if self._presenter.can_act():
            self._act(Verb(verb), row)

    def _act(self, verb: Verb, row: ComingRow) -> None:
        match verb:
            case Verb.DELIVER:
                self._presenter.deliver(row.id)
            case Verb.HOLD_BACK:
                self._presenter.hold_back(row.id)
            case Verb.OPEN:
                self._presenter.open(row.id)
            case Verb.SKIP:
                self._ask_why(row)
            case Verb.MOVE:
                self._ask_when(row)
            case _:
                return

    def _ask_why(self, row: ComingRow) -> None:
        title, agree = translate("Injects", "Skip this inject"), translate("Injects", "Skip it")
        sheet = AskSheet(self._look, row.id, title, _about(row), agree)
        sheet.ask(translate("Injects", "Why"), self._presenter.judge_reason)
        sheet.answered.connect(self._presenter.skip)
        sheet.open_over(self._places.page.window())

    def _ask_when(self, row: ComingRow) -> None:
        title, agree = translate("Injects", "Move to another time"), translate("Injects", "Move it")
        sheet = AskSheet(self._look, row.id, title, _about(row), agree)
        sheet.ask(translate("Injects", "When"), self._presenter.judge_time, example="1:05   +10 min   T+1:05:30")
        sheet.answered.connect(self._presenter.move)
        sheet.open_over(self._places.page.window())

    def _ask_seen(self) -> None:
        """Ask what was seen of the chosen inject; else of the latest that waits for a response."""
        line = self._seen_of()
        if line is None:
            return
        title, agree = translate("Injects", "Response seen"), translate("Injects", "Record")
        about = f"{sender(line, self._look)}: {line.expect or line.text}"
        sheet = AskSheet(self._look, line.key, title, about, agree)
        sheet.ask(translate("Injects", "Note, if there is one"), _anything, line.seen_note)
        sheet.answered.connect(self._presenter.see)
        sheet.open_over(self._places.page.window())

    def _seen_of(self) -> FeedLine | None:
        chosen = self._feed.chosen
        if chosen is not None and chosen.is_inject and self._feed.hasFocus():
            return chosen
        injects = [line for line in self._places.side.feed.lines if line.is_inject]
        waiting = [line for line in injects if line.expect and line.seen_at is None]
        return next(iter((*waiting, *injects)), None)

    def _nothing_delivered(self) -> str:
        if self._places.side.feed.injects:
            return ""
        return translate("SideColumn", "Nothing delivered yet.")

    def _deliver_chosen(self) -> None:
        row = self._list.chosen
        if row is not None:
            self._do(Verb.OPEN if Verb.OPEN in row.verbs else Verb.DELIVER, row.key)

    def _hold_chosen(self) -> None:
        self._do_to_chosen(Verb.HOLD_BACK)

    def _move_chosen(self) -> None:
        self._do_to_chosen(Verb.MOVE)

    def _skip_chosen(self) -> None:
        self._do_to_chosen(Verb.SKIP)

    def _do_to_chosen(self, verb: Verb) -> None:
        row = self._list.chosen
        if row is not None:
            self._do(verb, row.key)

    def _no_inject(self) -> str:
        if not self._presenter.is_under_way:
            return translate("RunHindrances", "No run is under way.")
        return "" if self._list.chosen is not None else translate("Injects", "No inject is chosen.")

    def _nothing_to_come(self) -> str:
        return "" if self._list.rows.rowCount() else translate("Upcoming", "Nothing is to come any more.")


def _about(row: ComingRow) -> str:
    return f"{row.title}: {row.text}" if row.text else row.title


def _anything(typed: str) -> tuple[bool, str]:
    return True, ""
