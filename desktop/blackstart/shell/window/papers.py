"""The drill that is drawn and its file: new, opened, saved, reverted; nothing unsaved is let go without a question."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, Signal

from blackstart.core.base.errors import UserError
from blackstart.core.base.text import plain
from blackstart.core.drawing.model import Drawing
from blackstart.core.exercise.files import LoadedDrill, load_drill, read_drill, usual_id
from blackstart.core.topology.difference import Difference, difference
from blackstart.shell.actions.offer import Offer
from blackstart.shell.document.document import Document
from blackstart.shell.document.filing import Filing
from blackstart.shell.document.opening import OpenedDrill, Opener
from blackstart.shell.document.recovery import LeftBehind, forget, left_behind
from blackstart.shell.draw.layout import NOTHING
from blackstart.shell.draw.presenter import DrawPresenter
from blackstart.shell.support.translation import sentence_of
from blackstart.shell.support.workers import Worker

translate = QCoreApplication.translate

Deed = Callable[[], None]


@dataclass(frozen=True, slots=True)
class Rescued:
    """What was left behind, read again.

    Attributes
    ----------
    unlike : Difference or None
        What differs from the file as it is now; None = there is no such file any more.
    """

    left: LeftBehind
    loaded: LoadedDrill
    drawing: Drawing
    unlike: Difference | None


class Papers(QObject):
    """Presenter of the document's file; dialogs are somebody else's."""

    place_wished = Signal(str)  # ask where to save; a name that would fit
    doubted = Signal(object)  # Deed: what is unsaved would be lost by it; ask
    mode_wished = Signal(str)
    told = Signal(str)
    offered = Signal(object)  # Offer

    def __init__(
        self, draw: DrawPresenter, worker: Worker, opener: Opener, folder: Path, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._opener = opener
        self._draw = draw
        self._document: Document = draw.document
        self._worker = worker
        self._folder = folder
        self.filing = Filing(draw.document, worker, folder, self)
        self._then: Deed | None = None  # what waits for the save
        self.filing.saved.connect(self._go_on)
        self.filing.refused.connect(self._stay)
        self.filing.changed_outside.connect(self._offer_to_load)

    def guard(self, deed: Deed) -> None:
        """Do something that puts another drill in the place of this one; ask first if this one is not saved."""
        if self._document.is_modified:
            self.doubted.emit(deed)
        else:
            deed()

    def begin(self) -> None:
        """Begin a new, empty map."""
        self.guard(self._begin)

    def save(self, then: Deed | None = None) -> None:
        """Save to the drill's file; where it has none, ask for one. `then` is done once it is saved."""
        self._then = then
        if self._document.path is None:
            self.place_wished.emit(f"{self._document.drill.id}.drill")
        else:
            self.filing.save()

    def save_as(self) -> None:
        """Ask where else to save."""
        self._then = None
        path = self._document.path
        self.place_wished.emit(path.name if path is not None else f"{self._document.drill.id}.drill")

    def save_to(self, path: Path) -> None:
        """Save to a file, which is the drill's from then on."""
        target = path if path.suffix else path.with_suffix(".drill")
        self._document.identify(usual_id(str(target)), target.stem)
        self.filing.save(target)

    def hindrance(self) -> str:
        """Say why there is nothing to go back to; empty = there is."""
        return "" if self._document.path is not None else translate("Papers", "This drill has no file yet.")

    def revert(self) -> None:
        """Go back to what the file holds, whoever wrote that; ask first if anything would be lost."""
        if self._document.path is not None:
            self.guard(self.load_again)

    def load_again(self) -> None:
        """Read the file anew, whatever was drawn."""
        path = self._document.path
        if path is None:
            return

        def take(opened: OpenedDrill) -> None:
            self._show(opened.loaded, opened.drawing, path)

        self._worker.do("open", lambda: self._opener.file(path), take, self._refuse)

    def look_for_left(self) -> None:
        """Offer what a program that was killed had not saved."""
        folder, opener = self._folder, self._opener
        self._worker.do("left", lambda: _first_rescued(folder, opener), self._offer_left, self._refuse)

    def close(self) -> None:
        """Let go of the file; what is unsaved then is not wanted."""
        self.filing.close()

    def _begin(self) -> None:
        self._document.begin(plain(translate("Papers", "Untitled")))
        self._draw.open(NOTHING)
        self.mode_wished.emit("draw")

    def _show(self, loaded: LoadedDrill, drawing: Drawing, path: Path | None) -> None:
        self._document.open(loaded, path)
        self._draw.open(drawing)

    def _go_on(self, path: Path) -> None:
        self.told.emit(translate("Papers", "Saved as {name}.").format(name=path.name))
        then, self._then = self._then, None
        if then is not None and not self._document.is_modified:
            then()

    def _stay(self, sentence: str) -> None:
        self._then = None
        self.told.emit(sentence)

    def _refuse(self, fault: UserError) -> None:
        self.told.emit(sentence_of(fault))

    def _offer_left(self, rescued: Rescued | None) -> None:
        if rescued is None:
            return
        words = translate("Papers", "{title} was not saved when the program ended. {unlike}")
        sentence = words.format(title=rescued.left.title, unlike=_told(rescued.unlike)).strip()
        self.offered.emit(Offer(sentence, translate("Papers", "Open what was kept"), lambda: self._take_left(rescued)))

    def _take_left(self, rescued: Rescued) -> None:
        def take() -> None:
            self._document.open(rescued.loaded, rescued.left.path, is_saved=False)
            self._draw.open(rescued.drawing)
            self.filing.take_kept()  # as this program's own, before the other is thrown away
            forget(rescued.left.kept)
            self.mode_wished.emit("draw")

        self.guard(take)

    def _offer_to_load(self, path: Path) -> None:
        words = translate("Papers", "Another program has changed {name}.").format(name=path.name)
        self.offered.emit(Offer(words, translate("Papers", "Load it"), self.revert))


def _first_rescued(folder: Path, opener: Opener) -> Rescued | None:
    """Read the latest of what was left behind; what is no drill any more is left where it is."""
    for left in left_behind(folder):
        try:
            loaded = read_drill(left.text, str(left.path or left.title))
        except UserError:
            continue
        return Rescued(left, loaded, opener.drawing(loaded), _unlike(left, loaded))
    return None


def _unlike(left: LeftBehind, loaded: LoadedDrill) -> Difference | None:
    try:
        filed = load_drill(left.path) if left.path is not None else None
    except UserError:
        return None
    return difference(filed.drill.topology, loaded.drill.topology) if filed is not None else None


def _told(unlike: Difference | None) -> str:
    """Say in how far what was kept differs from the file."""
    if unlike is None:
        return translate("Papers", "It has no file.")
    counts = (
        (translate("Papers", "{number} new"), len(unlike.added)),
        (translate("Papers", "{number} gone"), len(unlike.removed)),
        (translate("Papers", "{number} changed"), len(unlike.changed)),
        (translate("Papers", "{number} moved"), len(unlike.moved)),
    )
    said = ", ".join(words.format(number=number) for words, number in counts if number)
    return translate("Papers", "Against its file: {said}.").format(said=said) if said else ""
