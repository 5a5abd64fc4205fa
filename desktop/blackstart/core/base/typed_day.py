"""A day as people type it in a hurry: ``2026-05-30``, ``30 May``, ``May 30 2026``, ``5월 30일``."""

import re
from datetime import date

_MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
_LEAST_LETTERS = 3  # of a month's name
_FORMS = tuple(
    re.compile(form)
    for form in (
        r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})",
        r"(?P<day>\d{1,2})\.? +(?P<name>[a-z]+)\.?,?(?: +(?P<year>\d{4}))?",
        r"(?P<name>[a-z]+)\.? +(?P<day>\d{1,2})(?:,? +(?P<year>\d{4}))?",
        r"(?:(?P<year>\d{4})년 *)?(?P<month>\d{1,2})월 *(?P<day>\d{1,2})일",
    )
)


def parse_day(typed: str, today: date) -> str | None:
    """Read a day; one without a year is the next such day, `today` among them.

    Returns
    -------
    str or None
        ISO 8601, as ``2026-05-30``; None = this is no day.
    """
    words = " ".join(typed.casefold().split())
    found = next((match for form in _FORMS if (match := form.fullmatch(words))), None)
    if found is None:
        return None
    parts = found.groupdict()
    month = _month(parts["name"]) if parts.get("name") else int(parts["month"])
    if parts["year"]:
        day = _day(int(parts["year"]), month, int(parts["day"]))
    else:
        # A 29 February may be up to eight years away.
        coming = (_day(today.year + more, month, int(parts["day"])) for more in range(9))
        day = next((each for each in coming if each is not None and each >= today), None)
    return day.isoformat() if day is not None else None


def _month(name: str) -> int:
    found = [number for number, month in enumerate(_MONTHS, start=1) if month.startswith(name)]
    return found[0] if len(found) == 1 and len(name) >= _LEAST_LETTERS else 0


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
