"""Nothing stalls the window while a drill is played as fast as it can be: real window, real timer, real clock."""

import gc
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from blackstart.core.base.simtime import Seconds, clock_face
from blackstart.core.play.commands import Pace
from blackstart.shell.app.application import Program, Wanted
from blackstart.shell.app.furniture import furnish
from blackstart.shell.run.presenter import RunPresenter
from blackstart.shell.run.sheets import ClockSheet
from blackstart.shell.support.settings import settings_in
from blackstart.shell.widgets.projector_sheet import IN_A_WINDOW
from blackstart.shell.window.rooms import Rooms
from tests.journeys.user import PATIENCE_S
from tests.shell.large import large_file

ROOT = Path(__file__).resolve().parents[2]
PANGYO = ROOT / "exercises" / "pangyo-2022.drill"
FASTEST = 600
UNTIL = Seconds(6000)  # past the cut of Pangyo's power; ten real seconds
MOST_S = 0.05  # of the window's own thread, so that a busy machine does not count
IDLE_S = 0.001
SETTLING = 20  # turns in which a new window is painted for the first time


class Table:
    """The program with a drill on the console, played by its own timer."""

    def __init__(self, app: QApplication, folder: Path, file: Path) -> None:
        self._app = app
        self._program = Program(app, settings_in(folder / "settings.ini"), furnish, Wanted(file, folder / "library.db"))
        self._program.show()
        self.turn_until(lambda: isinstance(self._program.rooms, Rooms))
        self.turn_until(lambda: self._program.frame.mode == "run" and not self._rooms.desk.worker.is_busy)
        self._clock: ClockSheet | None = None
        self._run.clock_shown.connect(self._take_clock)
        self._run.begin("night shift")

    def show_display(self) -> None:
        """Show the participants' display beside the console, as large as most projectors are."""
        projection = self._rooms.projection
        projection.projector.show_at(IN_A_WINDOW)
        self.turn_until(lambda: projection.window is not None and projection.window.map.picture is not None)
        assert projection.window is not None
        projection.window.resize(1920, 1080)
        for _ in range(SETTLING):
            self.turn()

    def show_panel(self, action: str) -> None:
        """Show a panel of the console's side beside what is there already."""
        next(each for each in self._rooms.run.actions() if each.objectName() == action).trigger()
        for _ in range(SETTLING):
            self.turn()

    def stalls_until(self, second: Seconds) -> list[str]:
        """Play on and tell when the event loop was busy for too long, and how long."""
        stalls = []
        while (clock := self._now()).now < second:
            spent = self.turn()
            if spent > MOST_S:
                stalls.append(f"{spent * 1000:.0f} ms after T+{clock_face(clock.now)}")
        return stalls

    def turn(self) -> float:
        """Let the event loop pass once; returns what of its own thread's time that took, s."""
        begun = time.thread_time()
        self._app.processEvents()
        spent = time.thread_time() - begun
        if spent < IDLE_S:
            time.sleep(IDLE_S)  # as the event loop does while nothing is due
        return spent

    def turn_until(self, seen: Callable[[], bool]) -> None:
        end = time.monotonic() + PATIENCE_S
        while not seen():
            assert time.monotonic() < end, "waited in vain"
            self.turn()

    def close(self) -> None:
        self._program.frame.close()

    @property
    def _rooms(self) -> Rooms:
        assert isinstance(self._program.rooms, Rooms)
        return self._program.rooms

    @property
    def _run(self) -> RunPresenter:
        return self._rooms.desk.run

    def _now(self) -> ClockSheet:
        """What the clock shows; where a phase ends it is let go again, and fast."""
        clock = self._clock
        assert clock is not None
        if not clock.is_running:
            self._run.play_or_hold()
        if clock.pace != FASTEST:
            self._run.submit(Pace(FASTEST))
        return clock

    def _take_clock(self, clock: ClockSheet) -> None:
        self._clock = clock


@pytest.fixture
def table(qapp: QApplication, tmp_path: Path) -> Iterator[Callable[[Path], Table]]:
    tables: list[Table] = []

    def lay(file: Path) -> Table:
        folder = tmp_path / str(len(tables))
        folder.mkdir()
        tables.append(Table(qapp, folder, file))
        gc.collect()
        gc.freeze()  # as the program does once it is loaded: what other tests left behind is none of its
        return tables[-1]

    yield lay
    for each in tables:
        each.close()


def stalls(
    lay: Callable[[Path], Table], file: Path, *, has_display: bool = False, panels: Sequence[str] = ()
) -> list[str]:
    """What stalled each time it was played; what the machine did beside it does not come again, so twice if need be."""
    found: list[str] = []
    for _ in range(2):
        table = lay(file)
        if has_display:
            table.show_display()
        for panel in panels:
            table.show_panel(panel)
        found = table.stalls_until(UNTIL)
        if not found:
            break
    return found


@pytest.mark.slow
def test_pangyo_at_its_fastest_never_stalls_the_window(table: Callable[[Path], Table]) -> None:
    assert stalls(table, PANGYO) == []


@pytest.mark.slow
def test_three_hundred_components_at_their_fastest_never_stall_the_window(
    table: Callable[[Path], Table], tmp_path: Path
) -> None:
    assert stalls(table, large_file(tmp_path, 300)) == []


@pytest.mark.slow
def test_a_display_beside_the_console_stalls_neither(table: Callable[[Path], Table], tmp_path: Path) -> None:
    assert stalls(table, large_file(tmp_path, 300), has_display=True) == []


@pytest.mark.slow
@pytest.mark.parametrize("panel", ["run.log", "run.beliefs", "run.actions", "run.decisions"])
def test_no_panel_stalls_the_console_or_the_display(table: Callable[[Path], Table], tmp_path: Path, panel: str) -> None:
    assert stalls(table, large_file(tmp_path, 300), has_display=True, panels=(panel,)) == []
