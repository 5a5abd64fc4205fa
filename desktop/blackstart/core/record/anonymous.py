"""A journal without the names of people: the same person is the same number throughout.

Names are known where people are named (settings, `by`, owners, who typed); there they are replaced, and wherever
they stand in what was written freely. Roles are no people, and stay.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

Row = dict[str, Any]  # an entry with its payload as a record

_NAMING = ("facilitator", "by", "owner")  # keys of a payload that hold a person's name, or a role's id
_WRITTEN = (
    *("team", "why", "note", "text", "question", "choice", "from", "to", "well", "hard", "change", "reference"),
    *("analysis", "issue", "action"),
)
_IDS = (("act", "action"), ("improvise", "to"))  # kind and key of what is no text there


def without_people(journal: Sequence[Row], roles: Iterable[str]) -> list[Row]:
    """Return the rows with every person as ``Person 1``, ``Person 2`` in the order they first appear."""
    known = {name for row in journal for name in _named(row) if name} - set(roles)
    order = [name for row in journal for name in _named(row) if name in known]
    people = {name: f"Person {number}" for number, name in enumerate(dict.fromkeys(order), start=1)}
    return [_replaced(row, people) for row in journal]


def _named(row: Row) -> Iterator[str]:
    payload: Mapping[str, Any] = row["payload"]
    yield row["actor"]
    for part in (payload, payload.get("set", {})):
        yield from (part[key] for key in _NAMING if isinstance(part.get(key), str))
        yield from (each["name"] for each in part.get("participants", ()))
    yield from payload.get("evaluators", ())


def _replaced(row: Row, people: Mapping[str, str]) -> Row:
    written = _pattern(people)

    def instead(key: str, value: Any) -> Any:
        match value:
            case str() if key in (*_NAMING, "name", "evaluators", *_WRITTEN) and (row["kind"], key) not in _IDS:
                return people.get(value) or _written(value)
            case list():
                return [instead(key, each) for each in value]
            case dict() if key != "effects":
                return {inner: instead(inner, each) for inner, each in value.items()}
            case _:
                return value

    def _written(text: str) -> str:
        return written.sub(lambda found: people[found[0]], text) if written is not None else text

    actor = people.get(row["actor"], row["actor"])
    return {**row, "actor": actor, "payload": instead("", row["payload"])}


def _pattern(people: Iterable[str]) -> re.Pattern[str] | None:
    """Finds names in running text; those of one letter would be found everywhere and are left."""
    # Korean particles follow a name without a space, so only names in Latin letters end at a word's end.
    names = sorted((name for name in people if len(name) > 1), key=len, reverse=True)
    forms = [rf"\b{re.escape(name)}\b" if name.isascii() else re.escape(name) for name in names]
    return re.compile("|".join(forms)) if forms else None
