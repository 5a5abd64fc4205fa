"""Exercise time: whole seconds since STARTEX, and durations as people write them."""

import re
from typing import NewType

Seconds = NewType("Seconds", int)  # exercise time since STARTEX (T+0), or a length of it; whole seconds

START = Seconds(-1)  # the instant before the first: everything on, nothing has happened yet

_UNITS = {"s": 1, "min": 60, "h": 3600, "d": 86400}
_PART = r"(\d+(?:\.\d+)?)\s*(d|h|min|s)"
_DURATION = re.compile(rf"\s*{_PART}(?:\s*{_PART})*\s*")


def parse_duration(written: str | int) -> Seconds:
    """Read a duration: ``90 s``, ``18 min``, ``1 h 30 min``, ``2 d``, or bare seconds.

    Returns
    -------
    Seconds
        Whole seconds, 0 or more.

    Raises
    ------
    ValueError
        With one sentence that says what was found and what is wanted.
    """
    if isinstance(written, bool):
        raise ValueError(_wanted(written))
    if isinstance(written, int):
        if written < 0:
            raise ValueError(_wanted(written))
        return Seconds(written)
    if written.strip().isdigit():
        return Seconds(int(written))
    if not _DURATION.fullmatch(written):
        raise ValueError(_wanted(written))
    total = sum(float(number) * _UNITS[unit] for number, unit in re.findall(_PART, written))
    if total != int(total):
        raise ValueError(f"{written!r} is not a whole number of seconds")
    return Seconds(int(total))


def format_duration(seconds: int) -> str:
    """Write a duration the way `parse_duration` reads it: ``1 h 30 min``; zero is ``0 s``."""
    parts, rest = [], seconds
    for unit in ("d", "h", "min", "s"):
        count, rest = divmod(rest, _UNITS[unit])
        if count:
            parts.append(f"{count} {unit}")
    return " ".join(parts) or "0 s"


def clock_face(seconds: int) -> str:
    """Exercise time as a clock shows it, ``h:mm:ss``; before the start it reads ``0:00:00``."""
    hours, rest = divmod(max(seconds, 0), 3600)
    return f"{hours}:{rest // 60:02}:{rest % 60:02}"


def _wanted(found: object) -> str:
    return f"{found!r} is not a duration; write it as 90 s, 18 min, 1 h 30 min or 2 d"
