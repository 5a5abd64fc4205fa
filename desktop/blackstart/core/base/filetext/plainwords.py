"""What an unquoted word of YAML means: nothing, a claim, a number, or just the word."""

import re

LONGEST_NUMBER = 20  # digits; longer ones stay words, since turning them into numbers takes square time

_WHOLE = re.compile(r"-?(0|[1-9][0-9]*)")
_DECIMAL = re.compile(r"-?([0-9]+\.[0-9]*|\.[0-9]+)([eE][-+]?[0-9]+)?")
_MEANINGS = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL"), None),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}


def meaning(word: str) -> object:
    """Return None, a bool, an int, a float, or the word itself.

    ``on``, ``off``, ``yes`` and ``no`` are words, and so is ``1e5``, which is an id as well.
    """
    if word in _MEANINGS:
        return _MEANINGS[word]
    if len(word) > 2 * LONGEST_NUMBER:
        return word
    if _WHOLE.fullmatch(word):
        return int(word) if len(word) <= LONGEST_NUMBER else word
    return float(word) if _DECIMAL.fullmatch(word) else word
