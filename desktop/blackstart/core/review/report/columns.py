"""How wide the columns of a table are: by their words, so that no short cell is broken and no long one starves."""

from collections.abc import Sequence

from blackstart.core.review.report.letters import width_of
from blackstart.core.review.report.model import Table

PLAIN = (0.18, 0.82)  # name and value
_PAD = 1.9  # em, both sides of a cell
_MOST_NARROW, _MOST_WIDE = 13.0, 46.0  # em, that a column asks for
_LONGEST_WORD = 12.0
_STRETCH = 1.3  # that a table is made wider, at most, where there is room
_LEAST_SHARE = 0.1


def shares(table: Table, room: float) -> tuple[float, ...]:
    """Return the part of the page's width that each column takes; together 1 at most.

    Parameters
    ----------
    room : float
        How many em of the table's letters a line across the page has.
    """
    if table.is_plain:
        return PLAIN
    columns = list(zip(table.head, *table.rows, strict=True))
    asked = [_asked(words, number in table.wide) / room for number, words in enumerate(columns)]
    is_full = any(each * room >= _MOST_WIDE for each in asked)
    if sum(asked) <= 1 and not is_full:
        stretch = min(_STRETCH, 1 / sum(asked))
        return tuple(each * stretch for each in asked)
    given = {number: each for number, each in enumerate(asked) if number not in table.wide}
    left = max(1 - sum(given.values()), _LEAST_SHARE * len(table.wide))
    whole = sum(asked[number] for number in table.wide) or 1
    for number in table.wide:
        given[number] = left * asked[number] / whole
    return _within(tuple(given[number] for number in range(len(asked))))


def _asked(words: Sequence[str], is_wide: bool) -> float:
    """What a column needs to stand unbroken, within reason; of its head only the longest word."""
    head, *cells = words
    longest = max((width_of(line) for cell in cells for line in cell.splitlines()), default=0.0)
    word = max((width_of(each) for cell in cells for each in cell.split()), default=0.0)
    named = max((width_of(each, is_bold=True) for each in head.split()), default=0.0)
    most = _MOST_WIDE if is_wide else _MOST_NARROW
    return max(min(longest, most), min(word, _LONGEST_WORD), named) + _PAD


def _within(given: tuple[float, ...]) -> tuple[float, ...]:
    whole = max(sum(given), 1.0)
    return tuple(each / whole for each in given)
