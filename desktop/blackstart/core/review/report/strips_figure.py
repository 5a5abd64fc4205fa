"""The state of every component over the run, one strip each, in the order in which they failed."""

from blackstart.core.engine.trace import Shown
from blackstart.core.review.report.axis import time_ticks, time_words
from blackstart.core.review.report.model import Figure
from blackstart.core.review.report.source import Teller
from blackstart.core.review.report.svg import element, hatch, ink, line, whole, words
from blackstart.core.review.timeline import StateSpan, Strip

WIDTH, ROW, BAR = 960, 15, 11
MOST_ROWS = 60  # of those that failed first; a page holds no more
_LEFT, _RIGHT, _TOP, _BOTTOM = 190, 16, 40, 24
_FILLS = {
    Shown.DEGRADED: "url(#degraded)",
    Shown.DOWN: ink("down"),
    Shown.RECOVERING: "url(#recovering)",
    Shown.MAINTENANCE: "none",
    Shown.ISOLATED: "none",
}


def strips_figure(teller: Teller) -> Figure:
    """Draw the strips; what never failed is not drawn, and what has no room is counted in the caption."""
    story = teller.source.story
    until = max(story.until, 1)
    failed = [strip for strip in story.timeline.strips if strip.left_s is not None]
    shown = failed[:MOST_ROWS]
    height = _TOP + ROW * max(len(shown), 1) + _BOTTOM
    parts = [hatch("degraded", ink("deg"), 5), hatch("recovering", ink("rec"), 5), *_legend(teller)]
    for second in time_ticks(until, 9):
        x = _x(second, until)
        parts.append(line(x, _TOP, x, height - _BOTTOM))
        parts.append(words(x, height - _BOTTOM + 16, time_words(second), anchor="middle"))
    for number, strip in enumerate(shown):
        parts += _row(teller, strip, _TOP + number * ROW, until)
    caption = teller.say("report.strips.caption", shown=len(shown), whole=len(story.timeline.strips))
    told = teller.say("report.strips.told", count=len(failed), whole=len(story.timeline.strips))
    return Figure("strips", caption, whole(WIDTH, height, parts), WIDTH, height, told)


def _row(teller: Teller, strip: Strip, top: float, until: int) -> list[str]:
    name = _cut(teller.component(strip.component))
    parts = [words(_LEFT - 8, top + BAR - 1.5, name, 10.5, anchor="end", fill=ink("tx1"))]
    parts.append(element("rect", x=_LEFT, y=top, width=WIDTH - _LEFT - _RIGHT, height=BAR, fill=ink("bg3")))
    return parts + [bar for span in strip.spans if (bar := _bar(span, top, until))]


def _bar(span: StateSpan, top: float, until: int) -> str:
    left, right = _x(span.start, until), _x(span.until, until)
    size = {"x": left, "y": top, "width": max(right - left, 0.6), "height": BAR}
    if span.shown is Shown.OPERATIONAL:
        if not span.is_on_reserve:
            return ""
        return element("rect", **{**size, "y": top + BAR - 3.0, "height": 3, "fill": ink("deg")})
    border = {Shown.ISOLATED: ink("iso"), Shown.MAINTENANCE: ink("ln2")}.get(span.shown)
    if border is not None:
        return element("rect", **size, fill="#FFFFFF", stroke=border, stroke_width=1.2)
    under = "#FFFFFF" if span.shown is not Shown.DOWN else ink("down")
    return element("rect", **size, fill=under) + element("rect", **size, fill=_FILLS[span.shown])


def _legend(teller: Teller) -> list[str]:
    parts, x = [], float(_LEFT)
    for shown in (Shown.DEGRADED, Shown.DOWN, Shown.RECOVERING, Shown.ISOLATED):
        stroke = {"stroke": ink("iso" if shown is Shown.ISOLATED else "ln2"), "stroke_width": 1}
        parts.append(element("rect", x=x, y=10, width=22, height=BAR, fill=_FILLS[shown], **stroke))
        name = teller.words.say(f"state.{shown}")
        parts.append(words(x + 28, 20, name))
        x += 28 + 7.2 * sum(2 if ord(letter) > 0x1100 else 1 for letter in name) + 20
    return parts


def _x(second: int, until: int) -> float:
    return _LEFT + (WIDTH - _LEFT - _RIGHT) * min(second, until) / until


def _cut(name: str, most: int = 28) -> str:
    return name if len(name) <= most else f"{name[: most - 1]}…"
