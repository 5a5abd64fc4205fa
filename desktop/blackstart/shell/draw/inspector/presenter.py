"""The inspector's presenter: what is chosen out as a page; what is typed, picked and pressed in as edits."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QObject, Signal

from blackstart.core.analysis.sweep import Consequence
from blackstart.core.analysis.weakness import WeakPoint
from blackstart.core.base.errors import UserError
from blackstart.core.base.ids import ComponentId, ZoneId
from blackstart.core.topology.edits import apply
from blackstart.core.topology.model import Topology
from blackstart.shell.draw.deeds import Deed, in_language
from blackstart.shell.draw.inspector.changes import deed_of
from blackstart.shell.draw.inspector.component_page import component_page, many_page
from blackstart.shell.draw.inspector.component_values import NEW
from blackstart.shell.draw.inspector.drill_page import drill_page, zone_page
from blackstart.shell.draw.inspector.ground import Ground, choices_of
from blackstart.shell.draw.inspector.need_page import need_page
from blackstart.shell.draw.inspector.page import Choice, Key, Page
from blackstart.shell.draw.presenter import DrawPresenter
from blackstart.shell.draw.selection import Selection
from blackstart.shell.support.look import Look
from blackstart.shell.support.translation import sentence_of

translate = QCoreApplication.translate

ASKED: dict[str, Key] = {"set-currency": ("currency",), "crew": ("new-crew",), "zone": ("new-zone",)}


class InspectorPresenter(QObject):
    """Reads from Draw's presenter and hands edits to it."""

    page_shown = Signal(object)  # Page
    refused = Signal(object, object, str)  # Selection, Key, one sentence: why a value cannot be taken

    def __init__(self, draw: DrawPresenter, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._draw = draw
        self._look = look
        self._points: tuple[WeakPoint, ...] = ()
        self._consequences: dict[ComponentId, Consequence] = {}
        self._asked: Key = ()
        self._topology: Topology | None = None
        self._choices: tuple[Choice, ...] = ()  # of that topology, and made for it once
        self._shown: Page | None = None
        self._shown_of: tuple[Ground, Selection] | None = None
        self._doing: tuple[Selection, Key] | None = None  # whose edit the document is asked for
        draw.laid.connect(self._renew)
        draw.selected.connect(self._turn)
        draw.purpose_shown.connect(self._renew)
        draw.weak_points_shown.connect(self._take_points)
        draw.swept.connect(self._take_consequences)
        draw.document.described.connect(self._renew)
        draw.document.refused.connect(self._tell_refusal)

    def show(self) -> None:
        """Tell the page once more."""
        self._shown = self._shown_of = None
        self._renew()

    def give(self, subject: Selection, key: Key, given: str) -> None:
        """Take a value; `refused` tells why not."""
        if key[0] in ASKED and given == NEW:
            self._ask(key[0])
        elif key[0] in ("title", "summary"):
            self._describe(subject, key, given)
        elif key[0] == "add-need":
            component = subject.components[0]
            purpose = self._draw.purpose
            self._do(subject, key, lambda: self._draw.hand().connect(ComponentId(given), component, purpose))
        else:
            is_done = self._do(subject, key, lambda: deed_of(self._draw.hand(), subject, key, given))
            if is_done and self._asked == key:
                self.forget()

    def press(self, subject: Selection, key: Key) -> None:
        """Go to, or take away, what a row or a button is about."""
        match key[0]:
            case "choose":
                self._draw.select(Selection((ComponentId(key[1]),)))
            case "zone":
                self._draw.select(Selection(zone=ZoneId(key[1])))
            case "need":
                self._draw.select(Selection(need=(ComponentId(key[1]), int(key[2]))))
            case "light":
                self._draw.light(self._points[int(key[1])])
            case "set-currency":
                self._ask(key[0])
            case "remove-need" if subject.need is not None:
                component = subject.need[0]
                if self._do(subject, key, lambda: deed_of(self._draw.hand(), subject, key, "")):
                    self._draw.select(Selection((component,)))
            case _:
                self._do(subject, key, lambda: deed_of(self._draw.hand(), subject, key, ""))

    def forget(self) -> None:
        """Ask no more for what has no value yet."""
        if self._asked:
            self._asked = ()
            self._renew()

    def _ask(self, name: str) -> None:
        self._asked = ASKED[name]
        self.show()

    def _do(self, subject: Selection, key: Key, make: Callable[[], Deed]) -> bool:
        """Do it if it fits and changes anything; the reason why not goes to the field and not to the bar."""
        before = self._draw.document.topology
        try:
            deed = make()
            after, _ = apply(before, deed.edit)
        except (ValueError, UserError) as refusal:
            self.refused.emit(subject, key, sentence_of(refusal))
            return False
        if after == before:
            self.show()
            return True
        self._doing = (subject, key)
        is_done = self._draw.do(lambda _hand: deed)
        self._doing = None
        return is_done

    def _tell_refusal(self, reason: str) -> None:
        """Say at the field, too, what the document says to an edit that came from there."""
        if self._doing is not None:
            self.refused.emit(*self._doing, reason)

    def _describe(self, subject: Selection, key: Key, given: str) -> None:
        drill, language = self._draw.document.drill, self._look.language
        if key[0] == "title":
            title = in_language(drill.title, given, language)
            if title is None:
                self.refused.emit(subject, key, translate("Inspector", "A drill needs a title."))
            else:
                self._draw.document.describe(title, drill.summary, translate("Inspector", "Change the title"))
        else:
            summary = in_language(drill.summary, given, language)
            self._draw.document.describe(drill.title, summary, translate("Inspector", "Change the summary"))

    def _turn(self) -> None:
        """Show something else that was chosen; what was asked for on the page before is asked for no more."""
        self._asked = ()
        self._renew()

    def _take_points(self, points: tuple[WeakPoint, ...] | None) -> None:
        if points is not None:  # else they are being looked for, and the old ones hold till then
            self._points = points
            self._renew()

    def _take_consequences(self, consequences: Sequence[Consequence]) -> None:
        self._consequences = {each.component: each for each in consequences}
        if not consequences:  # of another drill
            self._points = ()

    def _renew(self) -> None:
        ground, chosen = self._ground(), self._draw.selection
        if self._shown_of == (ground, chosen):
            return  # of a large drill a page takes its time
        self._shown_of = ground, chosen
        page = self._page(ground)
        if page != self._shown:
            self._shown = page
            self.page_shown.emit(page)

    def _ground(self) -> Ground:
        drill = self._draw.document.drill
        is_picked_from = not self._draw.selection.is_empty  # opening a large drill is kept waiting for no names
        if is_picked_from and drill.topology is not self._topology:
            self._topology = drill.topology
            self._choices = choices_of(drill.topology, self._look.language)
        return Ground(
            drill.topology,
            self._look.words,
            drill.title,
            drill.summary,
            tuple(self._points),
            self._consequences,
            self._asked,
            self._choices,
            self._draw.purpose,
        )

    def _page(self, ground: Ground) -> Page:
        page = _page_of(self._draw.selection.within(ground.topology), ground)
        fields = {field.key for field in page.fields()}
        return replace(page, focus=ground.asked) if ground.asked in fields else page


def _page_of(chosen: Selection, ground: Ground) -> Page:
    topology: Topology = ground.topology
    if chosen.need is not None:
        return need_page(chosen.need, ground)
    if chosen.zone is not None:
        return zone_page(next(each for each in topology.zones if each.id == chosen.zone), ground)
    if len(chosen.components) == 1:
        return component_page(topology.component(chosen.components[0]), ground)
    if chosen.components:
        return many_page([topology.component(each) for each in chosen.components], ground)
    return drill_page(ground)
