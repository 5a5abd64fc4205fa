"""Draw's presenter: wishes in, edits of the document, what is to be shown out."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from blackstart.core.analysis.sweep import Consequence
from blackstart.core.analysis.telling import Told, told
from blackstart.core.analysis.weakness import WeakPoint
from blackstart.core.base.errors import UserError
from blackstart.core.drawing.model import Drawing
from blackstart.core.topology.model import Purpose
from blackstart.shell.canvas.flat import FlatDrawing
from blackstart.shell.document.document import Document, Edited
from blackstart.shell.draw.arranging import Arranging
from blackstart.shell.draw.deeds import Deed, Hand
from blackstart.shell.draw.layout import Laid, Layout
from blackstart.shell.draw.output import Output
from blackstart.shell.draw.selection import Selection
from blackstart.shell.draw.weak_search import WeakSearch
from blackstart.shell.support.look import Look
from blackstart.shell.support.translation import sentence_of


class DrawPresenter(QObject):
    """The map that is being drawn, what is chosen on it, and where it is weak."""

    laid = Signal(object)  # Laid: the map and how it lies
    selected = Signal(object)  # Selection
    purpose_shown = Signal(object)  # Purpose that new needs are made for
    swept = Signal(object)  # tuple[Consequence, ...]: what falls with each component; () = it is being worked out
    weak_points_shown = Signal(object)  # tuple[WeakPoint, ...]; None = they are being looked for
    weak_point_lit = Signal(object)  # WeakPoint, or None
    refused = Signal(str)  # one sentence for the message bar

    def __init__(self, document: Document, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.document = document
        self.layout = Layout(self)
        self.arranging = Arranging(document, self.layout, self)
        self.output = Output(look, self)
        self._look = look
        self._search = WeakSearch(self)
        self._selection = Selection()
        self._purpose = Purpose.RUN
        self._points: tuple[WeakPoint, ...] | None = None
        self._lit: WeakPoint | None = None
        self._consequences: tuple[Consequence, ...] = ()
        self._is_seen = False
        document.edited.connect(self._follow)
        document.refused.connect(self.refused)
        self.layout.laid.connect(self.laid)
        self.arranging.wished.connect(self.do)
        self.arranging.told.connect(self.refused)
        self.output.told.connect(self.refused)
        self._search.begun.connect(self._forget_points)
        self._search.swept.connect(self._keep_consequences)
        self._search.found.connect(self._show_points)

    @property
    def selection(self) -> Selection:
        return self._selection

    @property
    def purpose(self) -> Purpose:
        return self._purpose

    def hand(self) -> Hand:
        """Return what deeds on the map of the moment are made from."""
        return Hand(self.document.topology, self._look.language)

    def open(self, drawing: Drawing, made: FlatDrawing | None = None) -> None:
        """Show the drill that was put into the document, drawn already."""
        self._select(Selection())
        self.layout.take(self.document.topology, drawing, made)
        self._points = None
        self._keep_consequences(())
        if self._is_seen:
            self._begin_work()

    def show(self) -> None:
        """Work for a page that is seen; before, nothing is worked out for a map that is only played."""
        if not self._is_seen:
            self._is_seen = True
            self._begin_work()

    def rest(self) -> None:
        """Begin nothing more until the page is seen again."""
        self._is_seen = False

    def do(self, make: Callable[[Hand], Deed]) -> bool:
        """Do something to the map; False = it does not fit, and the bar says why. What is new is chosen then."""
        try:
            deed = make(self.hand())
        except UserError as refusal:
            self.refused.emit(sentence_of(refusal))
            return False
        if not self.document.edit(deed.edit, deed.text, deed.key):
            return False
        if deed.made:
            self._select(Selection(deed.made))
        return True

    def select(self, selection: Selection) -> None:
        """Choose something else."""
        self._select(selection.within(self.document.topology))

    def choose_purpose(self, purpose: Purpose) -> None:
        """Choose what new needs are for."""
        if purpose is not self._purpose:
            self._purpose = purpose
            self.purpose_shown.emit(purpose)

    def light(self, point: WeakPoint | None) -> None:
        """Light a weak point on the map, or none; choosing something puts it out."""
        if point is not self._lit:
            self._lit = point
            self.weak_point_lit.emit(point)

    def tell(self, point: WeakPoint) -> Told:
        """Put a weak point into words."""
        return told(point, self.document.topology, self._look.words)

    def show_all(self) -> None:
        """Tell everything there is to show once more, to a page that was not there before."""
        self.laid.emit(Laid(self.document.topology, self.layout.drawing, made=self.layout.made))
        self.selected.emit(self._selection)
        self.purpose_shown.emit(self._purpose)
        self.swept.emit(self._consequences)
        self.weak_points_shown.emit(self._points)

    def stop(self) -> None:
        """Give up whatever is still being worked out."""
        self.layout.stop()
        self.arranging.stop()
        self._search.stop()
        self.output.stop()
        self.document.close()

    def _follow(self, edited: Edited) -> None:
        self.layout.follow(edited.before, edited.after)
        kept = self._selection.through(edited.before, edited.after)
        if kept != self._selection:
            self._select(kept)
        self._search.look(edited.after)

    def _begin_work(self) -> None:
        self.layout.prepare(self.document.topology)
        if self._points is None:
            self._search.look(self.document.topology)

    def _select(self, selection: Selection) -> None:
        self._selection = selection
        self.light(None)
        self.selected.emit(selection)

    def _forget_points(self) -> None:
        self._points = None
        self.light(None)
        self.weak_points_shown.emit(None)

    def _keep_consequences(self, consequences: tuple[Consequence, ...]) -> None:
        self._consequences = consequences
        self.swept.emit(consequences)

    def _show_points(self, points: tuple[WeakPoint, ...]) -> None:
        self._points = points
        self.weak_points_shown.emit(points)
