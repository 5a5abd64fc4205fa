"""How messages quote what was found and name the nearest right thing."""

from collections.abc import Iterable
from difflib import get_close_matches

from blackstart.core.base.words import Said, said

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
            return said("found.nothing")
        case bool():
            return str(found).lower()
        case str():
            return repr(found if len(found) <= _LONGEST else found[:_LONGEST] + "...")
        case int() | float():
            return str(found)
        case dict():
            return said("found.mapping", keys=listed(found)) if found else said("found.empty-mapping")
        case _:
            return said("found.list")


def listed(names: Iterable[str]) -> str:
    """Return names joined by commas; of very many only the first."""
    known = [name if name.isprintable() and len(name) <= _LONGEST else quoted(name) for name in names]
    return ", ".join(known[:_MANY]) + (", ..." if len(known) > _MANY else "")


def instead(word: str, choices: Iterable[str], kind: Said) -> Said:
    """Return the end of a sentence that says which names there are: ``; did you mean ...? (... are: ...)``.

    `kind` is what the names are of, in the plural.
    """
    known = list(choices)
    if not known:
        return said("instead.none", kind=kind)
    guess = nearest(word, known)
    if guess is None:
        return said("instead.known", kind=kind, known=listed(known))
    return said("instead.guess", guess=guess, kind=kind, known=listed(known))


def _plain(word: str) -> str:
    return word.strip().lower().replace("_", "-").replace(" ", "-")
