"""The whole way through Pangyo in the real window on a real X server, by keyboard alone.

Nothing is asked of the program but what it leaves behind and shows: its journal, its title, its picture.
"""

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from blackstart.core.exercise.files import LoadedDrill
from blackstart.core.play.commands import Command, Decide, End, Jump, Note, Play
from blackstart.core.play.director import Director
from blackstart.core.play.playback import fold
from blackstart.core.record.library import Library
from blackstart.core.record.recorded import Recorded
from blackstart.shell.support.theme import DARK, theme
from tests.journeys.screen import PATIENCE_S, ROOT, Screen, screen, share_of, wait

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux") or None in map(shutil.which, ("Xvfb", "xdotool")),
    reason="needs an X server to put up, and xdotool",
)
FAILURE = [theme(DARK).color(token).name() for token in ("down", "downf")]
MOST_STEPS = 40


class Person:
    """Somebody with a keyboard in front of the window."""

    def __init__(self, seen: Screen, library: Path) -> None:
        self._screen = seen
        self._library = library
        self._loaded: LoadedDrill | None = None
        self.press = seen.press
        self.write = seen.write

    def open_pangyo(self) -> None:
        self.wait_for_page("Library")
        wait(lambda: self.failures() > 0, "the shelf with its little map")
        self.press("ctrl+k")
        self.write("pangyo")
        self.press("Return")
        self.wait_for_page("Run")

    def step_to_a_decision(self) -> None:
        """Jump from event to event until something has to be decided."""
        for _ in range(MOST_STEPS):
            if self.director().open_decisions():
                return
            jumps = self.count(Jump)
            self.press("period")
            self.wait_for(Jump, jumps + 1)
        raise AssertionError("nothing ever had to be decided")

    def decide(self, *choosing: str) -> None:
        """Go to the open decision, choose with some keys, record."""
        decided = self.count(Decide)
        self.press("d", *choosing, "ctrl+Return")
        self.wait_for(Decide, decided + 1)

    def wait_for_page(self, name: str) -> None:
        wait(lambda: self._screen.shows_window(f"(^| – ){name} – Blackstart$"), f"the page {name}")

    def wait_for(self, kind: type[Command], count: int = 1) -> None:
        wait(lambda: self.count(kind) >= count, f"{kind.__name__} number {count} in the journal")

    def failures(self) -> float:
        """How much of the screen tells that something is down."""
        return share_of(self._screen.look(), FAILURE)

    def failures_at_rest(self) -> float:
        """The same once nothing moves any more."""
        seen = [-1.0]

        def is_at_rest() -> bool:
            seen.append(self.failures())
            return seen[-1] > 0 and seen[-1] == seen[-2]

        wait(is_at_rest, "a picture at rest")
        return seen[-1]

    def count(self, kind: type[Command]) -> int:
        recorded = self.recorded()
        return sum(isinstance(entry.command, kind) for entry in recorded.entries) if recorded is not None else 0

    def director(self) -> Director:
        """Everything as the journal tells it."""
        recorded = self.recorded()
        assert recorded is not None
        return fold(recorded.loaded.drill, recorded.entries, recorded.reached_s)

    def recorded(self) -> Recorded | None:
        """The run that was begun last, as it stands in the library."""
        if not self._library.exists():
            return None
        library = Library(self._library)
        try:
            runs = library.runs()
            recorded = library.recorded(runs[0].run, self._loaded) if runs else None
        finally:
            library.close()
        self._loaded = recorded.loaded if recorded is not None else None
        return recorded


@pytest.fixture
def seen(tmp_path: Path) -> Iterator[Screen]:
    with screen(tmp_path) as made:
        yield made


@pytest.fixture
def program(seen: Screen, tmp_path: Path) -> Iterator["subprocess.Popen[str]"]:
    """The program on that screen, with a home of its own."""
    folders = {"HOME": "", "XDG_CONFIG_HOME": "config", "XDG_DATA_HOME": "data", "XDG_STATE_HOME": "state"}
    environment = {**seen.environment, "LC_ALL": "C.UTF-8"} | {
        name: str(tmp_path / folder) for name, folder in folders.items()
    }
    command = [sys.executable, "-m", "blackstart", "--library", str(tmp_path / "library.db")]
    with subprocess.Popen(command, cwd=ROOT, env=environment, stderr=subprocess.PIPE, text=True) as started:
        yield started
        started.kill()


def test_pangyo_is_played_and_looked_back_on_by_keyboard_alone(
    seen: Screen, program: "subprocess.Popen[str]", tmp_path: Path
) -> None:
    person = Person(seen, tmp_path / "library.db")
    person.open_pangyo()
    assert person.recorded() is None

    # Space begins the run and lets its clock go.
    person.press("space")
    person.wait_for(Play)

    # Two decisions: the first way, and the second.
    person.step_to_a_decision()
    person.decide("space")
    person.step_to_a_decision()
    person.decide("Down", "space")
    settled = [each for each in person.director().decided() if each.seq is not None]
    assert len(settled) == 2

    # A note, with signs that are keys elsewhere.
    person.press("n")
    person.write("Calm. 2 of 3 said: hold on!")
    person.press("Return")
    person.wait_for(Note)
    recorded = person.recorded()
    assert recorded is not None
    (note,) = (entry.command for entry in recorded.entries if isinstance(entry.command, Note))
    assert note.text == "Calm. 2 of 3 said: hold on!"

    # The end, which is asked about on a sheet of the window's own: it takes the keys as soon as it is there.
    person.press("ctrl+e")
    person.press("Tab", "space")
    person.wait_for(End)
    assert person.director().is_ended

    # Review stands at the end, where something is down; at the beginning nothing was.
    person.press("ctrl+5")
    person.wait_for_page("Review")
    at_the_end = person.failures_at_rest()
    person.press("p", "Home")
    wait(lambda: person.failures() < at_the_end, "a map on which less is down")
    at_the_beginning = person.failures_at_rest()
    person.press("End")
    wait(lambda: person.failures() > at_the_beginning, "the map at the end again")

    person.press("ctrl+q")
    assert program.wait(PATIENCE_S) == 0
    assert program.stderr is not None
    assert program.stderr.read() == ""
    recorded = person.recorded()
    assert recorded is not None
    assert recorded.row.ended
    assert recorded.row.digest
