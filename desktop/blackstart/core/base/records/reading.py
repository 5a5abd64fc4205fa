"""What is gathered while records are read: faults with their places, ids, and who refers to them."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import Enum
from typing import Any

from blackstart.core.base.findings import Finding, Severity
from blackstart.core.base.nearest import instead, quoted
from blackstart.core.base.words import Said, said

Place = tuple[str | int, ...]  # keys and indices from the root of a file
MOST_GUESSES = 100  # so that a large file full of unknown names is answered in seconds
Locate = Callable[[Place], int]  # line of a place, from 1; 0 = none can be named


class Broken(Enum):
    """Stands for a value that could not be read; its fault has been told."""

    BROKEN = "broken"


BROKEN = Broken.BROKEN


class Fields(dict[str, Any]):
    """The readable entries of one mapping, by their key in the file.

    Attributes
    ----------
    place : Place
        Where the mapping stands.
    variant : str
        The key that said which of several forms it has; ``""`` if there is one form only.
    broken : set of str
        Keys under which something was wrong; it has been told.
    """

    __slots__ = ("broken", "place", "variant")

    def __init__(self, place: Place, variant: str = "") -> None:
        super().__init__()
        self.place = place
        self.variant = variant
        self.broken: set[str] = set()

    def sound(self, *keys: str) -> bool:
        """Whether all these keys were given and read without a fault."""
        return all(key in self and key not in self.broken for key in keys)


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong at a place; `Finding` adds file and line."""

    code: str
    place: Place
    message: Said


@dataclass(frozen=True, slots=True)
class _Reference:
    kind: str
    name: str
    owner: str
    place: Place


class Reading:
    """Gathers faults, and matches references with what they name once everything has been read.

    A kind of name is ``component`` or ``role``; a kind that exists once per owner, such as the options of a
    decision, has the owner's id beside it.
    """

    def __init__(self) -> None:
        self.faults: list[Fault] = []
        self._known: dict[tuple[str, str], dict[str, Place | None]] = {}
        self._unsure: set[tuple[str, str]] = set()
        self._hints: dict[tuple[str, str, str], Said] = {}
        self._references: list[_Reference] = []

    def anew(self) -> "Reading":
        """Return a reading that knows the same names, and nothing else of what this one has read."""
        twin = Reading()
        twin._known = {key: dict(names) for key, names in self._known.items()}
        return twin

    def fault(self, code: str, place: Place, message: Said) -> Broken:
        """Gather one fault; returns what stands for the value."""
        self.faults.append(Fault(code, place, message))
        return BROKEN

    def know(self, kind: str, names: Iterable[str], owner: str = "") -> None:
        """Take names as given from elsewhere, or open an owner's list without any."""
        known = self._known.setdefault((kind, owner), {})
        for name in names:
            known.setdefault(name, None)

    def define(self, kind: str, name: str, place: Place, owner: str = "") -> None:
        """Take a name at a place; a second one is a fault."""
        known = self._known.setdefault((kind, owner), {})
        if name in known:
            first = known[name]
            values = {"kind": said(f"part.{kind}"), "name": quoted(name)}
            if first:
                taken = said("fault.taken-by", **values, by=place_words(first[:-1]))
            else:
                taken = said("fault.taken", **values)
            self.fault("duplicate-id", place, taken)
        else:
            known[name] = place

    def doubt(self, kind: str, owner: str = "") -> None:
        """Some name of this kind could not be read: what refers to an unknown one may be right, and is let pass."""
        self._unsure.add((kind, owner))

    def explain(self, kind: str, name: str, owner: str, why: Said) -> None:
        """Give the reason to tell if something refers to this name, which is not one."""
        self._hints[kind, owner, name] = why

    def refer(self, kind: str, name: str, place: Place, owner: str = "") -> None:
        """Note that something at a place refers to a name."""
        self._references.append(_Reference(kind, name, owner, place))

    def resolve(self) -> None:
        """Tell every reference to a name that there is not."""
        guesses = 0
        for each in self._references:
            key = (each.kind, each.owner)
            if key in self._unsure or each.name in self._known.get(key, {}):
                continue
            if each.owner and key not in self._known:
                continue  # the owner itself is unknown, and that has been told
            why = self._hints.get((each.kind, each.owner, each.name))
            end: str = said("fault.because", why=why) if why else ""
            if not why and guesses < MOST_GUESSES:
                guesses += 1
                end = instead(each.name, self._known.get(key, {}), _of(each.owner, said(f"parts.{each.kind}")))
            named = said("fault.named", kind=said(f"part.{each.kind}"), name=quoted(each.name))
            self.fault("unknown-reference", each.place, said("fault.unknown", what=_of(each.owner, named), end=end))


def _of(owner: str, what: Said) -> Said:
    return said("fault.of", what=what, owner=owner) if owner else what


def place_words(place: Place) -> str:
    """Return a place as messages name it: ``topology.components[3].needs[0].on``."""
    words = ""
    for step in place:
        if isinstance(step, int):
            words += f"[{step}]"
        elif step.replace("-", "").replace("_", "").isalnum() and step.isprintable() and len(step) < 100:
            words += f".{step}" if words else step
        else:
            words += f"[{quoted(step)}]"
    return words


def findings(
    faults: Iterable[Fault], source: str, locate: Locate, severity: Severity = Severity.FAULT
) -> tuple[Finding, ...]:
    """Return faults as findings of a file, in the order given."""
    return tuple(
        Finding(each.code, source, locate(each.place), place_words(each.place), each.message, severity)
        for each in faults
    )
