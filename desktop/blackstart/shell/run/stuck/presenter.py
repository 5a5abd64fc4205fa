"""The presenter of what cannot come back: asks the model when something has changed."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

from blackstart.core.base.ids import ComponentId
from blackstart.core.engine.trace import Stuck
from blackstart.core.play.director import Director
from blackstart.core.play.events import Event
from blackstart.shell.run.presenter import RunPresenter
from blackstart.shell.run.stand import RunStand
from blackstart.shell.run.stuck.telling import StuckSheet, told, told_of
from blackstart.shell.support.look import Look

translate = QCoreApplication.translate

NOTHING = Stuck((), (), ())
LARGE = 2_000  # components from which on it is asked for once a while and not with every change
PAUSE_MS = 1_000


class StuckPresenter(QObject):
    """Hears how the run stands, and tells what is stuck where that is news."""

    shown = Signal(object)  # StuckSheet

    def __init__(self, run: RunPresenter, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._director: Director | None = None
        self._of: tuple[object, int] = (None, 0)  # the director and how many entries it was read from
        self._is_news = False
        self._stuck = NOTHING
        self._sheet = StuckSheet()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._read)
        run.stood.connect(self._hear)
        run.spread.connect(self._take)
        run.parted.connect(self._part)
        run.map.tellers["stuck"] = self.facts

    def facts(self, component: ComponentId) -> tuple[tuple[str, str], ...]:
        """Return what is to be told of a component beside how it stands."""
        if self._director is None:
            return ()
        words = told_of(self._stuck, component, self._director.drill.topology, self._look.language)
        return ((translate("Stuck", "Comes back"), words),) if words else ()

    def _hear(self, stand: RunStand) -> None:
        of = (stand.director, len(stand.entries))
        if of == self._of and not self._is_news:
            return
        self._of, self._is_news = of, False
        # Who learns alone is to find it out.
        self._director = stand.director if stand.is_under_way and not stand.is_self_study else None
        if len(stand.director.drill.topology.components) <= LARGE:
            self._read()
        elif not self._pause.isActive():
            self._pause.start()

    def _read(self) -> None:
        director = self._director
        self._stuck = director.simulation.stuck() if director is not None else NOTHING
        topology = director.drill.topology if director is not None else None
        sheet = told(self._stuck, topology, self._look.language) if topology is not None else StuckSheet()
        if sheet != self._sheet:
            self._sheet = sheet
            self.shown.emit(sheet)

    def _take(self, events: Sequence[Event]) -> None:
        self._is_news = True

    def _part(self) -> None:
        self._director, self._of = None, (None, 0)
        self._read()
