"""The state of every component over the run, one strip each, in the order in which they failed."""

from dataclasses import dataclass

from blackstart.core.engine.trace import Shown
from blackstart.core.review.report.axis import time_ticks, time_words
from blackstart.core.review.report.letters import cut
from blackstart.core.review.report.model import Figure
from blackstart.core.review.report.source import Teller
from blackstart.core.review.report.svg import element, hatch, ink, legend, line, whole, words
from blackstart.core.review.timeline import StateSpan, Strip

LEAST_WIDTH, ROW, BAR = 960, 15, 11
_SHAPE = 1.9  # as a page has room for
_NAME_PX = 10.5
MOST_ROWS = 40  # of those that failed first; a page holds no more
_LEFT, _RIGHT, _TOP, _BOTTOM = 190, 16, 40, 24
_FILLS = {
    Shown.DEGRADED: "url(#degraded)",
    Shown.DOWN: ink("down"),
    Shown.RECOVERING: "url(#recovering)",
    Shown.MAINTENANCE: "none",
    Shown.ISOLATED: "none",
}
_BORDERS = {Shown.ISOLATED: "iso", Shown.MAINTENANCE: "ln2"}
_NAMED = (Shown.DEGRADED, Shown.DOWN, Shown.RECOVERING, Shown.ISOLATED, Shown.MAINTENANCE)


@dataclass(frozen=True, slots=True)
class _Axis:
    """Where a second lies."""

    until: int
    width: int  # of the whole figure

    @property
    def length(self) -> int:
        return self.width - _LEFT - _RIGHT

    def x(self, second: int) -> float:
        return _LEFT + self.length * min(second, self.until) / self.until


def strips_figure(teller: Teller) -> Figure:
    """Draw the strips; what never failed is not drawn, and what has no room is counted in the caption."""
    story = teller.source.story
    failed = [strip for strip in story.timeline.strips if strip.left_s is not None]
    shown = failed[:MOST_ROWS]
    height = _TOP + ROW * max(len(shown), 1) + _BOTTOM
    axis = _Axis(max(story.until, 1), max(LEAST_WIDTH, round(height * _SHAPE)))
    parts = [hatch("degraded", ink("deg"), 5), hatch("recovering", ink("rec"), 5), *_legend(teller, shown)]
    for second in time_ticks(axis.until, 9):
        x = axis.x(second)
        parts.append(line(x, _TOP, x, height - _BOTTOM))
        parts.append(words(x, height - _BOTTOM + 16, time_words(second), anchor="middle"))
    for number, strip in enumerate(shown):
        parts += _row(teller, strip, _TOP + number * ROW, axis)
    caption = teller.say("report.strips.caption", shown=len(shown), whole=len(story.timeline.strips))
    told = teller.say("report.strips.told", count=len(failed), whole=len(story.timeline.strips))
    return Figure("strips", caption, whole(axis.width, height, parts), axis.width, height, told)


def _row(teller: Teller, strip: Strip, top: float, axis: _Axis) -> list[str]:
    name = cut(teller.component(strip.component), _LEFT - 16, _NAME_PX)
    parts = [words(_LEFT - 8, top + BAR - 1.5, name, _NAME_PX, anchor="end", fill=ink("tx1"))]
    parts.append(element("rect", x=_LEFT, y=top, width=axis.length, height=BAR, fill=ink("bg3")))
    return parts + [bar for span in strip.spans if (bar := _bar(span, top, axis))]


def _bar(span: StateSpan, top: float, axis: _Axis) -> str:
    left, right = axis.x(span.start), axis.x(span.until)
    size = {"x": left, "y": top, "width": max(right - left, 0.6), "height": BAR}
    if span.shown is Shown.OPERATIONAL:
        if not span.is_on_reserve:
            return ""
        return element("rect", **{**size, "y": top + BAR - 3.0, "height": 3, "fill": ink("deg")})
    if span.shown in _BORDERS:
        return element("rect", **size, fill="#FFFFFF", stroke=ink(_BORDERS[span.shown]), stroke_width=1.2)
    under = "#FFFFFF" if span.shown is not Shown.DOWN else ink("down")
    return element("rect", **size, fill=under) + element("rect", **size, fill=_FILLS[span.shown])


def _legend(teller: Teller, strips: list[Strip]) -> list[str]:
    """Name the states that can be seen."""
    spans = [span for strip in strips for span in strip.spans]
    states = [state for state in _NAMED if any(span.shown is state for span in spans)]
    marks = [(_mark(state), teller.words.say(f"state.{state}")) for state in states]
    if any(span.shown is Shown.OPERATIONAL and span.is_on_reserve for span in spans):
        track = element("rect", x=0, y=9, width=22, height=BAR, fill=ink("bg3"))
        thin = element("rect", x=0, y=9 + BAR - 3.0, width=22, height=3, fill=ink("deg"))
        marks.append((track + thin, teller.words.say("state.on-reserve")))
    return legend(_LEFT, marks)


def _mark(shown: Shown) -> str:
    border = ink(_BORDERS.get(shown, "ln2"))
    return element("rect", x=0, y=9, width=22, height=BAR, fill=_FILLS[shown], stroke=border, stroke_width=1)
