"""The presenter of what the team knew: looks it up wherever the playhead is, not more often than it can be painted."""

from PySide6.QtCore import QObject, QTimer, Signal

from blackstart.core.base.ids import ComponentId
from blackstart.core.base.simtime import Seconds
from blackstart.core.review.known import Parted
from blackstart.shell.canvas.doubts import Doubt
from blackstart.shell.review.knowing.knew import Knew, doubt_of, knew_at
from blackstart.shell.review.presenter import ReviewPresenter
from blackstart.shell.review.recorded import Recorded
from blackstart.shell.support.look import Look

FRAME_MS = 16
MOST_MARKED = 300  # cards; of more, the marks would hide the map


class KnowingPresenter(QObject):
    """Tells what is other than before, and nothing else."""

    shown = Signal(object)  # Knew
    marked = Signal(object, object)  # components that are believed wrong, and those that nothing showed

    def __init__(self, review: ReviewPresenter, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._review = review
        self._look = look
        self._at = Seconds(0)
        self._knew: Knew | None = None
        self._timer = QTimer(self, singleShot=True, interval=FRAME_MS)
        self._timer.timeout.connect(self.show)
        review.opened.connect(self._take)
        review.rewritten.connect(self._take)
        review.moved.connect(self._move)

    @property
    def recorded(self) -> Recorded | None:
        return self._review.recorded

    @property
    def at(self) -> Seconds:
        """Where the playhead is."""
        return self._at

    def all_parted(self) -> tuple[Parted, ...]:
        """Return of what the team was mistaken at the playhead."""
        recorded = self.recorded
        return recorded.known.parted(self._at) if recorded is not None else ()

    def choose(self, component: str) -> None:
        """Choose a component on map and strips."""
        self._review.choose(ComponentId(component))

    def seek(self, at: str) -> None:
        """Go to a second."""
        self._review.seek(int(at))

    def show(self) -> None:
        """Tell how it is at the playhead."""
        recorded = self.recorded
        if recorded is None:
            return
        parted = self.all_parted()
        knew = knew_at(recorded, parted, self._at, self._look.language)
        if knew != self._knew:
            self._knew = knew
            self.shown.emit(knew)
        self._mark(parted, recorded.known.display)

    def _mark(self, parted: tuple[Parted, ...], display: str) -> None:
        marks = {each.component: doubt_of(each, display) for each in parted[:MOST_MARKED]}
        wrong = frozenset(each for each, doubt in marks.items() if doubt is Doubt.WRONG)
        self.marked.emit(wrong, frozenset(marks) - wrong)

    def _take(self, recorded: Recorded) -> None:
        self._knew = None
        self._timer.start(0)

    def _move(self, at: int) -> None:
        self._at = Seconds(at)
        if not self._timer.isActive():
            self._timer.start(FRAME_MS)
