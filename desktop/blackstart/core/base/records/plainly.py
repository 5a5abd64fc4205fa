"""Values as the plain records of a file: what is left out, and how texts and numbers stand there."""

from collections.abc import Iterable

from blackstart.core.base.text import ANY, Text

Entry = tuple[str, object, object]  # key, value, the value at which the key is left out


def record(*entries: Entry) -> dict[str, object]:
    """Return the entries whose value is not the usual one."""
    return {key: value for key, value, usual in entries if value != usual}


def words(text: Text | None) -> object:
    """Return a text as it stands in a file: one string, or one for each language; None stays None."""
    if text is None:
        return None
    if len(text.words) == 1 and text.words[0][0] == ANY:
        return text.words[0][1]
    return dict(text.words)


def numbers(values: Iterable[float] | None) -> list[float] | None:
    """Return numbers, whole ones without a decimal point; None stays None."""
    if values is None:
        return None
    return [int(value) if value == int(value) else value for value in values]
