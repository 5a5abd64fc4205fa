"""What lies on the shelf: drills that come with the program and files the user has opened, read one at a time."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from math import log
from pathlib import Path

from blackstart.core.base.errors import DrillError, UserError
from blackstart.core.base.filetext.textfile import Stamp, stamp
from blackstart.core.base.simtime import Seconds
from blackstart.core.drawing.model import Drawing
from blackstart.core.engine.simulation import Simulation
from blackstart.core.engine.trace import Standing
from blackstart.core.exercise.files import LoadedDrill
from blackstart.core.exercise.model import Drill
from blackstart.core.play.commands import Begin
from blackstart.core.play.director import Director
from blackstart.core.play.events import Settled
from blackstart.shell.canvas.moment import Moment, moment
from blackstart.shell.document.opening import Opener
from blackstart.shell.support.apart import GivenUpError
from blackstart.shell.support.translation import tell

MOST_BYTES = 400_000  # of a file that is read before anybody opens it
MOST_COMPONENTS = 300  # of a map that is drawn before anybody opens it
MOST_LOOKS = 40  # at how things stand, to find the moment to show


@dataclass(frozen=True, slots=True)
class Place:
    """Where a drill lies: shipped with the program, or a file of the user's; `stamp` tells its versions apart."""

    path: Path
    is_yours: bool
    stamp: Stamp


@dataclass(frozen=True, slots=True)
class Scene:
    """What a thumbnail shows: a map, and how it stands."""

    drawing: Drawing
    moment: Moment


@dataclass(frozen=True, slots=True)
class Book:
    """A file on the shelf, as far as it has been read; in no language yet.

    Attributes
    ----------
    fault : str
        The first of what keeps it from being opened; empty = nothing does.
    is_read, is_drawn : bool
        Whether there is nothing more to find out: about its words, about its map.
    """

    place: Place
    loaded: LoadedDrill | None = None
    fault: str = ""
    scene: Scene | None = None
    is_read: bool = False
    is_drawn: bool = False


def drill_files(folder: Path) -> list[Path]:
    """Return the drills of a folder by name."""
    return sorted(folder.glob("*.drill"))


def places(folder: Path, recent: Iterable[Path]) -> tuple[Place, ...]:
    """Return where drills lie: the shipped ones by name, then the user's; files that are gone are left out."""
    shipped = [path.resolve() for path in drill_files(folder)]
    found = [Place(path, False, stamp(path)) for path in shipped]
    found += [Place(path, True, stamp(path)) for path in recent if path not in shipped and path.is_file()]
    return tuple(found)


def read(book: Book, opener: Opener) -> Book:
    """Read the words of a file; a large one is left until somebody opens it."""
    _, size = book.place.stamp
    if size > MOST_BYTES and not opener.has(book.place.path):
        return replace(book, is_read=True, is_drawn=True)
    try:
        loaded = opener.read(book.place.path)
    except GivenUpError:
        return book  # somebody opens another: it is read after that
    except UserError as fault:
        return replace(book, fault=_first(fault), is_read=True, is_drawn=True)
    is_plain = len(loaded.drill.topology.components) <= MOST_COMPONENTS
    return replace(book, loaded=loaded, is_read=True, is_drawn=not is_plain)


def draw(book: Book, opener: Opener) -> Book:
    """Draw the map of a drill that has been read, at the moment that shows most."""
    try:
        opened = opener.file(book.place.path)
    except GivenUpError:
        return book
    except UserError as fault:
        return replace(book, fault=_first(fault), is_drawn=True)
    return replace(book, scene=Scene(opened.drawing, telling_moment(opened.loaded.drill)), is_drawn=True)


def fault_words(book: Book) -> str:
    """Return the fault of a file in the language of the window, without the folder, which its detail shows."""
    return tell(book.fault).removeprefix(str(book.place.path.parent)).lstrip("/\\")


def _first(fault: UserError) -> str:
    return fault.findings[0].sentence if isinstance(fault, DrillError) else fault.sentence


def telling_moment(drill: Drill) -> Moment:
    """Return the moment of an outage nobody does anything about at which its components differ most in state.

    The worst moment often shows one state alone. A map without a script is shown as it begins.
    """
    if drill.exercise is None:
        return moment(drill.topology, Seconds(0), Simulation(drill.topology).standing)
    director = Director(drill, Begin())
    best, most = None, -1.0
    for second in _seconds_to_look_at(drill):
        director.advance(second)
        seen = moment(drill.topology, director.now, director.simulation.standing)
        varied = _variety(list(seen.standings.values()))
        if varied > most:
            best, most = seen, varied
    return best or moment(drill.topology, Seconds(0), Simulation(drill.topology).standing)


def _seconds_to_look_at(drill: Drill) -> list[Seconds]:
    """Seconds in which something changed, evenly chosen where there are many."""
    director = Director(drill, Begin())
    events = director.advance(director.lasts)
    changed = sorted({event.at for event in events if isinstance(event, Settled) and event.changes})
    step = max(-(-len(changed) // MOST_LOOKS), 1)
    return changed[::step]


def _variety(standings: list[Standing]) -> float:
    """Entropy of the states that are shown, in nats; what is on reserve counts as a state of its own."""
    counts = Counter((each.shown, each.on_reserve_s is not None) for each in standings)
    return -sum(count / len(standings) * log(count / len(standings)) for count in counts.values())
