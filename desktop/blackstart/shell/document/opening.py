"""Opening a drill: reading, arranging and routing it, which takes long enough to be a worker's job."""

from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import TypeVar

from blackstart.core.base.errors import DrillError
from blackstart.core.base.filetext.document import LARGEST_JSON, Document
from blackstart.core.base.filetext.textfile import Stamp, read_file, stamp
from blackstart.core.drawing.arrange import arrange
from blackstart.core.drawing.model import Drawing
from blackstart.core.drawing.portfolio import Portfolio
from blackstart.core.drawing.route import route
from blackstart.core.exercise.files import LoadedDrill, read_document
from blackstart.core.record.library import Library
from blackstart.core.record.rows import RunRow
from blackstart.shell.document.faulty import FaultyFile, faulty_file
from blackstart.shell.document.stages import Stage, Tell, progress, to_nobody
from blackstart.shell.support.apart import Apart

MOST_KEPT = 16
# Longer texts are opened in a process of their own: that takes seconds, and beside a thread that works without a
# pause each frame of the window would take twice as long, some of them ten times.
LARGE = 200_000  # bytes or characters; some hundred components
NOTHING_KEPT = Portfolio()
Key = TypeVar("Key")
Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class OpenedDrill:
    """A drill that is ready to be shown; `path` None = it came out of a recorded run."""

    loaded: LoadedDrill
    drawing: Drawing
    path: Path | None = None


class Opener:
    """Opens drills, and keeps what was opened last: the shelf, the console and the review ask for the same ones.

    Everything is asked of it in the one thread of the worker, but `stop` and `close` in the window's.

    Parameters
    ----------
    portfolio : Portfolio
        Where maps that were drawn before lie, from one start of the program to the next.
    """

    def __init__(self, portfolio: Portfolio = NOTHING_KEPT) -> None:
        self._portfolio = portfolio
        self._apart = Apart("opening was given up")
        self._read: dict[Path, tuple[Stamp, LoadedDrill]] = {}
        self._files: dict[Path, tuple[Stamp, OpenedDrill]] = {}
        self._texts: dict[str, OpenedDrill] = {}

    def has(self, path: Path) -> bool:
        """Whether a file has been read as it is now."""
        kept = self._read.get(path.resolve())
        return kept is not None and kept[0] == stamp(path)

    def read(self, path: Path, tell: Tell = to_nobody) -> LoadedDrill:
        """Read a drill file, again only if it has changed; raises what `load_drill` raises."""
        place, now = path.resolve(), stamp(path)
        kept = self._read.get(place)
        if kept is not None and kept[0] == now:
            return kept[1]
        loaded = self._apart.do(load_bare, path) if now[1] > LARGE else load_telling(path, tell)
        _keep(self._read, place, (now, loaded))
        return loaded

    def file(self, path: Path, tell: Tell = to_nobody) -> OpenedDrill:
        """Open a drill file, again only if it has changed, telling how far it is; raises what `load_drill` raises."""
        place, now = path.resolve(), stamp(path)
        kept = self._files.get(place)
        if kept is not None and kept[0] == now:
            return kept[1]
        if now[1] > LARGE:
            opened = self._apart.do(open_bare, path, self._portfolio, tell=tell)
        else:
            loaded = self.read(path, tell)
            opened = OpenedDrill(loaded, drawn(loaded, self._portfolio, tell), path)
        _keep(self._read, place, (now, opened.loaded))
        _keep(self._files, place, (now, opened))
        _keep(self._texts, sha256(opened.loaded.text.encode()).hexdigest(), opened)
        return opened

    def faulty(self, path: Path, fault: DrillError) -> FaultyFile:
        """Return what can be shown of a drill file with faults."""
        is_large = path.exists() and path.stat().st_size > LARGE
        return self._apart.do(faulty_file, path, fault) if is_large else faulty_file(path, fault)

    def recorded(self, library: Path, row: RunRow, tell: Tell = to_nobody) -> OpenedDrill:
        """Open the drill that a recorded run carries, telling how far it is."""
        kept = self._texts.get(row.drill)
        if kept is None:
            kept = self._open_recorded(library, row, tell)
            _keep(self._texts, row.drill, kept)
        return kept

    def drawing(self, loaded: LoadedDrill) -> Drawing:
        """Draw the map of a drill that has been read otherwise."""
        return drawn(loaded, self._portfolio)

    def stop(self) -> None:
        """Give up what is being opened, if it is large."""
        self._apart.stop()

    def close(self) -> None:
        """Give up what is being opened, and open nothing large any more."""
        self._apart.close()

    def _open_recorded(self, library: Path, row: RunRow, tell: Tell) -> OpenedDrill:
        store = Library(library, is_there=True)  # opened anew, so that the worker's thread can do it
        try:
            text = store.text_of(row)
        finally:
            store.close()
        given = (text, row.source, self._portfolio)
        return self._apart.do(open_text, *given, tell=tell) if len(text) > LARGE else open_text(*given, tell)


def drawn(loaded: LoadedDrill, portfolio: Portfolio, tell: Tell = to_nobody) -> Drawing:
    """Return the drawing of a drill's map: the one that is kept, or arranged and routed, which is kept then."""
    topology, is_json = loaded.drill.topology, loaded.text.lstrip("\ufeff \t\r\n").startswith("{")
    drawing = portfolio.find(topology)
    if drawing is None:
        tell(progress(Stage.ARRANGE, is_json=is_json))
        arrangement = arrange(topology)
        tell(progress(Stage.LINES, is_json=is_json))
        drawing = route(topology, arrangement)
        portfolio.keep(topology, drawing)
    tell(progress(Stage.SHOW, is_json=is_json))
    return drawing


def load_telling(path: Path, tell: Tell) -> LoadedDrill:
    """Read a drill file; raises what `load_drill` raises."""
    return _read_telling(read_file(path, LARGEST_JSON), str(path), tell)


def load_bare(path: Path, tell: Tell = to_nobody) -> LoadedDrill:
    """Read a drill file and leave out what is quicker found anew than handed from process to process."""
    return replace(load_telling(path, tell), document=None)


def open_bare(path: Path, portfolio: Portfolio, tell: Tell = to_nobody) -> OpenedDrill:
    """Read and draw a drill file; raises what `load_drill` raises."""
    loaded = load_bare(path, tell)
    return OpenedDrill(loaded, drawn(loaded, portfolio, tell), path)


def open_text(text: str, source: str, portfolio: Portfolio, tell: Tell = to_nobody) -> OpenedDrill:
    """Open the drill that a recorded run carries, which nobody saves; raises what `read_drill` raises."""
    loaded = replace(_read_telling(text, source, tell), document=None)
    return OpenedDrill(loaded, drawn(loaded, portfolio, tell))


def _read_telling(text: str, source: str, tell: Tell) -> LoadedDrill:
    tell(progress(Stage.READ))
    document = Document(text, source)
    tell(progress(Stage.CHECK, is_json=document.is_json))
    return read_document(document, text)


def _keep(kept: dict[Key, Value], key: Key, value: Value) -> None:
    """Put in, and let go of what was put in first once there are too many."""
    kept.pop(key, None)
    kept[key] = value
    if len(kept) > MOST_KEPT:
        del kept[next(iter(kept))]
