"""The few marks that figures are drawn with, as SVG text; every word is made harmless here.

Colours are those of the light theme, for a report is read on white paper; states have forms beside colours.
"""

import json
from collections.abc import Iterable
from functools import cache
from xml.sax.saxutils import escape, quoteattr

from blackstart.core.base.assets import assets_folder
from blackstart.core.review.report.letters import width_of

FONT = "Noto Sans, Noto Sans CJK KR, Malgun Gothic, Apple SD Gothic Neo, sans-serif"
_FORBIDDEN = dict.fromkeys((*range(0, 9), 11, 12, *range(14, 32), 65534, 65535), "�")
_DIRECTING = dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F, 0x061C))


@cache
def ink(token: str) -> str:
    """Return the colour of a token in the light theme."""
    colors: dict[str, dict[str, str]] = json.loads((assets_folder() / "tokens.json").read_text(encoding="utf-8"))
    return colors["light"][token]


def harmless(text: str) -> str:
    """Return a text without what no XML may hold, nor what turns the direction of the words after it."""
    return text.translate(_FORBIDDEN).translate(_DIRECTING)


def element(name: str, content: str = "", /, **attributes: object) -> str:
    """Return one element; ``stroke_width`` is written ``stroke-width``; `content` is SVG already."""
    given = "".join(
        f" {key.rstrip('_').replace('_', '-')}={quoteattr(_plain(value))}" for key, value in attributes.items()
    )
    return f"<{name}{given}>{content}</{name}>" if content else f"<{name}{given}/>"


def words(x: float, y: float, text: str, size: float = 11, *, anchor: str = "start", **attributes: object) -> str:
    """Return a line of text whose baseline begins, ends or has its middle at a point."""
    attributes.setdefault("fill", ink("tx2"))
    return element("text", escape(harmless(text)), x=x, y=y, font_size=size, text_anchor=anchor, **attributes)


def line(x1: float, y1: float, x2: float, y2: float, **attributes: object) -> str:
    """Return a straight line."""
    return element("line", x1=x1, y1=y1, x2=x2, y2=y2, **{"stroke": ink("ln"), "stroke_width": 1, **attributes})


def legend(left: float, marks: Iterable[tuple[str, str]], top: float = 18) -> list[str]:
    """Return marks, each drawn from 0 to 28 px at most, with their names behind them in one line."""
    parts, x = [], left
    for mark, name in marks:
        parts.append(element("g", mark, transform=f"translate({_plain(float(x))},0)"))
        parts.append(words(x + 34, top, name))
        x += 34 + width_of(harmless(name), 11) + 22
    return parts


def path(points: Iterable[tuple[float, float]], **attributes: object) -> str:
    """Return a polyline through points."""
    said = " ".join(f"{_plain(x)},{_plain(y)}" for x, y in points)
    return element("polyline", points=said, **{"fill": "none", **attributes})


def whole(width: int, height: int, parts: Iterable[str]) -> str:
    """Return a picture with its own size and white ground."""
    ground = element("rect", width=width, height=height, fill="#FFFFFF")
    size = {"width": width, "height": height, "viewBox": f"0 0 {width} {height}"}
    content = ground + element("g", "".join(parts), font_family=FONT)
    return element("svg", content, xmlns="http://www.w3.org/2000/svg", **size)


def hatch(id_: str, color: str, gap: int = 6) -> str:
    """Return the definition of a pattern of slanting lines, to be filled with ``url(#id)``."""
    stroke = element("path", d=f"M0,{gap} L{gap},0", stroke=color, stroke_width=1)
    pattern = element("pattern", stroke, id=id_, width=gap, height=gap, patternUnits="userSpaceOnUse")
    return element("defs", pattern)


def _plain(value: object) -> str:
    if isinstance(value, float):
        return f"{value:.2f}".rstrip("0").rstrip(".")
    return str(value)
