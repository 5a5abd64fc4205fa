"""A file's text as a tree of nodes, each with the span of text it stands in."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from blackstart.core.base.records.reading import Place
from blackstart.core.base.words import Said, said

DEEPEST = 50  # levels of lists and mappings in one another


class TextFault(Exception):
    """A text that cannot be read as what it should be; `index` says where in it."""

    def __init__(self, index: int, message: Said) -> None:
        super().__init__(message)
        self.index = index
        self.message = message


@dataclass(slots=True)
class Scalar:
    """One value without parts; `start` .. `end` are indices into the text."""

    start: int
    end: int
    value: object


@dataclass(slots=True)
class Sequence:
    """A list: ``[a, b]`` if flow, else a dash before each item."""

    start: int
    end: int
    is_flow: bool
    items: list["Node"] = field(default_factory=list)


@dataclass(slots=True)
class Entry:
    """A key of a mapping with its value."""

    key: str
    start: int  # of the key
    value: "Node"


@dataclass(slots=True)
class Mapping:
    """A mapping: ``{a: b}`` if flow, else a line for each key."""

    start: int
    end: int
    is_flow: bool
    entries: list[Entry] = field(default_factory=list)


@dataclass(slots=True)
class Alias:
    """``*name``: the same as another node once more."""

    start: int
    end: int
    target: "Node"


Node = Scalar | Sequence | Mapping | Alias


def too_deep() -> Said:
    """What is told of a text whose parts lie too deep in one another."""
    return said("text.too-deep", most=DEEPEST)


def data(node: Node) -> object:
    """Return what a tree says, as dicts, lists and plain values; of a repeated key the first counts."""
    match node:
        case Scalar(value=value):
            return value
        case Sequence(items=items):
            return [data(item) for item in items]
        case Alias(target=target):
            return data(target)
        case Mapping(entries=entries):
            values: dict[str, object] = {}
            for entry in entries:
                if entry.key not in values:
                    values[entry.key] = data(entry.value)
            return values


def position(root: Node, place: Place) -> int:
    """Return where in the text a place begins: its key, or its item; as deep as the place exists."""
    node, at = root, root.start
    for step in place:
        while isinstance(node, Alias):
            node = node.target
        if isinstance(node, Mapping):
            entry = next((entry for entry in node.entries if entry.key == step), None)
            if entry is None:
                return at
            node, at = entry.value, entry.start
        elif isinstance(node, Sequence) and isinstance(step, int) and step < len(node.items):
            node = node.items[step]
            at = node.start
        else:
            return at
    return at


def repeated_keys(node: Node, place: Place = ()) -> Iterator[tuple[Place, int, int]]:
    """Every key that stands twice in one mapping: its place, and where the first and the later one begin."""
    if isinstance(node, Sequence):
        for index, item in enumerate(node.items):
            yield from repeated_keys(item, (*place, index))
    elif isinstance(node, Mapping):
        first: dict[str, int] = {}
        for entry in node.entries:
            if entry.key in first:
                yield (*place, entry.key), first[entry.key], entry.start
            first.setdefault(entry.key, entry.start)
            yield from repeated_keys(entry.value, (*place, entry.key))
