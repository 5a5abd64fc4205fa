"""A run as the console uses it, and what of it goes to the map."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol

from blackstart.core.base.simtime import Seconds
from blackstart.core.engine.simulation import Opening
from blackstart.core.exercise.files import LoadedDrill
from blackstart.core.play.commands import Begin, Command, Entry
from blackstart.core.play.director import Director
from blackstart.core.play.events import Event
from blackstart.core.record.library import Library
from blackstart.core.session.scribe import Summed
from blackstart.core.session.unsafe import Unsafe
from blackstart.shell.canvas.moment import Moment, Travelled, moment


class Clock(Protocol):
    """What is shown of a run's clock."""

    @property
    def is_held(self) -> bool: ...
    @property
    def why_held(self) -> str: ...
    @property
    def pace(self) -> int: ...
    def now(self) -> Seconds: ...
    def reading_s(self) -> float: ...


class Keeping(Protocol):
    """How a run is saved whose library cannot be written; `core.session.scribe.Scribe` does it."""

    def summing(self) -> Callable[[], Summed]: ...
    def sum_up(self, summed: Summed) -> None: ...
    def try_again(self, is_at_once: bool = False) -> None: ...
    def keep_in(self, path: Path) -> None: ...
    def move_to(self, library: Library) -> None: ...


class Playing(Protocol):
    """A run as the console uses it; `core.session.run.Run` is one."""

    @property
    def run_id(self) -> str: ...
    @property
    def director(self) -> Director: ...
    @property
    def clock(self) -> Clock: ...
    @property
    def is_read_only(self) -> bool: ...
    @property
    def entries(self) -> Sequence[Entry]: ...
    @property
    def unsafe(self) -> Unsafe | None: ...
    @property
    def scribe(self) -> Keeping: ...
    def submit(self, command: Command, actor: str = "") -> tuple[Event, ...]: ...
    def step(self, actor: str = "") -> tuple[Event, ...]: ...
    def advance(self) -> tuple[Event, ...]: ...
    def leave(self) -> None: ...


Beginner = Callable[[LoadedDrill, Begin, Opening], Playing]


def moment_of(director: Director, travelled: frozenset[Travelled]) -> Moment:
    """Return how the map stands; what is asked of it later is still told as of now."""
    now = Seconds(max(director.now, 0))
    return moment(director.drill.topology, now, director.simulation.copy().standing, travelled)
