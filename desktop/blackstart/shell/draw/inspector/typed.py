"""Values as people type them: durations, numbers, percents; each refused in one sentence of the window's language.

What a file may hold is narrower (see core/base). Here the units of both languages are read, and the short forms of
large numbers; what is shown after Enter is the canonical form.
"""

import re

from PySide6.QtCore import QCoreApplication

from blackstart.core.base.percents import format_percent, parse_percent
from blackstart.core.base.records.scalars import LARGEST
from blackstart.core.base.simtime import Seconds
from blackstart.core.base.typed_time import typed_duration
from blackstart.core.base.words import Words
from blackstart.core.topology.model import Permille

translate = QCoreApplication.translate

_SCALES = {"k": 10**3, "천": 10**3, "만": 10**4, "m": 10**6, "백만": 10**6, "억": 10**8, "bn": 10**9, "조": 10**12}
_PART_OF_NUMBER = re.compile(r"([0-9][0-9, ]*)(?:\.([0-9]{1,6}))?\s*([a-z천만억조백]*)\s*")
_NEVER = ("never", "안 됨", "불가")
_BY_HAND = ("manual", "by hand", "수동")


def read_duration(typed: str) -> Seconds:
    """Read a duration; raises ValueError with the reason. A number needs its unit, for 18 may be anything but zero."""
    words = typed.strip().lower()
    if words == "0":
        return Seconds(0)
    if words.isdecimal():
        raise ValueError(translate("Typed", "{typed} of what? Write {typed} min or {typed} s.").format(typed=words))
    try:
        return typed_duration(words)
    except ValueError:
        reason = translate("Typed", "“{typed}” is no duration up to 100 years. Write 90 s, 18 min, 1 h 30 min or 2 d.")
        raise ValueError(reason.format(typed=typed.strip())) from None


def read_repair(typed: str) -> Seconds | None:
    """Read how long a repair takes; None = never."""
    return None if typed.strip().lower() in never_words() else read_duration(typed)


def read_wanted(typed: str) -> Seconds | None:
    """Read a duration that need not be given."""
    return read_duration(typed) if typed.strip() else None


def never_words() -> tuple[str, ...]:
    """What is read as never, in whatever language."""
    return (*_NEVER, translate("Typed", "never").lower())


def read_number(typed: str, least: int = 0, most: int = LARGEST) -> int:
    """Read a whole number such as ``4,200``, ``35 M``, ``3,500만`` or ``1억 2천만``; nothing is zero."""
    words = typed.strip().lower()
    number = _sum_of_parts(words) if words else 0
    if number is None:
        reason = translate("Typed", "“{typed}” is no whole number. Write 4200, 4,200 or 35 M.")
        raise ValueError(reason.format(typed=typed.strip()))
    if not least <= number <= most:
        reason = translate("Typed", "{typed} is out of range: {least} to {most}.")
        raise ValueError(reason.format(typed=typed.strip(), least=f"{least:,}", most=f"{most:,}"))
    return number


def read_percent(typed: str, least: int = 0) -> Permille:
    """Read a percent, with or without its sign, as permille."""
    words = typed.strip()
    written = words if words.endswith("%") else f"{words} %"
    try:
        permille = parse_percent(written)
    except ValueError:
        permille = -1
    if permille < least:
        reason = translate("Typed", "“{typed}” is no percent from {least} to 100, with one decimal at most.")
        raise ValueError(reason.format(typed=words, least=f"{least / 10:g}"))
    return Permille(permille)


def read_delay(typed: str) -> Seconds | None:
    """Read after how long a standby takes over; None = by hand."""
    if typed.strip().lower() in (*_BY_HAND, translate("Typed", "by hand").lower()):
        return None
    seconds = read_duration(typed)
    if seconds < 1:
        raise ValueError(translate("Typed", "A standby takes over after 1 s at least, or by hand."))
    return seconds


def show_duration(seconds: int | None, words: Words) -> str:
    """Write a duration that need not be there; None is nothing."""
    return "" if seconds is None else words.duration(seconds)


def show_repair(seconds: int | None, words: Words) -> str:
    return translate("Typed", "never") if seconds is None else words.duration(seconds)


def show_delay(seconds: int | None, words: Words) -> str:
    return translate("Typed", "by hand") if seconds is None else words.duration(seconds)


def show_number(number: int) -> str:
    return f"{number:,}"


def show_percent(permille: int) -> str:
    """Write permille without the sign, which stands behind the field."""
    return format_percent(permille).removesuffix(" %")


def _sum_of_parts(words: str) -> int | None:
    """Return the number that parts such as ``1억 2천만`` make; None = it is none. Scales stand from large to small."""
    total, at, last = 0, 0, max(_SCALES.values()) + 1
    while at < len(words):
        part = _PART_OF_NUMBER.match(words, at)
        if part is None or not _is_grouped(part[1].strip()):
            return None
        scale = _scale(part[3])
        if scale is None or scale >= last:
            return None
        last, fraction = scale, part[2] or ""
        scaled = int(re.sub("[, ]", "", part[1]) + fraction) * scale
        if scaled % 10 ** len(fraction):
            return None
        total += scaled // 10 ** len(fraction)
        at = part.end()
    return total


def _scale(word: str) -> int | None:
    """Return what a scale multiplies by: ``만``, or two of them, ``천만``; nothing is 1."""
    if not word:
        return 1
    if word in _SCALES:
        return _SCALES[word]
    first, rest = _SCALES.get(word[:1]), _SCALES.get(word[1:])
    return first * rest if first == 10**3 and word[0] == "천" and rest is not None else None


def _is_grouped(digits: str) -> bool:
    """Whether separators stand between groups of three, so that a decimal comma is not taken for one."""
    return re.fullmatch(r"[0-9]+|[0-9]{1,3}(,[0-9]{3})+|[0-9]{1,3}( [0-9]{3})+", digits) is not None
