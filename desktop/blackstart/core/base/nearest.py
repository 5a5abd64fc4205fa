"""How messages quote what was found and name the nearest right thing."""

from collections.abc import Iterable
from difflib import get_close_matches

_LONGEST = 48  # characters of a found value that a message repeats
_MANY = 12  # more names than these are not listed


def nearest(word: str, choices: Iterable[str]) -> str | None:
    """Return the choice that `word` most likely stands for; None if nothing is near."""
    known = list(choices)
    plain_word = _plain(word)
    for choice in known:
        if _plain(choice) == plain_word:
            return choice
    alike = 0.5 if len(plain_word) <= 3 else 0.6  # one wrong letter of two is half
    close = get_close_matches(plain_word, [_plain(choice) for choice in known], n=1, cutoff=alike)
    return next((choice for choice in known if close and _plain(choice) == close[0]), None)


def quoted(found: object) -> str:
    """Return what was found in a file as a message repeats it: short, and without control characters."""
    match found:
        case None:
            return "nothing"
        case bool():
            return str(found).lower()
        case str():
            return repr(found if len(found) <= _LONGEST else found[:_LONGEST] + "...")
        case int() | float():
            return str(found)
        case dict():
            return f"a mapping ({listed(found)})" if found else "an empty mapping"
        case _:
            return "a list"


def listed(names: Iterable[str]) -> str:
    """Return names joined by commas; of very many only the first."""
    known = [name if name.isprintable() and len(name) <= _LONGEST else quoted(name) for name in names]
    return ", ".join(known[:_MANY]) + (", ..." if len(known) > _MANY else "")


def instead(word: str, choices: Iterable[str], kind: str) -> str:
    """Return the end of a sentence that says which names there are: ``; did you mean ...? (... are: ...)``."""
    known = list(choices)
    guess = nearest(word, known)
    hint = f"; did you mean {guess}?" if guess is not None else ""
    return f"{hint} ({kind} are: {listed(known)})" if known else f"{hint} (there are no {kind})"


def _plain(word: str) -> str:
    return word.strip().lower().replace("_", "-").replace(" ", "-")
