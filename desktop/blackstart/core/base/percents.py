"""Percents as people write them, with one decimal at most; inside the program they are permille."""

import re

from blackstart.core.base.errors import UnfitValue
from blackstart.core.base.nearest import quoted
from blackstart.core.base.words import said

_PERCENT = re.compile(r"\s*(\d{1,4})(?:\.(\d))?\s*%\s*", re.ASCII)


def parse_percent(written: object) -> int:
    """Read a percent such as ``40 %`` or ``0.1 %``.

    Returns
    -------
    int
        Permille, 0..1000.

    Raises
    ------
    UnfitValue
        With one sentence that says what was found and what is wanted.
    """
    match = _PERCENT.fullmatch(written) if isinstance(written, str) else None
    if match is None:
        raise UnfitValue(said("fault.percent", found=quoted(written)))
    permille = int(match[1]) * 10 + int(match[2] or 0)
    if permille > 1000:
        raise UnfitValue(said("fault.above-all", found=quoted(written)))
    return permille


def format_percent(permille: int) -> str:
    """Write permille the way `parse_percent` reads it: ``40 %``, ``0.1 %``."""
    whole, tenth = divmod(permille, 10)
    return f"{whole}.{tenth} %" if tenth else f"{whole} %"
