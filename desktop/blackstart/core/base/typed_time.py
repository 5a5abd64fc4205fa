"""Times as people type them in a hurry, in either language: ``1:05``, ``T+1:05:30``, ``+10 min``, ``65 min``, ``65분``.

What a file may hold is narrower (see simtime).
"""

import re

from blackstart.core.base.errors import UnfitValue
from blackstart.core.base.nearest import quoted
from blackstart.core.base.simtime import LONGEST, Seconds, parse_duration
from blackstart.core.base.words import said

_UNITS = {
    "d": ("d", "day", "days", "일"),
    "h": ("h", "hr", "hrs", "hour", "hours", "시간"),
    "min": ("min", "m", "mins", "minute", "minutes", "분"),
    "s": ("s", "sec", "secs", "second", "seconds", "초"),
}
_UNIT_OF = {written: unit for unit, forms in _UNITS.items() for written in forms}
_LETTERS = re.compile(r"[^\W\d_]+")
_CLOCK = re.compile(r"(\d{1,4}):([0-5]\d)(?::([0-5]\d))?", re.ASCII)
_FROM_START = re.compile(r"[tT]\s*\+\s*")


def parse_time(typed: str, now: Seconds) -> Seconds:
    """Read a time since T+0; what begins with a plus counts from `now`.

    Hours and minutes, ``h:mm`` or ``h:mm:ss``, or a length of time; ``T+`` may stand before.

    Raises
    ------
    UnfitValue
        With one sentence that says what was found and what is wanted.
    """
    words = typed.strip()
    is_from_now = words.startswith("+")
    words = words[1:].strip() if is_from_now else _FROM_START.sub("", words, count=1)
    clock = _CLOCK.fullmatch(words)
    try:
        found = _of_clock(clock) if clock is not None else typed_duration(words)
    except UnfitValue:
        raise UnfitValue(said("fault.time", found=quoted(typed.strip()))) from None
    return Seconds(min(now + found if is_from_now else found, LONGEST))


def typed_duration(typed: str) -> Seconds:
    """Read a length of time with the units of any language; a bare number is seconds.

    Raises
    ------
    UnfitValue
        With one sentence that says what was found and what is wanted.
    """
    words = typed.strip().lower()
    return parse_duration(_LETTERS.sub(lambda unit: _UNIT_OF.get(unit[0], unit[0]), words))


def _of_clock(clock: re.Match[str]) -> Seconds:
    return Seconds(int(clock[1]) * 3600 + int(clock[2]) * 60 + int(clock[3] or 0))
