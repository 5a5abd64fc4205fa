"""Plays a shipped drill with a list of commands, as the command line does, and tells what became of it."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from blackstart.core.base.ids import ComponentId
from blackstart.core.base.simtime import Seconds
from blackstart.core.engine.trace import Change, Impact, Stuck
from blackstart.core.exercise.model import Drill
from blackstart.core.play.commands import Begin, Entry
from blackstart.core.play.events import Delivered, Opened, Settled
from blackstart.core.play.payloads import read_command
from blackstart.core.play.playback import Told, tell

Line = dict[str, object]  # one line of a command list

_FOLDER = Path(__file__).parent


@dataclass(frozen=True)
class Run:
    """A run played to its end."""

    told: Told
    lasts: Seconds
    entries: tuple[Entry, ...]

    @property
    def changes(self) -> tuple[Change, ...]:
        return tuple(change for event in self.told.events if isinstance(event, Settled) for change in event.changes)

    @property
    def delivered(self) -> set[str]:
        return {each.inject.id for each in self.told.director.delivered()}

    @property
    def brought(self) -> dict[str, int]:
        """When each inject reached the team."""
        return {each.inject: each.at for each in self.told.events if isinstance(each, Delivered)}

    @property
    def asked(self) -> dict[str, int]:
        """When each decision was put to the team."""
        return {each.decision: each.at for each in self.told.events if isinstance(each, Opened)}

    @property
    def impact(self) -> Impact:
        return self.told.director.simulation.impact(self.lasts)

    @property
    def stuck(self) -> Stuck:
        return self.told.director.simulation.stuck()

    def level(self, component: ComponentId, at: int) -> int:
        """Level at the end of a second; no component of these drills is anything but up or off at the start."""
        level = 0 if self._is_off_at_start(component) else 1000
        for change in self.changes:
            if change.component == component and change.t <= at:
                level = change.level
        return level

    def back(self, component: ComponentId) -> int | None:
        """The first second at which it delivers again after it was lost; None = never."""
        was_lost = False
        for change in self.changes:
            if change.component == component:
                if was_lost and change.level > 0:
                    return change.t
                was_lost = was_lost or change.level == 0
        return None

    def _is_off_at_start(self, component: ComponentId) -> bool:
        return self.told.director.drill.topology.component(component).initially_off


def listed(name: str) -> list[Line]:
    """The lines of a command list beside the tests."""
    return [json.loads(line) for line in (_FOLDER / name).read_text(encoding="utf-8").splitlines()]


def with_option(lines: Iterable[Line], decision: str, option: str) -> list[Line]:
    """The same commands with another option of one decision."""
    return [line | {"option": option} if line.get("decision") == decision else line for line in lines]


def with_more(lines: Iterable[Line], *more: Line) -> list[Line]:
    """The same commands and some more, each at its time."""
    return sorted([*lines, *more], key=lambda line: int(str(line["at"])))


def without(lines: Iterable[Line], decision: str) -> list[Line]:
    """The same commands without one decision, which stays open."""
    return [line for line in lines if line.get("decision") != decision]


def decided(at: int, decision: str, option: str) -> Line:
    """The line that takes an option."""
    return {"at": at, "do": "decide", "decision": decision, "option": option, "by": "lead"}


def play(drill: Drill, lines: Sequence[Line]) -> Run:
    """Play a drill to its last second; a command that does not apply fails the test."""
    assert drill.exercise is not None
    entries = [Entry(1, Seconds(0), Begin())]
    for seq, line in enumerate(lines, start=2):
        payload = {key: value for key, value in line.items() if key not in ("at", "do")}
        command = read_command(str(line["do"]), payload, drill.topology)
        entries.append(Entry(seq, Seconds(int(str(line["at"]))), command))
    return Run(tell(drill, entries, drill.exercise.lasts), drill.exercise.lasts, tuple(entries))
