"""Percents as people write them, with one decimal at most; inside the program they are permille."""

import re

from blackstart.core.base.nearest import quoted

_PERCENT = re.compile(r"\s*(\d{1,4})(?:\.(\d))?\s*%\s*", re.ASCII)


def parse_percent(written: object) -> int:
    """Read a percent such as ``40 %`` or ``0.1 %``.

    Returns
    -------
    int
        Permille, 0..1000.

    Raises
    ------
    ValueError
        With one sentence that says what was found and what is wanted.
    """
    match = _PERCENT.fullmatch(written) if isinstance(written, str) else None
    if match is None:
        raise ValueError(f"{quoted(written)} is not a percent; write it as 40 % or 0.1 %, with one decimal at most")
    permille = int(match[1]) * 10 + int(match[2] or 0)
    if permille > 1000:
        raise ValueError(f"{quoted(written)} is more than 100 %")
    return permille


def format_percent(permille: int) -> str:
    """Write permille the way `parse_percent` reads it: ``40 %``, ``0.1 %``."""
    whole, tenth = divmod(permille, 10)
    return f"{whole}.{tenth} %" if tenth else f"{whole} %"
