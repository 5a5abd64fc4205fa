"""A console at which a run is played without a store, and somebody who listens."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from blackstart.core.base.errors import UserError
from blackstart.core.base.ids import DecisionId, OptionId
from blackstart.core.base.simtime import START, Seconds
from blackstart.core.drawing.arrange import arrange
from blackstart.core.drawing.model import Drawing
from blackstart.core.drawing.route import route
from blackstart.core.engine.simulation import Opening
from blackstart.core.exercise.files import LoadedDrill
from blackstart.core.play.commands import Begin, Command, Decide, Entry, Hold, Play
from blackstart.core.play.director import Director
from blackstart.core.play.events import HAPPENINGS, Event
from blackstart.core.record.derived import Derived
from blackstart.core.record.library import Library
from blackstart.core.session.scribe import Summed
from blackstart.core.session.unsafe import Unsafe
from blackstart.shell.run.groundwork import Groundwork, groundwork
from blackstart.shell.run.presenter import RunPresenter
from blackstart.shell.support.look import Look
from blackstart.shell.support.workers import T, Worker
from tests.shell.drills import lights

LIGHT = Decide(DecisionId("candles"), OptionId("light"), "lead", "we must see", "high")


class AtOnce(Worker):
    """Does its work where it is asked to, so that no test has to wait."""

    def do(
        self, name: str, work: Callable[[], T], done: Callable[[T], None], refused: Callable[[UserError], None]
    ) -> None:
        done(work())


class Later(Worker):
    """Keeps its work until a test wants it done."""

    def __init__(self) -> None:
        super().__init__()
        self._kept: list[Callable[[], None]] = []

    def do(
        self, name: str, work: Callable[[], T], done: Callable[[T], None], refused: Callable[[UserError], None]
    ) -> None:
        self._kept.append(lambda: done(work()))

    def settle(self) -> None:
        while self._kept:
            self._kept.pop(0)()


class FakeClock:
    """A clock that stands where it is put."""

    def __init__(self) -> None:
        self.is_held = True
        self.why_held = ""
        self.pace = 1
        self.second = 0
        self.real_s = 0.0

    def reading_s(self) -> float:
        return self.real_s

    def now(self) -> Seconds:
        return Seconds(self.second)


class FakeScribe:
    """Writes nothing; keeps where it was told to."""

    def __init__(self, run: "FakeRun") -> None:
        self._run = run
        self.refusal: UserError | None = None  # why no place will do
        self.kept_in: Path | None = None
        self.library: Library | None = None
        self.is_mended = False  # when it is tried next
        self.sums: list[Summed] = []
        self.is_to_sum_up = False

    def summing(self) -> Callable[[], Summed]:
        entries, second = len(self._run.entries), self._run.director.now
        return lambda: Summed(entries, second, Derived((), None))

    def sum_up(self, summed: Summed) -> None:
        self.sums.append(summed)

    def try_again(self, is_at_once: bool = False) -> None:
        if self.is_mended:
            self._run.unsafe = None

    def keep_in(self, path: Path) -> None:
        if self.refusal is not None:
            raise self.refusal
        self.kept_in = path
        if self._run.unsafe is not None:
            self._run.unsafe = replace(self._run.unsafe, entries=0, kept_in=path)

    def move_to(self, library: Library) -> None:
        if self.refusal is not None:
            raise self.refusal
        self.library, self._run.unsafe = library, None


class FakeRun:
    """A run that notes down what was submitted, and plays it on a real director without a store."""

    def __init__(self, loaded: LoadedDrill, begin: Begin, opening: Opening | None = None) -> None:
        self.run_id = "fake"
        self.director = Director(loaded.drill, begin, opening)
        self.clock = FakeClock()
        self.is_read_only = False
        self.submitted: list[Command] = []
        self.entries = [Entry(1, START, begin)]
        self.is_left = False
        self.fault: UserError | None = None  # of what is submitted
        self.unsafe: Unsafe | None = None
        self.scribe = FakeScribe(self)

    def submit(self, command: Command, actor: str = "") -> tuple[Event, ...]:
        if self.fault is not None:
            raise self.fault
        self.submitted.append(command)
        self.entries.append(Entry(len(self.entries) + 1, self.director.now, command, actor=actor))
        if isinstance(command, Play | Hold):
            self.clock.is_held = isinstance(command, Hold)
        return self.director.apply(self.entries[-1])

    def step(self, actor: str = "") -> tuple[Event, ...]:
        events = self.director.advance(self.director.lasts, HAPPENINGS)
        self.clock.second = self.director.now
        return events

    def play_to(self, second: int) -> tuple[Event, ...]:
        self.clock.second = second
        return self.director.advance(Seconds(second))

    def advance(self) -> tuple[Event, ...]:
        return self.director.advance(Seconds(self.clock.second))

    def leave(self) -> None:
        self.is_left = True


class Ear:
    """Keeps the last thing that each signal said."""

    def __init__(self, presenter: RunPresenter) -> None:
        self.heard: dict[str, Any] = {}
        self.sentences: list[str] = []
        for name in (
            "drill_shown",
            "clock_shown",
            "strip_shown",
            "asked",
            "spread",
        ):
            getattr(presenter, name).connect(self._keep(name))
        presenter.map.map_shown.connect(self._keep("map_shown"))
        presenter.told.connect(self.sentences.append)
        presenter.refused.connect(self.sentences.append)

    def _keep(self, name: str) -> Callable[[object], None]:
        def keep(value: object) -> None:
            self.heard[name] = value

        return keep

    def __getattr__(self, name: str) -> Any:
        return self.heard[name]


class Table:
    """A presenter with a fake run and somebody who listens."""

    def __init__(self, look: Look, worker: Worker | None = None) -> None:
        self.runs: list[FakeRun] = []
        self.presenter = RunPresenter(self._begin, look, worker or AtOnce())
        self.ear = Ear(self.presenter)
        self.loaded = lights()
        self.groundwork = grounded(self.loaded)

    @property
    def run(self) -> FakeRun:
        return self.runs[-1]

    def _begin(self, loaded: LoadedDrill, begin: Begin, opening: Opening) -> FakeRun:
        self.runs.append(FakeRun(loaded, begin, opening))
        return self.run

    def begun(self) -> "Table":
        self.presenter.open(self.loaded, self.groundwork)
        self.presenter.begin("night shift")
        return self

    def at(self, second: int) -> "Table":
        self.run.clock.second = second
        self.presenter.tick()
        return self


def drawn(loaded: LoadedDrill) -> Drawing:
    return route(loaded.drill.topology, arrange(loaded.drill.topology))


def grounded(loaded: LoadedDrill) -> Groundwork:
    """Everything that the console needs of a drill's map."""
    return groundwork(loaded.drill.topology, drawn(loaded))
