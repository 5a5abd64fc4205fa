"""Pulses: dots that run along the lines by which a change came."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from blackstart.core.drawing.model import Drawing
from blackstart.core.engine.trace import Shown
from blackstart.core.topology.model import Point
from blackstart.shell.canvas.motion import DOT_GAP, DOTS, PULSE_S, REPEAT_S, Track, in_out_sine, passed, track
from blackstart.shell.canvas.spread import MOST_FLOWS, Flow

LEAST_GAP_S = 1.0  # between two starts on the same way: nothing flashes faster


@dataclass(frozen=True, slots=True)
class Dot:
    """One dot at a time; `radius` in canvas px, `opacity` 0..1."""

    at: Point
    radius: float
    opacity: float
    shown: Shown


@dataclass(slots=True)
class _Pulse:
    flow: Flow
    track: Track
    begun: float
    is_repeated: bool

    def dots(self, now: float, scale: float) -> Iterator[Dot]:
        gone = now - self.begun
        if self.is_repeated:
            gone %= REPEAT_S
        if not 0 <= gone < PULSE_S:
            return
        head = in_out_sine(passed(0.0, gone, PULSE_S)) * self.track.length
        for place, (radius, opacity) in enumerate(DOTS):
            distance = head - place * DOT_GAP * scale
            if distance >= 0 and self.track.is_seen(distance):
                yield Dot(self.track.at(distance), radius * scale, opacity, self.flow.shown)


@dataclass(slots=True)
class Pulses:
    """Which pulses run on one map; at most six, of which what has just happened comes first."""

    _once: dict[tuple[int, ...], _Pulse] = field(default_factory=dict)
    _repeated: dict[tuple[int, ...], _Pulse] = field(default_factory=dict)

    @property
    def is_empty(self) -> bool:
        return not self._once and not self._repeated

    def clear(self) -> None:
        self._once.clear()
        self._repeated.clear()

    def begin(self, flows: Iterable[Flow], drawing: Drawing, now: float, *, replaces: bool = False) -> None:
        """Let flows run once; `replaces` = nothing that ran before goes on."""
        if replaces:
            self._once.clear()
        for flow in flows:
            last = self._once.get(flow.lines)
            if last is None or now - last.begun >= LEAST_GAP_S:
                self._once[flow.lines] = _pulse(flow, drawing, now, is_repeated=False)

    def hold(self, flows: Iterable[Flow], drawing: Drawing, now: float) -> None:
        """Let these flows, and no others, run again and again; those that do so already go on."""
        kept = self._repeated
        self._repeated = {}
        for flow in flows:
            before = kept.get(flow.lines)
            begun = before.begun if before is not None else now
            self._repeated[flow.lines] = _pulse(flow, drawing, begun, is_repeated=True)

    def sweep(self, now: float) -> None:
        """Forget what has ended."""
        self._once = {lines: pulse for lines, pulse in self._once.items() if now - pulse.begun < LEAST_GAP_S}

    def dots(self, now: float, scale: float = 1.0) -> list[Dot]:
        """Return where dots are; `scale` is their size, 1 = as designed."""
        once = [pulse for pulse in self._once.values() if now - pulse.begun < PULSE_S]
        running = once[:MOST_FLOWS]  # what runs already ends its way
        taken = {pulse.flow.lines for pulse in running}
        waiting = (pulse for pulse in self._repeated.values() if pulse.flow.lines not in taken)
        for pulse in waiting:
            if len(running) == MOST_FLOWS:
                break
            running.append(pulse)
        return [dot for pulse in running for dot in pulse.dots(now, scale)]


def _pulse(flow: Flow, drawing: Drawing, begun: float, *, is_repeated: bool) -> _Pulse:
    return _Pulse(flow, track(*(drawing.lines[number].points for number in flow.lines)), begun, is_repeated)
