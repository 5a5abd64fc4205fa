"""Which item of a changed list was which item of the list before."""

import json
from difflib import SequenceMatcher


def matches(old: list[object], new: list[object]) -> list[int | None]:
    """Return, for each new item, the index of the old one that it is or has become; None if it is added.

    Items with an id are the same if their id is; others if they are equal, or stand in each other's place.
    """
    found = _by_id(old, new)
    if found is None:
        return _by_likeness(old, new)
    gone = [index for index in range(len(old)) if index not in found]
    added = [index for index, match in enumerate(found) if match is None]
    if len(gone) == len(added):  # their ids were changed
        for index, match in zip(added, gone, strict=True):
            found[index] = match
    return found


def _by_id(old: list[object], new: list[object]) -> list[int | None] | None:
    old_ids, new_ids = _ids(old), _ids(new)
    if old_ids is None or new_ids is None:
        return None
    places = {each: index for index, each in enumerate(old_ids)}
    return [places.get(each) for each in new_ids]


def _ids(items: list[object]) -> list[str] | None:
    found = [str(item["id"]) for item in items if isinstance(item, dict) and "id" in item]
    return found if len(found) == len(items) == len(set(found)) else None


def _by_likeness(old: list[object], new: list[object]) -> list[int | None]:
    found: list[int | None] = [None] * len(new)
    before, after = ([json.dumps(item) for item in items] for items in (old, new))
    opcodes = SequenceMatcher(a=before, b=after, autojunk=False).get_opcodes()
    for _, old_start, old_end, new_start, new_end in opcodes:
        for index in range(min(old_end - old_start, new_end - new_start)):
            found[new_start + index] = old_start + index
    return found
