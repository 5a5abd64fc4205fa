"""Exercise time: whole seconds since STARTEX, and durations as people write them."""

import re
from typing import NewType

from blackstart.core.base.errors import UnfitValue
from blackstart.core.base.nearest import quoted
from blackstart.core.base.words import said

Seconds = NewType("Seconds", int)  # exercise time since STARTEX (T+0), or a length of it; whole seconds

START = Seconds(-1)  # the instant before the first: everything on, nothing has happened yet
LONGEST = Seconds(100 * 366 * 86400)  # a hundred years: no written duration is longer

_UNITS = {"d": 86400, "h": 3600, "min": 60, "s": 1}
_PART = re.compile(r"(\d{1,12})(?:\.(\d{1,6}))?\s*(d|h|min|s)", re.ASCII)
_BARE = re.compile(r"\d{1,12}", re.ASCII)


def parse_duration(written: object) -> Seconds:
    """Read a duration: ``90 s``, ``18 min``, ``1 h 30 min``, ``2 d``, or bare seconds.

    Units stand from large to small, each once. A decimal is read where it gives whole seconds (``1.5 h``).

    Returns
    -------
    Seconds
        Whole seconds, 0 .. `LONGEST`.

    Raises
    ------
    UnfitValue
        With one sentence that says what was found and what is wanted.
    """
    seconds = _seconds(written)
    if seconds is None or seconds < 0:
        raise UnfitValue(said("fault.duration", found=quoted(written)))
    if seconds > LONGEST:
        raise UnfitValue(said("fault.too-long", found=quoted(written), most=LONGEST // 86400))
    return Seconds(seconds)


def format_duration(seconds: int) -> str:
    """Write a duration the way `parse_duration` reads it: ``1 h 30 min``; zero is ``0 s``."""
    parts, rest = [], seconds
    for unit, length in _UNITS.items():
        count, rest = divmod(rest, length)
        if count:
            parts.append(f"{count} {unit}")
    return " ".join(parts) or "0 s"


def clock_face(seconds: int) -> str:
    """Exercise time as a clock shows it, ``h:mm:ss``; before the start it reads ``0:00:00``."""
    hours, rest = divmod(max(seconds, 0), 3600)
    return f"{hours}:{rest // 60:02}:{rest % 60:02}"


def _seconds(written: object) -> int | None:
    if isinstance(written, int) and not isinstance(written, bool):
        return written
    if not isinstance(written, str):
        return None
    words = written.strip()
    if _BARE.fullmatch(words):
        return int(words)
    return _sum_of_parts(words)


def _sum_of_parts(words: str) -> int | None:
    total, at, last = 0, 0, max(_UNITS.values()) + 1
    while at < len(words):
        part = _PART.match(words, at)
        if part is None or _UNITS[part[3]] >= last:
            return None
        last = _UNITS[part[3]]
        fraction = part[2] or ""
        scaled = int(part[1] + fraction) * last
        if scaled % 10 ** len(fraction):
            return None  # not a whole number of seconds
        total += scaled // 10 ** len(fraction)
        at = part.end()
        while at < len(words) and words[at] == " ":
            at += 1
    return total if words else None
