"""Users cut off over the run: as played, with nobody deciding, and what really happened."""

from blackstart.core.base.simtime import Seconds, clock_face
from blackstart.core.review.curves import Curve
from blackstart.core.review.report.axis import amount_ticks, time_ticks, time_words
from blackstart.core.review.report.model import Figure
from blackstart.core.review.report.source import Teller
from blackstart.core.review.report.svg import element, hatch, ink, legend, line, path, whole, words

WIDTH, HEIGHT = 960, 312
_LEFT, _RIGHT, _TOP, _BOTTOM = 64, 16, 68, 28
_DIAMOND = 8
_STEP = 2 * _DIAMOND + 3  # between two diamonds


def curves_figure(teller: Teller) -> Figure:
    """Draw the curves with the marks of the decisions; the area between two of them is what was saved or lost."""
    source = teller.source
    until = max(source.story.until, 1)
    shown: list[tuple[str, Curve, dict[str, object]]] = []
    shown.append((teller.say("report.curves.played"), source.played.users, {"stroke_width": 2.2}))
    shown.append(
        (teller.say("report.curves.nobody"), source.nobody.users, {"stroke_width": 1.6, "stroke_dasharray": "6 4"})
    )
    if source.reality is not None:
        dots: dict[str, object] = {"stroke_width": 1.6, "stroke_dasharray": "1 4", "stroke_linecap": "round"}
        shown.append((teller.say("report.curves.really"), source.reality.late, dots))
    ticks = amount_ticks(max(curve.peak for _, curve, _ in shown))
    frame = _Frame(until, ticks[-1])
    parts = [hatch("between", ink("tx3")), _between(frame, source.played.users, source.nobody.users)]
    parts += [_amount(teller, frame, each) for each in ticks]
    parts += [_time(frame, each) for each in time_ticks(until, 9)]
    parts += [path(frame.steps(curve), stroke=ink("ink"), **look) for _, curve, look in reversed(shown)]
    parts += _marks(frame, [(each.at, each.number) for each in source.deeds if each.number])
    parts += _legend([(name, look) for name, _, look in shown])
    told = teller.say(
        "report.curves.told",
        peak=teller.words.amount(source.played.users.peak),
        last=teller.words.amount(source.played.users.at(until)),
        time=clock_face(until),
    )
    return Figure("curves", teller.say("report.curves.caption"), whole(WIDTH, HEIGHT, parts), WIDTH, HEIGHT, told)


class _Frame:
    """Where a second and an amount lie."""

    def __init__(self, until: int, peak: int) -> None:
        self.until = until
        self._peak = max(peak, 1)

    def x(self, second: int) -> float:
        return _LEFT + (WIDTH - _LEFT - _RIGHT) * min(max(second, 0), self.until) / self.until

    def y(self, amount: int) -> float:
        return HEIGHT - _BOTTOM - (HEIGHT - _TOP - _BOTTOM) * amount / self._peak

    def steps(self, curve: Curve) -> list[tuple[float, float]]:
        """The corners of a curve up to the end."""
        points = [(at, value) for at, value in curve.points if at <= self.until]
        found = [(self.x(0), self.y(curve.at(0)))]
        for at, value in points:
            if at > 0:
                found += [(self.x(at), found[-1][1]), (self.x(at), self.y(value))]
        return [*found, (self.x(self.until), found[-1][1])]


def _between(frame: _Frame, played: Curve, nobody: Curve) -> str:
    corners = [*frame.steps(played), *reversed(frame.steps(nobody))]
    said = " ".join(f"{x:.1f},{y:.1f}" for x, y in corners)
    return element("polygon", points=said, fill="url(#between)", fill_rule="evenodd", opacity=0.5)


def _amount(teller: Teller, frame: _Frame, amount: int) -> str:
    y = frame.y(amount)
    return line(_LEFT, y, WIDTH - _RIGHT, y) + words(_LEFT - 8, y + 4, teller.words.amount(amount), anchor="end")


def _time(frame: _Frame, second: int) -> str:
    x = frame.x(second)
    tick = line(x, HEIGHT - _BOTTOM, x, HEIGHT - _BOTTOM + 4, stroke=ink("ln2"))
    return tick + words(x, HEIGHT - _BOTTOM + 18, time_words(second), anchor="middle")


def _marks(frame: _Frame, decisions: list[tuple[Seconds, int]]) -> list[str]:
    """Mark the decisions: a line at the second of each, led to its diamond where these would hide one another."""
    shown = sorted(decisions)
    room = int((WIDTH - _RIGHT - _LEFT) // _STEP)
    parts = []
    for (at, number), mark in zip(shown[:room], _apart([frame.x(at) for at, _ in shown[:room]]), strict=True):
        x, y = frame.x(at), _TOP - 22
        look: dict[str, object] = {"stroke": ink("tx3"), "stroke_dasharray": "2 3"}
        parts.append(path([(mark, y), (mark, y + 12), (x, _TOP), (x, HEIGHT - _BOTTOM)], stroke_width=1, **look))
        parts.append(_diamond(mark, y, number))
    return parts


def _apart(places: list[float]) -> list[float]:
    """Put places that are too near one another beside each other, in their order, within the frame."""
    found: list[float] = []
    for place in places:
        found.append(max(place, found[-1] + _STEP) if found else place)
    least = float(WIDTH - _RIGHT - _DIAMOND)
    for number in reversed(range(len(found))):
        found[number] = least = min(found[number], least)
        least -= _STEP
    return found


def _diamond(x: float, y: float, number: int) -> str:
    corners = f"{x - _DIAMOND:.1f},{y} {x:.1f},{y - _DIAMOND} {x + _DIAMOND:.1f},{y} {x:.1f},{y + _DIAMOND}"
    shape = element("polygon", points=corners, fill="#FFFFFF", stroke=ink("ink"), stroke_width=1.2)
    return shape + words(x, y + 3.5, str(number), 9, anchor="middle", font_weight="bold", fill=ink("ink"))


def _legend(named: list[tuple[str, dict[str, object]]]) -> list[str]:
    marks = [line(0, 14, 28, 14, **{**look, "stroke": ink("ink")}) for _, look in named]
    return legend(_LEFT, [(mark, name) for mark, (name, _) in zip(marks, named, strict=True)])
