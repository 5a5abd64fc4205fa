"""The time from left to right that curve, strips and ruler of a page share: what part is shown, and the playhead."""

from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal

from blackstart.core.base.simtime import Seconds
from blackstart.shell.widgets.time_strip import LEAST_TICK_GAP_PX, Span, ticks

RIGHT_PX = 28  # room for half a time below the last tick, and for a scroll bar
LEAST_SHOWN_S = 60
ZOOM_A_STEP = 1.5
STEPS_IN_VIEW = 200  # that many steps of an arrow key lead from edge to edge
_STEPS_S = (1, 5, 10, 30, 60, 300, 600, 900, 1800, 3600, 7200, 14400)


@dataclass(frozen=True, slots=True)
class TimeScale:
    """Where times lie on widgets of one left edge: what part of a run is shown, from `left_px` on."""

    start: int = 0
    until: int = 1
    left_px: int = 0

    @property
    def length(self) -> int:
        return self.until - self.start

    @property
    def step_s(self) -> int:
        """What an arrow key moves the playhead by: the finer the less is shown."""
        wanted = self.length / STEPS_IN_VIEW
        return next((step for step in _STEPS_S if step >= wanted), _STEPS_S[-1])

    def holds(self, at: int) -> bool:
        """Whether a time is shown."""
        return self.start <= at <= self.until

    def room_px(self, width: int) -> float:
        return max(float(width - self.left_px - RIGHT_PX), 1.0)

    def x_of(self, at: float, width: int) -> float:
        """Return where a time lies on a widget of that width, px from its left."""
        return self.left_px + (at - self.start) / self.length * self.room_px(width)

    def time_at(self, x: float, width: int) -> int:
        """Return the time at a place, within what is shown."""
        share = (x - self.left_px) / self.room_px(width)
        return min(max(self.start + round(share * self.length), self.start), self.until)

    def ticks(self, width: int, text_size: int) -> list[int]:
        """Round times, as far apart as times in words of a size (per cent) need."""
        gap = LEAST_TICK_GAP_PX * text_size / 100
        return ticks(Span(Seconds(self.start), Seconds(self.until)), self.room_px(width), gap)


class TimeAxis(QObject):
    """The scale of the moment and the playhead; passes on where somebody wants the playhead."""

    rescaled = Signal()  # another part of the run is shown, or elsewhere
    moved = Signal(int, int)  # the playhead: exercise seconds before and now
    sought = Signal(int)  # exercise seconds the user wants the playhead at

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._end = 1
        self._scale = TimeScale()
        self._now = 0

    @property
    def end(self) -> int:
        """The last second there is."""
        return self._end

    @property
    def scale(self) -> TimeScale:
        return self._scale

    @property
    def now(self) -> int:
        """Where the playhead is."""
        return self._now

    @property
    def is_whole(self) -> bool:
        return (self._scale.start, self._scale.until) == (0, self._end)

    def show_run(self, end: int) -> None:
        """Show all of a run of that length."""
        self._end = max(end, 1)
        self._now = min(self._now, self._end)
        self.show_whole()

    def show_left(self, px: int) -> None:
        """Leave so much room for names."""
        self._show(replace(self._scale, left_px=px))

    def show_now(self, at: int) -> None:
        """Move the playhead, without a word to whoever moves it; what is shown follows it."""
        before, self._now = self._now, min(max(at, 0), self._end)
        if self._now == before:
            return
        if not self._scale.holds(self._now):
            margin = self._scale.length // 10
            self.scroll_to(self._now - margin if self._now > before else self._now - self._scale.length + margin)
        self.moved.emit(before, self._now)

    def seek(self, at: int) -> None:
        """Wish the playhead elsewhere."""
        self.sought.emit(min(max(at, 0), self._end))

    def step(self, steps: int) -> None:
        """Wish the playhead so many steps on, or back, to a whole step."""
        step = self._scale.step_s
        number = self._now // step if steps > 0 or self._now % step == 0 else self._now // step + 1
        self.seek((number + steps) * step)

    def zoom(self, steps: int, about: int | None = None) -> None:
        """Show less, or more where `steps` is negative; a time stays where it is, the playhead if none is given."""
        anchor, before = self._now if about is None else about, self._scale
        length = min(max(round(before.length / ZOOM_A_STEP**steps), min(LEAST_SHOWN_S, self._end)), self._end)
        share = (anchor - before.start) / before.length
        self._show_from(round(anchor - share * length), length)

    def show_whole(self) -> None:
        """Show all of the run."""
        self._show_from(0, self._end)

    def scroll_to(self, start: int) -> None:
        """Show as much as now, from another second on."""
        self._show_from(start, self._scale.length)

    def _show_from(self, start: int, length: int) -> None:
        start = min(max(start, 0), self._end - length)
        self._show(replace(self._scale, start=start, until=start + length))

    def _show(self, scale: TimeScale) -> None:
        if scale != self._scale:
            self._scale = scale
            self.rescaled.emit()
